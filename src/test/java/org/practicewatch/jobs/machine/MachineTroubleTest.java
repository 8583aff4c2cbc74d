package org.practicewatch.jobs.machine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.fixtures.PostgreSql;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.fixtures.Practicewatch.Run;
import org.practicewatch.jobs.commands.Commands;

/** A disk that is full, a database that goes away: told plainly, and the next start finishes. */
@Tag("machine")
@Order(1)
class MachineTroubleTest {

  private static final String[] SAME = {"findings.csv", "figures.csv", "flags.csv", "issues.csv"};

  @TempDir static Path folder;
  private static Path drop;
  private static Path undisturbed;

  @BeforeAll
  static void a_night_that_nothing_disturbs() {
    drop = folder.resolve("drop");
    Practicewatch.run("sample-data", "--children", "80", "--output", drop.toString());
    undisturbed = folder.resolve("undisturbed");
    assertThat(night(undisturbed).exitCode()).isZero();
  }

  private static Run night(Path output, String... more) {
    return Practicewatch.run(
        Stream.concat(
                Stream.of("nightly", "--input", drop.toString(), "--output", output.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static void isWhole(Path output) {
    for (String file : SAME) {
      assertThat(output.resolve("2026-10-30").resolve(file))
          .hasSameBinaryContentAs(undisturbed.resolve("2026-10-30").resolve(file));
    }
    assertThat(output.resolve("2026-10-30/run.json")).exists();
    assertThat(output.resolve("2026-10-30/reports/authority.pdf")).exists();
  }

  /** A little and a little more: full while it reads, while it closes, while it reports. */
  @ParameterizedTest
  @ValueSource(ints = {400, 800, 1200})
  void a_full_disk_is_told_and_lost_is_nothing(int kilobytes)
      throws IOException, InterruptedException {
    Path disk = Files.createDirectories(folder.resolve("disk of " + kilobytes));
    assumeTrue(
        did("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", disk.toString()),
        "only who may mount a small disk can fill it");
    try {
      Path output = disk.resolve("output");
      Run full = night(output);
      assertThat(full.exitCode()).as(full.out() + full.err()).isEqualTo(ExitCodes.FAILED);
      assertThat(full.out() + full.err()).contains("is full").contains("Nothing is lost");
      assertThat(did("mount", "-o", "remount,size=50m", disk.toString())).isTrue();
      Run again = night(output);
      assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
      isWhole(output);
    } finally {
      did("umount", "-l", disk.toString());
    }
  }

  private static boolean did(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  @Test
  void a_database_that_cannot_be_reached_is_told_without_its_password() throws IOException {
    int nobodyListens;
    try (ServerSocket free = new ServerSocket(0)) {
      nobodyListens = free.getLocalPort();
    }
    Path output = folder.resolve("unreachable");
    Run run =
        night(
            output,
            "--database",
            "jdbc:postgresql://localhost:" + nobodyListens + "/nights?user=a&password=secret");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err())
        .contains("localhost:" + nobodyListens + "/nights cannot be used")
        .doesNotContain("secret");
    assertThat(output.resolve("2026-10-30/findings.csv")).doesNotExist();
  }

  @Test
  void a_database_is_named_as_one() {
    Run run = night(folder.resolve("misnamed"), "--database", "server/nights");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.MISTAKE);
    assertThat(run.err()).contains("jdbc:postgresql://server/practicewatch");
  }

  @Test
  void two_output_folders_with_one_database_do_not_work_at_once() throws SQLException {
    String url = MigratedDatabase.postgreSql();
    try (Connection other = DriverManager.getConnection(url);
        Statement statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock(" + Database.LOCK + ")");
      Run second = night(folder.resolve("second"), "--database", url);
      assertThat(second.exitCode()).isEqualTo(ExitCodes.FAILED);
      assertThat(second.err()).contains("Another job is at work");
    }
    Run alone = night(folder.resolve("second"), "--database", url);
    assertThat(alone.exitCode()).as(alone.out() + alone.err()).isZero();
    isWhole(folder.resolve("second"));
  }

  @Test
  void a_database_that_goes_away_is_told_and_the_next_start_finishes() throws IOException {
    Path data = folder.resolve("postgresql");
    Path output = folder.resolve("went away");
    EmbeddedPostgres server = PostgreSql.start(data);
    String url = MigratedDatabase.numbered(server.getJdbcUrl("postgres", "postgres"));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out =
        new PrintStream(said, true, UTF_8) {
          @Override
          public void println(String line) {
            super.println(line);
            if (line.contains("rows of episodes of care")) {
              stop(server);
            }
          }
        };
    int exitCode =
        Commands.run(
            out,
            out,
            Practicewatch.CLOCK,
            "nightly",
            "--input",
            drop.toString(),
            "--output",
            output.toString(),
            "--database",
            url);
    assertThat(exitCode).as(said.toString(UTF_8)).isEqualTo(ExitCodes.FAILED);
    assertThat(said.toString(UTF_8)).contains("the database does not answer any more");

    try (EmbeddedPostgres back = PostgreSql.start(data)) {
      Run again = night(output, "--database", back.getJdbcUrl("postgres", "postgres"));
      assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
    }
    isWhole(output);
  }

  private static void stop(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }
}
