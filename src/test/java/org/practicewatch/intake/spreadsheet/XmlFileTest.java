package org.practicewatch.intake.spreadsheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.intake.SourceFile;
import org.practicewatch.intake.UnreadableExtract;

/** A file of records laid flat, as a person would lay it out in a workbook. */
class XmlFileTest {

  private static final String TWO_CHILDREN =
      """
      <EXPSSDA903>\
      <CHILD><HEADER><CHILDID>007</CHILDID><SEX>1</SEX><DOB>01/02/2010</DOB><UASC />\
      <AREVIEW><REVIEW>01/03/2017</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>\
      <AREVIEW><REVIEW>01/09/2017</REVIEW></AREVIEW></HEADER>\
      <EPISODE><DECOM>01/01/2017</DECOM><PL>U6</PL><DEC></DEC></EPISODE></CHILD>\
      <CHILD><HEADER><CHILDID>8</CHILDID><DOB>03/04/2011</DOB><DUC>01/05/2018</DUC></HEADER>\
      <EPISODE><DECOM>02/01/2017</DECOM><RNE>S</RNE></EPISODE>\
      <EPISODE><DECOM>03/01/2017</DECOM><PL>U4</PL></EPISODE></CHILD>\
      </EXPSSDA903>
      """;

  private static final Map<String, List<String>> AS_TABLES =
      Map.of(
          "HEADER",
          List.of(
              "1: A=TEXT CHILDID, B=TEXT SEX, C=TEXT DOB, D=TEXT UASC, E=TEXT DUC",
              "2: A=TEXT 007, B=TEXT 1, C=TEXT 01/02/2010",
              "3: A=TEXT 8, C=TEXT 03/04/2011, E=TEXT 01/05/2018"),
          "AREVIEW",
          List.of(
              "1: A=TEXT CHILDID, B=TEXT REVIEW, C=TEXT REVIEW_CODE",
              "2: A=TEXT 007, B=TEXT 01/03/2017, C=TEXT PN1",
              "3: A=TEXT 007, B=TEXT 01/09/2017"),
          "EPISODE",
          List.of(
              "1: A=TEXT CHILDID, B=TEXT DECOM, C=TEXT PL, D=TEXT DEC, E=TEXT RNE",
              "2: A=TEXT 007, B=TEXT 01/01/2017, C=TEXT U6",
              "3: A=TEXT 8, B=TEXT 02/01/2017, E=TEXT S",
              "4: A=TEXT 8, B=TEXT 03/01/2017, C=TEXT U4"));

  @TempDir Path folder;

  @Test
  void each_kind_of_record_is_a_sheet_and_each_of_its_rows_names_the_child() throws IOException {
    assertThat(sheets(file(TWO_CHILDREN)).keySet()).containsExactly("HEADER", "AREVIEW", "EPISODE");
    assertThat(sheets(file(TWO_CHILDREN))).isEqualTo(AS_TABLES);
  }

  static Stream<Arguments> waysToWriteTheSame() {
    return Stream.of(
        way("pretty-printed", text -> text.replace("><", ">\n      <").replace("</", "</")),
        way("declared", text -> "<?xml version='1.0' encoding='us-ascii'?>\n" + text),
        way("with blank lines before it", text -> "\n\n  <?xml version='1.0'?>" + text),
        way("with a byte order mark", text -> "\uFEFF<?xml version=\"1.0\"?>" + text),
        way(
            "by a program that says utf-16",
            text -> "<?xml version='1.0' encoding='utf-16'?>" + text),
        way("in a namespace", text -> text.replace("<EXPSSDA903>", "<EXPSSDA903 xmlns='urn:x'>")),
        way(
            "with prefixes",
            text ->
                text.replaceAll("<(/?)([A-Z])", "<$1d:$2")
                    .replace("<d:EXPSSDA903>", "<d:EXPSSDA903 xmlns:d='urn:x'>")),
        way(
            "with attributes",
            text -> text.replace("<DECOM>", "<DECOM type=\"date\" CHILDID=\"9\">")),
        way("with the root in small letters", text -> text.replace("EXPSSDA903", "expssda903")),
        way("with CDATA", text -> text.replaceAll("<PL>(..)</PL>", "<PL><![CDATA[$1]]></PL>")),
        way(
            "with comments and instructions",
            text ->
                "<!-- by <us> --><?style none?>"
                    + text.replace("01/03/2017", "01/<!-- March -->03/<?x?>2017")),
        way("with references to characters", text -> text.replace("007", "&#48;0&#x37;")),
        way("in a wrapping element", text -> wrapped(text, "<CHILDREN>", "</CHILDREN>")),
        way("below a header of its own", text -> wrapped(text, "<FILE><B><C/></B></FILE>", "")));
  }

