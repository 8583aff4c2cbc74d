package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;

/**
 * How many places a child lived in. A new code with the same carer is no new place, and a temporary
 * one (T0 to T4) is none: stays are counted, and not rows.
 *
 * @param inTheLast how far back
 * @param andTheOneAtItsStart whether the placement that was open on the first of these days counts,
 *     as in DfE's table; else only those that began in them
 * @param atLeast flagged from this number
 * @param orAsTold detail of a placement record in which a list that gives only the latest placement
 *     tells the number itself
 */
@JsonTypeName("placements")
public record CountedPlacements(
    @JsonProperty(value = "in the last", required = true) Length inTheLast,
    @JsonProperty(value = "and the one at its start", required = true) boolean andTheOneAtItsStart,
    @JsonProperty(value = "at least", required = true) int atLeast,
    @JsonProperty("or as told") @Nullable String orAsTold)
    implements Counted {

  @Override
  public Optional<Flag.Answer> of(Case one) {
    Timeline timeline = one.timeline();
    LocalDate first = one.firstDayOf(inTheLast);
    List<Span> stays = new ArrayList<>();
    int sure = 0;
    for (Span stay : timeline.settledPlacements()) {
      if (!stay.from().isBefore(first) || (andTheOneAtItsStart && stay.isOpenOn(first))) {
        sure += isSure(stay, stays.isEmpty()) ? 1 : 0;
        stays.add(stay);
      }
    }
    boolean mayBeMore = hasUnreadable(timeline) || !isWholeKnown(timeline, first);
    Flag.State state = Flag.State.of(sure >= atLeast, stays.size() >= atLeast || mayBeMore);
    Optional<Span> told =
        state == Flag.State.CANNOT_TELL ? findTold(one.timeline()) : Optional.empty();
    if (told.isPresent() && orAsTold != null) {
      int number = Integer.parseInt(told.get().detail(orAsTold));
      return Optional.of(
          answer(Flag.State.of(number >= atLeast, false), number, told.get().source(), null));
    }
    boolean flagged = state == Flag.State.FLAGGED;
    Span cited =
        stays.isEmpty() ? one.first() : stays.get(flagged ? atLeast - 1 : stays.size() - 1);
    return Optional.of(answer(state, stays.size(), cited.source(), flagged ? cited.from() : null));
  }

  private static Flag.Answer answer(
      Flag.State state, int number, CellRef source, @Nullable LocalDate since) {
    return new Flag.Answer(state, number, Integer.toString(number), number > 0, since, source);
  }

  /** One with a code that is not known may be temporary, or the same as the one before it. */
  private static boolean isSure(Span stay, boolean first) {
    return !stay.code().equals(Span.NO_KNOWN_CODE) && (stay.startKnown() || first);
  }

  private static boolean hasUnreadable(Timeline timeline) {
    return !timeline.gaps(Kinds.PLACEMENT_RECORD).isEmpty()
        || !timeline.gaps(Kinds.EPISODE).isEmpty();
  }

  /** Whether the record has a placement for every day in care since then. */
  private static boolean isWholeKnown(Timeline timeline, LocalDate first) {
    for (Span care : timeline.spans(Kinds.PERIOD_OF_CARE)) {
      LocalDate end = care.to() == null ? timeline.asAt() : care.to();
      boolean begunEarlier = !care.startKnown() && care.from().isAfter(first);
      LocalDate from = care.from().isAfter(first) ? care.from() : first;
      if (end.isAfter(first) && (begunEarlier || !isPlaced(timeline, from, end))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlaced(Timeline timeline, LocalDate from, LocalDate until) {
    LocalDate known = from;
    for (Span stay : timeline.spans(Kinds.PLACEMENT)) {
      // Where a record ends its stays on the day before the next, nothing is missing.
      boolean follows = !stay.from().isAfter(known.plusDays(1));
      LocalDate to = stay.to() == null ? timeline.asAt() : stay.to();
      known = follows && to.isAfter(known) ? to : known;
    }
    return !known.plusDays(1).isBefore(until);
  }

  private Optional<Span> findTold(Timeline timeline) {
    return orAsTold == null
        ? Optional.empty()
        : timeline.spans(Kinds.PLACEMENT_RECORD).stream()
            .filter(record -> record.isOpenOn(timeline.asAt()))
            .filter(record -> record.detail(orAsTold).matches("[0-9]{1,4}"))
            .findFirst();
  }

  @Override
  public String words() {
    return "places that the child lived in during the last "
        + inTheLast
        + (andTheOneAtItsStart
            ? ", with the one that was open on the first of these days"
            : ", without the one that was open on the first of these days")
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
}
