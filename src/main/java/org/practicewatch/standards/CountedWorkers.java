package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.practicewatch.calendar.Length;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.CellRef;

/**
 * How many different workers held a child: one who came back is not counted again.
 *
 * @param inTheLast how far back
 * @param atLeast flagged from this number
 */
@JsonTypeName("workers")
public record CountedWorkers(
    @JsonProperty(value = "in the last", required = true) Length inTheLast,
    @JsonProperty(value = "at least", required = true) int atLeast)
    implements Counted {

  @Override
  public Optional<Flag.Answer> of(Case one) {
    LocalDate first = one.firstDayOf(inTheLast);
    List<Allocation> history = new ArrayList<>();
    for (Allocation held : one.timeline().allocations()) {
      if (held.isHistory()) {
        history.add(held);
      }
    }
    history.sort(BY_START);
    Map<String, Allocation> firstOfEach = new LinkedHashMap<>();
    boolean nameless = false;
    for (Allocation held : history) {
      if (held.to() == null || !held.to().isBefore(first)) {
        nameless |= held.worker().isEmpty();
        if (!held.worker().isEmpty()) {
          firstOfEach.putIfAbsent(held.worker(), held);
        }
      }
    }
    int number = firstOfEach.size();
    boolean mayBeMore = nameless || beganBefore(one, history, first);
    Flag.State state = Flag.State.of(number >= atLeast, mayBeMore);
    Allocation reached =
        firstOfEach.values().stream()
            .skip(state == Flag.State.FLAGGED ? atLeast - 1 : Math.max(0, number - 1))
            .findFirst()
            .orElse(null);
    CellRef source = reached == null ? one.first().source() : reached.source();
    return Optional.of(
        new Flag.Answer(
            state,
            number,
            Integer.toString(number),
            !history.isEmpty(),
            state == Flag.State.FLAGGED && reached != null ? reached.from() : null,
            source));
  }

  private static final Comparator<Allocation> BY_START = Comparator.comparing(CountedWorkers::from);

  private static LocalDate from(Allocation held) {
    return Objects.requireNonNull(held.from());
  }

  /** Whether the case was open on days for which the record of who held it had not begun. */
  private static boolean beganBefore(Case one, List<Allocation> history, LocalDate first) {
    boolean openThen = !one.first().startKnown() || !one.first().from().isAfter(first);
    return history.isEmpty() || (openThen && from(history.get(0)).isAfter(first));
  }

  @Override
  public String words() {
    return "different workers who held the child during the last "
        + inTheLast
        + "; flagged from "
        + atLeast;
  }

  @Override
  public boolean isDistribution() {
    return true;
  }

  @Override
  public Optional<Length> period() {
    return Optional.of(inTheLast);
  }

  @Override
  public int threshold() {
    return atLeast;
  }

  @Override
  public boolean asksForWorkers() {
    return true;
  }
}
