package org.practicewatch.reports.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.reports.night.Measured;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.OpenCounts;
import org.practicewatch.reports.night.Place;
import org.practicewatch.reports.night.StandardNote;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportSheet.Column;

/** The figures of a night, on sheets: standard by standard, place by place. */
public final class FigureSheets {

  private static final int NAME = 38;
  private static final int NUMBER = 11;

  private final NightInReports night;

  FigureSheets(NightInReports night) {
    this.night = night;
  }

  /** How many, of how many, and the percentage of enough. */
  public static void addShare(List<ReportCell> row, Place place, @Nullable Figure figure) {
    row.add(new Count(figure == null ? 0 : figure.numerator()));
    row.add(new Count(figure == null ? 0 : figure.denominator()));
    row.add(ReportCell.percent(place.percent(figure)));
  }

  ReportSheet standards(Place place) {
    List<List<ReportCell>> rows = new ArrayList<>();
    for (StandardNote standard : night.standards()) {
      for (Measure measure : Measure.values()) {
        Figure figure = place.figure(standard, measure);
        if (figure != null) {
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
                  ReportCell.percent(standard.target()),
                  ReportCell.text(place.verdict(Measured.of(standard), measure))));
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

  ReportSheet places(String name, List<Place> places, Column named, Map<String, String> serviceOf) {
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
        "A line for each standard that applies. The lines add up to the whole. What is done counts for"
            + " whoever held the child on the due date, children for whoever does tonight."
            + few(),
        columns,
        true,
        rows);
  }
}
