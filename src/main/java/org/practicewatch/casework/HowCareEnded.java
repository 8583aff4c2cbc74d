package org.practicewatch.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the end of a period of care does to the duties that follow it: none to somebody who was
 * found to be no child, and those of another authority once it has taken over.
 */
final class HowCareEnded {

  /** Why an episode ceased (SSDA903), or the name of the group: found to be 18 or over. */
  private static final Set<String> NO_CHILD = Set.of("E15", "age assessed as 18 or over");

  /** The duty is that of the authority that last looked after (Children Act 1989, s. 23A(4)). */
  private static final Set<String> TAKEN_OVER =
      Set.of("E3", "care taken over by another local authority");

  private final List<Span> periods;
  private final List<LocalDate> takenOver = new ArrayList<>();
  private @Nullable LocalDate foundNoChild;

  /** Before anything is known of a child's care. */
  HowCareEnded() {
    periods = List.of();
  }

  /**
   * @param contradictions where care that goes on after its end as that of no child is noted
   */
  HowCareEnded(List<PeriodsOfCare.Period> all, LocalDate asAt, List<Contradiction> contradictions) {
    periods = all.stream().map(PeriodsOfCare.Period::span).toList();
    for (PeriodsOfCare.Period period : all) {
      LocalDate end = period.span().to();
      if (end == null || end.isAfter(asAt)) {
        continue;
      }
      if (endedAs(TAKEN_OVER, period, end)) {
        takenOver.add(end);
      }
      if (endedAs(NO_CHILD, period, end)) {
        Optional<Span> later = findLonger(period.span(), end);
        later.ifPresent(next -> contradictions.add(notBelieved(period.span(), next)));
        foundNoChild = later.isEmpty() ? end : foundNoChild;
      }
    }
  }

  private static boolean endedAs(Set<String> reasons, PeriodsOfCare.Period period, LocalDate end) {
    return period.episodes().stream()
        .filter(episode -> end.equals(episode.to()))
        .anyMatch(episode -> reasons.contains(episode.detail(Span.REASON_CEASED)));
  }

  /** What lasts longer than a period, so that its end cannot have been that of no child. */
  private Optional<Span> findLonger(Span period, LocalDate end) {
    return periods.stream()
        .filter(other -> !other.equals(period))
        .filter(other -> other.to() == null || other.to().isAfter(end))
        .findFirst();
  }

  private static Contradiction notBelieved(Span period, Span next) {
    return new Contradiction(
        "Care ended because this is no child, and other care lasts longer.",
        "The finding was not believed: what is owed to a child goes on.",
        period.source(),
        next.source());
  }

  /** The day on which it was found that the child is none; null for never. */
  @Nullable LocalDate foundNoChild() {
    return foundNoChild;
  }

  /** Duties after care, for as long as the young person is the authority's own. */
  List<Span> whileOurs(List<Span> spans) {
    List<Span> ours = new ArrayList<>();
    if (foundNoChild != null) {
      return ours;
    }
    for (Span span : spans) {
      Span kept = span;
      boolean none = false;
      for (LocalDate over : takenOver) {
        boolean since = !span.from().isBefore(over);
        none |= since && !isBackBetween(over, span.from());
        kept = since ? kept : kept.endingBy(over);
      }
      if (!none) {
        ours.add(kept);
      }
    }
    return ours;
  }

  private boolean isBackBetween(LocalDate over, LocalDate day) {
    return periods.stream().anyMatch(one -> !one.from().isBefore(over) && !one.from().isAfter(day));
  }
}
