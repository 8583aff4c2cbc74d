package org.practicewatch.standards;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Timeline;

/**
 * Tables that tell nothing of the last days before a night, because they did not come, were held or
 * are stale. What they would have told of those days nobody knows, so that their silence accuses
 * nobody (how we count, "Absence proves nothing").
 */
public final class Silence {

  /** Everything that stands is of tonight. */
  public static final Silence NONE = new Silence(List.of());

  private static final Comparator<LocalDate> EARLIEST =
      Comparator.nullsFirst(Comparator.naturalOrder());

  private final List<OldTable> tables;
  private final Map<PracticeStandard, List<OldTable>> byStandard = new ConcurrentHashMap<>();

  /**
   * One part of a table.
   *
   * @param name as people call it
   * @param until the last day of which it tells; null where nothing of it was ever read
   * @param kinds of activity and span that it carries
   * @param extracts its files and sheets, as {@code CellRef} names them
   * @param others files and sheets of the same table that are not old
   * @param layout files and sheets of its layout, where that lists children and so speaks of those
   *     it tells of alone; empty where it speaks of all
   */
  public record OldTable(
      String name,
      @Nullable LocalDate until,
      Set<String> kinds,
      Set<String> extracts,
      Set<String> others,
      Set<String> layout) {

    public OldTable {
      kinds = Set.copyOf(kinds);
      extracts = Set.copyOf(extracts);
      others = Set.copyOf(others);
      layout = Set.copyOf(layout);
    }

    /** Whether rows about a child may stand in it; those of one part are in no other. */
    public boolean mayHold(Set<String> tellingOfTheChild) {
      if (tellingOfTheChild.stream().anyMatch(extracts::contains)) {
        return true;
      }
      return tellingOfTheChild.stream().noneMatch(others::contains)
          && (layout.isEmpty() || tellingOfTheChild.stream().anyMatch(layout::contains));
    }

    /** Whether it tells of a day no more. */
    public boolean isSilentOn(LocalDate day) {
      return until == null || !day.isBefore(until);
    }
  }

  public Silence(List<OldTable> tables) {
    this.tables = List.copyOf(tables);
  }

  /** All of them. */
  public List<OldTable> tables() {
    return tables;
  }

  /** The table that has been silent for longest of those on which a standard rests for a child. */
  public Optional<OldTable> find(PracticeStandard standard, Timeline timeline) {
    if (tables.isEmpty()) {
      return Optional.empty();
    }
    return byStandard.computeIfAbsent(standard, one -> carrying(one.restsOn())).stream()
        .filter(table -> table.mayHold(timeline.extracts()))
        .min(Comparator.comparing(OldTable::until, EARLIEST));
  }

  /** The table that has been silent for longest of those on which a flag rests. */
  public Optional<OldTable> find(Flag flag) {
    return carrying(flag.restsOn()).stream().min(Comparator.comparing(OldTable::until, EARLIEST));
  }

  /** Those that may hold any of some kinds of fact, as people's standards and checks name them. */
  public static boolean carries(OldTable table, Set<String> kinds) {
    return kinds.stream()
        .flatMap(kind -> Stream.concat(Stream.of(kind), PracticeStandard.recordedAs(kind).stream()))
        .anyMatch(table.kinds()::contains);
  }

  private List<OldTable> carrying(Set<String> rests) {
    return tables.stream()
        .filter(table -> table.kinds().stream().anyMatch(rests::contains))
        .toList();
  }
}
