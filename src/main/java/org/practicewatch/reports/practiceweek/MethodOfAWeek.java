package org.practicewatch.reports.practiceweek;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.practicewatch.practiceweek.AgeBand;
import org.practicewatch.practiceweek.Auditor;
import org.practicewatch.practiceweek.Cohort;
import org.practicewatch.practiceweek.DrawnCase;
import org.practicewatch.reports.practiceweek.PracticeWeekInFigures.FrameSize;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Words;

/** How a Practice Week was held: theme, cohorts, draw, auditors; and whom the sample stands for. */
final class MethodOfAWeek {

  private final AuditsOfAWeek week;

  MethodOfAWeek(AuditsOfAWeek week) {
    this.week = week;
  }

  Table method() {
    List<Row> rows = new ArrayList<>();
    rows.add(Row.of("Theme", week.figures().week().theme()));
    rows.add(
        Row.of(
            "Dates",
            Words.date(week.figures().week().from())
                + " to "
                + Words.date(week.figures().week().to())
                + "; practice of the last "
                + week.figures().week().looksBack()
                + " was looked at"));
    rows.add(Row.of("Cases", cases()));
    rows.add(
        Row.of(
            "The draw",
            "On %s from the record as at %s, by SHA-256 of the seed and the child's id, lowest first; the seed was \"%s\". draw.json and sample.csv are enough to repeat it."
                .formatted(
                    Words.date(week.figures().drawnOn()),
                    Words.date(week.figures().asAt()),
                    week.figures().seed())));
    rows.add(Row.of("Auditors", auditors()));
    rows.add(
        Row.of(
            "Independence",
            "Nobody audited a case of their own line of management, or of a child allocated to them in the last "
                + week.figures().week().notAllocatedWithin()
                + "."));
    rows.add(
        Row.of(
            "Talks and observation",
            Words.count(
                    (int) week.first().stream().filter(one -> one.talkedOn() != null).count(),
                    "case was",
                    "cases were")
                + " discussed with the worker; "
                + Words.count(
                    (int) week.first().stream().filter(one -> !one.observed().isEmpty()).count(),
                    "observation",
                    "observations")
                + "."));
    return Table.wide("Method", "", "What", "How it was done", rows);
  }

  private String cases() {
    long replaced =
        week.figures().cases().stream()
            .filter(one -> one.state() == DrawnCase.State.REPLACED && !one.number().isEmpty())
            .count();
    return week.figures().week().cohorts().stream()
            .map(
                one ->
                    "%s: %d of %,d"
                        .formatted(
                            one.cohort(),
                            week.sample().stream().filter(AuditsOfAWeek.isIn(one)).count(),
                            week.frame(one).map(FrameSize::size).orElse(0)))
            .collect(Collectors.joining("; "))
        + (replaced == 0
            ? ""
            : "; " + Words.count((int) replaced, "case was replaced", "cases were replaced"))
        + ".";
  }

  private String auditors() {
    Map<String, Integer> grades = new TreeMap<>();
    week.figures().auditors().stream()
        .filter(one -> week.sample().stream().anyMatch(drawn -> audits(one, drawn)))
        .forEach(one -> grades.merge(one.grade(), 1, Integer::sum));
    return grades.isEmpty()
        ? "None"
        : grades.entrySet().stream()
            .map(one -> one.getKey() + ": " + one.getValue())
            .collect(Collectors.joining("; "));
  }

  private static boolean audits(Auditor auditor, DrawnCase one) {
    return one.auditor().equals(auditor.auditor()) || one.moderator().equals(auditor.auditor());
  }

  Table ages() {
    return distribution("The cohorts by age", AgeBand.ALL, DrawnCase::ageBand, FrameSize::ages);
  }

  Table disability() {
    return distribution(
        "The cohorts by disability",
        List.of("Disability", "No disability", "Not recorded"),
        DrawnCase::disability,
        FrameSize::disability);
  }

  /** Drawn of all, cohort by cohort: whether the week.sample() looks like those it stands for. */
  private Table distribution(
      String title,
      List<String> names,
      Function<DrawnCase, String> of,
      Function<FrameSize, Map<String, Integer>> all) {
    List<String> headings = new ArrayList<>(List.of(""));
    week.figures()
        .week()
        .cohorts()
        .forEach(one -> headings.add(week.letter(one) + ": drawn of all"));
    List<Row> rows = new ArrayList<>();
    for (String name : names) {
      List<ReportCell> cells = new ArrayList<>();
      boolean any = false;
      for (Cohort cohort : week.figures().week().cohorts()) {
        long drawnOf =
            week.sample().stream()
                .filter(AuditsOfAWeek.isIn(cohort))
                .filter(one -> of.apply(one).equals(name))
                .count();
        int ofAll = week.frame(cohort).map(all).map(one -> one.getOrDefault(name, 0)).orElse(0);
        any |= ofAll > 0;
        cells.add(
            ReportCell.text(ofAll == 0 ? Words.NOTHING : "%d of %,d".formatted(drawnOf, ofAll)));
      }
      if (any) {
        rows.add(Row.of(name, cells.toArray(ReportCell[]::new)));
      }
    }
    return Table.numbers(
        title,
        week.figures().week().cohorts().stream()
            .map(one -> week.letter(one) + ": " + one.cohort())
            .collect(Collectors.joining(". ")),
        headings,
        rows);
  }
}
