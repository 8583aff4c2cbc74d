package org.practicewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.practicewatch.intake.MappedRow.Outcome.LEFT_OUT;
import static org.practicewatch.intake.MappedRow.Outcome.LOADED;
import static org.practicewatch.intake.MappedRow.Outcome.REJECTED;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Span;
import org.practicewatch.intake.Sheet.Read;
import org.practicewatch.quality.Issue;

/** The two layouts that carry what no national format does, row by row. */
class ActivitiesAndSpansTest {

  private static final String ACTIVITIES =
      "Child ID|What|Date|Time|Status|Recorded on|Worker|Team|Marks|Reference|Reference is of|Subject kind|Subject ID";
  private static final String SPANS =
      "Child ID|What|From|To|End time|Code|Worker|Team|Reference|Reference is of|Subject kind|Subject ID";

  private static Read activities(String... rows) {
    return read(ACTIVITIES, rows);
  }

  private static Read spans(String... rows) {
    return read(SPANS, rows);
  }

  private static Read read(String headings, String... rows) {
    Sheet sheet = Sheet.of("Report run on 30/10/2026", headings);
    for (String row : rows) {
      sheet.row(row.split("\\|", -1));
    }
    return sheet.read();
  }

  static Stream<String> activityNames() {
    return Sheet.SHIPPED.vocabulary().activities().stream().sorted();
  }

  static Stream<String> spanNames() {
    return Sheet.SHIPPED.vocabulary().spans().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("activityNames")
  void every_activity_of_the_vocabulary_can_be_told(String name) {
    Read read = activities("7|" + name.toUpperCase(Locale.ROOT) + "|05/10/2026||||||||||");
    assertThat(read.found().profile().profile()).isEqualTo("activities");
    assertThat(read.all(Activity.class))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo(name);
              assertThat(one.childId()).isEqualTo("7");
              assertThat(one.on()).isEqualTo(LocalDate.of(2026, 10, 5));
              assertThat(one.source().cell()).isEqualTo("C3");
            });
    assertThat(read.issues()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("spanNames")
  void every_span_of_the_vocabulary_can_be_told(String name) {
    Read read = spans("7|" + name.replace(' ', '\u00a0') + "|05/10/2026|||||||||");
    assertThat(read.found().profile().profile()).isEqualTo("spans");
    assertThat(read.all(Span.class)).singleElement().extracting(Span::kind).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Life story work started", "LIFE-STORY  WORK STARTED", "life‑story work\nstarted"})
  void spaces_hyphens_and_capitals_of_a_name_do_not_matter(String name) {
    assertThat(activities("7|" + name + "|05/10/2026||||||||||").all(Activity.class))
        .singleElement()
        .extracting(Activity::kind)
        .isEqualTo("life-story work started");
  }

  @Test
  void a_sheet_with_no_more_than_child_what_and_date_is_enough() {
    Read read = Sheet.of("child|what|date", "7|core group|05/10/2026").read();
    assertThat(read.found().profile().profile()).isEqualTo("activities");
    assertThat(read.outcomes()).containsExactly(LOADED);
    assertThat(read.issues()).isEmpty();
    Read spans = Sheet.of("Child|What|From|To", "7|private fostering|05/10/2026|").read();
    assertThat(spans.found().profile().profile()).isEqualTo("spans");
    assertThat(spans.outcomes()).containsExactly(LOADED);
    assertThat(spans.issues()).isEmpty();
  }

  @Test
  void what_is_no_known_name_is_left_out_and_told_once_for_each_spelling() {
    Read read =
        activities(
            "7|Core gruop|05/10/2026|||||East|||||",
            "8|core group|05/10/2026||||||||||",
            "8|CORE GRUOP|06/10/2026|||||East|||||",
            "8|Tea|06/10/2026||||||||||");
    assertThat(read.outcomes()).containsExactly(LEFT_OUT, LOADED, LEFT_OUT, LEFT_OUT);
    assertThat(read.facts()).hasSize(1);
    assertThat(read.issues())
        .extracting(Issue::column, Issue::value, Issue::problem, Issue::effect)
        .containsExactly(
            tuple(
                "B What",
                "Core gruop",
                "This is no name in jobs/vocabulary.yml, and no spelling that the profile lists. (2 rows; the first is shown.)",
                "The row was left out."),
            tuple(
                "B What",
                "Tea",
                "This is no name in jobs/vocabulary.yml, and no spelling that the profile lists.",
                "The row was left out."));
  }

  @Test
  void a_row_that_does_not_say_what_it_is_or_whose_is_rejected_and_told() {
    Read read =
        activities(
            "7||05/10/2026||||||||||",
            "|core group|05/10/2026||||||||||",
            "7|#REF!|05/10/2026||||||||||");
    assertThat(read.outcomes()).containsExactly(REJECTED, REJECTED, REJECTED);
    assertThat(read.facts())
        .as("whatever the last one was, it was on that day")
        .isNotEmpty()
        .allMatch(fact -> fact instanceof Gap gap && LocalDate.of(2026, 10, 5).equals(gap.on()));
    assertThat(read.checks()).containsExactly("no name", "no child id", "error value");
    assertThat(read.issue("no child id").column()).isEqualTo("A Child ID");
  }

  @ParameterizedTest
  @CsvSource({
    "Completed, LOADED",
    "'', LOADED",
    "planned, LEFT_OUT",
    "Booked, LEFT_OUT",
    "CANCELLED, LEFT_OUT",
    "abandoned, LEFT_OUT",
    "Did not attend, LEFT_OUT",
  })
  void only_what_is_completed_is_done(String status, MappedRow.Outcome outcome) {
    Read read = activities("7|core group|05/10/2026||" + status + "|06/10/2026||East|||||");
    assertThat(read.outcomes()).containsExactly(outcome);
    assertThat(read.all(Activity.class)).hasSize(outcome == LOADED ? 1 : 0);
    assertThat(read.issues()).isEmpty();
  }

  @Test
  void what_was_refused_is_marked_and_a_status_nobody_knows_leaves_a_gap() {
    Read read =
        activities(
            "7|return interview|05/10/2026||Declined||||||||",
            "7|return interview|06/10/2026||perhaps||||||||");
    assertThat(read.outcomes()).containsExactly(LOADED, LOADED);
    assertThat(read.all(Activity.class))
        .singleElement()
        .satisfies(one -> assertThat(one.marks()).containsExactly("refused"));
    assertThat(read.all(Gap.class))
        .singleElement()
        .extracting(Gap::kind, Gap::on)
        .containsExactly("return interview", LocalDate.of(2026, 10, 6));
    assertThat(read.issue("unknown code").effect())
        .isEqualTo("What this return interview might have met cannot be judged.");
  }

  @Test
  void a_date_that_is_missing_or_cannot_be_read_is_told() {
    Read read =
        activities(
            "7|core group|31/06/2026||||||||||",
            "7|core group|||Completed||||||||",
            "7|core group|||||||||||");
    assertThat(read.outcomes()).containsExactly(LOADED, LOADED, LEFT_OUT);
    assertThat(read.all(Gap.class)).hasSize(2);
    assertThat(read.checks()).containsExactlyInAnyOrder("not a date", "no date", "no date yet");
    Read noStart = spans("7|private fostering|tbc|||||||||");
    assertThat(noStart.all(Gap.class))
        .singleElement()
        .extracting(Gap::kind)
        .isEqualTo("private fostering");
    assertThat(spans("7|proceedings|05/10/2026|01/10/2026||||||||").checks())
        .containsExactly("ends before it starts");
  }

  @Test
  void marks_are_words_of_the_vocabulary_and_one_that_is_not_leaves_a_gap() {
    Read read =
        activities(
            "7|looked-after visit|05/10/2026||||||Seen Alone; virtual,Bedroom seen ;||||",
            "7|looked-after visit|06/10/2026||||||seen alone; on the moon||||");
    assertThat(read.all(Activity.class))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.marks())
                    .containsExactlyInAnyOrder("seen alone", "virtual", "bedroom seen"));
    assertThat(read.all(Gap.class)).hasSize(1);
    assertThat(read.issue("unknown mark").problem())
        .isEqualTo("'on the moon' is no mark in jobs/vocabulary.yml.");
  }

