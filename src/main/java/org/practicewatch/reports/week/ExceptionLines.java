package org.practicewatch.reports.week;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.exceptions.ExceptionList;
import org.practicewatch.exceptions.ExceptionList.Line;
import org.practicewatch.exceptions.OpenException;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.exceptions.Shown;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportCell.ToFill;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.ReportSheet.FillIn;

/**
 * The two lists of a team's workbook. Whose line it is and what it is about stay in sight, and what
 * is to be filled in stands beside them, so that nobody has to go to the right to answer.
 */
final class ExceptionLines {

  private static final int NUMBER = 9;
  private static final int DAY = 14;

  private final ExceptionList list;
  private final FillIn.OneOf reasons;
  private final LocalDate lastDay;
  private final boolean named;

  /**
   * Those of a list.
   *
   * @param reasons where the reasons stand
   * @param lastDay the last day until which a gap may be accepted
   */
  ExceptionLines(ExceptionList list, FillIn.OneOf reasons, LocalDate lastDay) {
    this.list = list;
    this.reasons = reasons;
    this.lastDay = lastDay;
    this.named =
        Stream.of(list.practice(), list.data(), list.accepted())
            .flatMap(List::stream)
            .anyMatch(line -> !line.name().isEmpty());
  }

  ReportSheet of(Sort sort) {
    boolean practice = sort == Sort.PRACTICE;
    List<Line> lines = practice ? list.practice() : list.data();
    List<Column> columns = new ArrayList<>(kept(practice));
    int kept = columns.size();
    columns.addAll(toFill());
    if (practice) {
      columns.add(Column.number("Due", DAY));
      columns.add(Column.number("Days over", NUMBER));
      columns.add(Column.number("Last done", DAY));
    } else {
      columns.add(Column.text("Found", 40));
    }
    columns.add(Column.text("Worker", 16));
    columns.add(Column.text("Matters as", 15));
    columns.add(Column.number("Weeks open", NUMBER));
    columns.add(Column.text("This week", 16));
    columns.add(Column.text("What to do", named ? 28 : 36));
    columns.add(Column.text("Where it stands", 24));
    columns.add(new Column(ExceptionWorkbook.LINE, 18, false, null, true));
    return new ReportSheet(
            ExceptionWorkbook.sheet(sort),
            lines.isEmpty() ? "Nothing to put right here." : note(practice),
            columns,
            true,
            lines.stream().map(line -> line(line, practice)).toList())
        .keeping(kept);
  }

  private static String note(boolean practice) {
    return practice
        ? "Not done in time, and it still can be. What matters most stands first; then what is"
            + " longest over."
        : "The record is missing something, contradicts itself, or cannot be judged. Not counted as"
            + " late.";
  }

  private List<Column> kept(boolean practice) {
    Column child = Column.text(ExceptionWorkbook.CHILD, 13);
    Column what = Column.text(practice ? "What was due" : "What is wrong", named ? 22 : 26);
    return named ? List.of(child, Column.text("Name", 16), what) : List.of(child, what);
  }

  private List<Column> toFill() {
    return List.of(
        new Column(
            ExceptionWorkbook.UNTIL,
            DAY,
            true,
            new FillIn.DayIn(list.asAt().plusDays(1), lastDay),
            false),
        new Column(ExceptionWorkbook.REASON, named ? 18 : 22, false, reasons, false),
        new Column(ExceptionWorkbook.BY, 14, false, new FillIn.AnyText(), false),
        new Column(ExceptionWorkbook.NOTE, 16, false, new FillIn.AnyText(), false));
  }

  private List<ReportCell> line(Line line, boolean practice) {
    OpenException one = line.one();
    Shown shown = one.shown();
    List<ReportCell> cells = new ArrayList<>();
    cells.add(new ReportCell.Id(one.key().subject()));
    if (named) {
      cells.add(ReportCell.text(line.name()));
    }
    cells.add(ReportCell.text(line.what()));
    cells.add(new ToFill(true));
    cells.add(new ToFill(false));
    cells.add(new ToFill(false));
    cells.add(new ToFill(false));
    if (practice) {
      Integer over = shown.daysOver();
      cells.add(shown.due() == null ? ReportCell.blank() : new ReportCell.PastDay(shown.due()));
      cells.add(over == null ? ReportCell.blank() : new Count(over));
      cells.add(ReportCell.day(shown.lastDone()));
    } else {
      cells.add(
          ReportCell.text(shown.problem().isEmpty() ? line.meaning().wrong() : shown.problem()));
    }
    cells.add(ExceptionWorkbook.worker(shown.worker()));
    cells.add(ReportCell.text(line.meaning().priorityTitle()));
    cells.add(new Count(one.weeksOpen(list.asAt())));
    cells.add(ReportCell.text(thisWeek(line)));
    cells.add(ReportCell.text(line.meaning().putRight()));
    cells.add(ReportCell.text(shown.source()));
    cells.add(new ReportCell.Id(one.key().line()));
    return cells;
  }

  private static String thisWeek(Line line) {
    OpenException one = line.one();
    List<String> said = new ArrayList<>();
    if (!line.mark().isEmpty()) {
      said.add(line.mark());
    }
    if (one.shown().count() > 1) {
      said.add(one.shown().count() + " of them");
    }
    if (one.level() != Level.TEAM) {
      said.add("told to the " + one.level().words());
    }
    return String.join("; ", said);
  }
}
