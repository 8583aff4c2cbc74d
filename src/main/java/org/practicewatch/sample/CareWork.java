package org.practicewatch.sample;

import static org.practicewatch.sample.FictionalAuthority.WORLD_ENDS;
import static org.practicewatch.sample.FictionalReference.NONE;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.practicewatch.sample.FictionalChild.Adoption;
import org.practicewatch.sample.FictionalChild.Episode;
import org.practicewatch.sample.FictionalChild.LegalStatus;
import org.practicewatch.sample.FictionalChild.Missing;
import org.practicewatch.sample.FictionalChild.PeriodOfCare;
import org.practicewatch.sample.FictionalChild.Placement;
import org.practicewatch.sample.FictionalChild.Review;

/** What is done around one period of care: plans, meetings, school, court, a home for good. */
final class CareWork {

  /** A part of each school term in which plans for education are made. */
  private record Term(MonthDay from, MonthDay to) {}

  private static final List<Term> TERMS =
      List.of(
          new Term(MonthDay.of(1, 12), MonthDay.of(3, 20)),
          new Term(MonthDay.of(4, 28), MonthDay.of(7, 10)),
          new Term(MonthDay.of(9, 14), MonthDay.of(12, 10)));

  private static final int SCHOOL_FROM = 5;

  private final CaseWork work;
  private final Chance chance;
  private final Diary diary;
  private final PeriodOfCare period;
  private final LocalDate from;
  private final LocalDate to;

  CareWork(CaseWork work, PeriodOfCare period) {
    this.work = work;
    this.chance = work.chance();
    this.diary = work.diary();
    this.period = period;
    this.from = period.from();
    this.to = period.to();
  }

  void told() {
    LocalDate secondReview = work.workingDays(from, 20).plusMonths(3);
    work.once("IRO appointed", from, work.workingDays(from, 5), 0.92, to, NONE);
    work.once("care plan made", from, work.workingDays(from, 10), 0.85, to, NONE);
    work.once("health assessment requested", from, work.workingDays(from, 3), 0.82, to, NONE);
    work.once("permanence planning meeting", from, work.workingDays(from, 10), 0.76, to, NONE);
    work.once("permanence plan made", from, secondReview, 0.84, to, NONE);
    work.once("life-story work started", from, secondReview, 0.66, to, NONE);
    if (period.immunised()) {
      work.again("immunisations up to date", from, to, 0.88, day -> day.plusMonths(12));
    }
    period.sdq().stream()
        .filter(sdq -> !sdq.score().isEmpty())
        .forEach(sdq -> work.did("strengths and difficulties questionnaire", sdq.on(), null, NONE));
    reviews();
    List<Placement> stays = stays();
    placements(stays);
    education(stays);
    period.missing().forEach(this::missing);
    court();
    Adoption adoption = period.adoption();
    if (adoption != null) {
      adoption(adoption);
    }
  }

  private void reviews() {
    LocalDate previous = from;
    boolean first = true;
    for (Review review : period.reviews()) {
      LocalDate on = review.on();
      if (review.cancelled() || review.dropped() != null) {
        continue;
      }
      boolean early = chance.that(0.85);
      LocalDate sent =
          diary.onOrBefore(on.minusDays(early ? chance.between(6, 14) : chance.between(1, 4)));
      if (!chance.that(0.05) && sent.isAfter(previous)) {
        work.did("pre-meeting report", sent, null, NONE);
      }
      work.once("review decisions issued", on, work.workingDays(on, 5), 0.88, to, NONE);
      work.once("care plan updated", on, work.workingDays(on, 10), 0.8, to, NONE);
      LocalDate issued =
          work.once("review record issued", on, work.workingDays(on, 15), 0.8, to, NONE);
      if (issued != null) {
        LocalDate copied = work.workingDays(issued, chance.between(1, 6));
        if (CaseWork.happens(copied, to)) {
          work.did("review record sent out", copied, null, NONE);
        }
      }
      midway(on, first);
      if (chance.that(0.07)) {
        challenge(on);
      }
      previous = on;
      first = false;
    }
  }

  private void midway(LocalDate on, boolean first) {
    LocalDate half = on.plusDays(first ? 46 : 92);
    work.once("IRO midway review", half, work.workingDays(half, 20), 0.8, to, NONE);
  }

