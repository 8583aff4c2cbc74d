package org.practicewatch.casework;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A child as a register row tells of them.
 *
 * @param childId the id
 * @param born date of birth; null where it is not known
 * @param name empty, unless the settings ask for names
 * @param source the cell of the date of birth, or of the id where there is none
 */
public record Child(String childId, @Nullable LocalDate born, String name, CellRef source)
    implements Fact {

  /** A child whose name nobody asked for. */
  public Child(String childId, @Nullable LocalDate born, CellRef source) {
    this(childId, born, "", source);
  }

  /**
   * Whole years on that day; null without a date of birth. A child born on 29 February is a year
   * older on 1 March (how we count, "Age on the due date").
   */
  public @Nullable Integer ageOn(LocalDate day) {
    if (born == null) {
      return null;
    }
    return Period.between(born, day).getYears();
  }

  /** The day on which the child becomes that old; null without a date of birth. */
  public @Nullable LocalDate birthday(int age) {
    if (born == null) {
      return null;
    }
    LocalDate day = born.plusYears(age);
    return day.getDayOfMonth() == born.getDayOfMonth() ? day : day.plusDays(1);
  }

  @Override
  public String said() {
    return new Saying("child", childId).and(born).and(name).toString();
  }
}
