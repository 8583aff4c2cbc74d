package org.practicewatch.jobs.standing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Kinds;
import org.practicewatch.exceptions.ExceptionList.NotRun;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.intake.RowMeaning;
import org.practicewatch.intake.TableProfile;
import org.practicewatch.intake.store.ExtractRegister.Entry;
import org.practicewatch.intake.store.ExtractRegister.State;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.settings.Settings;
import org.practicewatch.standards.Silence.OldTable;

/**
 * Finds the parts of tables that tell nothing of the last days before a night: they were received
 * before and did not come, they were held, or what they say is older than it may be.
 */
public final class OldTables {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private final Settings settings;
  private final Stores stores;
  private final LocalDate asAt;
  private final List<Entry> standing;
  private final List<Entry> received;
  private final int run;

  OldTables(Settings settings, Stores stores, LocalDate asAt, int run) {
    this.settings = settings;
    this.stores = stores;
    this.asAt = asAt;
    this.run = run;
    this.standing = stores.register().standing(asAt);
    this.received = stores.register().ofRun(run);
  }

  /** What did not come: one line for the tables of which the same can be said. */
  public static List<NotRun> notReceived(List<OldTable> old) {
    Map<Optional<LocalDate>, List<OldTable>> byDay = new LinkedHashMap<>();
    old.forEach(
        table ->
            byDay
                .computeIfAbsent(Optional.ofNullable(table.until()), day -> new ArrayList<>())
                .add(table));
    List<NotRun> lines = new ArrayList<>();
    byDay.forEach(
        (until, tables) ->
            lines.add(
                NotRun.ofTable(
                    tables.stream().map(OldTable::name).collect(Collectors.joining(", ")),
                    sentence(until.orElse(null), tables.size() > 1 ? "they" : "it"))));
    return lines;
  }

  /** What stands in their place, and what that does to what is told. */
  private static String sentence(@Nullable LocalDate until, String it) {
    return until == null
        ? "Held, and nothing of it has ever been read. What only "
            + it
            + " could show cannot be told, and is on no list."
        : "What "
            + it
            + " said on "
            + DAY.format(until)
            + " stands. What fell due since then, and only "
            + it
            + " could show, cannot be told, and is on no list; what was late by then is as it was.";
  }

  /** Those of the night, in the order of the profiles. */
  List<OldTable> find() {
    List<OldTable> old = new ArrayList<>();
    for (ExtractProfile profile : settings.profiles()) {
      Map<String, List<Entry>> parts = new LinkedHashMap<>();
      for (Entry entry : standing) {
        if (entry.profile().equals(profile.profile())) {
          parts
              .computeIfAbsent(entry.slot() + "\n" + entry.part(), key -> new ArrayList<>())
              .add(entry);
        }
      }
      for (List<Entry> part : parts.values()) {
        LocalDate until = silentFrom(profile, part);
        if (until != null) {
          old.add(oldTable(profile, part.get(0), part, until, kindsOf(profile, part)));
        }
      }
      for (Entry held : received) {
        boolean never =
            held.state() == State.HELD
                && held.profile().equals(profile.profile())
                && stores.register().before(held).isEmpty();
        if (never) {
          old.add(oldTable(profile, held, List.of(held), null, kindsGivenBy(profile, held)));
        }
      }
    }
    return old;
  }

  /** The last day of which a part tells, where that is no longer the night's; else null. */
  private @Nullable LocalDate silentFrom(ExtractProfile profile, List<Entry> part) {
    Entry one = part.get(0);
    LocalDate dated =
        part.stream()
            .map(Entry::dated)
            .filter(Objects::nonNull)
            .max(LocalDate::compareTo)
            .orElse(null);
    boolean yearly = profile.extracts() == ExtractProfile.Sort.YEARLY_RETURN;
    if (yearly && standing.stream().anyMatch(other -> isOfALaterYear(other, one))) {
      return null;
    }
    LocalDate last = dated == null || yearly || dated.isAfter(one.asAt()) ? one.asAt() : dated;
    if (one.run() != run) {
      return last;
    }
    Optional<Integer> limit = settings.nightly().staleAfter(profile, one.table());
    boolean stale = limit.isPresent() && ChronoUnit.DAYS.between(last, asAt) > limit.get();
    return stale ? last : null;
  }

  private static boolean isOfALaterYear(Entry other, Entry one) {
    LocalDate dated = one.dated();
    LocalDate later = other.dated();
    return other.profile().equals(one.profile())
        && other.table().equals(one.table())
        && dated != null
        && later != null
        && later.isAfter(dated);
  }

  private OldTable oldTable(
      ExtractProfile profile,
      Entry one,
      List<Entry> part,
      @Nullable LocalDate until,
      Set<String> kinds) {
    Set<String> others = new HashSet<>();
    Set<String> layout = new HashSet<>();
    boolean several = false;
    for (Entry entry : standing) {
      boolean sameTable = entry.slot().equals(one.slot());
      boolean samePart = sameTable && entry.part().equals(one.part());
      several |= sameTable && !samePart;
      if (sameTable && !samePart && silentFrom(profile, List.of(entry)) == null) {
        others.add(extract(entry));
      }
      if (profile.listsChildren() && entry.profile().equals(one.profile())) {
        layout.add(extract(entry));
      }
    }
    Set<String> extracts = new HashSet<>();
    part.forEach(entry -> extracts.add(extract(entry)));
    String name = one.table() + " (" + one.profile() + (several ? ", " + one.file() : "") + ")";
    return new OldTable(name, until, kinds, extracts, others, layout);
  }

  private static String extract(Entry entry) {
    return new CellRef(entry.file(), entry.sheet(), "").extract();
  }

  /** What its facts are, and what such a table tells of even where nothing has been done yet. */
  private Set<String> kindsOf(ExtractProfile profile, List<Entry> part) {
    Map<String, Set<String>> stored =
        stores.facts().kinds(part.stream().map(Entry::extractId).toList());
    Set<String> kinds = new HashSet<>();
    for (String form : List.of("ACTIVITY", "SPAN", "LATEST")) {
      kinds.addAll(stored.getOrDefault(form, Set.of()));
    }
    if (stored.containsKey("ALLOCATION")) {
      kinds.add(Kinds.WHO_HOLDS);
    }
    if (stored.containsKey("CHILD")) {
      kinds.add(Kinds.BIRTH);
    }
    table(profile, part.get(0)).ifPresent(table -> table.eventsAlwaysGiven().forEach(kinds::add));
    return kinds;
  }

  /** Of a table that was never read, all that its rows may tell of. */
  private static Set<String> kindsGivenBy(ExtractProfile profile, Entry held) {
    Set<String> kinds = new HashSet<>();
    table(profile, held).map(TableProfile::meanings).orElse(List.of()).stream()
        .map(RowMeaning::names)
        .forEach(
            names -> {
              kinds.addAll(names.activities());
              kinds.addAll(names.spans());
            });
    return kinds;
  }

  private static Optional<TableProfile> table(ExtractProfile profile, Entry entry) {
    return profile.tables().stream()
        .filter(table -> table.table().equals(entry.table()))
        .findFirst();
  }
}
