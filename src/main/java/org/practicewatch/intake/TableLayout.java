package org.practicewatch.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.CellRef;

/** Where one recognised table stands, and which of its columns is which. */
final class TableLayout {

  private final String file;
  private final String sheet;
  private final Headings.Recognised found;
  private final TableProfile table;
  private final Map<String, Named> named = new HashMap<>();
  private final List<Named> there = new ArrayList<>();
  private final Map<Integer, String> normalHeadings = new HashMap<>();
  private final int width;
  private final Map<Integer, Set<Integer>> merged = new HashMap<>();
  private final BitSet headed = new BitSet();
  private final Map<Integer, String> lettersOfPlace = new HashMap<>();

  TableLayout(String file, String sheet, Headings.Recognised found, TableProfile table) {
    this.file = file;
    this.sheet = sheet;
    this.found = found;
    this.table = table;
    Map<String, Integer> places = new HashMap<>();
    found.columns().forEach((place, name) -> places.put(name, place));
    found
        .merged()
        .forEach((place, of) -> merged.computeIfAbsent(of, one -> new TreeSet<>()).add(place));
    found.headings().forEach((place, heading) -> headed.set(place, !heading.isEmpty()));
    found.merged().keySet().forEach(headed::set);
    table
        .columns()
        .forEach(
            (name, column) ->
                named.put(name, new Named(name, named.size(), column, places.get(name))));
    table.columns().keySet().stream()
        .map(named::get)
        .filter(column -> column.place() != null)
        .forEach(there::add);
    found
        .headings()
        .forEach((place, heading) -> normalHeadings.put(place, Headings.normal(heading)));
    this.width =
        normalHeadings.entrySet().stream()
            .filter(heading -> !heading.getValue().isEmpty())
            .mapToInt(heading -> heading.getKey() + 1)
            .max()
            .orElse(0);
  }

  String file() {
    return file;
  }

  String sheet() {
    return sheet;
  }

  Headings.Recognised found() {
    return found;
  }

  TableProfile table() {
    return table;
  }

  /**
   * A column of the profile.
   *
   * @param name by which the profile calls it
   * @param number its number among them, from 0
   * @param place its place in the sheet; null where the sheet does not have it
   */
  record Named(String name, int number, TableProfile.Column column, @Nullable Integer place) {}

  /** The column that the profile calls so, or null. */
  @Nullable Named named(String column) {
    return named.get(column);
  }

  /** The columns of the profile that the sheet has, in the order of the profile. */
  List<Named> there() {
    return there;
  }

  /** How many columns the profile has. */
  int size() {
    return named.size();
  }

  /** Whether the sheet has it, or the column that is used where it is blank. */
  boolean has(String column) {
    Named known = named.get(column);
    String instead = known == null ? null : known.column().orElse();
    return place(column) != null || (instead != null && place(instead) != null);
  }

  /** The columns without a heading of their own over which that of another is merged. */
  Set<Integer> mergedWith(int place) {
    return merged.getOrDefault(place, Set.of());
  }

  /** Whether something is written over a column. */
  boolean isHeaded(int place) {
    return headed.get(place);
  }

  /** The place of a column in the sheet, or null where the sheet does not have it. */
  @Nullable Integer place(String column) {
    Named known = named.get(column);
    return known == null ? null : known.place();
  }

  Optional<TableProfile.Column> column(String name) {
    return Optional.ofNullable(table.columns().get(name));
  }

  /** The letters and the heading of a place, as a person looks for it. */
  String heading(int place) {
    return letters(place) + " " + found.headings().getOrDefault(place, "");
  }

  /**
   * Whether a row repeats the headings, each in its place. Where one that is read differs, it is
   * headings of another table.
   */
  boolean isHeadedAgainBy(SourceRow row) {
    int headings = found.headings().size();
    int same = 0;
    int left = row.cells().size();
    for (SourceCell cell : row.cells()) {
      // Most rows are told by their first cells not to repeat the headings.
      if ((same + left) * 2 <= headings) {
        return false;
      }
      left--;
      boolean repeats = repeatsHeading(cell);
      if (!repeats && found.columns().containsKey(cell.column())) {
        return false;
      }
      same += repeats ? 1 : 0;
    }
    return same >= 2 && same * 2 > headings;
  }

  /** Ids and dates are told from the heading by their digits, and that is found out faster. */
  private boolean repeatsHeading(SourceCell cell) {
    String heading = normalHeadings.get(cell.column());
    return heading != null
        && CellText.digits(cell.text(), heading.length() + 1)
            == CellText.digits(heading, heading.length())
        && Headings.normal(cell.text()).equals(heading);
  }

  /** How many columns there are from the first to the last that has a heading. */
  int width() {
    return width;
  }

  CellRef cell(int place, int row) {
    return new CellRef(file, sheet, letters(place) + row);
  }

  private String letters(int place) {
    return lettersOfPlace.computeIfAbsent(place, TableLayout::lettersOf);
  }

  private static String lettersOf(int place) {
    StringBuilder letters = new StringBuilder();
    for (int rest = place + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }
}
