package org.practicewatch.sample;

import static org.practicewatch.sample.FictionalAuthority.WORLD_BEGINS;
import static org.practicewatch.sample.FictionalAuthority.WORLD_ENDS;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.practicewatch.sample.FictionalChild.CinPlan;
import org.practicewatch.sample.FictionalChild.CpPlan;
import org.practicewatch.sample.FictionalChild.EarlyHelp;
import org.practicewatch.sample.FictionalChild.Enquiry;
import org.practicewatch.sample.FictionalChild.Involvement;
import org.practicewatch.sample.FictionalChild.LeavingCare;
import org.practicewatch.sample.FictionalChild.PeriodOfCare;
import org.practicewatch.sample.FictionalChild.PreProceedings;
import org.practicewatch.sample.FictionalChild.Referral;
import org.practicewatch.sample.FictionalChild.Visit;
import org.practicewatch.sample.FictionalTeam.Professional;

/**
 * What is done around a child's life and comes in no national format. The life is told already;
 * what is drawn here comes from a stream of its own and changes nothing of it.
 *
 * <p>The lengths here say how often the fictional workers try to act; what they owe is decided by
 * the standards, not here.
 */
final class CaseWork {

  private static final double FORGOTTEN = 0.03;

  private final FictionalChild child;
  private final Diary diary;
  private final Chance chance;
  private final FictionalSubject subject;
  private final LocalDate born;
  private final LocalDate eighteenth;
  private final List<FictionalActivity> activities = new ArrayList<>();
  private final List<FictionalSpan> spans = new ArrayList<>();
  private @Nullable Referral referral;
  private int ids;

  CaseWork(long seed, FictionalChild child, Diary diary) {
    this.child = child;
    this.diary = diary;
    this.chance = Chance.of(seed, Chance.key("work"), child.number());
    this.subject = new FictionalSubject(FictionalSubject.CHILD, child.person().id());
    this.born = child.person().born();
    this.eighteenth = born.plusYears(18);
  }

  FictionalWork told() {
    for (EarlyHelp help : child.earlyHelp()) {
      span("early help", help.from(), help.to(), "", itself(help.id()));
    }
    for (Referral one : child.referrals()) {
      referral = one;
      frontDoor(one);
      one.cinPlans().forEach(this::inNeed);
      one.cpPlans().forEach(this::protection);
      one.preProceedings().forEach(this::preProceedings);
      for (PeriodOfCare period : one.periodsOfCare()) {
        visitsRecorded(period.visits());
        if (!period.shortBreaks()) {
          new CareWork(this, period).told();
        }
      }
      one.leavingCare().forEach(this::leaving);
      management(one);
    }
    privateFostering();
    return new FictionalWork(activities, spans);
  }

  private void frontDoor(Referral one) {
    FictionalReference itself = new FictionalReference("Referral", one.id());
    once("referral decision", one.on(), workingDays(one.on(), 1), 0.93, one.closed(), itself);
    if (!one.cinPlans().isEmpty()) {
      LocalDate due = one.on().plusDays(20);
      once("child in need planning meeting", one.on(), due, 0.78, one.closed(), itself);
    }
    for (Enquiry enquiry : one.enquiries()) {
      FictionalReference to = new FictionalReference("Section 47 enquiry", enquiry.id());
      LocalDate strategy = enquiry.from();
      int before = chance.that(0.9) ? chance.between(0, 1) : chance.between(2, 4);
      LocalDate decided = diary.onOrBefore(strategy.minusDays(before));
      did("strategy discussion decided", decided, LocalTime.of(chance.between(9, 12), 15), itself);
      did("strategy discussion", strategy, LocalTime.of(chance.between(13, 16), 30), to);
      if (enquiry.conference() != null) {
        LocalDate due = workingDays(strategy, 1);
        once("initial conference requested", strategy, due, 0.85, eighteenth, to);
      }
    }
    for (FictionalChild.Assessment assessment : one.assessments()) {
      did("management oversight", assessment.authorised(), null, FictionalReference.NONE);
    }
  }

  private void inNeed(CinPlan plan) {
    again("child in need review", plan.from(), plan.to(), 0.82, day -> day.plusDays(84));
    LocalDate long_ = plan.from().plusMonths(6);
    if (long_.isBefore(plan.to())) {
      FictionalReference to = new FictionalReference("Child in need plan", plan.id());
      once("manager's review of a long plan", plan.from(), long_, 0.65, plan.to(), to);
    }
    visitsRecorded(plan.visits());
  }

