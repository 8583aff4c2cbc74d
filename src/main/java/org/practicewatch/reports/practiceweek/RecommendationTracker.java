package org.practicewatch.reports.practiceweek;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.practicewatch.casework.Organisation;
import org.practicewatch.practiceweek.PracticeWeek;
import org.practicewatch.practiceweek.Recommendation;
import org.practicewatch.practiceweek.Recommendation.State;
import org.practicewatch.practiceweek.workbook.TrackerReader;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.ReportSheet.FillIn;
import org.practicewatch.reports.section.ReportWorkbook;
import org.practicewatch.reports.section.Words;

/** Everything that was recommended or decided, across weeks, and where it stands. */
public final class RecommendationTracker {

  private static final int LETTERS_OF_A_FORM = 16;
  private static final int YEARS_AHEAD = 2;

  private RecommendationTracker() {}

  /** By which a line is known when the tracker comes back. */
  public static String line(Recommendation one) {
    return one.form().substring(0, LETTERS_OF_A_FORM) + "-" + one.item();
  }

  /** How many stand where. */
  public static Map<State, Integer> counts(List<Recommendation> all, LocalDate today) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    all.forEach(one -> counts.merge(one.on(today), 1, Integer::sum));
    return counts;
  }

  /** The workbook on a day. */
  public static ReportWorkbook of(
      List<Recommendation> all,
      List<PracticeWeek> weeks,
      Organisation.Authority authority,
      LocalDate today) {
    return new ReportWorkbook(
        "Recommendations and actions of Practice Weeks",
        authority.name(),
        authority.fictional(),
        Words.date(today),
        List.of(byLead(all, today), recommendations(all, today), actions(weeks, today)));
  }

  private static ReportSheet byLead(List<Recommendation> all, LocalDate today) {
    Map<String, List<Recommendation>> leads = new TreeMap<>();
    all.forEach(
        one ->
            leads
                .computeIfAbsent(
                    one.who().isEmpty() ? "Nobody named" : one.who(), key -> new ArrayList<>())
                .add(one));
    List<List<ReportCell>> rows = new ArrayList<>();
    leads.forEach(
        (lead, theirs) -> {
          Map<State, Integer> counts = counts(theirs, today);
          List<ReportCell> row = new ArrayList<>();
          row.add(ReportCell.text(lead));
          row.add(new ReportCell.Count(theirs.size()));
          for (State state : State.values()) {
            row.add(new ReportCell.Count(counts.getOrDefault(state, 0)));
          }
          rows.add(row);
        });
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Lead", 40));
    columns.add(Column.number("All", 10));
    for (State state : State.values()) {
      columns.add(Column.number(state.words(), 14));
    }
    return new ReportSheet("By lead", "Of all Practice Weeks.", columns, true, rows);
  }

  private static ReportSheet recommendations(List<Recommendation> all, LocalDate today) {
    List<List<ReportCell>> rows = new ArrayList<>();
    for (Recommendation one : all) {
      State state = one.on(today);
      LocalDate due = one.due();
      LocalDate done = one.done();
      rows.add(
          List.of(
              ReportCell.text(one.week()),
              new ReportCell.Id(one.childId()),
              ReportCell.text(one.team().isEmpty() ? Organisation.NO_TEAM : one.team()),
              ReportCell.text(one.what()),
              ReportCell.text(one.who().isEmpty() ? "Nobody named" : one.who()),
              due != null && state == State.OVERDUE
                  ? new ReportCell.PastDay(due)
                  : ReportCell.day(due),
              ReportCell.text(state.words()),
              done == null ? new ReportCell.ToFill(true) : new ReportCell.Day(done),
              one.note().isEmpty() ? new ReportCell.ToFill(false) : ReportCell.text(one.note()),
              ReportCell.text(line(one))));
    }
    return new ReportSheet(
        "Recommendations",
        "Write the day on which it was done, or a note, and put the workbook into audits/ again.",
        List.of(
            Column.text("Week", 20),
            Column.text("Child", 14),
            Column.text("Team", 26),
            Column.text("What is to be done", 60),
            Column.text("Lead", 26),
            Column.number("By when", 13),
            Column.text("State", 14),
            new Column(
                TrackerReader.DONE,
                13,
                true,
                new FillIn.DayIn(today.minusYears(YEARS_AHEAD), today),
                false),
            new Column(TrackerReader.NOTE, 40, false, new FillIn.AnyText(), false),
            new Column(TrackerReader.LINE, 20, false, null, true)),
        true,
        rows);
  }

  /** Those that a team still has to do, to read. */
  public static ReportSheet open(List<Recommendation> open, LocalDate asAt) {
    List<List<ReportCell>> rows = new ArrayList<>();
    for (Recommendation one : open) {
      LocalDate due = one.due();
      rows.add(
          List.of(
              new ReportCell.Id(one.childId()),
              ReportCell.text(one.what()),
              ReportCell.text(one.who().isEmpty() ? "Nobody named" : one.who()),
              due != null && one.on(asAt) == State.OVERDUE
                  ? new ReportCell.PastDay(due)
                  : ReportCell.day(due),
              ReportCell.text(one.on(asAt).words()),
              ReportCell.text(one.week())));
    }
    return new ReportSheet(
        "Recommendations",
        "Made by auditors of Practice Weeks. Tell the organiser when one is done.",
        List.of(
            Column.text("Child", 14),
            Column.text("What is to be done", 60),
            Column.text("Lead", 26),
            Column.number("By when", 13),
            Column.text("State", 14),
            Column.text("Week", 24)),
        true,
        rows);
  }

  private static ReportSheet actions(List<PracticeWeek> weeks, LocalDate today) {
    List<List<ReportCell>> rows = new ArrayList<>();
    for (PracticeWeek week : weeks) {
      for (PracticeWeek.Action one : week.actions()) {
        boolean done = one.done() != null && !one.done().isAfter(today);
        boolean late = !done && one.by().isBefore(today);
        rows.add(
            List.of(
                ReportCell.text(week.name()),
                ReportCell.text(one.action()),
                ReportCell.text(one.lead()),
                late ? new ReportCell.PastDay(one.by()) : new ReportCell.Day(one.by()),
                ReportCell.text(one.impact()),
                ReportCell.text(done ? "Done" : late ? "Overdue" : "Due")));
      }
    }
    return new ReportSheet(
        "Action plans",
        "Decided by the council, and kept under 'actions' in the file of each week.",
        List.of(
            Column.text("Week", 32),
            Column.text("Action", 60),
            Column.text("Lead", 26),
            Column.number("By when", 13),
            Column.text("Intended impact", 50),
            Column.text("State", 12)),
        true,
        rows);
  }
}
