package org.practicewatch.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Span.NotKnown;

/**
 * Series of short breaks: stays with the same carer by one agreement, between which the child goes
 * home (S.I. 2010/959, reg. 48). Under V4 the agreement is recorded as a whole; under V3 each break
 * is, and those that begin within six months of the end of the one before are one series.
 */
final class ShortBreaks {

  /** Codes of series of short breaks, or the name of their group. */
  static final Set<String> CODES = Set.of("V3", "V4", "short-term breaks");

  private static final String AS_A_WHOLE = "V4";
  private static final int MONTHS_BETWEEN = 6;

  private ShortBreaks() {}

  static List<Span> series(List<Span> statuses, List<Span> periods, LocalDate asAt) {
    List<Span> series = new ArrayList<>();
    for (Span status : statuses) {
      if (CODES.contains(status.code())) {
        Span next = inCare(status, periods);
        Span before = series.isEmpty() ? null : series.get(series.size() - 1);
        if (before != null && goesOn(before, next)) {
          series.set(series.size() - 1, joined(before, next));
        } else {
          series.add(next);
        }
      }
    }
    series.replaceAll(one -> goesOnAtNight(one, asAt));
    return series;
  }

  /** A break ends at the latest with the period of care that it is. */
  private static Span inCare(Span status, List<Span> periods) {
    Span period =
        periods.stream()
            .filter(one -> one.contains(status.from()))
            .reduce((one, later) -> later)
            .orElse(status);
    LocalDate end = period.to();
    LocalDate to = end == null ? status.to() : status.endingBy(end).to();
    Set<NotKnown> notKnown = EnumSet.noneOf(NotKnown.class);
    if (!status.startKnown() || (status.from().equals(period.from()) && !period.startKnown())) {
      notKnown.add(NotKnown.START);
    }
    if (!status.endReadable() || (Objects.equals(to, period.to()) && !period.endReadable())) {
      notKnown.add(NotKnown.END);
    }
    return new Span(
        status.childId(),
        Kinds.SERIES_OF_SHORT_BREAKS,
        status.from(),
        to,
        null,
        status.code(),
        Set.of(),
        notKnown,
        Map.of(),
        status.source());
  }

  private static Span joined(Span before, Span next) {
    Set<NotKnown> notKnown = EnumSet.noneOf(NotKnown.class);
    if (!before.startKnown()) {
      notKnown.add(NotKnown.START);
    }
    if (!next.endReadable()) {
      notKnown.add(NotKnown.END);
    }
    return before.endingOn(next.to()).leavingOpen(notKnown);
  }

  private static boolean goesOn(Span before, Span next) {
    LocalDate end = before.to();
    boolean touches = end == null || !next.from().isAfter(end);
    boolean oneByOne = !before.code().equals(AS_A_WHOLE) && !next.code().equals(AS_A_WHOLE);
    return touches || (oneByOne && isWithin(end, next.from()));
  }

  private static Span goesOnAtNight(Span last, LocalDate asAt) {
    return !last.code().equals(AS_A_WHOLE) && isWithin(last.to(), asAt)
        ? last.endingOn(null)
        : last;
  }

  private static boolean isWithin(@Nullable LocalDate end, LocalDate day) {
    return end == null || !day.isAfter(end.plusMonths(MONTHS_BETWEEN));
  }
}
