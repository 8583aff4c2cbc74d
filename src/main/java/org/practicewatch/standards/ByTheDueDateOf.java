package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.casework.Activity;

/**
 * Due once, on the day that another chain's last link is due: "a permanence plan by the day on
 * which the second review is due". Each link runs from the day the one before was held, or from the
 * day it was due where it has not been held.
 *
 * @param the the activity of that chain
 * @param inTurn its links, up to the one that matters
 */
@JsonTypeName("by the due date of")
public record ByTheDueDateOf(
    @JsonProperty(required = true) String the,
    @JsonProperty(value = "in turn", required = true) List<Length> inTurn)
    implements Timescale {

  public ByTheDueDateOf {
    inTurn = List.copyOf(inTurn);
    if (inTurn.isEmpty()) {
      throw new IllegalArgumentException("'in turn' needs at least one length");
    }
  }

  @Override
  public String words() {
    StringBuilder chain = new StringBuilder();
    for (int i = 0; i < inTurn.size(); i++) {
      chain.append(i == 0 ? "" : ", then ").append(inTurn.get(i));
      chain.append(i == 0 ? " from the start" : " from the one before");
    }
    return "once, by the day on which the %s number %d is due (%s)"
        .formatted(the, inTurn.size(), chain);
  }

  @Override
  public Set<String> looksAt() {
    return Set.of(the);
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
    LocalDate from = count.since();
    LocalDate due = from;
    boolean first = true;
    for (Length link : inTurn) {
      LocalDate start = from;
      boolean sameDayToo = first;
      due = count.counting().last(link, start, count.calendar());
      from =
          count.timeline().activities(the).stream()
              .map(Activity::on)
              .filter(on -> on.isAfter(start) || (sameDayToo && on.equals(start)))
              .filter(on -> count.until() == null || on.isBefore(count.until()))
              .findFirst()
              .orElse(due);
      first = false;
    }
    return new Due(due, inTurn.get(inTurn.size() - 1), the);
  }
}
