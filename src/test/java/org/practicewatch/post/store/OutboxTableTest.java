package org.practicewatch.post.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.practicewatch.fixtures.PostgreSql;
import org.practicewatch.post.Copy;
import org.practicewatch.post.Copy.State;
import org.practicewatch.post.Outgoing;
import org.practicewatch.post.Outgoing.Attached;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters are put in whole or not at all, and what became of a copy lasts, on both engines. */
@ParameterizedClass
@EnumSource
@Tag("machine")
class OutboxTableTest {

  private static final String EAST = "east@fernshire.example";
  private static final String WEST = "west@fernshire.example";
  private static final String COPY = "copy@fernshire.example";

  enum Engine {
    HSQLDB("longvarbinary"),
    POSTGRESQL("bytea");

    private final String bytes;

    Engine(String bytes) {
      this.bytes = bytes;
    }

    String newDatabase() {
      return this == HSQLDB
          ? "jdbc:hsqldb:mem:outbox-table;hsqldb.tx=mvcc"
          : PostgreSql.newDatabase();
    }
  }

  private final Engine engine;
  private DriverManagerDataSource database;
  private TransactionTemplate around;
  private OutboxTable outbox;

  OutboxTableTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void open() throws Exception {
    database = new DriverManagerDataSource(engine.newDatabase());
    String tables =
        (Files.readString(Path.of("src/main/resources/db/V9__outbox.sql"))
                + Files.readString(Path.of("src/main/resources/db/V13__one_letter_a_person.sql"))
                + Files.readString(
                    Path.of("src/main/resources/db/V17__as_many_lists_as_there_are.sql")))
            .replace("${bytes}", engine.bytes);
    new ResourceDatabasePopulator(new ByteArrayResource(tables.getBytes())).execute(database);
    JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    around = new TransactionTemplate(transactions);
    TransactionTemplate each = new TransactionTemplate(transactions);
    each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    outbox = new OutboxTable(new JdbcTemplate(database), each);
  }

  @AfterEach
  void close() {
    if (engine == Engine.HSQLDB) {
      new JdbcTemplate(database).execute("shutdown");
    }
  }

  private static Outgoing letter(String name, String week, int position, String subject) {
    return new Outgoing(
        name + "@fernshire.example",
        week,
        "team",
        "Tîm Gogledd & “East”",
        position,
        "practicewatch@fernshire.example",
        EAST,
        List.of(COPY, WEST),
        subject,
        "Sêr — 7 to put right.\n".repeat(500),
        "<p>7</p>",
        List.of(
            new Attached("output/2026-11-02/exceptions/east.xlsx", "0".repeat(64)),
            new Attached("output/2026-11-02/exceptions/west.xlsx", "1".repeat(64))),
        Instant.parse("2026-11-02T07:30:00.123456Z"));
  }

  private static Outgoing letter() {
    return letter("one", "2026-W45", 0, "7 to put right");
  }

  /** Teams that nobody entered in the organisation have one reader, however many they are. */
  @Test
  void a_letter_may_be_about_more_lists_than_a_large_authority_has() {
    Outgoing one = letter();
    List<Attached> lists =
        IntStream.range(0, 400)
            .mapToObj(n -> new Attached("teams/team-" + n + "/list.xlsx", "0".repeat(64)))
            .toList();
    outbox.put(
        List.of(
            new Outgoing(
                one.messageId(),
                one.week(),
                one.kind(),
                "A team of some name\n".repeat(400),
                one.position(),
                one.from(),
                one.to(),
                one.copies(),
                one.subject(),
                one.text(),
                one.html(),
                lists,
                one.written())));

    assertThat(outbox.ofWeek("2026-W45").get(0).attached()).isEqualTo(lists);
  }

  private List<State> states() {
    return outbox.copies(outbox.ofWeek("2026-W45").get(0)).stream().map(Copy::state).toList();
  }

  private void note(int copy, State state) {
    Outgoing letter = outbox.ofWeek("2026-W45").get(0);
    outbox.note(outbox.copies(letter).get(copy).is(state, "because"));
  }

