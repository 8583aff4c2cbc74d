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
  public String words() {
    StringBuilder words = new StringBuilder();
    if (lengths.size() == 1) {
      return "again and again, within " + lengths.get(0) + " of the start and then of the last one";
    }
    for (int i = 0; i < lengths.size(); i++) {
      boolean last = i == lengths.size() - 1;
      words.append(i == 0 ? "first within " : last ? ", then every " : ", then within ");
      words.append(lengths.get(i)).append(i == 0 ? " of the start" : last ? "" : " of it");
    }
    return words + ", each counted from the last one";
  }

  @Override
  public Due next(Count count) {
    Length length = lengths.get(Math.min(count.alreadyDone(), lengths.size() - 1));
    return new Due(count.after(length), length);
  }
}
