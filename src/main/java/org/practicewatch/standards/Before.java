package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.practicewatch.calendar.Length;

/**
 * Due a length before what it prepares: "5 days before the review".
 *
 * @param length back from that day; "0 days" is the day itself
 */
@JsonTypeName("before")
public record Before(Length length) implements Timescale {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Before {}

  @Override
  public String words() {
    return length.amount() == 0 ? "by that day" : "at least " + length + " before";
  }

  @Override
  public Due next(Count count) {
    return new Due(length.before(count.since(), count.calendar()), length);
  }
}
