package org.practicewatch.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Recognises tables by their headings, never by the name of a file or sheet.
 *
 * <p>The header row is the one, among the first rows, with the most headings of one known table.
 */
public final class Headings {

  /** How far down a header row may stand. */
  static final int ROWS_SEARCHED = 25;

  private static final int ENOUGH = 3;
  private static final double SHARE_OF_NEEDED = 0.6;

  /** No heading that a profile knows is nearly as long. */
  private static final int LONGEST_HEADING = 400;

  private static final int MOST_SEEN = 5_000;

  private final List<KnownTable> tables = new ArrayList<>();

  /** By each heading that is known, the numbers of the tables that have it. */
  private final Map<String, BitSet> tablesWithHeading = new HashMap<>();

  /** Of texts that return in row after row, such as codes, whether they are known headings. */
  private final Map<String, Boolean> seen = new ConcurrentHashMap<>();

  private final int mostDigits;

  public Headings(List<ExtractProfile> profiles) {
    profiles.forEach(profile -> tables.addAll(KnownTable.of(profile)));
    for (int number = 0; number < tables.size(); number++) {
      for (String heading : tables.get(number).headings()) {
        tablesWithHeading.computeIfAbsent(heading, one -> new BitSet()).set(number);
      }
    }
    this.mostDigits =
        tablesWithHeading.keySet().stream()
            .mapToInt(heading -> CellText.digits(heading, LONGEST_HEADING))
            .max()
            .orElse(0);
  }

  /**
   * A table that was recognised.
   *
   * @param profile its profile
   * @param name its name
   * @param table how it maps; empty for a table that is left out
   * @param headerRow the sheet's own number of the header row
   * @param columns our name of each column, by its place in the sheet
   * @param headings the heading as it stands there
   * @param missing needed columns that are not there
   * @param twice columns that two headings claim, both named
   * @param merged columns without a heading over which that of another is merged, and that other
   * @param from its first column
   * @param to its last column, where another table stands to the right of it
   */
  public record Recognised(
      ExtractProfile profile,
      String name,
      Optional<TableProfile> table,
      int headerRow,
      Map<Integer, String> columns,
      Map<Integer, String> headings,
      List<String> missing,
      List<String> twice,
      Map<Integer, Integer> merged,
      int from,
      int to) {

    /** The same, where headings stand over more than their own column. */
    Recognised withMerged(Map<Integer, Integer> over) {
      return new Recognised(
          profile,
          name,
          table,
          headerRow,
          columns,
          headings,
          missing,
          twice,
          Map.copyOf(over),
          from,
          to);
    }

    private Recognised between(int first, int last) {
      return new Recognised(
          profile, name, table, headerRow, columns, headings, missing, twice, merged, first, last);
    }

    /** The cells of a row that are this table's own; null where it has none. */
    @Nullable SourceRow own(SourceRow row) {
      if (from == 0 && to == Integer.MAX_VALUE) {
        return row;
      }
      List<SourceCell> cells =
          row.cells().stream()
              .filter(cell -> cell.column() >= from && cell.column() <= to)
              .toList();
      return cells.stream().allMatch(cell -> CellText.tidy(cell.text()).isEmpty())
          ? null
          : new SourceRow(row.number(), row.hidden(), cells, row.given(), row.fault());
    }

    /** Whether it is the same table with the same columns in the same places. */
    boolean isHeadedAs(Recognised other) {
      return profile.profile().equals(other.profile.profile())
          && name.equals(other.name)
          && columns.equals(other.columns);
    }

    /** Headings that the table does not know, as they stand there. */
    List<String> unknown() {
      return headings.entrySet().stream()
          .filter(one -> !columns.containsKey(one.getKey()) && !one.getValue().isEmpty())
          .map(Map.Entry::getValue)
          .toList();
    }
  }

  /** The table whose header row stands among the first rows of a sheet, if any is known. */
  public Optional<Recognised> find(List<SourceRow> firstRows) {
    Scored best = null;
    for (SourceRow row : firstRows) {
      Scored found = scored(row);
      if (found != null && (best == null || found.score() > best.score())) {
        best = found;
      }
    }
    return Optional.ofNullable(best).map(Scored::found);
  }

