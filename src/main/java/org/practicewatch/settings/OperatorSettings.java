package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;

/**
 * {@code jobs/operator.yml}: who looks after the nights, and what they are told.
 *
 * @param recipients e-mail addresses
 * @param toldOf which events
 */
public record OperatorSettings(
    @JsonProperty(required = true) List<String> recipients,
    @JsonProperty(value = "told of", required = true) Set<Event> toldOf) {

  /** What can happen to a night. */
  public enum Event {
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("late")
    LATE,
    @JsonProperty("held")
    HELD,
    @JsonProperty("stale")
    STALE,
    @JsonProperty("done")
    DONE
  }

  public OperatorSettings {
    recipients = List.copyOf(recipients);
    toldOf = Set.copyOf(toldOf);
  }
}
