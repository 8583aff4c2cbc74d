package org.practicewatch.jobs.night;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.fixtures.Practicewatch.Run;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The looked-after return says the same as XML and as CSV. */
class XmlReturnTest {

  private static final String AS_AT = "2018-03-31";

  /** The tables of the return as CSV: the file, the element, the headings, and those in XML. */
  private enum Table {
    HEADER("HEADER", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"),
    REVIEWS("AREVIEW", "CHILD,DOB,REVIEW,REVIEW_CODE"),
    MISSING("AMISSING", "CHILD,DOB,MISSING,MIS_START,MIS_END"),
    PLACED_FOR_ADOPTION(
        "AD_PLACED", "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED"),
    EPISODES(
        "EPISODE",
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN");

    private final String element;
    private final List<String> headings;

    Table(String element, String headings) {
      this.element = element;
      this.headings = List.of(headings.split(","));
    }

    static String inXml(String heading) {
      return heading.equals("CHILD") ? "CHILDID" : heading.equals("PLACE") ? "PL" : heading;
    }
  }

  @TempDir Path folder;

  @AutoClose private final NightsInMemory nights = new NightsInMemory();

  // --- Invented children -------------------------------------------------------------------------

  /** Rows of one child by table, without the id and date of birth that every row repeats. */
  private record Invented(String id, String born, Map<Table, List<String>> rows) {}

  private static Invented child(String id, String born, String reviews, String... episodes) {
    Map<Table, List<String>> rows = new LinkedHashMap<>();
    rows.put(Table.HEADER, List.of("1," + "WBRI,A123,,"));
    rows.put(
        Table.REVIEWS,
        reviews.isEmpty() ? List.of() : Arrays.stream(reviews.split(" ")).map(r -> r).toList());
    rows.put(Table.MISSING, id.equals("103") ? List.of("M,01/02/2018,02/02/2018") : List.of());
    rows.put(Table.PLACED_FOR_ADOPTION, id.equals("104") ? List.of("01/12/2017,,") : List.of());
    rows.put(Table.EPISODES, List.of(episodes));
    return new Invented(id, born, rows);
  }

  private static final List<Invented> CHILDREN =
      List.of(
          child(
              "0101",
              "01/02/2010",
              "20/06/2017,PN1 15/09/2017,PN1",
              "01/06/2017,S,C2,N1,U6,PR1,,,,,,"),
          child("102", "01/02/2011", "20/09/2017,PN1", "01/06/2017,S,C2,N1,U6,PR1,,,,,,"),
          child(
              "103",
              "not known",
              "20/06/2017,PN1 20/06/2017,PN1 20/06/2017,PN3",
              "01/06/2017,S,C2,N1,U6,PR1,05/03/2018,E11,,,,"),
          child(
              "104",
              "01/02/2016",
              "31/02/2018,PN1 01/05/2018,PN1",
              "01/06/2017,S,E1,N1,U6,PR1,01/12/2017,X1,PLACE,,,",
              "01/12/2017,P,E1,N1,A3,PR1,,,,,,"),
          child(
              "105",
              "01/02/2012",
              "",
              "01/06/2017,S,ZZ,N1,U6,PR1,01/05/2017,E11,,,,",
              ",S,C2,N1,Q9,PR1,,,,,,"),
          child("106", "01/02/2012", "", "01/06/2017,S,V4,N1,U6,PR1,,,,,,"),
          child("", "01/02/2012", "20/06/2017,PN1", "01/06/2017,S,C2,N1,U6,PR1,,,,,,"));

  /** Every cell of one row: the child's id first, and the date of birth where the table has it. */
  private static List<String> cells(Invented child, Table table, String row) {
    List<String> given = new ArrayList<>(Arrays.asList(row.split(",", -1)));
    List<String> cells = new ArrayList<>();
    for (String heading : table.headings) {
      cells.add(
          heading.equals("CHILD")
              ? child.id
              : heading.equals("DOB") ? child.born : given.remove(0));
    }
    assertThat(given).as(table + " " + row).isEmpty();
    return cells;
  }

  private static void writeCsv(Path to) throws IOException {
    Files.createDirectories(to);
    for (Table table : Table.values()) {
      List<String> lines = new ArrayList<>(List.of(String.join(",", table.headings)));
      for (Invented child : CHILDREN) {
        for (String row : child.rows.getOrDefault(table, List.of())) {
          lines.add(String.join(",", cells(child, table, row)));
        }
      }
      Files.write(
          to.resolve("2018-" + table.name().toLowerCase(java.util.Locale.ROOT) + ".csv"),
          lines,
          UTF_8);
    }
  }

  private static String xml() {
    StringBuilder xml = new StringBuilder("<?xml version='1.0'?>\n<EXPSSDA903>\n");
    for (Invented child : CHILDREN) {
      xml.append("<CHILD><HEADER>");
      for (Table table : Table.values()) {
        if (table == Table.EPISODES) {
          xml.append("</HEADER>");
        }
        for (String row : child.rows.getOrDefault(table, List.of())) {
          xml.append(element(table, cells(child, table, row)));
        }
      }
      xml.append("</CHILD>\n");
    }
    return xml.append("</EXPSSDA903>\n").toString();
  }

  private static String element(Table table, List<String> cells) {
    StringBuilder values = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String heading = table.headings.get(i);
      boolean ofHeader = heading.equals("CHILD") || heading.equals("DOB");
      if (table == Table.HEADER || !ofHeader) {
        String name = Table.inXml(heading);
        String value = cells.get(i);
        values.append(
            value.isEmpty() ? "<" + name + "/>" : "<" + name + ">" + value + "</" + name + ">");
      }
    }
    // The values of HEADER stand among the records inside it.
    return table == Table.HEADER
        ? values.toString()
        : "<" + table.element + ">" + values + "</" + table.element + ">";
  }

