package org.practicewatch.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Organisation;
import org.practicewatch.practiceweek.AgeBand;
import org.practicewatch.practiceweek.Agreement;
import org.practicewatch.practiceweek.Audit;
import org.practicewatch.practiceweek.Auditor;
import org.practicewatch.practiceweek.CaseFile;
import org.practicewatch.practiceweek.Cohort;
import org.practicewatch.practiceweek.DrawnCase;
import org.practicewatch.practiceweek.Grade;
import org.practicewatch.practiceweek.GradeCounts;
import org.practicewatch.practiceweek.Recommendation;
import org.practicewatch.practiceweek.TwoByTwo;
import org.practicewatch.reports.PracticeWeekInFigures.FrameSize;
import org.practicewatch.reports.PracticeWeekInFigures.Moved;
import org.practicewatch.reports.PracticeWeekInFigures.Share;
import org.practicewatch.reports.Section.Row;
import org.practicewatch.reports.Section.Table;
import org.practicewatch.standards.Timeliness;

/**
 * The overview report of a Practice Week, in the shape in which councils publish it (Croydon,
 * Practice Week 2018): method, cohorts, grades, features of practice, learning points, action plan.
 * Every figure is counted, and stands with what it was counted from.
 */
public final class PracticeWeekReport {

  private static final int HUNDRED = 100;
  private static final String QUALITY = "quality of practice";
  private static final String OUTCOME = "outcome for the child";

  private PracticeWeekReport() {}

  /** Reads a week. */
  public static Report of(PracticeWeekInFigures week, Printing printing) {
    return new Writing(week, printing).report();
  }

  /** One page: whether what was in focus has moved. */
  public static Report didItMove(PracticeWeekInFigures week, Printing printing) {
    return new Writing(week, printing).didItMove();
  }

  /** The week, for as long as the report is being put together. */
  private static final class Writing {

    private final PracticeWeekInFigures figures;
    private final Printing printing;
    private final List<DrawnCase> sample;
    private final Map<String, DrawnCase> drawn = new TreeMap<>();
    private final List<Audit> first;
    private final List<Audit> second;

    Writing(PracticeWeekInFigures figures, Printing printing) {
      this.figures = figures;
      this.printing = printing;
      this.sample = figures.cases().stream().filter(DrawnCase::isInSample).toList();
      sample.forEach(one -> drawn.put(one.number(), one));
      List<Audit> ours =
          figures.audits().stream()
              .filter(one -> drawn.containsKey(one.number()))
              .sorted(Comparator.comparing(Audit::number))
              .toList();
      this.first = ours.stream().filter(one -> !one.moderation()).toList();
      this.second = ours.stream().filter(Audit::moderation).toList();
    }

    Report report() {
      GradeCounts quality = counts(first, Audit::quality);
      GradeCounts outcome = counts(first, Audit::outcome);
      List<Section> sections = new ArrayList<>();
      sections.add(method());
      sections.add(ages());
      sections.add(disability());
      sections.add(overall());
      for (Cohort cohort : figures.week().cohorts()) {
        sections.add(domains(cohort));
      }
      sections.add(moderation());
      sections.add(compliance());
      if (!figures.moved().isEmpty()) {
        sections.add(moved());
      }
      sections.add(features("Practice graded good or outstanding", true));
      sections.add(features("Practice that requires improvement or is inadequate", false));
      sections.add(observations());
      sections.add(words("Voice of the child", "voice"));
      sections.add(words("Learning points", "learning"));
      sections.add(otherThanTheRecord());
      sections.add(recommendations());
      sections.add(actions());
      sections.add(before());
      sections.add(missing());
      return report(
          figures.week().name(),
          headline(quality, outcome),
          remark(),
          List.of(
              new Tile(
                  first.size() + " of " + sample.size(),
                  "audits are in",
                  cells("cell to put right", first.stream().mapToInt(Audit::faults).sum()),
                  first.size() < sample.size() ? Tone.POOR : Tone.PLAIN),
              new Tile(
                  share(quality.goodOrBetter(), quality.given()),
                  "good or outstanding: quality",
                  of(quality.given()),
                  Tone.PLAIN),
              new Tile(
                  share(outcome.goodOrBetter(), outcome.given()),
                  "good or outstanding: outcome",
                  of(outcome.given()),
                  Tone.PLAIN)),
          sections);
    }

