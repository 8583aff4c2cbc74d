package org.practicewatch.reports.section;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.InWords;
import org.practicewatch.casework.Subject;

/** Numbers and dates as the reports print them. */
public final class Words {

  public static final String NONE_DUE = "none due";
  public static final String NOTHING = "–";

  private Words() {}

  public static String date(LocalDate date) {
    return InWords.day(date);
  }

  public static String dateOrNothing(@Nullable LocalDate date) {
    return date == null ? NOTHING : date(date);
  }

  /** "12 days ago". */
  public static String ago(LocalDate day, LocalDate asAt) {
    int days = (int) ChronoUnit.DAYS.between(day, asAt);
    return days == 0 ? "today" : count(days, "day", "days") + " ago";
  }

  public static String count(int number) {
    return InWords.count(number);
  }

  public static String count(int number, String one, String many) {
    return InWords.count(number, one, many);
  }

  /** How many children; workers, carers and homes are told apart, for they are none. */
  public static String whom(Stream<String> subjects) {
    Map<Boolean, Set<String>> parted =
        subjects.collect(Collectors.partitioningBy(Subject::isChild, Collectors.toSet()));
    int children = parted.getOrDefault(true, Set.of()).size();
    int others = parted.getOrDefault(false, Set.of()).size();
    return count(children, "child", "children")
        + (others == 0
            ? ""
            : " and " + count(others, "worker, carer or home", "workers, carers or homes"));
  }

  public static String percent(BigDecimal percent) {
    return percent.toPlainString() + "%";
  }

  public static String target(BigDecimal target) {
    return target.stripTrailingZeros().toPlainString() + "%";
  }

  public static String points(BigDecimal points) {
    return points.toPlainString() + (points.compareTo(BigDecimal.ONE) == 0 ? " point" : " points");
  }

  /** A key under which Team 2 comes before Team 10. */
  public static String numbersInOrder(String name) {
    String plain = name.toLowerCase(Locale.UK);
    StringBuilder key = new StringBuilder(plain.length() + 12);
    for (int i = 0; i < plain.length(); ) {
      int end = i;
      while (end < plain.length() && plain.charAt(end) >= '0' && plain.charAt(end) <= '9') {
        end++;
      }
      if (end > i) {
        key.append("0".repeat(Math.max(0, 12 - (end - i)))).append(plain, i, end);
        i = end;
      } else {
        key.append(plain.charAt(i++));
      }
    }
    return key.toString();
  }
}
