package org.practicewatch.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.practicewatch.sample.FictionalChild.Visit;
import org.practicewatch.sample.FictionalTeam.Kind;

/**
 * What is at hand for telling of one child, whichever part of the life is told.
 *
 * @param shared what is drawn from it is the same for brothers and sisters; nothing of the child's
 *     own may disturb it
 * @param own the child's own chances
 * @param ids another id each time
 */
record Telling(
    long seed,
    Family family,
    Diary diary,
    Chance shared,
    Chance own,
    LocalDate born,
    Supplier<String> ids) {

  String id() {
    return ids.get();
  }

  LocalDate eighteenth() {
    return born.plusYears(18);
  }

  /** Whole years, never less than nought. */
  int age(LocalDate on) {
    return (int) Math.max(0, ChronoUnit.YEARS.between(born, on));
  }

  /** The team of a kind that serves the family. */
  FictionalTeam team(Kind kind) {
    return new FictionalTeam(kind, family.first() / FictionalTeam.CHILDREN_IN_A_SET);
  }

  /** A visit with its flags; one in fifty with the time of day. */
  Visit visit(LocalDate on) {
    String id = id();
    int seen = own.weighted(955, 30, 15);
    int alone = own.weighted(82, 12, 6);
    int bedroom = own.weighted(80, 11, 9);
    boolean timed = own.that(0.02);
    LocalTime time = LocalTime.of(own.between(9, 17), 15 * own.between(0, 3));
    List<String> flags = List.of("Y", "N", "");
    String seenAlone = seen == 1 || age(on) < 2 ? "N" : flags.get(alone);
    return new Visit(
        id,
        timed ? on.atTime(time) : on.atStartOfDay(),
        flags.get(seen),
        seenAlone,
        seen == 1 ? "N" : flags.get(bedroom));
  }

  /** How the child took part in a review or a conference, as the returns code it. */
  String participation(LocalDate on) {
    return age(on) < 4 ? "PN0" : "PN" + (1 + own.weighted(50, 6, 4, 12, 5, 8, 15));
  }
}
