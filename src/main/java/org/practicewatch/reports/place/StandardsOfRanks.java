package org.practicewatch.reports.place;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.reports.night.Measured;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.OpenCounts;
import org.practicewatch.reports.night.Place;
import org.practicewatch.reports.night.StandardNote;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Weight;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Sentence;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Targets;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;

/** The standards of a place, rank by rank, on one page. */
final class StandardsOfRanks {

  /** As many lines as stand on one page beneath a heading. */
  private static final int LINES_ON_A_PAGE = 28;

  private final Place place;
  private final NightInReports night;

  StandardsOfRanks(Place place, NightInReports night) {
    this.place = place;
    this.night = night;
  }

  /**
   * The standards that ask for a look, rank by rank; the others are named in a sentence each for
   * those in time and those of which nothing is due.
   *
   * @param where "in this service"
   */
  List<Section> sections(String where) {
    List<StandardNote> met = night.judged().stream().filter(place::meetsWith).toList();
    Map<Integer, List<StandardNote>> byRank = new TreeMap<>();
    for (StandardNote standard : met) {
      if (asksForALook(standard)) {
        byRank
            .computeIfAbsent(
                night.printing().priorities().rank(standard.id()), rank -> new ArrayList<>())
            .add(standard);
      }
    }
    List<Row> rows = new ArrayList<>();
    byRank.forEach(
        (rank, standards) -> {
          if (night.printing().priorities().areSaid()) {
            rows.add(heading(night.printing().priorities().inOrder().get(rank).priority()));
          }
          standards.stream()
              .sorted(Comparator.comparingInt(one -> -place.overdueFor(Measured.of(one))))
              .forEach(one -> rows.add(standard(one)));
        });
    boolean all = rows.size() <= LINES_ON_A_PAGE;
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Table(
            "The standards of each rank",
            "Those with something overdue, something that cannot be told or a target not met; most"
                + " overdue first."
                + (place.ofTheYear() == Measure.DONE
                    ? ""
                    : " Children, all for the team that holds them tonight.")
                + (all
                    ? ""
                    : " These are the first "
                        + LINES_ON_A_PAGE
                        + " lines; the workbook beside this report has every standard."),
            Section.Place.PAPER,
            List.of(
                Column.onPaper("Standard", 150, false),
                Column.onPaper("Overdue for", 40, true),
                Column.onPaper("Cannot tell", 40, true),
                Column.onPaper("In time tonight", 46, true),
                Column.onPaper("Of", 52, true).quiet(),
                Column.onPaper("Target", 36, true),
                Column.onPaper("Met tonight", 40, true),
                Column.onPaper(
                    (place.ofTheYear() == Measure.DONE ? "Done in time " : "All in time ")
                        + night.figures().yearToDate(),
                    46,
                    true),
                Column.onPaper("Of", 44, true).quiet(),
                Column.onPaper("Met over the year", 45, true)),
            false,
            rows.stream().limit(LINES_ON_A_PAGE).toList()));
    String rest = rest(met, where);
    if (!rest.isEmpty()) {
      sections.add(new Sentence("", rest));
    }
    return sections;
  }

  private boolean asksForALook(StandardNote standard) {
    Measured of = Measured.of(standard);
    return place.total(standard, OpenCounts::overdue) > 0
        || place.total(standard, OpenCounts::cannotTell) > 0
        || place.verdict(of, Measure.NOW).equals(Targets.NOT_MET)
        || place.verdict(of, place.ofTheYear()).equals(Targets.NOT_MET);
  }

  private static Row heading(String rank) {
    List<ReportCell> cells = new ArrayList<>(List.of(ReportCell.text(rank).strong()));
    while (cells.size() < 10) {
      cells.add(ReportCell.blank());
    }
    return new Row(cells, true);
  }

  private Row standard(StandardNote standard) {
    Measured of = Measured.of(standard);
    Figure now = place.now(standard);
    Figure done = place.figure(standard, place.ofTheYear());
    BigDecimal target = standard.target();
    int overdue = place.overdueFor(of);
    return new Row(
        List.of(
            ReportCell.text(standard.title()),
            ReportCell.countOrNothing(overdue)
                .shown(Weight.PLAIN, overdue == 0 ? Tone.PLAIN : Tone.POOR, ""),
            ReportCell.countOrNothing(now == null ? 0 : now.cannotTell()),
            percent(now),
            ReportCell.text(of(now)),
            ReportCell.text(target == null ? "" : Words.target(target)),
            verdict(place.verdict(of, Measure.NOW)),
            percent(done),
            ReportCell.text(of(done)),
            verdict(place.verdict(of, place.ofTheYear()))));
  }

  private ReportCell percent(@Nullable Figure figure) {
    BigDecimal percent = place.percent(figure);
    return percent == null
        ? ReportCell.text(Words.NOTHING).shown(Weight.QUIET, Tone.PLAIN, "")
        : new ReportCell.Percent(percent).strong();
  }

  private static String of(@Nullable Figure figure) {
    return figure == null || figure.denominator() == 0
        ? Words.NONE_DUE
        : Words.count(figure.numerator()) + " of " + Words.count(figure.denominator());
  }

  private static ReportCell verdict(String verdict) {
    return verdict.isEmpty()
        ? ReportCell.blank()
        : ReportCell.text(verdict.equals(Targets.NOT_MET) ? "not" : verdict)
            .shown(
                Weight.PLAIN,
                verdict.equals(Targets.NOT_MET)
                    ? Tone.POOR
                    : verdict.equals(Targets.MET) ? Tone.GOOD : Tone.PLAIN,
                "");
  }

  /** What stands in no line, and why. */
  private String rest(List<StandardNote> met, String where) {
    String inTime =
        met.stream()
            .filter(one -> !asksForALook(one))
            .map(StandardNote::title)
            .collect(Collectors.joining(", "));
    return Stream.of(
            inTime.isEmpty() ? "" : "Nothing overdue, and no target missed: " + inTime + ".",
            place.notHere(where))
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
