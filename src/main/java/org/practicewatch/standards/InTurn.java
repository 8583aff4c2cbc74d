package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.practicewatch.calendar.Length;

/**
 * Due again and again, the last length repeating: "20 working days, then 3 months, then every 6
 * months".
 *
 * @param lengths in order; at least one
 */
@JsonTypeName("in turn")
public record InTurn(List<Length> lengths) implements Timescale {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public InTurn {
    lengths = List.copyOf(lengths);
    if (lengths.isEmpty()) {
      throw new IllegalArgumentException("'in turn' needs at least one length");
    }
  }

  @Override
  public Due next(Count count) {
    Length length = lengths.get(Math.min(count.alreadyDone(), lengths.size() - 1));
    return new Due(count.after(length), length);
  }
}
