package org.practicewatch.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.exceptions.ExceptionList.NotRun;
import org.practicewatch.exceptions.SummaryLetter.Copies;
import org.practicewatch.exceptions.SummaryLetter.Count;
import org.practicewatch.exceptions.SummaryLetter.Told;

/** What the performance manager is told of a week's letters. */
class SummaryLetterTest {

  private static final List<Balance> MOVED =
      List.of(
          new Balance("East", Sort.PRACTICE, "LAC-VISIT", 9, 2, 1, 0, 1, 1, 3, 1, 1, 1, 4, 4),
          new Balance("West", Sort.PRACTICE, "LAC-VISIT", 5, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 6));

  private static SummaryLetter letter(Copies copies, List<String> troubles) {
    return SummaryLetter.of(
        "Fernshire",
        true,
        LocalDate.of(2026, 11, 4),
        copies,
        troubles,
        SummaryLetter.gaps(MOVED),
        List.of(NotRun.ofTable("activities (mosaic)", "What it said on 2 November stands.")),
        List.of(
            new Told("East, team manager", "4 to put right", "sent"),
            new Told("West, team manager", "6 to put right", "sent (2 copies)")),
        "The folder.");
  }

  @Test
  void letters_that_are_files_have_not_left() {
    assertThat(letter(new Copies(3, 0, 0, 0, 0), List.of()).subject())
        .endsWith(": every letter has left");
    assertThat(letter(new Copies(0, 3, 0, 0, 0), List.of()).subject())
        .endsWith(": the letters are kept as files");
    assertThat(letter(new Copies(2, 1, 0, 0, 0), List.of()).subject())
        .endsWith(": some letters are kept as files");
    assertThat(letter(new Copies(2, 0, 0, 1, 0), List.of("refused, about East: full")).subject())
        .endsWith(": not every letter has arrived");
    assertThat(letter(new Copies(0, 0, 0, 0, 0), List.of()).subject())
        .endsWith(": there are no letters");
  }

  @Test
  void it_says_what_did_not_come_and_who_got_what_team_by_team() {
    assertThat(letter(new Copies(3, 0, 0, 0, 0), List.of()).text())
        .contains("Not received: activities (mosaic). What it said on 2 November stands.")
        .contains("- East, team manager (4 to put right; sent)")
        .contains("- West, team manager (6 to put right; sent (2 copies))");
  }

  @Test
  void how_the_gaps_moved_adds_up() {
    Map<String, Integer> gaps =
        SummaryLetter.gaps(MOVED).stream().collect(Collectors.toMap(Count::what, Count::number));
    Function<String, Integer> of = what -> gaps.getOrDefault(what, 0);
    assertThat(
            of.apply("open last time")
                + of.apply("new")
                + of.apply("back again")
                + of.apply("back because an acceptance ran out")
                + of.apply("checked again")
                - of.apply("put right")
                - of.apply("owed no more")
                - of.apply("accepted until a day")
                - of.apply("not checked this week"))
        .isEqualTo(of.apply("open now"));
  }
}
