package org.practicewatch.practiceweek.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Dates as people write them into a form: as a date, or as text in the British order. */
final class FormDates {

  private static final List<DateTimeFormatter> WRITTEN =
      List.of(
          strict("uuuu-M-d"),
          strict("d/M/uuuu"),
          strict("d.M.uuuu"),
          strict("d MMM uuuu"),
          strict("d MMMM uuuu"));

  /** Before it spreadsheet programs count the days differently. */
  private static final LocalDate RELIABLE_FROM = LocalDate.of(1900, 3, 1);

  private FormDates() {}

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.UK).withResolverStyle(ResolverStyle.STRICT);
  }

  /**
   * The date in a cell.
   *
   * @param words the cell as it is shown
   */
  static Optional<LocalDate> of(@Nullable Cell cell, String words) {
    if (cell != null
        && cell.getCellType() == CellType.NUMERIC
        && DateUtil.isCellDateFormatted(cell)) {
      LocalDate day = cell.getLocalDateTimeCellValue().toLocalDate();
      return day.isBefore(RELIABLE_FROM) ? Optional.empty() : Optional.of(day);
    }
    return WRITTEN.stream().flatMap(format -> parsed(words, format).stream()).findFirst();
  }

  private static Optional<LocalDate> parsed(String words, DateTimeFormatter format) {
    try {
      return Optional.of(LocalDate.parse(words, format));
    } catch (DateTimeException another) {
      return Optional.empty();
    }
  }
}
