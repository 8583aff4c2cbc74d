package org.practicewatch.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

  private final List<Known> tables = new ArrayList<>();
  private final Map<String, Integer> tablesWithHeading = new HashMap<>();

  private record Known(
      ExtractProfile profile,
      String name,
      Optional<TableProfile> table,
      Map<String, String> columnByHeading) {}

  public Headings(List<ExtractProfile> profiles) {
    for (ExtractProfile profile : profiles) {
      for (TableProfile table : profile.tables()) {
        Map<String, String> byHeading = new HashMap<>();
        table
            .columns()
            .forEach(
                (name, column) ->
                    column.headed().forEach(heading -> byHeading.put(normal(heading), name)));
        tables.add(new Known(profile, table.table(), Optional.of(table), byHeading));
      }
      profile
          .leftOut()
          .forEach(
              (name, headings) -> {
                Map<String, String> byHeading = new HashMap<>();
                headings.forEach(heading -> byHeading.put(normal(heading), normal(heading)));
                tables.add(new Known(profile, name, Optional.empty(), byHeading));
              });
    }
    tables.forEach(
        known ->
            known
                .columnByHeading()
                .keySet()
                .forEach(heading -> tablesWithHeading.merge(heading, 1, Integer::sum)));
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
   */
  public record Recognised(
      ExtractProfile profile,
      String name,
      Optional<TableProfile> table,
      int headerRow,
      Map<Integer, String> columns,
      Map<Integer, String> headings,
      List<String> missing,
      List<String> twice) {}

  /** The table whose header row stands among the first rows of a sheet, if any is known. */
  public Optional<Recognised> find(List<SourceRow> firstRows) {
    Recognised best = null;
    double bestScore = 0;
    for (SourceRow row : firstRows) {
      Map<Integer, String> headings = new LinkedHashMap<>();
      Map<Integer, String> normal = new HashMap<>();
      for (SourceCell cell : row.cells()) {
        String heading = CellText.cut(cell.text(), LONGEST_HEADING).strip();
        headings.put(cell.column(), heading);
        normal.put(cell.column(), normal(heading));
      }
      for (Known known : tables) {
        Recognised found = match(known, row.number(), headings, normal);
        double score = score(known, found);
        if (score > bestScore) {
          bestScore = score;
          best = found;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Nought when it is not this table; else more for more headings, and for a fuller match. */
  private double score(Known known, Recognised found) {
    int matched = found.columns().size();
    int needed = known.table().map(table -> table.needed().size()).orElse(ENOUGH);
    if (!hasHalfOfNeeded(known, found)) {
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
        && known.columnByHeading().keySet().stream().anyMatch(this::isOfOneTable)) {
      // Part of a header, without what makes it the return's uasc, must not be left out as that.
      return 0;
    }
    boolean telling = found.missing().isEmpty() && ofItsOwn;
    boolean enough = matched >= Math.max(ENOUGH, Math.ceil(SHARE_OF_NEEDED * needed));
    if (!enough && !(telling && matched >= Math.min(2, known.columnByHeading().size()))) {
      return 0;
    }
    double complete = found.missing().isEmpty() ? 0.5 : 0;
    double fullness = 0.4 * matched / Math.max(matched, namesIn(known));
    return matched + complete + fullness;
  }

  private boolean isOfOneTable(String heading) {
    return tablesWithHeading.getOrDefault(heading, 0) == 1;
  }

  /**
   * A sheet that explains codes is headed by the coded columns of several tables, and by none of
   * their ids and dates. One that lacks the only needed column is still told by the others.
   */
  private static boolean hasHalfOfNeeded(Known known, Recognised found) {
    int needed = known.table().map(table -> table.needed().size()).orElse(0);
    return needed < 2 || 2 * (needed - found.missing().size()) >= needed;
  }

  private static long namesIn(Known known) {
    return known.columnByHeading().values().stream().distinct().count();
  }

  private static Recognised match(
      Known known, int row, Map<Integer, String> headings, Map<Integer, String> normal) {
    Map<Integer, String> columns = new LinkedHashMap<>();
    Map<String, String> headingOfColumn = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (Map.Entry<Integer, String> cell : headings.entrySet()) {
      String heading = cell.getValue();
      String name = known.columnByHeading().get(normal.get(cell.getKey()));
      if (name == null) {
        continue;
      }
      String before = headingOfColumn.putIfAbsent(name, heading);
      if (before == null) {
        columns.put(cell.getKey(), name);
      } else {
        twice.add("'" + before + "' and '" + heading + "'");
      }
    }
    List<String> missing = new ArrayList<>();
    known
        .table()
        .ifPresent(
            table ->
                table.needed().stream()
                    .filter(name -> !columns.containsValue(name))
                    .map(name -> headingsOf(table, name))
                    .forEach(missing::add));
    return new Recognised(
        known.profile(),
        known.name(),
        known.table(),
        row,
        Collections.unmodifiableMap(columns),
        Collections.unmodifiableMap(headings),
        List.copyOf(missing),
        List.copyOf(twice));
  }

  private static String headingsOf(TableProfile table, String name) {
    TableProfile.Column column = table.columns().get(name);
    return column == null ? name : column.headed().get(0);
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
        .map(Known::name)
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
