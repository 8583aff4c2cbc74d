package org.practicewatch.sample;

import static org.practicewatch.sample.FictionalAuthority.WORLD_BEGINS;
import static org.practicewatch.sample.FictionalAuthority.WORLD_ENDS;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.sample.FictionalChild.Assessment;
import org.practicewatch.sample.FictionalChild.CinPlan;
import org.practicewatch.sample.FictionalChild.Conference;
import org.practicewatch.sample.FictionalChild.Contact;
import org.practicewatch.sample.FictionalChild.CpPlan;
import org.practicewatch.sample.FictionalChild.EarlyHelp;
import org.practicewatch.sample.FictionalChild.Enquiry;
import org.practicewatch.sample.FictionalChild.Involvement;
import org.practicewatch.sample.FictionalChild.LeavingCare;
import org.practicewatch.sample.FictionalChild.PeriodOfCare;
import org.practicewatch.sample.FictionalChild.Person;
import org.practicewatch.sample.FictionalChild.PreProceedings;
import org.practicewatch.sample.FictionalChild.Referral;
import org.practicewatch.sample.FictionalChild.ReviewConference;
import org.practicewatch.sample.FictionalChild.Visit;
import org.practicewatch.sample.FictionalTeam.Hold;
import org.practicewatch.sample.FictionalTeam.Kind;
import org.practicewatch.sample.FictionalTeam.Professional;

/**
 * Tells one child's life. What happens to the whole family is drawn from a stream that its children
 * share and that nothing of the child's own may disturb: so brothers and sisters are visited on the
 * same day, and stand in the same conference, without anyone having to look at each other.
 */
final class ChildLife {

  private static final List<String> NEEDS =
      List.of("N1", "N1", "N1", "N1", "N3", "N4", "N5", "N5", "N6", "N8");
  private static final List<String> SOURCES =
      List.of("1A", "1B", "2A", "2A", "2B", "3A", "3C", "3E", "4", "5A", "6", "6", "6", "8", "9");
  private static final List<String> ETHNICITIES =
      List.of(
          "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WIRI", "WOTH", "MWBC", "MWBA", "MWAS",
          "MOTH", "AIND", "APKN", "ABAN", "BCRB", "BAFR", "OOTH", "NOBT");
  private static final List<String> DISABILITIES =
      List.of("AUT", "AUT", "LD", "BEH", "COMM", "MOB", "HEAR", "VIS", "CON", "PC");
  private static final List<String> CATEGORIES = List.of("NEG", "NEG", "EMO", "EMO", "PHY", "SEX");

  /**
   * Days that Mosaic's own script adds for the next conference: not quite the months of the law.
   */
  private static final int TARGET_AFTER_FIRST = 91;

  private static final int TARGET_AFTER_LATER = 183;

  private enum Course {
    FRONT_DOOR,
    IN_NEED,
    PROTECTION,
    CARE
  }

  private final long seed;
  private final int number;
  private final Diary diary;
  private final Family family;
  private final Chance shared;
  private final Chance own;
  private final List<Contact> contacts = new ArrayList<>();
  private final List<Referral> referrals = new ArrayList<>();
  private int rows;

  ChildLife(long seed, int number, Diary diary) {
    this.seed = seed;
    this.number = number;
    this.diary = diary;
    this.family = Family.of(seed, number);
    this.shared = Chance.of(seed, Chance.key("family"), family.first());
    this.own = Chance.of(seed, Chance.key("child"), number);
  }