    private Report report(
        String title, String headline, String lead, List<Tile> tiles, List<Section> sections) {
      String asAt = Words.date(figures.today());
      return new Report(
          title,
          title + ": as at " + asAt,
          figures.authority(),
          figures.fictional(),
          asAt,
          headline,
          lead,
          "",
          tiles,
          sections);
    }

    private static String cells(String what, int count) {
      return count == 0 ? "" : Words.count(count, what, "cells to put right");
    }

    private static String of(int given) {
      return "of " + Words.count(given, "grade", "grades") + " given";
    }

    private String headline(GradeCounts quality, GradeCounts outcome) {
      if (first.isEmpty()) {
        return "No audit has come back yet.";
      }
      return "Practice was good or outstanding in "
          + inWords(quality)
          + ", and so was the outcome for the child in "
          + inWords(outcome)
          + ".";
    }

    private String inWords(GradeCounts counts) {
      return withPercent(counts.goodOrBetter(), counts.given());
    }

    private String withPercent(int part, int all) {
      return printing.isEnough(all)
          ? "%d of %d (%s)".formatted(part, all, Words.percent(percent(part, all)))
          : "%d of %d".formatted(part, all);
    }

    /** A percentage of enough; of fewer, the numbers. */
    private String share(int part, int all) {
      return all == 0
          ? Words.NOTHING
          : printing.isEnough(all) ? Words.percent(percent(part, all)) : part + " of " + all;
    }

    private static BigDecimal percent(int part, int all) {
      return BigDecimal.valueOf((long) part * HUNDRED)
          .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
    }

    private String remark() {
      long concerns = first.stream().filter(Audit::concern).count();
      return (first.isEmpty()
              ? "Nothing can be told of concerns."
              : concerns == 0
                  ? "No auditor whose form is in has an immediate concern."
                  : Words.count((int) concerns, "immediate concern", "immediate concerns")
                      + ": see immediate-concerns.csv.")
          + " The grades are those of the first auditor of each case; a second auditor's stand under"
          + " Moderation.";
    }

    private static GradeCounts counts(List<Audit> audits, Function<Audit, @Nullable Grade> grade) {
      List<@Nullable Grade> given = new ArrayList<>();
      audits.forEach(audit -> given.add(grade.apply(audit)));
      return GradeCounts.of(given);
    }

    private Table method() {
      List<Row> rows = new ArrayList<>();
      rows.add(Row.of("Theme", figures.week().theme()));
      rows.add(
          Row.of(
              "Dates",
              Words.date(figures.week().from())
                  + " to "
                  + Words.date(figures.week().to())
                  + "; practice of the last "
                  + figures.week().looksBack()
                  + " was looked at"));
      rows.add(Row.of("Cases", cases()));
      rows.add(
          Row.of(
              "The draw",
              "On %s from the record as at %s, by SHA-256 of the seed and the child's id, lowest first; the seed was \"%s\". draw.json and sample.csv are enough to repeat it."
                  .formatted(
                      Words.date(figures.drawnOn()), Words.date(figures.asAt()), figures.seed())));
      rows.add(Row.of("Auditors", auditors()));
      rows.add(
          Row.of(
              "Independence",
              "Nobody audited a case of their own line of management, or of a child allocated to them in the last "
                  + figures.week().notAllocatedWithin()
                  + "."));
      rows.add(
          Row.of(
              "Talks and observation",
              Words.count(
                      (int) first.stream().filter(one -> one.talkedOn() != null).count(),
                      "case was",
                      "cases were")
                  + " discussed with the worker; "
                  + Words.count(
                      (int) first.stream().filter(one -> !one.observed().isEmpty()).count(),
                      "observation",
                      "observations")
                  + "."));
      return Table.wide("Method", "", "What", "How it was done", rows);
    }

    private String cases() {
      long replaced =
          figures.cases().stream()
              .filter(one -> one.state() == DrawnCase.State.REPLACED && !one.number().isEmpty())
              .count();
      return figures.week().cohorts().stream()
              .map(
                  one ->
                      "%s: %d of %,d"
                          .formatted(
                              one.cohort(),
                              sample.stream().filter(isIn(one)).count(),
                              frame(one).map(FrameSize::size).orElse(0)))
              .collect(Collectors.joining("; "))
          + (replaced == 0
              ? ""
              : "; " + Words.count((int) replaced, "case was replaced", "cases were replaced"))
          + ".";
    }

