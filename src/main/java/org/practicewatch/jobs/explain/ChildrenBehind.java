package org.practicewatch.jobs.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.practicewatch.calendar.InWords;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.Membership.Counts;
import org.practicewatch.standards.Timeliness;

/** The children behind a figure, each in a line with what makes it count so. */
final class ChildrenBehind {

  static final String NOT_KEPT =
      "The findings of that night are no longer kept, or jobs/ has changed since: who was behind it"
          + " cannot be listed.";

  private static final Map<Counts, String> HEADINGS =
      Map.of(
          Counts.AS_NOT_IN_TIMESCALE, "Not in timescale",
          Counts.AS_CANNOT_TELL, "Cannot be told, and so in neither number",
          Counts.AS_IN_TIMESCALE, "In timescale");

  private final boolean pastIsHeldAgainstIt;
  private final boolean ofSeveral;
  private final Map<Counts, List<String>> lines = new EnumMap<>(Counts.class);

  /**
   * Nobody yet.
   *
   * @param pastIsHeldAgainstIt whether what was late or missed fails, and not only what is overdue
   * @param ofSeveral whether it is of several standards, so that each line names its own
   */
  ChildrenBehind(boolean pastIsHeldAgainstIt, boolean ofSeveral) {
    this.ofSeveral = ofSeveral;
    this.pastIsHeldAgainstIt = pastIsHeldAgainstIt;
  }

  /** The figure in words. */
  static String counts(int numerator, int denominator, int cannotTell) {
    BigDecimal percent = Figure.percent(numerator, denominator);
    return String.format(
        Locale.UK,
        "%,d of %,d%s; cannot be told: %,d.",
        numerator,
        denominator,
        percent == null ? "" : " (" + percent.toPlainString() + " %)",
        cannotTell);
  }

  void add(Counts counts, List<Finding> because) {
    lines.computeIfAbsent(counts, each -> new ArrayList<>()).add(line(because, counts));
  }

  int size(Counts counts) {
    return lines.getOrDefault(counts, List.of()).size();
  }

  int size() {
    return lines.values().stream().mapToInt(List::size).sum();
  }

  /** Those not in timescale first. */
  List<String> lines() {
    List<String> all = new ArrayList<>();
    for (Counts counts :
        List.of(Counts.AS_NOT_IN_TIMESCALE, Counts.AS_CANNOT_TELL, Counts.AS_IN_TIMESCALE)) {
      if (size(counts) > 0) {
        all.add("");
        all.add(HEADINGS.get(counts) + " (" + size(counts) + ")");
        all.addAll(lines.getOrDefault(counts, List.of()));
      }
    }
    return all;
  }

  /** Of a child that is not in timescale, what is not; of others, the last. */
  private String line(List<Finding> because, Counts counts) {
    List<Finding> shown = because.stream().filter(finding -> isWhy(finding, counts)).toList();
    Finding one = shown.isEmpty() ? because.get(because.size() - 1) : shown.get(shown.size() - 1);
    StringBuilder line = new StringBuilder("  " + one.childId());
    line.append(ofSeveral ? ", " + one.standard() : "");
    line.append(one.due() == null ? ": due on a day that cannot be told" : ": due " + one.due());
    line.append(one.done() == null ? "" : ", done " + one.done());
    line.append(", ").append(one.timeliness().words());
    if (one.daysOver() != null) {
      line.append(", ").append(InWords.count(one.daysOver(), "day over", "days over"));
    }
    if (shown.size() > 1) {
      line.append(" (and ").append(shown.size() - 1).append(" more)");
    }
    return line.append("  [").append(one.source()).append(']').toString();
  }

  private boolean isWhy(Finding finding, Counts counts) {
    Timeliness state = finding.timeliness();
    return switch (counts) {
      case AS_CANNOT_TELL -> state == Timeliness.CANNOT_TELL;
      case AS_NOT_IN_TIMESCALE ->
          state == Timeliness.OVERDUE
              || (pastIsHeldAgainstIt && (state == Timeliness.LATE || state == Timeliness.MISSED));
      case AS_IN_TIMESCALE -> true;
    };
  }
}
