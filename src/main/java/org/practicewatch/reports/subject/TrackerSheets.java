package org.practicewatch.reports.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.Owed;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.subject.ReportContents.Milestone;
import org.practicewatch.reports.subject.ReportContents.Tracker;
import org.practicewatch.reports.subject.TrackedMilestone.State;

/** The permanency tracker to filter and sort: one line per child, every milestone. */
final class TrackerSheets {

  /** As wide as a day in bold, and as the words at the head. */
  private static final int MILESTONE = 15;

  private static final int DAY = 13;

  private final SubjectNight night;
  private final List<Milestone> carried;
  private final List<TrackedChild> children;

  private TrackerSheets(SubjectNight night, Tracker tracker) {
    this.night = night;
    this.carried = PermanencyTracker.carried(night, tracker);
    this.children =
        TrackedChild.of(night, new Tracker(tracker.childrenWith(), carried)).stream()
            .filter(child -> child.hasAny(0, carried.size()))
            .toList();
  }

  static List<ReportSheet> of(SubjectNight night, Tracker tracker, Map<String, String> sentences) {
    TrackerSheets writing = new TrackerSheets(night, tracker);
    return List.of(
        SubjectSheets.summary(sentences),
        writing.children(),
        writing.milestones(),
        writing.owed(),
        writing.definitions());
  }

  private boolean named() {
    return !night.night().printing().names().isEmpty();
  }

  private ReportSheet children() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Child", 12));
    if (named()) {
      columns.add(Column.text("Name", 24));
    }
    columns.add(Column.text("Team", 24));
    columns.add(Column.text("Worker", 14));
    columns.add(Column.number("In care since", DAY));
    columns.add(Column.text("What is stuck", 26));
    columns.add(Column.number("For days", 9));
    columns.add(Column.text("Also overdue", 24));
    columns.add(Column.number("Next due", DAY));
    for (Milestone milestone : carried) {
      columns.add(Column.number(milestone.milestone() + ": due", MILESTONE));
      columns.add(Column.number(milestone.milestone() + ": done", MILESTONE));
    }
    columns.add(Column.text("Proof of what is stuck", 34));
    return new ReportSheet(
        "Children",
        "One line per child, stuck longest first. A due day that has passed is bold.",
        columns,
        true,
        () -> children.stream().map(this::cells).iterator());
  }

  private List<ReportCell> cells(TrackedChild child) {
    String id = child.child().childId();
    List<ReportCell> cells = new ArrayList<>();
    cells.add(new ReportCell.Id(id));
    if (named()) {
      cells.add(ReportCell.text(night.night().printing().names().getOrDefault(id, "")));
    }
    cells.add(ReportCell.text(NightInReports.teamName(child.child().teamNow())));
    cells.add(new ReportCell.Id(worker(child)));
    cells.add(ReportCell.day(child.since()));
    cells.add(ReportCell.text(child.stuckOn()));
    cells.add(child.stuckFor() == 0 ? ReportCell.blank() : new Count(child.stuckFor()));
    cells.add(ReportCell.text(String.join(", ", child.alsoOverdue())));
    cells.add(ReportCell.day(child.nextDue()));
    for (TrackedMilestone one : child.milestones()) {
      cells.add(due(one));
      cells.add(done(one));
    }
    cells.add(ReportCell.text(child.stuck().map(TrackedMilestone::source).orElse("")));
    return cells;
  }

  private static String worker(TrackedChild child) {
    String worker = child.child().workerNow();
    return worker.isEmpty() ? Owed.NO_WORKER : worker;
  }

  private static ReportCell due(TrackedMilestone one) {
    return one.state() == State.OVERDUE && one.due() != null
        ? new ReportCell.PastDay(one.due())
        : ReportCell.day(one.due());
  }

  private static ReportCell done(TrackedMilestone one) {
    return switch (one.state()) {
      case CANNOT_TELL -> ReportCell.text("cannot tell");
      case MISSED -> ReportCell.text("not done");
      default -> ReportCell.day(one.done());
    };
  }

  private ReportSheet milestones() {
    return new ReportSheet(
        "Milestones",
        "How many children stand where.",
        List.of(
            Column.text("Milestone", 36),
            Column.text("Standing", 32),
            Column.number("Overdue", 11),
            Column.number("Longest, days", 11),
            Column.number("Due", 11),
            Column.number("Done", 11),
            Column.number("Not done, and can no longer be", 14),
            Column.number("Cannot tell", 11)),
        false,
        Stream.iterate(0, i -> i < carried.size(), i -> i + 1).map(this::milestone).toList());
  }

  private List<ReportCell> milestone(int index) {
    List<TrackedMilestone> all =
        children.stream().map(child -> child.milestones().get(index)).toList();
    int longest =
        all.stream()
            .filter(one -> one.state() == State.OVERDUE)
            .mapToInt(TrackedMilestone::days)
            .max()
            .orElse(0);
    return List.of(
        ReportCell.text(carried.get(index).milestone()),
        ReportCell.text(PermanencyTracker.standing(night, carried.get(index))),
        count(all, State.OVERDUE),
        new Count(longest),
        count(all, State.DUE),
        count(all, State.DONE),
        count(all, State.MISSED),
        count(all, State.CANNOT_TELL));
  }

  private static ReportCell count(List<TrackedMilestone> all, State state) {
    return new Count((int) all.stream().filter(one -> one.state() == state).count());
  }

  /** The same, a line for each child and milestone, so that each has its proof. */
  private ReportSheet owed() {
    return new ReportSheet(
        "One by one",
        "A line for each child and milestone that is owed or done, with the cell that proves it.",
        List.of(
            Column.text("Child", 12),
            Column.text("Team", 30),
            Column.text("Milestone", 36),
            Column.text("State", 14),
            Column.number("Due", DAY),
            Column.number("Done", DAY),
            Column.number("Days over, or late", 11),
            Column.text("Proof in the extract", 44)),
        true,
        () -> children.stream().flatMap(this::lines).iterator());
  }

  private Stream<List<ReportCell>> lines(TrackedChild child) {
    List<List<ReportCell>> lines = new ArrayList<>();
    for (int i = 0; i < carried.size(); i++) {
      TrackedMilestone one = child.milestones().get(i);
      if (one.state() != State.NONE) {
        lines.add(
            List.of(
                new ReportCell.Id(child.child().childId()),
                ReportCell.text(NightInReports.teamName(child.child().teamNow())),
                ReportCell.text(carried.get(i).milestone()),
                ReportCell.text(one.state().words()),
                ReportCell.day(one.due()),
                ReportCell.day(one.done()),
                one.days() == 0 ? ReportCell.blank() : new Count(one.days()),
                ReportCell.text(one.source())));
      }
    }
    return lines.stream();
  }

  private ReportSheet definitions() {
    return new ReportSheet(
        "What is due by when",
        "What each milestone is held against.",
        List.of(
            Column.text("Milestone", 36),
            Column.text("What is owed and by when", 70),
            Column.text("Rests on", 60),
            Column.text("Standing", 14)),
        false,
        PermanencyTracker.definitions(night, carried).stream()
            .map(
                line ->
                    List.of(
                        ReportCell.text(line.title()),
                        ReportCell.text(line.rule()),
                        ReportCell.text(line.basis()),
                        ReportCell.text(line.standing())))
            .toList());
  }
}
