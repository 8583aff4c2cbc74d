package org.practicewatch.reports.week;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.practicewatch.casework.Organisation;
import org.practicewatch.exceptions.Balance;
import org.practicewatch.exceptions.ExceptionKey;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.exceptions.Meaning;
import org.practicewatch.exceptions.OpenException;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.exceptions.WeekAsAWhole;
import org.practicewatch.exceptions.WeekInFigures;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Words;

/** How the gaps moved in a week, and where they are: counted by week, team, standard and age. */
final class WeekInCounts {

  /** The ages by which open ones are counted: the first weeks of each band. */
  private static final int[] BANDS = {0, 1, 4, 8, 13};

  private final WeekInFigures figures;
  private final WeekAsAWhole week;
  private final List<OpenException> open;

  WeekInCounts(WeekInFigures figures) {
    this.figures = figures;
    this.week = figures.week();
    this.open = WeeklyReport.open(week);
  }

  Table weeks() {
    return Table.numbers(
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
                        ReportCell.day(one.asAt()),
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

  /** By what matters, in its order: children, and how their gaps moved. */
  Table ranks() {
    Map<Integer, List<Balance>> byRank = new TreeMap<>();
    for (Balance one : week.balances()) {
      byRank
          .computeIfAbsent(meaning(one.sort(), one.code()).priority(), rank -> new ArrayList<>())
          .add(one);
    }
    Map<Integer, Set<String>> children = new HashMap<>();
    for (OpenException one : open) {
      children
          .computeIfAbsent(week.meaning().apply(one.key()).priority(), rank -> new HashSet<>())
          .add(one.key().subject());
    }
    List<Row> rows = new ArrayList<>();
    byRank.forEach(
        (rank, balances) -> {
          Balance any = balances.get(0);
          Row counted =
              row(
                  ReportCell.text(meaning(any.sort(), any.code()).priorityTitle()),
                  balances,
                  Balance::now,
                  Balance::before,
                  one -> one.fresh() + one.reopened(),
                  Balance::fixed);
          List<ReportCell> cells = new ArrayList<>(counted.cells());
          cells.add(1, ReportCell.countOrNothing(children.getOrDefault(rank, Set.of()).size()));
          rows.add(new Row(cells));
        });
    return Table.numbers(
        "What matters, in its order",
        "Children, homes, carers and workers for whom a gap is open; and the gaps.",
        List.of(
            "What matters", "For how many", "Open now", "Open before", "New, or back", "Put right"),
        rows);
  }

  private Meaning meaning(Sort sort, String code) {
    return week.meaning().apply(new ExceptionKey(sort, "", code));
  }

  Table teams() {
    return Table.numbers(
        "By team",
        balance()
            + " Open now = open before + new + back again + moved in + run out + checked again -"
            + " put right - owed no more - accepted - moved out - not checked.",
        headings("Team"),
        grouped(
            one -> one.team().isEmpty() ? Organisation.NO_TEAM : one.team(), Function.identity()));
  }

  /** Whether nothing came from nowhere and nothing was lost, counted against the lists. */
  private String balance() {
    boolean holds =
        week.balances().stream().allMatch(Balance::isBalanced) && sum(Balance::now) == open.size();
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

  Table codes() {
    return Table.numbers(
        "By standard and check",
        "Those with most open gaps first.",
        headings("What"),
        grouped(one -> one.sort() + "\n" + one.code(), this::title));
  }

  private String title(String sortAndCode) {
    String[] parts = sortAndCode.split("\n", -1);
    return meaning(Sort.valueOf(parts[0]), parts[1]).title();
  }

  private static List<String> headings(String first) {
    return List.of(
        first,
        "Open before",
        "New",
        "Back again",
        "In, or run out",
        "Put right",
        "Owed no more",
        "Accepted, or out",
        "Open now");
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
                    ReportCell.text(name.apply(one.getKey())),
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
  private static Row row(
      ReportCell name, List<Balance> balances, ToIntFunction<Balance>... columns) {
    List<ReportCell> cells = new ArrayList<>(List.of(name));
    for (ToIntFunction<Balance> column : columns) {
      cells.add(ReportCell.countOrNothing(balances.stream().mapToInt(column).sum()));
    }
    return new Row(cells);
  }

  Table ages() {
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
    return Table.numbers(
            "How long the open ones have been open",
            "",
            List.of("Open for", "Practice", "Data", "All"),
            rows)
        .onSheet("How long they have been open");
  }

  private static ReportCell count(List<OpenException> of, Sort sort) {
    return ReportCell.countOrNothing(
        (int) of.stream().filter(one -> one.key().sort() == sort).count());
  }

  Table furtherUp() {
    Map<String, int[]> byService = new LinkedHashMap<>();
    for (OpenException one : open) {
      if (one.level() != Level.TEAM) {
        String service =
            figures.services().getOrDefault(one.team(), Organisation.NOT_IN_ORGANISATION);
        int[] counts = byService.computeIfAbsent(service, key -> new int[2]);
        counts[one.level() == Level.HEAD ? 1 : 0]++;
      }
    }
    return Table.numbers(
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

  private int sum(ToIntFunction<Balance> column) {
    return week.balances().stream().mapToInt(column).sum();
  }
}
