package org.practicewatch.intake.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One kind of element as a table. The id of the record that its elements stand in is a column of
 * every such table, wherever in the record it stands: an EPISODE belongs to the CHILD whose CHILDID
 * is in the HEADER beside it.
 *
 * @param name of the sheet
 * @param rows the kind whose elements are the rows
 * @param record the kind that has an id and holds the rows, or is theirs; null where none does
 * @param ids the kinds of values that are the record's id
 * @param idColumn where it stands; -1 for nowhere
 * @param headings names of the columns, by place
 * @param columns places of the kinds of values
 */
record XmlTable(
    String name,
    XmlKind rows,
    @Nullable XmlKind record,
    Set<XmlKind> ids,
    int idColumn,
    List<String> headings,
    Map<XmlKind, Integer> columns) {

  static XmlTable of(XmlKind rows, String name) {
    XmlKind record = null;
    List<XmlKind> ids = List.of();
    for (XmlKind around : rows.withAllAround()) {
      ids = around.withAllInside().filter(kind -> kind.isIdOf(around)).toList();
      if (!ids.isEmpty()) {
        record = around;
        break;
      }
    }
    List<String> headings = new ArrayList<>();
    Map<XmlKind, Integer> columns = new HashMap<>();
    Optional<XmlKind> own = ids.stream().filter(id -> id.outer() == rows).findFirst();
    if (own.isEmpty() && !ids.isEmpty()) {
      headings.add(ids.get(0).name());
    }
    for (XmlKind kind : rows.inner()) {
      if (kind.isValue()) {
        columns.put(kind, headings.size());
        headings.add(kind.name());
      }
    }
    if (rows.hasLooseWords()) {
      columns.put(rows, headings.size());
      headings.add(rows.name());
    }
    int idColumn = own.map(columns::get).orElse(ids.isEmpty() ? -1 : 0);
    return new XmlTable(
        name, rows, record, new HashSet<>(ids), idColumn, List.copyOf(headings), columns);
  }
}
