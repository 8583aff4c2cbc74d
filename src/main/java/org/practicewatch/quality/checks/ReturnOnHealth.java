package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Noted;
import org.practicewatch.casework.Span;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Episode;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/**
 * The health part of the return (OC2) against itself and the child (SSDA903 rules 157, 185, 186,
 * 188 to 191, 197a, 197B and 198).
 */
final class ReturnOnHealth implements RecordCheck {

  @Override
  public String id() {
    return "dq-oc2";
  }

  @Override
  public List<String> limits() {
    return List.of(
        "questionnaire from age", "questionnaire to age", "year ends in month", "year ends on day");
  }

  @Override
  public List<Need> needs() {
    return List.of(
        Need.child(),
        Need.span(Kinds.EPISODE),
        Need.noted("health return", "sdq score"),
        Need.noted("health return", "sdq reason"));
  }

  private static final List<String> HEALTH =
      List.of("immunisations", "teeth", "health assessment", "substance misuse");

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Noted> rows = record.noted("health return");
    if (rows.isEmpty()) {
      return List.of();
    }
    // Of several years' returns the last one speaks.
    Noted row = rows.get(rows.size() - 1);
    LocalDate yearEnd = yearEnd(record.asAt(), limits);
    Year year = Year.of(record, yearEnd, limits);
    List<String> problems = ofQuestionnaire(row, year);
    if (year.allInCare()) {
      ofHealth(row).ifPresent(problems::add);
    } else if (!isInCareForTheYearTo(yearEnd.minusYears(1), record)) {
      // The return of the year that has just ended may not be here yet.
      problems.addAll(filledInForNobody(row));
    }
    List<Found> found = new ArrayList<>();
    problems.forEach(problem -> found.add(found(row, problem)));
    return found;
  }

  /** What the return's year is to a child; ages are false without a date of birth. */
  private record Year(
      boolean allInCare, boolean asked, boolean between, boolean young, boolean old) {

    static Year of(ChildRecord record, LocalDate end, Limits limits) {
      LocalDate start = end.minusYears(1).plusDays(1);
      boolean allInCare = isInCareForTheYearTo(end, record);
      Child child = record.timeline().child();
      LocalDate first = child.birthday(limits.get("questionnaire from age"));
      LocalDate last = child.birthday(limits.get("questionnaire to age") + 1);
      if (first == null || last == null) {
        return new Year(allInCare, false, false, false, false);
      }
      boolean asked = !first.isAfter(start) && last.isAfter(end);
      boolean young = first.isAfter(end);
      boolean old = !last.isAfter(start);
      return new Year(allInCare, asked, !asked && !young && !old, young, old);
    }
  }

  /** Whether the child was looked after for the whole year, and not for short breaks. */
  private static boolean isInCareForTheYearTo(LocalDate end, ChildRecord record) {
    LocalDate start = end.minusYears(1).plusDays(1);
    boolean inCare = false;
    for (Span period : record.timeline().spans(Kinds.PERIOD_OF_CARE)) {
      inCare |= !period.from().isAfter(start) && period.isOpenOn(end);
    }
    for (Span one : inCare ? record.spans(Kinds.EPISODE) : List.<Span>of()) {
      boolean thatYear = !one.from().isAfter(end) && (one.to() == null || one.to().isAfter(start));
      if (thatYear && Episode.isShortBreak(one.detail(Episode.LEGAL_STATUS))) {
        return false;
      }
    }
    return inCare;
  }

  private static List<String> ofQuestionnaire(Noted row, Year year) {
    boolean score = !row.detail("sdq score").isEmpty();
    boolean reason = !row.detail("sdq reason").isEmpty();
    List<String> problems = new ArrayList<>();
    if (score && reason) {
      problems.add("There is a score, and a reason why there is none (rule 197a).");
    }
    if (!score && !reason && year.allInCare() && year.asked()) {
      problems.add("There is neither a score nor a reason why there is none (rule 186).");
    }
    if (!score && !reason && year.allInCare() && year.between()) {
      problems.add(
          "The child came into or out of the ages that are asked, and there is neither a score nor"
              + " a reason why there is none (rule 197B).");
    }
    if (!score && row.detail("sdq reason").equals("SDQ1") && year.allInCare() && year.asked()) {
      problems.add(
          "The reason is the age (SDQ1), and the child was of an age to be asked (rule 157).");
    }
    if ((score || reason) && year.young()) {
      problems.add("The child was too young to be asked, and was (rule 188).");
    }
    if ((score || reason) && year.old()) {
      problems.add("The child was too old to be asked, and was (rule 189).");
    }
    return problems;
  }

  private static Optional<String> ofHealth(Noted row) {
    List<String> blank =
        HEALTH.stream().filter(one -> row.has(one) && row.detail(one).isEmpty()).toList();
    return blank.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "In care for the whole year, and nothing is said of "
                + String.join(", ", blank)
                + " (rule 191).");
  }

  private static List<String> filledInForNobody(Noted row) {
    List<String> problems = new ArrayList<>();
    if (!row.detail("sdq score").isEmpty()) {
      problems.add("Not in care for the whole year, and there is a score (rule 185).");
    }
    if (!row.detail("sdq reason").isEmpty()) {
      problems.add(
          "Not in care for the whole year, and there is a reason why there is no score (rule 198).");
    }
    if (HEALTH.stream().anyMatch(one -> !row.detail(one).isEmpty())) {
      problems.add("Not in care for the whole year, and something is said of health (rule 190).");
    }
    return problems;
  }

  private static LocalDate yearEnd(LocalDate asAt, Limits limits) {
    LocalDate end =
        LocalDate.of(
            asAt.getYear(), limits.get("year ends in month"), limits.get("year ends on day"));
    return end.isAfter(asAt) ? end.minusYears(1) : end;
  }

  private static Found found(Noted at, String problem) {
    return new Found(at.source(), "", problem, "Nothing that is judged rests on it.");
  }
}
