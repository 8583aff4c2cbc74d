package org.practicewatch.sample;

import static org.practicewatch.sample.FictionalAuthority.WORLD_ENDS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.practicewatch.sample.FictionalChild.HealthCheck;
import org.practicewatch.sample.FictionalChild.Sdq;

/** What is done for the health of a child in care. */
final class HealthInCare {

  private final Telling telling;
  private final Holds holds;
  private final Diary diary;
  private final Chance own;
  private final LocalDate entry;
  private final LocalDate end;

  HealthInCare(Telling telling, Holds holds, LocalDate entry, LocalDate end) {
    this.telling = telling;
    this.holds = holds;
    this.diary = telling.diary();
    this.own = telling.own();
    this.entry = entry;
    this.end = end;
  }

  /** Health assessments, then dental checks and, for the youngest, health checks. */
  List<HealthCheck> checks() {
    List<HealthCheck> checks = assessments();
    checks.addAll(dental());
    return checks;
  }

  private List<HealthCheck> assessments() {
    List<HealthCheck> checks = new ArrayList<>();
    LocalDate since = entry;
    boolean initial = true;
    while (since.isBefore(end) && !since.isAfter(WORLD_ENDS)) {
      LocalDate due =
          initial
              ? diary.plusWorkingDays(since, 20)
              : since.plusMonths(telling.age(since) < 5 ? 6 : 12);
      double usual = initial ? 0.8 : 0.86;
      LocalDate on = holds.done(own, since, due, usual, 0.7);
      boolean refuses = telling.age(on) >= 13 && own.that(0.1);
      boolean calledOff = own.that(0.03);
      if (refuses || calledOff) {
        LocalDate instead = diary.onOrBefore(on.minusDays(own.between(5, 15)));
        if (instead.isAfter(since)) {
          checks.add(check("Health Assessment", since, instead, refuses ? "Refused" : "Cancelled"));
        }
      }
      checks.add(check("Health Assessment", since, on, "Completed"));
      since = on;
      initial = false;
    }
    return checks;
  }

  private List<HealthCheck> dental() {
    List<HealthCheck> checks = new ArrayList<>();
    LocalDate since = entry;
    while (since.isBefore(end) && !since.isAfter(WORLD_ENDS)) {
      LocalDate due = since.plusMonths(12);
      LocalDate on = holds.done(own, since, due, 0.82, 0.4);
      boolean refused = own.that(0.03);
      checks.add(check("Dental Check", since, on, refused ? "Refused" : "Completed"));
      if (telling.age(on) < 5) {
        LocalDate health = diary.onOrBefore(on.minusDays(own.between(10, 60)));
        if (health.isAfter(since)) {
          checks.add(check("Health Check", since, health, "Completed"));
        }
      }
      since = on;
    }
    return checks;
  }

  /** Booked a month ahead, and some of those bookings are moved. */
  private HealthCheck check(String type, LocalDate since, LocalDate on, String status) {
    LocalDate month = on.minusDays(30);
    LocalDate known = month.isAfter(since) ? month : since.plusDays(1);
    LocalDate planned = own.that(0.8) ? on : diary.onOrBefore(on.minusDays(own.between(1, 10)));
    return new HealthCheck(
        telling.id(), type, known, planned, on, status, on.isBefore(end) ? null : end);
  }

  /** Strengths and difficulties questionnaires, with a score or the reason why there is none. */
  List<Sdq> questionnaires() {
    List<Sdq> scores = new ArrayList<>();
    LocalDate on = diary.onOrAfter(entry.plusMonths(12).plusDays(own.between(-40, 25)));
    while (on.isBefore(end) && !on.isAfter(WORLD_ENDS)) {
      int age = telling.age(on);
      boolean noScore = own.that(0.1);
      String score = Integer.toString(own.between(2, 19) + (own.that(0.3) ? 14 : 0));
      String reason = "SDQ" + own.between(1, 5);
      if (age >= 4 && age <= 16) {
        scores.add(new Sdq(telling.id(), on, noScore ? "" : score, noScore ? reason : ""));
      }
      on = holds.done(own, on, on.plusMonths(12), 0.8, 0.85);
    }
    return scores;
  }
}
