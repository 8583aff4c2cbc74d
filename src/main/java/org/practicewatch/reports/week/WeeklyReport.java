package org.practicewatch.reports.week;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.practicewatch.compliance.Figure;
import org.practicewatch.exceptions.Balance;
import org.practicewatch.exceptions.Meaning;
import org.practicewatch.exceptions.OpenException;
import org.practicewatch.exceptions.OpenException.Phase;
import org.practicewatch.exceptions.WeekAsAWhole;
import org.practicewatch.exceptions.WeekInFigures;
import org.practicewatch.exceptions.WeekInFigures.Balanced;
import org.practicewatch.reports.section.CountTrend;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.section.Tile;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;

/** Whether the gaps are closing: what the performance manager reads every week. */
public final class WeeklyReport {

  private static final int EXPLAIN_MOST = 5;

  private final WeekInFigures figures;
  private final WeekAsAWhole week;
  private final Printing printing;
  private final List<OpenException> open;

  private WeeklyReport(WeekInFigures figures, Printing printing) {
    this.figures = figures;
    this.week = figures.week();
    this.printing = printing;
    this.open = open(week);
  }

  /** Reads a week. */
  public static Report of(WeekInFigures figures, Printing printing) {
    return new WeeklyReport(figures, printing).report();
  }

  /** What stands on the lists. */
  static List<OpenException> open(WeekAsAWhole week) {
    return week.exceptions().stream()
        .filter(one -> one.phase() == Phase.OPEN && !one.setAside())
        .toList();
  }

  private Report report() {
    WeekInCounts counts = new WeekInCounts(figures);
    WeekInLines lines = new WeekInLines(week);
    String title = "Exceptions, week by week";
    String asAt = Words.date(week.asAt());
    return new Report(
        title,
        title + ": as at " + asAt,
        week.authority(),
        week.fictional(),
        asAt,
        first(),
        howMany(),
        explains(),
        tiles(),
        List.of(
            counts.ranks(),
            counts.weeks(),
            counts.teams(),
            counts.codes(),
            counts.ages(),
            lines.oldest(),
            lines.offenders(),
            counts.furtherUp(),
            lines.accepted(),
            lines.refused(),
            lines.notRun()),
        false);
  }

  private int sum(ToIntFunction<Balance> column) {
    return week.balances().stream().mapToInt(column).sum();
  }

  /** What matters most of what is open, and for how many. */
  private String first() {
    Optional<Meaning> worst =
        open.stream()
            .map(one -> week.meaning().apply(one.key()))
            .min(Comparator.comparingInt(Meaning::priority));
    if (worst.isEmpty()) {
      return "No gap is open.";
    }
    Meaning most = worst.get();
    int children =
        (int)
            open.stream()
                .filter(one -> week.meaning().apply(one.key()).priority() == most.priority())
                .map(one -> one.key().subject())
                .distinct()
                .count();
    return most.priorityTitle()
        + ": a gap is open for "
        + Words.count(children, "child", "children")
        + ".";
  }

  private String howMany() {
    int now = sum(Balance::now);
    String said =
        Words.count(now, "gap is open", "gaps are open")
            + ", for "
            + Words.whom(open.stream().map(one -> one.key().subject()));
    if (week.last() == null) {
      return said + ". These are the first lists.";
    }
    int difference = now - sum(Balance::before);
    return said
        + (difference == 0
            ? ", as many as on "
            : ", "
                + Words.count(Math.abs(difference))
                + (difference > 0 ? " more" : " fewer")
                + " than on ")
        + Words.date(week.last())
        + ".";
  }

  /** "Five of 23 standards and checks explain 61 % of the gaps." */
  private String explains() {
    Map<String, Integer> byCode = new TreeMap<>();
    week.balances().stream()
        .filter(one -> one.now() > 0)
        .forEach(one -> byCode.merge(one.code(), one.now(), Integer::sum));
    int all = byCode.values().stream().mapToInt(Integer::intValue).sum();
    if (byCode.size() <= EXPLAIN_MOST || !printing.isEnough(all)) {
      return "";
    }
    int most =
        byCode.values().stream()
            .sorted(Comparator.reverseOrder())
            .limit(EXPLAIN_MOST)
            .mapToInt(Integer::intValue)
            .sum();
    return "Five of "
        + byCode.size()
        + " standards and checks explain "
        + Words.count(most)
        + " of "
        + Words.count(all)
        + " gaps ("
        + Words.percent(Objects.requireNonNull(Figure.percent(most, all)))
        + ").";
  }

  private List<Tile> tiles() {
    List<Balanced> weeks = figures.before();
    CountTrend trend =
        weeks.size() < 2
            ? null
            : new CountTrend(
                weeks.stream().map(one -> new CountTrend.Point(one.asAt(), one.open())).toList(),
                "week by week",
                "Open gaps week by week: "
                    + String.join(", ", weeks.stream().map(one -> Words.count(one.open())).toList())
                    + ".");
    int opened = sum(Balance::fresh) + sum(Balance::reopened) + sum(Balance::ranOut);
    int oldest = open.stream().mapToInt(one -> one.weeksOpen(week.asAt())).max().orElse(0);
    return List.of(
        new Tile(Words.count(sum(Balance::now)), "open now", "", Tone.PLAIN, trend),
        new Tile(
            Words.count(sum(Balance::fixed)),
            "put right since the last lists",
            Words.count(opened) + " opened",
            Tone.PLAIN),
        new Tile(
            Words.count(oldest),
            "weeks open: the oldest",
            "since first put on a list",
            Tone.PLAIN));
  }
}
