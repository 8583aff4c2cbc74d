package org.practicewatch.practiceweek;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.InWords;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;
import org.practicewatch.compliance.Finding;
import org.practicewatch.practiceweek.CaseFile.Bar;
import org.practicewatch.practiceweek.CaseFile.Lane;
import org.practicewatch.practiceweek.CaseFile.Mark;
import org.practicewatch.practiceweek.CaseFile.Owed;
import org.practicewatch.practiceweek.CaseFile.Sort;
import org.practicewatch.standards.Timeliness;

/** Puts together what an auditor is given of a case. */
public final class CaseFiles {

  private static final List<String> PLANS =
      List.of("child protection plan", "child in need plan", "pathway plan");
  private static final Set<String> HEALTH =
      Set.of(
          "health assessment",
          "dental check",
          "strengths and difficulties questionnaire",
          "immunisations up to date");

  private final LocalDate from;
  private final Map<String, Shown> standards;
  private final Set<String> wanted;

  /**
   * What is shown of a standard.
   *
   * @param title what is owed
   * @param metBy the kind of activity that meets it
   */
  public record Shown(String title, String metBy) {}

  /**
   * For one week.
   *
   * @param from first day looked back on
   * @param standards by id
   * @param wanted ids of those that are shown; empty for all
   */
  public CaseFiles(LocalDate from, Map<String, Shown> standards, Set<String> wanted) {
    this.from = from;
    this.standards = standards;
    this.wanted = wanted;
  }

  /**
   * The file of a case.
   *
   * @param gaps what is open on the team's list, in words
   */
  public CaseFile of(DrawnCase one, Candidate child, List<Finding> findings, List<String> gaps) {
    List<Finding> shown = shown(findings, child.asAt());
    return new CaseFile(
        one.number(),
        one.childId(),
        one.cohort(),
        about(child),
        from,
        child.asAt(),
        lanes(child.timeline(), shown),
        shown.stream().map(this::owed).toList(),
        gaps);
  }

  private List<Finding> shown(List<Finding> findings, LocalDate to) {
    return findings.stream()
        .filter(one -> wanted.isEmpty() || wanted.contains(one.standard()))
        .filter(one -> isInTime(one, to))
        .sorted(
            Comparator.comparing(Finding::standard)
                .thenComparing(Finding::due, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  /** What fell due or was done in the time looked back on, and what is owed now. */
  private boolean isInTime(Finding one, LocalDate to) {
    LocalDate due = one.due();
    LocalDate done = one.done();
    boolean isDue = due != null && !due.isBefore(from) && !due.isAfter(to);
    boolean isDone = done != null && !done.isBefore(from) && !done.isAfter(to);
    return isDue || isDone || (one.current() && one.timeliness() != Timeliness.NOT_YET_DUE);
  }

  private Owed owed(Finding one) {
    Shown shown = standards.get(one.standard());
    return new Owed(
        one.standard(),
        shown == null ? one.standard() : shown.title(),
        one.due(),
        one.done(),
        one.timeliness(),
        one.daysOver());
  }

  private static List<String> about(Candidate child) {
    List<String> about = new ArrayList<>();
    Integer age = child.ageOn(child.asAt());
    about.add(
        (age == null ? "Age not recorded" : "Aged " + age)
            + "; "
            + child.disabilityInWords().toLowerCase(Locale.UK)
            + (child.disability() == null ? " whether there is a disability" : ""));
    child.timeline().spans(Kinds.PERIOD_OF_CARE).stream()
        .filter(span -> span.isOpenOn(child.asAt()))
        .findFirst()
        .ifPresent(span -> about.add("Looked after since " + since(span)));
    for (String plan : PLANS) {
      child.timeline().spans(plan).stream()
          .filter(span -> span.isOpenOn(child.asAt()))
          .findFirst()
          .ifPresent(
              span ->
                  about.add(
                      plan.substring(0, 1).toUpperCase(Locale.UK)
                          + plan.substring(1)
                          + " since "
                          + since(span)));
    }
    return about;
  }

  private static String since(Span span) {
    return (span.startKnown() ? "" : "before ") + InWords.day(span.from());
  }

  private List<Lane> lanes(Timeline timeline, List<Finding> findings) {
    List<Lane> lanes = new ArrayList<>();
    lanes.add(bars("Placement", timeline.spans(Kinds.PLACEMENT)));
    lanes.add(workers(timeline.allocations()));
    lanes.add(bars("Legal status", timeline.spans(Kinds.LEGAL_STATUS)));
    List<Bar> plans = new ArrayList<>();
    for (String plan : PLANS) {
      timeline.spans(plan).stream()
          .filter(span -> isSeen(span.from(), span.to()))
          .forEach(span -> plans.add(new Bar(span.from(), span.to(), plan)));
    }
    lanes.add(new Lane("Plan", plans, List.of()));
    lanes.add(acts("Visits", timeline, findings, kind -> kind.endsWith(" visit")));
    lanes.add(
        acts(
            "Reviews",
            timeline,
            findings,
            kind -> kind.endsWith(" review") || kind.endsWith("conference")));
    lanes.add(acts("Health", timeline, findings, HEALTH::contains));
    lanes.add(bars("Missing", timeline.spans("missing")));
    return lanes;
  }

  private Lane bars(String name, List<Span> spans) {
    return new Lane(
        name,
        spans.stream()
            .filter(span -> isSeen(span.from(), span.to()))
            .map(span -> new Bar(span.from(), span.to(), span.code()))
            .toList(),
        List.of());
  }

  private Lane workers(List<Allocation> allocations) {
    List<Bar> bars = new ArrayList<>();
    for (Allocation one : allocations) {
      LocalDate begins = one.from() == null ? from : one.from();
      String label = one.worker().isEmpty() ? one.team() : one.worker();
      if (isSeen(begins, one.to()) && !label.isEmpty()) {
        bars.add(new Bar(begins, one.to(), label));
      }
    }
    return new Lane("Worker", bars, List.of());
  }

  private boolean isSeen(LocalDate begins, @Nullable LocalDate ends) {
    return ends == null || (!ends.isBefore(from) && !ends.isBefore(begins));
  }

  /** Which kinds of activity a line of the picture shows. */
  private interface Kind {
    boolean isShown(String kind);
  }

  private Lane acts(String name, Timeline timeline, List<Finding> findings, Kind kinds) {
    List<Mark> marks = new ArrayList<>();
    timeline
        .activities()
        .forEach(
            (kind, acts) -> {
              if (kinds.isShown(kind)) {
                acts.stream()
                    .map(Activity::on)
                    .filter(on -> !on.isBefore(from))
                    .forEach(on -> marks.add(new Mark(on, Sort.DONE, kind)));
              }
            });
    for (Finding one : findings) {
      Shown shown = standards.get(one.standard());
      LocalDate due = one.due();
      boolean missed =
          one.timeliness() == Timeliness.OVERDUE || one.timeliness() == Timeliness.MISSED;
      if (missed
          && due != null
          && !due.isBefore(from)
          && shown != null
          && kinds.isShown(shown.metBy())) {
        marks.add(new Mark(due, Sort.NOT_DONE, shown.title()));
      }
    }
    marks.sort(Comparator.comparing(Mark::on).thenComparing(Mark::label));
    return new Lane(name, List.of(), marks.stream().distinct().toList());
  }
}
