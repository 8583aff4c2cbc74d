package org.practicewatch.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlugTest {

  @Test
  void a_plain_name_becomes_lower_case_words_and_hyphens() {
    assertThat(Slug.of("Looked After Team 1")).isEqualTo("looked-after-team-1");
    assertThat(Slug.of("  Children's Services / East ")).isEqualTo("childrens-services-east");
    assertThat(Slug.of("Équipe Zoë")).isEqualTo("equipe-zoe");
  }

  @Test
  void names_that_would_clash_each_get_a_hash_and_stay_apart() {
    Map<String, String> slugs = Slug.of(List.of("Team A & B", "Team A, B", "Team C"));

    assertThat(slugs.values()).doesNotHaveDuplicates();
    assertThat(slugs.get("Team A & B")).matches("team-a-b-[0-9a-f]{8}");
    assertThat(slugs.get("Team A, B")).matches("team-a-b-[0-9a-f]{8}");
    assertThat(slugs).containsEntry("Team C", "team-c");
  }

  @Test
  void a_name_whose_letters_are_lost_or_cut_off_gets_a_hash() {
    assertThat(Slug.of("Команда")).matches("[0-9a-f]{8}");
    assertThat(Slug.of("Team Ω")).matches("team-[0-9a-f]{8}");
    assertThat(Slug.of("Team ".repeat(40))).matches("[a-z-]{1,60}-[0-9a-f]{8}");
    assertThat(Slug.of("")).matches("[0-9a-f]{8}");
  }

  @Test
  void no_name_makes_a_path_or_anything_but_letters_digits_and_hyphens() {
    for (String name : List.of("../../etc/passwd", "CON:", "a\\b", "tab\there", "x.pdf")) {
      assertThat(Slug.of(name)).matches("[a-z0-9-]+");
    }
  }
}
