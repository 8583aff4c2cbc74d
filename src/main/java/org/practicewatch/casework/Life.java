package org.practicewatch.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Days;

/**
 * From when to when there is a child to whom anything is owed, and what of the child decides it.
 *
 * @param child as the register tells of them
 * @param expected the day on which the birth is expected; null where nobody says
 * @param died null where no source tells of it
 * @param foundAdult the day on which an age assessment found that this is no child; null for never
 * @param disabled null where nobody says
 */
public record Life(
    Child child,
    @Nullable LocalDate expected,
    @Nullable LocalDate died,
    @Nullable LocalDate foundAdult,
    @Nullable Boolean disabled) {

  /** A child is somebody under 18 (Children Act 1989, s. 105). */
  public static final int ADULT = 18;

  /** Kind of a note that gives the day on which a birth is expected, and its detail. */
  public static final String EXPECTED_BIRTH = "expected birth";

  public static final String DAY = "day";

  /** Detail that says whether a child has a disability. */
  public static final String DISABILITY = "disability";

  static Life of(
      Child child,
      List<? extends Fact> facts,
      @Nullable LocalDate died,
      @Nullable LocalDate foundAdult) {
    return new Life(child, expectedIn(facts), died, foundAdult, disabilityIn(facts));
  }

  private static @Nullable LocalDate expectedIn(List<? extends Fact> facts) {
    LocalDate expected = null;
    for (Fact fact : facts) {
      if (fact instanceof Noted noted && noted.kind().equals(EXPECTED_BIRTH)) {
        expected = noted.findDay(DAY).orElse(expected);
      }
    }
    return expected;
  }

  /** What facts say of a disability: yes where any says so; null where none says anything. */
  public static @Nullable Boolean disabilityIn(List<? extends Fact> facts) {
    Boolean found = null;
    for (Fact fact : facts) {
      String said =
          fact instanceof Noted noted
              ? noted.detail(DISABILITY)
              : fact instanceof Span span ? span.detail(DISABILITY) : "";
      if (said.equalsIgnoreCase("yes")) {
        return true;
      }
      if (said.equalsIgnoreCase("no")) {
        found = false;
      }
    }
    return found;
  }

  /** Whether the child is known not to be born on a day, or is expected only later. */
  public boolean isUnbornOn(LocalDate day) {
    LocalDate birth = child.born() == null ? expected : child.born();
    return birth != null && day.isBefore(birth);
  }

  /** The day from which there is no child: the eighteenth birthday, or a finding before it. */
  public @Nullable LocalDate adultFrom() {
    return Days.earlier(child.birthday(ADULT), foundAdult);
  }

  /** The day on which all that is owed to a child ends; null while nobody knows of any. */
  public @Nullable LocalDate childhoodEnds() {
    return Days.earlier(adultFrom(), died);
  }
}
