package org.practicewatch.intake.spreadsheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.intake.SourceRow;
import org.practicewatch.intake.UnreadableExtract;

/** Whatever a sheet holds, it gives the same rows, or the same refusal, as the parser gives. */
class ScannedRowsTest {

  private static final String OPENS = "<worksheet xmlns='" + RawXlsx.MAIN + "'><sheetData>";
  private static final String CLOSES = "</sheetData></worksheet>";
  private static final String PLAIN =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\""
          + RawXlsx.MAIN
          + "\" xmlns:x14ac=\"urn:ac\"><dimension ref=\"A1:D3\"/><sheetData>"
          + "<row r=\"1\" spans=\"1:4\" x14ac:dyDescent=\"0.25\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
          + "<c r=\"B1\" s=\"1\"><v>45720</v></c><c r=\"C1\"><v>3.50</v></c></row><row r=\"3\" hidden=\"1\">"
          + "<c r=\"A3\" s=\"2\"><v>7</v></c><c r=\"B3\" t=\"str\"><f>A1&amp;\"x\"</f><v>caf\u00e9 &lt;</v></c>"
          + "<c r=\"C3\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t xml:space=\"preserve\">a </t></r></is></c>"
          + "<c r=\"D3\" s=\"1\"/></row></sheetData><pageMargins left=\"0.7\"/></worksheet>";

  private static final List<String> STRINGS = List.of("Visit", "", "=\"007\"", "x\u00a0", "Team");

  private static CellValues values = new CellValues(STRINGS, DateStyles.NONE, false);

  @BeforeAll
  static void withStyles() {
    String styles =
        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='0000'/></numFmts><cellXfs><xf numFmtId='0'/>"
            + "<xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='22'/></cellXfs></styleSheet>";
    byte[] bytes = styles.getBytes(UTF_8);
    values =
        new CellValues(
            STRINGS, DateStyles.read(XmlPart.open(() -> new ByteArrayInputStream(bytes))), false);
  }

  /** What came of reading a sheet. */
  private record Outcome(List<SourceRow> rows, int blank, String refusal) {

    static Outcome parsed(PartBytes.Source part) {
      return of(part, () -> new ParsedRows(XmlPart.open(part), values));
    }

    static Outcome scanned(PartBytes.Source part, int piece) {
      return of(part, () -> new RowsOfPart(part, piece, values));
    }

    private static Outcome of(PartBytes.Source part, Supplier<SheetRows> opened) {
      List<SourceRow> rows = new ArrayList<>();
      int blank = 0;
      try (XlsxSheet sheet = new XlsxSheet("", false, opened.get(), () -> mergedCells(part))) {
        for (SourceRow row = sheet.next(); row != null; row = sheet.next()) {
          rows.add(row);
          blank = sheet.blankRows();
        }
        return new Outcome(rows, sheet.blankRows(), "");
      } catch (UnreadableExtract refused) {
        return new Outcome(rows, blank, String.valueOf(refused.getMessage()));
      }
    }

    private static MergedCells mergedCells(PartBytes.Source part) {
      try {
        return MergedCellsPart.read(part.open());
      } catch (IOException e) {
        throw ZipParts.damaged(e);
      }
    }
  }

  private static void readsAlike(byte[] bytes, String what) {
    readsAlike(() -> new ByteArrayInputStream(bytes), what);
  }

  private static void readsAlike(PartBytes.Source part, String what) {
    Outcome parsed = Outcome.parsed(part);
    assertThat(Outcome.scanned(part, PartBytes.PIECE)).as(what).isEqualTo(parsed);
    assertThat(Outcome.scanned(part, 16)).as("by little and little: " + what).isEqualTo(parsed);
  }

  private static boolean isPlain(byte[] bytes) throws IOException {
    try (ScannedRows rows =
        new ScannedRows(new PartBytes(new ByteArrayInputStream(bytes), 16), values)) {
      int last = 0;
      for (SheetRows.StoredRow row = rows.next(1); row != null; row = rows.next(last + 1)) {
        last = row.number();
      }
      return true;
    } catch (NotPlain | RuntimeException e) {
      return false;
    }
  }

  @Test
  void what_programs_write_needs_no_parser() throws IOException {
    assertThat(isPlain(PLAIN.getBytes(UTF_8))).isTrue();
    readsAlike(PLAIN.getBytes(UTF_8), PLAIN);
  }

