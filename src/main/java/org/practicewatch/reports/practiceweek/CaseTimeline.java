package org.practicewatch.reports.practiceweek;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practicewatch.practiceweek.CaseFile;
import org.practicewatch.practiceweek.CaseFile.Bar;
import org.practicewatch.practiceweek.CaseFile.Lane;
import org.practicewatch.practiceweek.CaseFile.Mark;
import org.practicewatch.practiceweek.CaseFile.Sort;
import org.practicewatch.reports.section.Words;

/**
 * What happened to one child, line under line, from one day to another.
 *
 * @param from first day
 * @param to last day, the night of the draw
 * @param lanes its lines, without what lies outside those days
 * @param description the same in words, for those who cannot see it
 */
public record CaseTimeline(LocalDate from, LocalDate to, List<Lane> lanes, String description) {

  public CaseTimeline {
    lanes = List.copyOf(lanes);
  }

  static CaseTimeline of(CaseFile file) {
    List<Lane> lanes = file.lanes().stream().map(lane -> within(lane, file)).toList();
    return new CaseTimeline(file.from(), file.to(), lanes, description(file, lanes));
  }

  private static Lane within(Lane lane, CaseFile file) {
    return new Lane(
        lane.name(),
        lane.bars().stream()
            .filter(bar -> !bar.from().isAfter(file.to()))
            .filter(bar -> bar.to() == null || !bar.to().isBefore(file.from()))
            .filter(bar -> bar.to() == null || !bar.to().isBefore(bar.from()))
            .sorted(Comparator.comparing(Bar::from))
            .toList(),
        lane.marks().stream()
            .filter(mark -> !mark.on().isBefore(file.from()) && !mark.on().isAfter(file.to()))
            .sorted(Comparator.comparing(Mark::on))
            .toList());
  }

  /** The marks of a line by what they stand for, in the order in which each first happened. */
  public static Map<String, List<Mark>> byLabel(Lane lane) {
    Map<String, List<Mark>> byLabel = new LinkedHashMap<>();
    lane.marks()
        .forEach(mark -> byLabel.computeIfAbsent(mark.label(), l -> new ArrayList<>()).add(mark));
    return byLabel;
  }

  /** From when to when: "3 Jan 2025 to 5 Mar 2025", "since 3 Jan 2025". */
  public static String when(Bar bar) {
    LocalDate to = bar.to();
    if (to == null) {
      return "since " + Words.date(bar.from());
    }
    return to.equals(bar.from())
        ? Words.date(to)
        : Words.date(bar.from()) + " to " + Words.date(to);
  }

  private static String description(CaseFile file, List<Lane> lanes) {
    StringBuilder said = new StringBuilder("Timeline from ");
    said.append(Words.date(file.from())).append(" to ").append(Words.date(file.to())).append('.');
    for (Lane lane : lanes) {
      List<String> parts = new ArrayList<>();
      lane.bars().forEach(bar -> parts.add(bar.label() + ", " + when(bar)));
      byLabel(lane).forEach((label, marks) -> parts.add(label + ", " + counted(marks)));
      said.append(' ')
          .append(lane.name())
          .append(": ")
          .append(parts.isEmpty() ? "nothing recorded" : String.join("; ", parts))
          .append('.');
    }
    return said.toString();
  }

  private static String counted(List<Mark> marks) {
    List<LocalDate> done = days(marks, Sort.DONE);
    List<String> notDone = days(marks, Sort.NOT_DONE).stream().map(Words::date).toList();
    List<String> parts = new ArrayList<>();
    if (!done.isEmpty()) {
      parts.add(
          done.size() == 1
              ? "done on " + Words.date(done.get(0))
              : "done " + done.size() + " times, last on " + Words.date(done.get(done.size() - 1)));
    }
    if (!notDone.isEmpty()) {
      parts.add("fell due and was not done: " + String.join(", ", notDone));
    }
    return String.join(", ", parts);
  }

  private static List<LocalDate> days(List<Mark> marks, Sort sort) {
    return marks.stream().filter(mark -> mark.sort() == sort).map(Mark::on).toList();
  }
}
