package org.practicewatch.compliance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.standards.PracticeStandard;
import org.practicewatch.standards.Sources;
import org.practicewatch.standards.Standing;
import org.practicewatch.standards.Timescale;

/**
 * A measure that the Department for Education publishes of every council, and how ours is counted
 * to the same shape from the findings of a standard.
 *
 * @param id DfE's short name of it, such as D6
 * @param title its name in practitioners' words
 * @param rule what is counted, in one sentence
 * @param standing how sure we are that this is how DfE counts
 * @param shape what of the findings is counted
 * @param openAtLeast how long a span must have been open to be counted; null for not at all
 * @param beforeTheStartLeftOut whether what was done before its span began is no part of it; else
 *     nobody can tell whether that was in time
 * @param standard id of the standard whose findings are counted
 * @param timescale DfE's timescale, which must be that of the standard
 */
public record PublishedMeasure(
    String id,
    String title,
    String rule,
    Standing standing,
    Shape shape,
    @Nullable Length openAtLeast,
    boolean beforeTheStartLeftOut,
    String standard,
    Timescale timescale) {

  /** What is counted. */
  public enum Shape {
    /** What was done from the first day of the year up to the night. */
    @JsonProperty("done in the year")
    DONE_IN_THE_YEAR,
    /** Spans that are open on the night; one late, overdue or missed in them and they fail. */
    @JsonProperty("open with every one in time")
    OPEN_WITH_EVERY_ONE_IN_TIME
  }

  /**
   * Why tonight's findings cannot give it; empty where they can.
   *
   * @param standards those that are judged here, in every version
   */
  public Optional<String> findWhyNot(
      List<PracticeStandard> standards, Sources sources, LocalDate asAt) {
    List<PracticeStandard> versions =
        standards.stream().filter(one -> one.id().equals(standard)).toList();
    if (versions.stream().noneMatch(version -> version.inForce().on(asAt))) {
      return Optional.of("cannot judge: " + standard + " is switched off");
    }
    if (versions.stream().noneMatch(version -> version.inForce().from() == null)) {
      return Optional.of("cannot judge: " + standard + " was switched off for a time");
    }
    if (!versions.stream().allMatch(this::isDfes)) {
      return Optional.of("cannot judge: " + standard + " is a rule of our own here, not DfE's");
    }
    if (versions.stream().noneMatch(version -> version.canBeJudgedFrom(sources))) {
      return Optional.of("cannot judge: no source");
    }
    // A list of the latest says who is in time now, never whether an earlier one was late.
    boolean everyAct =
        versions.stream().allMatch(version -> sources.events().contains(version.metBy()));
    return everyAct
        ? Optional.empty()
        : Optional.of("cannot judge: the extracts give only the latest of each child");
  }

  /** A standard whose rule the council has changed is a local one. */
  private boolean isDfes(PracticeStandard version) {
    return version.timescale().equals(timescale) && version.standing() != Standing.LOCAL;
  }
}