  @Test
  void the_same_rows_as_csv_and_as_xml_give_the_same_night() throws IOException {
    writeCsv(folder.resolve("csv"));
    write("xml/return-2018.xml", xml());
    Path csv = night("csv", 0);
    Path xml = night("xml", 0);

    assertSame(csv, xml);
    assertThat(issues(xml, "row", "check", "child_id", "value", "effect"))
        .contains("4|not a date|103|not known|What depends on the child's age cannot be judged.")
        .containsExactlyInAnyOrderElementsOf(toldInXml(csv));
    assertThat(Practicewatch.rows(xml.resolve("findings.csv")))
        .extracting(finding -> finding.get("source"))
        .contains("return-2018.xml!AREVIEW!B2", "return-2018.xml!AREVIEW!B3");
  }

  /** What a CSV repeats in every table, such as a date of birth, XML has once, in the HEADER. */
  private static List<String> toldInXml(Path csv) {
    return Practicewatch.rows(csv.resolve("issues.csv")).stream()
        .filter(i -> !i.get("column").endsWith("DOB") || i.get("extract").contains("header"))
        .map(issue -> values(issue, "row", "check", "child_id", "value", "effect"))
        .toList();
  }

  @Test
  void a_return_that_comes_as_xml_and_as_csv_counts_nothing_twice() throws IOException {
    writeCsv(folder.resolve("both"));
    write("both/return-2018.xml", xml());
    writeCsv(folder.resolve("alone"));
    assertSame(night("alone", 0), night("both", 0));
  }

  // --- What comes beside it ----------------------------------------------------------------------

  @Test
  void hostile_and_broken_files_are_held_each_with_its_reason_and_the_good_one_counts()
      throws IOException {
    String good = xml();
    write("drop/good.xml", good);
    write("drop/cut.xml", good.substring(0, good.length() - 400));
    write(
        "drop/bomb.xml",
        "<!DOCTYPE EXPSSDA903 [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"
            + good.replaceFirst("<\\?xml[^>]*>", "").replace("A123", "&b;"));
    write("drop/another.xml", "<?xml version='1.0'?><NOTES><NOTE><TO>You</TO></NOTE></NOTES>");
    write("drop/empty.xml", "<?xml version='1.0'?><EXPSSDA903></EXPSSDA903>");
    write("drop/wrong.xml", good.replaceFirst("</HEADER>", "</HEDAER>"));
    write("drop/renamed.xml", good.replace("DECOM", "BEGAN"));
    write("alone/good.xml", good);

    Path night = night("drop", 3);

    assertThat(held(night))
        .containsExactlyInAnyOrder(
            "cut.xml: The XML file is cut short: it was probably not copied completely.",
            "bomb.xml: The XML file holds a DOCTYPE or entities of its own, which no return needs"
                + " and which can be used to do harm, so it was not read.",
            "another.xml NOTE: Its headings are those of no table in jobs/profiles (activities, annex-a, crs,"
                + " mosaic, mosaic-reports, spans, ssda903).",
            "empty.xml: This XML file holds no records: none of its elements has values inside it.",
            "wrong.xml: The XML file is not well formed: it breaks off being XML at line 3.",
            "renamed.xml EPISODE: It looks like episodes, but has no column headed DECOM.");
    assertSame(night("alone", 0), night);
  }

