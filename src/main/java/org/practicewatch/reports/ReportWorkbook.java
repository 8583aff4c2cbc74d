package org.practicewatch.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.compliance.Finding;
import org.practicewatch.reports.ReportCell.Count;
import org.practicewatch.reports.ReportSheet.Column;

/**
 * The workbook beside a report: the same night, complete and in cells that can be counted, for
 * those who live in a spreadsheet.
 *
 * @param title what it is
 * @param authority name of the authority
 * @param fictional whether every sheet says that the data is invented
 * @param asAt the night's date, in words
 * @param sheets in the order of their tabs
 */
public record ReportWorkbook(
    String title, String authority, boolean fictional, String asAt, List<ReportSheet> sheets) {

  /** Beside the authority's report; like it, without any child's id. */
  public static ReportWorkbook of(NightInReports night, AuthorityReport report) {
    return new Writing(night).authority(report);
  }

  /** Beside a service's report, with the lists of all its teams. */
  public static ReportWorkbook of(
      NightInReports night, ServiceReport report, List<TeamList> teams) {
    return new Writing(night).service(report, teams);
  }

  /** Beside a team's report, with every line of its list. */
  public static ReportWorkbook of(NightInReports night, TeamReport report, TeamList list) {
    return new Writing(night).team(report, list);
  }

  /** How many, of how many, and the percentage of enough. */
  static void addShare(List<ReportCell> row, Place place, @Nullable Figure figure) {
    row.add(new Count(figure == null ? 0 : figure.numerator()));
    row.add(new Count(figure == null ? 0 : figure.denominator()));
    row.add(ReportCell.percent(place.percent(figure)));
  }

  /** The night, for as long as the workbook is being put together. */
  private static final class Writing {

    private static final int NAME = 38;
    private static final int NUMBER = 11;
    private static final int SENTENCE = 70;

    private final NightInReports night;
    private final Owed owed;

    Writing(NightInReports night) {
      this.night = night;
      this.owed = new Owed(night);
    }

    ReportWorkbook authority(AuthorityReport report) {
      Place place = Place.authority(night);
      ChildrenNow children = night.children();
      List<Total> totals =
          totals(
              place,
              "authority",
              new Total("Overdue now", place.total(OpenCounts::overdue), children.overdue()),
              new Total("Due soon", place.total(OpenCounts::dueSoon), children.dueSoon()),
              new Total("Cannot tell", place.total(OpenCounts::cannotTell), children.cannotTell()));
      List<Place> services = new ArrayList<>();
      List<Place> teams = new ArrayList<>();
      Map<String, String> serviceOf = new LinkedHashMap<>();
      night
          .services()
          .forEach(
              (service, names) -> {
                services.add(Place.service(night, service, names));
                for (String team : names) {
                  teams.add(Place.team(night, team));
                  serviceOf.put(team, service);
                }
              });
      return book(
          "Practice standards: the authority",
          Stream.of(
              summary(
                  totals,
                  sentences(
                      report.headline(),
                      "Getting better?",
                      report.direction(),
                      "Before quoting a figure",
                      report.remarks())),
              standards(place),
              places("Services", services, Column.text("Service", NAME), Map.of()),
              places("Teams", teams, Column.text("Team", NAME), serviceOf),
              words(),
              definitions(),
              sources(),
              held(),
              issues()),
          Stream.concat(report.published().sheets(), new StabilitySheets(night).authority()));
    }

    ReportWorkbook service(ServiceReport report, List<TeamList> lists) {
      List<String> names = lists.stream().map(list -> list.place().team()).toList();
      Place place = Place.service(night, report.service(), names);
      return book(
          "Practice standards: " + report.service(),
          Stream.of(
              summary(
                  totals(place, "service", lists),
                  sentences(
                      report.headline(),
                      "Getting better?",
                      report.direction(),
                      "Before quoting a figure",
                      report.remarks())),
              overdue(lists),
              dueSoon(lists),
              cannotTell(lists),
              standards(place),
              places(
                  "Teams",
                  names.stream().map(team -> Place.team(night, team)).toList(),
                  Column.text("Team", NAME),
                  Map.of()),
              words(),
              definitions()),
          new StabilitySheets(night).service(report.service(), names));
    }

    ReportWorkbook team(TeamReport report, TeamList list) {
      List<TeamList> lists = List.of(list);
      Place place = Place.team(night, report.team());
      return book(
          "Practice standards: " + report.team(),
          Stream.of(
              summary(
                  totals(place, "team", lists),
                  sentences(
                      report.headline(),
                      "What to do first",
                      report.first(),
                      "Getting better?",
                      report.direction())),
              overdue(lists),
              dueSoon(lists),
              cannotTell(lists),
              workers(list),
              standards(place),
              words(),
              definitions()),
          new StabilitySheets(night).team(list.place()));
    }

    private ReportWorkbook book(
        String title, Stream<ReportSheet> sheets, Stream<ReportSheet> more) {
      return new ReportWorkbook(
          title,
          night.authority(),
          night.fictional(),
          night.asAtInWords(),
          Stream.concat(sheets, more).toList());
    }

    // ---- what stands at the front ----

    /** One count of the summary. */
    private record Total(String what, int howMany, int children) {}

    private static ReportSheet summary(List<Total> totals, Map<String, String> sentences) {
      List<List<ReportCell>> rows = new ArrayList<>();
      for (Total total : totals) {
        rows.add(
            List.of(
                ReportCell.text(total.what()),
                new Count(total.howMany()),
                new Count(total.children()),
                ReportCell.blank()));
      }
      sentences.forEach(
          (what, sentence) -> {
            if (!sentence.isEmpty()) {
              rows.add(
                  List.of(
                      ReportCell.text(what),
                      ReportCell.blank(),
                      ReportCell.blank(),
                      ReportCell.text(sentence)));
            }
          });
      return new ReportSheet(
          "Summary",
          "Tonight at a glance; each of the other sheets is one list.",
          List.of(
              Column.text("What", NAME),
              Column.number("How many", NUMBER),
              Column.number("For children", NUMBER),
              Column.text("In words", SENTENCE)),
          false,
          rows);
    }

    private static Map<String, String> sentences(
        String headline, String secondly, String second, String thirdly, String third) {
      Map<String, String> sentences = new LinkedHashMap<>();
      sentences.put("In one sentence", headline);
      sentences.put(secondly, second);
      sentences.put(thirdly, third);
      return sentences;
    }

    /** None where nothing could be judged: a nought would say that all is well. */
    private static List<Total> totals(Place place, String where, Total... totals) {
      return place.nothingToSay(where).isEmpty() ? List.of(totals) : List.of();
    }

    private List<Total> totals(Place place, String where, List<TeamList> lists) {
      return totals(
          place,
          where,
          total("Overdue now", lists, TeamList::overdue),
          total("Due in " + night.printing().ahead(), lists, TeamList::dueSoon),
          total("Cannot tell", lists, TeamList::cannotTell));
    }

    private static Total total(
        String what, List<TeamList> lists, Function<TeamList, List<Finding>> which) {
      return new Total(
          what,
          lists.stream().mapToInt(list -> which.apply(list).size()).sum(),
          lists.stream().mapToInt(list -> Owed.children(which.apply(list))).sum());
    }

    // ---- the lists ----

    private ReportSheet overdue(List<TeamList> lists) {
      return list(
          "Overdue",
          "What matters most first, and of that the longest overdue. It can still be done.",
          Column.number("Days over", NUMBER),
          lists,
          TeamList::overdue,
          TeamList.byWhatMatters(night)
              .thenComparing(Comparator.<Finding>comparingInt(owed::daysOver).reversed()),
          finding -> new Count(owed.daysOver(finding)));
    }

    private ReportSheet dueSoon(List<TeamList> lists) {
      return list(
          "Due next",
          "Soonest first, by " + Words.date(night.until()) + ".",
          Column.number("Days to go", NUMBER),
          lists,
          TeamList::dueSoon,
          Comparator.comparingInt(owed::daysToGo),
          finding -> new Count(owed.daysToGo(finding)));
    }

    private ReportSheet cannotTell(List<TeamList> lists) {
      return list(
          "Cannot tell",
          "The record does not allow a judgement: put the record right.",
          null,
          lists,
          TeamList::cannotTell,
          Comparator.comparing(owed::title),
          finding -> ReportCell.blank());
    }

    private ReportSheet list(
        String name,
        String note,
        @Nullable Column days,
        List<TeamList> lists,
        Function<TeamList, List<Finding>> which,
        Comparator<Finding> order,
        Function<Finding, ReportCell> daysOf) {
      boolean several = lists.size() > 1;
      List<Column> columns = new ArrayList<>();
      if (several) {
        columns.add(Column.text("Team", NAME));
      }
      columns.add(Column.text("Child", 12));
      if (named()) {
        columns.add(Column.text("Name", 30));
      }
      columns.add(Column.text("What is owed", 38));
      columns.add(Column.text("Note", 26));
      columns.add(Column.number("Due", 13));
      if (days != null) {
        columns.add(days);
      }
      columns.add(Column.number("Last, or start", 13));
      columns.add(Column.text("Worker", 18));
      columns.add(Column.text("Proof in the extract", 38));
      List<Line> all =
          lists.stream()
              .flatMap(
                  list ->
                      which.apply(list).stream()
                          .map(finding -> new Line(list.place().team(), finding)))
              .sorted(Comparator.comparing(Line::finding, order))
              .toList();
      return new ReportSheet(
          name,
          all.isEmpty() ? "There is nothing to list." : note,
          columns,
          true,
          () -> all.stream().map(line -> cells(line, several, days != null, daysOf)).iterator());
    }

    private boolean named() {
      return !night.printing().names().isEmpty();
    }

    private record Line(String team, Finding finding) {}

    private List<ReportCell> cells(
        Line line, boolean several, boolean days, Function<Finding, ReportCell> daysOf) {
      Finding finding = line.finding();
      List<ReportCell> cells = new ArrayList<>();
      if (several) {
        cells.add(ReportCell.text(line.team()));
      }
      cells.add(new ReportCell.Id(Owed.child(finding)));
      if (named()) {
        cells.add(ReportCell.text(owed.name(finding)));
      }
      cells.add(ReportCell.text(owed.title(finding)));
      cells.add(ReportCell.text(owed.note(finding)));
      cells.add(ReportCell.day(finding.due()));
      if (days) {
        cells.add(daysOf.apply(finding));
      }
      cells.add(ReportCell.day(finding.since()));
      cells.add(new ReportCell.Id(Owed.worker(finding)));
      cells.add(ReportCell.text(finding.source()));
      return cells;
    }

    private ReportSheet workers(TeamList list) {
      return new ReportSheet(
          "Workers",
          "The same lists, counted by worker.",
          List.of(
              Column.text("Worker", NAME),
              Column.number("Overdue", NUMBER),
              Column.number("Longest over, days", 14),
              Column.number("Due next", NUMBER),
              Column.number("Cannot tell", NUMBER)),
          true,
          WorkerCounts.of(list, owed).stream()
              .map(
                  one ->
                      List.<ReportCell>of(
                          new ReportCell.Id(one.worker()),
                          new Count(one.overdue()),
                          new Count(one.longest()),
                          new Count(one.dueSoon()),
                          new Count(one.cannotTell())))
              .toList());
    }

    // ---- the figures ----

    private ReportSheet standards(Place place) {
      List<List<ReportCell>> rows = new ArrayList<>();
      for (StandardNote standard : night.standards()) {
        for (Measure measure : Measure.values()) {
          Figure figure = place.figure(standard, measure);
          if (figure != null) {
            boolean now = measure == Measure.NOW;
            rows.add(
                List.of(
                    ReportCell.text(standard.title()),
                    new ReportCell.Id(standard.id()),
                    ReportCell.text(measure.words()),
                    ReportCell.day(figure.from()),
                    ReportCell.day(figure.to()),
                    new Count(figure.numerator()),
                    new Count(figure.denominator()),
                    ReportCell.percent(place.percent(figure)),
                    new Count(figure.cannotTell()),
                    new Count(figure.doubtful()),
                    ReportCell.percent(now ? standard.target() : null),
                    ReportCell.text(now ? place.verdict(standard) : "")));
          }
        }
      }
      return new ReportSheet(
          "Standards",
          "Three measures, each a line of its own and never blended." + few(),
          List.of(
              Column.text("Standard", NAME),
              Column.text("Id", 20),
              Column.text("Measure", 48),
              Column.number("From", 13),
              Column.number("To", 13),
              Column.number("In timescale", NUMBER),
              Column.number("Out of", NUMBER),
              Column.number("Percent", NUMBER),
              Column.number("Cannot tell", NUMBER),
              Column.number("Doubtful", NUMBER),
              Column.number("Target", NUMBER),
              Column.text("Target met", NUMBER)),
          true,
          rows);
    }

    private String few() {
      return night.printing().percentFrom() > 1
          ? " Of fewer than " + night.printing().percentFrom() + " no percentage is given."
          : "";
    }

    private ReportSheet places(
        String name, List<Place> places, Column named, Map<String, String> serviceOf) {
      List<Column> columns = new ArrayList<>();
      if (!serviceOf.isEmpty()) {
        columns.add(Column.text("Service", NAME));
      }
      columns.add(named);
      columns.add(Column.text("Standard", NAME));
      columns.add(Column.number("Children in timescale now", 14));
      columns.add(Column.number("Out of", NUMBER));
      columns.add(Column.number("Percent", NUMBER));
      columns.add(Column.number("Children cannot tell", NUMBER));
      columns.add(Column.number("Overdue", NUMBER));
      columns.add(Column.number("Due soon", NUMBER));
      columns.add(Column.number("Done in timescale in the year to date", 17));
      columns.add(Column.number("Out of these", NUMBER));
      columns.add(Column.number("Percent done", NUMBER));
      List<List<ReportCell>> rows = new ArrayList<>();
      for (Place place : places) {
        for (StandardNote standard : night.judged()) {
          if (place.meetsWith(standard)) {
            List<ReportCell> row = new ArrayList<>();
            if (!serviceOf.isEmpty()) {
              row.add(ReportCell.text(serviceOf.getOrDefault(place.name(), "")));
            }
            row.add(ReportCell.text(place.name()));
            row.add(ReportCell.text(standard.title()));
            Figure now = place.now(standard);
            addShare(row, place, now);
            row.add(new Count(now == null ? 0 : now.cannotTell()));
            row.add(new Count(place.total(standard, OpenCounts::overdue)));
            row.add(new Count(place.total(standard, OpenCounts::dueSoon)));
            addShare(row, place, place.figure(standard, Measure.DONE));
            rows.add(row);
          }
        }
      }
      return new ReportSheet(
          name,
          "A line for each standard that applies. The lines add up to the whole." + few(),
          columns,
          true,
          rows);
    }

    // ---- what they rest on ----

    private ReportSheet words() {
      return new ReportSheet(
          "What the words mean",
          "As in the report beside this workbook.",
          List.of(
              Column.text("Word", NAME), Column.text("What it means and how it is counted", 100)),
          false,
          Term.of(night).stream()
              .map(term -> List.of(ReportCell.text(term.word()), ReportCell.text(term.meaning())))
              .toList());
    }

    private ReportSheet definitions() {
      return new ReportSheet(
          "What is owed by when",
          "Each standard in plain words, and what it rests on.",
          List.of(
              Column.text("Standard", NAME),
              Column.text("Id", 20),
              Column.text("What is owed and by when", 60),
              Column.text("Rests on", 40),
              Column.text("Standing", 12),
              Column.number("Target", NUMBER),
              Column.text("Judged", 15)),
          false,
          Stream.concat(
                  night.standards().stream().map(Writing::definition),
                  night.departures().switchedOff().stream().map(Writing::switchedOff))
              .toList());
    }

    private static List<ReportCell> definition(StandardNote standard) {
      return List.of(
          ReportCell.text(standard.title()),
          new ReportCell.Id(standard.id()),
          ReportCell.text(standard.rule()),
          ReportCell.text(standard.basis()),
          ReportCell.text(standard.standing().words()),
          ReportCell.percent(standard.target()),
          ReportCell.text(standard.judged() ? "yes" : Share.WITHOUT_SOURCE.value()));
    }

    private static List<ReportCell> switchedOff(Departures.SwitchedOffNote standard) {
      return List.of(
          ReportCell.text(standard.title()),
          new ReportCell.Id(standard.id()),
          ReportCell.text(standard.why()),
          ReportCell.blank(),
          ReportCell.blank(),
          ReportCell.blank(),
          ReportCell.text("switched off"));
    }

    private ReportSheet sources() {
      return new ReportSheet(
          "Sources",
          "Every table received. Rows read are always rows loaded, rejected and left out.",
          List.of(
              Column.text("File", 50),
              Column.text("Table", 40),
              Column.number("As at", 13),
              Column.number("Rows read", NUMBER),
              Column.number("Loaded", NUMBER),
              Column.number("Rejected", NUMBER),
              Column.number("Left out", NUMBER)),
          true,
          night.extracts().stream()
              .map(
                  extract ->
                      List.of(
                          ReportCell.text(extract.file()),
                          ReportCell.text(extract.table()),
                          ReportCell.day(extract.asAt()),
                          new Count(extract.rowsRead()),
                          new Count(extract.rowsLoaded()),
                          new Count(extract.rowsRejected()),
                          new Count(extract.rowsLeftOut())))
              .toList());
    }

    private ReportSheet held() {
      return new ReportSheet(
          "Held",
          night.held().isEmpty()
              ? "Nothing was held, and nothing that should have come is missing."
              : "What could not be used tonight, and what stands instead.",
          List.of(
              Column.text("What", 40), Column.text("Why", SENTENCE), Column.text("Instead", 50)),
          true,
          night.held().stream()
              .map(
                  held ->
                      List.of(
                          ReportCell.text(held.what()),
                          ReportCell.text(held.why()),
                          ReportCell.text(held.stands())))
              .toList());
    }

    private ReportSheet issues() {
      return new ReportSheet(
          "Record checks",
          "How many lines of issues.csv each check wrote; a line can stand for many rows.",
          List.of(
              Column.text("Check", NAME),
              Column.text("What it found", 95),
              Column.number("Lines", NUMBER)),
          true,
          night.issues().stream()
              .sorted(Comparator.comparingInt(IssueCount::count).reversed())
              .map(
                  issue ->
                      List.of(
                          ReportCell.text(issue.check()),
                          ReportCell.text(issue.problem()),
                          new Count(issue.count())))
              .toList());
    }
  }
}
