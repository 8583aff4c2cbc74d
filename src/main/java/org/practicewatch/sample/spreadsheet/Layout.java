package org.practicewatch.sample.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.practicewatch.sample.FictionalAuthority;

/** The layouts in which the fictional authority's extracts can be written. */
public enum Layout {
  /** The Standard Safeguarding Dataset as the script for Mosaic writes it. */
  MOSAIC("mosaic"),
  /** Reports that a council makes for itself out of Mosaic. */
  MOSAIC_REPORTS("mosaic-reports"),
  /** Reports out of CRS. */
  CRS("crs");

  private final String word;

  Layout(String word) {
    this.word = word;
  }

  /** Its name, which is that of the profile it is read by. */
  public String word() {
    return word;
  }

  /** The layout of that name. */
  public static Optional<Layout> find(String word) {
    return Arrays.stream(values()).filter(layout -> layout.word.equals(word)).findFirst();
  }

  Tables open(FictionalAuthority authority, Path folder, Form form) throws IOException {
    return switch (this) {
      case MOSAIC ->
          open(
              authority,
              folder,
              form,
              List.of(MosaicTable.values()),
              "mosaic_dataset_" + authority.asAt());
      case MOSAIC_REPORTS -> reports(ReportSystem.MOSAIC, authority, folder, form);
      case CRS -> reports(ReportSystem.CRS, authority, folder, form);
    };
  }

  private static Tables reports(
      ReportSystem system, FictionalAuthority authority, Path folder, Form form)
      throws IOException {
    Tables tables = open(authority, folder, form, system.reports(), system.workbook());
    return new ReportTables(system, authority, tables);
  }

  private static Tables open(
      FictionalAuthority authority,
      Path folder,
      Form form,
      List<? extends Table> tables,
      String workbook)
      throws IOException {
    return switch (form) {
      case CSV -> new CsvTables(folder, authority.asAt(), tables);
      case WORKBOOK ->
          new WorkbookTables(folder.resolve(workbook + ".xlsx"), authority.asAt(), tables);
    };
  }
}
