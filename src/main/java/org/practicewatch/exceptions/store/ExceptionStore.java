package org.practicewatch.exceptions.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.exceptions.Acceptance;
import org.practicewatch.exceptions.Balance;
import org.practicewatch.exceptions.Event;
import org.practicewatch.exceptions.ExceptionKey;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.exceptions.Following;
import org.practicewatch.exceptions.OpenException;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.exceptions.OpenException.Phase;
import org.practicewatch.exceptions.Refusal;
import org.practicewatch.exceptions.Shown;
import org.springframework.jdbc.core.JdbcTemplate;

/** Exceptions and their weeks. */
public final class ExceptionStore {

  private static final int LONGEST_PROBLEM = 2000;
  private static final int LONGEST_NOTE = 1000;
  private static final int LONGEST_NAME = 400;
  private static final int LONGEST_SUBJECT = 200;

  private final JdbcTemplate jdbc;
  private final BulkRows bulk;

  public ExceptionStore(JdbcTemplate jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  /**
   * A week that was followed.
   *
   * @param week by the calendar, such as {@code 2026-W44}
   * @param asAt the night it rests on
   * @param run the run of that night
   * @param composed whether its letters are written, so that nothing of it changes any more
   */
  public record WeeklyRun(String week, LocalDate asAt, int run, boolean composed) {}

  /** A week, if it was followed. */
  public Optional<WeeklyRun> findWeek(String week) {
    return weeks("week = ?", week).stream().findFirst();
  }

  /** The last week that was followed. */
  public Optional<WeeklyRun> findLast() {
    return weeks("1 = 1 order by as_at desc").stream().findFirst();
  }

  /** The week before one. */
  public Optional<WeeklyRun> findBefore(LocalDate asAt) {
    return weeks("as_at < ? order by as_at desc", asAt).stream().findFirst();
  }

  private List<WeeklyRun> weeks(String where, Object... values) {
    return jdbc.query(
        "select * from weekly_run where " + where,
        (row, number) ->
            new WeeklyRun(
                row.getString("week"),
                row.getObject("as_at", LocalDate.class),
                row.getInt("run_no"),
                row.getBoolean("composed")),
        values);
  }

  /**
   * Writes a week, within the transaction that is going on: all of it or nothing.
   *
   * @param returns hashes of the returned lists that were taken in
   */
  public void follow(WeeklyRun week, Following.Week outcome, List<String> returns) {
    jdbc.update("delete from exception_life");
    jdbc.batchUpdate(
        "update exception_event set subject = ? where subject = ?",
        outcome.renamed().entrySet().stream()
            .map(id -> new Object[] {id.getValue(), id.getKey()})
            .toList());
    bulk.insert(
        "exception_life",
        "sort,subject,code,phase,first_seen,open_since,opened,closed,team,level_name,"
            + "accepted_until,reason,note,accepted_by,accepted_on,accepted_count,set_aside,"
            + "shown_team,worker,since,due,last_done,days_over,behind,problem,source",
        outcome.exceptions().stream().map(ExceptionStore::row).toList());
    List<@Nullable Object[]> events = new ArrayList<>();
    for (Event event : outcome.events()) {
      ExceptionKey key = event.key();
      events.add(
          new Object[] {
            event.asAt(),
            events.size(),
            key.sort().name(),
            key.subject(),
            key.code(),
            event.what().name(),
            event.team(),
            event.detail()
          });
    }
    bulk.insert("exception_event", "as_at,position,sort,subject,code,what,team,detail", events);
    List<@Nullable Object[]> balances = new ArrayList<>();
    for (Balance one : outcome.balances()) {
      balances.add(
          new Object[] {
            week.asAt(), balances.size(), one.team(), one.sort().name(), one.code(), counts(one)
          });
    }
    bulk.insert("exception_balance", "as_at,position,team,sort,code,counts", balances);
    List<@Nullable Object[]> refused = new ArrayList<>();
    for (Refusal one : outcome.refused()) {
      refused.add(
          new Object[] {
            week.asAt(),
            refused.size(),
            one.file(),
            one.cell(),
            one.team(),
            // Whatever somebody typed over it.
            one.subject().substring(0, Math.min(one.subject().length(), LONGEST_SUBJECT)),
            one.sort() == null ? "" : one.sort().name(),
            one.code(),
            one.problem()
          });
    }
    bulk.insert(
        "exception_refusal", "as_at,position,file,cell,team,subject,sort,code,problem", refused);
    bulk.insert(
        "exception_return",
        "sha256,as_at",
        returns.stream().map(sha256 -> new @Nullable Object[] {sha256, week.asAt()}).toList());
    jdbc.update(
        "insert into weekly_run (week, as_at, run_no, composed) values (?,?,?,?)",
        week.week(),
        week.asAt(),
        week.run(),
        week.composed());
  }

  /** Notes that the letters of a week are written. */
  public void compose(String week) {
    jdbc.update("update weekly_run set composed = true where week = ?", week);
  }

  private static @Nullable Object[] row(OpenException one) {
    Acceptance taken = one.acceptance();
    Shown shown = one.shown();
    return new Object[] {
      one.key().sort().name(),
      one.key().subject(),
      one.key().code(),
      one.phase().name(),
      one.firstSeen(),
      one.openSince(),
      one.opened(),
      one.closed(),
      one.team(),
      one.level().name(),
      taken == null ? null : taken.until(),
      taken == null ? null : taken.reason(),
      taken == null ? null : cut(taken.note(), LONGEST_NOTE),
      taken == null ? null : cut(taken.by(), LONGEST_NAME),
      taken == null ? null : taken.given(),
      taken == null ? null : taken.count(),
      one.setAside(),
      shown.team(),
      shown.worker(),
      shown.since(),
      shown.due(),
      shown.lastDone(),
      shown.daysOver(),
      shown.count(),
      cut(shown.problem(), LONGEST_PROBLEM),
      shown.source()
    };
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  /** Every exception there ever was, in order. */
  public List<OpenException> all() {
    return jdbc.query("select * from exception_life", (row, number) -> read(row)).stream()
        .sorted(Comparator.comparing(OpenException::key))
        .toList();
  }

  private static OpenException read(ResultSet row) throws SQLException {
    ExceptionKey key =
        new ExceptionKey(
            Sort.valueOf(row.getString("sort")), row.getString("subject"), row.getString("code"));
    LocalDate until = day(row, "accepted_until");
    LocalDate given = day(row, "accepted_on");
    int over = row.getInt("days_over");
    boolean notOver = row.wasNull();
    return new OpenException(
        key,
        Phase.valueOf(row.getString("phase")),
        row.getObject("first_seen", LocalDate.class),
        row.getObject("open_since", LocalDate.class),
        row.getInt("opened"),
        day(row, "closed"),
        row.getString("team"),
        Level.valueOf(row.getString("level_name")),
        until == null || given == null
            ? null
            : new Acceptance(
                until,
                row.getString("reason"),
                row.getString("note"),
                row.getString("accepted_by"),
                given,
                row.getInt("accepted_count")),
        row.getBoolean("set_aside"),
        new Shown(
            key,
            row.getString("shown_team"),
            row.getString("worker"),
            day(row, "since"),
            day(row, "due"),
            day(row, "last_done"),
            notOver ? null : over,
            row.getInt("behind"),
            row.getString("problem"),
            row.getString("source")));
  }

  private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /** What happened in a week, in order. */
  public List<Event> events(LocalDate asAt) {
    return events("as_at = ? order by position", asAt);
  }

  /** All that ever happened to one exception, oldest first. */
  public List<Event> history(ExceptionKey key) {
    return events(
        "sort = ? and subject = ? and code = ? order by as_at, position",
        key.sort().name(),
        key.subject(),
        key.code());
  }

  private List<Event> events(String where, Object... values) {
    return jdbc.query(
        "select * from exception_event where " + where,
        (row, number) ->
            new Event(
                row.getObject("as_at", LocalDate.class),
                new ExceptionKey(
                    Sort.valueOf(row.getString("sort")),
                    row.getString("subject"),
                    row.getString("code")),
                Event.What.valueOf(row.getString("what")),
                row.getString("team"),
                row.getString("detail")),
        values);
  }

  /** What was asked of a week and not taken in. */
  public List<Refusal> refusals(LocalDate asAt) {
    return jdbc.query(
        "select * from exception_refusal where as_at = ? order by position",
        (row, number) ->
            new Refusal(
                row.getString("file"),
                row.getString("cell"),
                row.getString("team"),
                row.getString("subject"),
                row.getString("sort").isEmpty() ? null : Sort.valueOf(row.getString("sort")),
                row.getString("code"),
                row.getString("problem")),
        asAt);
  }

  /** The nights of the last weeks that were followed, up to and including one, oldest first. */
  public List<LocalDate> weeksUntil(LocalDate asAt, int most) {
    List<LocalDate> nights =
        jdbc.queryForList(
            "select as_at from weekly_run where as_at <= ? order by as_at", LocalDate.class, asAt);
    return List.copyOf(nights.subList(Math.max(0, nights.size() - most), nights.size()));
  }

  /** How a week balanced, in order. */
  public List<Balance> balances(LocalDate asAt) {
    return jdbc.query(
        "select * from exception_balance where as_at = ? order by position",
        (row, number) -> {
          int[] n =
              Stream.of(row.getString("counts").split(" ")).mapToInt(Integer::parseInt).toArray();
          return new Balance(
              row.getString("team"),
              Sort.valueOf(row.getString("sort")),
              row.getString("code"),
              n[0],
              n[1],
              n[2],
              n[3],
              n[4],
              n[5],
              n[6],
              n[7],
              n[8],
              n[9],
              n[10],
              n[11]);
        },
        asAt);
  }

  private static String counts(Balance one) {
    int[] counts = {
      one.before(),
      one.fresh(),
      one.reopened(),
      one.movedIn(),
      one.ranOut(),
      one.takenUp(),
      one.fixed(),
      one.lapsed(),
      one.accepted(),
      one.movedOut(),
      one.setAside(),
      one.now()
    };
    return Arrays.stream(counts).mapToObj(String::valueOf).collect(Collectors.joining(" "));
  }

  /** Whether a returned list was taken in before. */
  public boolean wasReturned(String sha256) {
    return !jdbc.queryForList(
            "select sha256 from exception_return where sha256 = ?", String.class, sha256)
        .isEmpty();
  }

  /**
   * Deletes all that is known of some children. The counts stay, which name nobody: what was open
   * of them has lapsed in the last week, so that the next one begins where it ended.
   */
  public void forget(Set<String> childIds) {
    List<OpenException> open =
        all().stream()
            .filter(one -> childIds.contains(one.key().subject()))
            .filter(one -> one.phase() == Phase.OPEN && !one.setAside())
            .toList();
    Optional<WeeklyRun> last = findLast();
    if (last.isPresent() && !open.isEmpty()) {
      lapse(last.get().asAt(), open);
    }
    for (String table : List.of("exception_life", "exception_event")) {
      jdbc.batchUpdate(
          "delete from " + table + " where subject = ?",
          childIds.stream().map(id -> new Object[] {id}).toList());
    }
  }

  private void lapse(LocalDate asAt, List<OpenException> open) {
    List<Object[]> changed = new ArrayList<>();
    List<Balance> balances = balances(asAt);
    for (int position = 0; position < balances.size(); position++) {
      Balance one = balances.get(position);
      int many =
          (int)
              open.stream()
                  .filter(
                      gap ->
                          gap.team().equals(one.team())
                              && gap.key().sort() == one.sort()
                              && gap.key().code().equals(one.code()))
                  .count();
      if (many > 0) {
        changed.add(new Object[] {counts(one.lapsing(many)), asAt, position});
      }
    }
    jdbc.batchUpdate(
        "update exception_balance set counts = ? where as_at = ? and position = ?", changed);
  }
}
