package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A part of a rule that rests on something else than the whole, or is not as sure.
 *
 * @param part which, in a few words
 * @param basis the regulation, guidance or document it comes from; null for that of the whole
 * @param standing by what right it binds
 * @param confidence how sure its number is
 */
public record Part(
    @JsonProperty(required = true) String part,
    @Nullable String basis,
    @JsonProperty(required = true) Standing standing,
    @JsonProperty(required = true) Confidence confidence) {

  /** In plain words, one sentence. */
  public String words() {
    String from = basis == null ? "" : " (" + basis + ")";
    return part + from + ": " + standing.words() + "; " + confidence.words() + ".";
  }
}
