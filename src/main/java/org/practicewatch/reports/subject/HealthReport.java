package org.practicewatch.reports.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Finding;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.Notes;
import org.practicewatch.reports.night.Owed;
import org.practicewatch.reports.night.StandardNote;
import org.practicewatch.reports.night.TeamsMet;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportCell.Weight;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Sentence;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Share;
import org.practicewatch.reports.section.Tile;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;
import org.practicewatch.reports.subject.ReportContents.Health;
import org.practicewatch.standards.Timeliness;

/**
 * Initial health assessments, of those children alone whose time has run out: one whose time still
 * runs is neither a success nor a failure, and must not drag the figure down.
 */
public final class HealthReport {

  private HealthReport() {}

  /** Reads one night; empty where there is nothing to say. */
  public static Optional<Report> of(SubjectNight night) {
    Health health = night.contents().health();
    return health == null
        ? Optional.empty()
        : night
            .find(health.standard())
            .filter(StandardNote::judged)
            .map(standard -> new Writing(night, standard))
            .filter(Writing::hasAnything)
            .map(Writing::report);
  }

  /** Whether the time of one still runs: due after the night, or on it and not yet done. */
  static boolean isRunning(Finding finding, LocalDate asAt) {
    LocalDate due = finding.due();
    return due != null
        && (due.isAfter(asAt)
            || finding.timeliness() == Timeliness.DUE_SOON
            || finding.timeliness() == Timeliness.NOT_YET_DUE);
  }

  /** The night, for as long as the report is being put together. */
  private static final class Writing {

    private final SubjectNight night;
    private final StandardNote standard;
    private final Owed owed;
    private final List<Finding> findings;
    private final List<Finding> running;
    private final LocalDate month;

    Writing(SubjectNight night, StandardNote standard) {
      this.night = night;
      this.standard = standard;
      this.owed = new Owed(night.night());
      this.findings = night.findings(List.of(standard.id())).toList();
      this.running = findings.stream().filter(finding -> isRunning(finding, night.asAt())).toList();
      this.month = night.asAt().withDayOfMonth(1);
    }

    boolean hasAnything() {
      return !running.isEmpty() || !since(night.yearFrom(), null).isEmpty();
    }

    private RanOut since(LocalDate from, @Nullable Collection<String> teams) {
      return RanOut.of(
          findings.stream()
              .filter(
                  finding ->
                      teams == null || teams.contains(NightInReports.teamName(finding.team()))),
          from,
          night.asAt());
    }

    Report report() {
      SubjectSheets sheets = new SubjectSheets(night.night());
      List<Finding> sorted = findings.stream().sorted(sheets.mostPressingFirst()).toList();
      List<Finding> overdue =
          sorted.stream().filter(finding -> finding.timeliness() == Timeliness.OVERDUE).toList();
      List<Finding> toCome =
          sorted.stream()
              .filter(finding -> isRunning(finding, night.asAt()) && finding.done() == null)
              .toList();
      List<Section> sections = new ArrayList<>(onPaper(overdue, toCome));
      sections.addAll(inWorkbook(sheets, sorted));
      return night.report(
          "Initial health assessments",
          standard.title() + ": those whose time has run out",
          headline(),
          remarks(),
          tiles(overdue.size()),
          sections,
          false);
    }

    private List<Section> onPaper(List<Finding> overdue, List<Finding> toCome) {
      List<Section> sections = new ArrayList<>();
      sections.add(
          periods(
              "Whose time ran out",
              standard.rule() + " (" + standard.standing().words() + ")",
              "Period",
              List.of(
                  row("This month, from " + Words.date(month), true, since(month, null)),
                  row(
                      "Year to date, from " + Words.date(night.yearFrom()),
                      true,
                      since(night.yearFrom(), null)))));
      sections.add(new Sentence(running(), ""));
      List<Row> teams = teams();
      if (!teams.isEmpty()) {
        sections.add(periods("By team, in the year to date", "", "Team on the due date", teams));
      }
      sections.add(new Sentence("", notes()));
      ListedChildren listed = new ListedChildren(night.night());
      if (!overdue.isEmpty()) {
        sections.add(
            listed.table(
                "Time has run out, and the assessment is still owed: longest over first",
                overdue,
                finding -> Words.count(owed.daysOver(finding), "day over", "days over")));
      }
      if (!toCome.isEmpty()) {
        sections.add(
            listed.table(
                "Time still runs, not yet assessed: soonest first. Counted in neither number",
                toCome,
                owed::inDays));
      }
      return sections;
    }