  @Test
  void a_letter_is_read_as_it_was_written_with_a_waiting_copy_for_everybody() {
    outbox.put(List.of(letter()));
    assertThat(outbox.ofWeek("2026-W45")).containsExactly(letter());
    assertThat(outbox.copies(letter()))
        .extracting(Copy::address, Copy::state)
        .containsExactly(
            tuple(EAST, State.WAITING), tuple(COPY, State.WAITING), tuple(WEST, State.WAITING));
  }

  @Test
  void a_letter_that_is_known_stays_as_it_is_and_so_do_its_copies() {
    outbox.put(List.of(letter()));
    note(0, State.SENT);
    outbox.put(List.of(letter("one", "2026-W45", 0, "written again")));
    assertThat(outbox.ofWeek("2026-W45")).containsExactly(letter());
    assertThat(states()).containsExactly(State.SENT, State.WAITING, State.WAITING);
  }

  @Test
  void all_letters_are_put_in_or_none() {
    Outgoing tooLong = letter("two", "2026-W45", 1, "s".repeat(501));
    assertThatThrownBy(() -> outbox.put(List.of(letter(), tooLong)))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(outbox.unsettled()).isEmpty();
  }

  @Test
  void letters_leave_week_by_week_in_their_order_until_each_copy_has_come_to_rest() {
    outbox.put(
        List.of(
            letter("third", "2026-W46", 0, "s"),
            letter("second", "2026-W45", 10, "s"),
            letter("first", "2026-W45", 9, "s")));
    assertThat(outbox.unsettled())
        .extracting(Outgoing::messageId)
        .containsExactly(
            "first@fernshire.example", "second@fernshire.example", "third@fernshire.example");
    note(0, State.SENT);
    note(1, State.REFUSED);
    note(2, State.HANDING_OVER);
    assertThat(outbox.unsettled()).hasSize(3);
    note(2, State.UNCERTAIN);
    assertThat(outbox.unsettled()).hasSize(3);
    note(2, State.KEPT);
    assertThat(outbox.unsettled()).hasSize(2);
  }

  /** The step around a delivery may break off; what the mail server has, it has. */
  @Test
  void what_is_noted_lasts_whatever_becomes_of_what_is_around_it() {
    outbox.put(List.of(letter()));
    around.executeWithoutResult(
        status -> {
          note(0, State.HANDING_OVER);
          note(0, State.SENT);
          assertThat(states()).contains(State.SENT);
          status.setRollbackOnly();
        });
    assertThat(states()).containsExactly(State.SENT, State.WAITING, State.WAITING);
  }

  @Test
  void a_new_recipient_gets_a_copy_and_the_others_keep_theirs() {
    outbox.put(List.of(letter()));
    note(0, State.REFUSED);
    note(1, State.SENT);
    outbox.readdress(letter(), "new@fernshire.example");
    assertThat(outbox.ofWeek("2026-W45").get(0).to()).isEqualTo("new@fernshire.example");
    assertThat(states()).containsExactly(State.WAITING, State.SENT, State.WAITING);
  }

  @Test
  void a_new_recipient_who_has_a_copy_already_gets_no_other() {
    outbox.put(List.of(letter()));
    note(0, State.REFUSED);
    note(2, State.SENT);
    outbox.readdress(letter(), "West@Fernshire.example");
    assertThat(states()).containsExactly(State.SENT, State.WAITING);
  }

  /** The mailbox was full or did not exist yet, and the settings went there and back. */
  @Test
  void a_recipient_who_was_refused_before_is_tried_again_when_the_settings_come_back_to_him() {
    outbox.put(List.of(letter()));
    note(0, State.REFUSED);
    outbox.readdress(letter(), "new@fernshire.example");
    note(0, State.REFUSED);
    outbox.readdress(outbox.ofWeek("2026-W45").get(0), EAST);
    assertThat(states()).containsExactly(State.WAITING, State.WAITING, State.WAITING);
    assertThat(outbox.copies(outbox.ofWeek("2026-W45").get(0)).get(0).address()).isEqualTo(EAST);
  }
}
