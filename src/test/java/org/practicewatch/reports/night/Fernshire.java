package org.practicewatch.reports.night;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.compliance.Finding;
import org.practicewatch.exceptions.Meaning.Severity;
import org.practicewatch.exceptions.Priorities;
import org.practicewatch.reports.place.ServiceReport;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.section.Report;
import org.practicewatch.standards.Standing;
import org.practicewatch.standards.Timeliness;

/** A believable fictional authority: two services, five teams, ten standards, thirty-two nights. */
public final class Fernshire {

  public static final String AUTHORITY = "Fernshire County Council (fictional)";
  public static final LocalDate TONIGHT = LocalDate.of(2025, 6, 30);
  public static final LocalDate YEAR = LocalDate.of(2025, 4, 1);

  /** Seeing the child, reviews and plans, health; and what is written down. */
  public static final Priorities RANKS =
      new Priorities(
          List.of(
              rank(
                  "Seeing the child",
                  "have not been visited in time",
                  95,
                  false,
                  "LAC-VISIT",
                  "CP-VISIT",
                  "CIN-VISIT"),
              rank(
                  "Reviews and plans",
                  "have a review overdue",
                  90,
                  false,
                  "LAC-REVIEW",
                  "CP-REVIEW"),
              rank(
                  "Health",
                  "are not looked after in time",
                  90,
                  false,
                  "LAC-IHA",
                  "LAC-RHA",
                  "LAC-DENTAL"),
              rank("Paperwork", "have something not recorded", null, true, "ICPC", "ASSESSMENT")));

  public static final Printing PRINTING = new Printing(10, 14, Map.of(), RANKS);

  public static final List<TeamPlace> TEAMS =
      List.of(
          new TeamPlace("Looked After Team 1", "Corporate Parenting"),
          new TeamPlace("Looked After Team 2", "Corporate Parenting"),
          new TeamPlace("Assessment Team North", "Safeguarding"),
          new TeamPlace("Safeguarding Team East", "Safeguarding"),
          new TeamPlace(
              "Safeguarding Team West and Disabled Children's Social Work", "Safeguarding"));

  public static final List<StandardNote> STANDARDS =
      List.of(
          statutory(
              "LAC-VISIT",
              "Looked-after visit",
              "Within one week of every placement, then every 6 weeks; every 3 months where the"
                  + " placement is intended to last to 18.",
              "Care Planning, Placement and Case Review (England) Regulations 2010, reg. 28",
              "95"),
          statutory(
              "LAC-REVIEW",
              "Looked-after review",
              "Within 20 working days of coming into care, then 3 months, then every 6 months.",
              "Care Planning, Placement and Case Review (England) Regulations 2010, reg. 33",
              "95"),
          local(
              "CP-VISIT",
              "Child protection visit",
              "Every 10 working days while there is a child protection plan.",
              "Local standard",
              "90"),
          local(
              "CIN-VISIT",
              "Child in need visit",
              "Every 20 working days while there is a child in need plan.",
              "Local standard",
              "85"),
          statutory(
              "CP-REVIEW",
              "Child protection review conference",
              "Within 3 months of the initial conference, then every 6 months.",
              "Working Together to Safeguard Children 2023",
              "98"),
          statutory(
              "LAC-IHA",
              "Initial health assessment",
              "Within 20 working days of coming into care.",
              "Care Planning, Placement and Case Review (England) Regulations 2010, reg. 7",
              "90"),
          statutory(
              "LAC-RHA",
              "Review health assessment",
              "Every 6 months under the age of five, every 12 months from five.",
              "Care Planning, Placement and Case Review (England) Regulations 2010, reg. 7",
              "90"),
          new StandardNote(
              "LAC-DENTAL",
              "Dental check",
              "Every 12 months in care.",
              "Statutory return OC2",
              Standing.TO_CONFIRM,
              null,
              true,
              true),
          statutory(
              "ICPC",
              "Initial child protection conference",
              "Within 15 working days of the strategy discussion.",
              "Working Together to Safeguard Children 2023",
              "85"),
          new StandardNote(
              "ASSESSMENT",
              "Assessment",
              "Within 45 working days of its start.",
              "Working Together to Safeguard Children 2023",
              Standing.STATUTORY,
              new BigDecimal("85"),
              false,
              false));

