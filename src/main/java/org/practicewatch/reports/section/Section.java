package org.practicewatch.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.practicewatch.reports.section.ReportSheet.Column;

/** A part of a report. Those who write it know these, and no report by name. */
public sealed interface Section {

  /** Its heading; may be empty. */
  String title();

  /** What to know before reading it, or why it is empty. */
  String note();

  /** Where it stands. */
  Place place();

  /** Where a section stands. */
  enum Place {
    PAPER,
    WORKBOOK,
    BOTH
  }

  /** Words alone: a sentence in large print, and what is smaller beneath it; both may be empty. */
  record Sentence(String title, String note) implements Section {

    @Override
    public Place place() {
      return Place.PAPER;
    }
  }

  /** What follows begins on the next page. */
  record NewPage() implements Section {

    @Override
    public String title() {
      return "";
    }

    @Override
    public String note() {
      return "";
    }

    @Override
    public Place place() {
      return Place.PAPER;
    }
  }

  /** Shares as bars beside their targets, and as lines over the nights so far. */
  record Chart(String title, String note, TrendChart chart) implements Section {

    @Override
    public Place place() {
      return Place.PAPER;
    }
  }

  /**
   * A table.
   *
   * @param tab what its sheet is called; the title, unless that is too long for a sheet
   * @param columns from left to right; each says where it stands
   * @param filtered whether it is a list to filter and sort
   * @param rows made one by one, so that a long list needs no memory
   */
  record Table(
      String title,
      String tab,
      String note,
      Place place,
      List<Column> columns,
      boolean filtered,
      Iterable<Row> rows)
      implements Section {

    /** Widths in points, and in characters, of tables that are laid out alike. */
    private static final int[] TEXTS = {78, 130, 96, 76, 110, 49};

    private static final int FIRST_OF_NUMBERS = 131;
    private static final int NUMBER = 51;
    private static final int NUMBERS_ACROSS = 8;
    private static final float NUMBER_HEADING = 6.3f;
    private static final int FIRST_OF_WIDE = 180;
    private static final int SENTENCE = 359;

    public Table {
      columns = List.copyOf(columns);
    }

    /** One whose sheet is called as it is. */
    public Table(
        String title,
        String note,
        Place place,
        List<Column> columns,
        boolean filtered,
        Iterable<Row> rows) {
      this(title, title, note, place, columns, filtered, rows);
    }

    /** The same on a sheet of a shorter name: spreadsheet programs take no long ones. */
    public Table onSheet(String called) {
      return new Table(title, called, note, place, columns, filtered, rows);
    }

    /** A name, and numbers; on paper as many as fit side by side, and it says so. */
    public static Table numbers(String title, String note, List<String> headings, List<Row> rows) {
      List<Column> columns = new ArrayList<>();
      for (String heading : headings) {
        Column number = Column.number(heading, 13);
        columns.add(
            columns.isEmpty()
                ? Column.text(heading, 36).printed(FIRST_OF_NUMBERS).strong()
                : columns.size() > NUMBERS_ACROSS
                    ? number
                    : number.printed(NUMBER).headed(NUMBER_HEADING));
      }
      String more =
          headings.size() - 1 > NUMBERS_ACROSS
              ? " On paper are the first " + NUMBERS_ACROSS + " columns; the workbook has all."
              : "";
      return new Table(title, (note + more).strip(), Place.BOTH, columns, true, rows);
    }

    /** Words in several columns. */
    public static Table texts(String title, String note, List<String> headings, List<Row> rows) {
      List<Column> columns = new ArrayList<>();
      for (String heading : headings) {
        Column column =
            Column.text(heading, columns.isEmpty() ? 36 : 30).printed(TEXTS[columns.size()]);
        columns.add(columns.isEmpty() ? column.strong() : column);
      }
      return new Table(title, note, Place.BOTH, columns, true, rows);
    }

    /** A name, and a sentence. */
    public static Table wide(
        String title, String note, String name, String sentence, List<Row> rows) {
      return new Table(
          title,
          note,
          Place.BOTH,
          List.of(
              Column.text(name, 36).printed(FIRST_OF_WIDE).strong(),
              Column.text(sentence, 80).printed(SENTENCE)),
          true,
          rows);
    }

    /** One that stands in the workbook alone. */
    public static Table of(ReportSheet sheet) {
      return new Table(
          sheet.name(),
          sheet.note(),
          Place.WORKBOOK,
          sheet.columns(),
          sheet.filtered(),
          () -> StreamSupport.stream(sheet.rows().spliterator(), false).map(Row::new).iterator());
    }

    /** As a sheet: the columns that have a width there. */
    ReportSheet sheet() {
      int[] shown =
          IntStream.range(0, columns.size()).filter(i -> columns.get(i).width() > 0).toArray();
      return new ReportSheet(
          tab,
          note,
          IntStream.of(shown).mapToObj(columns::get).toList(),
          filtered,
          () ->
              StreamSupport.stream(rows.spliterator(), false)
                  .map(
                      row -> IntStream.of(shown).mapToObj(i -> row.cells().get(i).plain()).toList())
                  .iterator());
    }
  }

  /**
   * A row of a table.
   *
   * @param cells one for each column
   * @param heads whether it stands for the rows beneath it, as a service does for its teams
   */
  public record Row(List<ReportCell> cells, boolean heads) {

    public Row {
      cells = List.copyOf(cells);
    }

    public Row(List<ReportCell> cells) {
      this(cells, false);
    }

    /** Words alone. */
    public static Row of(String... words) {
      return new Row(List.of(words).stream().map(ReportCell::text).toList());
    }

    /** A name, and what is said of it. */
    public static Row of(String name, ReportCell... cells) {
      List<ReportCell> all = new ArrayList<>(List.of(ReportCell.text(name)));
      all.addAll(List.of(cells));
      return new Row(all);
    }
  }
}
