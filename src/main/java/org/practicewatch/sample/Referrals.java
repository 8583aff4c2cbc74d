package org.practicewatch.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.sample.FictionalChild.Assessment;
import org.practicewatch.sample.FictionalChild.Conference;
import org.practicewatch.sample.FictionalChild.Contact;
import org.practicewatch.sample.FictionalChild.Enquiry;
import org.practicewatch.sample.FictionalChild.PeriodOfCare;
import org.practicewatch.sample.FictionalChild.PreProceedings;
import org.practicewatch.sample.FictionalChild.Referral;
import org.practicewatch.sample.FictionalTeam.Kind;

/** What each call at the front door leads to: for the family, and for one of its children. */
final class Referrals {

  private static final List<String> NEEDS =
      List.of("N1", "N1", "N1", "N1", "N3", "N4", "N5", "N5", "N6", "N8");
  private static final List<String> SOURCES =
      List.of("1A", "1B", "2A", "2A", "2B", "3A", "3C", "3E", "4", "5A", "6", "6", "6", "8", "9");

  /** How far the matter goes. */
  enum Course {
    FRONT_DOOR,
    IN_NEED,
    PROTECTION,
    CARE
  }

  private final Telling telling;
  private final FictionalTeam local;
  private final boolean disabled;
  private final Diary diary;
  private final Chance shared;
  private final Chance own;
  private final List<Contact> contacts = new ArrayList<>();
  private final List<Referral> referrals = new ArrayList<>();

  /**
   * None so far.
   *
   * @param local the team that holds the family once it is assessed
   */
  Referrals(Telling telling, FictionalTeam local, boolean disabled) {
    this.telling = telling;
    this.local = local;
    this.disabled = disabled;
    this.diary = telling.diary();
    this.shared = telling.shared();
    this.own = telling.own();
  }

  List<Contact> contacts() {
    return contacts;
  }

  List<Referral> referrals() {
    return referrals;
  }

  /**
   * From a call at the front door to the closing of what it led to.
   *
   * @return when it is over for the family
   */
  LocalDate afterCall(LocalDate rang, Course course) {
    String source = shared.oneOf(SOURCES);
    String need = disabled ? "N2" : shared.oneOf(NEEDS);
    boolean contactOnly = course == Course.FRONT_DOOR && shared.that(0.4);
    boolean told = rang.isBefore(telling.eighteenth().minusDays(30));
    if (told) {
      contacts.add(new Contact(telling.id(), rang, source, contactOnly ? "ADVICE" : "REFERRAL"));
    }
    if (contactOnly) {
      return rang;
    }
    FictionalTeam assessing = telling.team(Kind.ASSESSMENT);
    LocalDate on = diary.plusWorkingDays(rang, shared.between(0, 1));
    OpenReferral referral = new OpenReferral(telling, on, need, source);
    LocalDate over;
    if (course == Course.FRONT_DOOR && shared.that(0.15)) {
      over = diary.plusWorkingDays(on, shared.between(0, 2));
      referral.noFurtherAction();
      referral.held(assessing, on, over);
      referral.close(over, "RC7");
    } else {
      LocalDate from = diary.plusWorkingDays(on, shared.between(0, 1));
      LocalDate authorised =
          diary.done(shared, from, diary.plusWorkingDays(from, 45), assessing.inTime(0.86), 0.35);
      over =
          switch (course) {
            case FRONT_DOOR -> assessedOnly(referral, from, authorised, assessing);
            case IN_NEED -> inNeed(referral, from, authorised, assessing);
            case PROTECTION -> protection(referral, from, assessing);
            case CARE -> care(referral, from, authorised, assessing);
          };
      referral.add(
          new Assessment(
              telling.id(), from, authorised, yes(0.93, 0.04), course == Course.FRONT_DOOR));
    }
    if (told) {
      referrals.add(referral.finished());
    }
    return over;
  }

  private LocalDate assessedOnly(
      OpenReferral referral, LocalDate from, LocalDate authorised, FictionalTeam assessing) {
    LocalDate over = diary.plusWorkingDays(authorised, shared.between(0, 3));
    referral.held(assessing, referral.on(), over);
    LocalDate strategy = diary.plusWorkingDays(from, shared.between(1, 10));
    LocalDate ended = diary.plusWorkingDays(strategy, shared.between(4, 12));
    if (shared.that(0.25)) {
      referral.add(new Enquiry(telling.id(), strategy, ended, null));
    }
    referral.close(over, "RC8");
    return over;
  }

