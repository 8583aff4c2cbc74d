package org.practicewatch.reports.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.practicewatch.compliance.Caseload;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.FlagTally;
import org.practicewatch.compliance.Recorded;
import org.practicewatch.reports.night.Fernshire;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.StandardNote;
import org.practicewatch.reports.section.CodeWords;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.subject.ReportContents.Health;
import org.practicewatch.reports.subject.ReportContents.Leavers;
import org.practicewatch.reports.subject.ReportContents.Milestone;
import org.practicewatch.reports.subject.ReportContents.Reviewing;
import org.practicewatch.reports.subject.ReportContents.Tracker;
import org.practicewatch.reports.subject.SubjectNight.OnRecord;
import org.practicewatch.standards.Sources;
import org.practicewatch.standards.Standing;
import org.practicewatch.standards.Timeliness;

/** Fernshire on the night of its reports, with as much on record as a test says. */
public final class Subjects {

  public static final LocalDate TONIGHT = Fernshire.TONIGHT;

  /** As shipped, in short: three that are due, one that nobody gives a number for. */
  public static final Tracker TRACKER =
      new Tracker(
          List.of("period of care"),
          List.of(
              new Milestone("Permanence plan", List.of("PERMANENCE-PLAN"), List.of()),
              new Milestone("Long-term match", List.of(), List.of("long-term match agreed")),
              new Milestone("Matched", List.of("A2", "ADM-TO-MATCH"), List.of("matched")),
              new Milestone("Later life letter", List.of("LETTER"), List.of("later life letter"))));

  private static final Reviewing REVIEWING =
      new Reviewing(
          List.of("REVIEW", "MIDWAY"),
          "IRO challenge",
          "IRO challenge actioned",
          "looked-after review",
          "case note only");

  private static final List<String> STANDARDS =
      List.of(
          "PERMANENCE-PLAN", "A2", "ADM-TO-MATCH", "LETTER", "REVIEW", "MIDWAY", "IHA", "PATHWAY");

  private final Map<String, List<Finding>> findings = new TreeMap<>();
  private final Map<String, List<Recorded>> recorded = new TreeMap<>();
  private Tracker tracker = TRACKER;
  private Set<String> carried =
      Set.of(
          "long-term match agreed",
          "matched",
          "later life letter",
          "IRO challenge",
          "IRO challenge actioned");
  private boolean judged = true;

  /** A night on which every report has so many children to tell of, each stuck a day longer. */
  public static SubjectNight ofMany(int children) {
    Subjects record = new Subjects();
    for (int i = 1; i <= children; i++) {
      String child = String.valueOf(100_000 + i);
      String due = TONIGHT.minusDays(i).toString();
      record
          .inCare(child, "2024-01-08")
          .owed(child, "PERMANENCE-PLAN", "2024-01-08", due, null, Timeliness.OVERDUE)
          .did(child, "matched", "2024-06-03")
          .owed(child, "REVIEW", "2024-01-08", due, null, Timeliness.OVERDUE)
          .owed(child, "IHA", "2024-01-08", due, null, Timeliness.OVERDUE)
          .owed(child, "PATHWAY", "2024-01-08", due, null, Timeliness.OVERDUE)
          .did(child, "IRO challenge", "2025-05-06")
          .did(child, "IRO challenge actioned", "2025-05-05")
          .did(child, "looked-after review", "2025-05-05", "case note only");
    }
    return record.night();
  }

  /** A child in care since a day, in the first of Fernshire's teams. */
  Subjects inCare(String child, String since) {
    return span(child, "period of care", since, null);
  }

  Subjects span(String child, String kind, String from, String to) {
    recorded
        .computeIfAbsent(child, id -> new ArrayList<>())
        .add(
            new Recorded(
                kind,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                List.of(),
                team(),
                "care.csv!!A1"));
    return this;
  }

  Subjects did(String child, String kind, String on, String... marks) {
    recorded
        .computeIfAbsent(child, id -> new ArrayList<>())
        .add(
            new Recorded(
                kind,
                LocalDate.parse(on),
                LocalDate.parse(on),
                List.of(marks),
                team(),
                "acts.csv!!C" + recorded.size()));
    return this;
  }

  /** Something owed: due on a day, done on a day or null, within a span since a day. */
  Subjects owed(
      String child, String standard, String since, String due, String done, Timeliness state) {
    LocalDate dueOn = due == null ? null : LocalDate.parse(due);
    LocalDate doneOn = done == null ? null : LocalDate.parse(done);
    LocalDate until = doneOn == null ? TONIGHT : doneOn;
    boolean over = Set.of(Timeliness.OVERDUE, Timeliness.LATE, Timeliness.MISSED).contains(state);
    List<Finding> all = findings.computeIfAbsent(child, id -> new ArrayList<>());
    all.add(
        new Finding(
            child,
            "",
            standard,
            LocalDate.parse(since),
            all.size() + 1,
            LocalDate.parse(since),
            dueOn,
            doneOn,
            state,
            over && dueOn != null ? (int) (until.toEpochDay() - dueOn.toEpochDay()) : null,
            team(),
            "A. Okafor",
            team(),
            "A. Okafor",
            "care.csv!!B" + all.size(),
            state != Timeliness.MISSED));
    return this;
  }

  Subjects milestones(Milestone... milestones) {
    tracker = new Tracker(List.of("period of care"), List.of(milestones));
    return this;
  }

  Subjects carrying(String... kinds) {
    carried = Set.of(kinds);
    return this;
  }

  Subjects judgingNothing() {
    judged = false;
    return this;
  }

  static String team() {
    return Fernshire.TEAMS.get(0).team();
  }

  SubjectNight night() {
    return night(Fernshire.PRINTING);
  }

  SubjectNight night(Printing printing) {
    List<StandardNote> notes =
        STANDARDS.stream()
            .map(
                id ->
                    new StandardNote(
                        id,
                        "The " + id.toLowerCase(Locale.ROOT),
                        "By a day.",
                        "A text.",
                        Standing.GUIDANCE,
                        null,
                        true,
                        judged))
            .toList();
    NightInReports like = Fernshire.nothingOpen();
    NightInReports night =
        new NightInReports(
            like.authority(),
            like.fictional(),
            printing,
            TONIGHT,
            notes,
            like.teams(),
            like.children(),
            List.of(),
            like.figures(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Sources sources = new Sources(carried, Set.of(), Set.of());
    Set<String> ids = new TreeSet<>(findings.keySet());
    ids.addAll(recorded.keySet());
    return new SubjectNight(
        night,
        new ReportContents(
            tracker,
            REVIEWING,
            new Leavers(
                List.of("PATHWAY"),
                List.of(),
                List.of("pathway plan review"),
                List.of("care leaver contact")),
            new Health("IHA")),
        sources,
        Fernshire.YEAR,
        List.of(),
        new FlagTally(List.of(), Caseload.NOT_SET, sources),
        ids.stream()
            .map(
                id ->
                    new OnRecord(
                        id,
                        team(),
                        "A. Okafor",
                        findings.getOrDefault(id, List.of()),
                        recorded.getOrDefault(id, List.of())))
            .toList(),
        new CodeWords(Map.of("accommodation", Map.of("Z", "With former foster carers"))));
  }
}
