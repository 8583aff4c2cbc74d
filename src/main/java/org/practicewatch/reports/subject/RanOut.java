package org.practicewatch.reports.subject;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Finding;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.section.Share;
import org.practicewatch.standards.Timeliness;

/**
 * Of what fell due in a stretch of days, how many were done in time, late, or not at all. What is
 * not yet due is nowhere in it, and neither is what is due tonight and still in time.
 *
 * @param inTime done on or before the due date
 * @param late done after it
 * @param overdue not done, and it still can be
 * @param missed not done, and it no longer can be
 * @param cannotTell what the record does not allow to be judged: in neither number
 */
record RanOut(int inTime, int late, int overdue, int missed, int cannotTell) {

  static final RanOut NOTHING = new RanOut(0, 0, 0, 0, 0);

  static RanOut of(Stream<Finding> findings, LocalDate from, LocalDate to) {
    return findings
        .filter(finding -> isDueIn(finding, from, to))
        .map(RanOut::of)
        .reduce(NOTHING, RanOut::and);
  }

  private static boolean isDueIn(Finding finding, LocalDate from, LocalDate to) {
    LocalDate due = finding.due();
    return due != null && !due.isBefore(from) && !due.isAfter(to);
  }

  private static RanOut of(Finding finding) {
    Timeliness state = finding.timeliness();
    return new RanOut(
        one(state == Timeliness.IN_TIMESCALE),
        one(state == Timeliness.LATE),
        one(state == Timeliness.OVERDUE),
        one(state == Timeliness.MISSED),
        one(state == Timeliness.CANNOT_TELL));
  }

  private static int one(boolean so) {
    return so ? 1 : 0;
  }

  RanOut and(RanOut other) {
    return new RanOut(
        inTime + other.inTime,
        late + other.late,
        overdue + other.overdue,
        missed + other.missed,
        cannotTell + other.cannotTell);
  }

  /** How many could be judged. */
  int judged() {
    return inTime + late + notAtAll();
  }

  int notAtAll() {
    return overdue + missed;
  }

  boolean isEmpty() {
    return judged() + cannotTell == 0;
  }

  /** In time, of those that could be judged; null of too few. */
  @Nullable BigDecimal percent(Printing printing) {
    return printing.isEnough(judged()) ? Figure.percent(inTime, judged()) : null;
  }

  Share share(Printing printing) {
    return judged() == 0 ? Share.of(null, printing) : Share.of(inTime, judged(), printing);
  }
}
