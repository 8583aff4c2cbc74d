package org.practicewatch.intake.spreadsheet;

import java.util.SplittableRandom;

/** The XML of a sheet, or of shared strings, by chance: the same for the same seed. */
final class RandomSheet {

  private static final String[] TEXTS = {
    "",
    "x",
    "Team 7",
    " two  spaces ",
    "caf\u00e9",
    "\u4e2d\u6587",
    "\ud83d\ude00",
    "a&amp;b",
    "&lt;&gt;&quot;&apos;",
    "&#65;&#x42;",
    "&#x1F600;",
    "&#13;x",
    "a_x000D_b",
    "_x005F_x0041_",
    "&#95;x0041_",
    "_x00g1_",
    "line\nnext",
    "line\r\nnext",
    "line\rnext",
    "a]b]]c",
    "=&quot;007&quot;",
    "=\"007\"",
    "\t",
    "\u00a0",
    "x_y",
    "1 > 0"
  };
  private static final String[] NUMBERS = {
    "0",
    "1",
    "42",
    "45720",
    "61",
    "60",
    "59",
    "65535",
    "65536",
    "2958465",
    "2958466",
    "999999999",
    "1234567890",
    "123456789012345678",
    "007",
    "1.5",
    "1.50",
    "0.5",
    "00.5",
    ".5",
    "5.",
    "5.0",
    "0.0",
    "-3",
    "-0",
    "+5",
    "1E3",
    "1.2E-7",
    "45720.25",
    "45720.5000058",
    "0.25",
    "NaN",
    "1d",
    "0x1p3",
    " 7 ",
    "7 ",
    "12345.67890",
    "123456789.12345",
    "999999999.999999",
    "0.30000000000000004",
    "&#49;2",
    "1_0",
    "",
    "x"
  };
  private static final String[] ODD_INSIDE = {
    "<!-- c -->", "<![CDATA[x<y]]>", "<?pi x?>", "<extLst><ext uri='x'/></extLst>", "&amp;",
        "loose", "&nbsp;",
    "<v>9</v>", "<x:v xmlns:x='u'>8</x:v>", "]]>", "<v", "</row>", "<f t=\"shared\" si=\"0\"/>",
        "\u0001"
  };

  private final SplittableRandom chance;
  private final int odd;
  private final StringBuilder xml = new StringBuilder();

  private RandomSheet(SplittableRandom chance) {
    this.chance = chance;
    // Every second sheet is written as programs write them, the others with what they seldom do.
    this.odd = chance.nextBoolean() ? 0 : 4 + chance.nextInt(200);
  }

  static String rows(long seed) {
    RandomSheet sheet = new RandomSheet(new SplittableRandom(seed));
    sheet.head("worksheet");
    sheet.xml.append(
        sheet.pick("", "<dimension ref=\"A1:C9\"/>", "<cols><col min='1' max=\"2\"/></cols>"));
    sheet.xml.append(sheet.pick("<sheetData>", "<sheetData >", "<sheetData>\n"));
    int number = 0;
    for (int i = sheet.chance.nextInt(9); i > 0; i--) {
      number += sheet.chance.nextInt(8) == 0 ? 1 + sheet.chance.nextInt(4) : 1;
      sheet.row(sheet.isOdd() ? number - sheet.chance.nextInt(3) : number);
      sheet.space();
    }
    sheet.xml.append(sheet.pick("</sheetData>", "</sheetData >"));
    return sheet.xml.append("<pageMargins left=\"0.7\"/></worksheet>").toString();
  }

  static String strings(long seed) {
    RandomSheet sheet = new RandomSheet(new SplittableRandom(seed));
    sheet.head("sst");
    for (int i = sheet.chance.nextInt(9); i > 0; i--) {
      sheet.xml.append("<si>");
      sheet.string();
      sheet.xml.append("</si>");
      sheet.space();
    }
    return sheet.xml.append("</sst>").append(sheet.pick("", "\n", "")).toString();
  }

  private void head(String root) {
    xml.append(
        pick(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n",
            "<?xml version='1.0' encoding='utf-8'?>",
            "<?xml version=\"1.0\"?>\n",
            ""));
    xml.append('<').append(root).append(" xmlns='").append(RawXlsx.MAIN).append('\'');
    xml.append(pick("", " xmlns:x14ac=\"urn:ac\"", " count=\"3\"")).append('>');
  }

  private void row(int number) {
    xml.append("<row");
    if (chance.nextInt(5) > 0) {
      attribute("r", String.valueOf(number));
    }
    xml.append(
        pick(
            "",
            "",
            " spans=\"1:9\"",
            " hidden='1'",
            " hidden=\"true\" ht=\"15.5\"",
            " customHeight='0'\n"));
    if (isOdd()) {
      xml.append(
          pick(
              " x14ac:dyDescent=\"0.2\"",
              " r=\"1\"",
              " q='1'",
              " hidden=\"&#49;\"",
              " spans='a<b'"));
    }
    if (chance.nextInt(10) == 0) {
      xml.append(pick("/>", " />"));
      return;
    }
    xml.append('>');
    int column = 0;
    for (int i = chance.nextInt(7); i > 0; i--) {
      column += chance.nextInt(4) == 0 ? 1 + chance.nextInt(3) : 1;
      cell(isOdd() ? Math.max(1, column - chance.nextInt(3)) : column, number);
      space();
    }
    xml.append(pick("</row>", "</row>", "</row >"));
  }

