package org.practicewatch.reports.night;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.practicewatch.compliance.FlagTally;
import org.practicewatch.compliance.WorkerTonight;
import org.practicewatch.reports.section.Words;

/**
 * What one worker holds.
 *
 * @param worker the worker
 * @param teams the teams whose children these are
 * @param children how many
 * @param weighted the same by weight
 * @param byKind the same by what weighs heaviest of them
 * @param here how many of them are of the place that is reported
 * @param weightedHere the same by weight
 */
public record Holding(
    String worker,
    List<String> teams,
    int children,
    BigDecimal weighted,
    Map<String, Integer> byKind,
    int here,
    BigDecimal weightedHere) {

  private static final Comparator<Holding> HEAVIEST_FIRST =
      Comparator.comparing(Holding::weighted)
          .thenComparing(Holding::children)
          .reversed()
          .thenComparing(holding -> Words.numbersInOrder(holding.worker()));

  /** Every worker who holds a child of one of the teams, with all the children they hold. */
  public static List<Holding> in(Collection<String> teams, Workforce workforce) {
    List<Holding> all = new ArrayList<>();
    workforce
        .tally()
        .loads()
        .forEach(
            (worker, byTeam) -> {
              if (byTeam.keySet().stream().anyMatch(teams::contains)) {
                all.add(of(worker, byTeam, teams));
              }
            });
    all.sort(HEAVIEST_FIRST);
    return all;
  }

  private static Holding of(
      String worker, Map<String, FlagTally.Load> byTeam, Collection<String> teams) {
    int children = 0;
    int here = 0;
    BigDecimal weighted = BigDecimal.ZERO;
    BigDecimal weightedHere = BigDecimal.ZERO;
    Map<String, Integer> byKind = new TreeMap<>();
    for (Map.Entry<String, FlagTally.Load> one : byTeam.entrySet()) {
      FlagTally.Load load = one.getValue();
      children += load.children();
      weighted = weighted.add(load.weighted());
      load.byKind().forEach((kind, count) -> byKind.merge(kind, count, Integer::sum));
      if (teams.contains(one.getKey())) {
        here += load.children();
        weightedHere = weightedHere.add(load.weighted());
      }
    }
    List<String> names = byTeam.keySet().stream().map(NightInReports::teamName).toList();
    return new Holding(worker, names, children, weighted, byKind, here, weightedHere);
  }

  public boolean isAbove(Workforce workforce) {
    return workforce.caseload().limit().isExceededBy(children, weighted);
  }

  /** "period of care 8, child in need plan 3", in the order of the settings. */
  public String what(Workforce workforce) {
    return workforce.caseload().kinds().stream()
        .filter(byKind::containsKey)
        .map(kind -> kind + " " + byKind.get(kind))
        .collect(Collectors.joining(", "));
  }

  /** Permanent or agency, where an extract says so of this worker; else empty. */
  public String post(Workforce workforce) {
    return workforce.tally().inPost().getOrDefault(worker, "");
  }

  public boolean isPermanent(Workforce workforce) {
    return post(workforce).equals(WorkerTonight.PERMANENT);
  }

  public boolean isAgency(Workforce workforce) {
    return post(workforce).equals(WorkerTonight.AGENCY);
  }

  /** A weight as people write it: 18 and not 18.00. */
  public static String words(BigDecimal weight) {
    return weight.stripTrailingZeros().toPlainString();
  }

  /** To one decimal, half up, as percentages are. */
  public static String average(BigDecimal sum, int of) {
    return of == 0
        ? Words.NOTHING
        : sum.divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP).toPlainString();
  }
}
