package org.practicewatch.reports.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.practicewatch.reports.night.FlagTotal;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportCell.Weight;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;
import org.practicewatch.standards.Counted;
import org.practicewatch.standards.CountedPlacements;
import org.practicewatch.standards.Flag;

/** How many children have had how many places or workers: a line for each number, without a gap. */
final class Distribution {

  private static final int LINES = 10;

  private Distribution() {}

  /** Several side by side, each a column. */
  static Table table(List<FlagTotal> totals) {
    int first = totals.stream().mapToInt(one -> one.byNumber().firstKey()).min().orElse(0);
    int last = totals.stream().mapToInt(one -> one.byNumber().lastKey()).max().orElse(0);
    List<Column> columns = new ArrayList<>(List.of(Column.onPaper("How many", 90, false)));
    totals.forEach(one -> columns.add(Column.onPaper(title(one.flag().counts()), 110, true)));
    List<Row> rows = new ArrayList<>();
    for (int number = first; number <= last && rows.size() < LINES; number++) {
      boolean andMore = rows.size() == LINES - 1 && last > number;
      List<ReportCell> cells = new ArrayList<>();
      cells.add(ReportCell.text(number + (andMore ? " or more" : "")));
      for (FlagTotal one : totals) {
        cells.add(cell(one, number, andMore));
      }
      rows.add(new Row(cells));
    }
    return new Table("Children by number", note(totals), Section.Place.PAPER, columns, false, rows);
  }

  private static ReportCell cell(FlagTotal of, int number, boolean andMore) {
    SortedMap<Integer, Integer> byNumber = new TreeMap<>(of.byNumber());
    int children =
        andMore
            ? byNumber.tailMap(number).values().stream().mapToInt(count -> count).sum()
            : byNumber.getOrDefault(number, 0);
    boolean flagged = children > 0 && number >= of.flag().counts().threshold();
    return flagged
        ? new Count(children).shown(Weight.STRONG, Tone.POOR, "")
        : ReportCell.countOrNothing(children);
  }

  private static String note(List<FlagTotal> totals) {
    List<String> said = new ArrayList<>();
    said.add("Children; in colour from the number on that makes a flag.");
    for (FlagTotal one : totals) {
      Flag flag = one.flag();
      if (one.cannotTell() > 0) {
        said.add(
            title(flag.counts())
                + ": of "
                + Words.count(one.cannotTell(), "child", "children")
                + " it cannot be told.");
      }
      if (isOfPlaces(flag.counts()) && Map.copyOf(one.byNumber()).containsKey(0)) {
        said.add("No place: only temporary ones.");
      }
    }
    return String.join(" ", said);
  }

  private static String title(Counted counts) {
    return (isOfPlaces(counts) ? "Places" : "Social workers")
        + counts.period().map(length -> " in " + length).orElse("");
  }

  private static boolean isOfPlaces(Counted counts) {
    return counts instanceof CountedPlacements;
  }
}
