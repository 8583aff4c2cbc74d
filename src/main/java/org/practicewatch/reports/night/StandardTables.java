package org.practicewatch.reports.night;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Shown;
import org.practicewatch.reports.section.ReportCell.Weight;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Section.Place;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Tone;

/** Tables of standards on paper that several reports have. */
public final class StandardTables {

  private static final int NAME = 134;
  private static final int STANDARD = 81;

  private static final int[] UPRIGHT = {129, 190, 160, 60};
  private static final int[] ACROSS = {186, 300, 230, 70};

  private StandardTables() {}

  /** What is owed by when; wider where the pages lie on their side. */
  public static Table definitions(
      String title, String whose, List<OwedByWhen> definitions, boolean across) {
    int[] points = across ? ACROSS : UPRIGHT;
    return new Table(
        title,
        "",
        Place.PAPER,
        List.of(
            Column.onPaper(whose, points[0], false).strong(),
            Column.onPaper("What is owed and by when", points[1], false),
            Column.onPaper("Rests on", points[2], false).quiet(),
            Column.onPaper("Standing", points[3], false).quiet()),
        false,
        definitions.stream()
            .map(one -> Row.of(one.title(), one.rule(), one.basis(), one.standing()))
            .toList());
  }

  /** Services and teams down, standards across; as many tables as it takes to show them all. */
  public static List<Table> matrices(String title, String whose, List<Matrix> matrices) {
    List<Table> tables = new ArrayList<>();
    for (Matrix matrix : matrices) {
      List<Column> columns = new ArrayList<>(List.of(Column.onPaper(whose, NAME, false)));
      matrix.headings().forEach(heading -> columns.add(Column.onPaper(heading, STANDARD, true)));
      tables.add(
          new Table(
              tables.isEmpty() ? title : title + ", continued",
              "",
              Place.PAPER,
              columns,
              false,
              matrix.rows().stream().map(StandardTables::row).toList()));
    }
    return tables;
  }

  private static Row row(Matrix.Row row) {
    ReportCell name = ReportCell.text(row.name());
    List<ReportCell> cells = new ArrayList<>(List.of(row.service() ? name.strong() : name));
    row.cells().forEach(cell -> cells.add(cell(cell)));
    return new Row(cells, row.service());
  }

  private static ReportCell cell(Matrix.Cell cell) {
    return new Shown(
        ReportCell.text(cell.now().value()),
        cell.now().any() ? Weight.STRONG : Weight.QUIET,
        Tone.PLAIN,
        Stream.of(cell.now().count(), cell.open())
            .filter(said -> !said.isEmpty())
            .collect(Collectors.joining("\n")),
        cell.tone());
  }

  /** A title, and how firm its basis is. */
  public static ReportCell standard(String title, String standing) {
    return ReportCell.text(title).shown(Weight.STRONG, Tone.PLAIN, standing);
  }

  /** What is aimed for, and whether that is met. */
  public static ReportCell target(StandardLine line) {
    return new Shown(
        ReportCell.text(line.target()), Weight.PLAIN, Tone.PLAIN, line.met(), line.metTone());
  }
}
