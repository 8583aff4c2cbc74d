package org.practicewatch.reports.week;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.practicewatch.casework.Organisation;
import org.practicewatch.exceptions.Acceptance;
import org.practicewatch.exceptions.OpenException;
import org.practicewatch.exceptions.OpenException.Phase;
import org.practicewatch.exceptions.WeekAsAWhole;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Words;

/**
 * The gaps of a week that are worth a line: the oldest, those that came back, what is accepted,
 * what was not checked.
 */
final class WeekInLines {

  private static final int LINES_PRINTED = 40;

  private final WeekAsAWhole week;
  private final List<OpenException> open;

  WeekInLines(WeekAsAWhole week) {
    this.week = week;
    this.open = WeeklyReport.open(week);
  }

  Table oldest() {
    List<Row> rows =
        open.stream()
            .sorted(
                Comparator.<OpenException>comparingInt(one -> -one.weeksOpen(week.asAt()))
                    .thenComparing(one -> -daysOver(one))
                    .thenComparing(OpenException::key))
            .limit(LINES_PRINTED)
            .map(one -> line(one, one.weeksOpen(week.asAt())))
            .toList();
    return Table.texts(
        "The oldest",
        rows.isEmpty() ? "Nothing is open." : limited(open.size()),
        List.of("Child", "What", "Team", "Worker", "First seen", "Weeks open"),
        rows);
  }

  private Row line(OpenException one, int number) {
    return new Row(
        List.of(
            new ReportCell.Id(one.key().subject()),
            ReportCell.text(title(one)),
            ReportCell.text(team(one)),
            new ReportCell.Id(one.shown().worker()),
            ReportCell.day(one.firstSeen()),
            new ReportCell.Count(number)));
  }

  private static int daysOver(OpenException one) {
    Integer days = one.shown().daysOver();
    return days == null ? 0 : days;
  }

  private static String limited(int all) {
    return all > LINES_PRINTED
        ? "The first " + LINES_PRINTED + " of " + Words.count(all) + "."
        : "";
  }

  private String title(OpenException one) {
    return week.meaning().apply(one.key()).title();
  }

  private static String team(OpenException one) {
    return one.team().isEmpty() ? Organisation.NO_TEAM : one.team();
  }

  Table offenders() {
    List<OpenException> again =
        week.alive()
            .filter(one -> one.opened() > 1)
            .sorted(
                Comparator.<OpenException>comparingInt(one -> -one.opened())
                    .thenComparing(OpenException::key))
            .toList();
    return Table.texts(
        "Back again",
        again.isEmpty() ? "Nothing that was put right has come back." : limited(again.size()),
        List.of("Child", "What", "Team", "Worker", "First seen", "Times opened"),
        again.stream().limit(LINES_PRINTED).map(one -> line(one, one.opened())).toList());
  }

  Table accepted() {
    List<Row> rows = new ArrayList<>();
    List<OpenException> all =
        week.alive()
            .filter(one -> one.phase() == Phase.ACCEPTED)
            .sorted(Comparator.comparing(OpenException::key))
            .toList();
    for (OpenException one : all) {
      Acceptance acceptance = one.acceptance();
      if (acceptance != null && rows.size() < LINES_PRINTED) {
        rows.add(
            new Row(
                List.of(
                    new ReportCell.Id(one.key().subject()),
                    ReportCell.text(title(one)),
                    ReportCell.text(team(one)),
                    ReportCell.text(acceptance.by()),
                    ReportCell.text(acceptance.reason()),
                    ReportCell.day(acceptance.until()))));
      }
    }
    return Table.texts(
        "Accepted until a day",
        all.isEmpty() ? "Nothing is accepted." : limited(all.size()),
        List.of("Child", "What", "Team", "Accepted by", "Reason", "Until"),
        rows);
  }

  Table refused() {
    return Table.wide(
            "Asked to be accepted, and not taken",
            week.refused().isEmpty() ? "Nothing." : limited(week.refused().size()),
            "Child, duty and list",
            "Why",
            week.notTaken().stream()
                .limit(LINES_PRINTED)
                .map(one -> Row.of(one.line(), one.refusal().problem()))
                .toList())
        .onSheet("Acceptances not taken");
  }

  Table notRun() {
    return Table.wide(
        "Not checked, and why",
        week.notRun().isEmpty()
            ? "Every check could be made."
            : "That these found nothing means nothing.",
        "Check",
        "Why",
        week.notRun().stream()
            .map(one -> Row.of((one.isTable() ? "Not received: " : "") + one.title(), one.why()))
            .toList());
  }
}