  private LocalDate inNeed(
      OpenReferral referral, LocalDate from, LocalDate authorised, FictionalTeam assessing) {
    LocalDate begins = diary.plusWorkingDays(authorised, shared.between(0, 4));
    LocalDate ends =
        diary.onOrAfter(
            begins.plusDays(disabled ? shared.between(400, 1200) : shared.between(180, 540)));
    referral.handOver(assessing, local, begins);
    int before = shared.weighted(72, 22, 6);
    if (before > 0) {
      LocalDate strategy = diary.plusWorkingDays(from, shared.between(1, 8));
      conferred(referral, strategy, assessing, before == 2, null);
    }
    LocalDate over = ends;
    if (!disabled && shared.that(0.12)) {
      LocalDate strategy = diary.onOrAfter(begins.plusDays(shared.between(50, 120)));
      String plan = telling.id();
      Conference conference = conferred(referral, strategy, local, true, plan);
      referral.cinPlan(begins, conference.on());
      over = referral.cpPlan(conference, plan, local, null);
    } else {
      referral.cinPlan(begins, ends);
    }
    LocalDate closed = diary.plusWorkingDays(over, shared.between(0, 5));
    if (disabled && own.that(0.45)) {
      LocalDate breaksFrom = diary.onOrAfter(begins.plusDays(own.between(20, 60)));
      referral.inCare(
          referral.careLife().shortBreaks(breaksFrom, Diary.earlier(closed, telling.eighteenth())));
    }
    referral.close(closed, "RC7");
    return closed;
  }

  private LocalDate protection(OpenReferral referral, LocalDate from, FictionalTeam assessing) {
    LocalDate strategy = diary.plusWorkingDays(from, shared.between(1, 12));
    String plan = telling.id();
    Conference conference = conferred(referral, strategy, assessing, true, plan);
    referral.handOver(assessing, local, conference.on());
    LocalDate over = referral.cpPlan(conference, plan, local, null);
    boolean stepsDown = shared.that(0.7);
    LocalDate down = diary.onOrAfter(over.plusDays(shared.between(70, 240)));
    if (stepsDown) {
      referral.cinPlan(over, down);
      over = down;
    }
    LocalDate closed = diary.plusWorkingDays(over, shared.between(0, 5));
    referral.close(closed, "RC7");
    return closed;
  }

  private LocalDate care(
      OpenReferral referral, LocalDate from, LocalDate authorised, FictionalTeam assessing) {
    int road = shared.weighted(45, 35, 20);
    LocalDate entry;
    switch (road) {
      case 0 -> {
        LocalDate strategy = diary.plusWorkingDays(from, shared.between(1, 12));
        String plan = telling.id();
        Conference conference = conferred(referral, strategy, assessing, true, plan);
        entry = diary.onOrAfter(conference.on().plusDays(shared.between(60, 300)));
        referral.handOver(assessing, local, conference.on());
        referral.cpPlan(conference, plan, local, entry);
        LocalDate decided = diary.onOrBefore(entry.minusDays(shared.between(20, 55)));
        referral.add(
            new PreProceedings(
                telling.id(),
                Integer.toString(telling.family().first() + 1),
                decided,
                diary.plusWorkingDays(decided, 3),
                diary.plusWorkingDays(decided, 8),
                entry,
                shared.between(1, 3)));
      }
      case 1 -> {
        LocalDate begins = diary.plusWorkingDays(authorised, shared.between(0, 4));
        entry = diary.onOrAfter(begins.plusDays(shared.between(30, 200)));
        referral.handOver(assessing, local, begins);
        referral.cinPlan(begins, entry);
      }
      default -> {
        entry = diary.plusWorkingDays(referral.on(), shared.between(0, 3));
        referral.handOver(assessing, local, diary.plusWorkingDays(entry, 10));
      }
    }
    LocalDate ownEntry = entry.isBefore(telling.born()) ? telling.born().plusDays(4) : entry;
    if (ownEntry.isAfter(telling.eighteenth().minusDays(45))) {
      referral.close(entry, "RC7");
      return entry;
    }
    CareLife life = referral.careLife();
    PeriodOfCare period = life.period(ownEntry, road == 0, road == 2);
    referral.inCare(period);
    LocalDate left = period.to();
    if (life.wentHome()) {
      LocalDate down = diary.onOrAfter(left.plusDays(own.between(80, 200)));
      referral.held(local, left, Diary.earlier(down, telling.eighteenth()));
      referral.ownCinPlan(left, down);
      referral.close(diary.plusWorkingDays(down, own.between(0, 5)), "RC7");
    } else if (left.isBefore(telling.eighteenth())) {
      referral.close(diary.plusWorkingDays(left, own.between(3, 25)), life.closedBecause());
    }
    life.leavingCare(ownEntry, period).ifPresent(referral::leaves);
    return entry;
  }

  /** A section 47 enquiry and, where it comes to that, its conference. */
  private Conference conferred(
      OpenReferral referral,
      LocalDate strategy,
      FictionalTeam team,
      boolean held,
      @Nullable String plan) {
    LocalDate target = diary.plusWorkingDays(strategy, 15);
    LocalDate on = diary.done(shared, strategy, target, team.inTime(0.82), 0.5);
    LocalDate ended = Diary.earlier(diary.plusWorkingDays(strategy, shared.between(5, 12)), on);
    Conference conference = new Conference(telling.id(), telling.id(), target, on, plan);
    if (strategy.isBefore(telling.eighteenth())) {
      referral.add(new Enquiry(telling.id(), strategy, ended, held ? conference : null));
    }
    return conference;
  }

  /** Y, mostly; else N with that likelihood; else nobody wrote anything. */
  private String yes(double yes, double no) {
    double drawn = own.fraction();
    return drawn < yes ? "Y" : drawn < yes + no ? "N" : "";
  }
}
