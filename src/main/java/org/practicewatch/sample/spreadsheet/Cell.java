package org.practicewatch.sample.spreadsheet;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** What stands in one cell. */
sealed interface Cell {

  record Words(String text) implements Cell {

    static final Words BLANK = new Words("");
  }

  record Moment(LocalDateTime at) implements Cell {}

  DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  DateTimeFormatter DAY_FIRST_AND_TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
  DateTimeFormatter ISO_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** The cell as a text file shows it. */
  default String text(Table.Dates dates) {
    if (this instanceof Moment moment) {
      boolean midnight = moment.at().toLocalTime().equals(LocalTime.MIDNIGHT);
      return switch (dates) {
        case ISO -> ISO_AND_TIME.format(moment.at());
        case DAY_FIRST -> (midnight ? DAY_FIRST : DAY_FIRST_AND_TIME).format(moment.at());
      };
    }
    return ((Words) this).text();
  }

  default boolean isBlank() {
    return this instanceof Words words && words.text().isEmpty();
  }
}
