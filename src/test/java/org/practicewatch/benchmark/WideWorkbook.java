package org.practicewatch.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook such as a case system would export if it had a million rows: ids, references and notes
 * that no other row has, names that many rows share, dates as styled serial numbers, numbers. All
 * invented, and the same at every writing.
 */
final class WideWorkbook {

  static final int COLUMNS = 20;

  /** How many texts each column of shared texts draws on: answers, codes, teams, workers, homes. */
  private static final int[] SHARED = {40, 700, 12, 25_000, 6, 30_000, 200, 4_000};

  private static final int ALL_SHARED = IntStream.of(SHARED).sum();

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** What the columns hold: an own text, a shared text, a date, a whole number, a decimal. */
  private static final String MIX = "TSDNSSDDNSDSNDSFDNSS";

  private static final int FIRST_DAY =
      (int) ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), LocalDate.of(2008, 4, 1));
  private static final int DAYS = 6_700;

  private WideWorkbook() {}

  /** Writes it in a stream: a row is forgotten once it is written. */
  static void write(Path file, int rows) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      put(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\""
              + PACKAGE
              + "/content-types\"><Default Extension=\"rels\""
              + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
              + type("xl/workbook.xml", "sheet.main+xml")
              + type("xl/worksheets/sheet1.xml", "worksheet+xml")
              + type("xl/styles.xml", "styles+xml")
              + type("xl/sharedStrings.xml", "sharedStrings+xml")
              + "</Types>");
      put(
          zip,
          "_rels/.rels",
          "<Relationships xmlns=\""
              + PACKAGE
              + "/relationships\">"
              + relation("rId1", "officeDocument", "xl/workbook.xml")
              + "</Relationships>");
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\""
              + MAIN
              + "\" xmlns:r=\""
              + RELATIONS
              + "\"><sheets><sheet name=\"Visits\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\""
              + PACKAGE
              + "/relationships\">"
              + relation("rId1", "worksheet", "worksheets/sheet1.xml")
              + relation("rId2", "styles", "styles.xml")
              + relation("rId3", "sharedStrings", "sharedStrings.xml")
              + "</Relationships>");
      put(
          zip,
          "xl/styles.xml",
          "<styleSheet xmlns=\""
              + MAIN
              + "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      writeTexts(zip, rows);
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      writeRows(zip, rows);
      zip.closeEntry();
    }
  }

  private static void writeTexts(ZipOutputStream zip, int rows) throws IOException {
    StringBuilder xml = new StringBuilder(HEAD).append("<sst xmlns=\"").append(MAIN).append("\">");
    for (int i = 0; i < ALL_SHARED; i++) {
      xml.append("<si><t>").append(i % 7 == 0 ? "Team " : "Worker ").append(i).append("</t></si>");
      flushWhenLong(xml, zip);
    }
    for (int row = 0; row < rows; row++) {
      xml.append("<si><t>Visit ").append(row).append(", home; next in six weeks</t></si>");
      flushWhenLong(xml, zip);
    }
    flush(xml.append("</sst>"), zip);
  }

  private static void writeRows(ZipOutputStream zip, int rows) throws IOException {
    SplittableRandom chance = new SplittableRandom(2026);
    StringBuilder xml =
        new StringBuilder(HEAD)
            .append("<worksheet xmlns=\"")
            .append(MAIN)
            .append("\"><sheetData><row r=\"1\">");
    for (int column = 0; column < COLUMNS; column++) {
      xml.append("<c r=\"").append(letter(column)).append("1\" t=\"inlineStr\"><is><t>Column ");
      xml.append(column + 1).append("</t></is></c>");
    }
    xml.append("</row>");
    for (int row = 0; row < rows; row++) {
      int number = row + 2;
      xml.append("<row r=\"").append(number).append("\">");
      int shared = 0;
      int firstText = 0;
      for (int column = 0; column < COLUMNS; column++) {
        xml.append("<c r=\"").append(letter(column)).append(number);
        switch (MIX.charAt(column)) {
          case 'T' -> xml.append("\" t=\"s\"><v>").append(ALL_SHARED + row);
          case 'S' -> {
            xml.append("\" t=\"s\"><v>").append(firstText + chance.nextInt(SHARED[shared]));
            firstText += SHARED[shared++];
          }
          case 'D' -> xml.append("\" s=\"1\"><v>").append(FIRST_DAY + chance.nextInt(DAYS));
          case 'N' -> xml.append("\"><v>").append(chance.nextInt(1_000_000));
          default ->
              xml.append("\"><v>").append(chance.nextInt(10_000)).append('.').append(row % 90 + 10);
        }
        xml.append("</v></c>");
      }
      xml.append("</row>");
      flushWhenLong(xml, zip);
    }
    flush(xml.append("</sheetData></worksheet>"), zip);
  }

  private static char letter(int column) {
    return (char) ('A' + column);
  }

  private static void flushWhenLong(StringBuilder xml, OutputStream out) throws IOException {
    if (xml.length() > 1 << 16) {
      flush(xml, out);
    }
  }

  private static void flush(StringBuilder xml, OutputStream out) throws IOException {
    out.write(xml.toString().getBytes(UTF_8));
    xml.setLength(0);
  }

  private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write((HEAD + xml).getBytes(UTF_8));
    zip.closeEntry();
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"/" + part + "\" ContentType=\"" + TYPE + type + "\"/>";
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\""
        + id
        + "\" Type=\""
        + RELATIONS
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }
}
