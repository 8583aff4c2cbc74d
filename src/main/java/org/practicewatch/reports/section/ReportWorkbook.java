package org.practicewatch.reports.section;

import java.util.List;

/**
 * A workbook: sheets that say the same things as a report, for those who live in a spreadsheet.
 *
 * @param title what it is
 * @param authority name of the authority
 * @param fictional whether every sheet says that the data is invented
 * @param asAt the night's date, in words
 * @param sheets in the order of their tabs
 */
public record ReportWorkbook(
    String title, String authority, boolean fictional, String asAt, List<ReportSheet> sheets) {}
