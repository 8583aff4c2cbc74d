package org.practicewatch.reports.place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.practicewatch.compliance.Finding;
import org.practicewatch.reports.night.ChildrenNow;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.OpenCounts;
import org.practicewatch.reports.night.Owed;
import org.practicewatch.reports.night.Place;
import org.practicewatch.reports.night.TeamList;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportSheet.Column;

/**
 * The workbooks beside the reports of a night: the same night, complete and in cells that can be
 * counted, for those who live in a spreadsheet.
 */
final class NightWorkbooks {

  private static final int NAME = 38;
  private static final int NUMBER = 11;
  private static final int SENTENCE = 70;

  private final NightInReports night;
  private final ListSheets lines;
  private final FigureSheets figures;
  private final BasisSheets basis;
  private final RankTables ranks;

  private NightWorkbooks(NightInReports night) {
    this.night = night;
    this.lines = new ListSheets(night);
    this.figures = new FigureSheets(night);
    this.basis = new BasisSheets(night);
    this.ranks = new RankTables(night);
  }

  /** Beside the authority's report; like it, without any child's id. */
  static Stream<ReportSheet> authority(
      NightInReports night, List<Place> services, List<Place> teams, List<Sentence> sentences) {
    return new NightWorkbooks(night).authority(services, teams, sentences);
  }

  /** Beside a service's report, with the lists of all its teams. */
  static Stream<ReportSheet> service(
      NightInReports night, Place place, List<TeamList> lists, List<Sentence> sentences) {
    return new NightWorkbooks(night).service(place, lists, sentences);
  }

  /** Beside a team's report, with every line of its list. */
  static Stream<ReportSheet> team(
      NightInReports night, Place place, TeamList list, List<Sentence> sentences) {
    return new NightWorkbooks(night).team(place, list, sentences);
  }

  private Stream<ReportSheet> authority(
      List<Place> services, List<Place> teams, List<Sentence> sentences) {
    Place place = Place.authority(night);
    ChildrenNow children = night.children();
    List<Total> totals =
        totals(
            place,
            "authority",
            new Total("Overdue now", place.total(OpenCounts::overdue), children.overdue()),
            new Total("Due soon", place.total(OpenCounts::dueSoon), children.dueSoon()),
            new Total("Cannot tell", place.total(OpenCounts::cannotTell), children.cannotTell()));
    Map<String, String> serviceOf = new LinkedHashMap<>();
    night.services().forEach((service, names) -> names.forEach(it -> serviceOf.put(it, service)));
    return Stream.of(
        summary(totals, sentences),
        ranks.sheet(Stream.of(List.of(place), services, teams).flatMap(List::stream).toList()),
        figures.standards(place),
        figures.places("Services", services, Column.text("Service", NAME), Map.of()),
        figures.places("Teams", teams, Column.text("Team", NAME), serviceOf),
        basis.words(),
        basis.definitions(),
        basis.sources(),
        basis.held(),
        basis.issues());
  }

  private Stream<ReportSheet> service(Place place, List<TeamList> lists, List<Sentence> sentences) {
    List<Place> teams = lists.stream().map(list -> Place.team(night, list.place().team())).toList();
    return Stream.of(
        summary(totals(place, "service", lists), sentences),
        ranks.sheet(Stream.concat(Stream.of(place), teams.stream()).toList()),
        lines.overdue(lists),
        lines.dueSoon(lists),
        lines.cannotTell(lists),
        figures.standards(place),
        figures.places("Teams", teams, Column.text("Team", NAME), Map.of()),
        basis.words(),
        basis.definitions());
  }

  private Stream<ReportSheet> team(Place place, TeamList list, List<Sentence> sentences) {
    List<TeamList> lists = List.of(list);
    return Stream.of(
        summary(totals(place, "team", lists), sentences),
        lines.overdue(lists),
        lines.dueSoon(lists),
        lines.cannotTell(lists),
        lines.workers(list),
        ranks.sheet(List.of(place)),
        figures.standards(place),
        basis.words(),
        basis.definitions());
  }

  /** What the summary says in words under one head; left out where it says nothing. */
  record Sentence(String head, String words) {}

  /**
   * What stands at the head of a report.
   *
   * @param about what the last of it is
   */
  static List<Sentence> sentences(String headline, String lead, String about, String remark) {
    return List.of(
        new Sentence("In one sentence", headline),
        new Sentence("And then", lead),
        new Sentence(about, remark));
  }

  /** One count of the summary. */
  private record Total(String what, int howMany, int children) {}

  private static ReportSheet summary(List<Total> totals, List<Sentence> sentences) {
    List<List<ReportCell>> rows = new ArrayList<>();
    for (Total total : totals) {
      rows.add(
          List.of(
              ReportCell.text(total.what()),
              new Count(total.howMany()),
              new Count(total.children()),
              ReportCell.blank()));
    }
    for (Sentence sentence : sentences) {
      if (!sentence.words().isEmpty()) {
        rows.add(
            List.of(
                ReportCell.text(sentence.head()),
                ReportCell.blank(),
                ReportCell.blank(),
                ReportCell.text(sentence.words())));
      }
    }
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
