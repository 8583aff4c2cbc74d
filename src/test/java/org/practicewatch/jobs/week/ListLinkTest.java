package org.practicewatch.jobs.week;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListLinkTest {

  @ParameterizedTest
  @CsvSource({
    "\\\\fern\\{date}\\{folder}\\{file}, \\\\fern\\2026-10-30\\teams\\east\\exceptions.xlsx",
    "\\\\fern\\{folder}\\{date}\\{file}, \\\\fern\\teams\\east\\2026-10-30\\exceptions.xlsx",
    "https://fern/{date}/{folder}/{file}, https://fern/2026-10-30/teams/east/exceptions.xlsx"
  })
  void it_leads_to_the_list_on_a_share_or_a_page(String pattern, String link) {
    Path night = Path.of("output", "2026-10-30");
    assertThat(
            new ListLink(pattern)
                .to(
                    night,
                    night.resolve("teams").resolve("east").resolve("exceptions.xlsx"),
                    LocalDate.of(2026, 10, 30)))
        .isEqualTo(link);
  }
}
