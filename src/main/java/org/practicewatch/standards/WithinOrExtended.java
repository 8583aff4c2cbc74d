package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.casework.Activity;

/**
 * Due once, within a length that may be extended once by another: "16 weeks, and 8 more where the
 * approval is extended".
 *
 * @param within from day 0
 * @param by the activity that extends it, on the last day at the latest
 * @param atMost by how much more
 */
@JsonTypeName("within, extended once")
public record WithinOrExtended(
    @JsonProperty(required = true) Length within,
    @JsonProperty(required = true) String by,
    @JsonProperty(value = "at most", required = true) Length atMost)
    implements Timescale {

  @Override
  public String words() {
    return "once, within %s, and %s more where there is a %s by then".formatted(within, atMost, by);
  }

  @Override
  public Set<String> looksAt() {
    return Set.of(by);
  }

  @Override
  public boolean once() {
    return true;
  }

  @Override
  public @Nullable Due next(Count count) {
    if (count.alreadyDone() > 0) {
      return null;
    }
    LocalDate first = count.after(within);
    LocalDate until = count.until();
    boolean extended =
        count.timeline().activities(by).stream()
            .filter(act -> !count.span().isTiedElsewhere(act.refs()))
            .map(Activity::on)
            .filter(on -> until == null || on.isBefore(until))
            .anyMatch(on -> !on.isBefore(count.since()) && !on.isAfter(first));
    return extended
        ? new Due(atMost.after(first, count.calendar()), within)
        : new Due(first, within, by);
  }
}
