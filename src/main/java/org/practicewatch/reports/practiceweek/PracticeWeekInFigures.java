package org.practicewatch.reports.practiceweek;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.practicewatch.exceptions.Priorities;
import org.practicewatch.practiceweek.Audit;
import org.practicewatch.practiceweek.Auditor;
import org.practicewatch.practiceweek.CaseFile;
import org.practicewatch.practiceweek.DrawnCase;
import org.practicewatch.practiceweek.PracticeWeek;
import org.practicewatch.practiceweek.Recommendation;

/**
 * What the overview of a Practice Week is made from.
 *
 * @param authority name of the authority
 * @param fictional whether every page says that the data is invented
 * @param week the week
 * @param asAt the night it was drawn from
 * @param today the day of the report
 * @param drawnOn the day of the draw
 * @param seed what decided it
 * @param frames of each cohort, in its order
 * @param cases the draw as it stands
 * @param auditors who audits
 * @param audits what came back
 * @param sent how many forms went out
 * @param files what the record says of each case, by its number
 * @param recommendations of this week
 * @param before the Practice Week before; null for none
 * @param moved how the standards moved that should; empty where nothing should
 * @param priorities what matters, in its order
 */
public record PracticeWeekInFigures(
    String authority,
    boolean fictional,
    PracticeWeek week,
    LocalDate asAt,
    LocalDate today,
    LocalDate drawnOn,
    String seed,
    List<FrameSize> frames,
    List<DrawnCase> cases,
    List<Auditor> auditors,
    List<Audit> audits,
    int sent,
    Map<String, CaseFile> files,
    List<Recommendation> recommendations,
    @Nullable Before before,
    List<Moved> moved,
    Priorities priorities) {

  /**
   * Who could be drawn for a cohort.
   *
   * @param size how many
   * @param sha256 the hash over their ids
   * @param ages how many of which age band
   * @param disability likewise
   */
  public record FrameSize(
      String cohort,
      int size,
      String sha256,
      Map<String, Integer> ages,
      Map<String, Integer> disability) {}

  /**
   * An earlier week.
   *
   * @param name as printed
   * @param audits what came back
   */
  public record Before(String name, List<Audit> audits) {}

  /**
   * How a standard stood before a time of focus and after it.
   *
   * @param title what is owed
   * @param place the authority, or a team
   * @param whole whether it is the authority
   * @param before of how many children it was in timescale, on the night {@code on}
   * @param after likewise on the later night
   */
  public record Moved(String title, String place, boolean whole, Share before, Share after) {}

  /** So many of so many, on a night. */
  public record Share(LocalDate on, int part, int of) {}
}
