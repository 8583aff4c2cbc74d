package org.practicewatch.sample;

import static org.practicewatch.sample.FictionalAuthority.WORLD_ENDS;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.sample.CareHistory.Change;
import org.practicewatch.sample.CareHistory.Stay;

/** How a child in care moves from carer to carer. */
final class Moves {

  private final Telling telling;
  private final CareHistory history;
  private final Aim aim;
  private final Diary diary;
  private final Chance own;
  private final Placing placing;

  Moves(Telling telling, CareHistory history, Aim aim) {
    this.telling = telling;
    this.history = history;
    this.aim = aim;
    this.diary = telling.diary();
    this.own = telling.own();
    this.placing = new Placing(own);
  }

  /**
   * Moves between carers until the child is matched, the plan is another, or care ends.
   *
   * @return when the child is matched with long-term foster carers; null where it never is
   */
  @Nullable LocalDate untilSettled(LocalDate entry, LocalDate end) {
    LocalDate settles =
        aim == Aim.LONG_TERM ? diary.onOrAfter(entry.plusDays(own.between(240, 520))) : end;
    boolean fixed = aim == Aim.HOME || aim == Aim.ADOPTION;
    LocalDate day = entry;
    while (true) {
      day = diary.onOrAfter(day.plusDays(own.between(30, own.that(0.4) ? 250 : 900)));
      if (!day.isBefore(settles.minusDays(20)) || day.isAfter(WORLD_ENDS)) {
        break;
      }
      boolean away = own.that(0.15);
      Stay now = history.livingOn(day);
      if (away) {
        LocalDate back = day.plusDays(own.between(5, 18));
        String type = List.of("T0", "T1", "T2").get(own.weighted(2, 1, 1));
        if (history.isQuiet(day.minusDays(3), back.plusDays(3))) {
          history.set(day, Change.ofPlace(placing.forAWhile(type)));
          history.set(back, Change.ofPlace(now.again()));
        }
      } else if (!fixed) {
        history.setUnlessNear(day, Change.ofPlace(placing.ofAge(telling.age(day))));
      }
    }
    if (aim != Aim.LONG_TERM || !settles.isBefore(end.minusDays(60))) {
      return null;
    }
    Stay now = history.livingOn(settles);
    boolean stays = now.type().startsWith("U") && own.that(0.55);
    String type = now.type().equals("U3") ? "U1" : "U4";
    String legal = history.changeOn(settles).legal();
    history.set(settles, new Change(legal, stays ? now.as(type) : placing.in("U4")));
    return settles;
  }

  /** Some orders are made on the day of a move, or of a new approval of the same carer. */
  void withOrders(LocalDate entry, LocalDate end) {
    if (aim == Aim.HOME) {
      return;
    }
    for (LocalDate day : history.days()) {
      int how = own.weighted(10, 4, 86);
      Change change = history.changeOn(day);
      boolean orderOnly = day.isAfter(entry) && day.isBefore(end) && change.stay() == null;
      Stay now = history.livingOn(day);
      if (!orderOnly || how == 2 || now.interlude() || now.type().startsWith("A")) {
        continue;
      }
      Stay next = history.stayAfter(day);
      if (next != null && (next.interlude() || next.sameCarer())) {
        continue;
      }
      Stay stay = how == 0 ? placing.ofAge(telling.age(day)) : now.as("U5");
      if (how == 0 || now.type().startsWith("U")) {
        history.set(day, new Change(change.legal(), stay));
      }
    }
  }
}
