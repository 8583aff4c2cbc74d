package org.practicewatch.reports.night;

import java.util.ArrayList;
import java.util.List;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Words;
import org.practicewatch.standards.Regime;

/** A word of the reports, what it means and how it is counted. */
public record Term(String word, String meaning) {

  private static final String MARK = "Mark: ";

  private static final List<String> IN_BRIEF =
      List.of(
          "In timescale now",
          "Done in timescale in the period",
          "Children with all in timescale in the period",
          "Overdue",
          "Cannot tell",
          "Too few");

  /** On paper those without which a figure may be misread; the workbook has all. */
  public static Table brief(NightInReports night) {
    return new Table(
        "What the words mean",
        "The workbook beside this report explains the other words, and each standard.",
        Section.Place.PAPER,
        List.of(Column.onPaper("Word", 140, false).strong(), Column.onPaper("Meaning", 399, false)),
        false,
        of(night).stream()
            .filter(term -> IN_BRIEF.contains(term.word()) || term.word().startsWith(MARK))
            .map(term -> Row.of(term.word(), term.meaning()))
            .toList());
  }

  public static List<Term> of(NightInReports night) {
    String period = night.figures().yearToDate();
    int enough = night.printing().percentFrom();
    List<Term> terms = new ArrayList<>();
    terms.add(
        new Term(
            "In timescale now",
            "Children: of those to whom the standard applies tonight, how many have nothing"
                + " overdue under it. Each child counts once, for the team that holds them."));
    terms.add(
        new Term(
            "Done in timescale in the period",
            "Visits, reviews and assessments: of those that fell due "
                + period
                + ", how many were done on or before the due date. Each counts for the team"
                + " allocated on the due date."));
    terms.add(
        new Term(
            "Children with all in timescale in the period",
            "Children: of those for whom anything fell due "
                + period
                + ", how many had every one of them done in timescale. The three measures are"
                + " never blended."));
    terms.add(
        new Term(
            "Overdue",
            "Not done, past the due date, and it can still be done tomorrow. Counted are visits,"
                + " reviews and assessments; at the head of reports the children to whom they are"
                + " owed, each once under each rank."));
    terms.add(
        new Term(
            "Missed",
            "Not done, past the due date, and it can no longer be done because the placement,"
                + " plan or period of care has ended. In the figures, never on a team's list."));
    terms.add(
        new Term(
            "Due soon",
            "Not done, still in time, and due within 2, 5 or 20 working days, by the length of the"
                + " interval."));
    terms.add(
        new Term(
            "Due next",
            "Not done, still in time, and due by "
                + Words.date(night.until())
                + ", as far as the lists of teams and services look ahead."));
    terms.add(
        new Term(
            "Cannot tell",
            "The record does not allow a judgement, for example because a date cannot be read."
                + " Counted neither as in time nor as late. The column says what is open now; the"
                + " workbook says it of the period too."));
    terms.add(
        new Term(
            "None due", "Nothing could be judged, so there is no percentage: neither 0 nor 100."));
    if (enough > 1) {
      terms.add(
          new Term(
              "Too few",
              "Of fewer than "
                  + enough
                  + " the count is given and no percentage, verdict or point on a line: one child"
                  + " more or less would look like a change."));
    }
    terms.add(
        new Term(
            "Target met",
            "The figure, as printed to one decimal place, is at or above the target: of tonight and of"
                + " the year are two verdicts."));
    terms.add(
        new Term(
            "Change",
            "In timescale now, less the same figure on the earlier night, in percentage"
                + " points. Last month is the latest night that is at least a month old."));
    for (Regime regime : night.departures().regimes()) {
      terms.add(
          new Term(
              MARK + regime.name(),
              "It fell due from "
                  + Words.date(regime.from())
                  + " to "
                  + Words.date(regime.to())
                  + ". "
                  + regime.says()
                  + " "
                  + regime.basis()
                  + "."));
    }
    return List.copyOf(terms);
  }
}