    private String auditors() {
      Map<String, Integer> grades = new TreeMap<>();
      figures.auditors().stream()
          .filter(one -> sample.stream().anyMatch(drawn -> audits(one, drawn)))
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

    private static Predicate<DrawnCase> isIn(Cohort cohort) {
      return one -> one.cohort().equals(cohort.cohort());
    }

    private Optional<FrameSize> frame(Cohort cohort) {
      return figures.frames().stream()
          .filter(one -> one.cohort().equals(cohort.cohort()))
          .findFirst();
    }

    private Table ages() {
      return distribution("The cohorts by age", AgeBand.ALL, DrawnCase::ageBand, FrameSize::ages);
    }

    private Table disability() {
      return distribution(
          "The cohorts by disability",
          List.of("Disability", "No disability", "Not recorded"),
          DrawnCase::disability,
          FrameSize::disability);
    }

    /** Drawn of all, cohort by cohort: whether the sample looks like those it stands for. */
    private Table distribution(
        String title,
        List<String> names,
        Function<DrawnCase, String> of,
        Function<FrameSize, Map<String, Integer>> all) {
      List<String> headings = new ArrayList<>(List.of(""));
      figures.week().cohorts().forEach(one -> headings.add(letter(one) + ": drawn of all"));
      List<Row> rows = new ArrayList<>();
      for (String name : names) {
        List<ReportCell> cells = new ArrayList<>();
        boolean any = false;
        for (Cohort cohort : figures.week().cohorts()) {
          long drawnOf =
              sample.stream()
                  .filter(isIn(cohort))
                  .filter(one -> of.apply(one).equals(name))
                  .count();
          int ofAll = frame(cohort).map(all).map(one -> one.getOrDefault(name, 0)).orElse(0);
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
          figures.week().cohorts().stream()
              .map(one -> letter(one) + ": " + one.cohort())
              .collect(Collectors.joining(". ")),
          headings,
          rows);
    }

    private String letter(Cohort cohort) {
      return figures.week().letter(cohort.cohort());
    }

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
      cells.add(ReportCell.text(share(counts.goodOrBetter(), counts.given())));
      return Row.of(name, cells.toArray(ReportCell[]::new));
    }

    private List<Audit> of(Cohort cohort) {
      return first.stream()
          .filter(
              audit ->
                  Optional.ofNullable(drawn.get(audit.number())).filter(isIn(cohort)).isPresent())
          .toList();
    }

    private Table overall() {
      List<Row> rows = new ArrayList<>();
      for (Cohort cohort : figures.week().cohorts()) {
        rows.add(graded(letter(cohort) + ": " + QUALITY, counts(of(cohort), Audit::quality)));
        rows.add(graded(letter(cohort) + ": " + OUTCOME, counts(of(cohort), Audit::outcome)));
      }
      if (figures.week().cohorts().size() > 1) {
        rows.add(graded("All: " + QUALITY, counts(first, Audit::quality)));
        rows.add(graded("All: " + OUTCOME, counts(first, Audit::outcome)));
      }
      return Table.numbers(
          "Overall grades",
          "Each case is graded twice. The last column is of those graded; of fewer than %d it is given in numbers."
              .formatted(printing.percentFrom()),
          GRADES,
          rows);
    }

    private Table domains(Cohort cohort) {
      List<Row> rows = new ArrayList<>();
      for (String domain : figures.week().domains()) {
        rows.add(graded(domain + ": quality", counts(of(cohort), audit -> quality(audit, domain))));
        rows.add(graded(domain + ": outcome", counts(of(cohort), audit -> outcome(audit, domain))));
      }
      return Table.numbers(
          "Grades by domain, cohort " + letter(cohort), cohort.cohort(), GRADES, rows);
    }

    private static @Nullable Grade quality(Audit audit, String domain) {
      Audit.InDomain found = audit.domains().get(domain);
      return found == null ? null : found.quality();
    }

    private static @Nullable Grade outcome(Audit audit, String domain) {
      Audit.InDomain found = audit.domains().get(domain);
      return found == null ? null : found.outcome();
    }

    private Table moderation() {
      List<Row> rows = new ArrayList<>();
      rows.add(agreement(QUALITY, Audit::quality));
      rows.add(agreement(OUTCOME, Audit::outcome));
      for (Audit again : second) {
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
          second.isEmpty()
              ? "No second grades have come back."
              : "A second auditor graded without knowing the first grades. Kappa: 1 is full agreement, 0 what chance would give; it is given from "
                  + Agreement.ENOUGH
                  + " cases on. Below: quality, and outcome, of each case, first and second.",
          List.of("", "Cases graded twice", "Same grade", "Same or the next", "Cohen's kappa"),
          second.isEmpty() ? List.of() : rows);
    }

    private Optional<Audit> firstOf(Audit again) {
      return first.stream().filter(one -> one.number().equals(again.number())).findFirst();
    }

    private static String changed(@Nullable Grade before, @Nullable Grade after) {
      return (before == null ? "not given" : before.words())
          + ", "
          + (after == null ? "not given" : after.words().toLowerCase(Locale.UK));
    }

    private Row agreement(String name, Function<Audit, @Nullable Grade> grade) {
      List<Agreement.Pair> pairs = new ArrayList<>();
      for (Audit again : second) {
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
          String.valueOf(found.pairs()),
          pairs.isEmpty() ? Words.NOTHING : withPercent(found.same(), found.pairs()),
          pairs.isEmpty() ? Words.NOTHING : withPercent(found.withinOne(), found.pairs()),
          kappa == null
              ? found.pairs() < Agreement.ENOUGH ? "too few cases" : "cannot be told"
              : kappa.toString());
    }

    /** Whether late visits go with poor grades. */
    private Table compliance() {
      List<Row> rows = new ArrayList<>();
      List<String> said = new ArrayList<>();
      against("a visit", "Every visit", owed -> owed.standard().endsWith("VISIT"), rows, said);
      against("a review", "Every review", owed -> owed.standard().endsWith("REVIEW"), rows, said);
      against("anything", "Everything", owed -> true, rows, said);
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
        String what,
        String all,
        Predicate<CaseFile.Owed> counts,
        List<Row> rows,
        List<String> said) {
      List<Audit> late = new ArrayList<>();
      List<Audit> inTime = new ArrayList<>();
      for (Audit audit : first) {
        CaseFile file = figures.files().get(audit.number());
        List<CaseFile.Owed> owed =
            file == null ? List.of() : file.standards().stream().filter(counts).toList();
        if (owed.stream().anyMatch(Writing::isLate)) {
          late.add(audit);
        } else if (owed.stream().anyMatch(one -> one.timeliness() == Timeliness.IN_TIMESCALE)) {
          inTime.add(audit);
        }
      }
      rows.add(timeliness(what + " was late, missed or is overdue", late));
      rows.add(timeliness(all + " was in timescale", inTime));
      GradeCounts ofLate = counts(late, Audit::quality);
      GradeCounts ofInTime = counts(inTime, Audit::quality);
      TwoByTwo compared =
          new TwoByTwo(
              ofLate.goodOrBetter(),
              ofLate.given() - ofLate.goodOrBetter(),
              ofInTime.goodOrBetter(),
              ofInTime.given() - ofInTime.goodOrBetter());
      if (compared.canBeCompared()) {
        said.add(
            "Where %s was late, quality was good or better in %d of %d; else in %d of %d: %s."
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
      GradeCounts quality = counts(audits, Audit::quality);
      GradeCounts outcome = counts(audits, Audit::outcome);
      return Row.of(
          name.substring(0, 1).toUpperCase(Locale.UK) + name.substring(1),
          ReportCell.countOrNothing(audits.size()),
          ReportCell.text(quality.goodOrBetter() + " of " + quality.given()),
          ReportCell.text(share(quality.goodOrBetter(), quality.given())),
          ReportCell.text(outcome.goodOrBetter() + " of " + outcome.given()),
          ReportCell.text(share(outcome.goodOrBetter(), outcome.given())));
    }

    Report didItMove() {
      List<Moved> whole = figures.moved().stream().filter(Moved::whole).toList();
      int better = (int) whole.stream().filter(one -> verdict(one).equals(BETTER)).count();
      int worse = (int) whole.stream().filter(one -> verdict(one).equals(WORSE)).count();
      return report(
          "Did it move? " + figures.week().name(),
          whole.isEmpty()
              ? "Nothing can be told yet: no night was closed on or before the first day."
              : whole.stream().noneMatch(one -> one.after().on().isAfter(one.before().on()))
                  ? "Nothing can be told yet: no night was closed after the first day."
                  : "Of %d things in focus, %d moved for the better by more than chance may give, and %d for the worse."
                      .formatted(whole.size(), better, worse),
          "A standard moves for many reasons. Look at the teams below, and at what the auditors found.",
          List.of(
              new Tile(Words.count(better), "moved for the better", "", Tone.PLAIN),
              new Tile(
                  Words.count(worse),
                  "moved for the worse",
                  "",
                  worse > 0 ? Tone.POOR : Tone.PLAIN),
              new Tile(
                  Words.count(whole.size() - better - worse),
                  "no more than chance",
                  "",
                  Tone.PLAIN)),
          List.of(moved()));
    }

    private static final String BETTER = "yes, for the better";
    private static final String WORSE = "yes, for the worse";

    private Table moved() {
      List<Row> rows = new ArrayList<>();
      List<String> said = new ArrayList<>();
      for (Moved one : figures.moved()) {
        String verdict = verdict(one);
        rows.add(
            Row.of(
                one.place(),
                one.title(),
                stood(one.before()),
                stood(one.after()),
                verdict,
                difference(one)));
        if (one.whole()) {
          said.add(one.title() + ": " + verdict + ".");
        }
      }
      return Table.texts(
          "Did it move?",
          "Children in timescale on the night before the focus and on the latest night after it. "
              + String.join(" ", said)
              + " Many of the children are the same on both nights, so that chance is judged with care (Fisher's exact test).",
          List.of("Where", "What", "Before", "After", "More than chance?", "Points"),
          rows);
    }

    private String stood(Share share) {
      return withPercent(share.part(), share.of()) + ", " + Words.date(share.on());
    }

    private static String difference(Moved one) {
      if (one.before().of() == 0 || one.after().of() == 0) {
        return Words.NOTHING;
      }
      BigDecimal change =
          percent(one.after().part(), one.after().of())
              .subtract(percent(one.before().part(), one.before().of()));
      return (change.signum() > 0 ? "+" : "") + change.toPlainString();
    }

    private static String verdict(Moved one) {
      TwoByTwo compared =
          new TwoByTwo(
              one.before().part(),
              one.before().of() - one.before().part(),
              one.after().part(),
              one.after().of() - one.after().part());
      if (!one.after().on().isAfter(one.before().on())) {
        return "there is no later night yet";
      }
      if (!compared.canBeCompared()) {
        return "cannot be told";
      }
      boolean better =
          (long) one.after().part() * one.before().of()
              > (long) one.before().part() * one.after().of();
      return compared.byChance() < TwoByTwo.CHANCE
          ? better ? BETTER : WORSE
          : "no more than chance may give";
    }

    private Table features(String title, boolean high) {
      List<Row> rows = new ArrayList<>();
      Stream.concat(figures.week().domains().stream(), Stream.of(""))
          .forEach(
              domain ->
                  first.forEach(
                      audit ->
                          audit.features().stream()
                              .filter(one -> one.high() == high && one.domain().equals(domain))
                              .forEach(
                                  one ->
                                      rows.add(
                                          Row.of(
                                              (domain.isEmpty() ? "No domain named" : domain)
                                                  + ", "
                                                  + audit.number(),
                                              one.words())))));
      return Table.wide(
          title,
          rows.isEmpty() ? "No auditor named any." : "In the auditors' own words.",
          "Domain and case",
          "Feature",
          rows);
    }

    private Table observations() {
      Map<String, Integer> counts = new TreeMap<>();
      first.stream()
          .map(Audit::observed)
          .filter(what -> !what.isEmpty())
          .forEach(what -> counts.merge(what, 1, Integer::sum));
      return Table.numbers(
          "Observations",
          counts.isEmpty() ? "Nothing was observed, or no auditor says so." : "",
          List.of("What was observed", "How often"),
          counts.entrySet().stream()
              .map(one -> Row.of(one.getKey(), new ReportCell.Count(one.getValue())))
              .toList());
    }

    private Table words(String title, String field) {
      List<Row> rows =
          first.stream()
              .filter(one -> !one.answers().getOrDefault(field, "").isEmpty())
              .map(one -> Row.of("Case " + one.number(), one.answers().getOrDefault(field, "")))
              .toList();
      return Table.wide(
          title,
          rows.isEmpty() ? "No auditor wrote any." : "In the auditors' own words.",
          "Case",
          title,
          rows);
    }

    private String titled(Audit audit, String standard) {
      CaseFile file = figures.files().get(audit.number());
      return file == null
          ? standard
          : file.standards().stream()
              .filter(one -> one.standard().equals(standard))
              .map(CaseFile.Owed::title)
              .findFirst()
              .orElse(standard);
    }

    private Table otherThanTheRecord() {
      List<Row> rows = new ArrayList<>();
      for (Audit audit : first) {
        audit
            .disagreed()
            .forEach(
                (standard, found) ->
                    rows.add(
                        Row.of("Case " + audit.number() + ", " + titled(audit, standard), found)));
      }
      return Table.wide(
          "Where the auditors find otherwise than the record",
          rows.isEmpty()
              ? "Nowhere, or no auditor says so."
              : "To be put right in the case system.",
          "Case and standard",
          "What was found",
          rows);
    }

    private Table recommendations() {
      Map<String, String> numbers = new TreeMap<>();
      first.forEach(one -> numbers.put(one.form(), one.number()));
      second.forEach(one -> numbers.put(one.form(), one.number()));
      List<Recommendation> all =
          figures.recommendations().stream()
              .filter(one -> numbers.containsKey(one.form()))
              .sorted(
                  Comparator.comparing(
                          Recommendation::due, Comparator.nullsLast(Comparator.naturalOrder()))
                      .thenComparing(one -> numbers.getOrDefault(one.form(), "")))
              .toList();
      return Table.texts(
          "Recommendations",
          all.isEmpty() ? "None were made." : "Followed up in tracker.xlsx, across all weeks.",
          List.of("Case", "What is to be done", "Lead", "By when", "Team", "State"),
          all.stream()
              .map(
                  one ->
                      Row.of(
                          numbers.getOrDefault(one.form(), ""),
                          one.what(),
                          one.who().isEmpty() ? "Nobody named" : one.who(),
                          Words.dateOrNothing(one.due()),
                          one.team().isEmpty() ? Organisation.NO_TEAM : one.team(),
                          one.on(figures.today()).words()))
              .toList());
    }

    private Table actions() {
      List<Row> rows =
          figures.week().actions().stream()
              .map(
                  one ->
                      Row.of(
                          Words.date(one.by()),
                          one.action(),
                          one.lead(),
                          one.done() != null && !one.done().isAfter(figures.today())
                              ? "Done"
                              : one.by().isBefore(figures.today()) ? "Overdue" : "Due",
                          one.impact()))
              .toList();
      return Table.texts(
          "Action plan",
          rows.isEmpty()
              ? "Nothing is decided yet: add 'actions' to the week's file in jobs/practice-weeks/."
              : "",
          List.of("Timescale", "Action", "Lead", "State", "Intended impact"),
          rows);
    }

    private Table before() {
      PracticeWeekInFigures.Before before = figures.before();
      List<Row> rows = new ArrayList<>();
      if (before != null) {
        List<Audit> earlier = before.audits().stream().filter(one -> !one.moderation()).toList();
        rows.add(compared("Overall: quality", earlier, Audit::quality));
        rows.add(compared("Overall: outcome", earlier, Audit::outcome));
        for (String domain : figures.week().domains()) {
          if (earlier.stream().anyMatch(one -> one.domains().containsKey(domain))) {
            rows.add(compared(domain + ": quality", earlier, one -> quality(one, domain)));
            rows.add(compared(domain + ": outcome", earlier, one -> outcome(one, domain)));
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
          rows);
    }

    private Row compared(String name, List<Audit> earlier, Function<Audit, @Nullable Grade> grade) {
      GradeCounts then = counts(earlier, grade);
      GradeCounts now = counts(first, grade);
      return Row.of(
          name,
          then.goodOrBetter() + " of " + then.given(),
          share(then.goodOrBetter(), then.given()),
          now.goodOrBetter() + " of " + now.given(),
          share(now.goodOrBetter(), now.given()));
    }

    private String name(String auditor) {
      return figures.auditors().stream()
          .filter(one -> one.auditor().equals(auditor))
          .map(Auditor::name)
          .findFirst()
          .orElse(auditor);
    }

    private Table missing() {
      List<Row> rows =
          sample.stream()
              .filter(one -> first.stream().noneMatch(audit -> audit.number().equals(one.number())))
              .sorted(Comparator.comparing(DrawnCase::number))
              .map(
                  one ->
                      Row.of(
                          one.number(),
                          one.auditor().isEmpty()
                              ? "No independent auditor could be found."
                              : "The form of "
                                  + name(one.auditor())
                                  + " is not in, or was refused: see forms-returned.csv."))
              .toList();
      return Table.wide(
          "Cases without an audit",
          rows.isEmpty()
              ? "None."
              : "They are in no grade above. What a second auditor recommends for them is told.",
          "Case",
          "Why",
          rows);
    }
  }
}
