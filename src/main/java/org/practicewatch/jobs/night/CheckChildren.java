package org.practicewatch.jobs.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Timeline;
import org.practicewatch.casework.store.ChildStore;
import org.practicewatch.casework.store.FactStore;
import org.practicewatch.casework.store.FactStore.ChildFacts;
import org.practicewatch.compliance.ChildTonight;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.Flagging;
import org.practicewatch.compliance.Judging;
import org.practicewatch.compliance.WorkerTonight;
import org.practicewatch.exceptions.DueInTheExtract;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.SideBySide;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.quality.Checking;
import org.practicewatch.quality.Issue;
import org.practicewatch.quality.checks.AllChecks;
import org.practicewatch.quality.store.IssueStore;
import org.practicewatch.standards.PracticeStandard;

/**
 * Checks the record of every child and holds its timeline against every standard, a bucket of
 * children at a time. No bucket asks anything of another, so that two are looked at while a third
 * is stored; they are stored in their order. A step that was broken off begins again from the first
 * bucket, and from nothing: what it had written is removed first, once and for all children
 * together.
 */
final class CheckChildren {

  private static final int LONGEST_NAME = 200;

  /** How many buckets are looked at ahead: one for each core that a council's machine has. */
  private static final int AHEAD = 2;

  private final Tonight tonight;
  private final Stores stores;
  private final Judging judging;
  private final Flagging flagging;
  private final Checking checking;
  private final Optional<DueInTheExtract> dueInTheExtract;
  private final List<FactStore.Source> standing;
  private final Progress progress;
  private FactStore.@Nullable Caseload caseload;
  private final Deque<Future<Checked>> ahead = new ArrayDeque<>();
  private final List<Checking.Kept> kept = new ArrayList<>();
  private int next;
  private int checked;

  CheckChildren(
      Tonight tonight,
      Stores stores,
      Judging judging,
      Flagging flagging,
      Checking checking,
      List<FactStore.Source> standing,
      Progress progress) {
    this.tonight = tonight;
    this.stores = stores;
    this.judging = judging;
    this.flagging = flagging;
    this.checking = checking;
    this.dueInTheExtract =
        checking
            .findLimits(AllChecks.DUE_MISMATCH)
            .map(limits -> new DueInTheExtract(metBy(tonight), limits));
    this.standing = standing;
    this.progress = progress;
  }

  /** For each kind of activity, the standards that it meets. */
  private static Map<String, Set<String>> metBy(Tonight tonight) {
    return tonight.settings().standards().stream()
        .collect(
            Collectors.groupingBy(
                PracticeStandard::metBy,
                Collectors.mapping(PracticeStandard::id, Collectors.toSet())));
  }

  /** The next bucket; null after the last. The first makes room for what will be written. */
  @Nullable Integer read() {
    if (caseload == null) {
      begin();
    }
    return next < FactStore.BUCKETS ? next++ : null;
  }

  private void begin() {
    int run = tonight.run().number();
    stores.findings().removeRun(run);
    stores.flags().removeRun(run);
    stores.issues().removeStage(run, IssueStore.Stage.CHECKING);
    stores.children().removeRun(run);
    caseload = stores.facts().caseload(standing, tonight.settings().merged());
  }

  /** What came of the children of a bucket. */
  private record Checked(
      List<Issue> issues,
      Map<Integer, List<Finding>> findings,
      List<ChildTonight> flagged,
      List<WorkerTonight> workers,
      List<ChildStore.Held> children,
      Checking.Kept kept) {}

  /** Checks and stores the children of a bucket; meanwhile those of the next two are looked at. */
  void check(int bucket) {
    FactStore.Caseload children = caseload;
    if (children == null) {
      throw new IllegalStateException("the buckets are read first");
    }
    for (int begun = bucket + ahead.size();
        begun <= bucket + AHEAD && begun < FactStore.BUCKETS;
        begun++) {
      int coming = begun;
      ahead.add(CompletableFuture.supplyAsync(() -> look(children, coming)));
    }
    Checked now = outcome(ahead.remove());
    int run = tonight.run().number();
    stores.issues().add(run, IssueStore.Stage.CHECKING, bucket, 0, now.issues());
    stores.findings().add(run, bucket, now.findings());
    stores.flags().add(run, bucket, now.flagged(), now.workers());
    stores.children().add(run, bucket, now.children());
    kept.add(now.kept());
    if (kept.size() == FactStore.BUCKETS) {
      int last = FactStore.BUCKETS;
      stores.issues().add(run, IssueStore.Stage.CHECKING, last, 0, checking.compare(kept));
    }
    checked += now.children().size();
    progress.at("Children checked", checked, "of " + children.size());
  }

  private static Checked outcome(Future<Checked> ahead) {
    try {
      return SideBySide.outcome(ahead);
    } catch (IOException stopped) {
      throw new UncheckedIOException(stopped);
    }
  }

  private Checked look(FactStore.Caseload children, int bucket) {
    List<Issue> found = new ArrayList<>();
    Map<Integer, List<Finding>> findings = new LinkedHashMap<>();
    List<ChildTonight> flagged = new ArrayList<>();
    List<WorkerTonight> workers = new ArrayList<>();
    List<ChildStore.Held> held = new ArrayList<>();
    Checking.Kept toCompare = new Checking.Kept();
    for (ChildFacts child : children.bucket(bucket)) {
      Timeline timeline = Timeline.of(child.childId(), child.facts(), tonight.asAt());
      found.addAll(checking.check(child.facts(), timeline, toCompare));
      List<Finding> owed = judging.judge(timeline);
      findings.put(child.ordinal(), owed);
      dueInTheExtract.ifPresent(
          check -> found.addAll(check.check(child.facts(), owed, tonight.asAt())));
      flagging.lookAt(child.facts(), timeline).ifPresent(flagged::add);
      Flagging.findWorker(timeline).ifPresent(workers::add);
      held.add(new ChildStore.Held(child.childId(), judging.teamNow(timeline), name(child)));
    }
    return new Checked(found, findings, flagged, workers, held, toCompare);
  }

  /** What an earlier night stored is not told either, once the settings no longer ask. */
  private String name(ChildFacts child) {
    String name = "";
    if (tonight.settings().nightly().namesInLists()) {
      for (Fact fact : child.facts()) {
        name = fact instanceof Child one && !one.name().isEmpty() ? one.name() : name;
      }
    }
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }
}
