package org.practicewatch.reports.workbook;

/** How cells look; an order is a cell's style number in the file. */
enum CellStyles {
  PLAIN("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"),
  TITLE("<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"),
  NOTE("<xf numFmtId=\"0\" fontId=\"2\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"),
  HEADING(heading("left")),
  NUMBER_HEADING(heading("right")),
  TEXT(cell(0, "left", "")),
  QUOTED_TEXT(cell(0, "left", " quotePrefix=\"1\"")),
  ID(cell(49, "left", "")),
  QUOTED_ID(cell(49, "left", " quotePrefix=\"1\"")),
  COUNT(cell(3, "right", "")),
  PERCENT(cell(164, "right", "")),
  DAY(cell(165, "right", "")),
  DECIMAL(cell(4, "right", "")),
  PAST_DAY(cell(165, 4, "right", "")),
  TO_FILL(toFill(0, "left")),
  DAY_TO_FILL(toFill(165, "right"));

  private final String xml;

  CellStyles(String xml) {
    this.xml = xml;
  }

  private static String heading(String side) {
    return "<xf numFmtId=\"0\" fontId=\"3\" fillId=\"2\" borderId=\"1\" xfId=\"0\" applyFont=\"1\""
        + " applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment horizontal=\""
        + side
        + "\" vertical=\"bottom\" wrapText=\"1\" indent=\"1\"/></xf>";
  }

  private static String cell(int format, String side, String more) {
    return cell(format, 0, side, more);
  }

  private static String cell(int format, int font, String side, String more) {
    return "<xf numFmtId=\""
        + format
        + "\" fontId=\""
        + font
        + "\" applyFont=\"1\" fillId=\"0\" borderId=\"2\" xfId=\"0\" applyNumberFormat=\"1\""
        + " applyBorder=\"1\" applyAlignment=\"1\""
        + more
        + "><alignment horizontal=\""
        + side
        + "\" vertical=\"top\" wrapText=\"1\" indent=\"1\"/></xf>";
  }

  /** Paler than a heading and framed on every side: here one writes. */
  private static String toFill(int format, String side) {
    return cell(format, side, " applyFill=\"1\"")
        .replace("fillId=\"0\" borderId=\"2\"", "fillId=\"3\" borderId=\"3\"");
  }

  /** The part of the file that says so. */
  static String sheet() {
    StringBuilder styles = new StringBuilder();
    for (CellStyles style : values()) {
      styles.append(style.xml);
    }
    return """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
        <numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%%"/>\
        <numFmt numFmtId="165" formatCode="d\\ mmm\\ yyyy"/></numFmts>
        <fonts count="5">
        <font><sz val="10"/><color rgb="FF1F2933"/><name val="Arial"/><family val="2"/></font>
        <font><b/><sz val="14"/><color rgb="FF1F4E79"/><name val="Arial"/><family val="2"/></font>
        <font><sz val="10"/><color rgb="FF52606D"/><name val="Arial"/><family val="2"/></font>
        <font><b/><sz val="10"/><color rgb="FF1F4E79"/><name val="Arial"/><family val="2"/></font>
        <font><b/><sz val="10"/><color rgb="FFA63D00"/><name val="Arial"/><family val="2"/></font>
        </fonts>
        <fills count="4"><fill><patternFill patternType="none"/></fill>\
        <fill><patternFill patternType="gray125"/></fill>\
        <fill><patternFill patternType="solid"><fgColor rgb="FFF0F4F8"/></patternFill></fill>\
        <fill><patternFill patternType="solid"><fgColor rgb="FFFFFBE6"/></patternFill></fill></fills>
        <borders count="4"><border><left/><right/><top/><bottom/><diagonal/></border>\
        <border><left/><right/><top/><bottom style="medium"><color rgb="FF1F4E79"/></bottom><diagonal/></border>\
        <border><left/><right/><top/><bottom style="thin"><color rgb="FFCBD2D9"/></bottom><diagonal/></border>\
        <border><left style="thin"><color rgb="FFCBD2D9"/></left><right style="thin"><color rgb="FFCBD2D9"/></right>\
        <top style="thin"><color rgb="FFCBD2D9"/></top><bottom style="thin"><color rgb="FFCBD2D9"/></bottom><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="%d">%s</cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """
        .formatted(values().length, styles);
  }
}
