package org.practicewatch.sample;

import static org.practicewatch.sample.FictionalAuthority.WORLD_ENDS;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.practicewatch.sample.FictionalChild.Missing;

/** When a child in care goes missing, and whether anyone offers to talk about it afterwards. */
record MissingFromCare(Telling telling) {

  private static final int YOUNGEST = 11;

  List<Missing> between(LocalDate entry, LocalDate end) {
    Chance own = telling.own();
    List<Missing> episodes = new ArrayList<>();
    boolean goes = own.that(0.28);
    LocalDate day = entry;
    while (goes) {
      day = day.plusDays(own.between(15, 260));
      LocalDateTime from = day.atTime(own.between(0, 23), own.between(0, 59));
      int hours = own.that(0.8) ? own.between(3, 30) : own.between(31, 150);
      LocalDateTime to = from.plusHours(hours).plusMinutes(own.between(0, 59));
      if (!to.toLocalDate().isBefore(end) || to.toLocalDate().isAfter(WORLD_ENDS)) {
        break;
      }
      int offered = own.weighted(84, 8, 4, 4);
      boolean accepted = own.that(0.62);
      String type = own.that(0.82) ? "M" : "A";
      if (telling.age(day) >= YOUNGEST) {
        episodes.add(
            new Missing(
                telling.id(),
                from,
                to,
                type,
                List.of("Y", "N", "NA", "").get(offered),
                offered == 0 ? (accepted ? "Y" : "N") : offered == 2 ? "NA" : ""));
      }
    }
    return episodes;
  }
}