  @Test
  void records_that_are_called_as_known_ones_are_held_whatever_else_was_renamed_in_them()
      throws IOException {
    write("half/return-2018.xml", xml().replaceAll("(</?)REVIEW(/?>)", "$1HELD$2"));
    write("all/return-2018.xml", xml().replaceAll("(</?)REVIEW(_CODE)?(/?>)", "$1HELD$2$3"));
    for (String renamed : List.of("half", "all")) {
      assertThat(held(night(renamed, 3)))
          .singleElement()
          .asString()
          .startsWith(
              "return-2018.xml AREVIEW: It is called as reviews are, but its headings are those of"
                  + " no table in jobs/profiles (activities, annex-a, crs, mosaic, mosaic-reports, spans, ssda903).");
    }
  }

  @Test
  void a_return_in_utf_8_that_declares_windows_1252_says_what_it_says_as_csv() throws IOException {
    write("utf8/return-2018.xml", xml().replace("0101", "Zoë–1"));
    write(
        "declared/return-2018.xml",
        xml()
            .replace("0101", "Zoë–1")
            .replace("<?xml version='1.0'?>", "<?xml version='1.0' encoding='windows-1252'?>"));
    assertSame(night("utf8", 0), night("declared", 0));
  }

  @Test
  void an_element_kind_of_no_table_is_told_and_one_child_given_two_ids_is_rejected()
      throws IOException {
    write(
        "odd/return-2018.xml",
        xml()
            .replaceFirst("<CHILD>", "<CHILD><NOTE><TEXT>x</TEXT></NOTE>")
            .replace("<CHILDID>102</CHILDID>", "<CHILDID>102</CHILDID><CHILDID>999</CHILDID>")
            .replace("<DOB>01/02/2016</DOB>", "<DOB>01/02/2016</DOB><DOB>02/02/2016</DOB>"));
    Path night = night("odd", 0);

    List<String> passedOver = new ArrayList<>();
    record(night)
        .get("passed_over")
        .forEach(
            one -> passedOver.add(one.get("file").asString() + " " + one.get("sheet").asString()));
    assertThat(passedOver).containsExactly("return-2018.xml NOTE");
    assertThat(issues(night, "sheet", "row", "column", "check", "child_id", "value"))
        .contains(
            "HEADER|3|A CHILDID|contradiction||102 / 999",
            "AREVIEW|4|A CHILDID|contradiction||102 / 999",
            "EPISODE|3|A CHILDID|contradiction||102 / 999",
            "HEADER|5|C DOB|contradiction|104|01/02/2016 / 02/02/2016");
    assertThat(Practicewatch.rows(night.resolve("findings.csv")))
        .extracting(finding -> finding.get("child_id"))
        .contains("0101", "103")
        .doesNotContain("102", "999");
  }

  // --- A return made by others -------------------------------------------------------------------

  @Test
  void a_return_made_by_others_gives_the_same_night_once_it_is_made_into_csv()
      throws IOException, SAXException, ParserConfigurationException {
    Path given = Practicewatch.shared().resolve("data/ssda903-xml/fake_903.xml");
    assumeTrue(Files.exists(given), "skipped: the data made by others are not at ../shared/data");
    Files.createDirectories(folder.resolve("xml"));
    Files.copy(given, folder.resolve("xml/2018.xml"));
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(given.toFile())
            .getDocumentElement();
    for (Table table : Table.values()) {
      write("csv/2018-" + table + ".csv", asCsv(root, table.element, table.headings));
    }
    write("csv/2018-OC2.csv", asCsv(root, "OC2", OF_HEALTH));
    write(
        "csv/2018-ad1.csv",
        asCsv(root, "HEADER", OF_ADOPTION)
            .lines()
            .filter(line -> !line.endsWith(",,"))
            .collect(Collectors.joining("\n")));
    Path csv = night("csv", 0);
    Path xml = night("xml", 0);
    assertSame(csv, xml);
    assertThat(issues(xml, "row", "check", "child_id", "value", "effect"))
        .containsExactlyInAnyOrderElementsOf(toldInXml(csv));
  }

