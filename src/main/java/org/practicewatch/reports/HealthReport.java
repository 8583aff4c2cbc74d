package org.practicewatch.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Finding;
import org.practicewatch.reports.ReportContents.Health;
import org.practicewatch.standards.Timeliness;

/**
 * Initial health assessments, of those children alone whose time has run out: one whose time still
 * runs is neither a success nor a failure, and must not drag the figure down.
 *
 * @param authority name of the authority
 * @param fictional whether every page says that the data is invented
 * @param asAt the night's date, in words
 * @param title title of the standard
 * @param rule what is owed by when, and how firm that is
 * @param headline the answer in one sentence
 * @param remarks what else to know before quoting a figure
 * @param tiles the big numbers
 * @param periods the month and the year to date
 * @param running whose time still runs, in a sentence
 * @param teams services and teams in the year to date
 * @param notAssessed whose time has run out without an assessment that can still be made
 * @param notAssessedNote what that list leaves out, or why it is empty
 * @param toCome whose time still runs without an assessment, soonest first
 * @param toComeNote likewise
 * @param notes how it is counted
 */
public record HealthReport(
    String authority,
    boolean fictional,
    String asAt,
    String title,
    String rule,
    String headline,
    String remarks,
    List<Tile> tiles,
    List<PeriodRow> periods,
    String running,
    List<PeriodRow> teams,
    List<ChildRow> notAssessed,
    String notAssessedNote,
    List<ChildRow> toCome,
    String toComeNote,
    String notes) {

  /** Whose time ran out in a stretch of days, or for whom. */
  public record PeriodRow(
      String name,
      boolean service,
      String ranOut,
      Share inTime,
      String late,
      String notAtAll,
      Tone tone,
      String stillOwed,
      String cannotTell) {}

  /** One child. */
  public record ChildRow(
      String child,
      String name,
      String team,
      String since,
      String due,
      String days,
      String worker,
      String source) {}

  /** Reads one night; empty where there is nothing to say. */
  public static Optional<HealthReport> of(SubjectNight night) {
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

  /** The workbook beside it. */
  public ReportWorkbook workbook(SubjectNight night) {
    Health health = Objects.requireNonNull(night.contents().health());
    return HealthWorkbook.of(night, night.find(health.standard()).orElseThrow(), this);
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

    HealthReport report() {
      List<Finding> overdue =
          findings.stream()
              .filter(finding -> finding.timeliness() == Timeliness.OVERDUE)
              .sorted(new SubjectSheets(night.night()).mostPressingFirst())
              .toList();
      List<Finding> toCome =
          running.stream()
              .filter(finding -> finding.done() == null)
              .sorted(new SubjectSheets(night.night()).mostPressingFirst())
              .toList();
      return new HealthReport(
          night.night().authority(),
          night.night().fictional(),
          night.night().asAtInWords(),
          standard.title(),
          standard.rule() + " (" + standard.standing().words() + ")",
          headline(),
          remarks(),
          tiles(overdue.size()),
          List.of(
              row("This month, from " + Words.date(month), true, since(month, null)),
              row(
                  "Year to date, from " + Words.date(night.yearFrom()),
                  true,
                  since(night.yearFrom(), null))),
          running(),
          teams(),
          overdue.stream()
              .limit(TeamReport.LINES_PRINTED)
              .map(
                  finding ->
                      child(finding, Words.count(owed.daysOver(finding), "day over", "days over")))
              .toList(),
          note(overdue.size(), "Nobody: every assessment that can still be made is in time."),
          toCome.stream()
              .limit(TeamReport.LINES_PRINTED)
              .map(finding -> child(finding, owed.inDays(finding)))
              .toList(),
          note(toCome.size(), "Nobody."),
          "Counted are only children whose time ran out in the period, by the due date, each for the"
              + " team that held the child on it. Not at all: the time ran out without an assessment;"
              + " some of these can still be made, of others care has ended. Cannot tell: the record"
              + " does not allow a judgement; in no number. Whose time still runs is in no number"
              + " either, even where the assessment has been made already: it counts once its time"
              + " has run out."
              + Notes.few(night.night().printing()));
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

    private PeriodRow row(String name, boolean service, RanOut ran) {
      return new PeriodRow(
          name,
          service,
          Words.count(ran.judged()),
          ran.share(night.night().printing()),
          Words.count(ran.late()),
          Words.count(ran.notAtAll()),
          ran.notAtAll() == 0 ? Tone.PLAIN : Tone.POOR,
          Words.count(ran.overdue()),
          Words.count(ran.cannotTell()));
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

    private List<PeriodRow> teams() {
      Set<String> counted = new LinkedHashSet<>();
      findings.stream()
          .filter(
              finding -> !RanOut.of(Stream.of(finding), night.yearFrom(), night.asAt()).isEmpty())
          .forEach(finding -> counted.add(finding.team()));
      List<PeriodRow> rows = new ArrayList<>();
      TeamsMet.of(night.night(), counted)
          .forEach(
              (service, teams) -> {
                rows.add(row(service, true, since(night.yearFrom(), teams)));
                teams.forEach(
                    team -> rows.add(row(team, false, since(night.yearFrom(), List.of(team)))));
              });
      return List.copyOf(rows);
    }

    private ChildRow child(Finding finding, String days) {
      return new ChildRow(
          Owed.child(finding),
          owed.name(finding),
          NightInReports.teamName(finding.teamNow()),
          Words.dateOrNothing(finding.since()),
          Words.dateOrNothing(finding.due()),
          days,
          Owed.worker(finding),
          finding.source());
    }

    private static String note(int all, String none) {
      return all == 0 ? none : Notes.firstOf(all);
    }
  }
}