  private void challenge(LocalDate review) {
    FictionalReference challenge = CaseWork.itself(work.id());
    LocalDate raised = work.workingDays(review, chance.between(1, 10));
    LocalDate actioned = work.workingDays(raised, chance.between(3, 40));
    if (CaseWork.happens(raised, to)) {
      work.did("IRO challenge", raised, null, challenge);
    }
    if (chance.that(0.8) && CaseWork.happens(actioned, to)) {
      work.did("IRO challenge actioned", actioned, null, challenge);
    }
  }

  /** Placements without those that only interrupt another, and without a mere change of code. */
  private List<Placement> stays() {
    List<Placement> stays = new ArrayList<>();
    boolean away = false;
    for (Placement placement : period.placements()) {
      boolean temporary = placement.type().startsWith("T");
      boolean sameCarer =
          period.episodes().stream()
              .filter(episode -> episode.from().equals(placement.from()))
              .map(Episode::reason)
              .anyMatch(reason -> reason.equals("T") || reason.equals("U"));
      if (!temporary && !away && !sameCarer) {
        stays.add(placement);
      }
      away = temporary;
    }
    return stays;
  }

  private void placements(List<Placement> stays) {
    for (Placement stay : stays) {
      FictionalReference to = new FictionalReference("Placement", stay.id());
      LocalDate began = stay.from();
      LocalDate due = work.workingDays(began, 5);
      LocalDate ends = stay.to();
      if (!stay.type().startsWith("A")) {
        work.once("placement plan made", began, due, 0.84, ends, to);
        work.once("placement planning meeting", began, due, 0.8, ends, to);
        work.once("placement notified", began, due, 0.94, ends, to);
      }
      boolean planned = began.isAfter(from) && chance.that(0.55);
      for (int visit = chance.between(1, 3); visit > 0 && planned; visit--) {
        LocalDate on = diary.onOrBefore(began.minusDays(2 + visit * 4L));
        if (on.isAfter(from)) {
          work.did("introductory visit", on, null, to);
        }
      }
      carer(stay);
    }
  }

  private void carer(Placement stay) {
    LocalDate began = stay.from();
    if (stay.type().equals("U3") && chance.that(0.3)) {
      FictionalReference approval = CaseWork.itself(work.id());
      LocalDate due = began.plusWeeks(16);
      LocalDate approved = work.once("carer fully approved", began, due, 0.85, stay.to(), approval);
      LocalDate over = approved == null ? stay.to() : approved;
      work.span("temporary approval", began, over, "yes", approval);
    }
    if (stay.type().equals("U4")) {
      work.did("long-term match agreed", began, null, NONE);
      LocalDate agreed = diary.onOrAfter(began.plusDays(chance.between(366, 500)));
      if (chance.that(0.25) && agreed.isBefore(stay.to())) {
        work.span(
            "six-monthly visits agreed", agreed, stay.to(), "yes", CaseWork.itself(work.id()));
      }
    }
  }

  /** A plan within the first weeks at school age, and then one in most terms. */
  private void education(List<Placement> stays) {
    LocalDate schoolAge = work.born().plusYears(SCHOOL_FROM);
    LocalDate begins = from.isAfter(schoolAge) ? from : schoolAge;
    if (!begins.isBefore(to)) {
      return;
    }
    work.once("PEP started", begins, work.workingDays(begins, 10), 0.86, to, NONE);
    work.once("PEP", begins, work.workingDays(begins, 20), 0.82, to, NONE);
    for (int year = begins.getYear(); year <= WORLD_ENDS.getYear(); year++) {
      for (Term term : TERMS) {
        LocalDate on =
            diary.onOrAfter(chance.day(term.from().atYear(year), term.to().atYear(year)));
        if (!chance.that(0.07) && on.isAfter(begins.plusDays(40)) && CaseWork.happens(on, to)) {
          work.did("PEP", on, null, NONE);
        }
      }
    }
    for (Placement stay : stays) {
      boolean moves = stay.from().isAfter(begins) && chance.that(0.35);
      LocalDate changed = diary.onOrAfter(stay.from().plusDays(chance.between(1, 12)));
      if (moves && CaseWork.happens(changed, to)) {
        work.did("change of school", changed, null, NONE);
        work.once("PEP", changed, work.workingDays(changed, 20), 0.7, to, NONE);
      }
    }
  }

