package org.practicewatch.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.practicewatch.casework.Organisation;
import org.practicewatch.exceptions.Acceptance;
import org.practicewatch.exceptions.Balance;
import org.practicewatch.exceptions.ExceptionKey;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.exceptions.OpenException;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.exceptions.OpenException.Phase;
import org.practicewatch.exceptions.WeekAsAWhole;
import org.practicewatch.exceptions.WeekInFigures;
import org.practicewatch.exceptions.WeekInFigures.Balanced;
import org.practicewatch.reports.Section.Row;
import org.practicewatch.reports.Section.Table;

/** Whether the gaps are closing: what the performance manager reads every week. */
public final class WeeklyReport {

  private static final int LINES_PRINTED = 40;
  private static final int EXPLAIN_MOST = 5;
  private static final int PERCENT = 100;

  /** The ages by which open ones are counted: the first weeks of each band. */
  private static final int[] BANDS = {0, 1, 4, 8, 13};

  /** Reads a week. */
  public static Report of(WeekInFigures figures, Printing printing) {
    return new Writing(figures, printing).report();
  }

  private WeeklyReport() {}

  /** The week, for as long as the report is being put together. */
  private static final class Writing {

    private final WeekInFigures figures;
    private final WeekAsAWhole week;
    private final Printing printing;
    private final List<OpenException> open;

    Writing(WeekInFigures figures, Printing printing) {
      this.figures = figures;
      this.week = figures.week();
      this.printing = printing;
      this.open =
          week.exceptions().stream()
              .filter(one -> one.phase() == Phase.OPEN && !one.setAside())
              .toList();
    }

    Report report() {
      String title = "Exceptions, week by week";
      String asAt = Words.date(week.asAt());
      return new Report(
          title,
          title + ": as at " + asAt,
          week.authority(),
          week.fictional(),
          asAt,
          headline(),
          explains(),
          "",
          tiles(),
          List.of(
              weeks(),
              teams(),
              codes(),
              ages(),
              oldest(),
              offenders(),
              furtherUp(),
              accepted(),
              refused(),
              notRun()));
    }

    private int sum(ToIntFunction<Balance> column) {
      return week.balances().stream().mapToInt(column).sum();
    }

    private String headline() {
      int now = sum(Balance::now);
      String said =
          Words.count(now, "gap is open", "gaps are open")
              + ", for "
              + Words.count(
                  (int) open.stream().map(one -> one.key().subject()).distinct().count(),
                  "child",
                  "children");
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
          + Words.percent(share(most, all))
          + ").";
    }

    private static BigDecimal share(int part, int all) {
      return BigDecimal.valueOf((long) part * PERCENT)
          .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
    }

