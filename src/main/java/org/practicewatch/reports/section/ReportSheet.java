package org.practicewatch.reports.section;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a workbook: a heading, a sentence, and one table.
 *
 * @param name as on its tab
 * @param note what to know before using it
 * @param columns from left to right
 * @param kept how many of them, from the left, stay in sight when one goes to the right
 * @param filtered whether it is a list to filter and sort
 * @param rows made one by one, so that a long list needs no memory
 */
public record ReportSheet(
    String name,
    String note,
    List<Column> columns,
    int kept,
    boolean filtered,
    Iterable<List<ReportCell>> rows) {

  public ReportSheet(
      String name,
      String note,
      List<Column> columns,
      boolean filtered,
      Iterable<List<ReportCell>> rows) {
    this(name, note, columns, 0, filtered, rows);
  }

  /** The same whose first columns stay in sight. */
  public ReportSheet keeping(int first) {
    return new ReportSheet(name, note, columns, first, filtered, rows);
  }

  /** The same under another name. */
  public ReportSheet called(String other) {
    return new ReportSheet(other, note, columns, kept, filtered, rows);
  }

  /**
   * A column.
   *
   * @param heading its heading
   * @param width in characters
   * @param number whether it holds numbers or days, which stand to the right
   * @param fillIn what may be written into it; null where it is only read
   * @param hidden whether nobody needs to see it
   * @param print how it is printed; null where it stands in the workbook alone
   */
  public record Column(
      String heading,
      int width,
      boolean number,
      @Nullable FillIn fillIn,
      boolean hidden,
      @Nullable Print print) {

    /** Points of the letters of a proof, which is long and seldom read. */
    private static final float PROOF = 6.5f;

    public Column(
        String heading, int width, boolean number, @Nullable FillIn fillIn, boolean hidden) {
      this(heading, width, number, fillIn, hidden, null);
    }

    public Column(String heading, int width, boolean number) {
      this(heading, width, number, null, false, null);
    }

    /** The same, printed so wide, in points. */
    public Column printed(int points) {
      return with(new Print(points, ReportCell.Weight.PLAIN, 0, 0));
    }

    /** The same, whose cells are printed so, unless a cell says otherwise. */
    private Column weighing(ReportCell.Weight weight) {
      Print as = Objects.requireNonNull(print);
      return with(new Print(as.points(), weight, as.size(), as.headingSize()));
    }

    /** The same, whose cells stand out. */
    public Column strong() {
      return weighing(ReportCell.Weight.STRONG);
    }

    /** The same, in small print. */
    public Column quiet() {
      return weighing(ReportCell.Weight.QUIET);
    }

    /** The same in letters of a size of their own, in points. */
    public Column sized(float size) {
      Print as = Objects.requireNonNull(print);
      return with(new Print(as.points(), as.weight(), size, as.headingSize()));
    }

    /** The same under a heading of a size of its own, in points. */
    Column headed(float size) {
      Print as = Objects.requireNonNull(print);
      return with(new Print(as.points(), as.weight(), as.size(), size));
    }

    private Column with(Print as) {
      return new Column(heading, width, number, fillIn, hidden, as);
    }

    /** On paper, the cell that proves a line. */
    public static Column proof(int points) {
      return onPaper("Proof in the extract", points, false).quiet().sized(PROOF);
    }

    /** One that is printed, and stands in no workbook. */
    public static Column onPaper(String heading, int points, boolean number) {
      return new Column(heading, 0, number).printed(points);
    }

    public static Column text(String heading, int width) {
      return new Column(heading, width, false);
    }

    public static Column number(String heading, int width) {
      return new Column(heading, width, true);
    }
  }

  /**
   * How a column is printed.
   *
   * @param points how wide it is
   * @param weight how its cells are printed
   * @param size of the letters in points; 0 for that of the weight
   * @param headingSize likewise of the heading's
   */
  public record Print(int points, ReportCell.Weight weight, float size, float headingSize) {}

  /** What may be written into a column that is sent back. */
  public sealed interface FillIn {

    /** Anything. */
    record AnyText() implements FillIn {}

    /**
     * One of several.
     *
     * @param sheet on which they stand, one below the other
     * @param first row of the first
     * @param last row of the last
     */
    record OneOf(String sheet, int first, int last) implements FillIn {}

    /** A day in a stretch of days, both ends included. */
    record DayIn(LocalDate from, LocalDate to) implements FillIn {}
  }
}
