package org.practicewatch.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;

/** Numbers and dates as the reports print them. */
final class Words {

  static final String NONE_DUE = "none due";
  static final String NOTHING = "–";

  /** A month by its name, the same on every machine: some locale data writes "Sept". */
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu", Locale.UK);

  private Words() {}

  static String date(LocalDate date) {
    return date.getDayOfMonth() + " " + MONTHS[date.getMonthValue() - 1] + " " + YEAR.format(date);
  }

  static String dateOrNothing(@Nullable LocalDate date) {
    return date == null ? NOTHING : date(date);
  }

  static String count(int number) {
    return String.format(Locale.UK, "%,d", number);
  }

  static String count(int number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  static String percent(@Nullable Figure figure) {
    BigDecimal percent = figure == null ? null : figure.percent();
    return percent == null ? NONE_DUE : percent.toPlainString() + "%";
  }

  static String target(BigDecimal target) {
    return target.stripTrailingZeros().toPlainString() + "%";
  }

  /** The count behind a percentage; nothing where there is no percentage. */
  static String share(@Nullable Figure figure) {
    return figure == null || figure.denominator() == 0
        ? ""
        : count(figure.numerator()) + " of " + count(figure.denominator());
  }

  static String points(BigDecimal points) {
    return points.toPlainString() + (points.compareTo(BigDecimal.ONE) == 0 ? " point" : " points");
  }
}
