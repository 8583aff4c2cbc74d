package org.practicewatch.sample;

import static org.practicewatch.sample.FictionalAuthority.WORLD_ENDS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.sample.FictionalChild.Assessment;
import org.practicewatch.sample.FictionalChild.CinPlan;
import org.practicewatch.sample.FictionalChild.Conference;
import org.practicewatch.sample.FictionalChild.CpPlan;
import org.practicewatch.sample.FictionalChild.Enquiry;
import org.practicewatch.sample.FictionalChild.Involvement;
import org.practicewatch.sample.FictionalChild.LeavingCare;
import org.practicewatch.sample.FictionalChild.PeriodOfCare;
import org.practicewatch.sample.FictionalChild.PreProceedings;
import org.practicewatch.sample.FictionalChild.Referral;
import org.practicewatch.sample.FictionalChild.ReviewConference;
import org.practicewatch.sample.FictionalChild.Visit;
import org.practicewatch.sample.FictionalTeam.Kind;
import org.practicewatch.sample.FictionalTeam.Professional;

/** A referral in the making: what is planned and done for the child until it is closed. */
final class OpenReferral {

  private static final List<String> CATEGORIES = List.of("NEG", "NEG", "EMO", "EMO", "PHY", "SEX");

  /**
   * Days that Mosaic's own script adds for the next conference: not quite the months of the law.
   */
  private static final int TARGET_AFTER_FIRST = 91;

  private static final int TARGET_AFTER_LATER = 183;

  private final Telling telling;
  private final Diary diary;
  private final Chance shared;
  private final Chance own;
  private final String id;
  private final LocalDate on;
  private final String need;
  private final String source;
  private final LocalDate born;
  private final LocalDate eighteenth;
  private final Holds holds;
  private final List<Assessment> assessments = new ArrayList<>();
  private final List<Enquiry> enquiries = new ArrayList<>();
  private final List<CinPlan> cinPlans = new ArrayList<>();
  private final List<CpPlan> cpPlans = new ArrayList<>();
  private final List<PreProceedings> preProceedings = new ArrayList<>();
  private final List<PeriodOfCare> periods = new ArrayList<>();
  private final List<LeavingCare> leaving = new ArrayList<>();
  private final List<Involvement> involvements = new ArrayList<>();
  private boolean noFurtherAction;
  private LocalDate closed;
  private String closedBecause = "RC7";

  OpenReferral(Telling telling, LocalDate on, String need, String source) {
    this.telling = telling;
    this.diary = telling.diary();
    this.shared = telling.shared();
    this.own = telling.own();
    this.id = telling.id();
    this.on = on;
    this.need = need;
    this.source = source;
    this.born = telling.born();
    this.eighteenth = telling.eighteenth();
    this.holds = new Holds(diary);
    this.closed = eighteenth;
  }

  LocalDate on() {
    return on;
  }

  void noFurtherAction() {
    noFurtherAction = true;
  }

  void add(Assessment assessment) {
    assessments.add(assessment);
  }

  void add(Enquiry enquiry) {
    enquiries.add(enquiry);
  }

  void add(PreProceedings proceedings) {
    preProceedings.add(proceedings);
  }

  void held(FictionalTeam team, LocalDate from, LocalDate to) {
    holds.add(team, from, to);
  }

  /** The child's life in care, which belongs to this referral. */
  CareLife careLife() {
    return new CareLife(telling, holds);
  }

  /** One in thirty waits for a worker of the new team. */
  void handOver(FictionalTeam assessing, FictionalTeam local, LocalDate day) {
    boolean waits = shared.that(0.033);
    int days = shared.between(15, 60);
    held(assessing, on, day);
    held(local, waits ? day.plusDays(days) : day, eighteenth);
  }

  void close(LocalDate day, String because) {
    closed = Diary.earlier(day, eighteenth);
    closedBecause = because;
  }

  void cinPlan(LocalDate from, LocalDate to) {
    cinPlan(shared, from, to);
  }

  void ownCinPlan(LocalDate from, LocalDate to) {
    cinPlan(own, from, to);
  }

  private void cinPlan(Chance chance, LocalDate from, LocalDate to) {
    List<LocalDate> days = visitDays(chance, from, to, 20, 0.81);
    if (from.isBefore(eighteenth)) {
      cinPlans.add(new CinPlan(telling.id(), from, Diary.earlier(to, eighteenth), visits(days)));
    }
  }

