package org.practicewatch.sample.spreadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.practicewatch.sample.FictionalAuthority;
import org.practicewatch.sample.FictionalChild;

/**
 * The fictional authority's extracts. In the dataset the as-at date is in the file names; a report
 * has it in the line under its title. Activities and spans have it in the file names too.
 */
public final class FictionalExtracts {

  private FictionalExtracts() {}

  /**
   * Writes every table, one child after the other, and says which files were written.
   *
   * @param folder made where it does not exist; files of the same name are replaced
   */
  public static List<Path> write(
      FictionalAuthority authority, Path folder, Layout layout, Form form) throws IOException {
    return write(authority, folder, layout, form, Layout.MOSAIC);
  }

  /**
   * The same, with activities and spans written for extracts of a certain layout.
   *
   * @param beside whose ids activities and spans have, and what they leave to it
   */
  public static List<Path> write(
      FictionalAuthority authority, Path folder, Layout layout, Form form, Layout beside)
      throws IOException {
    Files.createDirectories(folder);
    Optional<WorkReport> report = layout.findReport(beside);
    try (Tables tables = layout.open(authority, folder, form, beside)) {
      if (report.isPresent()) {
        new WorkRows(authority, report.get(), tables).write();
        return tables.finished();
      }
      MosaicRows rows = new MosaicRows(authority, tables);
      Iterator<FictionalChild> children = authority.everyChild().iterator();
      while (children.hasNext()) {
        rows.add(children.next());
      }
      rows.addOrganisation();
      return tables.finished();
    }
  }
}
