package org.practicewatch.reports.night;

import java.util.List;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.section.Words;

/** What stands in small print, in several reports. */
public final class Notes {

  /** As many lines of one list as anybody reads on paper; the workbook has them all. */
  public static final int LINES_PRINTED = 200;

  private Notes() {}

  public static String underFigures(Printing printing) {
    return "In timescale now: of the children the standard applies to tonight, those with nothing"
        + " overdue under it. Done in timescale: of what fell due in the period, done by the due"
        + " date, for the team allocated on that date. The measures are never blended; what cannot"
        + " be told is in none of them."
        + (printing.percentFrom() > 1
            ? " Of fewer than "
                + printing.percentFrom()
                + " only the count is given: one child more or less would look like a change."
            : "");
  }

  /** Why some shares are counts alone; empty where none is. */
  public static String few(Printing printing) {
    return printing.percentFrom() > 1
        ? " Of fewer than " + printing.percentFrom() + " only the count is given."
        : "";
  }

  /** What a list on paper leaves out; empty where that is nothing. */
  public static String firstOf(int all) {
    return firstOf(LINES_PRINTED, all).strip();
  }

  /** The same of a list of which so many lines are printed, to stand after another sentence. */
  public static String firstOf(int printed, int all) {
    return all <= printed
        ? ""
        : " These are the first "
            + Words.count(printed)
            + " of "
            + Words.count(all)
            + "; the workbook beside this report lists every one.";
  }

  /** What cannot be judged because no extract carries it; empty where that is nothing. */
  public static String withoutSource(List<String> titles) {
    return titles.isEmpty()
        ? ""
        : "Cannot judge, no source: "
            + String.join(", ", titles)
            + ". No extract carries what it takes; whoever runs Practicewatch can write a template"
            + " workbook that says which rows to extract, and why.";
  }
}
