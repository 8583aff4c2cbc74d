package org.practicewatch.quality;

import java.util.Comparator;
import org.practicewatch.casework.CellRef;

/**
 * Something wrong in the record, told once: a row of {@code issues.csv}.
 *
 * @param extract the file
 * @param sheet the sheet; empty for a CSV
 * @param row the sheet's own row number; 0 where it is the whole table
 * @param column the column's letters and heading
 * @param value what was found
 * @param check the name of the check
 * @param problem what is wrong and what was expected, in plain English
 * @param effect what it stops us judging, or what was done about it
 * @param childId the child; empty where it is not about one
 */
public record Issue(
    String extract,
    String sheet,
    int row,
    String column,
    String value,
    String check,
    String problem,
    String effect,
    String childId) {

  /** The order in which they are written out. */
  public static final Comparator<Issue> IN_ORDER = Issue::compare;

  private static int compare(Issue one, Issue other) {
    int order = one.extract.compareTo(other.extract);
    order = order != 0 ? order : one.sheet.compareTo(other.sheet);
    order = order != 0 ? order : Integer.compare(one.row, other.row);
    order = order != 0 ? order : one.column.compareTo(other.column);
    order = order != 0 ? order : one.check.compareTo(other.check);
    order = order != 0 ? order : one.value.compareTo(other.value);
    order = order != 0 ? order : one.childId.compareTo(other.childId);
    return order != 0 ? order : one.problem.compareTo(other.problem);
  }

  /** Something found at a cell. */
  public static Issue at(
      CellRef cell, String value, String check, String problem, String effect, String childId) {
    String at = cell.cell();
    int end = 0;
    while (end < at.length() && !Character.isDigit(at.charAt(end))) {
      end++;
    }
    return new Issue(
        cell.file(),
        cell.sheet(),
        end == at.length() ? 0 : Integer.parseInt(at, end, at.length(), 10),
        at.substring(0, end),
        value,
        check,
        problem,
        effect,
        childId);
  }
}
