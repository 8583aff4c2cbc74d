package org.practicewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Latest;
import org.practicewatch.casework.Noted;
import org.practicewatch.casework.Span;
import org.practicewatch.intake.MappedRow.Link;
import org.practicewatch.intake.MappedRow.Outcome;

/** Each thing that a row can say, on a table of its own. */
class RowMeaningTest {

  private static final Map<String, List<String>> WHEN_HELD = Map.of("status", List.of("held"));
  private static final Map<String, List<String>> WHENEVER = Map.of();

  private static final RowMeaning CHILD = new RegistersChild("from", List.of("name"), WHENEVER);
  private static final RowMeaning SPAN =
      new GivesSpan(
          Naming.always("child in need plan"),
          "from",
          "to",
          null,
          Map.of("plan", RowMeaning.THIS_ROW, "referral", "id"),
          null,
          Map.of("worker", "name"),
          Map.of(),
          WHEN_HELD,
          Map.of());
  private static final RowMeaning ACTIVITY =
      new GivesActivity(
          Naming.always("visit"),
          "from",
          null,
          Map.of(),
          null,
          Map.of("seen alone", Map.of("name", List.of("yes"))),
          null,
          Map.of(),
          WHEN_HELD,
          Map.of(),
          Map.of(),
          false);
  private static final RowMeaning LATEST = new GivesLatest("visit", "from", WHEN_HELD);
  private static final RowMeaning ALLOCATION =
      new GivesAllocation("name", null, "from", "to", 10, WHEN_HELD);
  private static final RowMeaning NOTED =
      new GivesNoted("strategy", Map.of("asked", "name"), WHEN_HELD);
  private static final RowMeaning ID = new GivesIdOf("plan", "id", WHEN_HELD);
  private static final RowMeaning NAME = new GivesNameOf("team", "id", "name", WHEN_HELD);

  private static final List<RowMeaning> ALL =
      List.of(CHILD, SPAN, ACTIVITY, LATEST, ALLOCATION, NOTED, ID, NAME);

  static Stream<RowMeaning> all() {
    return ALL.stream();
  }

  private static TableProfile.Column column(String heading, String is) {
    return new TableProfile.Column(List.of(heading), is, null, List.of(), List.of(), "");
  }

  /** What a row of a table says that means this one thing. */
  private static MappedRow row(RowMeaning meaning, String status) {
    TableProfile table =
        new TableProfile(
            "invented",
            Map.of(
                "child", TableProfile.Column.headed("Child"),
                "from", column("From", TableProfile.Column.DATE),
                "to", column("To", TableProfile.Column.DATE),
                "name", TableProfile.Column.headed("Name"),
                "id", TableProfile.Column.headed("Id"),
                "status", column("Status", "status")),
            Set.of("child"),
            null,
            List.of(TableProfile.ChildFoundBy.column("child")),
            List.of(meaning));
    ExtractProfile profile =
        new ExtractProfile(
            "invented", ExtractProfile.Sort.SNAPSHOT, Set.of(), Set.of(), List.of(table), null);
    String headings = "Child|From|To|Name|Id|Status";
    List<SourceRow> rows =
        List.of(
            new SourceRow(1, false, Sheet.cells(headings.split("\\|"))),
            new SourceRow(
                2, false, Sheet.cells("7", "01/02/2026", "03/02/2026", "yes", "P-1", status)));
    Headings.Recognised found = new Headings(List.of(profile)).find(rows).orElseThrow();
    CodeList statuses =
        new CodeList(
            "status",
            List.of(
                new CodeList.Group("held", Map.of(), List.of("held")),
                new CodeList.Group("not held", Map.of(), List.of("not held"))),
            Map.of());
    return new TableMapping("a file.csv", "", found, table, Map.of("status", statuses), new Links())
        .map(rows.get(1));
  }

  @Test
  void every_kind_is_tried_here() {
    assertThat(ALL)
        .extracting(Object::getClass)
        .containsExactlyInAnyOrder(RowMeaning.class.getPermittedSubclasses());
  }

  @Test
  void every_kind_has_a_key_of_its_own_and_its_line_in_the_manual() throws IOException {
    List<String> keys =
        Stream.of(RowMeaning.class.getPermittedSubclasses())
            .map(kind -> kind.getAnnotation(JsonTypeName.class).value())
            .toList();
    assertThat(keys).doesNotHaveDuplicates();
    String manual = Files.readString(Path.of("jobs/README.md"));
    assertThat(keys).allSatisfy(key -> assertThat(manual).contains("\n| `" + key + "` | "));
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_row_says_nothing_where_its_condition_does_not_hold(RowMeaning meaning) {
    if (!meaning.onlyWhen().isEmpty()) {
      MappedRow row = row(meaning, "not held");
      assertThat(row.facts()).isEmpty();
      assertThat(row.links()).isEmpty();
      assertThat(row.outcome()).isEqualTo(Outcome.LEFT_OUT);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_column_that_is_read_is_named_for_the_check_of_settings(RowMeaning meaning) {
    assertThat(meaning.columns()).isNotEmpty().doesNotContain(RowMeaning.THIS_ROW, "");
    assertThat(meaning.conditions()).contains(meaning.onlyWhen());
  }

  @Test
  void each_says_what_it_means() {
    assertThat(row(CHILD, "").facts()).hasOnlyElementsOfType(Child.class);
    assertThat(row(SPAN, "held").facts())
        .singleElement()
        .isInstanceOfSatisfying(
            Span.class,
            span -> {
              assertThat(span.from()).isEqualTo("2026-02-01");
              assertThat(span.to()).isEqualTo("2026-02-03");
              assertThat(span.refs())
                  .containsExactlyInAnyOrder("plan:a file.csv!!2", "referral:P-1");
            });
    assertThat(row(ACTIVITY, "held").facts())
        .singleElement()
        .isInstanceOfSatisfying(
            Activity.class, visit -> assertThat(visit.marks()).containsExactly("seen alone"));
    assertThat(row(LATEST, "held").facts()).hasOnlyElementsOfType(Latest.class);
    assertThat(row(NOTED, "held").facts())
        .singleElement()
        .isInstanceOfSatisfying(
            Noted.class, noted -> assertThat(noted.details()).containsEntry("asked", "yes"));
    assertThat(row(ID, "held").links()).containsExactly(new Link("plan", "P-1", "7", ""));
    assertThat(row(NAME, "held").links()).containsExactly(new Link("team", "P-1", "", "yes"));
  }

  @Test
  void in_doubt_what_was_owed_or_done_is_a_gap_and_the_holder_speaks_last() {
    assertThat(row(SPAN, "#N/A").facts()).hasOnlyElementsOfType(Gap.class);
    assertThat(row(ACTIVITY, "#N/A").facts()).hasOnlyElementsOfType(Gap.class);
    assertThat(rank("held")).isEqualTo(10);
    assertThat(rank("#N/A")).isGreaterThan(10);
    for (RowMeaning other : List.of(LATEST, NOTED, ID, NAME)) {
      assertThat(row(other, "#N/A").facts()).isEmpty();
      assertThat(row(other, "#N/A").links()).isEmpty();
    }
  }

  private static int rank(String status) {
    return ((Allocation) row(ALLOCATION, status).facts().get(0)).rank();
  }

  @Test
  void without_names_only_the_child_says_less() {
    assertThat(CHILD.withoutNames().namesOfChildren()).isEmpty();
    assertThat(ALL.stream().filter(one -> !one.equals(CHILD)))
        .allSatisfy(one -> assertThat(one.withoutNames()).isSameAs(one));
  }
}
