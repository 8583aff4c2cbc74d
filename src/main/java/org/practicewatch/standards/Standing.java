package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By what right a standard binds. */
public enum Standing {
  /** An Act or regulations say so, and the text has been seen. */
  @JsonProperty("statutory")
  STATUTORY("statutory"),
  /** Statutory guidance or the official measure says so. */
  @JsonProperty("guidance")
  GUIDANCE("guidance"),
  /** The council has set it for itself. */
  @JsonProperty("local")
  LOCAL("local"),
  /** Widely used, but its text has not been seen: never called statutory. */
  @JsonProperty("to confirm")
  TO_CONFIRM("to confirm");

  private final String words;

  Standing(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
