package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.practicewatch.calendar.SchoolTerms;
import org.practicewatch.calendar.WorkingDays;

/**
 * {@code jobs/calendar/bank-holidays.yml}: for each year a line a holiday, the date first.
 *
 * @param covers the years that are complete
 */
record BankHolidays(
    @JsonProperty(required = true) Covers covers,
    @JsonProperty(value = "bank holidays", required = true) Map<Integer, List<String>> years) {

  record Covers(
      @JsonProperty(required = true) LocalDate from, @JsonProperty(required = true) LocalDate to) {

    Covers {
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
    }
  }

  private static final int DATE = "2025-01-01".length();

  WorkingDays workingDays(SchoolTerms terms) {
    SortedSet<LocalDate> days = new TreeSet<>();
    if (covers.to().isBefore(covers.from())) {
      throw new IllegalArgumentException("the years covered end before they begin.");
    }
    Set<Integer> uncovered = new TreeSet<>(years.keySet());
    for (int year = covers.from().getYear(); year <= covers.to().getYear(); year++) {
      uncovered.remove(year);
    }
    if (!uncovered.isEmpty()) {
      throw new IllegalArgumentException(
          "the holidays of " + uncovered + " are not used. Move 'from' or 'to' of 'covers'.");
    }
    for (int year = covers.from().getYear(); year <= covers.to().getYear(); year++) {
      List<String> lines = years.getOrDefault(year, List.of());
      if (lines.stream().noneMatch(line -> line.contains("Good Friday"))) {
        throw new IllegalArgumentException(
            year
                + " has no Good Friday. Every year covered needs all its bank holidays: add them, or"
                + " move 'from' or 'to' of 'covers'.");
      }
      for (String line : lines) {
        days.add(date(line, year));
      }
    }
    return new WorkingDays(covers.from(), covers.to(), days, terms);
  }

  private static LocalDate date(String line, int year) {
    try {
      LocalDate day = LocalDate.parse(line.substring(0, Math.min(DATE, line.length())));
      if (day.getYear() == year) {
        return day;
      }
    } catch (DateTimeException notADate) {
      // Told below, with the line.
    }
    throw new IllegalArgumentException(
        "'" + line + "' should begin with a date of " + year + ", such as " + year + "-01-01.");
  }
}
