package org.practicewatch.intake.spreadsheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.practicewatch.intake.UnreadableExtract;

/** Whatever the shared strings of a workbook hold, they read as the parser reads them. */
class SharedStringsTest {

  private static final String PLAIN =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<sst xmlns=\""
          + RawXlsx.MAIN
          + "\" count=\"9\" uniqueCount=\"4\"><si><t>Visit</t></si><si><t xml:space=\"preserve\"> a &amp; b</t></si>"
          + "<si><r><rPr><b/><sz val=\"11\"/></rPr><t>caf\u00e9</t></r><r><t>_x000D_</t></r></si>\n<si><t/></si></sst>";

  private static Object parsed(byte[] bytes) {
    try {
      return SharedStrings.parsed(XmlPart.open(() -> new ByteArrayInputStream(bytes)));
    } catch (UnreadableExtract refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private static void readAlike(byte[] bytes, String what) {
    Object read;
    try {
      read = SharedStrings.read(() -> new ByteArrayInputStream(bytes));
    } catch (UnreadableExtract refused) {
      read = String.valueOf(refused.getMessage());
    }
    assertThat(read).as(what).isEqualTo(parsed(bytes));
  }

  @Test
  void what_programs_write_needs_no_parser() throws IOException, NotPlain {
    PartBytes part = new PartBytes(new ByteArrayInputStream(PLAIN.getBytes(UTF_8)), 16);

    assertThat(SharedStrings.scanned(part)).containsExactly("Visit", " a & b", "caf\u00e9\r", "");
  }

  @Test
  void any_texts_read_as_the_parser_reads_them() throws IOException {
    int plain = 0;
    for (long seed = 0; seed < 2_000; seed++) {
      byte[] bytes = RandomSheet.strings(seed).getBytes(UTF_8);
      readAlike(bytes, seed + ": " + RandomSheet.strings(seed));
      try {
        List<String> scanned =
            SharedStrings.scanned(new PartBytes(new ByteArrayInputStream(bytes), 16));
        assertThat(scanned).isEqualTo(parsed(bytes));
        plain++;
      } catch (NotPlain e) {
        // Those that the parser has to read.
      }
    }
    assertThat(plain).isBetween(500, 1_800);
  }

  @Test
  void texts_that_end_at_any_byte_or_with_a_wrong_byte_read_alike() {
    byte[] whole = PLAIN.getBytes(UTF_8);
    for (int length = 0; length < whole.length; length++) {
      readAlike(Arrays.copyOf(whole, length), "cut after " + length);
    }
    SplittableRandom chance = new SplittableRandom(9);
    byte[] signs = "<>/&;'\"=]!? \r\u0000_xsitrA:".getBytes(UTF_8);
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = whole.clone();
      int place = chance.nextInt(bytes.length);
      bytes[place] = signs[chance.nextInt(signs.length)];
      readAlike(bytes, "byte " + bytes[place] + " at " + place);
    }
  }

  @Test
  void texts_of_an_unusual_shape_read_alike() {
    for (String xml :
        List.of(
            "<sst/>",
            "<sst></sst>x",
            "<sst></sst><!-- c -->",
            "<sst><si/><si></si></sst>",
            "<x><sst><si><t>a</t></si></sst></x>",
            "<sst><x><si><t>a</t></si></x></sst>",
            "<sst><si><t>a</t></si></sst><si/>",
            "<x:sst xmlns:x='u'><x:si><x:t>a</x:t></x:si></x:sst>",
            "<si><t>a</t></si>",
            "<!DOCTYPE sst><sst><si><t>a</t></si></sst>",
            "")) {
      readAlike(xml.getBytes(UTF_8), xml);
    }
  }
}
