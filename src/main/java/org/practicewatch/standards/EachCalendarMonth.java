package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.time.YearMonth;
import org.practicewatch.calendar.Length;

/**
 * Once in every calendar month: due by the end of the month after that of the last one. The first
 * is due by the end of the first whole month, so that nobody is late for a month that they were not
 * there for.
 */
@JsonTypeName("each calendar month")
public record EachCalendarMonth() implements Timescale {

  private static final Length MONTH = new Length(1, Length.Unit.MONTHS);

  @Override
  public String words() {
    return "once in every calendar month, the first whole month being the first";
  }

  @Override
  public Due next(Count count) {
    LocalDate since = count.since();
    boolean thisMonth = count.alreadyDone() == 0 && since.getDayOfMonth() == 1;
    YearMonth month = YearMonth.from(since).plusMonths(thisMonth ? 0 : 1);
    return new Due(month.atEndOfMonth(), MONTH);
  }
}
