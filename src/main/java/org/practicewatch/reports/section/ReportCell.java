package org.practicewatch.reports.section;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one cell of a report holds: typed, so that a spreadsheet program can count and sort by it,
 * and with its printed form, so that no writer has to guess.
 */
public sealed interface ReportCell {

  /** How a cell is printed. */
  enum Weight {
    STRONG,
    PLAIN,
    QUIET
  }

  /** How a cell of a heat table is shaded; the number in it says the same. */
  enum Tint {
    NONE(""),
    ON_TARGET("#DCE8F4"),
    BELOW("#FCEBDD"),
    FAR_BELOW("#F5CBA7");

    private final String colour;

    Tint(String colour) {
      this.colour = colour;
    }

    /** Red, green and blue, as layouts write them; empty for none. */
    public String colour() {
      return colour;
    }
  }

  /** As paper says it. */
  default String printed() {
    if (this instanceof Text words) {
      return words.text();
    }
    if (this instanceof Id id) {
      return id.text();
    }
    if (this instanceof Count count) {
      return Words.count(count.number());
    }
    if (this instanceof Decimal decimal) {
      return decimal.number().toPlainString();
    }
    if (this instanceof Percent share) {
      return Words.percent(share.percent());
    }
    if (this instanceof Day one) {
      return Words.date(one.day());
    }
    if (this instanceof PastDay one) {
      return Words.date(one.day());
    }
    if (this instanceof Nought) {
      return Words.NOTHING;
    }
    return this instanceof Shown shown ? shown.cell().printed() : "";
  }

  /** The same without how it is printed. */
  default ReportCell plain() {
    return this instanceof Shown shown ? shown.cell() : this;
  }

  /** The same, printed so. */
  default ReportCell shown(Weight weight, Tone tone, String beneath) {
    return new Shown(plain(), weight, tone, beneath, Tone.PLAIN);
  }

  /** The same, shaded. */
  default ReportCell shaded(Tint tint) {
    Shown as = this instanceof Shown shown ? shown : (Shown) strong();
    return new Shown(as.cell(), as.weight(), as.tone(), as.beneath(), as.toneBeneath(), tint);
  }

  /** The same, standing out. */
  default ReportCell strong() {
    return shown(Weight.STRONG, Tone.PLAIN, "");
  }

  /**
   * One that is not printed as its column is.
   *
   * @param cell what it holds
   * @param weight how it is printed
   * @param tone its colour
   * @param beneath what stands beneath it in small print
   * @param toneBeneath the colour of that
   * @param tint what it is shaded with
   */
  public record Shown(
      ReportCell cell, Weight weight, Tone tone, String beneath, Tone toneBeneath, Tint tint)
      implements ReportCell {

    public Shown(ReportCell cell, Weight weight, Tone tone, String beneath, Tone toneBeneath) {
      this(cell, weight, tone, beneath, toneBeneath, Tint.NONE);
    }
  }

  /** Words. */
  record Text(String text) implements ReportCell {}

  /** An id, which is no number even where it looks like one. */
  record Id(String text) implements ReportCell {}

  /** A whole number. */
  record Count(int number) implements ReportCell {}

  /** None: on paper the sign for that, for a nought would catch the eye; in a workbook 0. */
  record Nought() implements ReportCell {}

  /** A number that need not be whole, such as a weight. */
  record Decimal(BigDecimal number) implements ReportCell {}

  /** A percentage, such as 87.5. */
  record Percent(BigDecimal percent) implements ReportCell {}

  /** A day. */
  record Day(LocalDate day) implements ReportCell {}

  /** A day by which something should have been done, and was not. */
  record PastDay(LocalDate day) implements ReportCell {}

  /** Where somebody is to write. */
  record ToFill(boolean day) implements ReportCell {}

  /** Nothing. */
  record Blank() implements ReportCell {}

  static ReportCell blank() {
    return new Blank();
  }

  static ReportCell text(String text) {
    return text.isEmpty() ? blank() : new Text(text);
  }

  /** So many of so many: strong, with the count beneath; quiet where nothing could be judged. */
  static ReportCell share(Share share) {
    return text(share.value())
        .shown(share.any() ? Weight.STRONG : Weight.QUIET, Tone.PLAIN, share.count());
  }

  /** A number; where there is none, paper has the sign for that. */
  static ReportCell countOrNothing(int number) {
    return number == 0 ? new Nought() : new Count(number);
  }

  static ReportCell day(@Nullable LocalDate day) {
    return day == null ? blank() : new Day(day);
  }

  static ReportCell percent(@Nullable BigDecimal percent) {
    return percent == null ? blank() : new Percent(percent);
  }
}
