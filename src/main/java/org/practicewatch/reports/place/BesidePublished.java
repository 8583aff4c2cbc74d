package org.practicewatch.reports.place;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Comparison;
import org.practicewatch.compliance.PublishedFigure;
import org.practicewatch.compliance.PublishedMeasure;
import org.practicewatch.compliance.PublishedSeries;
import org.practicewatch.compliance.PublishedTally;
import org.practicewatch.compliance.Whose;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Share;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;
import org.practicewatch.standards.Standing;

/**
 * Our measures as counted tonight, beside what DfE has published of us, England, our region and our
 * neighbours.
 */
final class BesidePublished {

  /** As many years as stand side by side on a page. */
  private static final int YEARS_ACROSS = 5;

  /** As many authorities as have a line on paper, over all measures: they share a page. */
  private static final int LINES = 12;

  private static final int NAME = 154;
  private static final int YEAR = 54;
  private static final int TONIGHT = 60;
  private static final int POINTS = 55;

  private static final Share NOTHING_OF_THEIRS = new Share("", "", false);

  private final Printing printing;
  private final Comparison comparison;
  private final List<Integer> years;

  /** The measures of one night. */
  BesidePublished(NightInReports night, Comparison comparison) {
    this.printing = night.printing();
    this.comparison = comparison;
    List<Integer> all = comparison.years();
    this.years = all.subList(Math.max(0, all.size() - YEARS_ACROSS), all.size());
  }

  /**
   * One authority or area.
   *
   * @param name its name
   * @param whose what it is to us; empty for ourselves and for England
   * @param ourselves whether it is ours
   * @param years what was published of it
   * @param tonight our own figure; nothing for others
   * @param points by how many percentage points ours is above or below its latest published one
   * @param tone the same as a colour
   */
  private record Line(
      String name,
      String whose,
      boolean ourselves,
      List<Share> years,
      Share tonight,
      String points,
      Tone tone) {}

