package org.practicewatch.reports.practiceweek;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.practicewatch.exceptions.Priorities;
import org.practicewatch.practiceweek.Agreement;
import org.practicewatch.practiceweek.Audit;
import org.practicewatch.practiceweek.CaseFile;
import org.practicewatch.practiceweek.Cohort;
import org.practicewatch.practiceweek.Grade;
import org.practicewatch.practiceweek.GradeCounts;
import org.practicewatch.practiceweek.TwoByTwo;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Words;
import org.practicewatch.standards.Timeliness;

/**
 * What the auditors of a Practice Week graded, counted; beside second grades, timeliness and the
 * last week.
 */
final class GradesOfAWeek {

  private final AuditsOfAWeek week;

  GradesOfAWeek(AuditsOfAWeek week) {
    this.week = week;
  }

  private static final String QUALITY = "quality of practice";
  private static final String OUTCOME = "outcome for the child";

  private static final List<String> GRADES =
      List.of(
          "",
          "Outstanding",
          "Good",
          "Requires improvement",
          "Inadequate",
          "Not given",
          "Graded",
          "Good or better");

  private Row graded(String name, GradeCounts counts) {
    List<ReportCell> cells = new ArrayList<>();
    for (Grade grade : Grade.values()) {
      cells.add(ReportCell.countOrNothing(counts.of(grade)));
    }
    cells.add(ReportCell.countOrNothing(counts.notGiven()));
    cells.add(ReportCell.countOrNothing(counts.given()));
    cells.add(week.shareCell(counts.goodOrBetter(), counts.given()));
    return Row.of(name, cells.toArray(ReportCell[]::new));
  }

  Table overall() {
    List<Row> rows = new ArrayList<>();
    for (Cohort cohort : week.figures().week().cohorts()) {
      rows.add(
          graded(
              week.letter(cohort) + ": " + QUALITY,
              AuditsOfAWeek.counts(week.ofCohort(cohort), Audit::quality)));
      rows.add(
          graded(
              week.letter(cohort) + ": " + OUTCOME,
              AuditsOfAWeek.counts(week.ofCohort(cohort), Audit::outcome)));
    }
    if (week.figures().week().cohorts().size() > 1) {
      rows.add(graded("All: " + QUALITY, AuditsOfAWeek.counts(week.first(), Audit::quality)));
      rows.add(graded("All: " + OUTCOME, AuditsOfAWeek.counts(week.first(), Audit::outcome)));
    }
    return Table.numbers(
        "Overall grades",
        "Each case is graded twice. The last column is of those graded; of fewer than %d it is given in numbers."
            .formatted(week.printing().percentFrom()),
        GRADES,
        rows);
  }

  Table domains(Cohort cohort) {
    List<Row> rows = new ArrayList<>();
    for (String domain : week.figures().week().domains()) {
      rows.add(
          graded(
              domain + ": quality",
              AuditsOfAWeek.counts(
                  week.ofCohort(cohort), audit -> AuditsOfAWeek.quality(audit, domain))));
      rows.add(
          graded(
              domain + ": outcome",
              AuditsOfAWeek.counts(
                  week.ofCohort(cohort), audit -> AuditsOfAWeek.outcome(audit, domain))));
    }
    return Table.numbers(
        "Grades by domain, cohort " + week.letter(cohort), cohort.cohort(), GRADES, rows);
  }

  Table moderation() {
    List<Row> rows = new ArrayList<>();
    rows.add(agreement(QUALITY, Audit::quality));
    rows.add(agreement(OUTCOME, Audit::outcome));
    for (Audit again : week.second()) {
      firstOf(again)
          .ifPresent(
              before ->
                  rows.add(
                      Row.of(
                          "Case " + again.number(),
                          changed(before.quality(), again.quality()),
                          changed(before.outcome(), again.outcome()),
                          "",
                          "")));
    }
    return Table.texts(
        "Moderation",
        week.second().isEmpty()
            ? "No second grades have come back."
            : "A second auditor graded without knowing the first grades. Kappa: 1 is full agreement, 0 what chance would give; it is given from "
                + Agreement.ENOUGH
                + " cases on. Below: quality, and outcome, of each case, first and second.",
        List.of("", "Cases graded twice", "Same grade", "Same or the next", "Cohen's kappa"),
        week.second().isEmpty() ? List.of() : rows);
  }

  private Optional<Audit> firstOf(Audit again) {
    return week.first().stream().filter(one -> one.number().equals(again.number())).findFirst();
  }

  private static String changed(@Nullable Grade before, @Nullable Grade after) {
    return (before == null ? "not given" : before.words())
        + ", "
        + (after == null ? "not given" : after.words().toLowerCase(Locale.UK));
  }

  private Row agreement(String name, Function<Audit, @Nullable Grade> grade) {
    List<Agreement.Pair> pairs = new ArrayList<>();
    for (Audit again : week.second()) {
      Grade after = grade.apply(again);
      Grade before = firstOf(again).map(grade).orElse(null);
      if (before != null && after != null) {
        pairs.add(new Agreement.Pair(before, after));
      }
    }
    Agreement found = Agreement.of(pairs);
    BigDecimal kappa = found.kappa();
    return Row.of(
        name.substring(0, 1).toUpperCase(Locale.UK) + name.substring(1),
        new ReportCell.Count(found.pairs()),
        ReportCell.text(
            pairs.isEmpty() ? Words.NOTHING : week.withPercent(found.same(), found.pairs())),
        ReportCell.text(
            pairs.isEmpty() ? Words.NOTHING : week.withPercent(found.withinOne(), found.pairs())),
        kappa == null
            ? ReportCell.text(found.pairs() < Agreement.ENOUGH ? "too few cases" : "cannot be told")
            : new ReportCell.Decimal(kappa));
  }

