package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.practicewatch.casework.Allocation;

/**
 * Nobody is named as the child's worker tonight. Where a record says who held the child from when
 * to when, whoever is named on a referral or a plan does not count beside it.
 */
@JsonTypeName("no worker")
public record WithoutWorker() implements Counted {

  @Override
  public Optional<Flag.Answer> of(Case one) {
    List<Allocation> named = new ArrayList<>();
    List<Allocation> history = new ArrayList<>();
    for (Allocation held : one.timeline().allocations()) {
      if (!held.worker().isEmpty()) {
        named.add(held);
        if (held.isHistory()) {
          history.add(held);
        }
      }
    }
    List<Allocation> speaking = history.isEmpty() ? named : history;
    for (Allocation held : speaking) {
      if (held.covers(one.asAt())) {
        return Optional.of(
            new Flag.Answer(Flag.State.NOT_FLAGGED, 1, held.worker(), true, null, held.source()));
      }
    }
    Optional<Allocation> last =
        speaking.stream()
            .filter(held -> held.to() != null)
            .max(Comparator.comparing(held -> Objects.requireNonNull(held.to())));
    LocalDate caseFrom = one.first().from();
    LocalDate handedOver =
        last.map(Allocation::to).map(day -> day.plusDays(1)).orElse(LocalDate.MIN);
    boolean heldInThisCase = handedOver.isAfter(caseFrom);
    return Optional.of(
        new Flag.Answer(
            Flag.State.FLAGGED,
            0,
            "no worker",
            !named.isEmpty(),
            heldInThisCase ? handedOver : caseFrom,
            heldInThisCase && last.isPresent() ? last.get().source() : one.first().source()));
  }

  @Override
  public String words() {
    return "children whom nobody is named to hold tonight";
  }

  @Override
  public boolean asksForWorkers() {
    return true;
  }
}
