package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.YearBegins;
import org.practicewatch.casework.BlankSeen;
import org.practicewatch.intake.ExtractProfile;

/**
 * {@code jobs/nightly.yml}.
 *
 * @param heldWhenShrunkByMoreThan percent of the rows received last time
 * @param keepFindingsFor how many nights' findings are kept; figures are kept for ever
 * @param keepFoldersFor how many nights' folders are kept; null for all
 * @param keepReturnsFor how many years back a yearly return counts and is kept; null for all
 * @param yearBegins first day of the year to date, as month and day: {@code 04-01}
 * @param listedDaysAhead how far ahead a team's list looks
 * @param smallestDenominator the fewest of which a report gives a percentage; null for ten
 * @param staleAfterDays how old the newest extract of a snapshot's table may be; none, where
 *     nothing is ever stale
 * @param staleAfterOtherDays layouts and tables with a limit of their own
 * @param blankSeen what a visit is of which nothing says whether the child was seen; a visit, where
 *     nothing is said
 * @param namesInLists whether lists of children give their names beside their ids
 */
public record NightlySettings(
    @JsonProperty(value = "held when a table shrinks by more than percent", required = true)
        int heldWhenShrunkByMoreThan,
    @JsonProperty(value = "keep findings for nights", required = true) int keepFindingsFor,
    @JsonProperty("keep folders for nights") @Nullable Integer keepFoldersFor,
    @JsonProperty("keep returns for years") @Nullable Integer keepReturnsFor,
    @JsonProperty(value = "year begins", required = true) String yearBegins,
    @JsonProperty(value = "list what is due in the next days", required = true) int listedDaysAhead,
    @JsonProperty("percentages from denominators of") @Nullable Integer smallestDenominator,
    @JsonProperty("stale after days") @Nullable Integer staleAfterDays,
    @JsonProperty("stale after other days") List<StaleAfter> staleAfterOtherDays,
    @JsonProperty("blank seen") @Nullable BlankSeen blankSeen,
    @JsonProperty("names of children in lists") boolean namesInLists) {

  /**
   * A limit of its own.
   *
   * @param layout the name of a profile
   * @param table one of its tables; none for all of them
   */
  public record StaleAfter(
      @JsonProperty(required = true) String layout,
      @Nullable String table,
      @JsonProperty(required = true) int days) {}

  public NightlySettings {
    staleAfterOtherDays =
        staleAfterOtherDays == null ? List.of() : List.copyOf(staleAfterOtherDays);
  }

  /** First day of the year to date. */
  public LocalDate yearFrom(LocalDate asAt) {
    return new YearBegins(firstOfYear()).lastOn(asAt);
  }

  /** The first day that a yearly return may give for itself; null where every one counts. */
  public @Nullable LocalDate returnsFrom(LocalDate asAt) {
    return keepReturnsFor == null ? null : asAt.minusYears(keepReturnsFor);
  }

  /** What a visit is of which nothing says whether the child was seen. */
  public BlankSeen visitsWithBlankSeen() {
    return blankSeen == null ? BlankSeen.COUNTS : blankSeen;
  }

  /** A share of fewer than these is printed as a count and not as a percentage. */
  public int percentagesFrom() {
    return smallestDenominator == null ? 10 : smallestDenominator;
  }

  /** How many days old the newest extract of a table may be; empty where it is never stale. */
  public Optional<Integer> staleAfter(ExtractProfile profile, String table) {
    Optional<StaleAfter> own =
        staleAfterOtherDays.stream()
            .filter(one -> one.layout().equals(profile.profile()) && table.equals(one.table()))
            .findFirst()
            .or(
                () ->
                    staleAfterOtherDays.stream()
                        .filter(one -> one.layout().equals(profile.profile()))
                        .filter(one -> one.table() == null)
                        .findFirst());
    return own.map(StaleAfter::days)
        .or(
            () ->
                profile.extracts() == ExtractProfile.Sort.SNAPSHOT
                    ? Optional.ofNullable(staleAfterDays)
                    : Optional.empty());
  }

  /** The first day of the year to date. */
  public MonthDay firstOfYear() {
    return MonthDay.parse("--" + yearBegins);
  }
}