    private static Table periods(String title, String note, String whose, List<Row> rows) {
      return new Table(
          title,
          note,
          Section.Place.PAPER,
          List.of(
              Column.onPaper(whose, 176, false),
              Column.onPaper("Time ran out", 58, true).strong(),
              Column.onPaper("Assessed in time", 80, true),
              Column.onPaper("Late", 50, true),
              Column.onPaper("Not at all", 55, true),
              Column.onPaper("of these, still owed", 62, true),
              Column.onPaper("Cannot tell", 58, true)),
          false,
          rows);
    }

    private List<Section> inWorkbook(SubjectSheets sheets, List<Finding> sorted) {
      List<Finding> ranOut =
          sorted.stream()
              .filter(
                  finding ->
                      !RanOut.of(Stream.of(finding), night.yearFrom(), night.asAt()).isEmpty())
              .toList();
      Map<String, String> sentences = new LinkedHashMap<>();
      sentences.put("In one sentence", headline());
      sentences.put("Whose time still runs", running());
      sentences.put("Before quoting a figure", remarks());
      sentences.put("How it is counted", notes());
      return Stream.of(
              SubjectSheets.summary(sentences),
              counts(ranOut),
              sheets.findings(
                  "Time ran out",
                  "Every child whose time ran out this year so far, longest over first.",
                  ranOut),
              sheets.findings(
                  "Still owed",
                  "Whose time has run out, this year or before it, without an assessment that can"
                      + " still be made.",
                  sorted.stream()
                      .filter(finding -> finding.timeliness() == Timeliness.OVERDUE)
                      .toList()),
              sheets.findings(
                  "Time still runs",
                  "In none of the counts, whether assessed already or not.",
                  sorted.stream().filter(finding -> isRunning(finding, night.asAt())).toList()),
              SubjectSheets.definitions(List.of(standard), "What is counted here."))
          .<Section>map(Table::of)
          .toList();
    }

    private ReportSheet counts(List<Finding> ranOut) {
      List<List<ReportCell>> rows = new ArrayList<>();
      for (LocalDate from : List.of(night.asAt().withDayOfMonth(1), night.yearFrom())) {
        rows.add(counted("All", from, ranOut));
        TeamsMet.of(night.night(), ranOut.stream().map(Finding::team).toList()).values().stream()
            .flatMap(List::stream)
            .forEach(
                team ->
                    rows.add(
                        counted(
                            team,
                            from,
                            ranOut.stream()
                                .filter(one -> NightInReports.teamName(one.team()).equals(team))
                                .toList())));
      }
      return new ReportSheet(
          "Counts",
          "The month and the year to date, all and by team on the due date. Percent: in time, of those"
              + " that could be judged.",
          List.of(
              Column.text("Team", SubjectSheets.NAME),
              Column.number("From", SubjectSheets.DAY),
              Column.number("To", SubjectSheets.DAY),
              Column.number("Time ran out", SubjectSheets.NUMBER),
              Column.number("In time", SubjectSheets.NUMBER),
              Column.number("Percent", SubjectSheets.NUMBER),
              Column.number("Late", SubjectSheets.NUMBER),
              Column.number("Not at all", SubjectSheets.NUMBER),
              Column.number("of these, still owed", SubjectSheets.NUMBER),
              Column.number("Cannot tell", SubjectSheets.NUMBER)),
          true,
          rows);
    }

    private List<ReportCell> counted(String name, LocalDate from, List<Finding> findings) {
      RanOut ran = RanOut.of(findings.stream(), from, night.asAt());
      return List.of(
          ReportCell.text(name),
          ReportCell.day(from),
          ReportCell.day(night.asAt()),
          new Count(ran.judged()),
          new Count(ran.inTime()),
          ReportCell.percent(ran.percent(night.night().printing())),
          new Count(ran.late()),
          new Count(ran.notAtAll()),
          new Count(ran.overdue()),
          new Count(ran.cannotTell()));
    }

