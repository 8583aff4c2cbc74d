package org.practicewatch.reports;

import java.util.List;

/** A report that is a heading, three big numbers, and one table after the other. */
public interface Paper {

  String authority();

  /** Whether every page says that the data is invented. */
  boolean fictional();

  /** The date, in words. */
  String asAt();

  /** What kind of report it is. */
  String kind();

  /** The answer in one sentence. */
  String headline();

  /** What to know beside it. */
  String remark();

  /** Three big numbers. */
  List<Tile> tiles();

  /** The tables. */
  List<Section> sections();

  /**
   * A table.
   *
   * @param kind how it is laid out, a name of {@link Kind}
   * @param title its heading
   * @param note what to know before reading it, or why it is empty
   * @param headings of its columns
   * @param rows its rows, no longer than anybody reads on paper
   */
  record Section(String kind, String title, String note, List<String> headings, List<Row> rows) {}

  /** A row of a table. */
  record Row(List<String> cells) {
    static Row of(String... cells) {
      return new Row(List.of(cells));
    }
  }

  /** How the cells of a table are laid out. */
  enum Kind {
    /** A name and numbers. */
    NUMBERS,
    /** Words in several columns. */
    TEXTS,
    /** A name and a sentence. */
    WIDE
  }

  /** The same as a workbook, a sheet a table. */
  static ReportWorkbook workbook(Paper paper) {
    return new ReportWorkbook(
        paper.kind(),
        paper.authority(),
        paper.fictional(),
        paper.asAt(),
        paper.sections().stream().map(PaperSheet::of).toList());
  }
}
