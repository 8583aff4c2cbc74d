package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;

/**
 * Due once: "within 45 working days".
 *
 * @param length from day 0
 */
@JsonTypeName("within")
public record Within(Length length) implements Timescale {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Within {}

  @Override
  public String words() {
    return "once, within " + length;
  }

  @Override
  public boolean once() {
    return true;
  }

  @Override
  public @Nullable Due next(Count count) {
    return count.alreadyDone() > 0 ? null : new Due(count.after(length), length);
  }
}
