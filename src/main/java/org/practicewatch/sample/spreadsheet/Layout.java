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
  CRS("crs"),
  /** What is done on a day and comes in no national format. */
  ACTIVITIES("activities"),
  /** What lasts and comes in no national format. */
  SPANS("spans");

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

  /** Whether it is the layout of one case system's extracts, beside which others may stand. */
  public boolean isOfCaseSystem() {
    return findReport(MOSAIC).isEmpty();
  }

  /** The one report of activities or spans, where it is that; beside extracts of a layout. */
  Optional<WorkReport> findReport(Layout beside) {
    return switch (this) {
      case ACTIVITIES -> Optional.of(new WorkReport(WorkReport.Work.ACTIVITIES, beside));
      case SPANS -> Optional.of(new WorkReport(WorkReport.Work.SPANS, beside));
      case MOSAIC, MOSAIC_REPORTS, CRS -> Optional.empty();
    };
  }

  /** An id as the case system's extracts in this layout write it. */
  String id(String id) {
    return this == CRS ? ReportSystem.CRS.id(id) : id;
  }

  Tables open(FictionalAuthority authority, Path folder, Form form, Layout beside)
      throws IOException {
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
      case ACTIVITIES, SPANS -> {
        WorkReport report = findReport(beside).orElseThrow();
        String workbook = report.fileName(authority.asAt());
        yield open(authority, folder, form, List.of(report), workbook);
      }
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
