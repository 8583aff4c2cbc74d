package org.practicewatch.jobs.standing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Organisation;
import org.practicewatch.casework.store.FactStore;
import org.practicewatch.compliance.Comparison;
import org.practicewatch.compliance.FlagTally;
import org.practicewatch.compliance.Flagging;
import org.practicewatch.compliance.Judging;
import org.practicewatch.compliance.PublishedMeasure;
import org.practicewatch.compliance.Tally;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.intake.TableProfile;
import org.practicewatch.intake.store.ExtractRegister.Entry;
import org.practicewatch.jobs.machine.ProgramVersion;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.quality.Checking;
import org.practicewatch.quality.Need;
import org.practicewatch.settings.Settings;
import org.practicewatch.standards.Carried;
import org.practicewatch.standards.PracticeStandard;
import org.practicewatch.standards.Silence;
import org.practicewatch.standards.Sources;
import org.practicewatch.standards.Versions;

/**
 * The extracts that stand on a night, and what can be judged from them.
 *
 * @param asAt the night's date
 */
public record WhatStands(Settings settings, Stores stores, LocalDate asAt) {

  private static final String FIRST_RUN_OF = "first run of version ";

  /**
   * From which run on a version has read extracts: one that an earlier version read may lack kinds
   * that its table carries, and that lack makes nobody overdue.
   */
  public static void noteFirstRun(NightStore nights, String version, int run) {
    if (nights.findNote(FIRST_RUN_OF + version).isEmpty()) {
      nights.putNote(FIRST_RUN_OF + version, String.valueOf(run));
    }
  }

  private int firstRunOfThisVersion() {
    return stores
        .nights()
        .findNote(FIRST_RUN_OF + ProgramVersion.orDevelopment())
        .map(Integer::parseInt)
        .orElse(Integer.MAX_VALUE);
  }

  /**
   * How a night judges.
   *
   * @param run the night's, which says what came
   */
  public Judging judging(int run) {
    return new Judging(
        Versions.of(settings.standards()),
        carried(),
        new Silence(oldTables(run)),
        settings.nightly().visitsWithBlankSeen(),
        settings.calendar(),
        settings.organisation().teams());
  }

  /** The parts of tables that tell nothing of the last days before a night. */
  public List<Silence.OldTable> oldTables(int run) {
    return new OldTables(settings, stores, asAt, run).find();
  }

  /** How a night raises flags. */
  public Flagging flagging() {
    return new Flagging(
        settings.flags(),
        settings.caseload(),
        settings.reports().wanted(),
        sources(),
        settings.calendar(),
        settings.organisation().teams());
  }

  /** The checks that are on, and that what stands carries enough for. */
  public Checking checking() {
    Map<String, LocalDate> written = new HashMap<>();
    for (Entry entry : standing()) {
      LocalDate dated = entry.dated();
      if (dated != null) {
        written.put(new CellRef(entry.file(), entry.sheet(), "").extract(), dated);
      }
    }
    return new Checking(settings.checks(), needsCarried(), written, settings.calendar());
  }

  /** By standard and check, what the extracts lack for it; empty text where they lack nothing. */
  public Map<String, String> ran() {
    Map<String, String> ran = new TreeMap<>();
    judged().forEach(standard -> ran.put(standard, ""));
    Checking checking = checking();
    checking.ran().forEach(check -> ran.put(check, ""));
    checking
        .notRun()
        .forEach(one -> ran.put(one.check().check(), String.join("; ", one.missing())));
    return ran;
  }

  private Set<Need> needsCarried() {
    Map<String, Set<String>> kinds =
        stores.facts().kinds(standing().stream().map(Entry::extractId).toList());
    Set<Need> carried = new HashSet<>();
    for (Need.Form form : Need.Form.values()) {
      for (String kind : kinds.getOrDefault(form.name(), Set.of())) {
        carried.add(new Need(form, kind, ""));
      }
    }
    for (String detail : kinds.getOrDefault(FactStore.DETAIL, Set.of())) {
      String[] parts = detail.split("/", 3);
      carried.add(new Need(Need.Form.valueOf(parts[0]), parts[1], parts[2]));
    }
    return carried;
  }

  /** An empty tally of the flags. */
  public FlagTally flagTally() {
    return new FlagTally(settings.flags(), settings.caseload(), sources());
  }

