package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.InWords;
import org.practicewatch.calendar.Length;
import org.practicewatch.casework.Span;

/**
 * How long a plan has been open: "two years or more", or "over six months".
 *
 * @param atLeast flagged from the day on which it has lasted so long
 * @param moreThan or flagged from the day after that
 */
@JsonTypeName("time open")
public record TimeOpen(
    @JsonProperty("at least") @Nullable Length atLeast,
    @JsonProperty("more than") @Nullable Length moreThan)
    implements Counted {

  public TimeOpen {
    if ((atLeast == null) == (moreThan == null)) {
      throw new IllegalArgumentException("give either 'at least' or 'more than', and a length.");
    }
  }

  @Override
  public Optional<Flag.Answer> of(Case one) {
    Span plan = one.first();
    LocalDate reached = reachedBy(plan.from(), one);
    boolean so = !reached.isAfter(one.asAt());
    Flag.State state = Flag.State.of(so, !plan.startKnown());
    int months = (int) Period.between(plan.from(), one.asAt()).toTotalMonths();
    return Optional.of(
        new Flag.Answer(
            state,
            months,
            InWords.count(months, "month", "months"),
            true,
            so ? reached : null,
            plan.source()));
  }

  private LocalDate reachedBy(LocalDate from, Case one) {
    if (moreThan != null) {
      return moreThan.after(from, one.calendar()).plusDays(1);
    }
    return atLeast == null ? from : atLeast.after(from, one.calendar());
  }

  @Override
  public String words() {
    return "time that the plan has been open, in whole months; flagged from "
        + (moreThan == null ? "the day on which it is " + atLeast : "the day after " + moreThan);
  }
}