  /** On paper a table for each measure; none where the authority looks at no published figures. */
  List<Section> sections() {
    if (comparison.ours().isEmpty()) {
      return List.of();
    }
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section.Sentence(
            "Beside the published figures",
            "Ours as counted tonight, beside what the Department has published. "
                + comparison.published().source()));
    comparison.ours().forEach(ours -> sections.add(table(ours)));
    return sections;
  }

  private Table table(Comparison.Ours ours) {
    PublishedMeasure measure = ours.counted().measure();
    List<Line> all = lines(ours);
    int room = Math.max(4, LINES / comparison.ours().size());
    List<Column> columns = new ArrayList<>();
    columns.add(Column.onPaper("", NAME + YEAR * (YEARS_ACROSS - years.size()), false));
    years.forEach(year -> columns.add(Column.onPaper(String.valueOf(year), YEAR, true)));
    columns.add(Column.onPaper(tonight(ours.counted()), TONIGHT, true));
    columns.add(Column.onPaper("Ours to theirs", POINTS, true));
    String fewer =
        all.size() > room
            ? " The first " + room + " of " + all.size() + " lines; the workbook has all."
            : "";
    return new Table(
        measure.title() + " (" + measure.id() + ")",
        (measure.rule() + " " + note(ours)).strip() + fewer,
        Section.Place.PAPER,
        columns,
        false,
        all.stream().limit(room).map(BesidePublished::row).toList());
  }

  private static Row row(Line line) {
    List<ReportCell> cells = new ArrayList<>();
    cells.add(
        ReportCell.text(line.name())
            .shown(
                line.ourselves() ? ReportCell.Weight.STRONG : ReportCell.Weight.PLAIN,
                Tone.PLAIN,
                line.whose()));
    line.years().forEach(share -> cells.add(ReportCell.share(share)));
    cells.add(ReportCell.share(line.tonight()));
    cells.add(ReportCell.text(line.points()).shown(ReportCell.Weight.PLAIN, line.tone(), ""));
    return new Row(cells, line.ourselves());
  }

  /** The workbook's sheet of it; none where there is nothing to show. */
  Stream<ReportSheet> sheets() {
    if (comparison.ours().isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(
        new ReportSheet(
            "Published figures",
            "Ours as counted tonight, and every published figure. "
                + comparison.published().source(),
            List.of(
                Column.text("Measure", 44),
                Column.text("Id", 6),
                Column.text("Whose", 18),
                Column.text("Name", 30),
                Column.text("Code", 12),
                Column.text("Year to March", 11),
                Column.number("From", 13),
                Column.number("To", 13),
                Column.number("In timescale", 11),
                Column.number("Out of", 11),
                Column.number("Percent", 11),
                Column.number("Cannot tell", 11),
                Column.number("Left out", 11),
                Column.text("Why there is none", 40)),
            true,
            comparison.lines().stream().map(BesidePublished::cells).toList()));
  }

  private static List<ReportCell> cells(Comparison.Line line) {
    PublishedTally.Counted counted = line.counted();
    Integer year = line.year();
    return List.of(
        ReportCell.text(line.measure().title()),
        new ReportCell.Id(line.measure().id()),
        ReportCell.text(line.whose().words()),
        ReportCell.text(line.name()),
        new ReportCell.Id(line.code()),
        year == null ? ReportCell.blank() : new ReportCell.Id(String.valueOf(year)),
        ReportCell.day(line.from()),
        ReportCell.day(line.to()),
        counted == null ? ReportCell.blank() : new Count(counted.numerator()),
        counted == null ? ReportCell.blank() : new Count(counted.denominator()),
        ReportCell.percent(line.percent()),
        counted == null ? ReportCell.blank() : new Count(counted.cannotTell()),
        counted == null ? ReportCell.blank() : new Count(counted.leftOut()),
        ReportCell.text(line.note()));
  }

  private static String tonight(PublishedTally.Counted counted) {
    return counted.from().equals(counted.to())
        ? "Ours on\n" + Words.date(counted.to())
        : "Ours since\n" + Words.date(counted.from());
  }

  private List<Line> lines(Comparison.Ours ours) {
    List<PublishedSeries> others = new ArrayList<>(comparison.published().series());
    PublishedSeries own =
        others.stream()
            .filter(one -> one.whose() == Whose.PUBLISHED_OF_US)
            .findFirst()
            .orElse(new PublishedSeries(Whose.PUBLISHED_OF_US, "", "", Map.of()));
    others.remove(own);
    List<Line> rows = new ArrayList<>();
    rows.add(line(ours, own, comparison.authority(), share(ours)));
    others.forEach(one -> rows.add(line(ours, one, one.name(), NOTHING_OF_THEIRS)));
    return rows;
  }

  private Line line(Comparison.Ours ours, PublishedSeries series, String name, Share tonight) {
    BigDecimal points = findPoints(ours, series);
    boolean named = series.whose() == Whose.REGION || series.whose() == Whose.NEIGHBOUR;
    return new Line(
        name,
        named ? series.whose().words() : "",
        series.whose() == Whose.PUBLISHED_OF_US,
        years.stream().map(year -> published(series.find(measure(ours), year))).toList(),
        tonight,
        words(points, findLatest(ours, series)),
        // Neighbours are there to learn from, and no target.
        series.whose() == Whose.NEIGHBOUR || points == null ? Tone.PLAIN : tone(points));
  }

  private static PublishedMeasure measure(Comparison.Ours ours) {
    return ours.counted().measure();
  }

  private static Share published(@Nullable PublishedFigure figure) {
    BigDecimal percent = figure == null ? null : figure.percent();
    return figure == null
        ? Share.NOTHING
        : percent == null
            ? new Share(figure.why(), "", false)
            : new Share(Words.percent(percent), "", true);
  }

  private Share share(Comparison.Ours ours) {
    return ours.any()
        ? Share.of(ours.counted().numerator(), ours.counted().denominator(), printing)
        : new Share(ours.whyNot(), "", false);
  }

  /** The latest year shown that gives a percentage; published late, it may not be last year's. */
  private @Nullable Integer findLatest(Comparison.Ours ours, PublishedSeries series) {
    return years.stream()
        .filter(year -> published(series.find(measure(ours), year)).any())
        .reduce((one, later) -> later)
        .orElse(null);
  }

  /** By how much ours is above it; null where either gives no percentage. */
  private @Nullable BigDecimal findPoints(Comparison.Ours ours, PublishedSeries series) {
    Integer year = findLatest(ours, series);
    PublishedFigure figure = year == null ? null : series.find(measure(ours), year);
    BigDecimal then = figure == null ? null : figure.percent();
    BigDecimal now = ours.counted().percent();
    boolean enough = ours.any() && printing.isEnough(ours.counted().denominator());
    return enough && now != null && then != null ? now.subtract(then) : null;
  }

  private static String words(@Nullable BigDecimal points, @Nullable Integer year) {
    if (points == null) {
      return "";
    }
    return switch (points.signum()) {
      case 1 -> "▲ " + points.toPlainString() + " above " + year;
      case -1 -> "▼ " + points.negate().toPlainString() + " below " + year;
      default -> "the same as " + year;
    };
  }

  private static Tone tone(BigDecimal points) {
    return switch (points.signum()) {
      case 1 -> Tone.GOOD;
      case -1 -> Tone.POOR;
      default -> Tone.PLAIN;
    };
  }

  private static String note(Comparison.Ours ours) {
    List<String> sentences = new ArrayList<>();
    PublishedTally.Counted counted = ours.counted();
    if (ours.any() && counted.cannotTell() > 0) {
      sentences.add(
          Words.count(counted.cannotTell())
              + " could not be told, and "
              + (counted.cannotTell() == 1 ? "is" : "are")
              + " in neither of our numbers.");
    }
    if (ours.any() && counted.leftOut() > 0) {
      sentences.add(
          Words.count(counted.leftOut())
              + " dated before the start "
              + (counted.leftOut() == 1 ? "is" : "are")
              + " left out.");
    }
    if (counted.measure().standing() == Standing.TO_CONFIRM) {
      sentences.add("That DfE counts so is to confirm: its own text was not seen.");
    }
    return String.join(" ", sentences);
  }
}