  private static Arguments way(String name, UnaryOperator<String> how) {
    return Arguments.of(name, how);
  }

  private static String wrapped(String text, String before, String after) {
    return text.replace("<EXPSSDA903>", "<EXPSSDA903>" + before)
        .replace("</EXPSSDA903>", after + "</EXPSSDA903>");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysToWriteTheSame")
  void the_same_record_written_in_another_way_is_the_same(String name, UnaryOperator<String> how)
      throws IOException {
    assertThat(sheets(file(how.apply(TWO_CHILDREN)))).containsAllEntriesOf(AS_TABLES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-15"})
  void the_encoding_that_it_declares_is_the_one_it_is_read_in(String encoding) throws IOException {
    String text =
        "<?xml version='1.0' encoding='"
            + encoding
            + "'?><A><CHILD><CHILDID>1</CHILDID><SCHOOL>Café</SCHOOL></CHILD></A>";
    assertThat(sheets(file(text.getBytes(Charset.forName(encoding)))))
        .containsEntry(
            "CHILD", List.of("1: A=TEXT CHILDID, B=TEXT SCHOOL", "2: A=TEXT 1, B=TEXT Café"));
  }

  @Test
  void without_a_declared_encoding_it_is_told_as_for_a_csv() throws IOException {
    String text = "<A><CHILD><CHILDID>1</CHILDID><SCHOOL>Café</SCHOOL></CHILD></A>";
    for (Charset charset : List.of(UTF_8, UTF_16, UTF_16LE, Charset.forName("windows-1252"))) {
      assertThat(sheets(file(text.getBytes(charset))).get("CHILD").get(1)).endsWith("Café");
    }
  }

  @Test
  void the_order_of_elements_does_not_matter_to_whose_row_it_is() throws IOException {
    Map<String, List<String>> sheets =
        sheets(
            file(
                "<X><CHILD><EPISODE><DECOM>1</DECOM></EPISODE><HEADER><AREVIEW><REVIEW>2</REVIEW>"
                    + "</AREVIEW><DOB>3</DOB><CHILDID>A1</CHILDID></HEADER></CHILD></X>"));
    assertThat(sheets)
        .containsEntry(
            "EPISODE", List.of("1: A=TEXT CHILDID, B=TEXT DECOM", "2: A=TEXT A1, B=TEXT 1"))
        .containsEntry(
            "AREVIEW", List.of("1: A=TEXT CHILDID, B=TEXT REVIEW", "2: A=TEXT A1, B=TEXT 2"))
        .containsEntry(
            "HEADER", List.of("1: A=TEXT DOB, B=TEXT CHILDID", "2: A=TEXT 3, B=TEXT A1"));
  }

  @Test
  void a_record_without_an_id_keeps_its_rows_and_never_borrows_an_id() throws IOException {
    assertThat(
            sheets(
                    file(
                        "<X><CHILD><HEADER><CHILDID>1</CHILDID></HEADER><E><D>1</D></E></CHILD>"
                            + "<CHILD><HEADER><CHILDID/></HEADER><E><D>2</D></E></CHILD>"
                            + "<CHILD><E><D>3</D></E></CHILD><E><D>4</D></E></X>"))
                .values())
        .contains(
            List.of(
                "1: A=TEXT CHILDID, B=TEXT D",
                "2: A=TEXT 1, B=TEXT 1",
                "3: B=TEXT 2",
                "4: B=TEXT 3"),
            List.of("1: A=TEXT D", "2: A=TEXT 4"));
  }

  @Test
  void what_a_record_gives_twice_and_not_alike_is_neither() throws IOException {
    String twice =
        "<X><CHILD><HEADER><CHILDID>1</CHILDID><CHILDID>2</CHILDID></HEADER><E><D>a</D></E></CHILD>"
            + "<CHILD><HEADER><CHILDID>3</CHILDID><CHILDID> 3 </CHILDID></HEADER>"
            + "<E><D>b</D><D>c</D><D>d</D></E><E><D/><D>e</D><D>e</D></E></CHILD></X>";
    assertThat(sheets(file(twice)))
        .containsEntry(
            "E",
            List.of(
                "1: A=TEXT CHILDID, B=TEXT D",
                "2: A=TWICE 1 / 2, B=TEXT a",
                "3: A=TEXT 3, B=TWICE b / c",
                "4: A=TEXT 3, B=TEXT e"));
  }

  @Test
  void an_element_without_values_is_a_blank_row_and_one_with_blank_values_is_a_row()
      throws IOException {
    Path file =
        file(
            "<X><CHILD><CHILDID>1</CHILDID><E/><E><D> \n </D></E><E></E><E><D>x</D></E></CHILD></X>");
    assertThat(sheets(file))
        .containsEntry(
            "E", List.of("1: A=TEXT CHILDID, B=TEXT D", "3: A=TEXT 1", "5: A=TEXT 1, B=TEXT x"));
    assertThat(Reading.of(file, 1).blankRows()).isEqualTo(2);
  }

  @Test
  void words_where_only_elements_belong_are_not_lost() throws IOException {
    assertThat(
            sheets(
                file("<X><CHILD><CHILDID>1</CHILDID><E><D>x</D></E><E>01/02/2017</E></CHILD></X>")))
        .containsEntry(
            "E",
            List.of(
                "1: A=TEXT CHILDID, B=TEXT D, C=TEXT E",
                "2: A=TEXT 1, B=TEXT x",
                "3: A=TEXT 1, C=TEXT 01/02/2017"));
  }

  @Test
  void kinds_with_one_name_in_two_places_are_two_sheets() throws IOException {
    assertThat(
            sheets(
                    file(
                        "<X><AS><ROW><CHILD>1</CHILD></ROW></AS><BS><ROW><CHILD>2</CHILD></ROW></BS>"
                            + "<C><BS><ROW><CHILD>3</CHILD></ROW></BS></C></X>"))
                .keySet())
        .containsExactly("AS/ROW", "BS/ROW", "BS/ROW 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE X [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><X><A><B>&b;</B></A></X>",
        "<!DOCTYPE X [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><X><A><B>&a;</B></A></X>",
        "<!DOCTYPE X SYSTEM 'http://localhost:1/x.dtd'><X><A><B>1</B></A></X>",
        "<?xml version='1.0'?>\n<!DOCTYPE EXPSSDA903><X><A><B>1</B></A></X>",
      })
  void a_doctype_is_refused_and_nothing_that_it_names_is_fetched(String text) throws IOException {
    assertRefused(file(text), "DOCTYPE or entities of its own");
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of(TWO_CHILDREN.substring(0, TWO_CHILDREN.length() / 2), "cut short"),
        Arguments.of(TWO_CHILDREN.substring(0, TWO_CHILDREN.indexOf("</EXPSS")), "cut short"),
        Arguments.of("<X><CHILD", "cut short"),
        Arguments.of("<?xml version='1.0'?>", "cut short"),
        Arguments.of("<!-- nothing else -->", "cut short"),
        Arguments.of(
            "<X><A><B>1</A></B></X>", "not well formed: it breaks off being XML at line 1"),
        Arguments.of("<X><A><B>1</B></A></X>\n<X/>", "not well formed"),
        Arguments.of("<X><A><B>1 & 2</B></A></X>", "not well formed"),
        Arguments.of("<X><A><B>1 &unknown; 2</B></A></X>", "not well formed|entities"),
        Arguments.of("<X><A><B>&#0;</B></A></X>", "not well formed"),
        Arguments.of("<X><A><B>1</B></A></X>tail", "not well formed"),
        Arguments.of("<X/>", "holds no records"),
        Arguments.of(
            "<?xml version='1.0'?><Message><Header></Header></Message>", "no records|values"),
        Arguments.of(
            "<?xml version='1.0' encoding='klingon'?><X><A><B>1</B></A></X>", "not known here"),
        Arguments.of("<A>".repeat(5000), "inside each other more than 32 deep"),
        Arguments.of("<X><A>" + "<B>".repeat(40) + "</B>".repeat(40) + "</A></X>", "32 deep"),
        Arguments.of(
            "<X><A><B>" + "long ".repeat(10_000) + "</B></A></X>", "longer text than a cell"),
        Arguments.of(
            "<X><A b='" + "long ".repeat(500_000) + "'/></X>", "longer than any in a return"),
        Arguments.of(
            "<X><A/><!--" + "long ".repeat(500_000) + "--></X>", "longer than any in a return"),
        Arguments.of("<X><A><" + "B".repeat(70) + "/></A></X>", "name is longer than any"),
        Arguments.of("<X>" + kinds(70, "<V>1</V>") + "</X>", "more than 64 kinds of records"),
        Arguments.of("<X>" + kinds(1_100, "") + "</X>", "more than 1000 kinds"));
  }

  private static String kinds(int count, String inside) {
    StringBuilder kinds = new StringBuilder();
    for (int i = 0; i < count; i++) {
      kinds.append("<K" + i + ">" + inside + "</K" + i + ">");
    }
    return kinds.toString();
  }

  @ParameterizedTest(name = "[{index}] {1}")
  @MethodSource("broken")
  void what_is_broken_or_absurd_is_refused_whole_with_the_reason(String text, String reason)
      throws IOException {
    assertRefused(file(text), reason);
  }

  @Test
  void a_file_that_is_not_in_the_encoding_it_declares_says_so() throws IOException {
    String body = "<X><A><B>Café</B></A></X>";
    assertRefused(
        file(("<?xml version='1.0' encoding='UTF-8'?>" + body).getBytes(ISO_8859_1)),
        "not written in the encoding that it declares \\(UTF-8\\)");
    assertRefused(
        file(("<?xml version='1.0' encoding='us-ascii'?>" + body).getBytes(UTF_8)),
        "not written in the encoding that it declares \\(US-ASCII\\)");
  }

  @Test
  void one_record_that_never_ends_is_stopped() throws IOException {
    Path file = folder.resolve("endless.xml");
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("<X><CHILD><CHILDID>1</CHILDID>");
      for (int i = 0; i < 110_000; i++) {
        out.write("<E><D>1</D></E>");
      }
      out.write("</CHILD></X>");
    }
    assertThatThrownBy(() -> Reading.of(file, 1))
        .isInstanceOf(UnreadableExtract.class)
        .hasMessageContaining("One record");
  }

  @Test
  void a_file_that_changed_after_it_was_opened_is_refused() throws IOException {
    Path file = file("<X><CHILD><CHILDID>1</CHILDID></CHILD></X>");
    try (SourceFile source = Spreadsheets.open(file)) {
      Files.writeString(file, "<X><CHILD><OTHER>1</OTHER></CHILD></X>");
      assertThatThrownBy(
              () -> {
                var sheet = source.open(0);
                while (sheet.next() != null) {
                  // To its end.
                }
              })
          .isInstanceOf(UnreadableExtract.class)
          .hasMessageContaining("was changed while it was being read");
    }
  }

  @Test
  void whatever_is_damaged_is_read_or_refused_and_nothing_else() throws IOException {
    byte[] whole = TWO_CHILDREN.getBytes(UTF_8);
    Random random = new Random(11);
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      byte[] damaged = whole.clone();
      int from = random.nextInt(damaged.length);
      for (int j = from; j < Math.min(from + 1 + random.nextInt(6), damaged.length); j++) {
        damaged[j] =
            (byte) (i % 2 == 0 ? random.nextInt(256) : "<>/&;![]\"' ".charAt(random.nextInt(11)));
      }
      try {
        sheets(file(damaged));
      } catch (UnreadableExtract e) {
        assertThat(e.getMessage()).doesNotContain("007", "2010", "Exception");
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  private static void assertRefused(Path file, String reason) {
    assertThatThrownBy(() -> Spreadsheets.open(file))
        .isInstanceOf(UnreadableExtract.class)
        .message()
        .containsPattern(reason)
        .doesNotContain("Exception", "org.", "007");
  }

  private static Map<String, List<String>> sheets(Path file) {
    List<String> names;
    try (SourceFile source = Spreadsheets.open(file)) {
      names = new ArrayList<>(source.sheetNames());
    }
    Map<String, List<String>> sheets = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      sheets.put(names.get(i), Reading.of(file, i).lines());
    }
    return sheets;
  }

  private Path file(String text) throws IOException {
    return file(text.getBytes(UTF_8));
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("return.xml"), bytes);
  }
}
