package org.practicewatch.practiceweek;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one auditor said of one case, as far as the form could be read.
 *
 * @param form its key
 * @param number of the case
 * @param childId the child
 * @param auditor id of the auditor
 * @param moderation whether these are the second grades
 * @param quality overall, of the practice; null where it was not given
 * @param outcome overall, for the child; likewise
 * @param domains what was given in each domain
 * @param answers the words, by the name of the field
 * @param observed what was observed; empty for nothing
 * @param talkedOn when the case was discussed with the worker; null where it was not
 * @param features of practice that stand out
 * @param disagreed standards on which the auditor found other than the record says, with their
 *     words
 * @param recommended what is to be done
 * @param concern whether somebody must act at once
 * @param concernIs what the concern is
 * @param fileSha256 hash of the file it was read from
 * @param faults how many cells could not be used
 */
public record Audit(
    String form,
    String number,
    String childId,
    String auditor,
    boolean moderation,
    @Nullable Grade quality,
    @Nullable Grade outcome,
    Map<String, InDomain> domains,
    Map<String, String> answers,
    String observed,
    @Nullable LocalDate talkedOn,
    List<Feature> features,
    Map<String, String> disagreed,
    List<Recommended> recommended,
    boolean concern,
    String concernIs,
    String fileSha256,
    int faults) {

  public Audit {
    domains = new TreeMap<>(domains);
    answers = new TreeMap<>(answers);
    disagreed = new TreeMap<>(disagreed);
    features = List.copyOf(features);
    recommended = List.copyOf(recommended);
  }

  /** The grades of a domain, and what they rest on. */
  public record InDomain(@Nullable Grade quality, @Nullable Grade outcome, String evidence) {}

  /**
   * A feature of practice in the auditor's own words.
   *
   * @param high whether it was good or outstanding; else it needs improvement
   */
  public record Feature(boolean high, String domain, String words) {}

  /** Something recommended, as it stands on the form. */
  public record Recommended(int item, String what, String who, @Nullable LocalDate due) {}
}
