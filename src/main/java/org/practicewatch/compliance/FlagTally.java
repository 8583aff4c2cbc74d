package org.practicewatch.compliance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.practicewatch.standards.Flag;
import org.practicewatch.standards.Sources;
import org.practicewatch.standards.WithoutWorker;

/**
 * Counts flags and caseloads by team, child by child. Teams add up to services and the authority;
 * workers do not, for one may hold children of two teams.
 */
public final class FlagTally {

  private static final Comparator<FlagLine> IN_ORDER =
      Comparator.comparing(FlagLine::childId).thenComparing(FlagLine::flag);

  private final List<Flag> flags;
  private final Caseload caseload;
  private final Set<String> carried = new HashSet<>();
  private final Set<String> unallocated = new HashSet<>();
  private final Set<String> recorded = new HashSet<>();
  private final Set<String> met = new HashSet<>();
  private final Map<String, Map<String, Count>> counts = new TreeMap<>();
  private final Map<String, Map<String, Load>> loads = new TreeMap<>();
  private final Map<String, String> inPost = new HashMap<>();
  private final List<FlagLine> lines = new ArrayList<>();

  /** What one flag comes to in one team. */
  public static final class Count {
    private int flagged;
    private int lookedAt;
    private int cannotTell;
    private final SortedMap<Integer, Integer> byNumber = new TreeMap<>();

    public int flagged() {
      return flagged;
    }

    /** Children of whom it could be told. */
    public int lookedAt() {
      return lookedAt;
    }

    public int cannotTell() {
      return cannotTell;
    }

    /** Of those of whom it could be told, how many have how many. */
    public SortedMap<Integer, Integer> byNumber() {
      return Collections.unmodifiableSortedMap(byNumber);
    }
  }

  /** What one worker holds in one team. */
  public static final class Load {
    private int children;
    private BigDecimal weighted = BigDecimal.ZERO;
    private final Map<String, Integer> byKind = new HashMap<>();

    public int children() {
      return children;
    }

    public BigDecimal weighted() {
      return weighted;
    }

    /** Children by what weighs heaviest of them. */
    public Map<String, Integer> byKind() {
      return Collections.unmodifiableMap(byKind);
    }
  }

  /**
   * An empty tally.
   *
   * @param sources what the extracts carry at all
   */
  public FlagTally(List<Flag> flags, Caseload caseload, Sources sources) {
    this.flags = List.copyOf(flags);
    this.caseload = caseload;
    for (Flag flag : flags) {
      if (flag.canBeJudgedFrom(sources)) {
        carried.add(flag.id());
      }
      if (flag.counts() instanceof WithoutWorker) {
        unallocated.add(flag.id());
      }
    }
  }

  /** Adds a child. */
  public void add(ChildTonight child) {
    boolean held = !child.workerNow().isEmpty();
    for (ChildTonight.OfFlag one : child.flags()) {
      boolean nobodys = unallocated.contains(one.flag()) && one.state() == Flag.State.FLAGGED;
      count(child, one, nobodys ? "" : child.workerNow());
      held &= !nobodys;
    }
    Optional<Caseload.Weight> weight = caseload.heaviest(child.open());
    if (weight.isEmpty() || !held) {
      return;
    }
    Load load =
        loads
            .computeIfAbsent(child.workerNow(), worker -> new TreeMap<>())
            .computeIfAbsent(child.teamNow(), team -> new Load());
    load.children++;
    load.weighted = load.weighted.add(weight.get().weight());
    load.byKind.merge(weight.get().open(), 1, Integer::sum);
  }

  private void count(ChildTonight child, ChildTonight.OfFlag one, String worker) {
    Count count =
        counts
            .computeIfAbsent(one.flag(), flag -> new TreeMap<>())
            .computeIfAbsent(child.teamNow(), team -> new Count());
    met.add(one.flag());
    if (one.recorded()) {
      recorded.add(one.flag());
    }
    if (one.state() == Flag.State.CANNOT_TELL) {
      count.cannotTell++;
    } else {
      count.lookedAt++;
      count.flagged += one.state() == Flag.State.FLAGGED ? 1 : 0;
      count.byNumber.merge(one.number(), 1, Integer::sum);
    }
    if (one.state() != Flag.State.NOT_FLAGGED) {
      lines.add(
          new FlagLine(
              child.childId(),
              one.flag(),
              one.state(),
              one.value(),
              one.since(),
              child.teamNow(),
              worker,
              one.source()));
    }
  }

  /** Adds a worker in post. */
  public void add(WorkerTonight worker) {
    inPost.put(worker.worker(), worker.code());
  }

  /**
   * Whether anything can be said of a flag: an extract carries children to look at, and of one of
   * them at least it says something of the kind.
   */
  public boolean isJudged(String flag) {
    return carried.contains(flag) && (recorded.contains(flag) || !met.contains(flag));
  }

  /** Every flag on a child, every one that cannot be told, and those without a source, in order. */
  public List<FlagLine> lines() {
    List<FlagLine> all = new ArrayList<>();
    for (Flag flag : flags) {
      if (!isJudged(flag.id())) {
        all.add(new FlagLine("", flag.id(), null, FlagLine.NO_SOURCE, null, "", "", ""));
      }
    }
    lines.stream().filter(line -> isJudged(line.flag())).forEach(all::add);
    all.sort(IN_ORDER);
    return all;
  }

  /** Every team that holds a child of whom something was counted; empty for none. */
  public Set<String> teams() {
    Set<String> teams = new TreeSet<>();
    counts.values().forEach(byTeam -> teams.addAll(byTeam.keySet()));
    loads.values().forEach(byTeam -> teams.addAll(byTeam.keySet()));
    return teams;
  }

  /** What a flag comes to, by team (empty for none). */
  public Map<String, Count> counts(String flag) {
    return Collections.unmodifiableMap(counts.getOrDefault(flag, Map.of()));
  }

  /** What each worker holds, by team (empty for none). */
  public Map<String, Map<String, Load>> loads() {
    return Collections.unmodifiableMap(loads);
  }

  /** The workers in post, and how; empty where no extract says so. */
  public Map<String, String> inPost() {
    return Collections.unmodifiableMap(inPost);
  }
}
