package org.practicewatch.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.practicewatch.casework.Organisation;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.exceptions.ExceptionList.DueNext;
import org.practicewatch.exceptions.ExceptionList.Line;
import org.practicewatch.exceptions.ExceptionList.NotRun;
import org.practicewatch.exceptions.ManagersLetter.Whereabouts;
import org.practicewatch.exceptions.Meaning.Severity;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.exceptions.OpenException.Phase;

/** What a manager reads in a minute. */
class ManagersLetterTest {

  private static final LocalDate AS_AT = LocalDate.of(2026, 11, 4);
  private static final Whereabouts ATTACHED = new Whereabouts("The list is attached.");

  private static final List<EscalationRule> RULES =
      List.of(
          new EscalationRule(Severity.HIGH, 2, Level.SERVICE),
          new EscalationRule(Severity.HIGH, 4, Level.HEAD));

  private static Meaning meaning(String code, String title, int priority, String named) {
    return new Meaning(
        code, title, "", "", "", "", "", priority, named, Severity.HIGH, "", priority == 0);
  }

  private static final Meaning VISIT =
      meaning("LAC-VISIT", "Looked-after visit", 0, "Seeing the child");
  private static final Meaning NOTE = meaning("CHRONOLOGY", "Chronology <1>", 5, "Paperwork");

  private static Line line(String child, Meaning meaning, int daysOver, int weeks, Level level) {
    ExceptionKey key = new ExceptionKey(Sort.PRACTICE, child, meaning.code());
    LocalDate since = AS_AT.minusWeeks(weeks);
    return new Line(
        new OpenException(
            key,
            Phase.OPEN,
            since,
            since,
            1,
            null,
            "East",
            level,
            null,
            false,
            new Shown(key, "East", "worker-77", null, null, null, daysOver, 1, "", "f.csv!!A1")),
        "Ottiline Brackenfell",
        meaning,
        "");
  }

  private static ExceptionList list(List<Line> practice, LocalDate last) {
    Balance balance =
        new Balance("East", Sort.PRACTICE, "LAC-VISIT", 4, 2, 1, 0, 0, 0, 3, 0, 1, 0, 0, 3);
    return new ExceptionList(
        "Fernshire",
        true,
        "Safeguarding Team East",
        "Safeguarding",
        AS_AT,
        last,
        last == null ? List.of() : List.of(balance),
        practice,
        List.of(),
        List.of(),
        List.of(),
        List.of(new DueNext("900009", "worker-78", "Core group", LocalDate.of(2026, 11, 9))),
        List.of(),
        List.of(new NotRun("dq-oc2", "Health part of the return", "no extract carries it.")),
        List.of());
  }

  private static List<Line> three() {
    return List.of(
        line("900001", VISIT, 12, 0, Level.TEAM),
        line("900002", VISIT, 63, 3, Level.SERVICE),
        line("900003", NOTE, 1445, 1, Level.TEAM));
  }

  @Test
  void the_subject_says_who_which_week_and_one_number() {
    assertThat(ManagersLetter.of(list(three(), null), Level.TEAM, ATTACHED, RULES).subject())
        .isEqualTo("[Fictional] Safeguarding Team East, week of 2 November: 3 to put right");
    assertThat(ManagersLetter.of(list(List.of(), null), Level.TEAM, ATTACHED, RULES).subject())
        .endsWith(": nothing to put right in what could be checked");
    assertThat(ManagersLetter.of(list(three(), null), Level.HEAD, ATTACHED, RULES).subject())
        .endsWith(": 3 left open");
  }

  @Test
  void the_body_reads_from_what_matters_to_what_to_do() {
    String text =
        ManagersLetter.of(list(three(), LocalDate.of(2026, 10, 26)), Level.TEAM, ATTACHED, RULES)
            .text();
    assertThat(text)
        .isEqualTo(
            """
            2 children to see this week

            Looked-after visit: 2.

            What changed
            ------------

            Since the list of 26 October: 3 put right, 2 new, 1 back again, 1
            accepted until a day. 3 to put right now, 4 then.

            What was missing
            ----------------

            1 check could not be made (named in the list): nothing found there means
            nothing.

            All that is open
            ----------------
              2  Seeing the child
              1  Paperwork (Chronology <1>: 1)

            Longest over
            ------------
            - Chronology <1> (1,445 days over, on the list for 1 week)
            - Looked-after visit (63 days over, on the list for 3 weeks)
            - Looked-after visit (12 days over, new on the list)

            Due by 9 November, and not late yet
            -----------------------------------
              1  Core group

            Left open for so long that they were told further up: 1 to the service
            manager.

            Told further up if they are still open next week: 1 to the service
            manager, 1 to the head of service.

            What to do
            ----------

            The list is attached.

            Put right what you can in the case system: it leaves the list by itself.
            To leave one until later, fill in the yellow cells of its line and send
            the list back to the performance team.

            Fernshire, on the record as at 4 November 2026. Fictional data.
            """);
  }

  @Test
  void nothing_to_put_right_is_no_praise_where_checks_could_not_be_made() {
    assertThat(ManagersLetter.of(list(List.of(), AS_AT), Level.TEAM, ATTACHED, RULES).text())
        .startsWith("Nothing to put right in what could be checked\n")
        .contains("1 check could not be made", "nothing found there means")
        .doesNotContain("yellow cells");
  }

