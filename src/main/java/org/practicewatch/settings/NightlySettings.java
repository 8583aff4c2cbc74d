package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.MonthDay;
import java.util.Set;

/**
 * {@code jobs/nightly.yml}.
 *
 * @param heldWhenShrunkByMoreThan percent of the rows received last time
 * @param keepFindingsFor how many nights' findings are kept; figures are kept for ever
 * @param yearBegins first day of the year to date, as month and day: {@code 04-01}
 * @param listedDaysAhead how far ahead a team's list looks
 * @param switchedOff ids of the standards that are not judged here
 */
public record NightlySettings(
    @JsonProperty(value = "held when a table shrinks by more than percent", required = true)
        int heldWhenShrunkByMoreThan,
    @JsonProperty(value = "keep findings for nights", required = true) int keepFindingsFor,
    @JsonProperty(value = "year begins", required = true) String yearBegins,
    @JsonProperty(value = "list what is due in the next days", required = true) int listedDaysAhead,
    @JsonProperty("standards switched off") Set<String> switchedOff) {

  public NightlySettings {
    switchedOff = switchedOff == null ? Set.of() : Set.copyOf(switchedOff);
  }

  /** The first day of the year to date. */
  public MonthDay firstOfYear() {
    return MonthDay.parse("--" + yearBegins);
  }
}