  FictionalChild told() {
    int kind = shared.weighted(33, 17, 29, 12, 9);
    Course course =
        switch (kind) {
          case 0 -> Course.IN_NEED;
          case 1 -> Course.PROTECTION;
          case 2, 3 -> Course.CARE;
          default -> Course.FRONT_DOOR;
        };
    boolean leaver = kind == 3;
    boolean east = shared.that(0.5);
    boolean disabled = kind == 0 && shared.that(0.14);
    String surname = Names.surname(shared);
    String ethnicity = shared.oneOf(ETHNICITIES);
    LocalDate first = diary.onOrAfter(firstContact(course, leaver));
    LocalDate born = born(first, leaver);
    Person person = person(surname, ethnicity, born, disabled, first);
    Kind localKind = disabled ? Kind.DISABLED : east ? Kind.EAST : Kind.WEST;
    FictionalTeam local = team(localKind);
    List<EarlyHelp> earlyHelp = earlyHelp(first, born);
    LocalDate rang = first;
    Course now = course;
    while (rang.isBefore(WORLD_ENDS.minusMonths(1))) {
      LocalDate over = chapter(rang, now, local, born, disabled);
      boolean again = shared.that(0.55);
      LocalDate next = diary.onOrAfter(over.plusDays(shared.between(40, 500)));
      int turn = shared.weighted(35, 45, 20);
      if (now == Course.CARE || !again) {
        break;
      }
      rang = next;
      now = turn == 0 ? Course.FRONT_DOOR : turn == 1 ? Course.IN_NEED : Course.PROTECTION;
    }
    return new FictionalChild(number, person, contacts, earlyHelp, referrals);
  }

