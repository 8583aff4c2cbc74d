package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;

/**
 * Due once after each of a chain, half-way to the day on which the next is due, with some days'
 * grace: "midway between two reviews".
 *
 * @param toTheNextWithin how long to the next one after the first, the second …; the last repeats
 * @param andThen the grace after the middle
 */
@JsonTypeName("midway")
public record Midway(
    @JsonProperty(value = "to the next within", required = true) List<Length> toTheNextWithin,
    @JsonProperty(value = "and then", required = true) Length andThen)
    implements Timescale {

  public Midway {
    toTheNextWithin = List.copyOf(toTheNextWithin);
    if (toTheNextWithin.isEmpty()) {
      throw new IllegalArgumentException("'to the next within' needs at least one length");
    }
  }

  @Override
  public String words() {
    return "once, within %s of the middle between it and the day on which the next is due"
        .formatted(andThen);
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
    Length toNext = toTheNextWithin.get(Math.min(count.nth(), toTheNextWithin.size()) - 1);
    LocalDate next = count.after(toNext);
    LocalDate middle = count.since().plusDays(ChronoUnit.DAYS.between(count.since(), next) / 2);
    return new Due(andThen.after(middle, count.calendar()), toNext);
  }
}
