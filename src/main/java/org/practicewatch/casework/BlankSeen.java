package org.practicewatch.casework;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a visit is of which nothing says whether the child was seen. */
public enum BlankSeen {
  /** A visit; figures say how many of theirs are such. */
  @JsonProperty("counts")
  COUNTS,
  /** None. */
  @JsonProperty("does not count")
  DOES_NOT_COUNT,
  /** Nobody knows: what it might have met cannot be told. */
  @JsonProperty("cannot tell")
  CANNOT_TELL
}
