package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.MonthDay;

/**
 * {@code jobs/nightly.yml}.
 *
 * @param heldWhenShrunkByMoreThan percent of the rows received last time
 * @param keepFindingsFor how many nights' findings are kept; figures are kept for ever
 * @param yearBegins first day of the year to date, as month and day: {@code 04-01}
 * @param listedDaysAhead how far ahead a team's list looks
 */
public record NightlySettings(
    @JsonProperty("held when a table shrinks by more than percent") int heldWhenShrunkByMoreThan,
    @JsonProperty("keep findings for nights") int keepFindingsFor,
    @JsonProperty("year begins") String yearBegins,
    @JsonProperty("list what is due in the next days") int listedDaysAhead) {

  /** The first day of the year to date. */
  public MonthDay firstOfYear() {
    return MonthDay.parse("--" + yearBegins);
  }
}
