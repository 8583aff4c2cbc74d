package org.practicewatch.intake.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.intake.SourceCell;
import org.practicewatch.intake.SourceCell.Kind;
import org.practicewatch.intake.SourceFile;
import org.practicewatch.intake.SourceRow;
import org.practicewatch.intake.UnreadableExtract;

class SpreadsheetsTest {

  @TempDir Path folder;

  @Test
  void an_empty_file_and_a_folder_are_refused() throws IOException {
    assertRefused(file(new byte[0]), "The file is empty: it holds zero bytes.");
    assertRefused(folder, "This is a folder, not a file.");
    assertRefused(folder.resolve("gone.csv"), "The file is no longer there.");
  }

  @Test
  void a_file_that_may_not_be_read_says_so() throws IOException {
    Path file = file("a,b");
    assumeTrue(file.toFile().setReadable(false), "permissions cannot be set here");
    assumeFalse(Files.isReadable(file), "this user may read everything");
    assertRefused(file, "not allowed to read");
  }

  @Test
  void a_workbook_cut_short_is_refused() throws IOException {
    byte[] whole = Files.readAllBytes(RawXlsx.rows("<row/>").in(folder));
    assertRefused(file(Arrays.copyOf(whole, whole.length * 2 / 3)), "cut short or damaged");
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet("A");
      Path xls = folder.resolve("a.xls");
      try (OutputStream out = Files.newOutputStream(xls)) {
        workbook.write(out);
      }
      byte[] written = Files.readAllBytes(xls);
      assertRefused(file(Arrays.copyOf(written, 700)), "cut short or damaged");
    }
  }

  @Test
  void passwords_are_named_as_the_reason() throws IOException, GeneralSecurityException {
    Path xlsx = folder.resolve("locked.xlsx");
    try (POIFSFileSystem storage = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream out = encryptor.getDataStream(storage)) {
        out.write(Files.readAllBytes(RawXlsx.rows("<row/>").in(folder)));
      }
      try (OutputStream out = Files.newOutputStream(xlsx)) {
        storage.writeFilesystem(out);
      }
    }
    assertRefused(xlsx, "protected with a password");

    Path xls = folder.resolve("locked.xls");
    Biff8EncryptionKey.setCurrentUserPassword("secret");
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(xls)) {
      workbook.createSheet("A").createRow(0).createCell(0).setCellValue("x");
      workbook.write(out);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    assertRefused(xls, "protected with a password");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body><table><tr><td>1</td></tr></table></body></html>",
        "\n<!DOCTYPE html PUBLIC \"x\">\n<html></html>",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html xmlns=\"x\"></html>",
        "<meta charset='utf-8'><table></table>",
        "MIME-Version: 1.0\nContent-Type: multipart/related"
      })
  void a_web_page_under_a_spreadsheets_name_is_refused(String text) throws IOException {
    assertRefused(file(text), "web page saved under a spreadsheet's name");
  }

  @Test
  void xml_is_told_by_its_content_and_a_workbook_of_2003_is_not_taken_for_records()
      throws IOException {
    assertThat(Reading.of(file("<A><B><C>1</C></B></A>")).texts()).containsExactly("C", "1");
    assertRefused(file("\uFEFF<?xml version=\"1.0\"?>\n<Message><Header/></Message>"), "XML file");
    assertRefused(file("<Message/>"), "XML file");
    assertRefused(
        file(
            "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>"),
        "XML Spreadsheet 2003");
    assertThat(Reading.of(file("<blank>,b\n1,2\n")).texts()).containsExactly("<blank>¦b", "1¦2");
  }

  @Test
  void workbooks_older_than_excel_97_are_refused() throws IOException {
    assertRefused(file(new byte[] {9, 4, 6, 0, 0, 0, 16, 0}), "Excel 95 or older");
    assertRefused(storage("Book"), "Excel 95 or older");
    assertRefused(storage("WordDocument"), "document of another kind");
  }

  @Test
  void other_documents_in_a_zip_are_named() {
    assertRefused(
        new RawXlsx()
            .with("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            .with("content.xml", "<x/>")
            .in(folder),
        "OpenDocument");
    assertRefused(pack("word/document.xml"), "document of another kind");
    assertRefused(pack("xl/workbook.bin"), ".xlsb");
    assertRefused(new RawXlsx().with("list.csv", "a,b").in(folder), "zip archive");
    assertRefused(
        RawXlsx.rows("").without("xl/workbook.xml").in(folder), "a part of it is missing");
    assertRefused(
        RawXlsx.rows("").with("xl/workbook.xml", "<workbook><sheets>").in(folder), "damaged");
  }

  @Test
  void binary_files_are_refused() throws IOException {
    assertRefused(file("%PDF-1.7\nx"), "This is a PDF");
    assertRefused(
        file(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}), "binary");
    assertRefused(file(new byte[4096]), "binary");
  }

  @Test
  void a_zip_that_swells_is_stopped_before_it_is_read() {
    byte[] zeros = new byte[30_000_000];
    Arrays.fill(zeros, (byte) ' ');
    assertRefused(
        RawXlsx.rows("<row/>").with("xl/other.xml", zeros).in(folder), "expands to far more");

    byte[] ballast = new byte[1_000_000];
    new Random(1).nextBytes(ballast);
    Path hidden =
        RawXlsx.sheet("<worksheet>" + " ".repeat(30_000_000) + "</worksheet>")
            .with("xl/ballast.bin", ballast)
            .in(folder);
    assertThatThrownBy(() -> Reading.of(hidden))
        .isInstanceOf(UnreadableExtract.class)
        .hasMessageContaining("expands to far more");
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void whatever_is_damaged_is_read_or_refused_and_nothing_else(String kind) throws IOException {
    Path whole = folder.resolve("whole" + kind);
    try (Workbook workbook = kind.equals(".xls") ? new HSSFWorkbook() : new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(whole)) {
      for (int r = 0; r < 300; r++) {
        Sheet sheet = r == 0 ? workbook.createSheet() : workbook.getSheetAt(0);
        sheet.createRow(r).createCell(r % 20).setCellValue("text " + r * 7919 % 1000);
        sheet.getRow(r).createCell(r % 20 + 1).setCellValue(r * 1.7);
      }
      workbook.write(out);
    }
    byte[] bytes = Files.readAllBytes(whole);
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 150; i++) {
      byte[] damaged = bytes.clone();
      int from = random.nextInt(damaged.length);
      for (int j = from; j < Math.min(from + 1 + random.nextInt(40), damaged.length); j++) {
        damaged[j] = (byte) random.nextInt(256);
      }
      try {
        Reading.of(file(damaged));
      } catch (UnreadableExtract e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Annex_A.xlsx", "ofsted-template-2015-01-sample.xlsx"})
  void the_annex_a_workbooks_made_by_others_hold_what_poi_sees_in_them(String name)
      throws IOException {
    Path shared = Path.of(System.getProperty("shared", "../shared"));
    Path file = shared.resolve("data/annex-a").resolve(name);
    assumeTrue(Files.exists(file), "no shared data beside the project: " + file);
    try (SourceFile source = Spreadsheets.open(file);
        InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      assertThat(source.sheetNames()).hasSize(workbook.getNumberOfSheets());
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        Reading reading = Reading.of(file, i);
        assertThat(addresses(reading)).isEqualTo(addresses(workbook.getSheetAt(i)));
        int last = workbook.getSheetAt(i).getLastRowNum() + 1;
        assertThat(reading.rows().size() + reading.blankRows()).isEqualTo(last);
      }
    }
  }

  /** Cell addresses with their text; POI's own words are compared for texts only. */
  private static Set<String> addresses(Reading reading) {
    Set<String> addresses = new TreeSet<>();
    for (SourceRow row : reading.rows()) {
      for (SourceCell cell : row.cells()) {
        String text = cell.kind() == Kind.TEXT ? cell.text() : "";
        addresses.add(new CellAddress(row.number() - 1, cell.column()) + " " + text);
      }
    }
    return addresses;
  }

  /** What is merged downwards stands in every row that holds anything. */
  private static Set<String> addresses(XSSFSheet sheet) {
    Map<CellAddress, String> texts = new HashMap<>();
    Set<Integer> rows = new HashSet<>();
    for (Row row : sheet) {
      for (Cell cell : row) {
        CellType type =
            cell.getCellType() == CellType.FORMULA
                ? cell.getCachedFormulaResultType()
                : cell.getCellType();
        String text = type == CellType.STRING ? cell.getStringCellValue() : "";
        if (type != CellType.BLANK && (type != CellType.STRING || !text.isEmpty())) {
          texts.put(cell.getAddress(), text);
          rows.add(row.getRowNum());
        }
      }
    }
    for (CellRangeAddress merged : sheet.getMergedRegions()) {
      int column = merged.getFirstColumn();
      String text = texts.get(new CellAddress(merged.getFirstRow(), column));
      for (int row = merged.getFirstRow(); text != null && row <= merged.getLastRow(); row++) {
        if (rows.contains(row)) {
          texts.putIfAbsent(new CellAddress(row, column), text);
        }
      }
    }
    Set<String> addresses = new TreeSet<>();
    texts.forEach((address, text) -> addresses.add(address + " " + text));
    return addresses;
  }

  private static void assertRefused(Path file, String reason) {
    assertThatThrownBy(() -> Spreadsheets.open(file))
        .isInstanceOf(UnreadableExtract.class)
        .hasMessageContaining(reason)
        .message()
        .doesNotContain("Exception", "org.", folderOf(file));
  }

  private static String folderOf(Path file) {
    return file.toAbsolutePath().getParent().toString();
  }

  private Path file(String text) throws IOException {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("list.xls"), bytes);
  }

  private Path pack(String target) {
    return new RawXlsx()
        .with("_rels/.rels", RawXlsx.relations(RawXlsx.relation("rId1", "officeDocument", target)))
        .with(target, "x")
        .in(folder);
  }

  private Path storage(String entry) throws IOException {
    Path file = folder.resolve("ole.xls");
    try (POIFSFileSystem storage = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      storage.createDocument(new ByteArrayInputStream(new byte[5000]), entry);
      storage.writeFilesystem(out);
    }
    return file;
  }
}
