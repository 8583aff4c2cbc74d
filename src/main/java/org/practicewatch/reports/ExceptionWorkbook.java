package org.practicewatch.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.exceptions.Acceptance;
import org.practicewatch.exceptions.Balance;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.exceptions.ExceptionList;
import org.practicewatch.exceptions.ExceptionList.Line;
import org.practicewatch.exceptions.Meaning;
import org.practicewatch.exceptions.OpenException;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.exceptions.Refusal;
import org.practicewatch.exceptions.Shown;
import org.practicewatch.reports.ReportCell.Count;
import org.practicewatch.reports.ReportCell.ToFill;
import org.practicewatch.reports.ReportSheet.Column;
import org.practicewatch.reports.ReportSheet.FillIn;

/**
 * A team's weekly list as a workbook: what to put right, with columns in which to say until when a
 * gap is left and why. The same columns are read when it comes back.
 */
public final class ExceptionWorkbook {

  /** What a title begins with, before the team. */
  public static final String TITLE = "Exceptions: ";

  /** Headings of the columns that are read when a list comes back. */
  public static final String CHILD = "Child";

  public static final String UNTIL = "Accept until";
  public static final String REASON = "Reason";
  public static final String NOTE = "Note";
  public static final String BY = "Accepted by";
  public static final String LINE = "Line (do not change)";

  private static final String HOW_TO_ANSWER = "Reasons";
  private static final int FIRST_REASON = 4;
  private static final int NUMBER = 9;
  private static final int DAY = 14;
  private static final int SENTENCE = 60;

  private final ExceptionList list;
  private final List<String> reasons;
  private final LocalDate lastDay;
  private final boolean named;

  private ExceptionWorkbook(ExceptionList list, List<String> reasons, LocalDate lastDay) {
    this.list = list;
    this.reasons = reasons;
    this.lastDay = lastDay;
    this.named =
        Stream.of(list.practice(), list.data(), list.accepted())
            .flatMap(List::stream)
            .anyMatch(line -> !line.name().isEmpty());
  }

  /**
   * The workbook of a list.
   *
   * @param reasons for which a gap may be accepted
   * @param lastDay the last day until which it may be
   */
  public static ReportWorkbook of(ExceptionList list, List<String> reasons, LocalDate lastDay) {
    return new ExceptionWorkbook(list, reasons, lastDay).book();
  }

  private ReportWorkbook book() {
    return new ReportWorkbook(
        TITLE + list.team(),
        list.authority(),
        list.fictional(),
        Words.date(list.asAt()),
        List.of(
            summary(),
            lines(
                "Practice exceptions",
                "Not done in time, and it still can be. What matters most stands first; then what is"
                    + " longest over.",
                list.practice()),
            lines(
                "Data exceptions",
                "The record is missing something, contradicts itself, or cannot be judged. Not counted"
                    + " as late.",
                list.data()),
            accepted(),
            fixed(),
            dueNext(),
            meanings(),
            reasons()));
  }

  // ---- the front ----

  private ReportSheet summary() {
    List<List<ReportCell>> rows = new ArrayList<>();
    List<Line> open = Stream.of(list.practice(), list.data()).flatMap(List::stream).toList();
    int fresh = sum(Balance::fresh) + sum(Balance::reopened) + sum(Balance::movedIn);
    rows.add(
        row(
            "To put right",
            open.size(),
            open.isEmpty()
                ? "Nothing to put right."
                : Words.count(list.practice().size(), "practice exception", "practice exceptions")
                    + ", "
                    + Words.count(list.data().size(), "data exception", "data exceptions")
                    + ", for "
                    + Words.count(
                        (int)
                            open.stream()
                                .map(line -> line.one().key().subject())
                                .distinct()
                                .count(),
                        "child",
                        "children")
                    + "."));
    if (list.last() != null) {
      rows.add(row("New since " + Words.date(list.last()), fresh, "New, back again, or moved in."));
      rows.add(row("Put right since then", list.fixed().size(), "See the sheet Put right."));
    }
    rows.add(row("Due in the next days", list.dueNext().size(), "Do it now and it is not late."));
    rows.add(
        row("Accepted until a day", list.accepted().size(), "Still late, and left for a reason."));
    open.stream()
        .limit(3)
        .forEach(
            line ->
                rows.add(
                    List.of(
                        ReportCell.text("Begin with"),
                        ReportCell.blank(),
                        ReportCell.text(
                            line.one().key().subject()
                                + ": "
                                + line.meaning().title()
                                + over(line.one().shown())
                                + ". "
                                + line.meaning().putRight()))));
    for (Refusal refusal : list.refused()) {
      rows.add(
          List.of(
              ReportCell.text("Not accepted"),
              ReportCell.blank(),
              ReportCell.text(refusal.cell() + ": " + refusal.problem())));
    }
    rows.addAll(notRun());
    rows.add(
        List.of(
            ReportCell.text("To leave one until later"),
            ReportCell.blank(),
            ReportCell.text(
                "Fill in the four yellow cells of its line, save, and give the workbook to the"
                    + " performance team. The last day possible is "
                    + Words.date(lastDay)
                    + ". It stays late in every figure.")));
    return new ReportSheet(
        "Summary",
        list.service() + ".",
        List.of(
            Column.text("What", 28),
            Column.number("How many", NUMBER),
            Column.text("In words", 100)),
        false,
        rows);
  }

