package org.practicewatch.jobs.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.InWords;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;
import org.practicewatch.casework.store.FactStore.ChildFacts;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.Judging;
import org.practicewatch.compliance.Judging.Judged;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.jobs.machine.ExitCodes;
import org.practicewatch.jobs.machine.Stopped;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.standing.WhatStands;
import org.practicewatch.quality.Issue;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SwitchedOff;
import org.practicewatch.standards.InForce;
import org.practicewatch.standards.PracticeStandard;
import org.practicewatch.standards.Regime;

/** A child's record on a closed night, and each thing owed, as sentences with their cells. */
public final class ChildInSentences {

  /** From these the spans that are shown are worked out. */
  private static final Set<String> RAW = Set.of(Kinds.EPISODE, Kinds.PLACEMENT_RECORD);

  private final Settings settings;
  private final Stores stores;
  private final NightStore.Run night;
  private final List<String> lines = new ArrayList<>();

  /** The children of one night. */
  public ChildInSentences(Settings settings, Stores stores, NightStore.Run night) {
    this.settings = settings;
    this.stores = stores;
    this.night = night;
  }

  /** A line of the record, at its place in time. */
  private record Event(@Nullable LocalDate on, String when, String what, CellRef source) {}

  /**
   * The sentences.
   *
   * @param only id of the one standard to tell of; null for all
   * @throws Stopped where the night knows no such child
   */
  public List<String> of(String childId, @Nullable String only) {
    WhatStands stands = new WhatStands(settings, stores, night.asAt());
    String id = settings.merged().now(childId);
    Optional<ChildFacts> facts =
        stores.facts().caseload(stands.caseloads(), settings.merged()).find(id);
    List<Finding> reported = reported(id);
    if (facts.isEmpty() && reported.isEmpty()) {
      throw new Stopped(
          ExitCodes.MISTAKE, "The night of " + night.asAt() + " knows no child with this id.");
    }
    lines.add(
        "Child "
            + id
            + (id.equals(childId) ? "" : " (before: " + childId + ")")
            + ", on the night of "
            + night.asAt()
            + ".");
    List<Judged> judged = new ArrayList<>();
    if (facts.isPresent()) {
      Timeline timeline = Timeline.of(id, facts.get().facts(), night.asAt());
      Judging judging = stands.judging(night.number());
      judged.addAll(judging.judgeByVersion(timeline));
      whose(timeline, judging);
      if (only == null) {
        record(timeline);
      }
    }
    boolean asReported = judged.stream().map(Judged::finding).toList().equals(reported);
    List<Judged> owed = reported.isEmpty() ? judged : asReported ? judged : byVersion(reported);
    obligations(owed, only);
    notJudged(owed, stands.judged(), only);
    if (only == null) {
      lines.addAll(new FlagsInSentences(settings, stores, night.number()).of(id, stands));
    }
    issues(id);
    if (!asReported) {
      lines.add("");
      lines.add(
          reported.isEmpty()
              ? "The findings of that night are no longer kept: these are judged anew from the record."
              : "What was owed is told as that night reported it. The record that is kept today would"
                  + " not give the same: a later extract took its place, or jobs/ has changed.");
    }
    return lines;
  }

  private List<Finding> reported(String id) {
    List<Finding> reported = new ArrayList<>();
    stores
        .findings()
        .forEachChild(
            night.number(),
            findings -> {
              if (findings.get(0).childId().equals(id)) {
                reported.addAll(findings);
              }
            });
    return reported;
  }

  private List<Judged> byVersion(List<Finding> findings) {
    List<Judged> judged = new ArrayList<>();
    for (Finding finding : findings) {
      LocalDate since = finding.since();
      settings.standards().stream()
          .filter(standard -> standard.id().equals(finding.standard()))
          .filter(standard -> since == null || standard.inForce().on(since))
          .findFirst()
          .ifPresent(standard -> judged.add(new Judged(standard, finding)));
    }
    return judged;
  }

