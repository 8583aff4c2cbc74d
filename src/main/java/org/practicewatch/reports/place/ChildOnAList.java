package org.practicewatch.reports.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Finding;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.Notes;
import org.practicewatch.reports.night.Owed;
import org.practicewatch.reports.night.TeamList;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Weight;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;

/**
 * All that a team owes one child, in one line: what a team manager's report begins with.
 *
 * @param child id of the child, or of what is judged where it is not one
 * @param isChild whether it is a child, and no home, carer or worker
 * @param worker who holds it now
 * @param seen the day of the last visit that counts; null where none is known
 * @param overdue what matters most first
 * @param dueSoon soonest first
 * @param cannotTell what matters most first
 */
record ChildOnAList(
    String child,
    boolean isChild,
    String worker,
    @Nullable LocalDate seen,
    List<Finding> overdue,
    List<Finding> dueSoon,
    List<Finding> cannotTell) {

  /** Everybody on a list, in the order of the list. */
  static List<ChildOnAList> of(TeamList list) {
    Map<String, ChildOnAList> children = new LinkedHashMap<>();
    add(children, list, list.overdue(), ChildOnAList::overdue);
    add(children, list, list.dueSoon(), ChildOnAList::dueSoon);
    add(children, list, list.cannotTell(), ChildOnAList::cannotTell);
    return List.copyOf(children.values());
  }

  private static void add(
      Map<String, ChildOnAList> children,
      TeamList list,
      List<Finding> findings,
      Function<ChildOnAList, List<Finding>> where) {
    for (Finding finding : findings) {
      String child = Owed.child(finding);
      where
          .apply(
              children.computeIfAbsent(
                  child,
                  id ->
                      new ChildOnAList(
                          id,
                          !finding.childId().isEmpty(),
                          Owed.worker(finding),
                          list.seen().get(id),
                          new ArrayList<>(),
                          new ArrayList<>(),
                          new ArrayList<>())))
          .add(finding);
    }
  }

  /** Longest unseen first; of whom no visit is known last. */
  static Comparator<ChildOnAList> longestUnseenFirst() {
    return Comparator.comparing(
            ChildOnAList::seen, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
        .thenComparing(one -> Words.numbersInOrder(one.child()));
  }

  /** Children on paper, one line each. */
  static Table table(
      NightInReports night,
      String title,
      String note,
      String whose,
      List<ChildOnAList> children,
      int most) {
    Owed owed = new Owed(night);
    return new Table(
        title,
        note + Notes.firstOf(most, children.size()),
        Section.Place.PAPER,
        List.of(
            Column.onPaper(whose, 66, false),
            Column.onPaper("Last visit", 58, true),
            Column.onPaper("Overdue", 190, false),
            Column.onPaper("Due in " + night.printing().ahead(), 145, false),
            Column.onPaper("Worker", 80, false)),
        false,
        children.stream().limit(most).map(one -> one.row(night, owed)).toList());
  }

  private Row row(NightInReports night, Owed owed) {
    LocalDate day = seen;
    return new Row(
        List.of(
            night.child(child),
            ReportCell.text(day == null ? Words.NOTHING : Words.date(day))
                .shown(Weight.PLAIN, Tone.PLAIN, day == null ? "" : Words.ago(day, night.asAt())),
            overdue(owed),
            ReportCell.text(
                lines(dueSoon, one -> owed.title(one) + ", " + Words.dateOrNothing(one.due()))),
            ReportCell.text(worker)));
  }

  private ReportCell overdue(Owed owed) {
    String untold =
        cannotTell.isEmpty()
            ? ""
            : "cannot be told: "
                + cannotTell.stream().map(owed::title).distinct().collect(Collectors.joining(", "));
    return ReportCell.text(lines(overdue, one -> overdue(one, owed)))
        .shown(Weight.PLAIN, Tone.POOR, untold);
  }

  /**
   * What, by how many days, and what else to know: that none was done yet, or the law was another.
   */
  private static String overdue(Finding one, Owed owed) {
    String note = owed.note(one);
    return owed.title(one)
        + ", "
        + Words.count(owed.daysOver(one), "day", "days")
        + (note.isEmpty() ? "" : " (" + note + ")");
  }

  private static String lines(List<Finding> findings, Function<Finding, String> words) {
    return findings.stream().map(words).collect(Collectors.joining("\n"));
  }
}
