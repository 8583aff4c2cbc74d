package org.practicewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.practicewatch.intake.CodeList.Group;
import org.practicewatch.intake.CodeList.Otherwise;
import org.practicewatch.intake.CodeList.Reading;
import org.practicewatch.intake.CodeList.Reading.Ambiguous;
import org.practicewatch.intake.CodeList.Reading.Assumed;
import org.practicewatch.intake.CodeList.Reading.Known;
import org.practicewatch.intake.CodeList.Reading.Unknown;

class CodeListTest {

  private static final CodeList PLACEMENT =
      new CodeList(
          "placement type",
          List.of(
              new Group(
                  "foster placement",
                  Map.of("U1", "Foster placement with relative", "U4", "Foster placement, other"),
                  Map.of("U4", List.of("placement with other foster carer - long term fostering")),
                  List.of("F2", "placement with other foster carer")),
              new Group(
                  "placed with parents",
                  Map.of("P1", "Placed with own parents"),
                  List.of("at home", "H5 - placed with own parents")),
              new Group("residential accommodation", Map.of("H5", "Hostel"), List.of())),
          Map.of("residential", List.of("residential accommodation", "foster placement")));

  private static final CodeList SOURCE =
      new CodeList(
          "contact source",
          List.of(
              new Group("police", Map.of("6", "Police"), List.of("7 - police")),
              new Group("other legal agency", Map.of("7", "Other legal agency"), List.of())),
          Map.of());

  private static final CodeList IN_TOUCH =
      new CodeList(
          "in touch",
          List.of(
              new Group("in touch", Map.of("YES", "Yes"), List.of()),
              new Group("not in touch", Map.of("REFU", "Refuses contact"), List.of())),
          Map.of());

  @Test
  void case_spaces_quotes_and_a_last_full_stop_do_not_matter() {
    assertThat(Spelling.fold(" Child\u2019s\u00A0 \tNeeds \u2013 changed. "))
        .isEqualTo("child's needs - changed");
    assertThat(Spelling.fold("..")).isEqualTo("..");
    assertThat(PLACEMENT.read("  AT\u00A0Home. "))
        .isEqualTo(new Known("placed with parents", "P1"));
  }

  @Test
  void a_national_code_alone_is_read() {
    assertThat(PLACEMENT.read("u4")).isEqualTo(new Known("foster placement", "U4"));
    assertThat(SOURCE.read("6")).isEqualTo(new Known("police", "6"));
  }

  @Test
  void the_group_or_the_title_of_a_code_is_read() {
    assertThat(PLACEMENT.read("Foster Placement")).isEqualTo(new Known("foster placement", ""));
    assertThat(PLACEMENT.read("Placed with parents"))
        .isEqualTo(new Known("placed with parents", "P1"));
    assertThat(PLACEMENT.read("foster placement with relative"))
        .isEqualTo(new Known("foster placement", "U1"));
  }

  @Test
  void the_preferred_code_of_Annex_A_is_read() {
    assertThat(PLACEMENT.read("a) U1: Foster placement - relatives - long term"))
        .isEqualTo(new Known("foster placement", "U1"));
    assertThat(PLACEMENT.read("zz) Foster placement")).isEqualTo(new Known("foster placement", ""));
    assertThat(PLACEMENT.read("b. at home")).isEqualTo(new Known("placed with parents", "P1"));
  }

  @Test
  void the_one_national_code_in_a_text_is_read() {
    assertThat(PLACEMENT.read("U4 - Placement with another carer"))
        .isEqualTo(new Known("foster placement", "U4"));
    assertThat(PLACEMENT.read("Foster (U4)")).isEqualTo(new Known("foster placement", "U4"));
    assertThat(PLACEMENT.read("CLA - U1 - kinship")).isEqualTo(new Known("foster placement", "U1"));
    assertThat(PLACEMENT.read("Menu41")).isEqualTo(new Unknown());
  }

  @Test
  void codes_of_one_group_agree_on_the_group_only() {
    assertThat(PLACEMENT.read("U1 or U4")).isEqualTo(new Known("foster placement", ""));
  }

  @Test
  void codes_of_two_groups_are_ambiguous() {
    assertThat(PLACEMENT.read("U4, was P1"))
        .isEqualTo(new Ambiguous(List.of("foster placement", "placed with parents")));
  }

  @Test
  void a_code_beside_words_of_another_group_is_ambiguous() {
    assertThat(PLACEMENT.read("P1 - Placement with other foster carer"))
        .isEqualTo(new Ambiguous(List.of("foster placement", "placed with parents")));
  }

