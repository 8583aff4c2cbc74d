package org.practicewatch.jobs.night;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Folder;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.fixtures.Practicewatch.Run;
import org.practicewatch.jobs.commands.Commands;
import org.practicewatch.jobs.machine.ExitCodes;

/** What keeps a council's nights in order for years: ids that change, deletion, backup. */
@Tag("machine")
class LookedAfterTest {

  private static final String PEOPLE = "pers_person_id,pers_dob";
  private static final String PLANS =
      "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date";
  private static final String VISITS = "cppv_cp_visit_id,cppv_cp_plan_id,cppv_cp_visit_date";

  private static final String HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB";

  @TempDir Path folder;

  @AutoClose private final NightsInMemory nights = new NightsInMemory();

  private Path jobs() throws IOException {
    Path copy = folder.resolve("jobs");
    return Files.exists(copy) ? copy : Folder.copy(Path.of("jobs"), copy);
  }

  private void children(String yaml) throws IOException {
    Files.writeString(jobs().resolve("organisation/children.yml"), yaml);
  }

  private void nightlySetting(String line) throws IOException {
    Files.writeString(jobs().resolve("nightly.yml"), line + "\n", StandardOpenOption.APPEND);
  }

  private void file(String name, String... lines) throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(folder.resolve("in").resolve(name), String.join("\n", lines) + "\n");
  }

  private Run night(String asAt) throws IOException {
    return nights.nightly(jobs(), folder.resolve("in"), asAt, folder.resolve("out"));
  }

  /** By the command line, with its reports and its database on the disk. */
  private Run wholeNight(String asAt) throws IOException {
    return Practicewatch.run(
        "nightly",
        "--input",
        folder.resolve("in").toString(),
        "--as-at",
        asAt,
        "--jobs",
        jobs().toString(),
        "--output",
        folder.resolve("out").toString());
  }

  private List<Map<String, String>> findings(String asAt) throws IOException {
    Run run = night(asAt);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    return Practicewatch.rows(folder.resolve("out").resolve(asAt).resolve("findings.csv"));
  }

  private List<Map<String, String>> closed(String asAt) throws IOException {
    Run run =
        Practicewatch.closed(
            folder.resolve("in"), asAt, folder.resolve("out"), "--jobs", jobs().toString());
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    return Practicewatch.rows(folder.resolve("out").resolve(asAt).resolve("findings.csv"));
  }

  private void two_ids() throws IOException {
    file("people.csv", PEOPLE, "1001,01/02/2015", "2002,01/02/2015", "3003,01/02/2016");
    file("plans.csv", PLANS, "7,2002,03/03/2025,", "8,3003,03/03/2025,");
    file("visits.csv", VISITS, "1,7,10/03/2025", "2,8,10/03/2025");
  }

  @Test
  void what_is_said_of_a_child_under_an_old_id_counts_under_the_new_one() throws IOException {
    two_ids();
    assertThat(findings("2025-03-20"))
        .extracting("child_id")
        .contains("2002")
        .doesNotContain("1001");

    children(
        """
        merged ids:
          - {was: "2002", is: "1500", because: renumbered}
          - {was: "1500", is: "1001", because: merged}
        """);

    assertThat(findings("2025-03-20"))
        .extracting("child_id")
        .contains("1001", "3003")
        .doesNotContain("2002", "1500");
    Run later = night("2025-03-21");
    assertThat(later.out()).contains("Children 2.");
  }

  @Test
  void ids_that_lead_back_to_themselves_are_a_mistake_told_with_its_file() throws IOException {
    two_ids();
    children(
        """
        merged ids:
          - {was: "1", is: "2", because: a}
          - {was: "2", is: "1", because: b}
        """);
    Run run = wholeNight("2025-03-20");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.MISTAKE);
    assertThat(run.err()).contains("jobs/organisation/children.yml").contains("leads back to it");
  }

  @Test
  void of_a_forgotten_child_nothing_is_kept() throws IOException {
    two_ids();
    assertThat(findings("2025-03-20")).extracting("child_id").contains("3003");
    children("forgotten:\n  - {child: \"3003\", because: erasure agreed}\n");
    // Nothing comes that night but what earlier nights stored.
    Files.delete(folder.resolve("in/plans.csv"));
    Files.delete(folder.resolve("in/visits.csv"));

    assertThat(findings("2025-03-21"))
        .extracting("child_id")
        .contains("2002")
        .doesNotContain("3003");

    // Even where the settings allow the child again, there is nothing left to say.
    children("forgotten: []\n");
    Files.delete(folder.resolve("in/people.csv"));
    file("people.csv", PEOPLE, "1001,01/02/2015", "2002,01/02/2015", "4004,01/02/2015");
    assertThat(findings("2025-03-22")).extracting("child_id").doesNotContain("3003");
  }

  @Test
  void names_stand_in_lists_where_the_settings_ask_and_nowhere_else() throws IOException {
    file("people.csv", PEOPLE + ",pers_forename,pers_surname", "3003,01/02/2016,Zebedee,Quillon");
    file("plans.csv", PLANS, "8,3003,03/03/2025,");
    file("visits.csv", VISITS, "2,8,10/03/2025");
    wholeNight("2025-06-20");
    assertThat(filesThatSay("Quillon")).as("not even in the database").isEmpty();

    nightlySetting("names of children in lists: true");
    Run run = wholeNight("2025-06-20");
    assertThat(run.out()).doesNotContain("Quillon");
    assertThat(filesThatSay("Quillon"))
        .contains("teams/no-team-recorded/report.xlsx")
        .noneMatch(
            name -> name.endsWith(".csv") || name.endsWith(".eml") || name.endsWith(".json"));
    assertThat(text(folder.resolve("out/2025-06-20/teams/no-team-recorded/report.pdf")))
        .contains("Quillon");
  }

  private static String text(Path pdf) throws IOException {
    StringBuilder text = new StringBuilder();
    try (PdfReader reader = new PdfReader(pdf.toString())) {
      PdfTextExtractor extractor = new PdfTextExtractor(reader);
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        text.append(extractor.getTextFromPage(page));
      }
    }
    return text.toString();
  }

  /** Files of the world, those of the night by their place in its folder. */
  private List<String> filesThatSay(String word) throws IOException {
    Path out = folder.resolve("out");
    try (Stream<Path> all = Files.walk(out)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> says(file, word))
          .map(file -> out.relativize(file).toString().replaceFirst("^[0-9-]+/", ""))
          .toList();
    }
  }

  private static boolean says(Path file, String word) {
    try {
      if (!file.toString().endsWith(".xlsx")) {
        return new String(Files.readAllBytes(file), ISO_8859_1).contains(word);
      }
      try (ZipFile zip = new ZipFile(file.toFile())) {
        return zip.stream()
            .anyMatch(
                part -> {
                  try (InputStream bytes = zip.getInputStream(part)) {
                    return new String(bytes.readAllBytes(), UTF_8).contains(word);
                  } catch (IOException wrong) {
                    throw new UncheckedIOException(wrong);
                  }
                });
      }
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  @Test
  void folders_of_nights_are_deleted_when_the_settings_say_so() throws IOException {
    two_ids();
    nightlySetting("keep folders for nights: 2");
    Files.createDirectories(folder.resolve("out/2024-01-01"));
    for (String asAt : List.of("2025-03-20", "2025-03-21", "2025-03-22")) {
      findings(asAt);
    }
    assertThat(folder.resolve("out/2025-03-20")).doesNotExist();
    assertThat(folder.resolve("out/2025-03-21/findings.csv")).exists();
    assertThat(folder.resolve("out/2024-01-01")).as("no night of ours").exists();
  }

  @Test
  void a_return_older_than_is_kept_is_left_out_and_what_was_read_of_it_goes() throws IOException {
    file("header_2016.csv", HEADER, "9009,1,01/02/2005,WBRI,,,");
    file("header_2025.csv", HEADER, "9010,1,01/02/2015,WBRI,,,");
    assertThat(night("2025-06-30").out()).contains("Children 2.");
    nightlySetting("keep returns for years: 5");
    Files.delete(folder.resolve("in/header_2016.csv"));
    assertThat(night("2025-06-30").out()).contains("Children 1.");
    file("header_2016.csv", HEADER, "9009,1,01/02/2005,WBRI,,,");
    assertThat(night("2025-07-01").out()).contains("Children 1.");
    assertThat(Files.readString(folder.resolve("out/2025-07-01/run.json")))
        .contains("older than the years");
  }

  @Test
  void a_file_that_is_written_while_it_is_read_is_held() throws IOException {
    two_ids();
    closed("2025-03-20");
    Path visits = folder.resolve("in/visits.csv");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out =
        new PrintStream(said, true, UTF_8) {
          @Override
          public void println(String line) {
            super.println(line);
            if (line.contains("rows of people")) {
              try {
                Files.writeString(visits, "3,8,12/03/2025\n", StandardOpenOption.APPEND);
              } catch (IOException wrong) {
                throw new IllegalStateException(wrong);
              }
            }
          }
        };
    int exitCode =
        Commands.run(
            out,
            out,
            Practicewatch.CLOCK,
            Map.of(),
            NightUntil.CLOSED,
            "nightly",
            "--input",
            folder.resolve("in").toString(),
            "--as-at",
            "2025-03-21",
            "--output",
            folder.resolve("out").toString());
    assertThat(exitCode).as(said.toString(UTF_8)).isEqualTo(ExitCodes.HELD);
    assertThat(said.toString(UTF_8)).contains("changed while it was being read");
    assertThat(Practicewatch.rows(folder.resolve("out/2025-03-21/findings.csv")))
        .as("what the last good extract said stands")
        .anyMatch(row -> row.get("done").equals("2025-03-10"));
  }

  @Test
  void a_backup_brings_the_nights_back() throws IOException {
    two_ids();
    List<Map<String, String>> before = closed("2025-03-20");
    Path backup = folder.resolve("backup.zip");
    Path output = folder.resolve("out");
    Run saved =
        Practicewatch.run("backup", "--to", backup.toString(), "--output", output.toString());
    assertThat(saved.exitCode()).as(saved.err()).isZero();
    closed("2025-03-21");

    Path elsewhere = folder.resolve("elsewhere");
    Run restored =
        Practicewatch.run("restore", "--from", backup.toString(), "--output", elsewhere.toString());
    assertThat(restored.exitCode()).as(restored.err()).isZero();

    // An empty drop: what the backup remembers is all there is.
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Run night =
        Practicewatch.untilClosed(
            "nightly",
            "--input",
            empty.toString(),
            "--as-at",
            "2025-03-20",
            "--jobs",
            jobs().toString(),
            "--output",
            elsewhere.toString());
    assertThat(night.exitCode()).as(night.out() + night.err()).isEqualTo(ExitCodes.HELD);
    assertThat(Practicewatch.rows(elsewhere.resolve("2025-03-20/findings.csv"))).isEqualTo(before);

    Run twice =
        Practicewatch.run("restore", "--from", backup.toString(), "--output", elsewhere.toString());
    assertThat(twice.out()).contains("database-before-1");
    assertThat(elsewhere.resolve("database-before-1/practicewatch.script")).exists();
  }

  @Test
  void nothing_is_restored_from_what_is_no_backup() throws IOException {
    Path text = Files.writeString(folder.resolve("text.zip"), "no zip");
    Run run =
        Practicewatch.run(
            "restore", "--from", text.toString(), "--output", folder.resolve("o").toString());
    assertThat(run.exitCode()).isEqualTo(ExitCodes.MISTAKE);
    assertThat(run.err()).contains("is not a file that practicewatch backup wrote");
    Run none =
        Practicewatch.run(
            "backup",
            "--to",
            folder.resolve("b.zip").toString(),
            "--output",
            folder.resolve("nothing").toString());
    assertThat(none.exitCode()).isEqualTo(ExitCodes.MISTAKE);
  }
}
