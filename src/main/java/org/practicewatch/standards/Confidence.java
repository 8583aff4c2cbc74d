package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How sure we are of a number: whether its text has been seen, and where. */
public enum Confidence {
  @JsonProperty("A")
  PRIMARY("the text itself was seen: legislation, or a statistics page of the DfE"),
  @JsonProperty("B")
  SECONDARY("seen where others say it: a council's procedures, a professional body"),
  @JsonProperty("C")
  SOURCE_DOCUMENT("stated in one of the councils' documents that this project began with"),
  @JsonProperty("U")
  UNSEEN("widely used; its text was not seen");

  private final String words;

  Confidence(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
