package org.practicewatch.practiceweek;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The weeks of audits that are set up, and who audits.
 *
 * @param auditors who audits
 * @param weeks as their files have them
 */
public record PracticeWeeks(List<Auditor> auditors, List<PracticeWeek> weeks) {

  /** None. */
  public static final PracticeWeeks NONE = new PracticeWeeks(List.of(), List.of());

  private static final Pattern OF_A_MONTH = Pattern.compile("(.+)-(\\d{4}-(?:0[1-9]|1[0-2]))");

  public PracticeWeeks {
    auditors = List.copyOf(auditors);
    weeks = List.copyOf(weeks);
  }

  /** A week by its id: of a programme, with the theme's key; of what is monthly, with the month. */
  public Optional<PracticeWeek> find(String id) {
    Optional<PracticeWeek> found =
        weeks.stream()
            .filter(one -> !one.everyMonth())
            .flatMap(one -> one.each().stream())
            .filter(one -> one.known().equals(id))
            .findFirst();
    Matcher month = OF_A_MONTH.matcher(id);
    return found.isPresent() || !month.matches()
        ? found
        : weeks.stream()
            .filter(one -> one.everyMonth() && one.known().equals(month.group(1)))
            .map(one -> one.in(YearMonth.parse(month.group(2))))
            .findFirst();
  }

  /** The ids that there are. */
  public List<String> ids() {
    return weeks.stream()
        .flatMap(
            one ->
                one.everyMonth()
                    ? List.of(one.known() + "-YYYY-MM").stream()
                    : one.each().stream().map(PracticeWeek::known))
        .sorted()
        .toList();
  }
}