    private String headline() {
      RanOut here = since(month, null);
      RanOut year = since(night.yearFrom(), null);
      return year.judged() == 0
          ? "Nobody's time has run out this year so far."
          : "Of "
              + Words.count(year.judged(), "child", "children")
              + " whose time ran out this year so far, "
              + Words.count(year.inTime(), "was", "were")
              + " assessed in time"
              + (here.judged() == 0
                  ? "; this month nobody's time ran out."
                  : "; this month "
                      + Words.count(here.inTime())
                      + " of "
                      + Words.count(here.judged())
                      + ".");
    }

    private String remarks() {
      List<String> remarks = new ArrayList<>();
      int unknown =
          (int)
              findings.stream()
                  .filter(finding -> finding.due() == null)
                  .filter(Finding::current)
                  .count();
      if (unknown > 0) {
        remarks.add(
            Words.count(unknown, "child", "children")
                + " in care cannot be placed: the record does not say when the time ran out.");
      }
      return String.join(" ", remarks);
    }

    private List<Tile> tiles(int overdue) {
      Share here = since(month, null).share(night.night().printing());
      Share year = since(night.yearFrom(), null).share(night.night().printing());
      return List.of(
          new Tile(
              year.any() ? year.value() : Words.NOTHING,
              "in time",
              "this year so far" + (year.count().isEmpty() ? "" : ", " + year.count()),
              Tone.PLAIN),
          new Tile(
              here.any() ? here.value() : Words.NOTHING,
              "in time",
              "this month so far" + (here.count().isEmpty() ? "" : ", " + here.count()),
              Tone.PLAIN),
          new Tile(
              Words.count(overdue),
              "not assessed",
              "time run out, still owed",
              overdue == 0 ? Tone.GOOD : Tone.POOR),
          new Tile(
              Words.count(running.size()), "time still runs", "in neither number", Tone.PLAIN));
    }

    private Row row(String name, boolean heads, RanOut ran) {
      ReportCell named = ReportCell.text(name);
      return new Row(
          List.of(
              heads ? named.strong() : named,
              new Count(ran.judged()),
              ReportCell.share(ran.share(night.night().printing())),
              new Count(ran.late()),
              new Count(ran.notAtAll())
                  .shown(Weight.STRONG, ran.notAtAll() == 0 ? Tone.PLAIN : Tone.POOR, ""),
              new Count(ran.overdue()),
              new Count(ran.cannotTell())));
    }

    private String running() {
      int already = (int) running.stream().filter(finding -> finding.done() != null).count();
      int open = running.size() - already;
      return running.isEmpty()
          ? "Nobody's time still runs."
          : "Apart from these, the time of "
              + Words.count(running.size(), "child", "children")
              + " still runs: "
              + Words.count(already, "has been assessed already", "have been assessed already")
              + ", "
              + Words.count(open, "not yet", "not yet")
              + ". They are in none of the numbers above.";
    }

    private List<Row> teams() {
      Set<String> counted = new LinkedHashSet<>();
      findings.stream()
          .filter(
              finding -> !RanOut.of(Stream.of(finding), night.yearFrom(), night.asAt()).isEmpty())
          .forEach(finding -> counted.add(finding.team()));
      List<Row> rows = new ArrayList<>();
      TeamsMet.of(night.night(), counted)
          .forEach(
              (service, teams) -> {
                rows.add(row(service, true, since(night.yearFrom(), teams)));
                teams.forEach(
                    team -> rows.add(row(team, false, since(night.yearFrom(), List.of(team)))));
              });
      return List.copyOf(rows);
    }

    /** How it is counted. */
    private String notes() {
      return "Counted are only children whose time ran out in the period, by the due date, each for the"
          + " team that held the child on it. Not at all: the time ran out without an assessment;"
          + " some of these can still be made, of others care has ended. Cannot tell: the record"
          + " does not allow a judgement; in no number. Whose time still runs is in no number"
          + " either, even where the assessment has been made already: it counts once its time"
          + " has run out."
          + Notes.few(night.night().printing());
    }
  }
}