  @Test
  void any_sheet_reads_as_the_parser_reads_it() throws IOException {
    int plain = 0;
    int refused = 0;
    for (long seed = 0; seed < 2_000; seed++) {
      String xml = RandomSheet.rows(seed);
      readsAlike(xml.getBytes(UTF_8), seed + ": " + xml);
      plain += isPlain(xml.getBytes(UTF_8)) ? 1 : 0;
      byte[] bytes = xml.getBytes(UTF_8);
      refused += Outcome.parsed(() -> new ByteArrayInputStream(bytes)).refusal.isEmpty() ? 0 : 1;
    }
    assertThat(plain).isBetween(600, 1_600);
    assertThat(refused).isBetween(150, 1_200);
  }

  @Test
  void a_sheet_that_ends_at_any_byte_reads_alike() {
    byte[] bytes = PLAIN.getBytes(UTF_8);
    for (int length = 0; length < bytes.length; length++) {
      readsAlike(Arrays.copyOf(bytes, length), "cut after " + length);
    }
  }

  @Test
  void a_sheet_with_a_wrong_byte_anywhere_reads_alike() {
    SplittableRandom chance = new SplittableRandom(7);
    byte[] signs = "<>/&;'\"=]!?- \r\n\u0000\u0001_xrcv0tA:.".getBytes(UTF_8);
    for (int i = 0; i < 2_500; i++) {
      byte[] bytes = PLAIN.getBytes(UTF_8);
      int place = chance.nextInt(bytes.length);
      byte wrong =
          chance.nextInt(4) == 0 ? (byte) chance.nextInt(256) : signs[chance.nextInt(signs.length)];
      bytes[place] = wrong;
      readsAlike(bytes, "byte " + wrong + " at " + place);
    }
  }

