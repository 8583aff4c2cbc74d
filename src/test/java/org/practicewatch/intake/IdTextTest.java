package org.practicewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        "17,001 | 17001",
        "7,001.00 | 7001",
        "1,234,567 | 1234567",
        "1,23 | 1,23",
        "7001,7002 | 7001,7002",
        "17\u202f001 | 17 001",
        "'7001' | 7001",
        "''7001 | 7001",
        "7001' | 7001",
        "\u20187001\u2019 | 7001",
        "=\u201c007001\u201d | 007001",
        "='007001' | 007001",
        "=007001 | 007001",
        "=1+1 | =1+1",
        "\u200b7001\ufeff | 7001",
        "\u20077001 | 7001",
        "SC\u2011012 | SC-012",
        "Children in Need' | Children in Need'",
        "O'Neill | O'Neill",
      })
  void an_id_is_text_without_what_a_spreadsheet_added(String text, String id) {
    assertThat(IdText.canonical(text)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=\"007001\"", "\"007001\"", "=\"\"007001\"\"", "\"'007001'\""})
  void quotation_marks_are_no_part_of_an_id(String text) {
    assertThat(IdText.canonical(text)).isEqualTo("007001");
    assertThat(IdText.canonical(IdText.canonical(text))).isEqualTo("007001");
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
