package org.practicewatch.reports.place;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.practicewatch.calendar.Length;
import org.practicewatch.calendar.YearBegins;
import org.practicewatch.compliance.Benchmarks;
import org.practicewatch.compliance.Comparison;
import org.practicewatch.compliance.PublishedFigure;
import org.practicewatch.compliance.PublishedMeasure;
import org.practicewatch.compliance.PublishedMeasure.Shape;
import org.practicewatch.compliance.PublishedSeries;
import org.practicewatch.compliance.PublishedTally;
import org.practicewatch.compliance.Whose;
import org.practicewatch.reports.night.Fernshire;
import org.practicewatch.standards.InTurn;
import org.practicewatch.standards.Standing;
import org.practicewatch.standards.Within;

/** What is shown beside Fernshire's own measures: all invented, like the councils. */
public final class FernshirePublished {

  private static final PublishedMeasure PLANS =
      new PublishedMeasure(
          "D6",
          "Child protection plans reviewed within timescales",
          "Of the plans open for at least three months, those with every review in time.",
          Standing.TO_CONFIRM,
          Shape.OPEN_WITH_EVERY_ONE_IN_TIME,
          Length.parse("3 months"),
          false,
          "CP-REVIEW",
          new InTurn(List.of(Length.parse("3 months"), Length.parse("6 months"))));

  private static final PublishedMeasure CONFERENCES =
      new PublishedMeasure(
          "C4",
          "Initial child protection conferences within 15 working days",
          "Of the conferences held in the year, those within 15 working days.",
          Standing.GUIDANCE,
          Shape.DONE_IN_THE_YEAR,
          null,
          true,
          "ICPC",
          new Within(Length.parse("15 working days")));

  private FernshirePublished() {}

  /** Plans in time and all of them, beside England and its region. */
  public static Comparison plans(int inTime, int all) {
    return of(List.of(ours(PLANS, inTime, all, 2, 0, "")), others(0));
  }

  /** Conferences that cannot be judged, and plans, beside so many neighbours. */
  public static Comparison withNeighbours(int neighbours) {
    return of(
        List.of(
            ours(PLANS, 30, 34, 0, 0, ""),
            ours(CONFERENCES, 9, 41, 0, 1, ""),
            ours(CONFERENCES, 0, 0, 0, 0, "cannot judge: no source")),
        others(neighbours));
  }

  private static Comparison of(List<Comparison.Ours> ours, List<PublishedSeries> series) {
    List<PublishedMeasure> measures = ours.stream().map(one -> one.counted().measure()).toList();
    return new Comparison(
        "999",
        Fernshire.AUTHORITY,
        Fernshire.TONIGHT,
        new Benchmarks(YearBegins.parse("04-01"), "Invented, by no licence.", measures, series),
        ours);
  }

  private static Comparison.Ours ours(
      PublishedMeasure measure, int inTime, int all, int cannotTell, int leftOut, String whyNot) {
    LocalDate from = measure.shape() == Shape.DONE_IN_THE_YEAR ? Fernshire.YEAR : Fernshire.TONIGHT;
    return new Comparison.Ours(
        new PublishedTally.Counted(
            measure, from, Fernshire.TONIGHT, inTime, all, cannotTell, leftOut),
        whyNot);
  }

  private static List<PublishedSeries> others(int neighbours) {
    List<PublishedSeries> series = new ArrayList<>();
    series.add(
        series(
            Whose.ENGLAND,
            "E1",
            "England",
            Map.of(2019, "85.0", 2023, "88.1", 2024, "89.8", 2025, "88.2", 2026, "99.9")));
    series.add(
        series(Whose.REGION, "R1", "Far West", Map.of(2023, "100.0", 2024, "90.3", 2025, "")));
    for (int i = 0; i < neighbours; i++) {
      series.add(
          series(
              Whose.NEIGHBOUR,
              "N" + i,
              "Council of Neighbour and Upper Valley number " + i,
              Map.of(2022, "91.0", 2025, "80." + i % 10)));
    }
    return series;
  }

  private static PublishedSeries series(
      Whose whose, String code, String name, Map<Integer, String> percent) {
    TreeMap<Integer, PublishedFigure> years = new TreeMap<>();
    percent.forEach(
        (year, one) ->
            years.put(
                year,
                one.isEmpty()
                    ? new PublishedFigure(null, "suppressed")
                    : new PublishedFigure(new BigDecimal(one), "")));
    return new PublishedSeries(whose, code, name, Map.of("D6", years, "C4", years));
  }
}
