package org.practicewatch.sample;

import static org.practicewatch.sample.FictionalAuthority.WORLD_ENDS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.sample.FictionalChild.Review;

/**
 * The reviews of a child in care, with those that were called off.
 *
 * @param placedForAdoption null where the child never is
 */
record ReviewsInCare(Telling telling, Holds holds, @Nullable LocalDate placedForAdoption) {

  private static final int TARGET_AFTER_FIRST = 91;
  private static final int TARGET_AFTER_LATER = 183;

  List<Review> between(LocalDate entry, LocalDate end) {
    Chance own = telling.own();
    List<Review> reviews = new ArrayList<>();
    LocalDate previous = entry;
    for (int count = 1; previous.isBefore(end) && !previous.isAfter(WORLD_ENDS); count++) {
      LocalDate due = due(previous, count);
      LocalDate target =
          switch (count) {
            case 1 -> due;
            case 2 -> previous.plusDays(TARGET_AFTER_FIRST);
            default -> previous.plusDays(TARGET_AFTER_LATER);
          };
      LocalDate on = holds.done(own, previous, due, 0.93, 0.75);
      boolean held = on.isBefore(end);
      if (own.that(0.045) && held) {
        LocalDate calledOff = telling.diary().onOrBefore(on.minusDays(own.between(2, 9)));
        if (calledOff.isAfter(previous)) {
          reviews.add(
              new Review(telling.id(), target, calledOff, calledOff.minusDays(3), null, true, ""));
        }
      }
      reviews.add(
          new Review(
              telling.id(),
              target,
              on,
              previous,
              held ? null : end,
              false,
              telling.participation(on)));
      previous = on;
    }
    return reviews;
  }

  /** A child placed for adoption is reviewed four weeks after, then three and six months on. */
  private LocalDate due(LocalDate previous, int count) {
    LocalDate due =
        count == 1
            ? telling.diary().plusWorkingDays(previous, 20)
            : previous.plusMonths(count == 2 ? 3 : 6);
    LocalDate placed = placedForAdoption;
    if (placed == null || !due.isAfter(placed)) {
      return due;
    }
    return previous.isBefore(placed)
        ? placed.plusDays(28)
        : previous.isBefore(placed.plusDays(60)) ? previous.plusMonths(3) : due;
  }
}
