package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.exceptions.EscalationRule;
import org.practicewatch.exceptions.Meaning.Severity;
import org.practicewatch.exceptions.OpenException.Level;

/**
 * {@code jobs/weekly.yml}: the lists of exceptions, and the letters about them.
 *
 * @param dueInTheNextDays how far ahead a list tells what falls due
 * @param acceptedForAtMostWeeks how far off the day may be until which a gap is accepted
 * @param reasons for which a gap may be accepted
 * @param neverAccepted standards and checks that never are
 * @param furtherUp who above the team manager is told, and when
 * @param listGoes how a list reaches its manager
 * @param link where it is, if it does not go with the letter
 * @param nothingToPutRight whether a team without a gap gets a letter
 * @param performanceManager who gets the summary, and the list of those whom no team holds
 * @param againEveryMinutes the pause before a letter that was not taken is tried again
 * @param againForMinutes for how long a run goes on trying
 * @param uncertain what is done with a letter of which nobody can know whether it arrived
 */
public record WeeklySettings(
    @JsonProperty(value = "due in the next days", required = true) int dueInTheNextDays,
    @JsonProperty(value = "accepted for at most weeks", required = true) int acceptedForAtMostWeeks,
    @JsonProperty(required = true) List<String> reasons,
    @JsonProperty("never accepted") Set<String> neverAccepted,
    @JsonProperty("told further up") List<FurtherUp> furtherUp,
    @JsonProperty(value = "the list goes", required = true) ListGoes listGoes,
    @Nullable String link,
    @JsonProperty(value = "nothing to put right", required = true) Nothing nothingToPutRight,
    @JsonProperty(value = "performance manager", required = true) List<String> performanceManager,
    @JsonProperty(value = "tried again every minutes", required = true) int againEveryMinutes,
    @JsonProperty(value = "tried again for minutes", required = true) int againForMinutes,
    @JsonProperty(value = "uncertain letters are", required = true) Uncertain uncertain) {

  public WeeklySettings {
    reasons = List.copyOf(reasons);
    neverAccepted = neverAccepted == null ? Set.of() : Set.copyOf(neverAccepted);
    furtherUp = furtherUp == null ? List.of() : List.copyOf(furtherUp);
    performanceManager = List.copyOf(performanceManager);
  }

  /** Who above the team manager is told, and when. */
  public List<EscalationRule> escalation() {
    return furtherUp.stream()
        .map(one -> new EscalationRule(one.severity(), one.weeks(), one.to()))
        .toList();
  }

  /**
   * A gap of that severity is told to somebody further up when it has been open so long.
   *
   * @param weeks whole weeks
   */
  public record FurtherUp(
      @JsonProperty(required = true) Severity severity,
      @JsonProperty(value = "open for weeks", required = true) int weeks,
      @JsonProperty(required = true) Level to) {}

  /** How a list reaches its manager. */
  public enum ListGoes {
    @JsonProperty("attached")
    ATTACHED,
    @JsonProperty("link")
    LINK
  }

  /** Whether a team without a gap gets a letter. */
  public enum Nothing {
    @JsonProperty("letter")
    LETTER,
    @JsonProperty("no letter")
    NO_LETTER
  }

  /** What is done with an uncertain letter. */
  public enum Uncertain {
    @JsonProperty("left")
    LEFT,
    @JsonProperty("sent again")
    SENT_AGAIN
  }

  public Duration againEvery() {
    return Duration.ofMinutes(againEveryMinutes);
  }

  public Duration againFor() {
    return Duration.ofMinutes(againForMinutes);
  }
}
