package org.practicewatch.sample.spreadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.practicewatch.sample.FictionalAuthority;
import org.practicewatch.sample.FictionalChild;

/**
 * The fictional authority's extracts in the layout of the Standard Safeguarding Dataset as the
 * script for Mosaic writes it. The as-at date is in the file names.
 */
public final class MosaicDataset {

  private MosaicDataset() {}

  /**
   * Writes every table, one child after the other, and says which files were written.
   *
   * @param folder made where it does not exist; files of the same name are replaced
   */
  public static List<Path> write(FictionalAuthority authority, Path folder, Form form)
      throws IOException {
    Files.createDirectories(folder);
    try (Tables tables = open(authority, folder, form)) {
      MosaicRows rows = new MosaicRows(authority, tables);
      Iterator<FictionalChild> children = authority.everyChild().iterator();
      while (children.hasNext()) {
        rows.add(children.next());
      }
      rows.addOrganisation();
      return tables.finished();
    }
  }

  private static Tables open(FictionalAuthority authority, Path folder, Form form)
      throws IOException {
    return switch (form) {
      case CSV -> new CsvTables(folder, authority.asAt());
      case WORKBOOK -> new WorkbookTables(folder, authority.asAt());
    };
  }
}
