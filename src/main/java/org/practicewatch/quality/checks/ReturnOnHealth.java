package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Noted;
import org.practicewatch.casework.Timeline;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/**
 * The health part of the return (OC2) against itself and the child (SSDA903 rules 157, 190, 197a
 * and 197b).
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
        Need.noted("health return", "sdq score"),
        Need.noted("health return", "sdq reason"));
  }

  private static final List<String> HEALTH =
      List.of("immunisations", "teeth", "health assessment", "substance misuse");

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    LocalDate yearEnd = yearEnd(record.asAt(), limits);
    boolean cohort = isInCareAllYear(record.timeline(), yearEnd);
    Integer ageThen = record.timeline().child().ageOn(yearEnd.minusYears(1));
    Integer ageNow = record.timeline().child().ageOn(yearEnd);
    boolean asked =
        ageThen != null
            && ageNow != null
            && ageThen >= limits.get("questionnaire from age")
            && ageNow <= limits.get("questionnaire to age");
    List<Found> found = new ArrayList<>();
    List<Noted> rows =
        record.of(Noted.class).filter(one -> one.kind().equals("health return")).toList();
    // Of several years' returns the last one speaks.
    for (Noted row : rows.isEmpty() ? rows : rows.subList(rows.size() - 1, rows.size())) {
      boolean score = !row.detail("sdq score").isEmpty();
      boolean reason = !row.detail("sdq reason").isEmpty();
      if (score && reason) {
        found.add(found(row, "There is a score, and a reason why there is none (rule 197a)."));
      } else if (!score && !reason && cohort && asked) {
        found.add(
            found(row, "There is neither a score nor a reason why there is none (rule 197b)."));
      }
      if (row.detail("sdq reason").equals("SDQ1") && cohort && asked) {
        found.add(
            found(
                row,
                "The reason is the age (SDQ1), and the child was of an age to be asked (rule 157)."));
      }
      boolean blank = HEALTH.stream().allMatch(one -> row.detail(one).isEmpty());
      if (blank && cohort && HEALTH.stream().anyMatch(row::has)) {
        found.add(
            found(row, "In care for the whole year, and nothing is said of health (rule 190)."));
      }
    }
    return found;
  }

  private static LocalDate yearEnd(LocalDate asAt, Limits limits) {
    LocalDate end =
        LocalDate.of(
            asAt.getYear(), limits.get("year ends in month"), limits.get("year ends on day"));
    return end.isAfter(asAt) ? end.minusYears(1) : end;
  }

  private static boolean isInCareAllYear(Timeline timeline, LocalDate yearEnd) {
    return timeline.spans(Kinds.PERIOD_OF_CARE).stream()
        .anyMatch(
            period -> !period.from().isAfter(yearEnd.minusYears(1)) && period.isOpenOn(yearEnd));
  }

  private static Found found(Noted at, String problem) {
    return new Found(at.source(), "", problem, "Nothing that is judged rests on it.");
  }
}
