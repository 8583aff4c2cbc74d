package org.practicewatch.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A child's death, from whatever source tells of it: a date, an episode that ceased so, a plan or
 * case that was closed so (how we count, "What ends everything"). An end of care or of a case that
 * says so is believed only where neither goes on after it.
 */
final class Deaths {

  /** Of why an episode ceased (SSDA903) and why a case was closed (CIN census), or their group. */
  private static final Set<String> DIED = Set.of("E2", "RC2", "died");

  private record Death(LocalDate on, Span told) {}

  private final List<Death> deaths = new ArrayList<>();

  /**
   * @param contradictions where sources that give different days are noted
   */
  Deaths(List<Span> spans, LocalDate asAt, List<Contradiction> contradictions) {
    for (Span span : spans) {
      if (span.kind().equals(Kinds.DEATH)) {
        deaths.add(new Death(span.from(), span));
      } else if (endedSo(span, asAt)) {
        Optional<Span> later = findWhatGoesOn(span, spans);
        later.ifPresent(next -> contradictions.add(notBelieved(span, next)));
        if (later.isEmpty()) {
          deaths.add(new Death(Objects.requireNonNull(span.to()), span));
        }
      }
    }
    deaths.sort(Comparator.comparing(Death::on));
    deaths.stream()
        .filter(one -> !one.on.equals(deaths.get(0).on))
        .findFirst()
        .ifPresent(
            other ->
                contradictions.add(
                    new Contradiction(
                        "Two sources give different days on which the child died.",
                        "The earlier was believed: nothing is owed from that day.",
                        deaths.get(0).told.source(),
                        other.told.source())));
  }

  private static boolean endedSo(Span span, LocalDate asAt) {
    boolean died =
        DIED.contains(span.detail(Span.REASON_CEASED))
            || DIED.contains(span.detail(Span.CLOSED_AS));
    return died && span.to() != null && !span.to().isAfter(asAt);
  }

  /** A case or care that begins after it, or care that lasts longer. */
  private static Optional<Span> findWhatGoesOn(Span ended, List<Span> spans) {
    LocalDate day = Objects.requireNonNull(ended.to());
    return spans.stream()
        .filter(next -> Kinds.KEEP_A_CASE_OPEN.contains(next.kind()) && !next.equals(ended))
        .filter(next -> next.from().isAfter(day) || isLongerCare(ended, next, day))
        .min(Comparator.comparing(Span::from));
  }

  private static boolean isLongerCare(Span ended, Span other, LocalDate day) {
    return ended.kind().equals(Kinds.EPISODE)
        && other.kind().equals(Kinds.EPISODE)
        && (other.to() == null || other.to().isAfter(day));
  }

  private static Contradiction notBelieved(Span ended, Span next) {
    return new Contradiction(
        "This " + ended.kind() + " ended because the child died, and the record goes on.",
        "The death was not believed: what is owed goes on.",
        ended.source(),
        next.source());
  }

  /** The day; null for none that is known. */
  @Nullable LocalDate on() {
    return deaths.isEmpty() ? null : deaths.get(0).on;
  }

  /** Whatever the record leaves open ends with the death, and nothing begins after it. */
  List<Span> end(List<Span> spans) {
    LocalDate died = on();
    return died == null
        ? spans
        : spans.stream()
            .filter(span -> !span.from().isAfter(died))
            .map(span -> span.endingBy(died))
            .toList();
  }

  /** Of what is worked out, what would begin with the death. */
  boolean isBegunBy(Span span) {
    LocalDate died = on();
    return died != null && !span.from().isBefore(died);
  }
}