  private void protection(CpPlan plan) {
    LocalDate last = plan.from();
    LocalDate due = workingDays(last, 10);
    while (true) {
      LocalDate on = done(last, due, 0.86, 0.6);
      if (!happens(on, plan.to())) {
        break;
      }
      FictionalReference to = new FictionalReference("Child protection plan", plan.id());
      LocalDate calledOff = diary.onOrBefore(on.minusDays(chance.between(2, 8)));
      if (chance.that(0.05) && calledOff.isAfter(last)) {
        add(act("core group", calledOff).withStatus(FictionalActivity.CANCELLED).withReference(to));
      }
      did("core group", on, null, to);
      last = on;
      due = on.plusDays(42);
    }
    visitsRecorded(plan.visits());
  }

  private void preProceedings(PreProceedings one) {
    span("pre-proceedings", one.decided(), one.issued(), "", itself(one.id()));
  }

  /** Most visits are written down within the week; a few never are. */
  void visitsRecorded(List<Visit> visits) {
    for (Visit visit : visits) {
      LocalDate on = visit.at().toLocalDate();
      LocalDate recorded = recorded(on, 0.9);
      if (recorded != null) {
        add(new FictionalActivity(subject, "visit recorded", recorded, heldBy(on)));
      }
    }
  }

  private @Nullable LocalDate recorded(LocalDate on, double usual) {
    LocalDate day = done(on, workingDays(on, 5), usual, 0.1);
    return chance.that(0.015) ? null : day;
  }

  /** Supervision of the case, and what should be kept up to date on its file. */
  private void management(Referral one) {
    LocalDate last = one.on();
    while (true) {
      LocalDate on = done(last, last.plusDays(28), 0.8, 0.7);
      if (!happens(on, one.closed())) {
        break;
      }
      LocalDate uploaded = recorded(on, 0.84);
      add(act("case supervision", on).withRecorded(uploaded));
      last = on;
    }
    again("case summary", one.on(), one.closed(), 0.8, day -> day.plusMonths(3));
    again("chronology", one.on(), one.closed(), 0.76, day -> day.plusMonths(6));
    again("genogram", one.on(), one.closed(), 0.7, day -> day.plusMonths(12));
  }

  private void leaving(LeavingCare leaver) {
    LocalDate eligible = leaver.eligible();
    LocalDate due = eligible.plusMonths(3);
    LocalDate end = leaver.leftCare();
    once("pathway needs assessment", eligible, due, 0.75, end, FictionalReference.NONE);
    once("transition planning started", eligible, due, 0.8, end, FictionalReference.NONE);
    FictionalReference plan = itself(id());
    LocalDate made = once("pathway plan made", eligible, due, 0.7, end, plan);
    if (made != null) {
      span("pathway plan", made, leaver.until(), "", plan);
      if (chance.that(0.08)) {
        LocalDate again = diary.onOrAfter(made.plusDays(chance.between(100, 300)));
        span("pathway plan", again, leaver.until(), "", itself(id()));
      }
    }
    span("care leaver record", leaver.leftCare(), leaver.until(), "", itself(leaver.id()));
    for (LocalDate on : leaver.pathwayReviews()) {
      did("pathway plan review", on, null, plan);
    }
    for (LocalDate on : leaver.contacts()) {
      did("care leaver contact", on, null, FictionalReference.NONE);
    }
    if (chance.that(0.6)) {
      FictionalReference home = itself(id());
      LocalDate to = diary.onOrAfter(leaver.eighteenth().plusDays(chance.between(200, 900)));
      LocalDate until = to.isBefore(leaver.until()) ? to : leaver.until();
      span("provided accommodation", leaver.eighteenth(), until, "", home);
      LocalDate last = leaver.eighteenth();
      LocalDate next = last.plusDays(7);
      while (true) {
        LocalDate on = done(last, next, 0.8, 0.6);
        if (!happens(on, until)) {
          break;
        }
        visited("personal adviser visit", on, chance.that(0.12) ? "virtual" : "seen alone", home);
        last = on;
        next = on.plusMonths(2);
      }
    }
  }

