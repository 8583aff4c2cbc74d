package org.practicewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.practicewatch.fixtures.Practicewatch;

/** Every spelling that councils really typed, each in its column of a whole row. */
@Tag("machine")
class ValueVariantsTest {

  @Test
  void a_spelling_that_fits_one_group_is_no_issue_and_any_other_is_one_issue() {
    Path variants = Practicewatch.shared().resolve("data/annex-a/value-variants.csv");
    assumeTrue(Files.exists(variants), "the data made by others is not here: " + variants);
    ExtractProfile annexA =
        Sheet.SHIPPED.profiles().stream()
            .filter(profile -> profile.profile().equals("annex-a"))
            .findFirst()
            .orElseThrow();
    List<Map<String, String>> rows = Practicewatch.rows(variants);
    Set<String> columnsTried = new HashSet<>();
    for (TableProfile table : annexA.tables()) {
      String list = table.table().replaceAll("list (\\d+) .*", "list_$1");
      table
          .columns()
          .forEach(
              (name, column) -> {
                List<String> spellings =
                    rows.stream()
                        .filter(row -> row.get("list").equals(list) && heads(column, row))
                        .map(row -> row.get("variant_seen"))
                        .toList();
                if (column.isCoded() && !spellings.isEmpty()) {
                  columnsTried.add(list + " " + name);
                  tryAll(annexA, table, name, spellings);
                }
              });
    }
    assertThat(columnsTried).hasSizeGreaterThan(30);
  }

  private static boolean heads(TableProfile.Column column, Map<String, String> row) {
    return column.headed().stream()
        .anyMatch(heading -> Headings.normal(heading).equals(Headings.normal(row.get("column"))));
  }

  private static void tryAll(
      ExtractProfile profile, TableProfile table, String name, List<String> spellings) {
    List<String> names = new ArrayList<>(table.columns().keySet());
    CodeList codes = Sheet.SHIPPED.codes().get(table.columns().get(name).is());
    Sheet sheet = Sheet.of();
    sheet.row(
        names.stream().map(n -> table.columns().get(n).headed().get(0)).toArray(String[]::new));
    Set<String> expected = new HashSet<>();
    int child = 0;
    for (String spelling : spellings) {
      String[] texts = new String[names.size()];
      for (int i = 0; i < texts.length; i++) {
        String is = table.columns().get(names.get(i)).is();
        texts[i] = is.equals(TableProfile.Column.DATE) ? "01/02/2020" : "";
      }
      texts[0] = "C" + child++;
      texts[names.indexOf(name)] = spelling;
      sheet.row(texts);
      boolean blank =
          CellText.tidy(spelling).isEmpty()
              || profile
                  .blankWords()
                  .contains(CellText.tidy(spelling).toLowerCase(java.util.Locale.ROOT));
      if (!blank && !(codes.read(CellText.tidy(spelling)) instanceof CodeList.Reading.Known)) {
        expected.add(CellText.shown(spelling));
      }
    }
    Sheet.Read read = sheet.read();
    assertThat(read.found().name()).isEqualTo(table.table());
    Set<String> told = new HashSet<>();
    read.issues().stream()
        .filter(issue -> issue.check().contains("code") || issue.check().equals("error value"))
        .forEach(issue -> told.add(issue.value()));
    assertThat(told.stream().map(Spelling::fold))
        .as(table.table() + ", " + name)
        .containsAll(expected.stream().map(Spelling::fold).toList());
    assertThat(expected.stream().map(Spelling::fold).toList())
        .containsAll(told.stream().map(Spelling::fold).toList());
    assertThat(read.outcomes())
        .hasSize(spellings.size())
        .doesNotContain(MappedRow.Outcome.REJECTED);
  }
}
