package org.practicewatch.reports.practiceweek;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;
import org.practicewatch.practiceweek.Audit;
import org.practicewatch.practiceweek.Cohort;
import org.practicewatch.practiceweek.DrawnCase;
import org.practicewatch.practiceweek.Grade;
import org.practicewatch.practiceweek.GradeCounts;
import org.practicewatch.reports.practiceweek.PracticeWeekInFigures.FrameSize;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.Words;

/**
 * The audits of a Practice Week that count, and what is asked of them by every part of its report.
 *
 * @param figures the week
 * @param printing from how many on a percentage is given
 * @param sample the cases that were drawn and stand
 * @param drawn the same by number
 * @param first the first auditor's form of each, by number
 * @param second the second auditors' forms
 */
record AuditsOfAWeek(
    PracticeWeekInFigures figures,
    Printing printing,
    List<DrawnCase> sample,
    Map<String, DrawnCase> drawn,
    List<Audit> first,
    List<Audit> second) {

  static AuditsOfAWeek of(PracticeWeekInFigures figures, Printing printing) {
    List<DrawnCase> sample = figures.cases().stream().filter(DrawnCase::isInSample).toList();
    Map<String, DrawnCase> drawn = new TreeMap<>();
    sample.forEach(one -> drawn.put(one.number(), one));
    List<Audit> ours =
        figures.audits().stream()
            .filter(one -> drawn.containsKey(one.number()))
            .sorted(Comparator.comparing(Audit::number))
            .toList();
    return new AuditsOfAWeek(
        figures,
        printing,
        sample,
        drawn,
        ours.stream().filter(one -> !one.moderation()).toList(),
        ours.stream().filter(Audit::moderation).toList());
  }

  String withPercent(int part, int all) {
    return printing.isEnough(all)
        ? "%d of %d (%s)".formatted(part, all, Words.percent(percent(part, all)))
        : "%d of %d".formatted(part, all);
  }

  /** A percentage of enough; of fewer, the numbers. */
  String share(int part, int all) {
    return all == 0
        ? Words.NOTHING
        : printing.isEnough(all) ? Words.percent(percent(part, all)) : part + " of " + all;
  }

  /** The same as a cell, whose percentage can be counted with. */
  ReportCell shareCell(int part, int all) {
    return printing.isEnough(all)
        ? new ReportCell.Percent(percent(part, all))
        : ReportCell.text(share(part, all));
  }

  /** A percentage of some: of none there is none. */
  static BigDecimal percent(int part, int all) {
    return Objects.requireNonNull(Figure.percent(part, all));
  }

  static GradeCounts counts(List<Audit> audits, Function<Audit, @Nullable Grade> grade) {
    List<@Nullable Grade> given = new ArrayList<>();
    audits.forEach(audit -> given.add(grade.apply(audit)));
    return GradeCounts.of(given);
  }

  static Predicate<DrawnCase> isIn(Cohort cohort) {
    return one -> one.cohort().equals(cohort.cohort());
  }

  Optional<FrameSize> frame(Cohort cohort) {
    return figures.frames().stream()
        .filter(one -> one.cohort().equals(cohort.cohort()))
        .findFirst();
  }

  String letter(Cohort cohort) {
    return figures.week().letter(cohort.cohort());
  }

  List<Audit> ofCohort(Cohort cohort) {
    return first.stream()
        .filter(
            audit ->
                Optional.ofNullable(drawn.get(audit.number())).filter(isIn(cohort)).isPresent())
        .toList();
  }

  static @Nullable Grade quality(Audit audit, String domain) {
    Audit.InDomain found = audit.domains().get(domain);
    return found == null ? null : found.quality();
  }

  static @Nullable Grade outcome(Audit audit, String domain) {
    Audit.InDomain found = audit.domains().get(domain);
    return found == null ? null : found.outcome();
  }

  String inWords(GradeCounts counts) {
    return withPercent(counts.goodOrBetter(), counts.given());
  }
}
