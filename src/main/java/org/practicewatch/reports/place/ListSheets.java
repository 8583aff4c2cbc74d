package org.practicewatch.reports.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Finding;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.Owed;
import org.practicewatch.reports.night.TeamList;
import org.practicewatch.reports.night.WorkerCounts;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Words;

/** What a team has to do, on sheets: every line of its lists. */
final class ListSheets {

  private static final int NAME = 38;
  private static final int NUMBER = 11;

  private final NightInReports night;
  private final Owed owed;

  ListSheets(NightInReports night) {
    this.night = night;
    this.owed = new Owed(night);
  }

  ReportSheet overdue(List<TeamList> lists) {
    return list(
        "Overdue",
        "What matters most first, and of that the longest overdue. It can still be done.",
        Column.number("Days over", NUMBER),
        lists,
        TeamList::overdue,
        TeamList.byWhatMatters(night)
            .thenComparing(Comparator.<Finding>comparingInt(owed::daysOver).reversed()),
        finding -> new Count(owed.daysOver(finding)));
  }

  ReportSheet dueSoon(List<TeamList> lists) {
    return list(
        "Due next",
        "Soonest first, by " + Words.date(night.until()) + ".",
        Column.number("Days to go", NUMBER),
        lists,
        TeamList::dueSoon,
        Comparator.comparingInt(owed::daysToGo),
        finding -> new Count(owed.daysToGo(finding)));
  }

  ReportSheet cannotTell(List<TeamList> lists) {
    return list(
        "Cannot tell",
        "The record does not allow a judgement: put the record right.",
        null,
        lists,
        TeamList::cannotTell,
        Comparator.comparing(owed::title),
        finding -> ReportCell.blank());
  }

  private ReportSheet list(
      String name,
      String note,
      @Nullable Column days,
      List<TeamList> lists,
      Function<TeamList, List<Finding>> which,
      Comparator<Finding> order,
      Function<Finding, ReportCell> daysOf) {
    boolean several = lists.size() > 1;
    List<Column> columns = new ArrayList<>();
    if (several) {
      columns.add(Column.text("Team", NAME));
    }
    columns.add(Column.text("Child", 12));
    if (named()) {
      columns.add(Column.text("Name", 30));
    }
    columns.add(Column.text("What is owed", 38));
    columns.add(Column.text("Note", 26));
    columns.add(Column.number("Due", 13));
    if (days != null) {
      columns.add(days);
    }
    columns.add(Column.number("Last, or start", 13));
    columns.add(Column.text("Worker", 18));
    columns.add(Column.text("Proof in the extract", 38));
    List<Line> all =
        lists.stream()
            .flatMap(
                list ->
                    which.apply(list).stream()
                        .map(finding -> new Line(list.place().team(), finding)))
            .sorted(Comparator.comparing(Line::finding, order))
            .toList();
    return new ReportSheet(
        name,
        all.isEmpty() ? "There is nothing to list." : note,
        columns,
        true,
        () -> all.stream().map(line -> cells(line, several, days != null, daysOf)).iterator());
  }

  private boolean named() {
    return !night.printing().names().isEmpty();
  }

  private record Line(String team, Finding finding) {}

  private List<ReportCell> cells(
      Line line, boolean several, boolean days, Function<Finding, ReportCell> daysOf) {
    Finding finding = line.finding();
    List<ReportCell> cells = new ArrayList<>();
    if (several) {
      cells.add(ReportCell.text(line.team()));
    }
    cells.add(new ReportCell.Id(Owed.child(finding)));
    if (named()) {
      cells.add(ReportCell.text(owed.name(finding)));
    }
    cells.add(ReportCell.text(owed.title(finding)));
    cells.add(ReportCell.text(owed.note(finding)));
    cells.add(ReportCell.day(finding.due()));
    if (days) {
      cells.add(daysOf.apply(finding));
    }
    cells.add(ReportCell.day(finding.since()));
    cells.add(new ReportCell.Id(Owed.worker(finding)));
    cells.add(ReportCell.text(finding.source()));
    return cells;
  }

  ReportSheet workers(TeamList list) {
    return new ReportSheet(
        "Workers",
        "The same lists, counted by worker.",
        List.of(
            Column.text("Worker", NAME),
            Column.number("Overdue", NUMBER),
            Column.number("Longest over, days", 14),
            Column.number("Due next", NUMBER),
            Column.number("Cannot tell", NUMBER)),
        true,
        WorkerCounts.of(list, owed).stream()
            .map(
                one ->
                    List.<ReportCell>of(
                        new ReportCell.Id(one.worker()),
                        new Count(one.overdue()),
                        new Count(one.longest()),
                        new Count(one.dueSoon()),
                        new Count(one.cannotTell())))
            .toList());
  }
}
