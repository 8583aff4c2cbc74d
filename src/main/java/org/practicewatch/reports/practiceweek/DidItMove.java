package org.practicewatch.reports.practiceweek;

import java.util.ArrayList;
import java.util.List;
import org.practicewatch.practiceweek.TwoByTwo;
import org.practicewatch.reports.practiceweek.PracticeWeekInFigures.Moved;
import org.practicewatch.reports.practiceweek.PracticeWeekInFigures.Share;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Words;

/** Whether what was in focus has moved, by more than chance may give. */
final class DidItMove {

  private final AuditsOfAWeek week;

  DidItMove(AuditsOfAWeek week) {
    this.week = week;
  }

  private static final String BETTER = "yes, for the better";

  private static final String WORSE = "yes, for the worse";

  Table moved() {
    List<Row> rows = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (Moved one : week.figures().moved()) {
      String verdict = verdict(one);
      rows.add(
          Row.of(
              one.place(),
              ReportCell.text(one.title()),
              ReportCell.text(stood(one.before())),
              ReportCell.text(stood(one.after())),
              ReportCell.text(verdict),
              difference(one)));
      if (one.whole()) {
        said.add(one.title() + ": " + verdict + ".");
      }
    }
    return Table.texts(
            "Did it move?",
            "Children in timescale on the night before the focus and on the latest night after it. "
                + String.join(" ", said)
                + " Many of the children are the same on both nights, so that chance is judged with care (Fisher's exact test).",
            List.of("Where", "What", "Before", "After", "More than chance?", "Points"),
            rows)
        .onSheet("Did it move");
  }

  private String stood(Share share) {
    return week.withPercent(share.part(), share.of()) + ", " + Words.date(share.on());
  }

  private static ReportCell difference(Moved one) {
    return one.before().of() == 0 || one.after().of() == 0
        ? ReportCell.text(Words.NOTHING)
        : new ReportCell.Decimal(
            AuditsOfAWeek.percent(one.after().part(), one.after().of())
                .subtract(AuditsOfAWeek.percent(one.before().part(), one.before().of())));
  }

  private static String verdict(Moved one) {
    TwoByTwo compared =
        new TwoByTwo(
            one.before().part(),
            one.before().of() - one.before().part(),
            one.after().part(),
            one.after().of() - one.after().part());
    if (!one.after().on().isAfter(one.before().on())) {
      return "there is no later night yet";
    }
    if (!compared.canBeCompared()) {
      return "cannot be told";
    }
    boolean better =
        (long) one.after().part() * one.before().of()
            > (long) one.before().part() * one.after().of();
    return compared.byChance() < TwoByTwo.CHANCE
        ? better ? BETTER : WORSE
        : "no more than chance may give";
  }

  /** How many of the things in focus moved for the better, or the worse. */
  int count(boolean better) {
    String wanted = better ? BETTER : WORSE;
    return (int)
        week.figures().moved().stream()
            .filter(Moved::whole)
            .filter(one -> verdict(one).equals(wanted))
            .count();
  }
}
