package org.practicewatch.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.practicewatch.compliance.Finding;
import org.practicewatch.reports.ReportCell.Count;
import org.practicewatch.reports.ReportSheet.Column;

/**
 * The workbooks beside the reports of a night: the same night, complete and in cells that can be
 * counted, for those who live in a spreadsheet.
 */
public final class NightWorkbooks {

  private static final int NAME = 38;
  private static final int NUMBER = 11;
  private static final int SENTENCE = 70;

  private final NightInReports night;
  private final ListSheets lines;
  private final FigureSheets figures;
  private final BasisSheets basis;

  private NightWorkbooks(NightInReports night) {
    this.night = night;
    this.lines = new ListSheets(night);
    this.figures = new FigureSheets(night);
    this.basis = new BasisSheets(night);
  }

  /** Beside the authority's report; like it, without any child's id. */
  public static ReportWorkbook of(NightInReports night, AuthorityReport report) {
    return new NightWorkbooks(night).authority(report);
  }

  /** Beside a service's report, with the lists of all its teams. */
  public static ReportWorkbook of(
      NightInReports night, ServiceReport report, List<TeamList> teams) {
    return new NightWorkbooks(night).service(report, teams);
  }

  /** Beside a team's report, with every line of its list. */
  public static ReportWorkbook of(NightInReports night, TeamReport report, TeamList list) {
    return new NightWorkbooks(night).team(report, list);
  }

  private ReportWorkbook authority(AuthorityReport report) {
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
            figures.standards(place),
            figures.places("Services", services, Column.text("Service", NAME), Map.of()),
            figures.places("Teams", teams, Column.text("Team", NAME), serviceOf),
            basis.words(),
            basis.definitions(),
            basis.sources(),
            basis.held(),
            basis.issues()),
        Stream.concat(report.published().sheets(), new StabilitySheets(night).authority()));
  }

  private ReportWorkbook service(ServiceReport report, List<TeamList> lists) {
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
            lines.overdue(lists),
            lines.dueSoon(lists),
            lines.cannotTell(lists),
            figures.standards(place),
            figures.places(
                "Teams",
                names.stream().map(team -> Place.team(night, team)).toList(),
                Column.text("Team", NAME),
                Map.of()),
            basis.words(),
            basis.definitions()),
        new StabilitySheets(night).service(report.service(), names));
  }

  private ReportWorkbook team(TeamReport report, TeamList list) {
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
            lines.overdue(lists),
            lines.dueSoon(lists),
            lines.cannotTell(lists),
            lines.workers(list),
            figures.standards(place),
            basis.words(),
            basis.definitions()),
        new StabilitySheets(night).team(list.place()));
  }

  private ReportWorkbook book(String title, Stream<ReportSheet> sheets, Stream<ReportSheet> more) {
    return new ReportWorkbook(
        title,
        night.authority(),
        night.fictional(),
        night.asAtInWords(),
        Stream.concat(sheets, more).toList());
  }

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
}
