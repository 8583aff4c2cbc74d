package org.practicewatch.jobs.operator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.practicewatch.jobs.machine.BrokenStep;

/** Every letter there is, word for word, in {@code letters.txt}. */
class OperatorLetterTest {

  private static final Path GOLDEN = Path.of("src/test/resources/letters.txt");
  private static final LocalDate NIGHT = LocalDate.parse("2026-10-30");
  private static final String SIX = "06:00 on Friday 30 October 2026";
  private static final String OLD =
      "The newest extract is of 30 October 2026, and today is 22 November 2026: nothing newer has"
          + " come.";
  private static final List<String> STALE_PLANS =
      List.of(
          "child protection plans (mosaic): newest of 2026-10-01, 29 days before the night; the limit"
              + " is 3");

  private static NightRecord night(List<String> held, int unknown, List<String> stale) {
    return new NightRecord(
        NIGHT, held, unknown, List.of(), 0, stale, List.of(), List.of(), 4, 12_345, 12_300, 45);
  }

  private static List<OperatorLetter> letters() {
    List<String> held = List.of("people (mosaic)", "visits (mosaic)");
    return List.of(
        OperatorLetter.brokeOff(
            NIGHT, BrokenStep.of("read-extracts", new NoSuchFileException("1001 Zebedee.csv"))),
        OperatorLetter.brokeOff(null, BrokenStep.of("the start", new SQLException("1001"))),
        OperatorLetter.notStarted(
            null,
            "There are mistakes in jobs/nightly.yml. Run `practicewatch check-settings`, which says"
                + " what and where."),
        OperatorLetter.ended("nightly", 137),
        OperatorLetter.weeklyBrokeOff(
            LocalDate.of(2026, 10, 30), "write-lists", "The disk is full."),
        OperatorLetter.weeklyNotStarted("There is no closed night."),
        OperatorLetter.lettersLeft(LocalDate.of(2026, 10, 30), List.of("3 waiting")),
        OperatorLetter.missed("weekly", SIX, "07:30 on Monday 2 November 2026"),
        OperatorLetter.late("nightly", SIX, "It is still at work, since " + SIX + "."),
        OperatorLetter.missed("nightly", SIX, "06:00 on Saturday 31 October 2026"),
        OperatorLetter.held(night(held, 1, STALE_PLANS), List.of(OLD)),
        OperatorLetter.held(night(List.of("people (mosaic)"), 0, List.of()), List.of()),
        OperatorLetter.held(
            new NightRecord(
                NIGHT, List.of(), 0, List.of(), 0, List.of(), List.of(), List.of(), 0, 0, 0, 0),
            List.of()),
        OperatorLetter.held(
            new NightRecord(
                NIGHT,
                List.of(),
                0,
                List.of("visits (mosaic-reports)"),
                2,
                List.of(),
                List.of(),
                List.of(),
                4,
                12_345,
                12_300,
                45),
            List.of()),
        OperatorLetter.stale(night(List.of(), 0, STALE_PLANS), List.of()),
        OperatorLetter.stale(night(List.of(), 0, List.of()), List.of(OLD)),
        OperatorLetter.done(night(List.of(), 0, List.of()), 0),
        OperatorLetter.done(night(List.of(), 0, List.of()), 2));
  }

  @Test
  void every_letter_says_what_happened_and_what_to_do() throws IOException {
    StringBuilder all = new StringBuilder();
    for (OperatorLetter letter : letters()) {
      // The end is the same in all.
      String text = letter.text(Path.of("/srv/output")).replaceFirst("(?s)\n\nOutput folder.*", "");
      all.append("=== ").append(ToldLog.word(letter.event())).append(": ");
      all.append(letter.subject()).append("\n\n").append(text).append("\n\n");
    }
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(GOLDEN, all, UTF_8);
    }
    assertThat(all.toString())
        .as("to write %s anew: mvn test -Dgolden=update -Dtest=OperatorLetterTest", GOLDEN)
        .isEqualToNormalizingNewlines(Files.readString(GOLDEN, UTF_8));
  }

  @Test
  void every_letter_ends_with_where_to_look_and_is_one_line_in_its_subject() {
    for (OperatorLetter letter : letters()) {
      assertThat(letter.text(Path.of("/srv/output")))
          .endsWith(
              "\n\nOutput folder: /srv/output\nWho is told of what is set in jobs/operator.yml. The"
                  + " same is told once a day.\n");
      assertThat(letter.subject()).doesNotContain("\n").isNotBlank();
    }
  }

  /**
   * What an exception says may quote a cell, a file or an SQL parameter: its sort is all we tell.
   */
  static Stream<Throwable> whatMayBefallANight() {
    String secret = "Zebedee Quillon 1001.csv";
    List<Throwable> all = new ArrayList<>();
    all.add(new NoSuchFileException(secret));
    all.add(new UncheckedIOException(new IOException(secret)));
    all.add(new SQLException("value " + secret + " too long"));
    all.add(new OutOfMemoryError(secret));
    all.add(new IllegalStateException(secret));
    all.add(new IllegalStateException("while reading", new NumberFormatException(secret)));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("whatMayBefallANight")
  void a_letter_about_a_failure_quotes_nothing_of_it(Throwable failure) {
    OperatorLetter letter =
        OperatorLetter.brokeOff(NIGHT, BrokenStep.of("check-children", failure));
    assertThat(letter.subject() + letter.about() + letter.text(Path.of("/srv/output")))
        .doesNotContain("Zebedee", "Quillon", "1001", "Exception:");
  }

  /** What the letter advises where memory was not enough has to work however it was started. */
  @ParameterizedTest
  @CsvSource({
    "practicewatch, ${PRACTICEWATCH_JAVA_OPTS:-}",
    "practicewatch.cmd, %PRACTICEWATCH_JAVA_OPTS%",
    "Dockerfile, 'ENTRYPOINT [\"sh\", \"/practicewatch/practicewatch\"]'",
    ".dockerignore, !practicewatch",
  })
  void the_variable_for_more_memory_counts_in_every_way_to_start(String file, String line)
      throws IOException {
    assertThat(BrokenStep.of("read-extracts", new OutOfMemoryError()).why())
        .contains("PRACTICEWATCH_JAVA_OPTS");
    assertThat(Files.readString(Path.of(file), UTF_8)).contains(line);
  }
}
