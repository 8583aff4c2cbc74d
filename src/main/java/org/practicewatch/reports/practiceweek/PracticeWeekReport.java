package org.practicewatch.reports.practiceweek;

import java.util.ArrayList;
import java.util.List;
import org.practicewatch.practiceweek.Audit;
import org.practicewatch.practiceweek.Cohort;
import org.practicewatch.practiceweek.GradeCounts;
import org.practicewatch.reports.practiceweek.PracticeWeekInFigures.Moved;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Tile;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;

/**
 * The overview report of a Practice Week, in the shape in which councils publish it (Croydon,
 * Practice Week 2018): method, cohorts, grades, features of practice, learning points, action plan.
 * Every figure is counted, and stands with what it was counted from.
 */
public final class PracticeWeekReport {

  private final AuditsOfAWeek week;

  private PracticeWeekReport(AuditsOfAWeek week) {
    this.week = week;
  }

  /** Reads a week. */
  public static Report of(PracticeWeekInFigures week, Printing printing) {
    return new PracticeWeekReport(AuditsOfAWeek.of(week, printing)).report();
  }

  /** One page: whether what was in focus has moved. */
  public static Report didItMove(PracticeWeekInFigures week, Printing printing) {
    return new PracticeWeekReport(AuditsOfAWeek.of(week, printing)).didItMove();
  }

  private Report report() {
    GradeCounts quality = AuditsOfAWeek.counts(week.first(), Audit::quality);
    GradeCounts outcome = AuditsOfAWeek.counts(week.first(), Audit::outcome);
    MethodOfAWeek method = new MethodOfAWeek(week);
    GradesOfAWeek grades = new GradesOfAWeek(week);
    WordsOfAWeek words = new WordsOfAWeek(week);
    List<Section> sections = new ArrayList<>();
    sections.add(method.method());
    sections.add(method.ages());
    sections.add(method.disability());
    sections.add(grades.overall());
    for (Cohort cohort : week.figures().week().cohorts()) {
      sections.add(grades.domains(cohort));
    }
    sections.add(grades.moderation());
    sections.add(grades.compliance());
    if (!week.figures().moved().isEmpty()) {
      sections.add(new DidItMove(week).moved());
    }
    sections.add(
        words
            .features("Practice graded good or outstanding", true)
            .onSheet("Graded good or outstanding"));
    sections.add(
        words
            .features("Practice that requires improvement or is inadequate", false)
            .onSheet("Requires improvement or worse"));
    sections.add(words.observations());
    sections.add(words.words("Voice of the child", "voice"));
    sections.add(words.words("Learning points", "learning"));
    sections.add(words.otherThanTheRecord());
    sections.add(words.recommendations());
    sections.add(words.actions());
    sections.add(grades.before());
    sections.add(words.missing());
    return report(
        week.figures().week().name(),
        headline(quality, outcome),
        remark(),
        List.of(
            new Tile(
                week.first().size() + " of " + week.sample().size(),
                "audits are in",
                cells("cell to put right", week.first().stream().mapToInt(Audit::faults).sum()),
                week.first().size() < week.sample().size() ? Tone.POOR : Tone.PLAIN),
            new Tile(
                week.share(quality.goodOrBetter(), quality.given()),
                "good or outstanding: quality",
                of(quality.given()),
                Tone.PLAIN),
            new Tile(
                week.share(outcome.goodOrBetter(), outcome.given()),
                "good or outstanding: outcome",
                of(outcome.given()),
                Tone.PLAIN)),
        sections);
  }

  private Report report(
      String title, String headline, String lead, List<Tile> tiles, List<Section> sections) {
    String asAt = Words.date(week.figures().today());
    return new Report(
        title,
        title + ": as at " + asAt,
        week.figures().authority(),
        week.figures().fictional(),
        asAt,
        headline,
        lead,
        "",
        tiles,
        sections,
        false);
  }

  private static String cells(String what, int count) {
    return count == 0 ? "" : Words.count(count, what, "cells to put right");
  }

  private static String of(int given) {
    return "of " + Words.count(given, "grade", "grades") + " given";
  }

  private String headline(GradeCounts quality, GradeCounts outcome) {
    if (week.first().isEmpty()) {
      return "No audit has come back yet.";
    }
    return "Practice was good or outstanding in "
        + week.inWords(quality)
        + ", and so was the outcome for the child in "
        + week.inWords(outcome)
        + ".";
  }

  private String remark() {
    long concerns = week.first().stream().filter(Audit::concern).count();
    return (week.first().isEmpty()
            ? "Nothing can be told of concerns."
            : concerns == 0
                ? "No auditor whose form is in has an immediate concern."
                : Words.count((int) concerns, "immediate concern", "immediate concerns")
                    + ": see immediate-concerns.csv.")
        + " The grades are those of the first auditor of each case; a second auditor's stand under"
        + " Moderation.";
  }

  private Report didItMove() {
    List<Moved> whole = week.figures().moved().stream().filter(Moved::whole).toList();
    DidItMove move = new DidItMove(week);
    int better = move.count(true);
    int worse = move.count(false);
    return report(
        "Did it move? " + week.figures().week().name(),
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
                Words.count(worse), "moved for the worse", "", worse > 0 ? Tone.POOR : Tone.PLAIN),
            new Tile(
                Words.count(whole.size() - better - worse), "no more than chance", "", Tone.PLAIN)),
        List.of(move.moved()));
  }
}