  @Test
  void a_visit_says_when_it_was_recorded_and_supervision_when_it_was_uploaded() {
    Read read =
        activities(
            "7|looked-after visit|05/10/2026|||09/10/2026|||||||",
            "7|Case supervision|06/10/2026|||07/10/2026|||||||",
            "7|core group|06/10/2026|||07/10/2026|||||||",
            "7|looked-after visit|08/10/2026|||tbc|||||||");
    assertThat(read.all(Activity.class))
        .extracting(Activity::kind, one -> one.on().getDayOfMonth(), one -> one.source().cell())
        .containsExactly(
            tuple("looked-after visit", 5, "C3"),
            tuple("visit recorded", 9, "F3"),
            tuple("case supervision", 6, "C4"),
            tuple("supervision uploaded", 7, "F4"),
            tuple("core group", 6, "C5"),
            tuple("looked-after visit", 8, "C6"));
    Activity visit = read.all(Activity.class).get(0);
    Activity recorded = read.all(Activity.class).get(1);
    assertThat(recorded.refs()).isEqualTo(visit.refs()).hasSize(1);
    assertThat(read.all(Gap.class))
        .singleElement()
        .extracting(Gap::kind)
        .isEqualTo("visit recorded");
  }

  @Test
  void a_reference_ties_to_the_ids_of_the_other_layouts_where_it_says_of_what_it_is() {
    Read read =
        activities(
            "7|core group|05/10/2026|||||||P17.0|Child Protection Plan||",
            "7|initial conference requested|05/10/2026|||||||12|s47||",
            "7|return interview|05/10/2026|||||||M3|missing||",
            "7|pathway plan review|05/10/2026|||||||P9|||");
    assertThat(read.all(Activity.class))
        .extracting(one -> one.refs().stream().filter(ref -> !ref.startsWith("activity:")).toList())
        .containsExactly(
            List.of("cp plan:P17.0"),
            List.of("s47:12"),
            List.of("missing:M3"),
            List.of("reference:P9"));
    assertThat(spans("7|pathway plan|05/10/2026||||||P9|||").all(Span.class))
        .singleElement()
        .satisfies(span -> assertThat(span.refs()).containsExactly("reference:P9"));
  }

