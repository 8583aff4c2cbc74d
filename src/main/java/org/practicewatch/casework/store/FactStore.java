package org.practicewatch.casework.store;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Latest;
import org.practicewatch.casework.Span;
import org.springframework.jdbc.core.JdbcTemplate;

/** Facts, each with the extract and the cell that says it; and the children they are about. */
public final class FactStore {

  private static final String BETWEEN = "\u001f";

  private final JdbcTemplate jdbc;

  public FactStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A fact and its place among those of its extract. */
  public record Placed(int position, Fact fact) {}

  /** Adds facts of an extract. */
  public void add(int extract, List<Placed> facts) {
    jdbc.batchUpdate(
        "insert into fact (extract_id, position, child_id, form, kind, starts, ends, code, refs,"
            + " details, cell) values (?,?,?,?,?,?,?,?,?,?,?)",
        facts,
        Math.max(1, facts.size()),
        (statement, placed) -> {
          statement.setInt(1, extract);
          statement.setInt(2, placed.position());
          bind(statement, placed.fact());
        });
  }

  private static void bind(PreparedStatement row, Fact fact) throws SQLException {
    row.setString(3, fact.childId());
    row.setString(11, fact.source().cell());
    if (fact instanceof Child child) {
      bind(row, "CHILD", "", child.born(), null, "", Set.of(), "");
    } else if (fact instanceof Span span) {
      bind(
          row,
          "SPAN",
          span.kind(),
          span.from(),
          span.to(),
          span.code(),
          span.refs(),
          details(span.details()));
    } else if (fact instanceof Activity done) {
      bind(row, "ACTIVITY", done.kind(), done.on(), null, "", done.refs(), joined(done.marks()));
    } else if (fact instanceof Allocation held) {
      bind(
          row,
          "ALLOCATION",
          held.team(),
          held.from(),
          held.to(),
          held.worker(),
          Set.of(),
          String.valueOf(held.rank()));
    } else if (fact instanceof Gap gap) {
      bind(row, "GAP", gap.kind(), gap.on(), null, "", gap.refs(), "");
    } else if (fact instanceof Latest latest) {
      bind(row, "LATEST", latest.kind(), latest.on(), null, "", Set.of(), joined(latest.marks()));
    }
  }

  private static void bind(
      PreparedStatement row,
      String form,
      String kind,
      @Nullable LocalDate starts,
      @Nullable LocalDate ends,
      String code,
      Set<String> refs,
      String details)
      throws SQLException {
    row.setString(4, form);
    row.setString(5, kind);
    setDate(row, 6, starts);
    setDate(row, 7, ends);
    row.setString(8, code);
    row.setString(9, joined(refs));
    row.setString(10, details);
  }

  private static void setDate(PreparedStatement row, int column, @Nullable LocalDate day)
      throws SQLException {
    if (day == null) {
      row.setNull(column, Types.DATE);
    } else {
      row.setDate(column, Date.valueOf(day));
    }
  }

  private static String joined(Set<String> texts) {
    return String.join(BETWEEN, new TreeSet<>(texts));
  }