  private static final int[] DUE = {212, 230, 96, 240, 88, 14, 201, 188, 0, 0};
  private static final int[] LATE = {9, 5, 13, 31, 1, 4, 22, 19, 0, 0};

  private Fernshire() {}

  /** The night with all its earlier nights. */
  public static NightInReports night() {
    return night(earlier(31));
  }

  /** The night with the earlier nights given. */
  public static NightInReports night(List<NightFigures> earlier) {
    List<Figure> figures = new ArrayList<>();
    List<OpenCounts> open = new ArrayList<>();
    for (int s = 0; s < 9; s++) {
      spread(s, figures, open);
    }
    return new NightInReports(
        AUTHORITY,
        true,
        PRINTING,
        TONIGHT,
        STANDARDS,
        TEAMS,
        new ChildrenNow(548, 87, 103, 9),
        open,
        new FigureIndex(withRanks(figures)),
        earlier,
        List.of(
            new ExtractNote(
                "mosaic_person_20250630.csv", "Mosaic: persons", TONIGHT, 1204, 1204, 0, 0),
            new ExtractNote(
                "mosaic_visits_20250630.xlsx, sheet Visits",
                "Mosaic: visits",
                TONIGHT,
                18230,
                17911,
                12,
                307),
            new ExtractNote(
                "mosaic_lac_reviews_20250629.csv",
                "Mosaic: looked-after reviews",
                TONIGHT.minusDays(1),
                3120,
                3118,
                2,
                0)),
        List.of(
            new HeldNote(
                "mosaic_health_20250630.csv",
                "It has 41 rows; the last one had 2,310. An extract that shrinks by more than a"
                    + " fifth is held.",
                "The health assessments received on 29 Jun 2025",
                null)),
        List.of(
            new IssueCount("date after the as-at date", "A visit is dated in the future", 4),
            new IssueCount("date cannot be read", "A cell that should hold a date does not", 17),
            new IssueCount("no worker allocated", "An open case has no allocated worker", 6)));
  }

  private static Priorities.Priority rank(
      String title, String headline, Integer target, boolean recording, String... of) {
    return new Priorities.Priority(
        title, "", headline, target, recording, Severity.HIGH, "", "", false, List.of(of));
  }

  /** Of each rank what its standards come to together, as if each child were owed but one. */
  private static List<Figure> withRanks(List<Figure> figures) {
    Map<List<Object>, Figure> ranks = new LinkedHashMap<>();
    for (Figure one : figures) {
      String rank = RANKS.figure(one.standard());
      if (one.measure() != Measure.DONE) {
        ranks.merge(
            List.of(one.level(), one.name(), rank, one.measure(), one.from()),
            like(one, rank, one),
            (before, more) -> like(before, rank, more));
      }
    }
    List<Figure> all = new ArrayList<>(figures);
    all.addAll(ranks.values());
    return all;
  }

  private static Figure like(Figure one, String rank, Figure more) {
    boolean first = one == more;
    return new Figure(
        one.level(),
        one.name(),
        rank,
        one.measure(),
        one.from(),
        one.to(),
        one.numerator() + (first ? 0 : more.numerator()),
        one.denominator() + (first ? 0 : more.denominator()),
        one.cannotTell() + (first ? 0 : more.cannotTell()));
  }

