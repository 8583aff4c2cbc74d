package org.practicewatch.jobs.operator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Folder;
import org.practicewatch.fixtures.MailServers;
import org.practicewatch.fixtures.MailServers.Door;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.fixtures.Practicewatch.Run;
import org.practicewatch.jobs.machine.ExitCodes;

/** Whole nights whose operator is written to, through a real mail server. */
@Tag("machine")
class OperatorPostTest {

  private static final String TO = "practicewatch-operator@fernshire.example";
  private static final Map<String, String> ENVIRONMENT =
      Map.of("PRACTICEWATCH_MAIL_USER", "practicewatch", "PRACTICEWATCH_MAIL_PASSWORD", "right");

  private static final String NIGHT = "Fernshire (fictional), night of 22 November 2026: ";

  private static GreenMail server;

  @TempDir Path folder;
  private Path jobs;
  private Path input;
  private Path output;

  @BeforeAll
  static void start() {
    server = MailServers.start("smtps");
    server.setUser(TO, "practicewatch", "right");
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void a_council_with_a_mail_server() throws Exception {
    server.purgeEmailFromAllMailboxes();
    jobs = folder.resolve("jobs");
    Folder.copy(Path.of("jobs"), jobs);
    post(server.getSmtps().getPort());
    input = Files.createDirectories(folder.resolve("in"));
    output = folder.resolve("out");
    file("people 2026-11-22.csv", "pers_person_id,pers_dob", "77001,01/02/2015");
  }

  private void post(int port) throws IOException {
    Files.writeString(
        jobs.resolve("post.yml"),
        """
        sender: practicewatch@fernshire.example
        allowed domains: [fernshire.example]
        mail server: {host: localhost, port: %d, security: smtps}
        """
            .formatted(port));
  }

  private void toldOf(String events) throws IOException {
    Files.writeString(
        jobs.resolve("operator.yml"),
        "recipients: [" + TO + "]\ntold of: [" + events + "]\n",
        UTF_8);
  }

  private void file(String name, String... lines) throws IOException {
    Files.writeString(input.resolve(name), String.join("\n", lines) + "\n", UTF_8);
  }

  private Run night(Map<String, String> environment) {
    return Practicewatch.untilClosed(
        environment,
        "nightly",
        "--input",
        input.toString(),
        "--output",
        output.toString(),
        "--jobs",
        jobs.toString());
  }

  private Run night(int exitCode) {
    Run run = night(ENVIRONMENT);
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    return run;
  }

  private static List<String> subjects() throws Exception {
    List<String> subjects = new ArrayList<>();
    for (MimeMessage message : server.getReceivedMessages()) {
      subjects.add(message.getSubject());
    }
    return subjects;
  }

  private List<Path> lettersAsFiles() throws IOException {
    try (Stream<Path> all = Files.walk(output)) {
      return all.filter(one -> one.toString().endsWith(".eml")).toList();
    }
  }

  private static List<String> linesAboutLetters(Run run) {
    return (run.out() + run.err()).lines().filter(line -> line.contains("letter")).toList();
  }

  /** A child's name stands in a file's name, in a heading, in cells and in the folder it is in. */
  private void something_is_held() throws IOException {
    file("Zebedee Quillon 77002.csv", "Zebedee,77002", "Quillon,Xylophone Lane");
    file(
        "plans of Quillon.csv",
        "cppl_cp_plan_id,cppl_person_id,Xylophone,cppl_cp_plan_start_date",
        "7,77001,Zebedee,03/03/2025");
  }

  @Test
  void the_letter_of_a_night_arrives_once_and_names_nobody() throws Exception {
    toldOf("failed, late, held, stale");
    something_is_held();

    Run run = night(ExitCodes.HELD);

    assertThat(subjects()).containsExactly(NIGHT + "held 2 tables or files");
    assertThat(linesAboutLetters(run)).isEmpty();
    assertThat(lettersAsFiles()).isEmpty();
    MimeMessage message = server.getReceivedMessages()[0];
    assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly(TO);
    String text = message.getContent().toString();
    assertThat(text)
        .contains(
            "Tables held: 1",
            "child protection plans (mosaic)",
            "that is known: 1",
            "Tables received 3. Rows read ",
            "Output folder: " + output);
    StringBuilder wire = new StringBuilder(text);
    message.getAllHeaderLines().asIterator().forEachRemaining(wire::append);
    assertThat(wire.toString())
        .doesNotContain(
            "77001", "77002", "Zebedee", "Quillon", "Xylophone", "2015", "2025", ".csv", "cppl");

    // However often it is started again.
    night(ExitCodes.HELD);
    assertThat(subjects()).hasSize(1);
  }

  @Test
  void without_the_mail_server_the_night_closes_says_so_in_a_line_and_the_letter_leaves_later()
      throws Exception {
    toldOf("held");
    something_is_held();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      post(taken.getLocalPort());
    }

    Run run = night(ExitCodes.HELD);

    assertThat(output.resolve("2026-11-22/run.json")).exists();
    List<Path> kept = lettersAsFiles();
    assertThat(kept).hasSize(1);
    assertThat(kept.get(0).getParent()).isEqualTo(output.resolve("2026-11-22/letters"));
    assertThat(linesAboutLetters(run)).hasSize(1);
    assertThat(linesAboutLetters(run).get(0))
        .endsWith(
            "The letter to recipient 1 of 1 in jobs/operator.yml was not sent: the mail server cannot"
                + " be reached. It is kept in "
                + kept.get(0));
    assertThat(run.err()).isEmpty();

    post(server.getSmtps().getPort());
    night(ExitCodes.HELD);
    assertThat(subjects()).hasSize(1);
    assertThat(lettersAsFiles()).as("it left, and need not be kept").isEmpty();
  }

