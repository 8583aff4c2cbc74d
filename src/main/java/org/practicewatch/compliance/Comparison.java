package org.practicewatch.compliance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Our measures as counted on a night beside the published figures of the years that were over.
 *
 * @param code of the authority
 * @param authority its name
 * @param asAt the night
 * @param published what DfE has published
 * @param ours our measures, in the order of the settings
 */
public record Comparison(
    String code, String authority, LocalDate asAt, Benchmarks published, List<Ours> ours) {

  private static final Comparator<Line> IN_ORDER =
      Comparator.<Line, String>comparing(line -> line.measure().id())
          .thenComparing(Line::whose)
          .thenComparing(Line::name)
          .thenComparing(Line::code)
          .thenComparing(Line::to);

  public Comparison {
    ours = List.copyOf(ours);
  }

  /**
   * One of our measures.
   *
   * @param whyNot why tonight's findings cannot give it; empty where they can
   */
  public record Ours(PublishedTally.Counted counted, String whyNot) {

    public boolean any() {
      return whyNot.isEmpty();
    }
  }

  /**
   * One figure: a row of {@code benchmarks.csv}.
   *
   * @param whose whose figure it is
   * @param year the calendar year in which DfE's year ends; null for ours
   * @param from first day of what it counts
   * @param to last day of it
   * @param counted of ours, what was counted; null where it could not be, and for published ones
   * @param percent half-up to one decimal; null where there is none
   * @param note why there is none
   */
  public record Line(
      PublishedMeasure measure,
      Whose whose,
      String code,
      String name,
      @Nullable Integer year,
      LocalDate from,
      LocalDate to,
      PublishedTally.@Nullable Counted counted,
      @Nullable BigDecimal percent,
      String note) {}

  /** The years that were over before the night, of which anything is shown, oldest first. */
  public List<Integer> years() {
    TreeSet<Integer> years = new TreeSet<>();
    published
        .series()
        .forEach(one -> one.figures().values().forEach(of -> years.addAll(of.keySet())));
    years.removeIf(year -> !isOver(year));
    return List.copyOf(years);
  }

  private boolean isOver(int year) {
    return published.year().lastDayOf(year).isBefore(asAt);
  }

  /** Every figure, ours and theirs, in the order in which they are written out. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Ours one : ours) {
      lines.add(ourLine(one));
      for (PublishedSeries series : published.series()) {
        series
            .of(one.counted().measure())
            .forEach(
                (year, figure) -> {
                  if (isOver(year)) {
                    lines.add(publishedLine(one.counted().measure(), series, year, figure));
                  }
                });
      }
    }
    lines.sort(IN_ORDER);
    return lines;
  }

  private Line ourLine(Ours one) {
    PublishedTally.Counted counted = one.counted();
    return new Line(
        counted.measure(),
        Whose.COUNTED_HERE,
        code,
        authority,
        null,
        counted.from(),
        counted.to(),
        one.any() ? counted : null,
        one.any() ? counted.percent() : null,
        one.any() && counted.denominator() == 0 ? PublishedFigure.NONE_DUE.why() : one.whyNot());
  }

  private Line publishedLine(
      PublishedMeasure measure, PublishedSeries series, int year, PublishedFigure figure) {
    LocalDate last = published.year().lastDayOf(year);
    LocalDate first =
        switch (measure.shape()) {
          case DONE_IN_THE_YEAR -> published.year().firstDayOf(year);
          case OPEN_WITH_EVERY_ONE_IN_TIME -> last;
        };
    return new Line(
        measure,
        series.whose(),
        series.code(),
        series.name(),
        year,
        first,
        last,
        null,
        figure.percent(),
        figure.why());
  }
}