  private void whose(Timeline timeline, Judging judging) {
    Child child = timeline.child();
    LocalDate born = child.born();
    lines.add(
        born == null
            ? "Born: not known."
            : "Born "
                + born
                + " ("
                + child.ageOn(night.asAt())
                + " years old)."
                + cell(child.source()));
    String team = judging.teamNow(timeline);
    String worker = timeline.findAllocation(night.asAt()).map(Allocation::worker).orElse("");
    lines.add(
        "Held by "
            + (team.isEmpty() ? "no team that is recorded" : team)
            + (worker.isEmpty() ? "" : ", " + worker)
            + ".");
  }

  private void record(Timeline timeline) {
    List<Event> events = new ArrayList<>();
    timeline
        .spans()
        .forEach(
            (kind, spans) -> {
              if (!RAW.contains(kind)) {
                spans.forEach(span -> events.add(event(span)));
              }
            });
    timeline.activities().values().forEach(all -> all.forEach(one -> events.add(event(one))));
    timeline
        .latest()
        .forEach(
            (kind, latest) ->
                events.add(
                    new Event(
                        latest.on(),
                        latest.on() == null ? "none" : latest.on().toString(),
                        "latest " + kind + ", as a list says",
                        latest.source())));
    timeline
        .gaps()
        .forEach(
            (kind, gaps) ->
                gaps.forEach(
                    gap ->
                        events.add(
                            new Event(
                                gap.on(),
                                gap.on() == null ? "?" : gap.on().toString(),
                                kind + " that cannot be read in full",
                                gap.source()))));
    events.sort(
        Comparator.comparing(Event::on, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Event::when)
            .thenComparing(Event::what));
    heading("The record");
    if (events.isEmpty()) {
      lines.add("  Nothing dated on or before this night.");
    }
    events.forEach(
        event ->
            lines.add(
                String.format(
                    Locale.UK, "  %-23s %s%s", event.when(), event.what(), cell(event.source()))));
    timeline
        .contradictions()
        .forEach(one -> lines.add("  Contradiction: " + one.problem() + " " + one.effect()));
  }

  private static Event event(Span span) {
    LocalDate to = span.to();
    String from = span.from().equals(Span.LONG_AGO) ? "?" : span.from().toString();
    String when = from + " – " + (to == null ? "" : to.toString());
    String code = span.code().isEmpty() ? "" : " (" + span.code() + ")";
    String end = span.endReadable() ? "" : ", with an end that cannot be read";
    return new Event(span.from(), when, span.kind() + code + end, span.source());
  }

  private static Event event(Activity one) {
    String marks =
        one.marks().isEmpty() ? "" : ", " + String.join(", ", new TreeSet<>(one.marks()));
    return new Event(one.on(), one.on().toString(), one.kind() + marks, one.source());
  }

  private void obligations(List<Judged> owed, @Nullable String only) {
    PracticeStandard before = null;
    for (Judged one : owed) {
      PracticeStandard standard = one.version();
      if (only != null && !standard.id().equals(only)) {
        continue;
      }
      if (!standard.equals(before)) {
        heading(standard.id() + ", " + standard.title() + " (" + standard.standing().words() + ")");
        lines.add("  " + standard.rule());
        lines.add("  Source: " + standard.basis() + "." + inForce(standard.inForce()));
        standard.parts().forEach(part -> lines.add("  A part of it: " + part.words()));
        relaxed(standard, owed);
        before = standard;
      }
      lines.add("  " + sentence(one.finding(), standard));
    }
  }

  private static String inForce(InForce inForce) {
    if (inForce.equals(InForce.ALWAYS)) {
      return "";
    }
    return " This version is for counts that begin"
        + (inForce.from() == null ? "" : " from " + inForce.from())
        + (inForce.to() == null ? "" : " to " + inForce.to())
        + ".";
  }

  private String sentence(Finding finding, PracticeStandard standard) {
    StringBuilder said = new StringBuilder();
    said.append(where(finding, standard)).append(", ").append(finding.number()).append(": ");
    if (finding.since() != null) {
      said.append("counted from ").append(finding.since()).append(", ");
    }
    said.append(
        finding.due() == null ? "due on a day that cannot be told" : "due by " + finding.due());
    regimes(finding).map(Regime::name).forEach(name -> said.append(" (").append(name).append(')'));
    said.append("; ").append(outcome(finding)).append('.').append(cell(finding.source()));
    return said.toString();
  }

