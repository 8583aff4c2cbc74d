package org.practicewatch.practiceweek.workbook;

import java.util.List;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/** The words of a form that nobody may change: programs save them unchanged, people might not. */
final class LockedCells {

  private LockedCells() {}

  /** A hash over all of them, whatever sheets were added and however rows look. */
  static String sha256(Workbook book) {
    DataFormatter text = new DataFormatter();
    StringBuilder all = new StringBuilder();
    for (String name :
        List.of(
            FormLayout.AUDIT, FormLayout.COMPLIANCE, FormLayout.RECOMMENDATIONS, FormLayout.KEY)) {
      Sheet sheet = book.getSheet(name);
      if (sheet == null) {
        continue;
      }
      for (Row row : sheet) {
        Set<Integer> filled = FormLayout.filled(text.formatCellValue(row.getCell(FormLayout.CODE)));
        for (Cell cell : row) {
          String words = text.formatCellValue(cell).strip();
          if (!filled.contains(cell.getColumnIndex()) && !words.isEmpty()) {
            all.append(name).append('\t').append(cell.getColumnIndex()).append('\t');
            all.append(words.replaceAll("\\s+", " ")).append('\n');
          }
        }
      }
    }
    return DigestUtils.sha256Hex(all.toString());
  }
}