  @Test
  void a_sheet_with_a_piece_left_out_or_twice_reads_alike() {
    SplittableRandom chance = new SplittableRandom(8);
    for (int i = 0; i < 1_500; i++) {
      int from = chance.nextInt(PLAIN.length());
      int to = Math.min(PLAIN.length(), from + chance.nextInt(12));
      String xml =
          PLAIN.substring(0, from)
              + (chance.nextBoolean() ? PLAIN.substring(from, to).repeat(2) : "")
              + PLAIN.substring(to);
      readsAlike(xml.getBytes(UTF_8), xml);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- c -->",
        "<![CDATA[5]]>",
        "<?pi?>",
        "&unknown;",
        "&#0;",
        "&#xD800;",
        "&#xFFFF;",
        "&#1114112;",
        "&#;",
        "&#x;",
        "&amp",
        "]]>",
        "\u0000",
        "\u0008",
        "\uFFFE",
        "<x/>",
        "<x>1</x>",
        "\r\n",
        "&#65;"
      })
  void what_is_put_in_anywhere_reads_alike(String odd) {
    for (int place = PLAIN.indexOf("<worksheet"); place < PLAIN.length(); place += 2) {
      String xml = PLAIN.substring(0, place) + odd + PLAIN.substring(place);
      byte[] bytes = xml.getBytes(UTF_8);
      PartBytes.Source part = () -> new ByteArrayInputStream(bytes);
      assertThat(Outcome.scanned(part, PartBytes.PIECE)).as(xml).isEqualTo(Outcome.parsed(part));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1", "windows-1252", "US-ASCII", "nonsense"})
  void whatever_the_encoding_it_reads_alike(String declared) throws IOException {
    String xml = PLAIN.replace("UTF-8", declared);
    for (Charset charset : List.of(UTF_8, UTF_16, UTF_16LE, Charset.forName("windows-1252"))) {
      readsAlike(xml.getBytes(charset), declared + " in " + charset);
      readsAlike(("\uFEFF" + xml).getBytes(charset), "marked, " + declared + " in " + charset);
    }
    readsAlike(xml.replace("1.0", "1.1").getBytes(UTF_8), "version 1.1");
    assertThat(isPlain(xml.getBytes(UTF_8))).isEqualTo(declared.equals("UTF-8"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00c0\u0080",
        "\u00c1\u00bf",
        "\u00e0\u0080\u00af",
        "\u00ed\u00a0\u0080",
        "\u00f4\u0090\u0080\u0080",
        "\u00f5\u0080\u0080\u0080",
        "\u0080",
        "\u00c3",
        "\u00e2\u0082",
        "\u00ef\u00bf\u00be",
        "\u00ef\u00bb\u00bf",
        "\u00f0\u009f\u0098\u0080",
        "\u00c2\u0085",
        "\u007f"
      })
  void bytes_that_are_no_utf_8_read_alike(String bytes) {
    String xml = OPENS + "<row><c t='str'><v>a" + bytes + "b</v></c></row>" + CLOSES;
    readsAlike(xml.getBytes(ISO_8859_1), bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE worksheet><worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>",
        "<!DOCTYPE w [<!ENTITY e 'x'>]><w><sheetData><row><c t='str'><v>&e;</v></c></row></sheetData></w>",
        "<!-- <sheetData> --><w><sheetData><row><c><v>1</v></c></row></sheetData></w>",
        "<w><x:sheetData xmlns:x='u'><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></w>",
        "<w><x:sheetData xmlns:x='u'><x:row/></x:sheetData><sheetData><row r='9'/></sheetData></w>",
        "<w><row><c><v>1</v></c></row><sheetData><row><c><v>2</v></c></row></sheetData></w>",
        "<w><o><sheetData><row><c><v>1</v></c></row></sheetData></o></w>",
        "<w><sheetData/></w>",
        "<w><sheetData a='>'><row><c><v>1</v></c></row></sheetData></w>",
        "<w><sheetData></sheetData><sheetData><row><c><v>1</v></c></row></sheetData></w>",
        "<w><sheetData><row><c><v>1</v></c></row></sheetData></wrong><<<",
        "<w><sheetDataX/><sheetData><row><c><v>1</v></c></row></sheetData></w>",
        "<w><a xmlns:x14ac='u'/><sheetData><row x14ac:dyDescent='1'><c><v>1</v></c></row></sheetData></w>",
        "<w xmlns:x14ac='u'><sheetData><row x14ac:dyDescent='1' x14ac:r='5'><c><v>1</v></c></row></sheetData></w>",
        "<w a='1' a='2'><sheetData><row><c><v>1</v></c></row></sheetData></w>",
        "<w><sheetData><rowx/><row r='2'><cx/><c><v>1</v><vx/></c></row></sheetData></w>",
        "<w><sheetData><row r='1'/><row r='1'/></sheetData></w>",
        "<w><sheetData><row r='0'/></sheetData></w>",
        "<w><sheetData><row r='1048577'><c><v>1</v></c></row></sheetData></w>",
        "<w><sheetData><row r='1'><c r='B1'><v>1</v></c><c r='B1'><v>1</v></c></row></sheetData></w>",
        "<w><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref='A1:A2'/></mergeCells></w>",
        "<sheetData><row><c><v>1</v></c></row></sheetData>",
        "",
        "<",
      })
  void a_sheet_of_an_unusual_shape_reads_alike(String xml) {
    readsAlike(xml.getBytes(UTF_8), xml);
  }

  @ParameterizedTest
  @ValueSource(ints = {39_999, 40_000, 40_001, 70_000, 1_200_000})
  void however_long_a_text_is_it_reads_alike(int length) {
    String text = "x\u00e9".repeat(length / 2);
    for (String cell :
        List.of(
            "<c t='str'><v>" + text + "</v></c>",
            "<c t='inlineStr'><is><r><t>" + text + "</t></r><r><t>more</t></r></is></c>",
            "<c><f>" + text + "</f><v>1</v></c>")) {
      byte[] bytes =
          (OPENS + "<row>" + cell + "</row><row><c><v>1</v></c></row>" + CLOSES).getBytes(UTF_8);
      PartBytes.Source part = () -> new ByteArrayInputStream(bytes);
      assertThat(Outcome.scanned(part, PartBytes.PIECE).equals(Outcome.parsed(part))).isTrue();
    }
  }

  @Test
  void a_sheet_that_cannot_be_read_further_is_refused_alike() {
    byte[] bytes = PLAIN.getBytes(UTF_8);
    for (int place = 0; place <= bytes.length; place += 3) {
      int good = place;
      readsAlike(() -> new Broken(bytes, good), "broken after " + place);
    }
  }

  /** A part that can be read so far only. */
  private static final class Broken extends FilterInputStream {

    Broken(byte[] bytes, int good) {
      super(new ByteArrayInputStream(bytes, 0, good));
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = super.read(buffer, from, length);
      if (read < 0) {
        throw new IOException("broken");
      }
      return read;
    }
  }
}