  /** Whether poor grades go with what was late: under each rank of what matters, and at all. */
  Table compliance() {
    List<Row> rows = new ArrayList<>();
    List<String> said = new ArrayList<>();
    Priorities priorities = week.figures().priorities();
    if (priorities.areSaid()) {
      for (Priorities.Priority rank : priorities.inOrder()) {
        against(
            rank.priority() + ": anything",
            rank.priority() + ": everything",
            owed -> priorities.of(owed.standard()).equals(rank),
            rows,
            said);
      }
    }
    against("Anything", "Everything", owed -> true, rows, said);
    return Table.numbers(
        "Grades and timeliness",
        String.join(" ", said),
        List.of(
            "In the time looked back on",
            "Cases",
            "Quality good or better",
            "Share",
            "Outcome good or better",
            "Share"),
        rows);
  }

  private void against(
      String what, String all, Predicate<CaseFile.Owed> counts, List<Row> rows, List<String> said) {
    List<Audit> late = new ArrayList<>();
    List<Audit> inTime = new ArrayList<>();
    for (Audit audit : week.first()) {
      CaseFile file = week.figures().files().get(audit.number());
      List<CaseFile.Owed> owed =
          file == null ? List.of() : file.standards().stream().filter(counts).toList();
      if (owed.stream().anyMatch(GradesOfAWeek::isLate)) {
        late.add(audit);
      } else if (owed.stream().anyMatch(one -> one.timeliness() == Timeliness.IN_TIMESCALE)) {
        inTime.add(audit);
      }
    }
    rows.add(timeliness(what + " was late, missed or is overdue", late));
    rows.add(timeliness(all + " was in timescale", inTime));
    GradeCounts ofLate = AuditsOfAWeek.counts(late, Audit::quality);
    GradeCounts ofInTime = AuditsOfAWeek.counts(inTime, Audit::quality);
    TwoByTwo compared =
        new TwoByTwo(
            ofLate.goodOrBetter(),
            ofLate.given() - ofLate.goodOrBetter(),
            ofInTime.goodOrBetter(),
            ofInTime.given() - ofInTime.goodOrBetter());
    if (compared.canBeCompared()) {
      said.add(
          "%s late: quality was good or better in %d of %d; else in %d of %d: %s."
              .formatted(
                  what,
                  ofLate.goodOrBetter(),
                  ofLate.given(),
                  ofInTime.goodOrBetter(),
                  ofInTime.given(),
                  compared.byChance() < TwoByTwo.CHANCE
                      ? "more than chance would give"
                      : "no more than chance may give"));
    }
  }

  private static boolean isLate(CaseFile.Owed owed) {
    return switch (owed.timeliness()) {
      case LATE, MISSED, OVERDUE -> true;
      default -> false;
    };
  }

  private Row timeliness(String name, List<Audit> audits) {
    GradeCounts quality = AuditsOfAWeek.counts(audits, Audit::quality);
    GradeCounts outcome = AuditsOfAWeek.counts(audits, Audit::outcome);
    return Row.of(
        name.substring(0, 1).toUpperCase(Locale.UK) + name.substring(1),
        ReportCell.countOrNothing(audits.size()),
        ReportCell.text(quality.goodOrBetter() + " of " + quality.given()),
        week.shareCell(quality.goodOrBetter(), quality.given()),
        ReportCell.text(outcome.goodOrBetter() + " of " + outcome.given()),
        week.shareCell(outcome.goodOrBetter(), outcome.given()));
  }

  Table before() {
    PracticeWeekInFigures.Before before = week.figures().before();
    List<Row> rows = new ArrayList<>();
    if (before != null) {
      List<Audit> earlier = before.audits().stream().filter(one -> !one.moderation()).toList();
      rows.add(compared("Overall: quality", earlier, Audit::quality));
      rows.add(compared("Overall: outcome", earlier, Audit::outcome));
      for (String domain : week.figures().week().domains()) {
        if (earlier.stream().anyMatch(one -> one.domains().containsKey(domain))) {
          rows.add(
              compared(domain + ": quality", earlier, one -> AuditsOfAWeek.quality(one, domain)));
          rows.add(
              compared(domain + ": outcome", earlier, one -> AuditsOfAWeek.outcome(one, domain)));
        }
      }
    }
    return Table.numbers(
            "Compared with the last Practice Week",
            before == null
                ? "There is no earlier one with audits to compare with."
                : before.name()
                    + " drew other children, and perhaps from other cohorts: a difference is a question, not an answer.",
            List.of("Good or better", "Then", "Share then", "Now", "Share now"),
            rows)
        .onSheet("Against the last Practice Week");
  }

  private Row compared(String name, List<Audit> earlier, Function<Audit, @Nullable Grade> grade) {
    GradeCounts then = AuditsOfAWeek.counts(earlier, grade);
    GradeCounts now = AuditsOfAWeek.counts(week.first(), grade);
    return Row.of(
        name,
        ReportCell.text(then.goodOrBetter() + " of " + then.given()),
        week.shareCell(then.goodOrBetter(), then.given()),
        ReportCell.text(now.goodOrBetter() + " of " + now.given()),
        week.shareCell(now.goodOrBetter(), now.given()));
  }
}
