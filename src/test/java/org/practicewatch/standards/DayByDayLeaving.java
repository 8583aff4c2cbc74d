package org.practicewatch.standards;

import static org.practicewatch.standards.DayByDayCalendar.months;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Span;

/** Who is an eligible child, and who is leaving care. */
class DayByDayLeaving extends DayByDayCare {

  DayByDayLeaving(List<Fact> facts, LocalDate asAt) {
    super(facts, asAt);
  }

  private @Nullable List<Stretch> eligible;

  /** Reg. 40: 16 or 17, and thirteen weeks in care since 14; short breaks are no such care. */
  List<Stretch> eligible() {
    if (eligible != null) {
      return eligible;
    }
    eligible = new ArrayList<>();
    if (born == null) {
      return eligible;
    }
    int daysInCare = 0;
    boolean known = true;
    for (Stretch period : periods()) {
      LocalDate since = null;
      boolean startKnown = true;
      LocalDate day = period.from();
      known &= period.startKnown() || !period.from().isAfter(birthday(14));
      for (; !day.isAfter(asAt) && openOn(period, day); day = day.plusDays(1)) {
        int age = age(day);
        boolean holds = (age == 16 || age == 17) && daysInCare >= 13 * 7;
        boolean shortBreak = Set.of("V3", "V4", "short-term breaks").contains(status(period, day));
        holds &= !shortBreak;
        if (holds && since == null) {
          since = day;
          startKnown = known || day.equals(birthday(16));
        } else if (!holds && since != null) {
          eligible.add(period.part(since, day, startKnown));
          since = null;
        }
        daysInCare += age >= 14 && !shortBreak ? 1 : 0;
      }
      if (since != null) {
        eligible.add(period.part(since, period.to(), startKnown));
      }
    }
    return eligible;
  }

  /** From the end of having been eligible until they are again; else as a list tells. */
  List<Stretch> leavingCare() {
    List<Stretch> leaving = new ArrayList<>();
    List<Stretch> before = eligible();
    for (int i = 0; i < before.size(); i++) {
      LocalDate left = before.get(i).to();
      LocalDate again = i + 1 < before.size() ? before.get(i + 1).from() : null;
      if (left != null && !left.equals(again) && !left.equals(died())) {
        leaving.add(Stretch.of(left, again, true, true));
      }
    }
    if (leaving.isEmpty() && before.isEmpty() && !spans("care leaver record").isEmpty()) {
      Span first =
          spans("care leaver record").stream().min(Comparator.comparing(Span::from)).orElseThrow();
      LocalDate from = born == null ? first.from() : birthday(16);
      for (Stretch period : periods()) {
        from = period.to() != null && period.to().isAfter(from) ? period.to() : from;
      }
      boolean listed = first.startKnown() && from.isAfter(first.from());
      leaving.add(Stretch.of(listed ? first.from() : from, null, false, true));
    }
    return leftWithUs(homeForSixMonths(leaving));
  }

  /**
   * Home for six months, a young person is owed nothing more from then on (the return's answer
   * RHOM).
   */
  private List<Stretch> homeForSixMonths(List<Stretch> leaving) {
    boolean home =
        spans("care leaver record").stream()
            .anyMatch(
                one ->
                    one.detail("in touch").equals("RHOM")
                        || one.detail("accommodation").equals("RHOM"));
    if (leaving.isEmpty() || !home) {
      return leaving;
    }
    List<Stretch> ended = new ArrayList<>(leaving);
    Stretch last = ended.remove(ended.size() - 1);
    ended.add(last.endedBy(atNight(months(last.from(), 6))));
    return ended;
  }

  /**
   * It is a duty of the authority that last looked after them (Children Act 1989, s. 23A(4)): it
   * ends where another took over (E3), until they are looked after here again. Who was found to be
   * an adult (E15) was never owed any.
   */
  private List<Stretch> leftWithUs(List<Stretch> leaving) {
    if (foundToBeAdult() != null) {
      return List.of();
    }
    List<Stretch> ours = new ArrayList<>();
    for (Stretch one : leaving) {
      Stretch left = one;
      for (Stretch period : periods()) {
        String ceased = period.episodes().get(period.episodes().size() - 1).detail("reason ceased");
        LocalDate taken = period.to();
        if (left == null || taken == null || !TAKEN_OVER.contains(ceased)) {
          continue;
        }
        LocalDate again =
            periods().stream()
                .map(Stretch::from)
                .filter(day -> !day.isBefore(taken) && !period.from().equals(day))
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (left.from().isBefore(taken)) {
          left = left.endedBy(taken);
        } else if (again == null || left.from().isBefore(again)) {
          left = null;
        }
      }
      if (left != null) {
        ours.add(left);
      }
    }
    return ours;
  }

  /** Codes of the reason, or the name of their group. */
  private static final Set<String> TAKEN_OVER =
      Set.of("E3", "care taken over by another local authority");

  List<Stretch> providedAccommodation() {
    return leftWithUs(plans("provided accommodation"));
  }
}
