package org.practicewatch.reports.week;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.practicewatch.exceptions.Acceptance;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.exceptions.ExceptionList;
import org.practicewatch.exceptions.ExceptionList.Line;
import org.practicewatch.exceptions.Meaning;
import org.practicewatch.reports.night.Owed;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.ReportSheet.FillIn;
import org.practicewatch.reports.section.ReportWorkbook;
import org.practicewatch.reports.section.Words;

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

  private ExceptionWorkbook(ExceptionList list, List<String> reasons, LocalDate lastDay) {
    this.list = list;
    this.reasons = reasons;
    this.lastDay = lastDay;
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

  /** What the sheet of a list is called. */
  static String sheet(Sort sort) {
    return sort == Sort.PRACTICE ? "Practice exceptions" : "Data exceptions";
  }

  /** An id is no number, even where it looks like one. */
  static ReportCell worker(String worker) {
    return worker.isEmpty() ? ReportCell.text(Owed.NO_WORKER) : new ReportCell.Id(worker);
  }

  private ReportWorkbook book() {
    ExceptionLines lines =
        new ExceptionLines(
            list,
            new FillIn.OneOf(HOW_TO_ANSWER, FIRST_REASON, FIRST_REASON + reasons.size() - 1),
            lastDay);
    return new ReportWorkbook(
        TITLE + list.team(),
        list.authority(),
        list.fictional(),
        Words.date(list.asAt()),
        List.of(
            new ExceptionFront(list, lastDay).sheet(),
            lines.of(Sort.PRACTICE),
            lines.of(Sort.DATA),
            accepted(),
            fixed(),
            dueNext(),
            meanings(),
            reasons()));
  }

  private ReportSheet accepted() {
    List<List<ReportCell>> rows = new ArrayList<>();
    for (Line line : list.accepted()) {
      Acceptance acceptance = line.one().acceptance();
      if (acceptance != null) {
        rows.add(
            List.of(
                new ReportCell.Id(line.one().key().subject()),
                ReportCell.text(line.what()),
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
                        worker(one.worker()),
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
