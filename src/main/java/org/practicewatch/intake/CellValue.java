package org.practicewatch.intake;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** What a cell turned out to say, once its column is known. */
sealed interface CellValue {

  /** Nothing, or a word or date that stands for nothing. */
  record Blank() implements CellValue {}

  /** Text, with the spaces tidied. */
  record Words(String text) implements CellValue {}

  /**
   * A date.
   *
   * @param time the time of day that the cell gives besides; null where it gives none
   */
  record Day(LocalDate day, @Nullable LocalTime time) implements CellValue {

    Day(LocalDate day) {
      this(day, null);
    }

    /** Rows that give another time give the same day all the same. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Day that && day.equals(that.day);
    }

    @Override
    public int hashCode() {
      return day.hashCode();
    }
  }

  /**
   * A code of a list.
   *
   * @param group the group it belongs to
   * @param code the national code, where the text carries one; else empty
   */
  record Coded(String group, String code) implements CellValue {

    /** The finest that is known. */
    String finest() {
      return code.isEmpty() ? group : code;
    }
  }

  /**
   * It cannot be read.
   *
   * @param check the name of the check that says so
   * @param problem what was expected, in a sentence
   */
  record Unreadable(String check, String problem) implements CellValue {

    /** The check that finds {@code #N/A} and the like. */
    static final String ERROR_VALUE = "error value";

    /** A stretch of time whose two days cannot both be right. */
    static final Unreadable ENDS_BEFORE_IT_STARTS =
        new Unreadable("ends before it starts", "The end is before the start.");
  }

  /** Nothing. */
  CellValue BLANK = new Blank();
}
