package org.practicewatch.jobs.week;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.practicewatch.exceptions.ExceptionList;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.jobs.week.Readers.Bundle;
import org.practicewatch.jobs.week.Readers.Read;
import org.practicewatch.jobs.week.Readers.Reader;
import org.practicewatch.jobs.week.WriteLists.ForReader;

/** Who gets which lists in which letter. */
class ReadersTest {

  private static final LocalDate AS_AT = LocalDate.of(2026, 11, 2);
  private static final String ANN = "ann@fernshire.example";
  private static final String BEN = "ben@fernshire.example";
  private static final String CLERK = "clerk@fernshire.example";

  private static Read list(String about, Level level, String to, String... copies) {
    ExceptionList empty =
        new ExceptionList(
            "Fernshire",
            true,
            about,
            "",
            AS_AT,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new Read(
        new ForReader(about, level, empty, Path.of(about)), new Reader(to, List.of(copies)));
  }

  private static List<String> told(List<Read> lists) {
    return Readers.bundles(lists).stream()
        .map(
            one ->
                one.to()
                    + " "
                    + one.copies()
                    + " "
                    + LetterAbout.of(one).name(Map.of())
                    + " "
                    + one.lists().stream().map(ForReader::about).toList())
        .map(line -> line.replaceAll("[.][0-9a-f]{12} ", ".# "))
        .toList();
  }

  @Test
  void a_list_has_one_letter_for_all_who_read_it_and_nothing_else() {
    assertThat(told(List.of(list("East", Level.TEAM, ANN, CLERK), list("West", Level.TEAM, BEN))))
        .containsExactly(ANN + " [" + CLERK + "] team.east [East]", BEN + " [] team.west [West]");
  }

  @Test
  void whoever_manages_two_teams_and_the_service_has_one_letter() {
    assertThat(
            told(
                List.of(
                    list("East", Level.TEAM, ANN),
                    list("West", Level.TEAM, "Ann@FERNSHIRE.example"),
                    list("Safeguarding", Level.SERVICE, ANN),
                    list("Safeguarding", Level.HEAD, BEN))))
        .containsExactly(
            ANN + " [] several.east.# [East, West, Safeguarding]",
            BEN + " [] head.safeguarding [Safeguarding]");
  }

  @Test
  void who_only_is_to_know_of_one_list_gets_no_other() {
    assertThat(
            told(
                List.of(
                    list("East", Level.TEAM, ANN, CLERK),
                    list("West", Level.TEAM, ANN),
                    list("North", Level.TEAM, BEN, CLERK))))
        .containsExactly(
            ANN + " [] several.east.# [East, West]",
            CLERK + " [] copy.east.# [East, North]",
            BEN + " [] team.north [North]");
  }

  @Test
  void letters_about_other_lists_have_other_names_and_the_same_ones_the_same() {
    Read east = list("East", Level.TEAM, ANN);
    Read west = list("West", Level.TEAM, ANN);
    Read north = list("North", Level.TEAM, ANN);
    Bundle two = Readers.bundles(List.of(east, west)).get(0);
    Bundle other = Readers.bundles(List.of(east, north)).get(0);
    assertThat(LetterAbout.of(two).name(Map.of()))
        .isEqualTo(LetterAbout.of(Readers.bundles(List.of(east, west)).get(0)).name(Map.of()))
        .isNotEqualTo(LetterAbout.of(other).name(Map.of()));
    assertThat(LetterAbout.of(two).inWords(false))
        .isEqualTo("East, team manager; West, team manager");
  }
}
