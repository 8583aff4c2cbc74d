package org.practicewatch.casework;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Days;
import org.practicewatch.casework.Span.NotKnown;

/**
 * Works out from when a young person is an eligible child, and from when they are leaving care.
 *
 * <p>Eligible: 16 or 17, and looked after for thirteen weeks in all since 14, some of it after 16;
 * series of short breaks do not count (S.I. 2010/959, reg. 40). Thirteen weeks are complete
 * thirteen weeks after their first day (how we count, "Done beforehand").
 */
final class LeavingCare {

  private static final int COUNTED_FROM_AGE = 14;
  private static final int DAYS_IN_CARE = 13 * 7;

  /** Detail of a row of a list of care leavers, and its code for six months at home. */
  private static final String IN_TOUCH = "in touch";

  private static final String BACK_HOME = "RHOM";
  private static final int MONTHS_AT_HOME = 6;

  private LeavingCare() {}

  /** The stretches in which the child was an eligible child. */
  static List<Span> eligible(
      Child child, List<Span> periods, List<Span> legalStatuses, LocalDate asAt) {
    LocalDate counted = child.birthday(COUNTED_FROM_AGE);
    LocalDate sixteen = child.birthday(Kinds.LEAVING_CARE_FROM_AGE);
    LocalDate adult = child.birthday(Life.ADULT);
    List<Span> eligible = new ArrayList<>();
    if (counted == null || sixteen == null || adult == null || sixteen.isAfter(asAt)) {
      return eligible;
    }
    long days = 0;
    boolean allKnown = true;
    for (Span period : periods) {
      for (Span care : withoutShortBreaks(period, legalStatuses)) {
        LocalDate end = Days.earlier(care.to(), adult.isAfter(asAt) ? null : adult);
        LocalDate from = later(care.from(), counted);
        if (end != null && !end.isAfter(from)) {
          continue;
        }
        allKnown &= care.startKnown() || !care.from().isAfter(counted);
        LocalDate complete = from.plusDays(Math.max(0, DAYS_IN_CARE - days));
        LocalDate began = later(complete, sixteen);
        if (!began.isAfter(asAt) && (end == null || end.isAfter(began))) {
          boolean known = allKnown || !complete.isAfter(sixteen);
          eligible.add(span(Kinds.ELIGIBLE_CHILD, began, end, care, known));
        }
        days += ChronoUnit.DAYS.between(from, end == null ? asAt : end);
      }
    }
    return eligible;
  }

  /**
   * From when they have left care: after each stretch of having been eligible, until they are
   * looked after again. Somebody of whom only a list of care leavers tells has left on a day that
   * nobody knows.
   */
  static List<Span> leaving(
      Child child,
      List<Span> eligible,
      List<Span> records,
      List<Span> periods,
      HowCareEnded ended,
      LocalDate asAt) {
    List<Span> leaving = new ArrayList<>();
    for (int i = 0; i < eligible.size(); i++) {
      Span before = eligible.get(i);
      LocalDate left = before.to();
      LocalDate again = i + 1 < eligible.size() ? eligible.get(i + 1).from() : null;
      if (left != null && (again == null || again.isAfter(left))) {
        leaving.add(span(Kinds.LEAVING_CARE, left, again, before, before.endReadable()));
      }
    }
    if (leaving.isEmpty() && !records.isEmpty() && eligible.isEmpty()) {
      Span record = records.get(0);
      LocalDate from = child.birthday(Kinds.LEAVING_CARE_FROM_AGE);
      for (Span period : periods) {
        LocalDate end = period.to();
        from = from != null && end != null ? later(from, end) : from;
      }
      LocalDate began =
          from == null || (record.startKnown() && from.isAfter(record.from()))
              ? record.from()
              : from;
      if (!began.isAfter(asAt)) {
        leaving.add(span(Kinds.LEAVING_CARE, began, record.to(), record, false));
      }
    }
    List<Span> ours = ended.whileOurs(leaving);
    int last = ours.size() - 1;
    if (last >= 0 && records.stream().anyMatch(one -> one.detail(IN_TOUCH).equals(BACK_HOME))) {
      Span latest = ours.get(last);
      ours.set(last, latest.endingBy(latest.from().plusMonths(MONTHS_AT_HOME)));
    }
    return ours;
  }

  private static List<Span> withoutShortBreaks(Span period, List<Span> legalStatuses) {
    List<Span> parts = new ArrayList<>();
    LocalDate from = period.from();
    for (Span status : legalStatuses) {
      LocalDate end = status.to();
      boolean inPeriod =
          ShortBreaks.CODES.contains(status.code())
              && (period.to() == null || status.from().isBefore(period.to()))
              && (end == null || end.isAfter(from));
      if (inPeriod) {
        if (status.from().isAfter(from)) {
          parts.add(part(period, from, status.from()));
        }
        if (end == null) {
          return parts;
        }
        from = later(from, end);
      }
    }
    if (period.to() == null || from.isBefore(period.to())) {
      parts.add(part(period, from, period.to()));
    }
    return parts;
  }

  private static Span part(Span period, LocalDate from, @Nullable LocalDate to) {
    boolean known = period.startKnown() || from.isAfter(period.from());
    return span(period.kind(), from, to, period, known);
  }

  private static Span span(
      String kind, LocalDate from, @Nullable LocalDate to, Span origin, boolean startKnown) {
    Set<NotKnown> notKnown = EnumSet.noneOf(NotKnown.class);
    if (!startKnown) {
      notKnown.add(NotKnown.START);
    }
    boolean endsWithIt = to == null || to.equals(origin.to());
    if (endsWithIt && !origin.endReadable()) {
      notKnown.add(NotKnown.END);
    }
    return new Span(
        origin.childId(),
        kind,
        from,
        to,
        null,
        "",
        origin.refs(),
        notKnown,
        Map.of(),
        origin.source());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