  /** Whether it may be the heading of a known table: no date is, and hardly an id. */
  private boolean mayBeKnown(String text) {
    if (CellText.digits(text, mostDigits + 1) > mostDigits) {
      return false;
    }
    Boolean before = seen.get(text);
    if (before == null) {
      before = knows(CellText.cut(text, LONGEST_HEADING).strip());
      if (seen.size() < MOST_SEEN) {
        seen.put(text, before);
      }
    }
    return before;
  }

  /** A row as the headings of a known table, and how well it is one. */
  record Scored(Recognised found, double score) {}

  /** What a row is the header row of; null for none. */
  @Nullable Scored scored(SourceRow row) {
    for (SourceCell cell : row.cells()) {
      if (mayBeKnown(cell.text())) {
        return scored(row.number(), headingsOf(row));
      }
    }
    // Most rows are no header of anything.
    return null;
  }

  private static Map<Integer, String> headingsOf(SourceRow row) {
    Map<Integer, String> headings = new LinkedHashMap<>();
    for (SourceCell cell : row.cells()) {
      headings.put(cell.column(), CellText.cut(cell.text(), LONGEST_HEADING).strip());
    }
    return headings;
  }

  private static Map<Integer, String> normal(Map<Integer, String> headings) {
    Map<Integer, String> normal = new HashMap<>();
    headings.forEach((place, heading) -> normal.put(place, normal(heading)));
    return normal;
  }

  private @Nullable Scored scored(int row, Map<Integer, String> headings) {
    Map<Integer, String> normal = normal(headings);
    // A code may be a heading too; only the tables that have one of the row can be headed by it.
    BitSet having = new BitSet();
    for (String heading : normal.values()) {
      BitSet withIt = tablesWithHeading.get(heading);
      if (withIt != null) {
        having.or(withIt);
      }
    }
    Scored best = null;
    Scored whole = null;
    boolean several = false;
    for (int number = having.nextSetBit(0); number >= 0; number = having.nextSetBit(number + 1)) {
      KnownTable known = tables.get(number);
      Recognised found = known.match(row, headings, normal);
      double score = score(known, found);
      if (score > 0 && (best == null || score > best.score())) {
        best = new Scored(found, score);
      }
      if (isWhole(found)) {
        several = whole != null;
        whole = new Scored(found, found.columns().size());
      }
    }
    return best == null && !several ? whole : best;
  }

  /** Whether all that is needed is there, though none of its headings is this table's alone. */
  private static boolean isWhole(Recognised found) {
    return found.missing().isEmpty()
        && found.table().map(table -> table.needed().size() > 1).orElse(false);
  }

  /**
   * The tables that are headed in one row: one, or two that stand side by side, each with its own
   * columns.
   */
  List<Recognised> besides(Recognised one) {
    TreeMap<Integer, String> all = new TreeMap<>(one.headings());
    List<Recognised> best = List.of(one);
    double bestScore = 0;
    for (int second : all.keySet()) {
      Scored left = scored(one.headerRow(), all.headMap(second));
      Scored right = scored(one.headerRow(), all.tailMap(second));
      if (left != null
          && right != null
          && isWholeOfChildren(left.found())
          && isWholeOfChildren(right.found())
          && left.score() + right.score() > bestScore) {
        bestScore = left.score() + right.score();
        best =
            List.of(
                left.found().between(0, second - 1),
                right.found().between(second, Integer.MAX_VALUE));
      }
    }
    return best;
  }

  /** Whether it has all that is needed, and whom its rows are about: half of a list has not. */
  private static boolean isWholeOfChildren(Recognised found) {
    return found.missing().isEmpty()
        && found.twice().isEmpty()
        && found
            .table()
            .map(
                table ->
                    table.child().stream()
                        .anyMatch(way -> found.columns().containsValue(way.column())))
            .orElse(false);
  }

