package org.practicewatch.reports;

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
import org.practicewatch.reports.ReportCell.Count;
import org.practicewatch.reports.ReportSheet.Column;
import org.practicewatch.standards.Standing;

/**
 * Our measures as counted tonight, beside what DfE has published of us, England, our region and our
 * neighbours.
 *
 * @param source where the published figures come from
 * @param measures a table for each measure; none where the authority looks at no published figures
 * @param lines every figure of every year
 */
public record BesidePublished(
    String source, List<MeasureTable> measures, List<Comparison.Line> lines) {

  static final BesidePublished NONE = new BesidePublished("", List.of(), List.of());

  /** As many years as stand side by side on a page. */
  static final int YEARS_ACROSS = 5;

  /**
   * One measure.
   *
   * @param rule what is counted
   * @param years DfE's years, oldest first
   * @param tonight at the head of our own figures
   * @param rows ourselves, then the others
   * @param note what is in neither number, and how sure we are; may be empty
   */
  public record MeasureTable(
      String title, String rule, List<String> years, String tonight, List<Row> rows, String note) {}

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
  public record Row(
      String name,
      String whose,
      boolean ourselves,
      List<Share> years,
      Share tonight,
      String points,
      Tone tone) {}

  /** Reads one night. */
  public static BesidePublished of(NightInReports night, Comparison comparison) {
    return new Writing(night.printing(), comparison).section();
  }

  /** The workbook's sheet of it; none where there is nothing to show. */
  Stream<ReportSheet> sheets() {
    if (measures.isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(
        new ReportSheet(
            "Published figures",
            "Ours as counted tonight, and every published figure. " + source,
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
            lines.stream().map(BesidePublished::cells).toList()));
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

  /** The comparison, for as long as the section is being put together. */
  private static final class Writing {

    private static final Share NOTHING_OF_THEIRS = new Share("", "", false);

    private final Printing printing;
    private final Comparison comparison;
    private final List<Integer> years;

    Writing(Printing printing, Comparison comparison) {
      this.printing = printing;
      this.comparison = comparison;
      List<Integer> all = comparison.years();
      this.years = all.subList(Math.max(0, all.size() - YEARS_ACROSS), all.size());
    }

    BesidePublished section() {
      return new BesidePublished(
          comparison.published().source(),
          comparison.ours().stream().map(this::table).toList(),
          comparison.lines());
    }

    private MeasureTable table(Comparison.Ours ours) {
      PublishedMeasure measure = ours.counted().measure();
      return new MeasureTable(
          measure.title() + " (" + measure.id() + ")",
          measure.rule(),
          years.stream().map(String::valueOf).toList(),
          tonight(ours.counted()),
          rows(ours),
          note(ours));
    }

    private static String tonight(PublishedTally.Counted counted) {
      return counted.from().equals(counted.to())
          ? "Ours on\n" + Words.date(counted.to())
          : "Ours since\n" + Words.date(counted.from());
    }

    private List<Row> rows(Comparison.Ours ours) {
      List<PublishedSeries> others = new ArrayList<>(comparison.published().series());
      PublishedSeries own =
          others.stream()
              .filter(one -> one.whose() == Whose.PUBLISHED_OF_US)
              .findFirst()
              .orElse(new PublishedSeries(Whose.PUBLISHED_OF_US, "", "", Map.of()));
      others.remove(own);
      List<Row> rows = new ArrayList<>();
      rows.add(row(ours, own, comparison.authority(), share(ours)));
      others.forEach(one -> rows.add(row(ours, one, one.name(), NOTHING_OF_THEIRS)));
      return rows;
    }

    private Row row(Comparison.Ours ours, PublishedSeries series, String name, Share tonight) {
      BigDecimal points = findPoints(ours, series);
      boolean named = series.whose() == Whose.REGION || series.whose() == Whose.NEIGHBOUR;
      return new Row(
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
}
