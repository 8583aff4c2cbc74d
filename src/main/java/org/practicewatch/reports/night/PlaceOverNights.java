package org.practicewatch.reports.night;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.reports.section.CountTrend;
import org.practicewatch.reports.section.Targets;
import org.practicewatch.reports.section.TrendChart;
import org.practicewatch.reports.section.Words;

/** How a place stood on the nights before, beside tonight: whether it is getting better. */
public final class PlaceOverNights {

  private final Place place;
  private final NightInReports night;

  PlaceOverNights(Place place, NightInReports night) {
    this.place = place;
    this.night = night;
  }

  /** Whether it is getting better, in one sentence. */
  public String direction(List<StandardNote> standards) {
    NightFigures lastNight = Change.lastNight(night.asAt(), night.earlier());
    if (lastNight == null) {
      return "There is no earlier night to compare with, so nothing can be said of the trend yet.";
    }
    Map<String, Integer> said = new HashMap<>();
    for (StandardNote standard : standards) {
      Change change = place.changeSince(lastNight, Measured.of(standard));
      said.merge(change.verdict().isEmpty() ? change.points() : change.verdict(), 1, Integer::sum);
    }
    int better = said.getOrDefault("better", 0);
    int worse = said.getOrDefault("worse", 0);
    int unchanged = said.getOrDefault(Change.NO_CHANGE.points(), 0);
    int few = said.getOrDefault(Change.TOO_FEW.points(), 0);
    String since = " since " + Words.date(lastNight.asAt());
    String tooFew = few == 0 ? "" : "; " + few + " with too few children to compare";
    if (better + worse + unchanged == 0) {
      return few == 0
          ? "Nothing can be compared with " + Words.date(lastNight.asAt()) + "."
          : "There are too few children to say whether it is better or worse" + since + ".";
    }
    if (better + worse == 0) {
      return "No standard has changed" + since + tooFew + ".";
    }
    String verdict =
        better > worse ? "On balance better" : better < worse ? "On balance worse" : "Mixed";
    return verdict
        + since
        + ": "
        + Words.count(better, "standard", "standards")
        + " better, "
        + worse
        + " worse, "
        + unchanged
        + " unchanged"
        + tooFew
        + ".";
  }

  private List<NightFigures> nightsShown() {
    List<NightFigures> before =
        night.earlier().stream()
            .filter(earlier -> earlier.asAt().isBefore(night.asAt()))
            .sorted(Comparator.comparing(NightFigures::asAt))
            .toList();
    return before.subList(Math.max(0, before.size() - NightInReports.NIGHTS_SHOWN), before.size());
  }

  /** A chart of those of which there is a percentage on any night; null where there is of none. */
  @Nullable
  public TrendChart chart(List<Measured> measured) {
    List<NightFigures> shown = nightsShown();
    List<TrendChart.Row> rows =
        measured.stream()
            .map(of -> chartRow(of, shown))
            .filter(row -> !row.trend().isEmpty())
            .toList();
    List<LocalDate> dates =
        Stream.concat(shown.stream().map(NightFigures::asAt), Stream.of(night.asAt())).toList();
    return rows.isEmpty() ? null : new TrendChart(rows, dates, describe(rows, dates));
  }

  private TrendChart.Row chartRow(Measured of, List<NightFigures> shown) {
    List<TrendChart.Point> trend = new ArrayList<>();
    for (NightFigures earlier : shown) {
      BigDecimal then =
          place.percent(
              earlier.figures().find(place.level(), place.name(), of.code(), Measure.NOW));
      if (then != null) {
        trend.add(new TrendChart.Point(earlier.asAt(), then.doubleValue()));
      }
    }
    Figure figure = place.figure(of, Measure.NOW);
    BigDecimal now = place.percent(figure);
    if (now != null) {
      trend.add(new TrendChart.Point(night.asAt(), now.doubleValue()));
    }
    BigDecimal target = of.target();
    return new TrendChart.Row(
        of.title(),
        now == null ? null : now.doubleValue(),
        place.share(figure).value(),
        target == null ? null : target.doubleValue(),
        List.copyOf(trend));
  }

  private static String describe(List<TrendChart.Row> rows, List<LocalDate> nights) {
    String each =
        rows.stream()
            .map(
                row ->
                    row.label()
                        + " "
                        + row.words()
                        + (row.target() == null
                            ? ""
                            : Targets.against(BigDecimal.valueOf(row.target()))))
            .collect(Collectors.joining("; "));
    String trend =
        nights.size() == 1
            ? "There is no earlier night."
            : "Lines show "
                + nights.size()
                + " nights from "
                + Words.date(nights.get(0))
                + " to "
                + Words.date(nights.get(nights.size() - 1))
                + ".";
    return "All in time tonight: " + each + ". " + trend;
  }

  /**
   * For how many children something of a rank was overdue on each night; null where there is no
   * earlier night to draw.
   */
  public @Nullable CountTrend overdueTrend(Measured of) {
    List<CountTrend.Point> points = new ArrayList<>();
    for (NightFigures earlier : nightsShown()) {
      addOverdue(points, earlier.asAt(), earlier.figures(), of);
    }
    addOverdue(points, night.asAt(), night.figures(), of);
    if (points.size() < 2) {
      return null;
    }
    int[] counts = points.stream().mapToInt(CountTrend.Point::count).toArray();
    String words =
        of.title()
            + ": children for whom something was overdue, on "
            + counts.length
            + " nights from "
            + Words.date(points.get(0).asAt())
            + " to "
            + Words.date(points.get(points.size() - 1).asAt())
            + ": first "
            + Words.count(counts[0])
            + ", lowest "
            + Words.count(Arrays.stream(counts).min().orElse(0))
            + ", highest "
            + Words.count(Arrays.stream(counts).max().orElse(0))
            + ", last "
            + Words.count(counts[counts.length - 1])
            + ".";
    return new CountTrend(List.copyOf(points), "night by night", words);
  }

  private void addOverdue(
      List<CountTrend.Point> points, LocalDate asAt, FigureIndex figures, Measured of) {
    Figure figure = figures.find(place.level(), place.name(), of.code(), Measure.NOW);
    if (figure != null) {
      points.add(new CountTrend.Point(asAt, figure.denominator() - figure.numerator()));
    }
  }
}