  @Test
  void who_stands_above_reads_how_many_each_team_left_open() {
    String text = ManagersLetter.of(list(three(), null), Level.SERVICE, ATTACHED, RULES).text();
    assertThat(text)
        .startsWith("3 gaps that were left open and now come to you")
        .contains("By team\n-------\n  3  East (the longest on the list for 3 weeks)\n")
        .contains("Told further up if they are still open next week: 1 to the head of")
        .contains("Ask each team's manager what stands in the way")
        .doesNotContain("yellow cells");
  }

  @Test
  void whose_children_no_team_holds_is_told_that_a_team_is_missing() {
    ExceptionList of = list(three(), null);
    ManagersLetter letter =
        ManagersLetter.of(
            new ExceptionList(
                of.authority(),
                false,
                Organisation.NO_TEAM,
                "",
                AS_AT,
                null,
                List.of(),
                of.practice(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()),
            Level.TEAM,
            ATTACHED,
            RULES);
    assertThat(letter.subject()).isEqualTo("No team recorded, week of 2 November: 3 to put right");
    assertThat(letter.text()).contains("Have the team recorded").doesNotContain("Told further up");
  }

  @Test
  void what_nobody_looked_for_is_told_apart_from_what_was_put_right() {
    ExceptionList of = list(List.of(), AS_AT.minusWeeks(1));
    Balance notChecked =
        new Balance("East", Sort.PRACTICE, "LAC-VISIT", 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0);
    String text =
        ManagersLetter.of(
                new ExceptionList(
                    of.authority(),
                    of.fictional(),
                    of.team(),
                    of.service(),
                    AS_AT,
                    of.last(),
                    List.of(notChecked),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    of.notRun(),
                    List.of()),
                Level.TEAM,
                ATTACHED,
                RULES)
            .text();
    assertThat(text)
        .contains(
            "4 not on the list because this week they\ncould not be checked. 0 to put right now")
        .doesNotContain(" put right, ");
  }

  @Test
  void whoever_reads_several_lists_has_one_letter_with_a_part_for_each() {
    ExceptionList east = list(three(), null);
    ExceptionList west = list(List.of(line("900001", NOTE, 3, 0, Level.TEAM)), null);
    ManagersLetter letter =
        ManagersLetter.of(
            List.of(
                new ManagersLetter.About(east, Level.TEAM, ATTACHED),
                new ManagersLetter.About(west, Level.TEAM, ATTACHED),
                new ManagersLetter.About(east, Level.SERVICE, ATTACHED)),
            RULES);
    assertThat(letter.subject())
        .isEqualTo(
            "[Fictional] Safeguarding Team East and 2 more, week of 2 November: 4 to put right, 3"
                + " left open");
    assertThat(letter.text())
        .startsWith("2 children to see this week\n\nIn 3 parts: ")
        .contains("\n\nSafeguarding Team East\n======================\n")
        .contains("1 to put right; no child to see in what could be checked.")
        .contains("3 gaps that were left open and now come to you.")
        .containsOnlyOnce("Fernshire, on the record as at");
    assertThat(letter.text().split("The list is attached", -1)).hasSize(4);
    assertThat(letter.html()).contains("<h2", "<h3");
  }

  @Test
  void a_child_with_two_reasons_to_be_seen_is_one_child() {
    Meaning seen = meaning("dq-visit-not-seen", "Child not seen", 0, "Seeing the child");
    List<Line> both =
        List.of(
            line("900001", VISIT, 12, 0, Level.TEAM),
            line("900001", seen, 0, 0, Level.TEAM),
            line("worker:7", VISIT, 1, 0, Level.TEAM));
    assertThat(ManagersLetter.of(list(both, null), Level.TEAM, ATTACHED, RULES).text())
        .startsWith("1 child to see this week\n");
  }

  @Test
  void where_the_list_is_can_be_pressed_on_a_phone() {
    String where = "https://share.fernshire.example/lists?week=45&team=east";
    ManagersLetter letter =
        ManagersLetter.of(
            list(three(), null), Level.TEAM, new Whereabouts("The list is here: " + where), RULES);
    assertThat(letter.html()).contains("<a href=\"" + where.replace("&", "&amp;") + "\"");
    assertThat(letter.text()).contains(where);
  }

  @Test
  void the_page_is_escaped_and_says_the_same() {
    String html = ManagersLetter.of(list(three(), null), Level.TEAM, ATTACHED, RULES).html();
    assertThat(html)
        .contains("Chronology &lt;1&gt;", "<h1", "lang=\"en-GB\"", "1,445 days over")
        .doesNotContain("Chronology <1>");
  }

  @Test
  void no_child_and_no_worker_is_named() {
    for (Level level : Level.values()) {
      ManagersLetter letter =
          ManagersLetter.of(list(three(), LocalDate.of(2026, 10, 26)), level, ATTACHED, RULES);
      for (String said : List.of(letter.subject(), letter.text(), letter.html())) {
        assertThat(said).doesNotContain("90000", "worker-7", "Ottiline", "f.csv");
      }
    }
  }

  @Test
  void lines_are_no_longer_than_a_mail_program_shows() {
    List<Line> many = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String title = "A standard with a rather long title, number " + i;
      many.add(
          line("9" + i, meaning("S" + i, title, i % 6, "Priority " + i % 6), i, 2, Level.TEAM));
    }
    String text = ManagersLetter.of(list(many, null), Level.TEAM, ATTACHED, RULES).text();
    assertThat(text.lines()).allMatch(line -> line.length() <= 72);
  }
}
