package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Days on which the law asked for less. The ordinary rule is still shown, and what fell due on them
 * carries a mark (how we count, "The version of the day").
 *
 * @param name the mark, as printed beside a line
 * @param from the first of the days
 * @param to the last of them
 * @param standards ids of the standards that were relaxed
 * @param basis the law
 * @param says what held instead, in one sentence
 */
public record Regime(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) LocalDate from,
    @JsonProperty(required = true) LocalDate to,
    @JsonProperty(required = true) List<String> standards,
    @JsonProperty(required = true) String basis,
    @JsonProperty(required = true) String says) {

  public Regime {
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    standards = List.copyOf(standards);
  }

  /** Whether what a standard asks for by that day fell due in it. */
  public boolean covers(String standard, @Nullable LocalDate due) {
    return due != null && !due.isBefore(from) && !due.isAfter(to) && standards.contains(standard);
  }
}