  private static Set<String> split(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(BETWEEN));
  }

  private static String details(Map<String, String> details) {
    List<String> parts = new ArrayList<>();
    new TreeMap<>(details).forEach((name, value) -> parts.add(name + "=" + value));
    return String.join(BETWEEN, parts);
  }

  private static Map<String, String> details(String text) {
    Map<String, String> details = new HashMap<>();
    for (String part : split(text)) {
      int equals = part.indexOf('=');
      details.put(part.substring(0, equals), part.substring(equals + 1));
    }
    return details;
  }

  /** Forgets what an extract said. */
  public void remove(int extract) {
    jdbc.update("delete from fact where extract_id = ?", extract);
  }

  /**
   * Lists the children of some extracts anew, in the order in which they are written out.
   *
   * @return how many there are
   */
  public int numberChildren(List<Integer> extracts) {
    jdbc.update("delete from child");
    List<String> ids = new ArrayList<>();
    if (!extracts.isEmpty()) {
      ids.addAll(
          jdbc.queryForList(
              "select distinct child_id from fact where extract_id in (" + in(extracts) + ")",
              String.class));
    }
    Collections.sort(ids);
    List<Object[]> rows = new ArrayList<>();
    for (int ordinal = 0; ordinal < ids.size(); ordinal++) {
      rows.add(new Object[] {ordinal, ids.get(ordinal), ""});
    }
    jdbc.batchUpdate("insert into child (ordinal, child_id, team_now) values (?,?,?)", rows);
    return ids.size();
  }

  /** How many children the record holds. */
  public int countChildren() {
    Integer count = jdbc.queryForObject("select count(*) from child", Integer.class);
    return count == null ? 0 : count;
  }

  /** Keeps who holds a child now. */
  public void setTeamNow(Map<Integer, String> teamByOrdinal) {
    List<Object[]> rows = new ArrayList<>();
    teamByOrdinal.forEach((ordinal, team) -> rows.add(new Object[] {team, ordinal}));
    jdbc.batchUpdate("update child set team_now = ? where ordinal = ?", rows);
  }

  /**
   * A child with everything said of it, older extracts first.
   *
   * @param ordinal its place among the children
   */
  public record ChildFacts(int ordinal, String childId, List<Fact> facts) {}

  /** An extract as the facts need to know it. */
  public record Source(int extract, String file, String sheet) {}

  /** The children from one ordinal up to, and not including, another. */
  public List<ChildFacts> children(int from, int to, List<Source> inOrder) {
    Map<Integer, Source> sources = new HashMap<>();
    Map<Integer, Integer> order = new HashMap<>();
    for (Source source : inOrder) {
      order.put(source.extract(), order.size());
      sources.put(source.extract(), source);
    }
    Map<Integer, List<Row>> rows = new LinkedHashMap<>();
    Map<Integer, String> ids = new HashMap<>();
    jdbc.query(
        "select c.ordinal, f.* from child c join fact f on f.child_id = c.child_id"
            + " where c.ordinal >= ? and c.ordinal < ? order by c.ordinal",
        row -> {
          Source source = sources.get(row.getInt("extract_id"));
          if (source != null) {
            int ordinal = row.getInt("ordinal");
            ids.put(ordinal, row.getString("child_id"));
            rows.computeIfAbsent(ordinal, key -> new ArrayList<>())
                .add(
                    new Row(
                        order.getOrDefault(source.extract(), 0),
                        row.getInt("position"),
                        fact(row, source)));
          }
        },
        from,
        to);
    List<ChildFacts> children = new ArrayList<>();
    rows.forEach(
        (ordinal, of) -> {
          Collections.sort(of);
          children.add(
              new ChildFacts(
                  ordinal, ids.getOrDefault(ordinal, ""), of.stream().map(Row::fact).toList()));
        });
    return children;
  }

  private record Row(int order, int position, Fact fact) implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
      int byExtract = Integer.compare(order, other.order);
      return byExtract != 0 ? byExtract : Integer.compare(position, other.position);
    }
  }

  private static Fact fact(ResultSet row, Source source) throws SQLException {
    String child = row.getString("child_id");
    CellRef cell = new CellRef(source.file(), source.sheet(), row.getString("cell"));
    String kind = row.getString("kind");
    LocalDate starts = day(row, "starts");
    String form = row.getString("form");
    return switch (form) {
      case "CHILD" -> new Child(child, starts, cell);
      case "SPAN" ->
          new Span(
              child,
              kind,
              required(starts),
              day(row, "ends"),
              row.getString("code"),
              split(row.getString("refs")),
              details(row.getString("details")),
              cell);
      case "ACTIVITY" ->
          new Activity(
              child,
              kind,
              required(starts),
              split(row.getString("refs")),
              split(row.getString("details")),
              cell);
      case "ALLOCATION" ->
          new Allocation(
              child,
              kind,
              row.getString("code"),
              starts,
              day(row, "ends"),
              Integer.parseInt(row.getString("details")),
              cell);
      case "GAP" -> new Gap(child, kind, starts, split(row.getString("refs")), cell);
      case "LATEST" -> new Latest(child, kind, starts, split(row.getString("details")), cell);
      default -> throw new IllegalStateException("unknown form of fact: " + form);
    };
  }

  private static LocalDate required(@Nullable LocalDate day) {
    if (day == null) {
      throw new IllegalStateException("a fact without its date");
    }
    return day;
  }

  private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    Date date = row.getDate(column);
    return date == null ? null : date.toLocalDate();
  }

  /** The kinds that extracts carry at all, by form. */
  public Map<String, Set<String>> kinds(List<Integer> extracts) {
    Map<String, Set<String>> kinds = new HashMap<>();
    if (!extracts.isEmpty()) {
      jdbc.query(
          "select distinct form, kind from fact where form <> 'ALLOCATION' and extract_id in ("
              + in(extracts)
              + ")",
          row -> {
            kinds
                .computeIfAbsent(row.getString("form"), key -> new LinkedHashSet<>())
                .add(row.getString("kind"));
          });
    }
    return kinds;
  }

  /** Ids of our own making, so they can stand in the text of a statement. */
  private static String in(List<Integer> extracts) {
    return String.join(",", extracts.stream().map(String::valueOf).toList());
  }
}