  /** Some children who never come into care live with friends of the family by arrangement. */
  private void privateFostering() {
    boolean arranged = chance.that(0.07);
    boolean inCare = child.referrals().stream().anyMatch(one -> !one.periodsOfCare().isEmpty());
    if (!arranged || inCare || child.referrals().isEmpty()) {
      return;
    }
    Referral known = child.referrals().get(child.referrals().size() - 1);
    LocalDate from = diary.onOrAfter(known.on().plusDays(chance.between(2, 60)));
    LocalDate sixteenth = born.plusYears(16);
    LocalDate usual = diary.onOrAfter(from.plusDays(chance.between(60, 800)));
    LocalDate to = usual.isBefore(sixteenth) ? usual : sixteenth;
    if (!from.isAfter(born.plusYears(3)) || !from.plusDays(28).isBefore(to)) {
      return;
    }
    referral = known;
    FictionalReference arrangement = itself(id());
    span("private fostering", from, to, "", arrangement);
    LocalDate notified = diary.onOrAfter(from.plusDays(chance.between(0, 20)));
    did("private fostering notified", notified, null, arrangement);
    LocalDate last = notified;
    LocalDate due = workingDays(notified, 7);
    while (true) {
      LocalDate on = done(last, due, 0.8, 0.6);
      if (!happens(on, to)) {
        break;
      }
      visited("private fostering visit", on, "seen alone; bedroom seen", arrangement);
      last = on;
      due = on.isBefore(notified.plusYears(1)) ? on.plusDays(42) : on.plusDays(84);
    }
  }

  private void visited(String what, LocalDate on, String marks, FictionalReference to) {
    String noted = chance.that(0.03) ? "not seen" : marks;
    add(act(what, on).withRecorded(recorded(on, 0.88)).withMarks(noted).withReference(to));
  }

  // What CareWork asks for too.

  LocalDate born() {
    return born;
  }

  Diary diary() {
    return diary;
  }

  Chance chance() {
    return chance;
  }

  /** The id of something that only the report has. */
  String id() {
    ids++;
    return Long.toString((child.number() + 1L) * 1000 + 600 + ids);
  }

  static FictionalReference itself(String id) {
    return new FictionalReference("", id);
  }

  LocalDate workingDays(LocalDate from, int days) {
    return diary.plusWorkingDays(from, days);
  }

  /** Whether something planned for a day comes to pass before what it belongs to has ended. */
  static boolean happens(LocalDate on, LocalDate end) {
    return on.isBefore(end) && !on.isAfter(WORLD_ENDS);
  }

  /** The day on which something due is done, by whoever holds the child when it is due. */
  LocalDate done(LocalDate since, LocalDate due, double usual, double earliest) {
    Professional worker = heldBy(due);
    double inTime = worker == null ? usual : worker.team().inTime(usual);
    return diary.done(chance, since, due, inTime, earliest);
  }

  FictionalActivity act(String what, LocalDate on) {
    return new FictionalActivity(subject, what, on, heldBy(on));
  }

  void add(FictionalActivity activity) {
    if (!activity.on().isBefore(WORLD_BEGINS)) {
      activities.add(activity);
    }
  }

  void did(String what, LocalDate on, @Nullable LocalTime at, FictionalReference to) {
    FictionalActivity act = act(what, on).withReference(to);
    add(at == null ? act : act.withTime(at));
  }

  /**
   * Something that is done once, if it is not forgotten.
   *
   * @param end nothing is done any more from that day on
   * @return the day; null where it never is done
   */
  @Nullable LocalDate once(
      String what,
      LocalDate since,
      LocalDate due,
      double usual,
      LocalDate end,
      FictionalReference to) {
    LocalDate on = done(since, due, usual, 0.4);
    if (chance.that(FORGOTTEN) || !happens(on, end)) {
      return null;
    }
    did(what, on, null, to);
    return on;
  }

  /** Something that is done again and again until a day. */
  void again(
      String what, LocalDate from, LocalDate to, double usual, UnaryOperator<LocalDate> next) {
    LocalDate last = from;
    while (true) {
      LocalDate on = done(last, next.apply(last), usual, 0.75);
      if (!happens(on, to)) {
        return;
      }
      did(what, on, null, FictionalReference.NONE);
      last = on;
    }
  }

  void span(String what, LocalDate from, LocalDate to, String code, FictionalReference reference) {
    span(what, from, to, null, code, reference);
  }

  void span(
      String what,
      LocalDate from,
      LocalDate to,
      @Nullable LocalTime endedAt,
      String code,
      FictionalReference reference) {
    spans.add(new FictionalSpan(subject, what, from, to, endedAt, code, heldBy(from), reference));
  }

  private @Nullable Professional heldBy(LocalDate day) {
    Involvement holding = referral == null ? null : referral.heldBy(day);
    return holding == null ? null : holding.professional();
  }
}
