package org.practicewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.intake.SourceCell.Kind;

/** Ids as spreadsheets disfigure them. */
class IdTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "1.0 | 1",
        "1009.00 | 1009",
        "00123 | 00123",
        "'00123 | 00123",
        "\u2019123 | 123",
        "\" \u00a0 12 34\u00a0 \" | 12 34",
        "ab12C | ab12C",
        "12E34 | 12E34",
        "A.0 | A.0",
        "1.5 | 1.5",
        "1. | 1.",
      })
  void an_id_is_text_without_what_a_spreadsheet_added(String text, String id) {
    assertThat(IdText.canonical(text)).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "TEXT,1.2E+06,true",
    "TEXT,1E+15,true",
    "TEXT,1.23456E7,true",
    "TEXT,12E34,false",
    "TEXT,1234567890123456,false",
    "NUMBER,1234567890123450,true",
    "NUMBER,123456789012345,false",
  })
  void an_id_whose_digits_may_be_lost_is_known(Kind kind, String text, boolean cutShort) {
    assertThat(IdText.isCutShort(new SourceCell(0, kind, text, null), text)).isEqualTo(cutShort);
  }
}
