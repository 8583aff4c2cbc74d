package org.practicewatch.reports.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.compliance.FlagLine;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.OpenCounts;
import org.practicewatch.reports.night.Place;
import org.practicewatch.reports.night.StandardNote;
import org.practicewatch.reports.night.TeamsMet;
import org.practicewatch.reports.place.FigureSheets;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.subject.ReportContents.Leavers;
import org.practicewatch.reports.subject.SubjectNight.OnRecord;
import org.practicewatch.standards.Timeliness;

/** The sheets of the care leavers' report that stand in no other section, to filter and sort. */
final class LeaversSheets {

  private final SubjectNight night;
  private final Leavers leavers;
  private final SubjectSheets sheets;

  private LeaversSheets(SubjectNight night, Leavers leavers) {
    this.night = night;
    this.leavers = leavers;
    this.sheets = new SubjectSheets(night.night());
  }

  static List<ReportSheet> of(SubjectNight night, Leavers leavers) {
    LeaversSheets writing = new LeaversSheets(night, leavers);
    return List.of(
        writing.now(),
        writing.done(),
        writing.sheets.findings(
            "Overdue",
            "Longest overdue first: it can still be done.",
            YoungPeople.open(night, leavers, one -> one.timeliness() == Timeliness.OVERDUE)),
        writing.sheets.findings(
            "Due",
            "Soonest first.",
            YoungPeople.open(
                night,
                leavers,
                one ->
                    one.timeliness() == Timeliness.DUE_SOON
                        || one.timeliness() == Timeliness.NOT_YET_DUE)),
        writing.sheets.findings(
            "Cannot tell",
            "The record does not allow a judgement: put the record right.",
            YoungPeople.open(
                night,
                leavers,
                one -> one.timeliness() == Timeliness.CANNOT_TELL && one.done() == null)),
        writing.flagged(),
        SubjectSheets.definitions(
            night.notes(leavers.standards()), "What is counted here, and what cannot be judged."));
  }

  /** How they stand tonight counts for the team that holds them tonight. */
  private ReportSheet now() {
    return counts(
        "Counts now",
        "Each standard for the authority and for each team that holds them now. Percentages are given"
            + " of enough alone.",
        List.of(
            Column.number("In timescale now", SubjectSheets.NUMBER),
            Column.number("Out of", SubjectSheets.NUMBER),
            Column.number("Percent", SubjectSheets.NUMBER),
            Column.number("Overdue", SubjectSheets.NUMBER),
            Column.number("Cannot tell", SubjectSheets.NUMBER)),
        (cells, standard, place) -> {
          FigureSheets.addShare(cells, place, place.now(standard));
          cells.add(new Count(place.total(standard, OpenCounts::overdue)));
          cells.add(new Count(place.total(standard, OpenCounts::cannotTell)));
        });
  }

  /** What fell due counts for whoever held them then. */
  private ReportSheet done() {
    return counts(
        "Done in timescale",
        "In the year to date: each standard for the authority and for each team that held them on the"
            + " due date. Percentages are given of enough alone.",
        List.of(
            Column.number("Done in timescale", SubjectSheets.NUMBER),
            Column.number("Out of", SubjectSheets.NUMBER),
            Column.number("Percent", SubjectSheets.NUMBER)),
        (cells, standard, place) ->
            FigureSheets.addShare(cells, place, place.figure(standard, Measure.DONE)));
  }

  /** What is counted of a standard in a place. */
  private interface Counting {
    void addTo(List<ReportCell> cells, StandardNote standard, Place place);
  }

  private ReportSheet counts(String name, String note, List<Column> counted, Counting counting) {
    List<Place> places = new ArrayList<>();
    places.add(Place.authority(night.night()));
    List<String> teams = YoungPeople.all(night, leavers).stream().map(OnRecord::teamNow).toList();
    TeamsMet.of(night.night(), teams)
        .values()
        .forEach(its -> its.forEach(team -> places.add(Place.team(night.night(), team))));
    List<List<ReportCell>> rows = new ArrayList<>();
    for (StandardNote standard : night.notes(leavers.standards())) {
      if (standard.judged()) {
        for (Place place : places) {
          List<ReportCell> cells = new ArrayList<>();
          cells.add(ReportCell.text(standard.title()));
          cells.add(ReportCell.text(place.name()));
          counting.addTo(cells, standard, place);
          rows.add(cells);
        }
      }
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Standard", SubjectSheets.NAME));
    columns.add(Column.text("Where", SubjectSheets.NAME));
    columns.addAll(counted);
    return new ReportSheet(name, note, columns, true, rows);
  }

  private ReportSheet flagged() {
    List<List<ReportCell>> rows = new ArrayList<>();
    Map<String, String> titles =
        night.flags().stream().collect(Collectors.toMap(flag -> flag.id(), flag -> flag.title()));
    for (FlagLine line : YoungPeople.flagged(night, leavers)) {
      rows.add(
          List.of(
              ReportCell.text(NightInReports.teamName(line.teamNow())),
              new ReportCell.Id(line.childId()),
              ReportCell.text(titles.getOrDefault(line.flag(), line.flag())),
              ReportCell.text(line.value()),
              ReportCell.day(line.since()),
              ReportCell.text(line.source())));
    }
    return new ReportSheet(
        "Flagged",
        rows.isEmpty() ? "There is nothing to list." : "Worth a look; no duty with a day.",
        List.of(
            Column.text("Team", SubjectSheets.NAME),
            Column.text("Young person", 14),
            Column.text("What", SubjectSheets.NAME),
            Column.text("How many", SubjectSheets.NUMBER),
            Column.number("Since", SubjectSheets.DAY),
            Column.text("Proof in the extract", SubjectSheets.NAME)),
        true,
        rows);
  }
}