  @Test
  void a_known_spelling_comes_before_the_code_in_it_but_does_not_lend_it_another_code() {
    assertThat(PLACEMENT.read("H5 - Placed with own parents"))
        .isEqualTo(new Known("placed with parents", ""));
  }

  @Test
  void words_that_mean_one_code_carry_it_and_vaguer_words_do_not() {
    assertThat(PLACEMENT.read("Placement with other foster carer \u2013 long term fostering"))
        .isEqualTo(new Known("foster placement", "U4"));
    assertThat(PLACEMENT.read("Placement with other foster carer"))
        .isEqualTo(new Known("foster placement", ""));
  }

  @Test
  void a_listed_ambiguous_spelling_names_its_groups_in_the_order_of_the_list() {
    assertThat(PLACEMENT.read("Residential"))
        .isEqualTo(new Ambiguous(List.of("foster placement", "residential accommodation")));
  }

  @Test
  void what_fits_nothing_is_unknown() {
    assertThat(PLACEMENT.read("")).isEqualTo(new Unknown());
    assertThat(PLACEMENT.read("\u00A0")).isEqualTo(new Unknown());
    assertThat(PLACEMENT.read("caravan")).isEqualTo(new Unknown());
    assertThat(PLACEMENT.read("P1:CodeError")).isEqualTo(new Unknown());
  }

  @Test
  void a_number_beside_words_is_no_code_because_councils_number_lists_of_their_own() {
    assertThat(SOURCE.read("7 - Police")).isEqualTo(new Known("police", "6"));
    assertThat(SOURCE.read("7 - Magistrate")).isEqualTo(new Unknown());
    assertThat(SOURCE.read("Magistrate [7]")).isEqualTo(new Known("other legal agency", "7"));
  }

  @Test
  void a_plain_answer_is_not_read_out_of_a_longer_text() {
    assertThat(IN_TOUCH.read("YES")).isEqualTo(new Known("in touch", "YES"));
    assertThat(IN_TOUCH.read("Yes - gone abroad")).isEqualTo(new Unknown());
    assertThat(IN_TOUCH.read("REFU - young person")).isEqualTo(new Known("not in touch", "REFU"));
    assertThat(IN_TOUCH.read("says refu se")).isEqualTo(new Unknown());
  }

  @Test
  void a_spelling_under_two_groups_is_ambiguous() {
    CodeList list =
        new CodeList(
            "case status",
            List.of(
                new Group("looked after", Map.of(), List.of("open")),
                new Group("closed", Map.of(), List.of("Open"))),
            Map.of());

    Reading reading = list.read("open");

    assertThat(reading).isEqualTo(new Ambiguous(List.of("looked after", "closed")));
  }

  @Test
  void a_list_that_contradicts_itself_is_refused() {
    Group police = new Group("police", Map.of("6", "Police"), List.of());
    assertThatThrownBy(() -> new CodeList("source", List.of(police, police), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("police");
    assertThatThrownBy(
            () ->
                new CodeList(
                    "source",
                    List.of(police, new Group("constabulary", Map.of("6", "Police"), List.of())),
                    Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the code 6 twice");
    assertThatThrownBy(
            () -> new CodeList("source", List.of(police), Map.of("x", List.of("fire brigade"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Group("police", Map.of(), Map.of("6", List.of("constable")), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_a_list_does_not_know_is_taken_for_the_group_of_the_rest_unless_it_may_be_more() {
    Group review = new Group("review held", Map.of(), List.of("lac review"));
    Group other = new Group("another note", Map.of(), List.of("email"));
    CodeList list =
        new CodeList(
            "note",
            List.of(review, other),
            Map.of(),
            new Otherwise("another note", List.of("Review", "cla")));

    assertThat(list.read("LAC Review")).isEqualTo(new Known("review held", ""));
    assertThat(list.read("Email")).isEqualTo(new Known("another note", ""));
    assertThat(list.read("Sibling time record")).isEqualTo(new Assumed("another note"));
    assertThat(list.read("Preview of the flat")).isEqualTo(new Assumed("another note"));
    assertThat(list.read("Reviewed with the IRO")).isEqualTo(new Unknown());
    assertThat(list.read("CLA meeting")).isEqualTo(new Unknown());
    assertThatThrownBy(() -> new Otherwise("another note", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new CodeList(
                    "note", List.of(review), Map.of(), new Otherwise("rest", List.of("review"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("otherwise");
  }
}
