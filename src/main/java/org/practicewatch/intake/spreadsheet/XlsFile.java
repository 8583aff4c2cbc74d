package org.practicewatch.intake.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.SourceCell;
import org.practicewatch.intake.SourceFile;
import org.practicewatch.intake.SourceRow;
import org.practicewatch.intake.SourceSheet;
import org.practicewatch.intake.UnreadableExtract;

/** A binary XLS workbook. At most 65,536 rows a sheet, so it is read whole. */
final class XlsFile implements SourceFile {

  /** It is read whole, into many times its size; 65,536 rows of twenty columns are a tenth. */
  private static final long MOST_BYTES = 150_000_000;

  private final HSSFWorkbook workbook;
  private final boolean from1904;
  private final BitSet dateStyles = new BitSet();
  private final int[] digits;
  private final List<String> names = new ArrayList<>();

  private XlsFile(HSSFWorkbook workbook) {
    this.workbook = workbook;
    this.from1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
    workbook.forEach(sheet -> names.add(sheet.getSheetName()));
    this.digits = new int[workbook.getNumCellStyles()];
    for (int i = 0; i < digits.length; i++) {
      CellStyle style = workbook.getCellStyleAt(i);
      digits[i] = Cells.digitsOf(style.getDataFormatString());
      dateStyles.set(i, DateUtil.isADateFormat(style.getDataFormat(), style.getDataFormatString()));
    }
  }

  static SourceFile open(Path file) {
    if (size(file) > MOST_BYTES) {
      throw new UnreadableExtract(
          "This workbook is too large to be read in the old form (.xls). Please save it as an Excel"
              + " workbook (.xlsx).");
    }
    try (InputStream in = Files.newInputStream(file);
        POIFSFileSystem storage = new POIFSFileSystem(in)) {
      refuseOthers(storage.getRoot());
      return new XlsFile(new HSSFWorkbook(storage, false));
    } catch (UnreadableExtract e) {
      throw e;
    } catch (EncryptedDocumentException e) {
      throw passwordProtected();
    } catch (OldFileFormatException e) {
      throw tooOld();
    } catch (IOException | RuntimeException e) {
      throw new UnreadableExtract(
          "The workbook is cut short or damaged: it was probably not copied completely.", e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw Spreadsheets.cannotOpen(e);
    }
  }

  /** What else the same kind of container may hold. */
  private static void refuseOthers(DirectoryNode root) {
    if (root.hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
      throw passwordProtected();
    }
    if (root.hasEntryCaseInsensitive("Workbook")) {
      return;
    }
    if (root.hasEntryCaseInsensitive("Book")) {
      throw tooOld();
    }
    throw new UnreadableExtract(
        "This is a document of another kind (such as Word or an Outlook message), not a workbook.");
  }

  static UnreadableExtract passwordProtected() {
    return new UnreadableExtract(
        "The workbook is protected with a password. Please save it without one and send it again.");
  }

  static UnreadableExtract tooOld() {
    return new UnreadableExtract(
        "This workbook was saved by Excel 95 or older, which is not read. Please open it in Excel"
            + " and save it as an Excel workbook (.xlsx).");
  }

  @Override
  public List<String> sheetNames() {
    return names;
  }

  @Override
  public SourceSheet open(int sheet) {
    try {
      return new XlsSheet(
          workbook.getSheetAt(sheet),
          workbook.isSheetHidden(sheet) || workbook.isSheetVeryHidden(sheet));
    } catch (RuntimeException e) {
      // POI tells damage by whatever it stumbles over.
      throw Cells.damagedAfter(0, e);
    }
  }

  @Override
  public void close() {
    try {
      workbook.close();
    } catch (IOException e) {
      throw Spreadsheets.cannotOpen(e);
    }
  }

  private final class XlsSheet implements SourceSheet {

    private final Sheet sheet;
    private final boolean hidden;
    private final MergedCells merged = new MergedCells();
    private @Nullable SourceRow above;
    private int last;
    private int blank;

    XlsSheet(Sheet sheet, boolean hidden) {
      this.sheet = sheet;
      this.hidden = hidden;
      sheet.getMergedRegions().forEach(merged::add);
    }

    @Override
    public String name() {
      return sheet.getSheetName();
    }

    @Override
    public boolean hidden() {
      return hidden;
    }

    @Override
    public @Nullable SourceRow next() {
      while (last <= sheet.getLastRowNum()) {
        Row row = sheet.getRow(last);
        last++;
        List<SourceCell> cells;
        try {
          cells = row == null ? List.of() : cells(row);
        } catch (RuntimeException e) {
          // POI tells damage by whatever it stumbles over; a damaged row must not end the night.
          throw Cells.damagedAfter(last - 1, e);
        }
        if (row != null && !Cells.areBlank(cells)) {
          above = new SourceRow(last, row.getZeroHeight(), merged.fill(above, last, cells));
          return above;
        }
        blank++;
      }
      return null;
    }

    private List<SourceCell> cells(Row row) {
      List<SourceCell> cells = new ArrayList<>();
      for (Cell stored : row) {
        SourceCell cell = cell(stored);
        if (cell != null) {
          cells.add(cell);
        }
      }
      return cells;
    }

    private @Nullable SourceCell cell(Cell cell) {
      boolean formula = cell.getCellType() == CellType.FORMULA;
      SourceCell result = result(cell, formula);
      return formula && result != null ? result.ofFormula() : result;
    }

    private @Nullable SourceCell result(Cell cell, boolean formula) {
      int column = cell.getColumnIndex();
      return switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
        case NUMERIC ->
            Cells.withNoughts(
                Cells.number(
                    column,
                    cell.getNumericCellValue(),
                    dateStyles.get(cell.getCellStyle().getIndex()),
                    from1904),
                digits[cell.getCellStyle().getIndex()]);
        case STRING -> {
          String text = cell.getStringCellValue();
          yield text.isEmpty() ? null : Cells.text(column, text);
        }
        case BOOLEAN -> Cells.bool(column, cell.getBooleanCellValue());
        case ERROR ->
            Cells.error(column, FormulaError.forInt(cell.getErrorCellValue()).getString());
        default -> formula ? Cells.noResult(column) : null;
      };
    }

    @Override
    public int mergedAcrossTo(int row, int column) {
      return merged.acrossTo(row, column);
    }

    @Override
    public int blankRows() {
      return blank;
    }

    @Override
    public void close() {
      // The workbook is in memory.
    }
  }
}
