package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Span.NotKnown;
import org.practicewatch.casework.Timeline;

/**
 * How many plans of a kind a child has, or has had.
 *
 * @param kind the kind of span
 * @param openNow whether only those count that are open tonight; else every one on the record
 * @param atLeast flagged from this number
 * @param orAsTold detail of the plan in which a list that gives only the latest plan tells how many
 *     there were before it
 */
@JsonTypeName("plans")
public record CountedPlans(
    @JsonProperty(value = "of", required = true) String kind,
    @JsonProperty("open now") boolean openNow,
    @JsonProperty(value = "at least", required = true) int atLeast,
    @JsonProperty("or as told") @Nullable String orAsTold)
    implements Counted {

  @Override
  public Optional<Flag.Answer> of(Case one) {
    Timeline timeline = one.timeline();
    List<Span> plans =
        timeline.spans(kind).stream()
            .filter(plan -> !openNow || plan.isOpenOn(timeline.asAt()))
            .toList();
    int sure = (int) plans.stream().filter(plan -> !openNow || plan.endReadable()).count();
    boolean onlyTheLatest =
        !openNow && plans.stream().anyMatch(plan -> plan.leavesOpen(NotKnown.EARLIER_ONES));
    boolean mayBeMore = !timeline.gaps(kind).isEmpty() || onlyTheLatest;
    Flag.State state = Flag.State.of(sure >= atLeast, plans.size() >= atLeast || mayBeMore);
    Span latest = plans.isEmpty() ? one.first() : plans.get(plans.size() - 1);
    int number = plans.size();
    if (state == Flag.State.CANNOT_TELL && orAsTold != null && number > 0) {
      String before = latest.detail(orAsTold);
      if (before.matches("[0-9]{1,4}")) {
        number = Integer.parseInt(before) + 1;
        state = Flag.State.of(number >= atLeast, false);
      }
    }
    boolean flagged = state == Flag.State.FLAGGED;
    Span cited = flagged && plans.size() >= atLeast ? plans.get(atLeast - 1) : latest;
    return Optional.of(
        new Flag.Answer(
            state,
            number,
            Integer.toString(number),
            true,
            flagged ? cited.from() : null,
            cited.source()));
  }

  @Override
  public String words() {
    return (openNow
            ? "plans of the kind " + kind + " that are open at once tonight"
            : "plans of the kind "
                + kind
                + " on the record, however long ago, with the present one")
        + "; flagged from "
        + atLeast;
  }

  @Override
  public int threshold() {
    return atLeast;
  }

  @Override
  public Set<String> spans() {
    return Set.of(kind);
  }
}
