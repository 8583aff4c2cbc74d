package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.practicewatch.calendar.Length;

/**
 * First within a length, then once in every school term: due by the last day of the term after the
 * one in which, or in the holidays after which, the last was done.
 *
 * @param first from day 0
 */
@JsonTypeName("each term")
public record EachTerm(@JsonProperty(required = true) Length first) implements Timescale {

  @Override
  public String words() {
    return "first within "
        + first
        + " of the start, then in every school term: by the last day of the term after the one in"
        + " which the last was done";
  }

  @Override
  public Due next(Count count) {
    if (count.alreadyDone() == 0) {
      return new Due(count.after(first), first);
    }
    LocalDate due = count.calendar().terms().endOfNext(count.since());
    int days = Math.toIntExact(ChronoUnit.DAYS.between(count.since(), due));
    return new Due(due, new Length(days, Length.Unit.DAYS));
  }
}
