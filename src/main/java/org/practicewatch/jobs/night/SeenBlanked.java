package org.practicewatch.jobs.night;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.MergedIds;
import org.practicewatch.casework.store.FactStore;
import org.practicewatch.intake.store.ExtractRegister;
import org.practicewatch.intake.store.ExtractRegister.Entry;
import org.practicewatch.quality.Issue;
import org.practicewatch.quality.store.IssueStore;

/**
 * Visits at which the child was not seen when they came before, and of which nothing says so any
 * more: a figure that gets better by that should not do so without a word.
 */
final class SeenBlanked {

  /** Beyond any page that was written while the extract was read. */
  private static final int PAGE = 1_000_000;

  private final FactStore facts;
  private final IssueStore issues;
  private final ExtractRegister register;
  private final Map<Integer, List<Activity>> blank = new TreeMap<>();

  SeenBlanked(FactStore facts, IssueStore issues, ExtractRegister register) {
    this.facts = facts;
    this.issues = issues;
    this.register = register;
  }

  /** Takes note of what a row of an extract says. */
  void take(int extract, List<? extends Fact> ofRow) {
    for (Fact fact : ofRow) {
      if (fact instanceof Activity act && act.marks().contains(Activity.SEEN_NOT_RECORDED)) {
        synchronized (blank) {
          blank.computeIfAbsent(extract, key -> new ArrayList<>()).add(act);
        }
      }
    }
  }

  /** Tells those of a run, once everything was read. */
  void tell(List<Entry> accepted) {
    for (Entry entry : accepted) {
      List<Activity> now = blank.getOrDefault(entry.extractId(), List.of());
      List<Entry> before = now.isEmpty() ? List.of() : register.before(entry);
      if (!before.isEmpty()) {
        Set<List<Object>> notSeen = notSeen(before);
        issues.add(
            entry.run(),
            IssueStore.Stage.READING,
            entry.extractId(),
            PAGE,
            now.stream()
                .filter(act -> notSeen.contains(key(act)))
                .map(SeenBlanked::issue)
                .toList());
      }
    }
  }

  private Set<List<Object>> notSeen(List<Entry> before) {
    FactStore.Caseload children =
        facts.caseload(
            before.stream()
                .map(one -> new FactStore.Source(one.extractId(), one.file(), one.sheet()))
                .toList(),
            MergedIds.NONE);
    Set<List<Object>> notSeen = new HashSet<>();
    for (int bucket = 0; bucket < FactStore.BUCKETS; bucket++) {
      for (FactStore.ChildFacts child : children.bucket(bucket)) {
        for (Fact fact : child.facts()) {
          if (fact instanceof Activity act && act.marks().contains(Activity.NOT_SEEN)) {
            notSeen.add(key(act));
          }
        }
      }
    }
    return notSeen;
  }

  private static List<Object> key(Activity act) {
    return List.of(act.childId(), act.kind(), act.on());
  }

  private static Issue issue(Activity act) {
    return Issue.at(
        act.source(),
        "",
        "not seen, and blank now",
        "The "
            + act.kind()
            + " of "
            + act.on()
            + " said that the child was not seen, and says nothing now.",
        "It is taken as it stands.",
        act.childId());
  }
}
