package org.practicewatch.reports.week;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.practicewatch.exceptions.Balance;
import org.practicewatch.exceptions.ExceptionList;
import org.practicewatch.exceptions.ExceptionList.Line;
import org.practicewatch.exceptions.Shown;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Words;

/**
 * The first sheet of a team's list: how much there is, what stands first, and what could not be
 * accepted or checked.
 */
record ExceptionFront(ExceptionList list, LocalDate lastDay) {

  private static final int FIRST = 3;

  ReportSheet sheet() {
    List<List<ReportCell>> rows = new ArrayList<>();
    List<Line> open = Stream.of(list.practice(), list.data()).flatMap(List::stream).toList();
    rows.add(row("To put right", open.size(), inWords(open)));
    if (list.last() != null) {
      int fresh = sum(Balance::fresh) + sum(Balance::reopened) + sum(Balance::movedIn);
      rows.add(row("New since " + Words.date(list.last()), fresh, "New, back again, or moved in."));
      rows.add(row("Put right since then", list.fixed().size(), "See the sheet Put right."));
    }
    rows.add(row("Due in the next days", list.dueNext().size(), "Do it now and it is not late."));
    rows.add(
        row("Accepted until a day", list.accepted().size(), "Still late, and left for a reason."));
    open.stream().limit(FIRST).forEach(line -> rows.add(words("First on the list", first(line))));
    list.refused().forEach(one -> rows.add(words("Not accepted", one.inWords())));
    list.notRun()
        .forEach(
            one ->
                rows.add(
                    words(
                        one.isTable() ? "Not received" : "Not checked",
                        one.title() + ": " + one.why())));
    rows.add(
        words(
            "To leave one until later",
            "Fill in the four yellow cells of its line, save, and give the workbook to the"
                + " performance team. The last day possible is "
                + Words.date(lastDay)
                + ". It stays late in every figure."));
    return new ReportSheet(
        "Summary",
        list.service() + ".",
        List.of(
            Column.text("What", 28), Column.number("How many", 9), Column.text("In words", 100)),
        false,
        rows);
  }

  private String inWords(List<Line> open) {
    if (open.isEmpty()) {
      return "Nothing to put right.";
    }
    return Words.count(list.practice().size(), "practice exception", "practice exceptions")
        + ", "
        + Words.count(list.data().size(), "data exception", "data exceptions")
        + ", for "
        + Words.whom(open.stream().map(line -> line.one().key().subject()))
        + ".";
  }

  private static String first(Line line) {
    return line.one().key().subject()
        + ": "
        + line.what()
        + over(line.one().shown())
        + ". "
        + line.meaning().putRight();
  }

  private static String over(Shown shown) {
    Integer days = shown.daysOver();
    return days == null ? "" : ", " + Words.count(days, "day", "days") + " over";
  }

  private static List<ReportCell> row(String what, int number, String words) {
    return List.of(ReportCell.text(what), new Count(number), ReportCell.text(words));
  }

  private static List<ReportCell> words(String what, String words) {
    return List.of(ReportCell.text(what), ReportCell.blank(), ReportCell.text(words));
  }

  private int sum(ToIntFunction<Balance> column) {
    return list.totals().stream().mapToInt(column).sum();
  }
}
