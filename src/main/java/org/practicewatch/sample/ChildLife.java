package org.practicewatch.sample;

import static org.practicewatch.sample.FictionalAuthority.WORLD_BEGINS;
import static org.practicewatch.sample.FictionalAuthority.WORLD_ENDS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.practicewatch.sample.FictionalChild.EarlyHelp;
import org.practicewatch.sample.FictionalChild.Person;
import org.practicewatch.sample.FictionalTeam.Kind;
import org.practicewatch.sample.Referrals.Course;

/**
 * Tells one child's life. What happens to the whole family is drawn from a stream that its children
 * share and that nothing of the child's own may disturb: so brothers and sisters are visited on the
 * same day, and stand in the same conference, without anyone having to look at each other.
 */
final class ChildLife {

  private static final List<String> ETHNICITIES =
      List.of(
          "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WIRI", "WOTH", "MWBC", "MWBA", "MWAS",
          "MOTH", "AIND", "APKN", "ABAN", "BCRB", "BAFR", "OOTH", "NOBT");
  private static final List<String> DISABILITIES =
      List.of("AUT", "AUT", "LD", "BEH", "COMM", "MOB", "HEAR", "VIS", "CON", "PC");

  private final long seed;
  private final int number;
  private final Diary diary;
  private final Family family;
  private final Chance shared;
  private final Chance own;
  private int rows;

  ChildLife(long seed, int number, Diary diary) {
    this.seed = seed;
    this.number = number;
    this.diary = diary;
    this.family = Family.of(seed, number);
    this.shared = Chance.of(seed, Chance.key("family"), family.first());
    this.own = Chance.of(seed, Chance.key("child"), number);
  }

  FictionalChild told() {
    int kind = shared.weighted(33, 17, 29, 12, 9);
    Course course =
        switch (kind) {
          case 0 -> Course.IN_NEED;
          case 1 -> Course.PROTECTION;
          case 2, 3 -> Course.CARE;
          default -> Course.FRONT_DOOR;
        };
    boolean leaver = kind == 3;
    boolean east = shared.that(0.5);
    boolean disabled = kind == 0 && shared.that(0.14);
    String surname = Names.surname(shared);
    String ethnicity = shared.oneOf(ETHNICITIES);
    LocalDate first = diary.onOrAfter(firstContact(course, leaver));
    LocalDate born = born(first, leaver);
    Person person = person(surname, ethnicity, born, disabled, first);
    Kind localKind = disabled ? Kind.DISABLED : east ? Kind.EAST : Kind.WEST;
    Telling telling = new Telling(seed, family, diary, shared, own, born, this::id);
    List<EarlyHelp> earlyHelp = earlyHelp(first, born);
    Referrals referrals = new Referrals(telling, telling.team(localKind), disabled);
    LocalDate rang = first;
    Course now = course;
    while (rang.isBefore(WORLD_ENDS.minusMonths(1))) {
      LocalDate over = referrals.afterCall(rang, now);
      boolean again = shared.that(0.55);
      LocalDate next = diary.onOrAfter(over.plusDays(shared.between(40, 500)));
      int turn = shared.weighted(35, 45, 20);
      if (now == Course.CARE || !again) {
        break;
      }
      rang = next;
      now = turn == 0 ? Course.FRONT_DOOR : turn == 1 ? Course.IN_NEED : Course.PROTECTION;
    }
    return new FictionalChild(
        number, person, referrals.contacts(), earlyHelp, referrals.referrals());
  }

  /** Most of the work of today began not long ago; care goes back further. */
  private LocalDate firstContact(Course course, boolean leaver) {
    if (leaver) {
      return shared.day(WORLD_BEGINS, LocalDate.of(2024, 3, 31));
    }
    if (shared.that(0.03)) {
      return shared.day(LocalDate.of(2026, 9, 1), WORLD_ENDS.minusMonths(2));
    }
    if (course == Course.CARE) {
      return shared.day(WORLD_BEGINS, LocalDate.of(2026, 7, 31));
    }
    return shared.that(0.25)
        ? shared.day(WORLD_BEGINS, LocalDate.of(2025, 3, 31))
        : shared.day(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 9, 15));
  }

  private LocalDate born(LocalDate first, boolean leaver) {
    int elder = 26 * (family.size() - 1);
    int youngest =
        leaver
            ? shared.between(14 * 12 + 6, 16 * 12 + 6)
            : shared.that(0.04) ? -shared.between(1, 5) : shared.between(0, 16 * 12 - elder);
    int gap = 26 * (family.size() - 1 - family.place());
    int monthsOld = leaver ? Math.min(youngest + gap, 17 * 12 + 3) : youngest + gap;
    boolean isYoungest = family.place() == family.size() - 1;
    return first.minusMonths(monthsOld).minusDays(isYoungest ? 3 : own.between(0, 80));
  }

  private Person person(
      String surname, String ethnicity, LocalDate born, boolean disabled, LocalDate first) {
    long id = 300_000L + number * 7L + own.between(0, 6);
    List<String> disabilities = new ArrayList<>();
    if (disabled || own.that(0.06)) {
      disabilities.add(own.oneOf(DISABILITIES));
      if (own.that(0.3)) {
        disabilities.add("MULT");
      }
    } else {
      disabilities.add("NONE");
    }
    return new Person(
        Long.toString(id),
        Names.forename(own),
        surname,
        own.that(0.51) ? "M" : own.that(0.99) ? "F" : "U",
        own.that(0.95) ? ethnicity : "NOBT",
        born,
        born.isAfter(first),
        disabilities,
        "Z" + "%012d".formatted(id * 37 % 1_000_000_000_000L),
        own.that(0.93) ? "GB" : "Other",
        first);
  }

  private List<EarlyHelp> earlyHelp(LocalDate first, LocalDate born) {
    LocalDate from = diary.onOrAfter(first.minusDays(shared.between(120, 400)));
    LocalDate to = diary.onOrBefore(first.minusDays(shared.between(1, 30)));
    if (!shared.that(0.18) || from.isBefore(born)) {
      return List.of();
    }
    return List.of(
        new EarlyHelp(
            id(), from, to, "Family support", "Stepped up to social care", "Fernshire Family Hub"));
  }

  private String id() {
    rows++;
    return Long.toString((number + 1L) * 1000 + rows);
  }
}
