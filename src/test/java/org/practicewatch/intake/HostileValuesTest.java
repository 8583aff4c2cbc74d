package org.practicewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Span;
import org.practicewatch.intake.MappedRow.Outcome;
import org.practicewatch.quality.Issue;

/** One bad cell beside good ones: it is told once, with its place, and nothing else changes. */
class HostileValuesTest {

  private static final String VISITS =
      "cppv_cp_visit_id|cppv_cp_plan_id|cppv_cp_visit_date|cppv_cp_visit_seen|cppv_person_id";
  private static final String PLANS =
      "cppl_cp_plan_id|cppl_person_id|cppl_cp_plan_start_date|cppl_cp_plan_end_date";
  private static final String REFERRALS =
      "cine_referral_id|cine_person_id|cine_referral_date|cine_referral_team";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "29/02/2023",
        "29/02/1900",
        "31/06/2024",
        "31/04/2025",
        "00/00/0000",
        "0000-00-00",
        "32/01/2025",
        "01/13/2025",
        "12/25/2024",
        "2024-02-30",
        "2023-02-29",
        "2025-13-01",
        "2025/31/12",
        "1/2/25",
        "01-02-25",
        "1 Jan 25",
        "01/01/202",
        "01/01/20255",
        "202-01-05",
        "20255-01-01",
        "9999-12-30",
        "31/12/9998",
        "01/01/1825",
        "01/01/0001",
        "1899-12-31",
        "2200-01-01",
        "zz/05/2020",
        "05/zz/2020",
        "05/05/zzzz",
        "tbc",
        "TBC w/c 4 March",
        "not known yet",
        "ask SW",
        "?",
        "--",
        "0",
        "1",
        "45",
        "-5",
        "-45000",
        "4500",
        "450000",
        "45,000",
        "4.5E+04",
        "1.2E+05",
        "45000.5.1",
        "2025",
        "March 2025",
        "Q1 2025",
        "2025-W03-1",
        "2025-074",
        "20250230",
        "01032025",
        "1/3",
        "03/2025",
        "01/03/2025 25:00",
        "01/03/2025 10:61",
        "01/03/2025 ten",
        "01/03/2025 - 02/03/2025",
        "01/03/2025, 02/03/2025",
        "01/03/2025 (approx)",
        "c. 01/03/2025",
        "01//03//2025",
        "01.03/2025",
        "01 / 03 / 2025",
        "1st of March 2025",
        "Sun 1 March 2025",
        "2025-03-01T00:00:00+02:00",
        "31 Juni 2025",
        "1 Sebtember 2025",
        "10:30",
        "09:00:00",
        "#REF!",
        "#VALUE!",
        "#N/A!",
        "#######",
        "=TODAY()",
        "TRUE",
        "<script>",
        "'; drop table fact;--",
        "٠١/٠٣/٢٠٢٥",
        "０１/０３/２０２５",
        "😀",
        "01/03/2025😀"
      })
  void a_date_that_cannot_be_read_is_told_once_and_makes_a_gap(String bad) {
    Sheet.Read read =
        Sheet.of(VISITS, "1|7|03/03/2025|Y|100", "2|7|" + bad + "|Y|200", "3|7|05/03/2025|Y|300")
            .read();

    assertThat(read.outcomes()).containsExactly(Outcome.LOADED, Outcome.LOADED, Outcome.LOADED);
    assertThat(read.all(Activity.class)).extracting(Fact::childId).containsExactly("100", "300");
    assertThat(read.all(Gap.class))
        .singleElement()
        .satisfies(gap -> assertThat(gap.childId()).isEqualTo("200"));
    Issue issue = only(read);
    assertThat(issue.row()).isEqualTo(3);
    assertThat(issue.column()).isEqualTo("C cppv_cp_visit_date");
    assertThat(issue.childId()).isEqualTo("200");
    assertThat(issue.value()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"31/06/2025", "tbc", "9999-01-01", "45", "#REF!"})
  void a_plan_whose_end_cannot_be_read_may_be_over(String bad) {
    Sheet.Read read = Sheet.of(PLANS, "7|100|03/03/2025|" + bad).read();

    assertThat(read.all(Span.class))
        .singleElement()
        .satisfies(
            plan -> {
              assertThat(plan.endReadable()).isFalse();
              assertThat(plan.to()).isNull();
            });
    assertThat(only(read).column()).isEqualTo("D cppl_cp_plan_end_date");
  }

  @Test
  void a_plan_that_ends_before_it_starts_may_be_over() {
    Sheet.Read read = Sheet.of(PLANS, "7|100|03/03/2025|02/03/2025").read();
    assertThat(read.all(Span.class)).noneMatch(Span::endReadable);
    assertThat(only(read).check()).isEqualTo("ends before it starts");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "0012|0012", "'0012|0012", "12.0|12", "12.00|12", "-12|-12", "=1+1|=1+1",
            "../../etc/passwd|../../etc/passwd",
        "..\\..\\windows|..\\..\\windows", "CON|CON", "a;b|a;b", "<script>|<script>", "😀|😀",
            "ÀÉ|ÀÉ", "12E34|12E34",
        "Robert'); DROP TABLE child;--|Robert'); DROP TABLE child;--", "%s%n|%s%n", "${x}|${x}",
            "ID 12|ID 12"
      })
  void an_id_is_only_text(String written, String id) {
    Sheet.Read read = Sheet.of(PLANS, "7|" + written + "|03/03/2025|").read();
    assertThat(read.facts()).extracting(Fact::childId).containsOnly(id);
    assertThat(read.issues()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1\u200b00",
        "\u202e100",
        "100\u200e",
        "\ufeff100",
        "1\u000000",
        "\u0001100",
        "10\u001f0",
        "100\u0085",
        "1\u00ad00",
        "\ud800100",
        "100\udc00",
        "1\u2060" + "00",
        "100\u007f",
        "\u001a100",
        "1\uffff00"
      })
  void what_nobody_sees_in_an_id_is_left_out_and_told(String written) {
    Sheet.Read read = Sheet.of(PLANS).row("7", written, "03/03/2025").read();
    assertThat(read.all(Span.class)).extracting(Span::childId).containsExactly("100");
    Issue issue = only(read);
    assertThat(issue.check()).isEqualTo("unseen characters");
    assertThat(issue.value()).isEqualTo("100");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.2E+07", "1.2345678E12", "NULL", "n/a", "-", "", "#REF!", "#N/A", "\ufffd12"})
  void a_row_without_a_sure_id_is_rejected_and_told(String written) {
    Sheet.Read read = Sheet.of(PLANS, "7|" + written + "|03/03/2025|", "8|2|03/03/2025|").read();
    assertThat(read.outcomes()).containsExactly(Outcome.REJECTED, Outcome.LOADED);
    assertThat(only(read).row()).isEqualTo(2);
  }

  @Test
  void a_value_longer_than_any_of_its_kind_is_told_and_not_used() {
    Sheet.Read read =
        Sheet.of(
                REFERRALS,
                "1|" + "9".repeat(10_000) + "|03/03/2025|North",
                "2|200|04/03/2025|" + "N".repeat(5_000),
                "3|300|05/03/2025|" + "N".repeat(200))
            .read();

    assertThat(read.outcomes()).containsExactly(Outcome.REJECTED, Outcome.LOADED, Outcome.LOADED);
    assertThat(read.checks()).containsExactlyInAnyOrder("too long", "too long");
    assertThat(read.issues()).allMatch(issue -> issue.value().length() < 130);
    assertThat(read.all(Allocation.class)).extracting(Allocation::childId).containsExactly("300");
  }

  @Test
  void what_is_shown_of_a_long_value_never_ends_with_half_a_character() {
    Sheet.Read read = Sheet.of(VISITS, "1|7|" + "x".repeat(119) + "😀😀|Y|100").read();
    assertThat(only(read).value()).isEqualTo("x".repeat(119) + "…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Total",
        "TOTAL: 45",
        "Grand total",
        "Applied filters: Team is North",
        "End of report",
        "OFFICIAL - SENSITIVE",
        "Report run on 01/03/2025 by A Person",
        "Page 1 of 2",
        "Source: system",
        "=====",
        "45 rows returned",
        "Printed at 10:30",
        "Notes: children who moved are left out"
      })
  void a_line_about_the_report_is_no_child(String footer) {
    Sheet.Read read = Sheet.of(PLANS, "7|100|03/03/2025|", footer).read();
    assertThat(read.outcomes()).containsExactly(Outcome.LOADED, Outcome.LEFT_OUT);
    assertThat(read.facts()).extracting(Fact::childId).containsOnly("100");
    assertThat(read.checks()).containsExactly("footer");
  }

  @Test
  void a_row_whose_first_cell_only_looks_like_a_total_still_says_that_its_date_cannot_be_read() {
    Sheet.Read read = Sheet.of(PLANS, "Total Care 7|100|31/02/2025|").read();
    assertThat(read.outcomes()).containsExactly(Outcome.LOADED);
    assertThat(read.all(Gap.class)).hasSize(1);
    assertThat(only(read).check()).isEqualTo("not a date");
  }

  @Test
  void every_date_that_cannot_be_read_is_told_though_nothing_else_tells_the_rows_apart() {
    Sheet.Read read =
        Sheet.of(VISITS, "1|7|31/02/2025|Y|100", "2|7|29/02/2025|Y|100", "3|7|29/02/2025|Y|100")
            .read();
    assertThat(read.issues())
        .extracting(issue -> issue.row() + " " + issue.check() + " " + issue.value())
        .containsExactly("2 not a date 31/02/2025", "3 not a date 29/02/2025", "4 repeated rows ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ufeff", "\u200b", "\u202a", " ", "\u00a0"})
  void a_heading_is_known_whatever_nobody_sees_in_it(String unseen) {
    Sheet.Read read = Sheet.of(unseen + PLANS, "7|100|03/03/2025|").read();
    assertThat(read.found().missing()).isEmpty();
    assertThat(read.found().columns()).hasSize(4);
    assertThat(read.all(Child.class)).isEmpty();
    assertThat(read.all(Span.class)).hasSize(1);
  }

  @Test
  void a_file_that_ends_within_a_row_is_not_read() {
    Sheet sheet = Sheet.of(PLANS, "7|100|03/03/2025|");
    Headings.Recognised found = sheet.found();
    TableMapping mapping =
        new TableMapping(
            "a file.csv",
            "",
            found,
            found.table().orElseThrow(),
            Sheet.SHIPPED.codes(),
            new Links());
    List<SourceCell> cells = Sheet.cells("8", "300");

    assertThatThrownBy(
            () -> mapping.map(new SourceRow(3, false, cells, 4, SourceRow.Fault.CUT_SHORT)))
        .isInstanceOf(UnreadableExtract.class)
        .hasMessageContaining("in the middle of row 3")
        .hasMessageNotContaining("300");
  }

  private static Issue only(Sheet.Read read) {
    assertThat(read.issues()).as(read.issues().toString()).hasSize(1);
    return read.issues().get(0);
  }
}