  /**
   * Whether so little of a list is known, and none of it this table's alone, that it may be
   * another: a report of visits begins with a person and a date of birth too.
   */
  boolean isBarelyKnown(Recognised found) {
    return found.table().isPresent()
        && found.columns().size() < ENOUGH
        && found.columns().keySet().stream()
            .noneMatch(place -> isOfOneTable(normal(found.headings().getOrDefault(place, ""))));
  }

  /**
   * The table of which the first rows have the most headings, though too few to be it: to say what
   * is missing.
   */
  Optional<Recognised> nearest(List<SourceRow> firstRows) {
    return firstRows.stream()
        .flatMap(
            row -> {
              Map<Integer, String> headings = headingsOf(row);
              Map<Integer, String> normal = normal(headings);
              return tables.stream()
                  .filter(known -> known.table().isPresent())
                  .map(known -> known.match(row.number(), headings, normal))
                  .filter(found -> found.columns().size() > 1 && hasHalfOfNeeded(found));
            })
        .max(
            Comparator.<Recognised>comparingInt(found -> found.columns().size())
                .thenComparingInt(found -> -found.missing().size()));
  }

  /** Whether some table has a heading such as this. */
  boolean knows(String heading) {
    return tablesWithHeading.containsKey(normal(heading));
  }

  /** Nought when it is not this table; else more for more headings, and for a fuller match. */
  private double score(KnownTable known, Recognised found) {
    int matched = found.columns().size();
    int needed = known.table().map(table -> table.needed().size()).orElse(ENOUGH);
    if (!hasHalfOfNeeded(found)) {
      return 0;
    }
    boolean ofItsOwn =
        found.headings().entrySet().stream()
            .anyMatch(
                heading ->
                    found.columns().containsKey(heading.getKey())
                        && isOfOneTable(normal(heading.getValue())));
    if (known.table().isEmpty()
        && !ofItsOwn
        && known.headings().stream().anyMatch(this::isOfOneTable)) {
      // Part of a header, without what makes it the return's uasc, must not be left out as that.
      return 0;
    }
    boolean telling = found.missing().isEmpty() && ofItsOwn;
    boolean enough = matched >= Math.max(ENOUGH, Math.ceil(SHARE_OF_NEEDED * needed));
    if (!enough && !(telling && matched >= Math.min(2, known.headings().size()))) {
      return 0;
    }
    double complete = found.missing().isEmpty() ? 0.5 : 0;
    double fullness = 0.4 * matched / Math.max(matched, known.columns());
    return matched + complete + fullness;
  }

  private boolean isOfOneTable(String heading) {
    BitSet having = tablesWithHeading.get(heading);
    return having != null && having.cardinality() == 1;
  }

  /**
   * A sheet that explains codes is headed by the coded columns of several tables, and by none of
   * their ids and dates. One that lacks the only needed column is still told by the others.
   */
  private static boolean hasHalfOfNeeded(Recognised found) {
    int needed = found.table().map(table -> table.needed().size()).orElse(0);
    return needed < 2 || 2 * (needed - found.missing().size()) >= needed;
  }

  /** The table whose records in XML, or whose sheet, are called so. */
  Optional<String> tableCalled(String sheetName) {
    return tables.stream()
        .filter(
            known ->
                known
                    .table()
                    .map(TableProfile::element)
                    .filter(sheetName::equalsIgnoreCase)
                    .isPresent())
        .map(KnownTable::name)
        .findFirst();
  }

  /** Names of the tables known, for a message. */
  public List<String> profileNames() {
    return tables.stream()
        .map(known -> known.profile().profile())
        .distinct()
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /**
   * A heading without what councils' exports change: case, spaces, curly quotes, trailing marks.
   */
  static String normal(String heading) {
    String plain =
        CellText.visible(heading)
            .replace('\u00a0', ' ')
            .replace('\u2018', '\'')
            .replace('\u2019', '\'')
            .replace('\u201c', '"')
            .replace('\u201d', '"')
            .strip();
    String text = CellText.singleSpaced(plain).toLowerCase(Locale.ROOT).replace("))", ")");
    int end = text.length();
    while (end > 0 && "?:) ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
