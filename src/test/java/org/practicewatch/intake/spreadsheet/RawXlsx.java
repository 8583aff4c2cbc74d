package org.practicewatch.intake.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An XLSX put together by hand, for what no library would write. */
final class RawXlsx {

  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /** A workbook of one sheet, holding these rows. */
  static RawXlsx rows(String rows) {
    return sheet("<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>");
  }

  static RawXlsx sheet(String xml) {
    return new RawXlsx()
        .with("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")))
        .with(
            "xl/workbook.xml",
            "<workbook xmlns='"
                + MAIN
                + "' xmlns:r='"
                + OFFICE
                + "'><workbookPr/><sheets><sheet name='List 1' sheetId='1' r:id='rId1'/></sheets>"
                + "</workbook>")
        .with(
            "xl/_rels/workbook.xml.rels",
            relations(
                relation("rId1", "worksheet", "worksheets/sheet1.xml")
                    + relation("rId2", "sharedStrings", "/xl/sharedStrings.xml")
                    + relation("rId3", "styles", "styles.xml")))
        .with("xl/styles.xml", "<styleSheet xmlns='" + MAIN + "'/>")
        .strings("")
        .with("xl/worksheets/sheet1.xml", xml);
  }

  static String relation(String id, String type, String target) {
    return "<Relationship Id='%s' Type='%s/%s' Target='%s'/>".formatted(id, OFFICE, type, target);
  }

  static String relations(String relations) {
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + relations
        + "</Relationships>";
  }

  RawXlsx strings(String items) {
    return with("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'>" + items + "</sst>");
  }

  RawXlsx with(String part, String xml) {
    return with(part, xml.getBytes(StandardCharsets.UTF_8));
  }

  RawXlsx with(String part, byte[] bytes) {
    parts.put(part, bytes);
    return this;
  }

  RawXlsx without(String part) {
    parts.remove(part);
    return this;
  }

  RawXlsx moving(String part, String elsewhere) {
    byte[] bytes = parts.remove(part);
    return with(elsewhere, bytes);
  }

  RawXlsx replacing(String part, String old, String replacement) {
    String xml = new String(parts.get(part), StandardCharsets.UTF_8);
    return with(part, xml.replace(old, replacement));
  }

  /** The strict form of the same workbook: other namespaces, otherwise alike. */
  RawXlsx strict() {
    parts.replaceAll(
        (part, bytes) ->
            new String(bytes, StandardCharsets.UTF_8)
                .replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")
                .getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Path in(Path folder) {
    Path file = folder.resolve("raw.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
