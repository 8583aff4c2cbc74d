package org.practicewatch.standards;

import static com.fasterxml.jackson.annotation.JsonTypeInfo.As.WRAPPER_OBJECT;
import static com.fasterxml.jackson.annotation.JsonTypeInfo.Id.NAME;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.practicewatch.calendar.Length;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;

/**
 * What a flag counts, and from which number it is one.
 *
 * <p>To add a kind, write one record here and one test, and name the record in {@code permits}. Its
 * key in the YAML is its {@code @JsonTypeName}.
 */
@JsonTypeInfo(use = NAME, include = WRAPPER_OBJECT)
public sealed interface Counted
    permits CountedPlacements,
        CountedWorkers,
        CountedPlans,
        CountedActivities,
        TimeOpen,
        PlacedIn,
        WithoutWorker {

  /** What the record says of a child; empty where there is nothing of the kind to look at. */
  Optional<Flag.Answer> of(Case one);

  /** In plain words, to stand after "Counted": what, in which time, and when it is flagged. */
  String words();

  /** Whether children by number are worth a table of their own. */
  default boolean isDistribution() {
    return false;
  }

  /** How far back it looks, where it does. */
  default Optional<Length> period() {
    return Optional.empty();
  }

  /** From which number it is flagged, where it is a number. */
  default int threshold() {
    return 1;
  }

  /** The names of activities that it uses, for checking against the vocabulary. */
  default Set<String> activities() {
    return Set.of();
  }

  /** The names of spans that it uses. */
  default Set<String> spans() {
    return Set.of();
  }

  /** The names of marks that it uses. */
  default Set<String> marks() {
    return Set.of();
  }

  /** The marks of which one makes an activity count. */
  default List<String> marked() {
    return List.of();
  }

  /** Whether it asks who held the child. */
  default boolean asksForWorkers() {
    return false;
  }

  /** The placement codes that it uses. */
  default List<String> placements() {
    return List.of();
  }

  /**
   * One child to look at.
   *
   * @param open the spans that make it one, the earliest first; never none
   */
  record Case(Timeline timeline, List<Span> open, WorkingDays calendar) {

    Span first() {
      return open.get(0);
    }

    LocalDate asAt() {
      return timeline.asAt();
    }

    /**
     * The first of the days that make "the last 12 months" up to tonight: for 31 March it is 1
     * April.
     */
    LocalDate firstDayOf(Length length) {
      return length.before(asAt(), calendar).plusDays(1);
    }
  }
}
