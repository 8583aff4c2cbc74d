package org.practicewatch.exceptions;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A line of a returned list on which somebody has filled in something.
 *
 * @param file the returned workbook
 * @param cell where to look, such as {@code Data exceptions!M14}
 * @param line the key of the line; empty where it was lost
 * @param subject the child as the line has it
 * @param until the last day on which the acceptance should hold; null where none can be read
 * @param untilText what stands there
 * @param reason as chosen
 * @param note whatever else was written
 * @param by who accepts it
 * @param code the standard or check as the line has it; empty where the list does not say
 * @param team whose list came back; empty where it does not say
 */
public record AcceptanceAsked(
    String file,
    String cell,
    String line,
    String subject,
    @Nullable LocalDate until,
    String untilText,
    String reason,
    String note,
    String by,
    String code,
    String team) {

  static final Comparator<AcceptanceAsked> ORDER =
      Comparator.comparing(AcceptanceAsked::file).thenComparing(AcceptanceAsked::cell);

  /** On a list that says neither the standard's id nor whose it is. */
  public AcceptanceAsked(
      String file,
      String cell,
      String line,
      String subject,
      @Nullable LocalDate until,
      String untilText,
      String reason,
      String note,
      String by) {
    this(file, cell, line, subject, until, untilText, reason, note, by, "", "");
  }
}
