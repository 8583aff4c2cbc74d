package org.practicewatch.reports.night;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicewatch.compliance.Finding;
import org.practicewatch.reports.section.Words;

/** What is owed to a child, in the words of a list. */
public final class Owed {

  public static final String NO_WORKER = "No worker recorded";

  private final LocalDate asAt;
  private final Map<String, StandardNote> standards;
  private final Map<String, String> names;
  private final Departures departures;

  public Owed(NightInReports night) {
    this.asAt = night.asAt();
    this.names = night.printing().names();
    this.departures = night.departures();
    this.standards =
        night.standards().stream().collect(Collectors.toMap(StandardNote::id, Function.identity()));
  }

  /** What is owed; of what each act starts, with the act: "Visit written up: visit of 9 Oct". */
  public String title(Finding finding) {
    StandardNote standard = standards.get(finding.standard());
    LocalDate since = finding.since();
    if (standard == null || since == null || standard.startedBy().isEmpty()) {
      return standard == null ? finding.standard() : standard.title();
    }
    return standard.title() + ": " + standard.startedBy() + " of " + Words.date(since);
  }

  public static String child(Finding finding) {
    return finding.childId().isEmpty() ? finding.subject() : finding.childId();
  }

  /** The child's name; empty where the council wants none. */
  public String name(Finding finding) {
    return names.getOrDefault(finding.childId(), "");
  }

  public static String worker(Finding finding) {
    return finding.workerNow().isEmpty() ? NO_WORKER : finding.workerNow();
  }

  public int daysOver(Finding finding) {
    Integer over = finding.daysOver();
    return over != null ? over : -daysToGo(finding);
  }

  public int daysToGo(Finding finding) {
    LocalDate due = finding.due();
    return due == null ? 0 : (int) ChronoUnit.DAYS.between(asAt, due);
  }

  public String inDays(Finding finding) {
    int days = daysToGo(finding);
    return days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days";
  }

  /**
   * Said of what is counted from the start, so that none has been done. A snapshot's latest, or an
   * act of another standard, may stand behind number 1 as well.
   */
  private static String first(Finding finding) {
    boolean first =
        finding.number() == 1
            && finding.since() != null
            && finding.since().equals(finding.duringFrom());
    return first ? "the first: none done yet" : "";
  }

  /**
   * What the reader should know of it: whether it is the first, and whether the law asked for less.
   */
  public String note(Finding finding) {
    return Stream.of(first(finding), departures.mark(finding.standard(), finding.due()))
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining("; "));
  }

  public static int children(List<Finding> findings) {
    return (int)
        findings.stream().map(Finding::childId).filter(id -> !id.isEmpty()).distinct().count();
  }
}
