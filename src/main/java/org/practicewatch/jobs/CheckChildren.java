package org.practicewatch.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Timeline;
import org.practicewatch.casework.store.FactStore;
import org.practicewatch.casework.store.FactStore.ChildFacts;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.Judging;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.intake.store.ExtractRegister.Entry;
import org.practicewatch.quality.Issue;
import org.practicewatch.quality.RecordChecks;
import org.practicewatch.quality.store.IssueStore;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.support.IteratorItemReader;

/**
 * Checks the record of every child and holds its timeline against every standard, a bucket of
 * children at a time. A step that was broken off begins again from the first bucket, and from
 * nothing: what it had written is removed first, once and for all children together.
 */
final class CheckChildren {

  private final Tonight tonight;
  private final FactStore facts;
  private final IssueStore issues;
  private final NightStore nights;
  private final Judging judging;
  private final Progress progress;
  private FactStore.@Nullable Caseload caseload;
  private int checked;

  CheckChildren(
      Tonight tonight,
      FactStore facts,
      IssueStore issues,
      NightStore nights,
      Judging judging,
      Progress progress) {
    this.tonight = tonight;
    this.facts = facts;
    this.issues = issues;
    this.nights = nights;
    this.judging = judging;
    this.progress = progress;
  }

  /** The buckets in which the children of the extracts that stand are found; nothing is checked. */
  ItemReader<Integer> buckets(List<Entry> standing) {
    List<FactStore.Source> sources =
        standing.stream()
            .map(entry -> new FactStore.Source(entry.extractId(), entry.file(), entry.sheet()))
            .toList();
    int run = tonight.run().number();
    nights.removeFindings(run);
    issues.removeStage(run, IssueStore.Stage.CHECKING);
    facts.forgetChildren();
    caseload = facts.caseload(sources, tonight.settings().merged());
    return new IteratorItemReader<>(IntStream.range(0, FactStore.BUCKETS).boxed().iterator());
  }

  /** Checks the children of a bucket. */
  void check(int bucket) {
    int run = tonight.run().number();
    List<Issue> found = new ArrayList<>();
    Map<Integer, List<Finding>> findings = new LinkedHashMap<>();
    List<FactStore.Held> held = new ArrayList<>();
    FactStore.Caseload children = caseload;
    if (children == null) {
      throw new IllegalStateException("the buckets are read first");
    }
    for (ChildFacts child : children.bucket(bucket)) {
      Timeline timeline = Timeline.of(child.childId(), child.facts(), tonight.asAt());
      found.addAll(RecordChecks.check(child.facts(), timeline));
      findings.put(child.ordinal(), judging.judge(timeline));
      held.add(new FactStore.Held(child.ordinal(), child.childId(), judging.teamNow(timeline)));
    }
    issues.add(run, IssueStore.Stage.CHECKING, bucket, 0, found);
    nights.add(run, findings);
    facts.list(held);
    checked += held.size();
    progress.at("Children checked", checked, "of " + children.size());
  }
}