  /** A first night on which there is nothing to count. */
  public static NightInReports nothingOpen() {
    return new NightInReports(
        AUTHORITY,
        true,
        PRINTING,
        TONIGHT,
        STANDARDS,
        TEAMS,
        new ChildrenNow(0, 0, 0, 0),
        List.of(),
        new FigureIndex(List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** A night whose extracts carry nothing that a standard needs. */
  public static NightInReports withoutSources() {
    List<StandardNote> none =
        STANDARDS.stream()
            .map(
                s ->
                    new StandardNote(
                        s.id(),
                        s.title(),
                        s.rule(),
                        s.basis(),
                        s.standing(),
                        s.target(),
                        s.again(),
                        false))
            .toList();
    return with(nothingOpen(), none, PRINTING);
  }

  /** The night, printed in another way. */
  public static NightInReports with(NightInReports night, Printing printing) {
    return with(night, night.standards(), printing);
  }

  /** The night, of which other standards can be judged. */
  public static NightInReports with(
      NightInReports night, List<StandardNote> standards, Printing printing) {
    return new NightInReports(
        night.authority(),
        night.fictional(),
        printing,
        night.asAt(),
        standards,
        night.teams(),
        night.children(),
        night.open(),
        night.figures(),
        night.earlier(),
        night.extracts(),
        night.held(),
        night.issues());
  }

  /** The service of the first two teams, each with so many overdue. */
  public static Report service(NightInReports night, int overdue) {
    return ServiceReport.of(
        night,
        "Corporate Parenting",
        TEAMS.subList(0, 2).stream()
            .map(place -> TeamList.of(night, place, open(overdue, overdue / 2, overdue / 5)))
            .toList());
  }

  /** So many earlier nights, slowly getting better. */
  public static List<NightFigures> earlier(int nights) {
    List<NightFigures> earlier = new ArrayList<>();
    for (int back = nights; back >= 1; back--) {
      List<Figure> figures = new ArrayList<>();
      LocalDate asAt = TONIGHT.minusDays(back);
      for (int s = 0; s < 8; s++) {
        int late =
            Math.min(
                DUE[s],
                Math.max(
                    0, LATE[s] + (s % 3 == 2 ? -back / 8 : back / 5) + (back * (s + 3)) % 3 - 1));
        figures.add(
            figure(
                Level.AUTHORITY, AUTHORITY, s, Measure.NOW, asAt, asAt, DUE[s] - late, DUE[s], 0));
        if (STANDARDS.get(s).id().startsWith("LAC")) {
          int due = DUE[s] / 2;
          String team = TEAMS.get(0).team();
          String service = TEAMS.get(0).service();
          figures.add(figure(Level.TEAM, team, s, Measure.NOW, asAt, asAt, due - late / 2, due, 0));
          figures.add(
              figure(Level.SERVICE, service, s, Measure.NOW, asAt, asAt, DUE[s] - late, DUE[s], 0));
        }
      }
      earlier.add(new NightFigures(asAt, withRanks(figures)));
    }
    return earlier;
  }

  private static void spread(int s, List<Figure> figures, List<OpenCounts> open) {
    Map<String, int[]> services = new TreeMap<>();
    int[] all = new int[4];
    boolean care = STANDARDS.get(s).id().startsWith("LAC");
    List<TeamPlace> holding = care ? TEAMS.subList(0, 2) : TEAMS.subList(2, 5);
    for (TeamPlace place : TEAMS) {
      int part = holding.indexOf(place);
      int of = holding.size();
      int due = part < 0 ? 0 : DUE[s] * (part + 1) / of - DUE[s] * part / of;
      int late = part < 0 ? 0 : LATE[s] * (part + 1) / of - LATE[s] * part / of;
      int done = due * 3;
      int inTime = done - late * 2;
      int unclear = part == 0 ? s % 3 : 0;
      int[] counts = {due - late, due, inTime, done};
      add(figures, Level.TEAM, place.team(), s, counts, unclear);
      int[] service = services.computeIfAbsent(place.service(), name -> new int[4]);
      for (int i = 0; i < 4; i++) {
        service[i] += counts[i];
        all[i] += counts[i];
      }
      if (part >= 0) {
        open.add(
            new OpenCounts(
                place.team(),
                place.service(),
                STANDARDS.get(s).id(),
                late,
                due / 9,
                due - late - due / 9,
                unclear,
                due));
      }
    }
    services.forEach((name, counts) -> add(figures, Level.SERVICE, name, s, counts, 0));
    add(figures, Level.AUTHORITY, AUTHORITY, s, all, s % 3);
  }

  private static void add(
      List<Figure> figures, Level level, String name, int s, int[] counts, int unclear) {
    LocalDate month = TONIGHT.withDayOfMonth(1);
    figures.add(
        figure(level, name, s, Measure.NOW, TONIGHT, TONIGHT, counts[0], counts[1], unclear));
    figures.add(
        figure(
            level, name, s, Measure.DONE, month, TONIGHT, counts[2] / 3, counts[3] / 3, unclear));
    figures.add(figure(level, name, s, Measure.DONE, YEAR, TONIGHT, counts[2], counts[3], unclear));
    figures.add(figure(level, name, s, Measure.ALL, YEAR, TONIGHT, counts[0], counts[1], unclear));
  }

  private static Figure figure(
      Level level,
      String name,
      int s,
      Measure measure,
      LocalDate from,
      LocalDate to,
      int numerator,
      int denominator,
      int unclear) {
    return new Figure(
        level, name, STANDARDS.get(s).id(), measure, from, to, numerator, denominator, unclear);
  }

  /** What is open for a team: so many overdue, due soon and impossible to judge. */
  public static List<Finding> open(int overdue, int soon, int unclear) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < overdue; i++) {
      findings.add(
          finding(i, Timeliness.OVERDUE, TONIGHT.minusDays(1 + (i * 7L) % 61), 1 + (i * 7) % 61));
    }
    for (int i = 0; i < soon; i++) {
      findings.add(
          finding(
              overdue + i,
              i % 4 == 3 ? Timeliness.NOT_YET_DUE : Timeliness.DUE_SOON,
              TONIGHT.plusDays((i * 5L) % 15),
              null));
    }
    for (int i = 0; i < unclear; i++) {
      findings.add(finding(overdue + soon + i, Timeliness.CANNOT_TELL, null, null));
    }
    return findings;
  }

  /** The same of another child. */
  public static Finding ofChild(String child, Finding like) {
    return new Finding(
        child,
        "",
        like.standard(),
        like.duringFrom(),
        like.number(),
        like.since(),
        like.due(),
        like.done(),
        like.timeliness(),
        like.daysOver(),
        like.team(),
        like.worker(),
        like.teamNow(),
        like.workerNow(),
        like.source(),
        like.current());
  }

  public static Finding finding(int i, Timeliness timeliness, LocalDate due, Integer over) {
    String[] workers = {"A. Okafor", "Bethan Price-Williams", "S. Rahman", "", "J. Lindqvist"};
    String[] standards = {"LAC-VISIT", "LAC-REVIEW", "LAC-RHA", "LAC-DENTAL"};
    String worker = workers[(i * 3) % 5];
    return new Finding(
        String.valueOf(100_400 + (i * 37) % 211),
        "",
        standards[i % 4],
        LocalDate.of(2024, 2, 3),
        2 + i,
        due == null ? LocalDate.of(2025, 3, 4) : due.minusDays(42),
        due,
        null,
        timeliness,
        over,
        "Looked After Team 1",
        worker,
        "Looked After Team 1",
        worker,
        "mosaic_visits_20250630.xlsx!Visits!F" + (214 + i * 13),
        true);
  }

  private static StandardNote statutory(
      String id, String title, String rule, String basis, String target) {
    return new StandardNote(
        id, title, rule, basis, Standing.STATUTORY, new BigDecimal(target), true, true);
  }

  private static StandardNote local(
      String id, String title, String rule, String basis, String target) {
    return new StandardNote(
        id, title, rule, basis, Standing.LOCAL, new BigDecimal(target), true, true);
  }
}
