package org.practicewatch.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.practicewatch.intake.Headings.Recognised;

/**
 * A table that may stand in a file, with the headings by which it is known.
 *
 * @param table how it maps; empty for a table that is left out
 * @param columnByHeading our name of the column, by each of its headings
 */
record KnownTable(
    ExtractProfile profile,
    String name,
    Optional<TableProfile> table,
    Map<String, String> columnByHeading) {

  /** All the tables of a profile, those that are left out behind the others. */
  static List<KnownTable> of(ExtractProfile profile) {
    List<KnownTable> tables = new ArrayList<>();
    for (TableProfile table : profile.tables()) {
      Map<String, String> byHeading = new HashMap<>();
      table
          .columns()
          .forEach(
              (name, column) ->
                  column
                      .headed()
                      .forEach(heading -> byHeading.put(Headings.normal(heading), name)));
      tables.add(new KnownTable(profile, table.table(), Optional.of(table), byHeading));
    }
    profile
        .leftOut()
        .forEach(
            (name, headings) -> {
              Map<String, String> byHeading = new HashMap<>();
              headings.forEach(
                  heading -> byHeading.put(Headings.normal(heading), Headings.normal(heading)));
              tables.add(new KnownTable(profile, name, Optional.empty(), byHeading));
            });
    return tables;
  }

  Set<String> headings() {
    return columnByHeading.keySet();
  }

  /** How many columns of it have a heading. */
  long columns() {
    return columnByHeading.values().stream().distinct().count();
  }

  /**
   * What of this table stands in a row, much or little.
   *
   * @param row its number
   * @param headings what stands in each of its columns
   * @param normal the same without what exports change
   */
  Recognised match(int row, Map<Integer, String> headings, Map<Integer, String> normal) {
    Map<Integer, String> columns = new LinkedHashMap<>();
    Map<String, String> headingOfColumn = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (Map.Entry<Integer, String> cell : headings.entrySet()) {
      String heading = cell.getValue();
      String column = columnByHeading.get(normal.get(cell.getKey()));
      if (column == null) {
        continue;
      }
      String before = headingOfColumn.putIfAbsent(column, heading);
      if (before == null) {
        columns.put(cell.getKey(), column);
      } else {
        twice.add("'" + before + "' and '" + heading + "'");
      }
    }
    List<String> missing = new ArrayList<>();
    table.ifPresent(
        one ->
            one.needed().stream()
                .filter(needed -> !isThere(one, needed, columns))
                .map(needed -> headingOf(one, needed))
                .forEach(missing::add));
    return new Recognised(
        profile,
        name,
        table,
        row,
        Collections.unmodifiableMap(columns),
        Collections.unmodifiableMap(headings),
        List.copyOf(missing),
        List.copyOf(twice),
        Map.of(),
        0,
        Integer.MAX_VALUE);
  }

  /** A column, or the one that is used where it is blank: a live script may give either alone. */
  private static boolean isThere(TableProfile table, String name, Map<Integer, String> columns) {
    TableProfile.Column column = table.columns().get(name);
    String instead = column == null ? null : column.orElse();
    return columns.containsValue(name) || (instead != null && columns.containsValue(instead));
  }

  private static String headingOf(TableProfile table, String name) {
    TableProfile.Column column = table.columns().get(name);
    return column == null ? name : column.headed().get(0);
  }
}
