package org.practicewatch.benchmark;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.practicewatch.intake.SourceCell;
import org.practicewatch.intake.SourceFile;
import org.practicewatch.intake.SourceRow;
import org.practicewatch.intake.SourceSheet;
import org.practicewatch.intake.spreadsheet.Spreadsheets;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Reads a workbook once, in one way, in a Java of its own, and says how much it saw. */
final class ReadWorkbook {

  static final String UNZIP = "unzip";
  static final String TOKENS = "tokens";
  static final String OURS = "ours";
  static final String TEXTBOOK = "textbook";

  private ReadWorkbook() {}

  public static void main(String[] words)
      throws IOException, XMLStreamException, SAXException, OpenXML4JException {
    File file = new File(words[1]);
    long seen =
        switch (words[0]) {
          case UNZIP -> unzip(file);
          case TOKENS -> tokens(file);
          case OURS -> ours(file.toPath());
          case TEXTBOOK -> textbook(file);
          default -> throw new IllegalArgumentException(words[0]);
        };
    System.out.println(seen);
  }

  /** The bytes of every part. */
  private static long unzip(File file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    try (ZipFile zip = new ZipFile(file)) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
          }
        }
      }
    }
    return bytes;
  }

  /** The elements of every part, of which nothing more is looked at. */
  private static long tokens(File file) throws IOException, XMLStreamException {
    InputFactoryImpl factory = new InputFactoryImpl();
    long elements = 0;
    try (ZipFile zip = new ZipFile(file)) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          XMLStreamReader xml = factory.createXMLStreamReader(in);
          while (xml.hasNext()) {
            elements += xml.next() == XMLStreamConstants.START_ELEMENT ? 1 : 0;
          }
          xml.close();
        }
      }
    }
    return elements;
  }

  /** Every cell as Practicewatch sees it: its text, and its date where it holds one. */
  private static long ours(Path path) {
    long seen = 0;
    try (SourceFile file = Spreadsheets.open(path);
        SourceSheet sheet = file.open(0)) {
      for (SourceRow row = sheet.next(); row != null; row = sheet.next()) {
        for (SourceCell cell : row.cells()) {
          seen += cell.text().isEmpty() ? 0 : 1;
          seen += cell.kind() == SourceCell.Kind.DATE && cell.moment() == null ? -1 : 0;
        }
      }
    }
    return seen;
  }

  /** Every cell as POI's guide to its event model shows it. */
  private static long textbook(File file) throws IOException, SAXException, OpenXML4JException {
    Cells cells = new Cells();
    try (OPCPackage workbook = OPCPackage.open(file, PackageAccess.READ)) {
      ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(workbook);
      XSSFReader reader = new XSSFReader(workbook);
      for (InputStream sheet : List.of(reader.getSheetsData().next())) {
        try (sheet) {
          XMLReader parser = XMLHelper.newXMLReader();
          parser.setContentHandler(
              new XSSFSheetXMLHandler(
                  reader.getStylesTable(), null, strings, cells, new DataFormatter(), false));
          parser.parse(new InputSource(sheet));
        }
      }
    } catch (javax.xml.parsers.ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    return cells.seen;
  }

  private static final class Cells implements SheetContentsHandler {

    private long seen;

    @Override
    public void startRow(int row) {
      // Only cells are counted.
    }

    @Override
    public void endRow(int row) {
      // Only cells are counted.
    }

    @Override
    public void cell(String reference, String text, XSSFComment comment) {
      seen += text.isEmpty() ? 0 : 1;
    }
  }
}
