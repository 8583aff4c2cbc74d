package org.practicewatch.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Timeline;
import org.practicewatch.quality.checks.AllChecks;

/** The checks of one night: those that are on, and for which the extracts carry enough. */
public final class Checking {

  /** In place of kinds of fact. */
  public static final String EVERYTHING = "everything";

  private final Map<String, LocalDate> written;
  private final WorkingDays calendar;
  private final List<Running> ofAChild = new ArrayList<>();
  private final List<Across<?>> across = new ArrayList<>();
  private final Map<String, Limits> besides = new HashMap<>();
  private final List<NotRun> notRun = new ArrayList<>();
  private final Set<String> ran = new TreeSet<>();

  private record Running(RecordCheck check, Limits limits) {}

  private record Across<K>(CheckAcross<K> check, Limits limits) {

    void keep(ChildRecord record, Kept kept) {
      List<K> ofChild = check.keep(record, limits);
      if (!ofChild.isEmpty()) {
        kept.byCheck.computeIfAbsent(check.id(), id -> new ArrayList<>()).addAll(ofChild);
      }
    }

    List<CheckAcross.OfChild> compare(List<Kept> parts) {
      List<K> all = new ArrayList<>();
      for (Kept part : parts) {
        for (Object one : part.byCheck.getOrDefault(check.id(), List.of())) {
          all.add(check.keeps().cast(one));
        }
      }
      return check.compare(all, limits);
    }
  }

  /** What is kept of some children until all have been seen, for the checks that need to. */
  public static final class Kept {
    private final Map<String, List<Object>> byCheck = new HashMap<>();
  }

  /**
   * A check that could not run, which is no praise.
   *
   * @param missing what the extracts do not carry, in words
   */
  public record NotRun(CheckEntry check, List<String> missing) {}

  /**
   * Chooses the checks.
   *
   * @param entries of all checks
   * @param carried what the extracts carry
   * @param written by file and sheet, the day that an extract gives for itself
   */
  public Checking(
      List<CheckEntry> entries,
      Set<Need> carried,
      Map<String, LocalDate> written,
      WorkingDays calendar) {
    this.written = Map.copyOf(written);
    this.calendar = calendar;
    Map<String, CheckEntry> on = new HashMap<>();
    entries.stream().filter(entry -> !entry.off()).forEach(entry -> on.put(entry.check(), entry));
    ran.addAll(on.keySet());
    for (RecordCheck check : AllChecks.ofAChild()) {
      CheckEntry entry = on.get(check.id());
      if (entry != null && isCarried(entry, enough(check, carried), carried)) {
        ofAChild.add(new Running(check, new Limits(entry.limits())));
      }
    }
    CheckEntry mismatch = on.get(AllChecks.DUE_MISMATCH);
    if (mismatch != null && isCarried(mismatch, dueDates(carried), carried)) {
      besides.put(mismatch.check(), new Limits(mismatch.limits()));
    }
    for (CheckAcross<?> check : AllChecks.across()) {
      CheckEntry entry = on.get(check.id());
      if (entry != null && isCarried(entry, check.needs(), carried)) {
        across.add(new Across<>(check, new Limits(entry.limits())));
      }
    }
  }

  /** Of the sets of facts of which any will do, one that is carried; else the first. */
  private static List<Need> enough(RecordCheck check, Set<Need> carried) {
    return check.orNeeds().stream().filter(carried::containsAll).findFirst().orElse(check.needs());
  }

  /** Any due date of a case system will do; where there is none, one is missing. */
  private static List<Need> dueDates(Set<Need> carried) {
    return carried.stream()
            .anyMatch(need -> need.form() == Need.Form.NOTED && need.detail().equals("due"))
        ? List.of()
        : List.of(Need.noted("looked-after review", "due"));
  }

  /**
   * For each check, or name of an issue, the kinds of fact that it holds against each other; {@link
   * #EVERYTHING} for all. What is not named looks at single rows.
   */
  public static Map<String, Set<String>> looksAt() {
    Map<String, Set<String>> looksAt = new HashMap<>(RecordChecks.LOOKS_AT);
    looksAt.put(AllChecks.DUE_MISMATCH, Set.of(EVERYTHING));
    for (RecordCheck check : AllChecks.ofAChild()) {
      Set<String> kinds = kinds(check.needs());
      check.orNeeds().forEach(needs -> kinds.addAll(kinds(needs)));
      kinds.addAll(check.looksAtToo());
      looksAt.put(check.id(), kinds);
    }
    for (CheckAcross<?> check : AllChecks.across()) {
      Set<String> kinds = kinds(check.needs());
      kinds.addAll(check.looksAtToo());
      looksAt.put(check.id(), kinds);
    }
    return looksAt;
  }

  private static Set<String> kinds(List<Need> needs) {
    Set<String> kinds = new TreeSet<>();
    for (Need need : needs) {
      kinds.add(
          switch (need.form()) {
            case CHILD -> Kinds.BIRTH;
            case ALLOCATION -> Kinds.WHO_HOLDS;
            case SPAN, ACTIVITY, LATEST, NOTED -> need.kind();
          });
    }
    return kinds;
  }

  /** The limits of a check that is held against findings; empty where it cannot run. */
  public Optional<Limits> findLimits(String check) {
    return Optional.ofNullable(besides.get(check));
  }

  private boolean isCarried(CheckEntry entry, List<Need> needs, Set<Need> carried) {
    List<String> missing =
        needs.stream().filter(need -> !carried.contains(need)).map(Need::words).toList();
    // Faults told while a file is read are told whatever it carries.
    if (!missing.isEmpty() && entry.tells().isEmpty()) {
      ran.remove(entry.check());
    }
    if (!missing.isEmpty()) {
      notRun.add(new NotRun(entry, missing));
    }
    return missing.isEmpty();
  }

  /** Ids of the checks that can find something on this night. */
  public Set<String> ran() {
    return Set.copyOf(ran);
  }

  /** The others that are on. */
  public List<NotRun> notRun() {
    return List.copyOf(notRun);
  }

  /**
   * What is wrong in the record of one child, home, carer or worker.
   *
   * @param kept takes what is to be held against the records of others
   */
  public List<Issue> check(List<? extends Fact> facts, Timeline timeline, Kept kept) {
    ChildRecord record = new ChildRecord(facts, timeline, calendar);
    List<Issue> issues = RecordChecks.check(record, written);
    for (Running one : ofAChild) {
      for (Found found : one.check().look(record, one.limits())) {
        issues.add(issue(one.check().id(), record.childId(), found));
      }
    }
    for (Across<?> one : across) {
      one.keep(record, kept);
    }
    return issues;
  }

  /**
   * What can be said only when all have been seen.
   *
   * @param parts what was kept of all children, in the order of their parts
   */
  public List<Issue> compare(List<Kept> parts) {
    List<Issue> issues = new ArrayList<>();
    for (Across<?> one : across) {
      for (CheckAcross.OfChild ofChild : one.compare(parts)) {
        issues.add(issue(one.check().id(), ofChild.childId(), ofChild.found()));
      }
    }
    return issues;
  }

  private static Issue issue(String check, String childId, Found found) {
    return Issue.at(found.at(), found.value(), check, found.problem(), found.effect(), childId);
  }
}
