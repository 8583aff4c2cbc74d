package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How sure the number of a standard is. */
public enum Confidence {
  /** The regulation, or the publisher's own page, was read. */
  @JsonProperty("A")
  A("the text of the source was read"),
  /** Another body restates it. */
  @JsonProperty("B")
  B("read where another body restates it, not in the source itself"),
  /** A council's own report states it. */
  @JsonProperty("C")
  C("as a council's own report states it"),
  /** Widely used; no text of it was seen. */
  @JsonProperty("U")
  U("no text was seen that says this number: to be confirmed before anybody relies on it");

  private final String words;

  Confidence(String words) {
    this.words = words;
  }

  /** In plain words. */
  public String words() {
    return words;
  }
}