  /** Most of the work of today began not long ago; care goes back further. */
  private LocalDate firstContact(Course course, boolean leaver) {
    if (leaver) {
      return shared.day(WORLD_BEGINS, LocalDate.of(2024, 3, 31));
    }
    if (shared.that(0.03)) {
      return shared.day(LocalDate.of(2026, 9, 1), WORLD_ENDS.minusMonths(2));
    }
    if (course == Course.CARE) {
      return shared.day(WORLD_BEGINS, LocalDate.of(2026, 7, 31));
    }
    return shared.that(0.25)
        ? shared.day(WORLD_BEGINS, LocalDate.of(2025, 3, 31))
        : shared.day(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 9, 15));
  }

  private LocalDate born(LocalDate first, boolean leaver) {
    int elder = 26 * (family.size() - 1);
    int youngest =
        leaver
            ? shared.between(14 * 12 + 6, 16 * 12 + 6)
            : shared.that(0.04) ? -shared.between(1, 5) : shared.between(0, 16 * 12 - elder);
    int gap = 26 * (family.size() - 1 - family.place());
    int monthsOld = leaver ? Math.min(youngest + gap, 17 * 12 + 3) : youngest + gap;
    boolean isYoungest = family.place() == family.size() - 1;
    return first.minusMonths(monthsOld).minusDays(isYoungest ? 3 : own.between(0, 80));
  }

  private Person person(
      String surname, String ethnicity, LocalDate born, boolean disabled, LocalDate first) {
    long id = 300_000L + number * 7L + own.between(0, 6);
    List<String> disabilities = new ArrayList<>();
    if (disabled || own.that(0.06)) {
      disabilities.add(own.oneOf(DISABILITIES));
      if (own.that(0.3)) {
        disabilities.add("MULT");
      }
    } else {
      disabilities.add("NONE");
    }
    return new Person(
        Long.toString(id),
        Names.forename(own),
        surname,
        own.that(0.51) ? "M" : own.that(0.99) ? "F" : "U",
        own.that(0.95) ? ethnicity : "NOBT",
        born,
        born.isAfter(first),
        disabilities,
        "Z" + "%012d".formatted(id * 37 % 1_000_000_000_000L),
        own.that(0.93) ? "GB" : "Other",
        first);
  }

  private List<EarlyHelp> earlyHelp(LocalDate first, LocalDate born) {
    LocalDate from = diary.onOrAfter(first.minusDays(shared.between(120, 400)));
    LocalDate to = diary.onOrBefore(first.minusDays(shared.between(1, 30)));
    if (!shared.that(0.18) || from.isBefore(born)) {
      return List.of();
    }
    return List.of(
        new EarlyHelp(
            id(), from, to, "Family support", "Stepped up to social care", "Fernshire Family Hub"));
  }

  /**
   * From a call at the front door to the closing of what it led to.
   *
   * @return when it is over for the family
   */
  private LocalDate chapter(
      LocalDate rang, Course course, FictionalTeam local, LocalDate born, boolean disabled) {
    String source = shared.oneOf(SOURCES);
    String need = disabled ? "N2" : shared.oneOf(NEEDS);
    boolean contactOnly = course == Course.FRONT_DOOR && shared.that(0.4);
    LocalDate eighteenth = born.plusYears(18);
    boolean told = rang.isBefore(eighteenth.minusDays(30));
    if (told) {
      contacts.add(new Contact(id(), rang, source, contactOnly ? "ADVICE" : "REFERRAL"));
    }
    if (contactOnly) {
      return rang;
    }
    FictionalTeam assessing = team(Kind.ASSESSMENT);
    LocalDate on = diary.plusWorkingDays(rang, shared.between(0, 1));
    Draft draft = new Draft(id(), on, need, source, born, eighteenth);
    LocalDate over;
    if (course == Course.FRONT_DOOR && shared.that(0.15)) {
      over = diary.plusWorkingDays(on, shared.between(0, 2));
      draft.noFurtherAction = true;
      draft.holds.add(new Hold(assessing, on, over));
      draft.close(over, "RC7");
    } else {
      LocalDate from = diary.plusWorkingDays(on, shared.between(0, 1));
      LocalDate authorised =
          diary.done(shared, from, diary.plusWorkingDays(from, 45), assessing.inTime(0.86), 0.35);
      over =
          switch (course) {
            case FRONT_DOOR -> assessedOnly(draft, from, authorised, assessing);
            case IN_NEED -> inNeed(draft, from, authorised, assessing, local, disabled);
            case PROTECTION -> protection(draft, from, assessing, local);
            case CARE -> care(draft, from, authorised, assessing, local);
          };
      draft.assessments.add(
          new Assessment(id(), from, authorised, yes(0.93, 0.04), course == Course.FRONT_DOOR));
    }
    if (told) {
      referrals.add(draft.finished());
    }
    return over;
  }

  private LocalDate assessedOnly(
      Draft draft, LocalDate from, LocalDate authorised, FictionalTeam assessing) {
    LocalDate over = diary.plusWorkingDays(authorised, shared.between(0, 3));
    draft.holds.add(new Hold(assessing, draft.on, over));
    LocalDate strategy = diary.plusWorkingDays(from, shared.between(1, 10));
    LocalDate ended = diary.plusWorkingDays(strategy, shared.between(4, 12));
    if (shared.that(0.25)) {
      draft.enquiries.add(new Enquiry(id(), strategy, ended, null));
    }
    draft.close(over, "RC8");
    return over;
  }

  private LocalDate inNeed(
      Draft draft,
      LocalDate from,
      LocalDate authorised,
      FictionalTeam assessing,
      FictionalTeam local,
      boolean disabled) {
    LocalDate begins = diary.plusWorkingDays(authorised, shared.between(0, 4));
    LocalDate ends =
        diary.onOrAfter(
            begins.plusDays(disabled ? shared.between(400, 1200) : shared.between(180, 540)));
    draft.handOver(assessing, local, begins);
    int before = shared.weighted(72, 22, 6);
    if (before > 0) {
      LocalDate strategy = diary.plusWorkingDays(from, shared.between(1, 8));
      conferred(draft, strategy, assessing, before == 2, null);
    }
    LocalDate over = ends;
    if (!disabled && shared.that(0.12)) {
      LocalDate strategy = diary.onOrAfter(begins.plusDays(shared.between(50, 120)));
      String plan = id();
      Conference conference = conferred(draft, strategy, local, true, plan);
      draft.cinPlan(begins, conference.on());
      over = draft.cpPlan(conference, plan, local, null);
    } else {
      draft.cinPlan(begins, ends);
    }
    LocalDate closed = diary.plusWorkingDays(over, shared.between(0, 5));
    if (disabled && own.that(0.45)) {
      LocalDate breaksFrom = diary.onOrAfter(begins.plusDays(own.between(20, 60)));
      draft.inCare(
          new CareLife(this::id, diary, own, draft.born, draft.holds)
              .shortBreaks(breaksFrom, earlier(closed, draft.eighteenth)));
    }
    draft.close(closed, "RC7");
    return closed;
  }

  private LocalDate protection(
      Draft draft, LocalDate from, FictionalTeam assessing, FictionalTeam local) {
    LocalDate strategy = diary.plusWorkingDays(from, shared.between(1, 12));
    String plan = id();
    Conference conference = conferred(draft, strategy, assessing, true, plan);
    draft.handOver(assessing, local, conference.on());
    LocalDate over = draft.cpPlan(conference, plan, local, null);
    boolean stepsDown = shared.that(0.7);
    LocalDate down = diary.onOrAfter(over.plusDays(shared.between(70, 240)));
    if (stepsDown) {
      draft.cinPlan(over, down);
      over = down;
    }
    LocalDate closed = diary.plusWorkingDays(over, shared.between(0, 5));
    draft.close(closed, "RC7");
    return closed;
  }

  private LocalDate care(
      Draft draft,
      LocalDate from,
      LocalDate authorised,
      FictionalTeam assessing,
      FictionalTeam local) {
    int road = shared.weighted(45, 35, 20);
    LocalDate entry;
    switch (road) {
      case 0 -> {
        LocalDate strategy = diary.plusWorkingDays(from, shared.between(1, 12));
        String plan = id();
        Conference conference = conferred(draft, strategy, assessing, true, plan);
        entry = diary.onOrAfter(conference.on().plusDays(shared.between(60, 300)));
        draft.handOver(assessing, local, conference.on());
        draft.cpPlan(conference, plan, local, entry);
        LocalDate decided = diary.onOrBefore(entry.minusDays(shared.between(20, 55)));
        draft.preProceedings.add(
            new PreProceedings(
                id(),
                Integer.toString(family.first() + 1),
                decided,
                diary.plusWorkingDays(decided, 3),
                diary.plusWorkingDays(decided, 8),
                entry,
                shared.between(1, 3)));
      }
      case 1 -> {
        LocalDate begins = diary.plusWorkingDays(authorised, shared.between(0, 4));
        entry = diary.onOrAfter(begins.plusDays(shared.between(30, 200)));
        draft.handOver(assessing, local, begins);
        draft.cinPlan(begins, entry);
      }
      default -> {
        entry = diary.plusWorkingDays(draft.on, shared.between(0, 3));
        draft.handOver(assessing, local, diary.plusWorkingDays(entry, 10));
      }
    }
    LocalDate ownEntry = entry.isBefore(draft.born) ? draft.born.plusDays(4) : entry;
    if (ownEntry.isAfter(draft.eighteenth.minusDays(45))) {
      draft.close(entry, "RC7");
      return entry;
    }
    CareLife life = new CareLife(this::id, diary, own, draft.born, draft.holds);
    PeriodOfCare period = life.period(ownEntry, road == 0, road == 2, this::team);
    draft.inCare(period);
    LocalDate left = period.to();
    if (life.wentHome()) {
      LocalDate down = diary.onOrAfter(left.plusDays(own.between(80, 200)));
      draft.holds.add(new Hold(local, left, earlier(down, draft.eighteenth)));
      draft.ownCinPlan(left, down);
      draft.close(diary.plusWorkingDays(down, own.between(0, 5)), "RC7");
    } else if (left.isBefore(draft.eighteenth)) {
      draft.close(diary.plusWorkingDays(left, own.between(3, 25)), life.closedBecause());
    }
    life.leavingCare(ownEntry, period).ifPresent(draft::leaves);
    return entry;
  }

  /** A section 47 enquiry and, where it comes to that, its conference. */
  private Conference conferred(
      Draft draft, LocalDate strategy, FictionalTeam team, boolean held, @Nullable String plan) {
    LocalDate target = diary.plusWorkingDays(strategy, 15);
    LocalDate on = diary.done(shared, strategy, target, team.inTime(0.82), 0.5);
    LocalDate ended = earlier(diary.plusWorkingDays(strategy, shared.between(5, 12)), on);
    Conference conference = new Conference(id(), id(), target, on, plan);
    if (strategy.isBefore(draft.eighteenth)) {
      draft.enquiries.add(new Enquiry(id(), strategy, ended, held ? conference : null));
    }
    return conference;
  }

  private FictionalTeam team(Kind kind) {
    return new FictionalTeam(kind, family.first() / FictionalTeam.CHILDREN_IN_A_SET);
  }

  private String id() {
    rows++;
    return Long.toString((number + 1L) * 1000 + rows);
  }

  /** Y, mostly; else N with that likelihood; else nobody wrote anything. */
  private String yes(double yes, double no) {
    double drawn = own.fraction();
    return drawn < yes ? "Y" : drawn < yes + no ? "N" : "";
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /** A referral in the making. */
  private final class Draft {

    private final String id;
    private final LocalDate on;
    private final String need;
    private final String source;
    private final LocalDate born;
    private final LocalDate eighteenth;
    private final List<Hold> holds = new ArrayList<>();
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

    Draft(
        String id, LocalDate on, String need, String source, LocalDate born, LocalDate eighteenth) {
      this.id = id;
      this.on = on;
      this.need = need;
      this.source = source;
      this.born = born;
      this.eighteenth = eighteenth;
      this.closed = eighteenth;
    }

    /** One in thirty waits for a worker of the new team. */
    void handOver(FictionalTeam assessing, FictionalTeam local, LocalDate day) {
      boolean waits = shared.that(0.033);
      int days = shared.between(15, 60);
      holds.add(new Hold(assessing, on, day));
      holds.add(new Hold(local, waits ? day.plusDays(days) : day, eighteenth));
    }

    void close(LocalDate day, String because) {
      closed = earlier(day, eighteenth);
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
        cinPlans.add(new CinPlan(id(), from, earlier(to, eighteenth), visits(days)));
      }
    }

    /**
     * A child protection plan with its visits and conferences.
     *
     * @param care when the child comes into care, which ends the plan; null where a conference ends
     *     it
     * @return when the plan ends
     */
    LocalDate cpPlan(
        Conference initial, String plan, FictionalTeam team, @Nullable LocalDate care) {
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
        String review = id();
        if (target.isBefore(eighteenth)) {
          reviews.add(
              new ReviewConference(
                  review,
                  target,
                  on,
                  previous,
                  held && on.isBefore(eighteenth)
                      ? null
                      : earlier(eighteenth, or(care, eighteenth)),
                  continues,
                  quorate ? "Y" : "N",
                  CareLife.participation(own, born, on),
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
                earlier(ends, eighteenth),
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
        LocalDate on = diary.done(chance, last, due, Hold.inTime(holds, due, usual), 0.6);
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
          .map(day -> CareLife.visit(own, id(), day, born))
          .toList();
    }

    void inCare(PeriodOfCare period) {
      periods.add(period);
      if (!period.shortBreaks()) {
        FictionalTeam reviewing = team(Kind.REVIEWING);
        involve(
            reviewing.workersFor(seed, family.first()),
            Involvement.REVIEWING,
            period.from(),
            period.to());
      }
    }

    void leaves(LeavingCare leaver) {
      leaving.add(leaver);
      LocalDate from = earlier(leaver.eligible().plusMonths(9), leaver.eighteenth());
      FictionalTeam advising = team(Kind.LEAVING_CARE);
      involve(
          advising.advisersFor(seed, family.first()), Involvement.ADVISER, from, leaver.until());
      holds.add(new Hold(advising, eighteenth, leaver.until()));
      closed = leaver.until();
    }

    private void involve(
        List<Professional> professionals, String role, LocalDate from, LocalDate to) {
      for (Professional professional : professionals) {
        LocalDate begins = professional.from().isAfter(from) ? professional.from() : from;
        LocalDate ends = earlier(professional.to(), to);
        if (begins.isBefore(ends)) {
          involvements.add(
              new Involvement(
                  id(),
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
      holds.stream()
          .filter(hold -> hold.from().isBefore(closed))
          .forEach(
              hold ->
                  involve(
                      hold.team().workersFor(seed, family.first()),
                      Involvement.ALLOCATED,
                      hold.from(),
                      earlier(hold.to(), closed)));
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
  }

  private static LocalDate or(@Nullable LocalDate day, LocalDate otherwise) {
    return day == null ? otherwise : day;
  }

  /** Whole years between two days, never less than nought. */
  static int years(LocalDate from, LocalDate to) {
    return (int) Math.max(0, ChronoUnit.YEARS.between(from, to));
  }
}