  private List<List<ReportCell>> notRun() {
    return list.notRun().stream()
        .map(
            one ->
                List.of(
                    ReportCell.text(one.isTable() ? "Not received" : "Not checked"),
                    ReportCell.blank(),
                    ReportCell.text(one.title() + ": " + one.why())))
        .toList();
  }

  private static String over(Shown shown) {
    Integer days = shown.daysOver();
    return days == null ? "" : ", " + Words.count(days, "day", "days") + " over";
  }

  private static List<ReportCell> row(String what, int number, String words) {
    return List.of(ReportCell.text(what), new Count(number), ReportCell.text(words));
  }

  private int sum(ToIntFunction<Balance> column) {
    return list.totals().stream().mapToInt(column).sum();
  }

  // ---- the lists ----

  private ReportSheet lines(String name, String note, List<Line> lines) {
    boolean practice = name.startsWith("Practice");
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(CHILD, 13));
    if (named) {
      columns.add(Column.text("Name", 16));
    }
    columns.add(Column.text("Worker", 16));
    columns.add(Column.text(practice ? "What was due" : "What is wrong", named ? 22 : 26));
    columns.add(Column.text("Matters as", 15));
    if (practice) {
      columns.add(Column.number("Due", DAY));
      columns.add(Column.number("Days over", NUMBER));
      columns.add(Column.number("Last done", DAY));
    } else {
      columns.add(Column.text("Found", 40));
    }
    columns.add(Column.number("Weeks open", NUMBER));
    columns.add(Column.text("This week", 16));
    columns.add(Column.text("Where it stands", 24));
    columns.add(Column.text("What to do", named ? 28 : 36));
    columns.add(
        new Column(UNTIL, DAY, true, new FillIn.DayIn(list.asAt().plusDays(1), lastDay), false));
    columns.add(
        new Column(
            REASON,
            named ? 18 : 22,
            false,
            new FillIn.OneOf(HOW_TO_ANSWER, FIRST_REASON, FIRST_REASON + reasons.size() - 1),
            false));
    columns.add(new Column(NOTE, 16, false, new FillIn.AnyText(), false));
    columns.add(new Column(BY, 14, false, new FillIn.AnyText(), false));
    columns.add(new Column(LINE, 18, false, null, true));
    return new ReportSheet(
        name,
        lines.isEmpty() ? "Nothing to put right here." : note,
        columns,
        true,
        lines.stream().map(line -> line(line, practice)).toList());
  }

  private List<ReportCell> line(Line line, boolean practice) {
    OpenException one = line.one();
    Shown shown = one.shown();
    List<ReportCell> cells = new ArrayList<>();
    cells.add(new ReportCell.Id(one.key().subject()));
    if (named) {
      cells.add(ReportCell.text(line.name()));
    }
    cells.add(ReportCell.text(shown.worker().isEmpty() ? Owed.NO_WORKER : shown.worker()));
    cells.add(ReportCell.text(line.meaning().title()));
    cells.add(ReportCell.text(line.meaning().priorityTitle()));
    if (practice) {
      Integer over = shown.daysOver();
      cells.add(pastDay(shown.due()));
      cells.add(over == null ? ReportCell.blank() : new Count(over));
      cells.add(ReportCell.day(shown.lastDone()));
    } else {
      cells.add(
          ReportCell.text(shown.problem().isEmpty() ? line.meaning().wrong() : shown.problem()));
    }
    cells.add(new Count(one.weeksOpen(list.asAt())));
    cells.add(ReportCell.text(thisWeek(line)));
    cells.add(ReportCell.text(shown.source()));
    cells.add(ReportCell.text(line.meaning().putRight()));
    cells.add(new ToFill(true));
    cells.add(new ToFill(false));
    cells.add(new ToFill(false));
    cells.add(new ToFill(false));
    cells.add(new ReportCell.Id(one.key().line()));
    return cells;
  }

  private static ReportCell pastDay(@Nullable LocalDate due) {
    return due == null ? ReportCell.blank() : new ReportCell.PastDay(due);
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

  private ReportSheet accepted() {
    List<List<ReportCell>> rows = new ArrayList<>();
    for (Line line : list.accepted()) {
      Acceptance acceptance = line.one().acceptance();
      if (acceptance != null) {
        rows.add(
            List.of(
                new ReportCell.Id(line.one().key().subject()),
                ReportCell.text(line.meaning().title()),
                ReportCell.text(line.one().key().sort() == Sort.PRACTICE ? "practice" : "data"),
                ReportCell.day(acceptance.until()),
                ReportCell.text(acceptance.reason()),
                ReportCell.text(acceptance.note()),
                ReportCell.text(acceptance.by()),
                new Count(line.one().weeksOpen(list.asAt()))));
      }
    }
    return new ReportSheet(
        "Accepted",
        rows.isEmpty() ? "Nothing is accepted." : "They come back to the list after their day.",
        List.of(
            Column.text(CHILD, 13),
            Column.text("What", 34),
            Column.text("List", 10),
            Column.number("Until", DAY),
            Column.text(REASON, 34),
            Column.text(NOTE, 34),
            Column.text(BY, 20),
            Column.number("Weeks open", NUMBER)),
        true,
        rows);
  }

  private ReportSheet fixed() {
    return new ReportSheet(
        "Put right",
        list.fixed().isEmpty()
            ? "Nothing was put right since the list before."
            : "Since the list before.",
        List.of(
            Column.text(CHILD, 13),
            Column.text("What", 44),
            Column.number("By", DAY),
            Column.number("Weeks it was open", NUMBER)),
        true,
        list.fixed().stream()
            .map(
                one ->
                    List.of(
                        new ReportCell.Id(one.subject()),
                        ReportCell.text(one.title()),
                        ReportCell.day(one.on()),
                        (ReportCell) new Count(one.weeks())))
            .toList());
  }

  private ReportSheet dueNext() {
    return new ReportSheet(
        "Due next",
        list.dueNext().isEmpty()
            ? "Nothing falls due."
            : "Not late yet: do it by the day, and it never is.",
        List.of(
            Column.text(CHILD, 13),
            Column.text("Worker", 22),
            Column.text("What", 44),
            Column.number("Due", DAY)),
        true,
        list.dueNext().stream()
            .map(
                one ->
                    List.of(
                        new ReportCell.Id(one.subject()),
                        ReportCell.text(one.worker().isEmpty() ? Owed.NO_WORKER : one.worker()),
                        ReportCell.text(one.title()),
                        ReportCell.day(one.due())))
            .toList());
  }

  private ReportSheet meanings() {
    return new ReportSheet(
        "What each means",
        "Of everything on this list.",
        List.of(
            Column.text("What", 30),
            Column.text("What is wrong", SENTENCE),
            Column.text("Why it matters", 40),
            Column.text("How to put it right", SENTENCE),
            Column.text("Who can", 24),
            Column.text("Rests on", 40)),
        false,
        list.meanings().stream().map(ExceptionWorkbook::meaning).toList());
  }

  private static List<ReportCell> meaning(Meaning one) {
    return List.of(
        ReportCell.text(one.title()),
        ReportCell.text(one.wrong()),
        ReportCell.text(one.why()),
        ReportCell.text(one.putRight()),
        ReportCell.text(one.who()),
        ReportCell.text(one.basis()));
  }

  private ReportSheet reasons() {
    return new ReportSheet(
        HOW_TO_ANSWER,
        "For which an exception may be left until a day.",
        List.of(Column.text(REASON, SENTENCE)),
        false,
        reasons.stream().map(reason -> List.of(ReportCell.text(reason))).toList());
  }
}
