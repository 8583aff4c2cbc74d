package org.practicewatch.post.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.MailServers;
import org.practicewatch.fixtures.MailServers.Door;
import org.practicewatch.post.AllowedDomains;
import org.practicewatch.post.Copy;
import org.practicewatch.post.Copy.State;
import org.practicewatch.post.Delivering;
import org.practicewatch.post.Delivering.Patience;
import org.practicewatch.post.Delivering.Waiting;
import org.practicewatch.post.Delivery;
import org.practicewatch.post.Letter;
import org.practicewatch.post.MailServer;
import org.practicewatch.post.MailServer.Security;
import org.practicewatch.post.Outgoing;
import org.practicewatch.post.Post;
import org.practicewatch.post.store.OutboxTable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody gets two and nobody gets none: counted by what a real server holds. */
@Tag("machine")
@Order(3)
class ExactlyOnceTest {

  private static final String EAST = "east@fernshire.example";
  private static final String WEST = "west@fernshire.example";
  private static final String COPY = "copy@fernshire.example";
  private static final Waiting NO_TIME = time -> {};
  private static final Patience ONCE = new Patience(Duration.ofMinutes(5), Duration.ZERO, false);
  private static final Patience AN_HOUR =
      new Patience(Duration.ofMinutes(5), Duration.ofMinutes(60), false);

  @TempDir Path folder;

  private static GreenMail server;
  private SingleConnectionDataSource database;
  private OutboxTable outbox;

