package org.practicewatch.sample;

import static org.practicewatch.sample.FictionalAuthority.WORLD_ENDS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.practicewatch.sample.FictionalChild.LeavingCare;

/** What the authority goes on doing for a young person who was in care until eighteen. */
record AfterCare(Telling telling) {

  /** A young person with thirteen weeks of care who is in it until eighteen. */
  Optional<LeavingCare> of(LocalDate entry, LocalDate left) {
    Diary diary = telling.diary();
    Chance own = telling.own();
    LocalDate sixteenth = telling.born().plusYears(16);
    LocalDate thirteenWeeks = entry.plusWeeks(13);
    LocalDate eligible = sixteenth.isAfter(thirteenWeeks) ? sixteenth : thirteenWeeks;
    LocalDate eighteenth = telling.eighteenth();
    if (!eligible.isBefore(left) || !left.equals(eighteenth)) {
      return Optional.empty();
    }
    LocalDate until = telling.born().plusYears(own.that(0.8) ? 21 : 25);
    List<LocalDate> contacts = new ArrayList<>();
    LocalDate last = eighteenth.minusDays(30);
    double inTouch = own.that(0.9) ? 0.88 : 0.3;
    while (last.isBefore(until) && !last.isAfter(WORLD_ENDS)) {
      last = diary.done(own, last, last.plusDays(56), inTouch, 0.6);
      contacts.add(last);
    }
    List<LocalDate> reviews = new ArrayList<>();
    LocalDate review = diary.onOrAfter(eligible.plusDays(own.between(50, 110)));
    while (review.isBefore(until) && !review.isAfter(WORLD_ENDS)) {
      reviews.add(review);
      review = diary.done(own, review, review.plusMonths(6), 0.8, 0.8);
    }
    return Optional.of(
        new LeavingCare(
            telling.id(),
            eligible,
            left,
            eighteenth,
            until,
            own.oneOf(List.of("B", "D", "E", "T", "U", "V", "X", "Z")),
            own.that(0.88) ? "1" : "2",
            own.oneOf(List.of("F1", "F2", "F4", "F5", "P2", "G4", "G5", "G6")),
            contacts,
            reviews));
  }
}
