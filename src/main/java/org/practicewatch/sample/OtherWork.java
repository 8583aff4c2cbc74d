package org.practicewatch.sample;

import static org.practicewatch.sample.FictionalAuthority.WORLD_BEGINS;
import static org.practicewatch.sample.FictionalAuthority.WORLD_ENDS;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.practicewatch.sample.FictionalChild.Involvement;
import org.practicewatch.sample.FictionalTeam.Kind;
import org.practicewatch.sample.FictionalTeam.Professional;

/** What is done for homes, foster carers and workers, who are no children. */
final class OtherWork {

  private static final int CHILDREN_FOR_A_HOME = 100;
  private static final int CHILDREN_FOR_A_CARER = 20;

  /** How long a report goes on naming those who have left. */
  private static final int MONTHS_NAMED = 12;

  private final FictionalAuthority authority;
  private final Diary diary;
  private final List<FictionalActivity> activities = new ArrayList<>();
  private final List<FictionalSpan> spans = new ArrayList<>();

  OtherWork(FictionalAuthority authority, Diary diary) {
    this.authority = authority;
    this.diary = diary;
  }

  FictionalWork told() {
    for (int home = 0; home <= authority.children() / CHILDREN_FOR_A_HOME; home++) {
      home(chance("home", home));
    }
    for (int carer = 0; carer <= authority.children() / CHILDREN_FOR_A_CARER; carer++) {
      carer(chance("carer", carer), carer);
    }
    for (Professional worker : workers()) {
      worker(worker);
    }
    return new FictionalWork(activities, spans);
  }

  private Chance chance(String of, long number) {
    return Chance.of(authority.seed(), Chance.key("work"), Chance.key(of), number);
  }

  /** Visited by an independent person every month, but for a month now and then. */
  private void home(Chance chance) {
    FictionalSubject home = new FictionalSubject("home", "SC9" + chance.between(10000, 99999));
    LocalDate opened = diary.onOrAfter(WORLD_BEGINS.plusDays(chance.between(0, 900)));
    span(home, "children's home", opened, WORLD_ENDS, "", held(Kind.LOOKED_AFTER, opened));
    YearMonth month = YearMonth.from(opened).plusMonths(1);
    for (; !month.atEndOfMonth().isAfter(WORLD_ENDS); month = month.plusMonths(1)) {
      LocalDate on = diary.onOrBefore(chance.day(month.atDay(4), month.atEndOfMonth()));
      if (!chance.that(0.04)) {
        activities.add(
            new FictionalActivity(home, "regulation 44 visit", on, held(Kind.LOOKED_AFTER, on)));
      }
    }
  }

  private void carer(Chance chance, int number) {
    FictionalSubject carer = new FictionalSubject("carer", "F" + (4000 + number));
    LocalDate approved = diary.onOrAfter(WORLD_BEGINS.plusDays(chance.between(0, 1500)));
    boolean resigns = chance.that(0.3);
    LocalDate usual = diary.onOrAfter(approved.plusDays(chance.between(300, 1500)));
    LocalDate until = resigns && usual.isBefore(WORLD_ENDS) ? usual : WORLD_ENDS;
    span(carer, "foster carer", approved, until, "", held(Kind.PERMANENCE, approved));
    again(chance, carer, "supervising social worker visit", approved, until, Kind.PERMANENCE, null);
  }

  /** Those in post, and those who left not long before, with every supervision they have had. */
  private void worker(Professional worker) {
    LocalDate from = worker.from().isBefore(WORLD_BEGINS) ? WORLD_BEGINS : worker.from();
    if (worker.to().isBefore(authority.asAt().minusMonths(MONTHS_NAMED))) {
      return;
    }
    FictionalSubject subject = new FictionalSubject("worker", worker.id());
    span(
        subject,
        "worker in post",
        from,
        worker.to(),
        worker.agency() ? "agency" : "permanent",
        worker);
    Chance chance = chance("worker", Long.parseLong(worker.id()));
    again(chance, subject, "worker supervision", from, worker.to(), worker.team().kind(), worker);
  }

  private void again(
      Chance chance,
      FictionalSubject subject,
      String what,
      LocalDate from,
      LocalDate to,
      Kind team,
      @Nullable Professional worker) {
    LocalDate last = from;
    while (true) {
      LocalDate due = last.plusDays(28);
      LocalDate on = diary.done(chance, last, due, new FictionalTeam(team, 0).inTime(0.82), 0.7);
      if (!CaseWork.happens(on, to)) {
        return;
      }
      activities.add(
          new FictionalActivity(subject, what, on, worker == null ? held(team, on) : worker));
      last = on;
    }
  }

  private void span(
      FictionalSubject subject,
      String what,
      LocalDate from,
      LocalDate to,
      String code,
      @Nullable Professional worker) {
    spans.add(
        new FictionalSpan(subject, what, from, to, null, code, worker, FictionalReference.NONE));
  }

  /** Whoever sits at the team's first desk that day. */
  private @Nullable Professional held(Kind team, LocalDate day) {
    return new FictionalTeam(team, 0)
        .workersFor(authority.seed(), 0).stream()
            .filter(one -> !day.isBefore(one.from()) && !day.isAfter(one.to()))
            .findFirst()
            .orElse(null);
  }

  /** Every worker who has held a child by the as-at date. */
  private Iterable<Professional> workers() {
    Map<String, Professional> workers = new TreeMap<>();
    authority
        .everyChild()
        .flatMap(child -> child.referrals().stream())
        .flatMap(referral -> referral.involvements().stream())
        .filter(one -> one.role().equals(Involvement.ALLOCATED))
        .filter(one -> !one.from().isAfter(authority.asAt()))
        .forEach(one -> workers.put(one.professional().id(), one.professional()));
    return workers.values();
  }
}