    private List<Tile> tiles() {
      List<Balanced> weeks = figures.before();
      CountTrend trend =
          weeks.size() < 2
              ? null
              : new CountTrend(
                  weeks.stream().map(one -> new CountTrend.Point(one.asAt(), one.open())).toList(),
                  "Open gaps week by week: "
                      + String.join(
                          ", ", weeks.stream().map(one -> Words.count(one.open())).toList())
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

    private Table weeks() {
      return numbers(
          "Week by week",
          figures.before().size() < 2 ? "There is no earlier week to compare with." : "",
          List.of(
              "Lists of",
              "Open",
              "New",
              "Back again",
              "Put right",
              "Owed no more",
              "Accepted",
              "Ran out",
              "Not checked"),
          figures.before().stream()
              .map(
                  one ->
                      row(
                          Words.date(one.asAt()),
                          one.balances(),
                          Balance::now,
                          Balance::fresh,
                          Balance::reopened,
                          Balance::fixed,
                          Balance::lapsed,
                          Balance::accepted,
                          Balance::ranOut,
                          Balance::setAside))
              .toList());
    }

    private Table teams() {
      return numbers(
          "By team",
          balance()
              + " Open now = open before + new + back again + moved in + run out + checked again -"
              + " put right - owed no more - accepted - moved out - not checked.",
          List.of(
              "Team",
              "Open before",
              "New",
              "Back again",
              "In, or run out",
              "Put right",
              "Owed no more",
              "Accepted, or out",
              "Open now"),
          grouped(
              one -> one.team().isEmpty() ? Organisation.NO_TEAM : one.team(),
              Function.identity()));
    }

    /** Whether nothing came from nowhere and nothing was lost, counted against the lists. */
    private String balance() {
      boolean holds =
          week.balances().stream().allMatch(Balance::isBalanced)
              && sum(Balance::now) == open.size();
      return Words.count(sum(Balance::before))
          + " open before, "
          + Words.count(sum(Balance::opened))
          + " added, "
          + Words.count(sum(Balance::closed))
          + " taken off, "
          + Words.count(open.size())
          + " open now: "
          + (holds
              ? "the figures add up."
              : "the figures do not add up. Do not rely on them, and tell whoever looks after"
                  + " Practicewatch.");
    }

    private Table codes() {
      return numbers(
          "By standard and check",
          "Those with most open gaps first.",
          List.of(
              "What",
              "Open before",
              "New",
              "Back again",
              "In, or run out",
              "Put right",
              "Owed no more",
              "Accepted, or out",
              "Open now"),
          grouped(one -> one.sort() + "\n" + one.code(), this::title));
    }

    private String title(String sortAndCode) {
      String[] parts = sortAndCode.split("\n", -1);
      return week.meaning().apply(new ExceptionKey(Sort.valueOf(parts[0]), "", parts[1])).title();
    }

    private List<Row> grouped(Function<Balance, String> by, Function<String, String> name) {
      Map<String, List<Balance>> groups = new TreeMap<>();
      week.balances()
          .forEach(one -> groups.computeIfAbsent(by.apply(one), key -> new ArrayList<>()).add(one));
      return groups.entrySet().stream()
          .sorted(
              Comparator.<Map.Entry<String, List<Balance>>>comparingInt(
                      one -> -one.getValue().stream().mapToInt(Balance::now).sum())
                  .thenComparing(Map.Entry::getKey))
          .map(
              one ->
                  row(
                      name.apply(one.getKey()),
                      one.getValue(),
                      Balance::before,
                      Balance::fresh,
                      Balance::reopened,
                      balance -> balance.movedIn() + balance.ranOut() + balance.takenUp(),
                      Balance::fixed,
                      Balance::lapsed,
                      balance -> balance.accepted() + balance.movedOut() + balance.setAside(),
                      Balance::now))
          .toList();
    }

    @SafeVarargs
    private static Row row(String name, List<Balance> balances, ToIntFunction<Balance>... columns) {
      List<ReportCell> cells = new ArrayList<>(List.of(ReportCell.text(name)));
      for (ToIntFunction<Balance> column : columns) {
        cells.add(ReportCell.countOrNothing(balances.stream().mapToInt(column).sum()));
      }
      return new Row(cells);
    }

    private Table ages() {
      List<Row> rows = new ArrayList<>();
      for (int band = 0; band < BANDS.length; band++) {
        int from = BANDS[band];
        int to = band + 1 < BANDS.length ? BANDS[band + 1] : Integer.MAX_VALUE;
        List<OpenException> in =
            open.stream()
                .filter(one -> one.weeksOpen(week.asAt()) >= from)
                .filter(one -> one.weeksOpen(week.asAt()) < to)
                .toList();
        String name =
            to == Integer.MAX_VALUE
                ? from + " weeks and more"
                : to == from + 1
                    ? from == 0 ? "This week" : from + " weeks"
                    : from + " to " + (to - 1) + " weeks";
        rows.add(
            Row.of(
                name,
                count(in, Sort.PRACTICE),
                count(in, Sort.DATA),
                ReportCell.countOrNothing(in.size())));
      }
      return numbers(
          "How long the open ones have been open",
          "",
          List.of("Open for", "Practice", "Data", "All"),
          rows);
    }

    private static ReportCell count(List<OpenException> of, Sort sort) {
      return ReportCell.countOrNothing(
          (int) of.stream().filter(one -> one.key().sort() == sort).count());
    }

    private static Table numbers(String title, String note, List<String> headings, List<Row> rows) {
      return Table.numbers(title, note, headings, rows);
    }

    private Table oldest() {
      List<Row> rows =
          open.stream()
              .sorted(
                  Comparator.<OpenException>comparingInt(one -> -one.weeksOpen(week.asAt()))
                      .thenComparing(one -> -daysOver(one))
                      .thenComparing(OpenException::key))
              .limit(LINES_PRINTED)
              .map(
                  one ->
                      Row.of(
                          one.key().subject(),
                          title(one),
                          team(one),
                          one.shown().worker(),
                          Words.date(one.firstSeen()),
                          Words.count(one.weeksOpen(week.asAt()))))
              .toList();
      return Table.texts(
          "The oldest",
          rows.isEmpty() ? "Nothing is open." : limited(open.size()),
          List.of("Child", "What", "Team", "Worker", "First seen", "Weeks open"),
          rows);
    }

    private static int daysOver(OpenException one) {
      Integer days = one.shown().daysOver();
      return days == null ? 0 : days;
    }

    private static String limited(int all) {
      return all > LINES_PRINTED
          ? "The first " + LINES_PRINTED + " of " + Words.count(all) + "."
          : "";
    }

    private String title(OpenException one) {
      return week.meaning().apply(one.key()).title();
    }

    private static String team(OpenException one) {
      return one.team().isEmpty() ? Organisation.NO_TEAM : one.team();
    }

    private Table offenders() {
      List<OpenException> again =
          week.alive()
              .filter(one -> one.opened() > 1)
              .sorted(
                  Comparator.<OpenException>comparingInt(one -> -one.opened())
                      .thenComparing(OpenException::key))
              .toList();
      return Table.texts(
          "Back again",
          again.isEmpty() ? "Nothing that was put right has come back." : limited(again.size()),
          List.of("Child", "What", "Team", "Worker", "First seen", "Times opened"),
          again.stream()
              .limit(LINES_PRINTED)
              .map(
                  one ->
                      Row.of(
                          one.key().subject(),
                          title(one),
                          team(one),
                          one.shown().worker(),
                          Words.date(one.firstSeen()),
                          Words.count(one.opened())))
              .toList());
    }

    private Table furtherUp() {
      Map<String, int[]> byService = new LinkedHashMap<>();
      for (OpenException one : open) {
        if (one.level() != Level.TEAM) {
          String service =
              figures.services().getOrDefault(one.team(), Organisation.NOT_IN_ORGANISATION);
          int[] counts = byService.computeIfAbsent(service, key -> new int[2]);
          counts[one.level() == Level.HEAD ? 1 : 0]++;
        }
      }
      return numbers(
          "Told further up",
          byService.isEmpty() ? "Nothing has been open for so long." : "",
          List.of("Service", "Service manager", "Head of service"),
          byService.entrySet().stream()
              .map(
                  one ->
                      Row.of(
                          one.getKey(),
                          new ReportCell.Count(one.getValue()[0]),
                          new ReportCell.Count(one.getValue()[1])))
              .toList());
    }

    private Table accepted() {
      List<Row> rows = new ArrayList<>();
      List<OpenException> all =
          week.alive()
              .filter(one -> one.phase() == Phase.ACCEPTED)
              .sorted(Comparator.comparing(OpenException::key))
              .toList();
      for (OpenException one : all) {
        Acceptance acceptance = one.acceptance();
        if (acceptance != null && rows.size() < LINES_PRINTED) {
          rows.add(
              Row.of(
                  one.key().subject(),
                  title(one),
                  team(one),
                  acceptance.by(),
                  acceptance.reason(),
                  Words.date(acceptance.until())));
        }
      }
      return Table.texts(
          "Accepted until a day",
          all.isEmpty() ? "Nothing is accepted." : limited(all.size()),
          List.of("Child", "What", "Team", "Accepted by", "Reason", "Until"),
          rows);
    }

    private Table refused() {
      return Table.wide(
          "Asked to be accepted, and not taken",
          week.refused().isEmpty() ? "Nothing." : limited(week.refused().size()),
          "Team and cell",
          "Why",
          week.refused().stream()
              .limit(LINES_PRINTED)
              .map(one -> Row.of((one.team() + " " + one.cell()).strip(), one.problem()))
              .toList());
    }

    private Table notRun() {
      return Table.wide(
          "Not checked, and why",
          week.notRun().isEmpty()
              ? "Every check could be made."
              : "That these found nothing means nothing.",
          "Check",
          "Why",
          week.notRun().stream()
              .map(one -> Row.of((one.isTable() ? "Not received: " : "") + one.title(), one.why()))
              .toList());
    }
  }
}
