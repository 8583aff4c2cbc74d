package org.practicewatch.post.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.practicewatch.post.Copy;
import org.practicewatch.post.Copy.State;
import org.practicewatch.post.Outbox;
import org.practicewatch.post.Outgoing;
import org.practicewatch.post.Outgoing.Attached;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox in the database. */
public final class OutboxTable implements Outbox {

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  /**
   * A table.
   *
   * @param transaction one of its own for each change
   */
  public OutboxTable(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public void put(List<Outgoing> letters) {
    transaction.executeWithoutResult(status -> letters.forEach(this::put));
  }

  private void put(Outgoing letter) {
    if (!jdbc.queryForList(
            "select message_id from letter where message_id = ?", String.class, letter.messageId())
        .isEmpty()) {
      return;
    }
    jdbc.update(
        "insert into letter (message_id, week, kind, about, position, sender, recipient, copies,"
            + " subject, body, html, attachment, attachment_sha256, written)"
            + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        letter.messageId(),
        letter.week(),
        letter.kind(),
        letter.about(),
        letter.position(),
        letter.from(),
        letter.to(),
        String.join("\n", letter.copies()),
        letter.subject(),
        letter.text().getBytes(UTF_8),
        letter.html().getBytes(UTF_8),
        joined(letter.attached(), Attached::file),
        joined(letter.attached(), Attached::sha256),
        OffsetDateTime.ofInstant(letter.written(), ZoneOffset.UTC));
    letter.everybody().forEach(address -> putCopy(letter, address));
  }

  private void putCopy(Outgoing letter, String address) {
    jdbc.update(
        "insert into letter_copy (message_id, address, state, attempts, why, again)"
            + " values (?,?,?,0,'',false)",
        letter.messageId(),
        address,
        State.WAITING.name());
  }

  @Override
  public void readdress(Outgoing letter, String to) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.update(
              "update letter set recipient = ? where message_id = ?", to, letter.messageId());
          // Whoever has a copy gets no other; one who was refused before is tried again.
          List<Copy> known =
              everyCopy(letter).stream()
                  .filter(copy -> copy.address().equalsIgnoreCase(to))
                  .toList();
          if (known.isEmpty()) {
            putCopy(letter, to);
          }
          known.stream()
              .filter(copy -> copy.state() == State.REFUSED)
              .forEach(copy -> update(copy.is(State.WAITING, "")));
        });
  }

  @Override
  public List<Outgoing> unsettled() {
    return letters(
        "message_id in (select message_id from letter_copy where state in"
            + " ('WAITING', 'HANDING_OVER', 'UNCERTAIN'))");
  }

  @Override
  public List<Outgoing> ofWeek(String week) {
    return letters("week = ?", week);
  }

  private List<Outgoing> letters(String where, Object... values) {
    return jdbc.query(
        "select * from letter where " + where + " order by week, position, message_id",
        (row, number) -> read(row),
        values);
  }

  private static Outgoing read(ResultSet row) throws SQLException {
    return new Outgoing(
        row.getString("message_id"),
        row.getString("week"),
        row.getString("kind"),
        row.getString("about"),
        row.getInt("position"),
        row.getString("sender"),
        row.getString("recipient"),
        parted(row.getString("copies")),
        row.getString("subject"),
        new String(row.getBytes("body"), UTF_8),
        new String(row.getBytes("html"), UTF_8),
        attached(parted(row.getString("attachment")), parted(row.getString("attachment_sha256"))),
        row.getObject("written", OffsetDateTime.class).toInstant());
  }

  /** Several in one column, a line each. */
  private static String joined(List<Attached> attached, Function<Attached, String> what) {
    return attached.stream().map(what).collect(Collectors.joining("\n"));
  }

  private static List<String> parted(String lines) {
    return lines.isEmpty() ? List.of() : List.of(lines.split("\n"));
  }

  private static List<Attached> attached(List<String> files, List<String> hashes) {
    return IntStream.range(0, files.size())
        .mapToObj(i -> new Attached(files.get(i), hashes.get(i)))
        .toList();
  }

  @Override
  public List<Copy> copies(Outgoing letter) {
    List<Copy> known = everyCopy(letter);
    return letter.everybody().stream()
        .flatMap(address -> known.stream().filter(copy -> copy.address().equalsIgnoreCase(address)))
        .toList();
  }

  /** With those of recipients whose place another has taken. */
  private List<Copy> everyCopy(Outgoing letter) {
    return jdbc.query(
        "select * from letter_copy where message_id = ?",
        (row, number) ->
            new Copy(
                row.getString("message_id"),
                row.getString("address"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("why"),
                row.getBoolean("again")),
        letter.messageId());
  }

  @Override
  public void note(Copy copy) {
    transaction.executeWithoutResult(status -> update(copy));
  }

  private void update(Copy copy) {
    jdbc.update(
        "update letter_copy set state = ?, attempts = ?, why = ?, again = ?"
            + " where message_id = ? and address = ?",
        copy.state().name(),
        copy.attempts(),
        copy.why(),
        copy.again(),
        copy.messageId(),
        copy.address());
  }
}
