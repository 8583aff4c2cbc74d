package org.practicewatch.reports.place;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.practicewatch.reports.night.FlagTotal;
import org.practicewatch.reports.night.Holding;
import org.practicewatch.reports.night.Workforce;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Weight;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;
import org.practicewatch.standards.WithoutWorker;

/**
 * What the workers of a team or service hold, as printed.
 *
 * @param service whether it is a service, with its teams beneath it
 */
record TeamLoad(
    String name,
    boolean service,
    String workers,
    String children,
    String average,
    String weighted,
    String heaviest,
    String above,
    Tone aboveTone,
    String withoutWorker,
    Tone withoutTone) {

  static TeamLoad of(String name, boolean service, Set<String> teams, Workforce workforce) {
    List<Holding> held = Holding.in(teams, workforce);
    int children = held.stream().mapToInt(Holding::here).sum();
    BigDecimal weighted =
        held.stream().map(Holding::weightedHere).reduce(BigDecimal.ZERO, BigDecimal::add);
    int heaviest = held.stream().mapToInt(Holding::children).max().orElse(0);
    int above = (int) held.stream().filter(one -> one.isAbove(workforce)).count();
    Optional<FlagTotal> without =
        workforce.flags().stream()
            .filter(flag -> flag.counts() instanceof WithoutWorker && workforce.isJudged(flag))
            .findFirst()
            .map(flag -> FlagTotal.of(flag, teams, workforce));
    boolean allHeld = without.map(FlagTotal::flagged).orElse(0) == 0;
    return new TeamLoad(
        name,
        service,
        Words.count(held.size()),
        Words.count(children),
        Holding.average(BigDecimal.valueOf(children), held.size()),
        Holding.average(weighted, held.size()),
        heaviest == 0 ? Words.NOTHING : Words.count(heaviest),
        workforce.caseload().limit().isSet() ? Words.count(above) : Words.NOTHING,
        above == 0 ? Tone.PLAIN : Tone.POOR,
        without.map(total -> Words.count(total.flagged())).orElse(Words.NOTHING),
        allHeld ? Tone.PLAIN : Tone.POOR);
  }

  /** Whether nobody there holds a child, and no child is without a worker. */
  boolean isEmpty() {
    return workers.equals("0") && withoutTone == Tone.PLAIN;
  }

  Row row() {
    ReportCell named = ReportCell.text(name);
    return new Row(
        List.of(
            service ? named.strong() : named,
            ReportCell.text(workers),
            ReportCell.text(children),
            ReportCell.text(average),
            ReportCell.text(weighted),
            ReportCell.text(heaviest),
            ReportCell.text(above).shown(Weight.PLAIN, aboveTone, ""),
            ReportCell.text(withoutWorker).shown(Weight.PLAIN, withoutTone, "")),
        service);
  }
}
