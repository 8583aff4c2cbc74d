package org.practicewatch.jobs.week;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Folder;
import org.practicewatch.fixtures.MailServers;
import org.practicewatch.fixtures.MailServers.Door;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.fixtures.Practicewatch.Run;
import org.practicewatch.jobs.machine.ExitCodes;

/** A week whose process is killed for real while a letter is on its way. */
@Tag("machine")
@Order(1)
class KilledWeekTest {

  @TempDir static Path folder;
  private static GreenMail server;
  private static Path night;
  private static Path jobs;

  @BeforeAll
  static void a_closed_night() throws IOException {
    server = MailServers.start("smtp");
    Path drop = folder.resolve("drop");
    Practicewatch.run(
        "sample-data", "--children", "40", "--seed", "5", "--output", drop.toString());
    night = folder.resolve("night");
    Run run =
        Practicewatch.untilClosed(
            "nightly", "--input", drop.toString(), "--output", night.toString());
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    jobs = folder.resolve("jobs");
    Folder.copy(Path.of("jobs"), jobs);
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void empty() throws Exception {
    server.purgeEmailFromAllMailboxes();
  }

  private static void postOver(Door door) throws IOException {
    Files.writeString(
        jobs.resolve("post.yml"),
        """
        sender: practicewatch@fernshire.example
        allowed domains: [fernshire.example]
        mail server: {host: localhost, port: %d, security: smtps}
        """
            .formatted(door.port()));
  }

  private static List<String> words(Path output) {
    return List.of(
        "weekly",
        "--input",
        folder.resolve("drop").toString(),
        "--output",
        output.toString(),
        "--jobs",
        jobs.toString());
  }

  /** Starts a week in a process of its own, and kills it when the door hears something. */
  private static void killWhen(String heard, Path output) throws Exception {
    try (Door door = new Door(server.getSmtp().getPort(), true, Map.of(heard, Door.SILENCE))) {
      postOver(door);
      Process process =
          Practicewatch.process(
                  List.of(
                      "-Djavax.net.ssl.trustStore="
                          + System.getProperty("javax.net.ssl.trustStore"),
                      "-Djavax.net.ssl.trustStorePassword="
                          + System.getProperty("javax.net.ssl.trustStorePassword")),
                  words(output).toArray(String[]::new))
              .redirectOutput(folder.resolve("killed.log").toFile())
              .start();
      boolean there = door.awaitSilence();
      process.destroyForcibly().waitFor();
      assertThat(there).as(Files.readString(folder.resolve("killed.log"), UTF_8)).isTrue();
    }
  }

  private static Run again(Path output) throws IOException {
    try (Door door = new Door(server.getSmtp().getPort(), true, Map.of())) {
      postOver(door);
      return Practicewatch.run(Map.of(), words(output).toArray(String[]::new));
    }
  }

  private static List<String> messageIds() throws Exception {
    List<String> ids = new ArrayList<>();
    for (MimeMessage message : server.getReceivedMessages()) {
      ids.add(message.getMessageID() + " to " + message.getHeader("To", null));
    }
    return ids;
  }

  @Test
  void killed_before_the_end_of_a_letter_nobody_gets_two_and_nobody_none() throws Exception {
    Path output = folder.resolve("before the end");
    Folder.copy(night, output);
    killWhen("DATA", output);
    Run run = again(output);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    List<String> ids = messageIds();
    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(5);
    assertThat(ids).anyMatch(id -> id.contains(".summary."));
    Run third = again(output);
    assertThat(third.exitCode()).isZero();
    assertThat(messageIds()).isEqualTo(ids);
  }

  @Test
  void killed_after_the_end_of_a_letter_it_is_told_as_uncertain() throws Exception {
    Path output = folder.resolve("after the end");
    Folder.copy(night, output);
    killWhen(".", output);
    Run run = again(output);
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCodes.HELD);
    assertThat(run.out())
        .contains("1 uncertain", "the program was stopped when the whole letter was out");
    assertThat(messageIds()).doesNotHaveDuplicates();
    Run third = again(output);
    assertThat(third.out()).contains("1 uncertain");
  }
}
