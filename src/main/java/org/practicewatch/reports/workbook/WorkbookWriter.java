package org.practicewatch.reports.workbook;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.practicewatch.files.WholeFile;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportWorkbook;

/**
 * Writes a workbook as XLSX, row by row: the same rows give the same bytes. POI takes longer to
 * begin with its first workbook than this for all of a night's (docs/decisions/0012).
 */
public final class WorkbookWriter {

  /** Any fixed moment does: the same rows must give the same bytes. */
  private static final LocalDateTime PACKED = LocalDateTime.of(2026, 1, 1, 0, 0);

  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String SPREADSHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private WorkbookWriter() {}

  /** Writes it; the file takes its name when it is whole. */
  public static void write(ReportWorkbook book, Path file) throws IOException {
    ReportWorkbook named = SheetNames.in(book);
    WholeFile.write(file, out -> write(named, out));
  }

  private static void write(ReportWorkbook book, OutputStream out) throws IOException {
    List<ReportSheet> sheets = book.sheets();
    int[] rows = new int[sheets.size()];
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      part(zip, "[Content_Types].xml", contentTypes(sheets.size()));
      part(zip, "_rels/.rels", packageLinks());
      part(zip, "docProps/core.xml", properties(book));
      for (int i = 0; i < rows.length; i++) {
        begin(zip, "xl/worksheets/sheet" + (i + 1) + ".xml");
        rows[i] = SheetXml.write(keptOpen(zip), book, sheets.get(i), i == 0);
        zip.closeEntry();
      }
      part(zip, "xl/styles.xml", CellStyles.sheet());
      part(zip, "xl/workbook.xml", workbook(sheets, rows));
      part(zip, "xl/_rels/workbook.xml.rels", workbookLinks(sheets.size()));
    } catch (XMLStreamException failed) {
      throw new IOException("cannot write the workbook", failed);
    }
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(PACKED);
    zip.putNextEntry(entry);
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    begin(zip, name);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** A sheet must not close the file that it is a part of. */
  private static OutputStream keptOpen(ZipOutputStream zip) {
    return new FilterOutputStream(zip) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        zip.write(bytes, from, length);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private static String contentTypes(int sheets) {
    StringBuilder types = new StringBuilder(XML);
    types
        .append("<Types xmlns=\"" + PACKAGE + "content-types\">")
        .append("<Default Extension=\"rels\" ContentType=\"")
        .append("application/vnd.openxmlformats-package.relationships+xml\"/>")
        .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    override(
        types, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    override(types, "/xl/workbook.xml", SPREADSHEET + "sheet.main+xml");
    override(types, "/xl/styles.xml", SPREADSHEET + "styles+xml");
    for (int i = 1; i <= sheets; i++) {
      override(types, "/xl/worksheets/sheet" + i + ".xml", SPREADSHEET + "worksheet+xml");
    }
    return types.append("</Types>").toString();
  }

  private static void override(StringBuilder types, String part, String type) {
    types.append("<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>");
  }

  private static String packageLinks() {
    return XML
        + "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\">"
        + link(1, OFFICE + "/officeDocument", "xl/workbook.xml")
        + link(2, PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml")
        + "</Relationships>";
  }

  private static String link(int number, String type, String target) {
    return "<Relationship Id=\"rId"
        + number
        + "\" Type=\""
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }

  private static String properties(ReportWorkbook book) {
    return XML
        + "<cp:coreProperties xmlns:cp=\""
        + PACKAGE
        + "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
        + "<dc:title>"
        + escaped(book.title() + ", as at " + book.asAt())
        + "</dc:title><dc:creator>"
        + escaped(book.authority())
        + "</dc:creator>"
        + (book.fictional() ? "<dc:description>Fictional data</dc:description>" : "")
        + "<dc:language>en-GB</dc:language></cp:coreProperties>";
  }

  private static String workbook(List<ReportSheet> sheets, int[] rows) {
    StringBuilder tabs = new StringBuilder();
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < rows.length; i++) {
      ReportSheet sheet = sheets.get(i);
      String name = escaped(sheet.name());
      String quoted = "'" + name.replace("'", "''") + "'";
      int id = i + 1;
      tabs.append("<sheet name=\"" + name + "\" sheetId=\"" + id + "\" r:id=\"rId" + id + "\"/>");
      String headings = "$" + SheetXml.HEADINGS;
      if (sheet.filtered()) {
        String last = SheetXml.column(sheet.columns().size() - 1);
        String range = quoted + "!$A" + headings + ":$" + last + "$" + rows[i];
        names.append(
            "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"" + i + "\" hidden=\"1\">");
        names.append(range).append("</definedName>");
      }
      names.append("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"" + i + "\">");
      if (SheetXml.pagesAcross(sheet) > 1) {
        names.append(quoted + "!$A:$A,");
      }
      names.append(quoted + "!" + headings + ":" + headings + "</definedName>");
    }
    return XML
        + "<workbook xmlns=\""
        + SheetXml.NAMESPACE
        + "\" xmlns:r=\""
        + OFFICE
        + "\"><bookViews><workbookView xWindow=\"0\" yWindow=\"0\" windowWidth=\"24000\""
        + " windowHeight=\"12000\" tabRatio=\"850\"/></bookViews><sheets>"
        + tabs
        + "</sheets><definedNames>"
        + names
        + "</definedNames></workbook>";
  }

  private static String workbookLinks(int sheets) {
    StringBuilder links = new StringBuilder(XML);
    links.append("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
    for (int i = 1; i <= sheets; i++) {
      links.append(link(i, OFFICE + "/worksheet", "worksheets/sheet" + i + ".xml"));
    }
    links.append(link(sheets + 1, OFFICE + "/styles", "styles.xml"));
    return links.append("</Relationships>").toString();
  }

  private static String escaped(String text) {
    return SheetXml.writable(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