  @BeforeAll
  static void start() {
    server = MailServers.start("smtp");
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void open() throws Exception {
    server.purgeEmailFromAllMailboxes();
    database = new SingleConnectionDataSource("jdbc:hsqldb:mem:outbox", "SA", "", true);
    String tables =
        (Files.readString(Path.of("src/main/resources/db/V9__outbox.sql"))
                + Files.readString(Path.of("src/main/resources/db/V13__one_letter_a_person.sql")))
            .replace("${bytes}", "longvarbinary");
    new ResourceDatabasePopulator(new ByteArrayResource(tables.getBytes())).execute(database);
    outbox =
        new OutboxTable(
            new JdbcTemplate(database),
            new TransactionTemplate(new JdbcTransactionManager(database)));
  }

  @AfterEach
  void close() {
    new JdbcTemplate(database).execute("shutdown");
    database.destroy();
  }

  private static Outgoing letter(String team, String to, String... copies) {
    return new Outgoing(
        "practicewatch.2026-w44.team." + team + "@fernshire.example",
        "2026-W44",
        "team",
        team,
        team.length(),
        "practicewatch@fernshire.example",
        to,
        List.of(copies),
        team + ": 7 to put right",
        "7 to put right.",
        "<p>7 to put right.</p>",
        List.of(),
        Instant.parse("2026-11-02T07:30:00Z"));
  }

  private static Post over(Door door, Duration answering) {
    return new SmtpPost(
        new MailServer("localhost", door.port(), Security.SMTPS),
        new AllowedDomains(Set.of("fernshire.example")),
        "",
        "",
        answering);
  }

  private static Post over(Door door) {
    return over(door, Duration.ofSeconds(20));
  }

  private static Door door(Map<String, String> answers) throws IOException {
    return new Door(server.getSmtp().getPort(), true, answers);
  }

  private void deliver(Post post, Patience patience, Waiting waiting) throws Exception {
    new Delivering(outbox, post, false, patience, waiting, () -> Instant.EPOCH).deliver();
  }

  private List<State> states(Outgoing letter) {
    return outbox.copies(letter).stream().map(Copy::state).toList();
  }

  /** How many copies the server holds, by recipient. */
  private static List<String> held() {
    List<String> held = new ArrayList<>();
    server
        .getUserManager()
        .listUser()
        .forEach(
            user -> {
              try {
                int count =
                    server.getManagers().getImapHostManager().getInbox(user).getMessageCount();
                if (count > 0) {
                  held.add(user.getEmail() + " " + count);
                }
              } catch (Exception unreadable) {
                throw new IllegalStateException(unreadable);
              }
            });
    return held.stream().sorted().toList();
  }

  @Test
  void everybody_gets_one_and_a_second_run_gives_nobody_another() throws Exception {
    Outgoing east = letter("east", EAST, COPY);
    Outgoing west = letter("west", WEST);
    outbox.put(List.of(east, west));
    outbox.put(List.of(east));
    try (Door door = door(Map.of())) {
      deliver(over(door), AN_HOUR, NO_TIME);
      deliver(over(door), AN_HOUR, NO_TIME);
    }
    assertThat(held()).containsExactly(COPY + " 1", EAST + " 1", WEST + " 1");
    assertThat(states(east)).containsOnly(State.SENT).hasSize(2);
    for (MimeMessage message : server.getReceivedMessages()) {
      if (message.getSubject().startsWith("east")) {
        assertThat(message.getMessageID())
            .isEqualTo("<practicewatch.2026-w44.team.east@fernshire.example>");
        assertThat(message.getHeader("Cc", null)).isEqualTo(COPY);
        assertThat(((MimeMultipart) message.getContent()).getCount()).isEqualTo(2);
      }
    }
  }

  @Test
  void one_who_is_refused_keeps_the_letter_from_nobody_else() throws Exception {
    Outgoing east = letter("east", EAST, COPY);
    outbox.put(List.of(east));
    try (Door door = door(Map.of("RCPT TO:<" + EAST + ">", "550 no such user\r\n"))) {
      deliver(over(door), AN_HOUR, NO_TIME);
    }
    assertThat(states(east)).containsExactly(State.REFUSED, State.SENT);
    assertThat(outbox.copies(east).get(0).why()).contains("refuses the recipient (550)");
    assertThat(held()).containsExactly(COPY + " 1");
  }

  @Test
  void a_letter_that_was_refused_can_be_given_another_recipient() throws Exception {
    Outgoing east = letter("east", EAST, COPY);
    outbox.put(List.of(east));
    try (Door door = door(Map.of("RCPT TO:<" + EAST + ">", "550 no such user\r\n"))) {
      deliver(over(door), ONCE, NO_TIME);
      outbox.readdress(east, WEST);
      deliver(over(door), ONCE, NO_TIME);
    }
    assertThat(held()).containsExactly(COPY + " 1", WEST + " 1");
    assertThat(states(outbox.ofWeek("2026-W44").get(0))).containsOnly(State.SENT).hasSize(2);
  }

  @Test
  void a_server_that_wants_to_be_asked_again_is() throws Exception {
    Outgoing east = letter("east", EAST, COPY);
    outbox.put(List.of(east));
    Map<String, String> answers =
        new ConcurrentHashMap<>(Map.of("RCPT", "451 greylisted, come again\r\n"));
    List<Duration> passed = new ArrayList<>();
    try (Door door = door(answers)) {
      deliver(
          over(door),
          AN_HOUR,
          time -> {
            passed.add(time);
            if (passed.size() == 2) {
              answers.clear();
            }
          });
    }
    assertThat(passed).hasSize(2);
    assertThat(held()).containsExactly(COPY + " 1", EAST + " 1");
    assertThat(states(east)).containsOnly(State.SENT);
  }

  @Test
  void a_server_down_for_an_hour_loses_nothing() throws Exception {
    Outgoing east = letter("east", EAST);
    outbox.put(List.of(east));
    Door closed = door(Map.of());
    closed.close();
    deliver(over(closed), AN_HOUR, NO_TIME);
    assertThat(states(east)).containsExactly(State.WAITING);
    assertThat(outbox.copies(east).get(0).why()).contains("cannot be reached");
    assertThat(outbox.copies(east).get(0).attempts()).isEqualTo(13);
    try (Door door = door(Map.of())) {
      deliver(over(door), ONCE, NO_TIME);
    }
    assertThat(held()).containsExactly(EAST + " 1");
  }

  @Test
  void what_is_cut_before_the_end_is_sent_again_and_arrives_once() throws Exception {
    for (String where : List.of("MAIL", "DATA")) {
      Outgoing east = letter("east" + where.charAt(0), EAST);
      outbox.put(List.of(east));
      try (Door door = door(Map.of(where, Door.CUT))) {
        deliver(over(door), ONCE, NO_TIME);
      }
      assertThat(states(east)).as(where).containsExactly(State.WAITING);
      assertThat(held()).as(where).isEmpty();
      try (Door door = door(Map.of())) {
        deliver(over(door), ONCE, NO_TIME);
      }
      assertThat(held()).as(where).containsExactly(EAST + " 1");
      server.purgeEmailFromAllMailboxes();
    }
  }

  /** The one state that cannot be settled from our side. */
  @Test
  void what_is_cut_after_the_end_is_uncertain_and_is_left() throws Exception {
    Outgoing east = letter("east", EAST);
    outbox.put(List.of(east));
    try (Door door = door(Map.of(".", Door.TAKEN_AND_CUT))) {
      deliver(over(door), AN_HOUR, NO_TIME);
    }
    assertThat(states(east)).containsExactly(State.UNCERTAIN);
    assertThat(outbox.copies(east).get(0).why()).contains("it may have been accepted");
    assertThat(held()).containsExactly(EAST + " 1");
    try (Door door = door(Map.of())) {
      deliver(over(door), AN_HOUR, NO_TIME);
    }
    assertThat(held()).containsExactly(EAST + " 1");
  }

  /** A failing encryption says nothing of the letter that went out before it failed. */
  @Test
  void what_is_garbled_after_the_end_is_uncertain_too() throws Exception {
    Outgoing east = letter("east", EAST);
    outbox.put(List.of(east));
    try (Door door = door(Map.of(".", Door.TAKEN_AND_BROKEN))) {
      deliver(over(door), AN_HOUR, NO_TIME);
    }
    assertThat(states(east)).containsExactly(State.UNCERTAIN);
    assertThat(held()).containsExactly(EAST + " 1");
  }

  @Test
  void one_address_written_in_two_ways_gets_one_letter() throws Exception {
    Outgoing east = letter("east", EAST, "East@Fernshire.example");
    outbox.put(List.of(east));
    try (Door door = door(Map.of())) {
      deliver(over(door), ONCE, NO_TIME);
    }
    assertThat(held()).containsExactly(EAST + " 1");
  }

  /** It is a mistake in our settings, and no manager is to be without a letter for it. */
  @Test
  void a_sender_who_is_refused_keeps_letters_waiting_until_the_settings_are_put_right()
      throws Exception {
    Outgoing east = letter("east", EAST);
    outbox.put(List.of(east));
    try (Door door = door(Map.of("MAIL", "550 not you\r\n"))) {
      deliver(over(door), ONCE, NO_TIME);
    }
    assertThat(states(east)).containsExactly(State.WAITING);
    assertThat(outbox.copies(east).get(0).why()).contains("refuses the sender (550)");
    try (Door door = door(Map.of())) {
      deliver(over(door), ONCE, NO_TIME);
    }
    assertThat(held()).containsExactly(EAST + " 1");
  }

  /** It takes a quarter of an hour for each letter, and the hour is over long before they are. */
  @Test
  void the_time_that_a_slow_server_takes_counts() throws Exception {
    List<Outgoing> three = List.of(letter("a", EAST), letter("bb", WEST), letter("ccc", COPY));
    outbox.put(three);
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    Post slow =
        (letter, recipient, beforeTheEnd) -> {
          now.updateAndGet(time -> time.plus(Duration.ofMinutes(15)));
          return new Delivery.Delayed("the mail server cannot be reached");
        };
    new Delivering(
            outbox,
            slow,
            false,
            AN_HOUR,
            time -> now.updateAndGet(before -> before.plus(time)),
            now::get)
        .deliver();
    assertThat(three.stream().map(one -> outbox.copies(one).get(0).attempts()))
        .containsExactly(2, 1, 1);
  }

  /** Time does not bring it back. */
  @Test
  void a_list_that_is_gone_keeps_nobody_waiting() throws Exception {
    Path list = Files.writeString(folder.resolve("east.xlsx"), "the list");
    Outgoing east = withList(list);
    Outgoing west = letter("west", WEST);
    outbox.put(List.of(east, west));
    Files.delete(list);
    List<Duration> passed = new ArrayList<>();
    try (Door door = door(Map.of())) {
      deliver(over(door), AN_HOUR, passed::add);
    }
    assertThat(passed).isEmpty();
    assertThat(states(east)).containsExactly(State.WAITING);
    assertThat(held()).containsExactly(WEST + " 1");
  }

  /** Its end is the word that would make half a letter a whole one. */
  @Test
  void a_letter_that_could_not_be_noted_is_not_ended() throws Exception {
    try (Door door = door(Map.of())) {
      assertThatThrownBy(
              () ->
                  over(door)
                      .send(
                          letterTo(EAST),
                          EAST,
                          () -> {
                            throw new IllegalStateException("the database is gone");
                          }))
          .hasMessage("the database is gone");
      over(door).send(letterTo(WEST), WEST, () -> {});
    }
    assertThat(held()).containsExactly(WEST + " 1");
  }

  private static Letter letterTo(String to) {
    Outgoing words = letter("west", to);
    return new Letter(
        words.messageId(), words.from(), to, words.subject(), words.text(), words.written());
  }

  @Test
  void what_is_uncertain_is_sent_once_more_where_the_settings_say_so() throws Exception {
    Patience again = new Patience(Duration.ofMinutes(5), Duration.ofMinutes(60), true);
    Outgoing east = letter("east", EAST);
    outbox.put(List.of(east));
    try (Door door = door(Map.of(".", Door.CUT))) {
      deliver(over(door), again, NO_TIME);
      assertThat(states(east)).containsExactly(State.UNCERTAIN);
    }
    assertThat(held()).isEmpty();
    try (Door door = door(Map.of())) {
      deliver(over(door), again, NO_TIME);
      deliver(over(door), again, NO_TIME);
    }
    assertThat(held()).containsExactly(EAST + " 1");
    assertThat(server.getReceivedMessages()[0].getMessageID()).contains("2026-w44.team.east");
  }

  @Test
  void uncertain_twice_it_is_left() throws Exception {
    Patience again = new Patience(Duration.ofMinutes(5), Duration.ofMinutes(60), true);
    Outgoing east = letter("east", EAST);
    outbox.put(List.of(east));
    try (Door door = door(Map.of(".", Door.CUT))) {
      for (int run = 0; run < 4; run++) {
        deliver(over(door), again, NO_TIME);
      }
    }
    assertThat(states(east)).containsExactly(State.UNCERTAIN);
    assertThat(outbox.copies(east).get(0).attempts()).isEqualTo(2);
  }

  @Test
  void a_server_that_never_answers_the_end_leaves_it_uncertain() throws Exception {
    assertThat(afterSilenceAt(".")).containsExactly(State.UNCERTAIN);
  }

  @Test
  void a_server_that_never_answers_before_the_end_is_asked_again() throws Exception {
    assertThat(afterSilenceAt("DATA")).containsExactly(State.WAITING);
  }

  /**
   * What is noted of a letter when the server says no more after a word. A machine at work may take
   * longer than is waited for to answer the words before it: then it is waited for longer.
   */
  private List<State> afterSilenceAt(String word) throws Exception {
    Duration answering = Duration.ofMillis(300);
    while (true) {
      Outgoing letter = letter("east " + answering, EAST);
      outbox.put(List.of(letter));
      try (Door door = door(Map.of(word, Door.SILENCE))) {
        deliver(over(door, answering), ONCE, NO_TIME);
        if (door.fellSilent()) {
          return states(letter);
        }
      }
      answering = answering.multipliedBy(2);
    }
  }

  /** What the next start finds of a program that died between the last byte and the answer. */
  @Test
  void a_copy_found_in_the_middle_of_being_handed_over_is_uncertain() throws Exception {
    Outgoing east = letter("east", EAST);
    outbox.put(List.of(east));
    outbox.note(outbox.copies(east).get(0).is(State.HANDING_OVER, ""));
    try (Door door = door(Map.of())) {
      deliver(over(door), AN_HOUR, NO_TIME);
    }
    assertThat(states(east)).containsExactly(State.UNCERTAIN);
    assertThat(held()).isEmpty();
  }

  @Test
  void it_is_noted_before_the_word_that_ends_a_letter_goes_out() throws Exception {
    Outgoing east = letter("east", EAST);
    outbox.put(List.of(east));
    List<State> noted = new ArrayList<>();
    Map<String, String> answers =
        new ConcurrentHashMap<>(Map.of()) {
          @Override
          public String getOrDefault(Object line, String other) {
            if (line.equals(".")) {
              noted.addAll(states(east));
            }
            return super.getOrDefault(line, other);
          }
        };
    try (Door door = door(answers)) {
      deliver(over(door), ONCE, NO_TIME);
    }
    assertThat(noted).containsExactly(State.HANDING_OVER);
    assertThat(states(east)).containsExactly(State.SENT);
  }

  private static Outgoing withList(Path list) throws IOException {
    Outgoing plain = letter("east", EAST);
    return new Outgoing(
        plain.messageId(),
        plain.week(),
        plain.kind(),
        plain.about(),
        0,
        plain.from(),
        plain.to(),
        List.of(),
        plain.subject(),
        plain.text(),
        plain.html(),
        List.of(
            new Outgoing.Attached(list.toString(), Delivering.sha256(Files.readAllBytes(list)))),
        plain.written());
  }

  /** Larger than what a network takes without the other side having read it. */
  @Test
  void what_is_cut_in_the_middle_of_a_letter_is_sent_again_and_arrives_once() throws Exception {
    Path list = Files.write(folder.resolve("large.xlsx"), new byte[12_000_000]);
    Outgoing east = withList(list);
    outbox.put(List.of(east));
    try (Door door = door(Map.of(Door.IN_THE_LETTER, Door.CUT))) {
      deliver(over(door), ONCE, NO_TIME);
    }
    assertThat(states(east)).containsExactly(State.WAITING);
    assertThat(held()).isEmpty();
    try (Door door = door(Map.of())) {
      deliver(over(door), ONCE, NO_TIME);
    }
    assertThat(held()).containsExactly(EAST + " 1");
  }

  @Test
  void a_list_that_is_not_as_it_was_written_does_not_leave() throws Exception {
    Path list = Files.writeString(folder.resolve("east.xlsx"), "the list");
    Outgoing east = withList(list);
    outbox.put(List.of(east));
    Files.writeString(list, "another list");
    try (Door door = door(Map.of())) {
      deliver(over(door), ONCE, NO_TIME);
      assertThat(states(east)).containsExactly(State.WAITING);
      assertThat(outbox.copies(east).get(0).why()).contains("is not as it was written");
      assertThat(held()).isEmpty();
      Files.writeString(list, "the list");
      deliver(over(door), ONCE, NO_TIME);
    }
    assertThat(held()).containsExactly(EAST + " 1");
  }

  @Test
  void an_address_outside_the_council_is_refused_without_asking_anybody() throws Exception {
    Outgoing away = letter("away", "somebody@elsewhere.example");
    outbox.put(List.of(away));
    try (Door door = door(Map.of())) {
      deliver(over(door), ONCE, NO_TIME);
    }
    assertThat(states(away)).containsExactly(State.REFUSED);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void without_a_server_a_letter_is_one_file_for_all_its_recipients() throws Exception {
    Outgoing east = letter("east", EAST, COPY);
    outbox.put(List.of(east));
    List<Letter> written = new ArrayList<>();
    Post files =
        (letter, recipient, beforeTheEnd) -> {
          written.add(letter);
          return new LetterFiles(folder, "east").send(letter, recipient, beforeTheEnd);
        };
    for (int run = 0; run < 2; run++) {
      new Delivering(outbox, files, true, AN_HOUR, NO_TIME, () -> Instant.EPOCH).deliver();
    }
    assertThat(written).hasSize(1);
    assertThat(states(east)).containsExactly(State.KEPT, State.KEPT);
    assertThat(folder.resolve("east.eml")).content().contains("Cc: " + COPY);
  }
}