  @Test
  void a_row_may_be_about_a_home_a_carer_or_a_worker() {
    Read read =
        activities(
            "|regulation 44 visit|05/10/2026||||W1|Residential||||Home|SC 012",
            "|supervising social worker visit|05/10/2026|||||||||Foster carer|F9",
            "|worker supervision|05/10/2026|||||||||worker|7000",
            "7|core group|05/10/2026|||||||||child|");
    assertThat(read.all(Activity.class))
        .extracting(Activity::childId)
        .containsExactly("home:SC 012", "carer:F9", "worker:7000", "7");
    assertThat(read.all(Allocation.class))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.childId()).isEqualTo("home:SC 012");
              assertThat(one.team()).isEqualTo("Residential");
              assertThat(one.worker()).isEqualTo("W1");
            });
    Read spans = spans("|children's home|05/10/2026||||||||home|SC9");
    assertThat(spans.all(Span.class))
        .singleElement()
        .extracting(Span::childId)
        .isEqualTo("home:SC9");
  }

  @Test
  void a_row_about_a_home_without_its_id_or_about_nobody_knows_what_is_rejected() {
    Read read =
        activities(
            "7|regulation 44 visit|05/10/2026|||||||||home|",
            "7|regulation 44 visit|05/10/2026|||||||||spaceship|SC9");
    assertThat(read.outcomes()).containsExactly(REJECTED, REJECTED);
    assertThat(read.issues())
        .extracting(Issue::column, Issue::check)
        .containsExactly(
            tuple("M Subject ID", "no subject id"), tuple("L Subject kind", "unknown code"));
  }

  @Test
  void a_code_is_read_by_the_list_of_its_span_where_there_is_one() {
    Read read =
        spans(
            "|worker in post|05/10/2026|||Perm|||||worker|1",
            "|worker in post|05/10/2026|||Locum|||||worker|2",
            "7|placement record|05/10/2026|||Secure unit outside|||||",
            "7|temporary approval|05/10/2026|||As it stands||||||",
            "|worker in post|05/10/2026|||zebra|||||worker|3");
    assertThat(read.all(Span.class))
        .extracting(Span::code)
        .containsExactly("permanent", "agency", "?", "As it stands", "?");
    assertThat(read.issues())
        .extracting(Issue::value)
        .containsExactly("Secure unit outside", "zebra");
  }

  @Test
  void the_team_of_what_was_done_is_kept_for_children_whom_nothing_says_to_be_held() {
    Allocation team =
        activities("7|core group|05/10/2026||||W1|East|||||").all(Allocation.class).get(0);
    assertThat(team.team()).isEqualTo("East");
    assertThat(team.worker()).isEmpty();
    assertThat(team.rank()).isGreaterThanOrEqualTo(90);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9:05", "09:05:00", "9:05 am"})
  void a_time_of_day_goes_with_the_day(String time) {
    Read read = activities("7|return interview|05/10/2026|" + time + "|||||||||");
    assertThat(read.all(Activity.class).get(0).findTime()).contains(LocalTime.of(9, 5));
    Span missing =
        spans("7|missing|05/10/2026|06/10/2026|" + time + "|||||||").all(Span.class).get(0);
    assertThat(missing.endedAt()).isEqualTo(LocalTime.of(9, 5));
  }

  @Test
  void a_time_that_is_none_is_told_and_the_day_is_used() {
    Read read = activities("7|return interview|05/10/2026|25:61|||||||||");
    assertThat(read.all(Activity.class).get(0).findTime()).isEmpty();
    assertThat(read.issue("not a time").effect()).isEqualTo("The value was not used; the row was.");
  }

  @Test
  void a_row_given_twice_is_one_and_every_row_is_counted_once() {
    Read read =
        activities(
            "7|core group|05/10/2026||||||||||",
            "7|core group|05/10/2026||||||||||",
            "Total rows: 2||||||||||||");
    assertThat(read.outcomes()).containsExactly(LOADED, LEFT_OUT, LEFT_OUT);
    assertThat(read.all(Activity.class)).hasSize(1);
  }

  @Test
  void a_profile_of_ones_own_lists_its_own_spellings() {
    Naming naming =
        new Naming(
                "",
                "step",
                Map.of("CG Meeting Record", "core group"),
                Map.of(),
                Set.of("Telephone call"))
            .knowing(Sheet.SHIPPED.vocabulary().activities());
    assertThat(naming.read("cg meeting record")).contains("core group");
    assertThat(naming.read("PEP")).contains("PEP");
    assertThat(naming.read("Telephone Call")).isEmpty();
    assertThat(naming.leavesOut("Telephone Call")).isTrue();
    assertThat(naming.leavesOut("Zebra")).isFalse();
  }
}