  private void cell(int column, int row) {
    xml.append("<c");
    String type = pick("n", "s", "str", "inlineStr", "b", "e", "d", "", "", "");
    boolean typeFirst = chance.nextInt(6) == 0;
    if (typeFirst && !type.isEmpty()) {
      attribute("t", type);
    }
    if (chance.nextInt(6) > 0) {
      attribute("r", "" + (char) ('A' + column - 1) + row);
    }
    if (chance.nextInt(3) == 0) {
      attribute("s", pick("0", "1", "2", "3", "01", isOdd() ? "-1" : "9"));
    }
    if (!typeFirst && !type.isEmpty()) {
      attribute("t", isOdd() ? pick("z", "", "S", "inlinestr", "&#115;") : type);
    }
    if (isOdd()) {
      xml.append(
          pick(
              " cm=\"1\"",
              " r='$A$1'",
              " r=\"a1\"",
              " r=\"XFE1\"",
              " t = \"n\"",
              " s=\"1\"",
              "s=\"1\""));
    }
    if (chance.nextInt(12) == 0) {
      xml.append(pick("/>", " />"));
      return;
    }
    xml.append(pick(">", ">", " >"));
    if (isOdd()) {
      xml.append(pick(ODD_INSIDE));
    }
    if (chance.nextInt(6) == 0) {
      xml.append(
          pick(
              "<f>A1&amp;B2</f>",
              "<f/>",
              "<f aca=\"false\">SUM(A1)</f>",
              "<f t=\"shared\" ref=\"A1:A9\" si=\"0\">X_x</f>"));
    }
    space();
    if (type.equals("inlineStr")) {
      xml.append(pick("<is>", "<is >"));
      string();
      xml.append(pick("</is>", "</is>"));
    } else {
      value(type);
    }
    xml.append(pick("</c>", "</c>", "</c>", "</c >"));
  }

  private void value(String type) {
    if (chance.nextInt(15) == 0) {
      xml.append(pick("<v/>", "<v />", "<v></v>", "", "<v>1</v><v>2</v>"));
      return;
    }
    xml.append(chance.nextInt(12) == 0 ? "<v xml:space=\"preserve\">" : "<v>");
    switch (type) {
      case "s" ->
          xml.append(isOdd() ? pick("99", "-1", " 1 ", "x") : pick("0", "1", "2", "3", "4", "04"));
      case "b" -> xml.append(pick("0", "1", "true", "false"));
      case "e" -> xml.append(pick("#N/A", "#REF!"));
      case "d" -> xml.append(pick("2025-03-04", "2025-03-04T10:00:00Z", "10:00"));
      case "str" -> xml.append(pick(TEXTS));
      default -> xml.append(pick(NUMBERS));
    }
    xml.append(pick("</v>", "</v>", "</v>", "</v >"));
  }

  private void string() {
    switch (chance.nextInt(8)) {
      case 0 -> {
        for (int i = chance.nextInt(4); i > 0; i--) {
          xml.append("<r>");
          xml.append(
              pick(
                  "",
                  "<rPr><b/><sz val=\"11\"/><color theme='1' /></rPr>",
                  "<rPr>\n<rFont val=\"Arial\"/></rPr>"));
          text();
          xml.append("</r>");
        }
      }
      case 1 -> {
        text();
        xml.append(
            pick(
                "<rPh sb=\"0\" eb=\"1\"><t>guide</t></rPh>",
                "<phoneticPr fontId=\"1\"/>",
                "<t>more</t>",
                ""));
      }
      default -> text();
    }
  }

  private void text() {
    xml.append(pick("<t>", "<t>", "<t xml:space=\"preserve\">", "<t xml:space='default' >"));
    xml.append(pick(TEXTS)).append(isOdd() ? pick(ODD_INSIDE) : "");
    xml.append(pick("</t>", "</t>", "</t\n>"));
  }

  private void attribute(String name, String value) {
    String quote = pick("\"", "\"", "'");
    xml.append(pick(" ", " ", " ", "\n "))
        .append(name)
        .append('=')
        .append(quote)
        .append(value)
        .append(quote);
  }

  private void space() {
    xml.append(chance.nextInt(8) == 0 ? pick(" ", "\r\n", "\n\t") : "");
    xml.append(isOdd() ? pick(ODD_INSIDE) : "");
  }

  private boolean isOdd() {
    return odd > 0 && chance.nextInt(odd) == 0;
  }

  private String pick(String... any) {
    return any[chance.nextInt(any.length)];
  }
}