  /** In XML they stand in the HEADER, blank for most children. */
  private static final List<String> OF_ADOPTION = List.of("CHILD", "DOB", "DATE_INT", "DATE_MATCH");

  /** Read for the checks on the record alone. */
  private static final List<String> OF_HEALTH =
      List.of(
          "CHILD",
          "DOB",
          "SDQ_SCORE",
          "SDQ_REASON",
          "CONVICTED",
          "HEALTH_CHECK",
          "IMMUNISATIONS",
          "TEETH_CHECK",
          "HEALTH_ASSESSMENT",
          "SUBSTANCE_MISUSE",
          "INTERVENTION_RECEIVED",
          "INTERVENTION_OFFERED");

  private static String asCsv(Element root, String element, List<String> headings) {
    List<String> lines = new ArrayList<>(List.of(String.join(",", headings)));
    for (Element child : inside(root)) {
      Element header = (Element) child.getElementsByTagName("HEADER").item(0);
      var records = child.getElementsByTagName(element);
      for (int i = 0; i < records.getLength(); i++) {
        Element record = (Element) records.item(i);
        lines.add(
            headings.stream()
                .map(
                    heading ->
                        value(
                            heading.equals("CHILD") || heading.equals("DOB") ? header : record,
                            Table.inXml(heading)))
                .collect(Collectors.joining(",")));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<Element> inside(Element element) {
    List<Element> inside = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element one) {
        inside.add(one);
      }
    }
    return inside;
  }

  private static String value(Element record, String name) {
    return inside(record).stream()
        .filter(one -> one.getTagName().equals(name))
        .map(Element::getTextContent)
        .findFirst()
        .orElse("");
  }

  // --- Nights ------------------------------------------------------------------------------------

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text, UTF_8);
  }

  private Path night(String input, int exitCode) throws IOException {
    Path output = folder.resolve("night of " + input);
    Run run = nights.nightly(folder.resolve(input), AS_AT, output);
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    Path night = output.resolve(AS_AT);
    for (JsonNode extract : record(night).get("extracts")) {
      assertThat(extract.get("rows_read").asInt())
          .as(extract.toString())
          .isEqualTo(
              extract.get("rows_loaded").asInt()
                  + extract.get("rows_rejected").asInt()
                  + extract.get("rows_left_out").asInt());
    }
    return night;
  }

  private static JsonNode record(Path night) throws IOException {
    return new ObjectMapper().readTree(Files.readString(night.resolve("run.json"), UTF_8));
  }

  private static List<String> held(Path night) throws IOException {
    List<String> held = new ArrayList<>();
    for (JsonNode one : record(night).get("extracts")) {
      if (one.get("state").asString().equals("held")) {
        String sheet = one.get("sheet").asString();
        held.add(
            one.get("file").asString()
                + (sheet.isEmpty() ? "" : " " + sheet)
                + ": "
                + one.get("held_because").asString().replaceAll(", character \\d+", ""));
      }
    }
    return held;
  }

  private static List<String> issues(Path night, String... columns) {
    return Practicewatch.rows(night.resolve("issues.csv")).stream()
        .map(issue -> values(issue, columns))
        .toList();
  }

  private static String values(Map<String, String> row, String... columns) {
    return String.join("|", Arrays.stream(columns).map(row::get).toList());
  }

  /** Findings and figures to the letter, but for the cells that prove them. */
  private static void assertSame(Path one, Path other) {
    assertThat(withoutSource(other.resolve("findings.csv")))
        .isNotEmpty()
        .isEqualTo(withoutSource(one.resolve("findings.csv")));
    assertThat(other.resolve("figures.csv")).hasSameTextualContentAs(one.resolve("figures.csv"));
  }

  private static List<String> withoutSource(Path findings) {
    return Practicewatch.rows(findings).stream()
        .map(
            row -> {
              row.remove("source");
              return String.join("|", row.values());
            })
        .toList();
  }
}