  @Test
  void a_password_that_is_not_taken_names_the_variables_and_not_what_is_in_them() throws Exception {
    toldOf("done");
    Run run =
        night(
            Map.of(
                "PRACTICEWATCH_MAIL_USER",
                "practicewatch",
                "PRACTICEWATCH_MAIL_PASSWORD",
                "hunter2hunter2"));
    assertThat(run.exitCode()).isZero();
    assertThat(linesAboutLetters(run)).hasSize(1);
    assertThat(run.out()).contains("PRACTICEWATCH_MAIL_PASSWORD").doesNotContain("hunter2");
    assertThat(subjects()).isEmpty();
  }

  @Test
  void a_letter_that_may_have_arrived_is_not_sent_again() throws Exception {
    toldOf("done");
    try (GreenMailBehind behind = new GreenMailBehind(Map.of(".", Door.CUT))) {
      post(behind.door.port());
      assertThat(linesAboutLetters(night(ExitCodes.DONE)))
          .singleElement()
          .asString()
          .contains("it may have been accepted. It is kept in");
    }
    post(server.getSmtps().getPort());
    night(ExitCodes.DONE);
    assertThat(subjects()).isEmpty();
  }

  /** A server in clear behind a door that encrypts. */
  private static final class GreenMailBehind implements AutoCloseable {

    private final GreenMail plain = MailServers.start("smtp");
    private final Door door;

    GreenMailBehind(Map<String, String> answers) throws IOException {
      plain.setUser(TO, "practicewatch", "right");
      door = new Door(plain.getSmtp().getPort(), true, answers);
    }

    @Override
    public void close() throws IOException {
      door.close();
      plain.stop();
    }
  }

  @Test
  void a_sign_of_life_comes_once_a_day_however_often_the_night_is_started() throws Exception {
    toldOf("failed, done");
    night(ExitCodes.DONE);
    night(ExitCodes.DONE);
    assertThat(subjects()).containsExactly(NIGHT + "done");
  }

  @Test
  void a_night_that_failed_is_told_once_and_as_done_after_all_once() throws Exception {
    toldOf("failed, done");
    Path inTheWay =
        Files.createDirectories(output.resolve("2026-11-22/findings.csv.part/in the way"));
    night(ExitCodes.FAILED);
    night(ExitCodes.FAILED);
    assertThat(subjects()).containsExactly(NIGHT + "failed at close-night");
    assertThat(server.getReceivedMessages()[0].getContent().toString())
        .contains("It broke off while closing the night.", "A file or folder could not be")
        .doesNotContain("Exception", "findings.csv");

    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    night(ExitCodes.DONE);
    night(ExitCodes.DONE);
    assertThat(subjects())
        .containsExactly(NIGHT + "failed at close-night", NIGHT + "done after all");
  }

  @Test
  void a_mistake_in_the_settings_is_told_by_the_name_of_its_file() throws Exception {
    toldOf("failed");
    Files.writeString(jobs.resolve("nightly.yml"), "Zebedee: Quillon\n", UTF_8);
    Run run = night(ExitCodes.MISTAKE);
    assertThat(run.err()).contains("jobs/nightly.yml");
    assertThat(subjects()).hasSize(1);
    assertThat(server.getReceivedMessages()[0].getContent().toString())
        .contains("There are mistakes in jobs/nightly.yml")
        .doesNotContain("Zebedee", "Quillon");
  }
}
