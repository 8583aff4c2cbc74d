package org.practicewatch.intake;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.CellValue.Day;
import org.practicewatch.intake.CellValue.Unreadable;
import org.practicewatch.quality.Issue;

/** Reads the cells of a table's columns of dates, each as its column writes them. */
final class DateColumns {

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 2);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
  private static final Pattern TIME_ONLY = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?");
  private static final int DATES_KNOWN = 20_000;

  private final TableLayout layout;
  private final ToldOnce told;
  private final Map<String, Set<String>> writtenAs = new TreeMap<>();
  private final Map<Integer, DateHabits> habits = new HashMap<>();

  /** The same days return in a table, and to read one takes much longer than to know it again. */
  private final Map<String, Optional<DateText.Read>> known = new HashMap<>();

  DateColumns(TableLayout layout, ToldOnce told) {
    this.layout = layout;
    this.told = told;
  }

  /**
   * Looks at the first rows of the sheet, for how its columns write their dates.
   *
   * @param isBlank whether a word stands for nothing
   */
  void lookAhead(List<SourceRow> first, Predicate<String> isBlank) {
    layout
        .found()
        .columns()
        .forEach(
            (place, name) -> {
              if (layout.column(name).map(TableProfile.Column::isDate).orElse(false)) {
                habits.put(place, habitsOf(place, first, isBlank));
              }
            });
  }

  private DateHabits habitsOf(int place, List<SourceRow> rows, Predicate<String> isBlank) {
    DateHabits habit = new DateHabits();
    for (SourceRow row : rows) {
      for (SourceCell cell : row.cells()) {
        String text = cell.column() == place ? CellText.tidy(cell.text()) : "";
        if (!text.isEmpty() && !isBlank.test(text)) {
          Optional<DateText.Read> read = dayOf(cell, text);
          boolean meant = read.isEmpty() || !noDates().contains(read.get().day());
          if (meant) {
            habit.see(cell, text, read);
          }
        }
      }
    }
    return habit;
  }

  private Set<LocalDate> noDates() {
    return layout.found().profile().noDates();
  }

  CellValue read(SourceRow row, SourceCell cell, String text) {
    if (text.indexOf(':') > 0 && TIME_ONLY.matcher(text).matches()) {
      return new Unreadable("not a date", "This is a time of day without a date.");
    }
    Optional<DateText.Read> read = dayOf(cell, text);
    if (read.isEmpty()) {
      return new Unreadable(
          "not a date", "This is not a date (expected day/month/year, such as 31/03/2025).");
    }
    LocalDate day = read.get().day();
    String heading = layout.heading(cell.column());
    writtenAs.computeIfAbsent(heading, key -> new TreeSet<>()).add(way(cell, read.get()));
    if (noDates().contains(day)) {
      told.ofColumn(
          row,
          heading,
          day.toString(),
          "date that means none",
          "This date stands for no date.",
          "The cell was taken as blank.");
      return CellValue.BLANK;
    }
    if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
      return new Unreadable("not a believable date", "The year of this date cannot be right.");
    }
    DateHabits habit = habits.get(cell.column());
    if (habit != null && habit.isUnusual()) {
      Optional<Unreadable> doubt = habit.doubt(cell, text, read.get());
      if (doubt.isPresent()) {
        return doubt.get();
      }
      if (habit.isMidnightOfUtc(read.get())) {
        told.ofColumn(
            row,
            heading,
            day + " " + read.get().time(),
            "midnights of another clock",
            "Dates in this column stand at 23:00 in summer and at midnight in winter, as midnight"
                + " in the United Kingdom does where it is written in UTC.",
            "Each was read as the day that began then.");
        return new Day(day.plusDays(1));
      }
    }
    tellTime(row, heading, read.get());
    return new Day(day, timeOf(read.get()));
  }

  /** A time that somebody wrote; midnight, the end of a day and moments of a zone are none. */
  private static @Nullable LocalTime timeOf(DateText.Read read) {
    boolean written =
        read.timed()
            && read.form() != DateText.Form.MOMENT
            && read.time().isBefore(DateText.END_OF_DAY);
    return written ? read.time() : null;
  }

  private void tellTime(SourceRow row, String heading, DateText.Read read) {
    if (read.form() == DateText.Form.MOMENT) {
      told.ofColumn(
          row,
          heading,
          read.day().toString(),
          "moments of a time zone",
          "Dates in this column are moments of a time zone.",
          "The day was used that each was in the United Kingdom.");
    } else if (read.timed()) {
      told.ofColumn(
          row,
          heading,
          read.day().toString(),
          "dates with a time",
          "Dates in this column carry a time of day.",
          "The day was used, as it is written; the time counts where hours are counted.");
    }
  }

  /** A number counts as a date where the same text in a CSV would: only as a serial of today. */
  private Optional<DateText.Read> dayOf(SourceCell cell, String text) {
    boolean number = cell.kind() == SourceCell.Kind.NUMBER;
    if (cell.moment() == null || (number && !DateText.isSerial(text))) {
      return dayOf(text);
    }
    LocalTime time = cell.moment().toLocalTime();
    return Optional.of(
        new DateText.Read(
            cell.moment().toLocalDate(), time, number ? DateText.Form.SERIAL : DateText.Form.DAY));
  }

  private Optional<DateText.Read> dayOf(String text) {
    if (known.size() >= DATES_KNOWN) {
      known.clear();
    }
    return known.computeIfAbsent(text, DateText::read);
  }

  private static String way(SourceCell cell, DateText.Read read) {
    if (read.serial()) {
      return "serial numbers";
    }
    return cell.kind() == SourceCell.Kind.DATE ? "dates" : "text";
  }

  /** Columns whose dates are written in more than one way. */
  List<Issue> mixed() {
    List<Issue> issues = new ArrayList<>();
    writtenAs.forEach(
        (heading, ways) -> {
          if (ways.size() > 1) {
            issues.add(
                new Issue(
                    layout.file(),
                    layout.sheet(),
                    layout.found().headerRow(),
                    heading,
                    "",
                    "mixed dates",
                    "Dates in this column are written in more than one way: "
                        + String.join(", ", ways)
                        + ".",
                    "All were read.",
                    ""));
          }
        });
    return issues;
  }
}
