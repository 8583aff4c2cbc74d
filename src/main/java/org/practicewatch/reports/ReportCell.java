package org.practicewatch.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one cell of a workbook holds, so that a spreadsheet program can count and sort by it. */
public sealed interface ReportCell {

  ReportCell BLANK = new Blank();

  /** Words. */
  record Text(String text) implements ReportCell {}

  /** An id, which is no number even where it looks like one. */
  record Id(String text) implements ReportCell {}

  /** A whole number. */
  record Count(int number) implements ReportCell {}

  /** A number that need not be whole, such as a weight. */
  record Decimal(BigDecimal number) implements ReportCell {}

  /** A percentage, such as 87.5. */
  record Percent(BigDecimal percent) implements ReportCell {}

  /** A day. */
  record Day(LocalDate day) implements ReportCell {}

  /** A day by which something should have been done, and was not. */
  record PastDay(LocalDate day) implements ReportCell {}

  /** Where somebody is to write. */
  record ToFill(boolean day) implements ReportCell {}

  /** Nothing. */
  record Blank() implements ReportCell {}

  static ReportCell text(String text) {
    return text.isEmpty() ? BLANK : new Text(text);
  }

  static ReportCell day(@Nullable LocalDate day) {
    return day == null ? BLANK : new Day(day);
  }

  static ReportCell percent(@Nullable BigDecimal percent) {
    return percent == null ? BLANK : new Percent(percent);
  }
}