  private void missing(Missing one) {
    FictionalReference episode = new FictionalReference("Missing", one.id());
    LocalDateTime back = one.to();
    work.span(
        "missing",
        one.from().toLocalDate(),
        back.toLocalDate(),
        time(back),
        one.type(),
        CaseWork.itself(one.id()));
    boolean offered = one.interviewOffered().equals("Y");
    boolean accepted = one.interviewAccepted().equals("Y");
    LocalDateTime offer = after(back, 0.88);
    LocalDateTime talk = after(back, 0.74);
    if (!offered) {
      return;
    }
    work.did("return interview offered", offer.toLocalDate(), time(offer), episode);
    LocalDateTime held = talk.isAfter(offer) ? talk : offer.plusHours(2);
    FictionalActivity interview =
        work.act("return interview", held.toLocalDate())
            .withTime(time(held))
            .withReference(episode);
    if (accepted) {
      work.did("return interview accepted", offer.toLocalDate(), time(offer), episode);
      work.add(interview);
    } else {
      work.add(interview.withStatus(FictionalActivity.REFUSED));
    }
  }

  /** Within three days, mostly; else some days more. */
  private LocalDateTime after(LocalDateTime back, double inTime) {
    int hours = chance.that(inTime) ? chance.between(4, 70) : chance.between(74, 240);
    return back.plusHours(hours);
  }

  private static LocalTime time(LocalDateTime moment) {
    return LocalTime.of(moment.getHour(), moment.getMinute());
  }

  /** From the application for a care order to the order that ends the matter. */
  private void court() {
    LocalDate issued = null;
    LocalDate decided = null;
    for (LegalStatus status : period.legalStatuses()) {
      if (status.code().equals("C1") && issued == null) {
        issued = status.from();
      } else if (issued != null
          && decided == null
          && (status.code().equals("C2") || status.code().equals("E1"))) {
        decided = status.from();
      }
    }
    if (issued != null) {
      LocalDate usual = diary.onOrAfter(issued.plusDays(chance.between(130, 230)));
      LocalDate ends = decided == null ? (usual.isBefore(to) ? usual : to) : decided;
      work.span("proceedings", issued, ends, "", CaseWork.itself(work.id()));
    }
  }

  private void adoption(Adoption one) {
    FictionalReference plan = CaseWork.itself(one.id());
    LocalDate decided = one.decided();
    if (!decided.isBefore(to)) {
      return;
    }
    LocalDate report =
        diary.onOrBefore(decided.minusDays(chance.between(chance.that(0.9) ? 8 : -20, 30)));
    work.did("child permanence report", report, null, plan);
    work.did("adoption panel", before(decided), null, plan);
    work.did("adoption decision", decided, null, plan);
    until(one.placementOrder(), "placement order", plan);
    LocalDate last = one.placementOrder();
    LocalDate due = last.plusMonths(3);
    while (true) {
      LocalDate on = work.done(last, due, 0.8, 0.8);
      if (!CaseWork.happens(on, one.placed()) || !on.isBefore(to)) {
        break;
      }
      work.did("adoption review", on, null, plan);
      last = on;
      due = on.plusMonths(6);
    }
    if (one.placementOrder().isBefore(to)) {
      LocalDate placed = one.placed().isBefore(to) ? one.placed() : to;
      work.span("authority to place", one.placementOrder(), placed, "", plan);
    }
    until(before(one.matched()), "matching panel", plan);
    until(one.matched(), "matched with adopters", plan);
    until(one.placed(), "moved in with adopters", plan);
    if (one.placed().isBefore(to)) {
      work.span("placed for adoption", one.placed(), to, "", plan);
    }
    LocalDate applied = diary.onOrBefore(one.order().minusDays(chance.between(50, 100)));
    if (applied.isAfter(one.placed().plusDays(69))) {
      until(applied, "adoption application", plan);
    }
    if (one.order().equals(to)) {
      work.did("adoption order", to, null, plan);
      LocalDate ceremony = diary.onOrAfter(to.plusDays(chance.between(7, 30)));
      work.did("adoption ceremony", ceremony, null, plan);
      LocalDate letterDue = work.workingDays(ceremony, 10);
      work.once("later life letter", ceremony, letterDue, 0.7, WORLD_ENDS, plan);
    }
  }

  /** A panel sits some days before the decision-maker decides, now and then too many. */
  private LocalDate before(LocalDate decision) {
    int days = chance.that(0.85) ? chance.between(3, 9) : chance.between(12, 20);
    return diary.onOrBefore(decision.minusDays(days));
  }

  private void until(LocalDate on, String what, FictionalReference plan) {
    if (on.isBefore(to)) {
      work.did(what, on, null, plan);
    }
  }
}