  /** The span, or the activity, that it hangs on. */
  private static String where(Finding finding, PracticeStandard standard) {
    LocalDate from = finding.duringFrom();
    if (!standard.afterEach().isEmpty()) {
      return "after the "
          + String.join(" or ", standard.afterEach())
          + (from == null ? "" : " of " + from);
    }
    if (standard.beforeEach() != null) {
      return "before the " + standard.beforeEach() + (from == null ? "" : " of " + from);
    }
    return standard.during() + (from == null ? "" : " from " + from);
  }

  /** What it means that something fell due while the law asked for less. */
  private void relaxed(PracticeStandard version, List<Judged> owed) {
    owed.stream()
        .filter(one -> one.version().equals(version))
        .flatMap(one -> regimes(one.finding()))
        .distinct()
        .forEach(
            regime ->
                lines.add(
                    "  " + regime.name() + ": " + regime.says() + " " + regime.basis() + "."));
  }

  private Stream<Regime> regimes(Finding finding) {
    return settings.regimes().stream()
        .filter(regime -> regime.covers(finding.standard(), finding.due()));
  }

  private static String outcome(Finding finding) {
    Integer over = finding.daysOver();
    String days = over == null ? "" : ", " + InWords.count(over, "day", "days") + " over";
    String state = finding.timeliness().words();
    return switch (finding.timeliness()) {
      case IN_TIMESCALE, LATE -> "done on " + finding.done() + days + ": " + state;
      case OVERDUE -> "not done" + days + ": " + state;
      case MISSED -> "not done, and it no longer can be" + days + ": " + state;
      case DUE_SOON, NOT_YET_DUE -> "not done yet: " + state;
      case CANNOT_TELL -> "the record does not allow a judgement: " + state;
    };
  }

  private void notJudged(List<Judged> owed, List<String> judged, @Nullable String only) {
    Set<String> told = owed.stream().map(one -> one.version().id()).collect(Collectors.toSet());
    List<String> nothing = new ArrayList<>();
    List<String> noSource = new ArrayList<>();
    settings.standards().stream()
        .map(PracticeStandard::id)
        .distinct()
        .filter(id -> only == null || id.equals(only))
        .filter(id -> !told.contains(id))
        .forEach(id -> (judged.contains(id) ? nothing : noSource).add(id));
    List<SwitchedOff> off =
        settings.switchedOff().stream()
            .filter(one -> one.days().on(night.asAt()))
            .filter(one -> only == null || one.id().equals(only))
            .toList();
    if (!nothing.isEmpty() || !noSource.isEmpty() || !off.isEmpty()) {
      heading("Nothing was owed, or nothing can be said");
    }
    if (!nothing.isEmpty()) {
      lines.add("  Owed nothing by: " + String.join(", ", nothing) + ".");
    }
    if (!noSource.isEmpty()) {
      lines.add("  Cannot be judged, no source: " + String.join(", ", noSource) + ".");
    }
    off.forEach(
        one -> lines.add("  Switched off: " + one.id() + ". Because: " + one.because() + "."));
  }

  private void issues(String childId) {
    List<Issue> ofChild = new ArrayList<>();
    stores
        .issues()
        .forEach(
            night.number(),
            issue -> {
              if (settings.merged().now(issue.childId()).equals(childId)) {
                ofChild.add(issue);
              }
            });
    if (ofChild.isEmpty()) {
      return;
    }
    heading("What could not be read or believed");
    ofChild.forEach(
        issue ->
            lines.add(
                "  "
                    + issue.problem()
                    + (issue.value().isEmpty() ? "" : " Value: " + issue.value() + ".")
                    + " "
                    + issue.effect()
                    + " ["
                    + issue.extract()
                    + (issue.sheet().isEmpty() ? "" : ", sheet " + issue.sheet())
                    + (issue.row() == 0 ? "" : ", row " + issue.row())
                    + (issue.column().isEmpty() ? "" : ", column " + issue.column())
                    + "]"));
  }

  private void heading(String words) {
    lines.add("");
    lines.add(words);
  }

  private static String cell(CellRef source) {
    return source.file().isEmpty() ? "" : cell(source.toString());
  }

  private static String cell(String source) {
    return source.isEmpty() || source.equals("!!") ? "" : "  [" + source + "]";
  }
}