  /**
   * A child protection plan with its visits and conferences.
   *
   * @param care when the child comes into care, which ends the plan; null where a conference ends
   *     it
   * @return when the plan ends
   */
  LocalDate cpPlan(Conference initial, String plan, FictionalTeam team, @Nullable LocalDate care) {
    int last = 1 + shared.weighted(12, 45, 30, 13);
    String category = shared.oneOf(CATEGORIES);
    String latest = shared.that(0.85) ? category : shared.oneOf(CATEGORIES);
    List<ReviewConference> reviews = new ArrayList<>();
    LocalDate previous = initial.on();
    String previousId = initial.id();
    LocalDate ends = care;
    for (int count = 1; ends == null || previous.isBefore(ends); count++) {
      boolean first = count == 1;
      LocalDate due = previous.plusMonths(first ? 3 : 6);
      LocalDate on = diary.done(shared, previous, due, team.inTime(0.96), 0.8);
      LocalDate target = previous.plusDays(first ? TARGET_AFTER_FIRST : TARGET_AFTER_LATER);
      boolean quorate = shared.that(0.96);
      boolean continues = care != null || count < last;
      if (!continues) {
        ends = on;
      }
      boolean held = care == null || on.isBefore(care);
      String review = telling.id();
      if (target.isBefore(eighteenth)) {
        reviews.add(
            new ReviewConference(
                review,
                target,
                on,
                previous,
                held && on.isBefore(eighteenth)
                    ? null
                    : Diary.earlier(eighteenth, or(care, eighteenth)),
                continues,
                quorate ? "Y" : "N",
                telling.participation(on),
                previousId,
                previous,
                first));
      }
      previous = on;
      previousId = review;
    }
    List<LocalDate> days = visitDays(shared, initial.on(), ends, 10, 0.87);
    if (initial.on().isBefore(eighteenth)) {
      cpPlans.add(
          new CpPlan(
              plan,
              initial.id(),
              initial.on(),
              Diary.earlier(ends, eighteenth),
              category,
              latest,
              visits(days),
              reviews));
    }
    return ends;
  }

  private List<LocalDate> visitDays(
      Chance chance, LocalDate from, LocalDate to, int workingDays, double usual) {
    List<LocalDate> days = new ArrayList<>();
    LocalDate last = from;
    while (true) {
      LocalDate due = diary.plusWorkingDays(last, workingDays);
      LocalDate on = holds.done(chance, last, due, usual, 0.6);
      if (!on.isBefore(to) || on.isAfter(WORLD_ENDS)) {
        return days;
      }
      days.add(on);
      last = on;
    }
  }

  private List<Visit> visits(List<LocalDate> days) {
    return days.stream()
        .filter(day -> !day.isBefore(born) && day.isBefore(eighteenth))
        .map(telling::visit)
        .toList();
  }

  void inCare(PeriodOfCare period) {
    periods.add(period);
    if (!period.shortBreaks()) {
      FictionalTeam reviewing = telling.team(Kind.REVIEWING);
      involve(
          reviewing.workersFor(telling.seed(), telling.family().first()),
          Involvement.REVIEWING,
          period.from(),
          period.to());
    }
  }

  void leaves(LeavingCare leaver) {
    leaving.add(leaver);
    LocalDate from = Diary.earlier(leaver.eligible().plusMonths(9), leaver.eighteenth());
    FictionalTeam advising = telling.team(Kind.LEAVING_CARE);
    involve(
        advising.advisersFor(telling.seed(), telling.family().first()),
        Involvement.ADVISER,
        from,
        leaver.until());
    held(advising, eighteenth, leaver.until());
    closed = leaver.until();
  }

  private void involve(
      List<Professional> professionals, String role, LocalDate from, LocalDate to) {
    for (Professional professional : professionals) {
      LocalDate begins = professional.from().isAfter(from) ? professional.from() : from;
      LocalDate ends = Diary.earlier(professional.to(), to);
      if (begins.isBefore(ends)) {
        involvements.add(
            new Involvement(
                telling.id(),
                professional,
                role,
                own.that(0.04),
                begins,
                ends,
                ends.isBefore(to) ? professional.leftBecause() : "TSPROC"));
      }
    }
  }

  Referral finished() {
    holds
        .before(closed)
        .forEach(
            hold ->
                involve(
                    hold.team().workersFor(telling.seed(), telling.family().first()),
                    Involvement.ALLOCATED,
                    hold.from(),
                    Diary.earlier(hold.to(), closed)));
    return new Referral(
        id,
        on,
        need,
        source,
        noFurtherAction,
        closed,
        closedBecause,
        assessments,
        enquiries,
        cinPlans,
        cpPlans,
        preProceedings,
        periods,
        leaving,
        involvements);
  }

  private static LocalDate or(@Nullable LocalDate day, LocalDate otherwise) {
    return day == null ? otherwise : day;
  }
}