  /** Ids of the standards that can be judged. */
  public List<String> judged() {
    Sources sources = sources();
    return settings.standards().stream()
        .filter(standard -> standard.canBeJudgedFrom(sources))
        .map(PracticeStandard::id)
        .distinct()
        .toList();
  }

  /** Our measures as counted, beside what DfE has published. */
  public Comparison comparison(Tally counted) {
    Organisation.Authority authority = settings.organisation().authority();
    return new Comparison(
        authority.code(),
        authority.name(),
        asAt,
        settings.benchmarks(),
        counted.published().stream()
            .map(one -> new Comparison.Ours(one, findWhyNot(one.measure()).orElse("")))
            .toList());
  }

  /** Why a measure cannot be counted from what stands; empty where it can. */
  public Optional<String> findWhyNot(PublishedMeasure measure) {
    return measure.findWhyNot(settings.standards(), sources(), asAt);
  }

  /** The extracts as the facts need to know them, older ones first. */
  public List<FactStore.Source> caseloads() {
    return standing().stream()
        .map(entry -> new FactStore.Source(entry.extractId(), entry.file(), entry.sheet()))
        .toList();
  }

  /** The children of whom they tell. */
  public FactStore.Caseload children() {
    return stores.facts().caseload(caseloads(), settings.merged());
  }

  private List<Entry> standing() {
    return stores.register().standing(asAt);
  }

  /** What the extracts carry at all. */
  public Sources sources() {
    return carried().all();
  }

  private Carried carried() {
    List<Entry> standing = standing();
    return new Carried(
        settings.profiles().stream()
            .map(
                profile ->
                    carriedBy(
                        profile,
                        standing.stream()
                            .filter(entry -> entry.profile().equals(profile.profile()))
                            .toList()))
            .toList());
  }

  private Carried.Layout carriedBy(ExtractProfile profile, List<Entry> entries) {
    Map<String, Set<String>> kinds =
        stores.facts().kinds(entries.stream().map(Entry::extractId).toList());
    Set<String> events = new HashSet<>(kinds.getOrDefault("ACTIVITY", Set.of()));
    int first = firstRunOfThisVersion();
    for (Entry entry : entries) {
      if (entry.run() >= first) {
        events.addAll(eventsCarriedBy(profile, entry));
      }
    }
    Sources sources =
        new Sources(
            events,
            kinds.getOrDefault("LATEST", Set.of()),
            kinds.getOrDefault("SPAN", Set.of()),
            listed(profile, entries));
    Set<String> extracts = new HashSet<>();
    entries.forEach(entry -> extracts.add(new CellRef(entry.file(), entry.sheet(), "").extract()));
    return new Carried.Layout(profile.listsChildren(), extracts, sources);
  }

  /** Of what some table has flags alone, what another lists with the day of each. */
  private Set<String> listed(ExtractProfile profile, List<Entry> entries) {
    Set<String> flagged = new HashSet<>();
    settings.profiles().stream()
        .flatMap(one -> one.tables().stream())
        .forEach(table -> flagged.addAll(table.flagged()));
    Set<String> listed = new HashSet<>();
    for (TableProfile table : profile.tables()) {
      List<Integer> extracts =
          entries.stream()
              .filter(entry -> entry.table().equals(table.table()))
              .map(Entry::extractId)
              .toList();
      boolean mayList =
          table.flagged().isEmpty()
              && (table.givesWhateverIsNamed()
                  || table.meanings().stream()
                      .anyMatch(meaning -> flagged.stream().anyMatch(meaning::gives)));
      if (!extracts.isEmpty() && mayList) {
        listed.addAll(stores.facts().kinds(extracts).getOrDefault("ACTIVITY", Set.of()));
      }
    }
    listed.retainAll(flagged);
    return listed;
  }

  /** A table with rows carries its acts even on a night when none of them has been done yet. */
  private static List<String> eventsCarriedBy(ExtractProfile profile, Entry entry) {
    if (entry.rowsLoaded() == 0) {
      return List.of();
    }
    return profile.tables().stream()
        .filter(table -> table.table().equals(entry.table()))
        .flatMap(TableProfile::eventsAlwaysGiven)
        .toList();
  }
}
