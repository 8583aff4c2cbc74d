package org.practicewatch.casework;

import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes what a fact says, so that facts which differ in anything differ in the text. */
final class Saying {

  private final StringBuilder text = new StringBuilder();

  Saying(String form, String childId) {
    text.append(form);
    and(childId);
  }

  /** A text, a day, a number or nothing. */
  Saying and(@Nullable Object part) {
    String said = part == null ? "" : part.toString();
    // With its length in front, no part can pass for two.
    text.append(said.length()).append(':').append(said);
    return this;
  }

  Saying all(Collection<String> parts) {
    text.append(parts.size()).append(';');
    (parts.size() < 2 ? parts : new TreeSet<>(parts)).forEach(this::and);
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
