package org.practicewatch.sample.spreadsheet;

/** What the extracts come as. */
public enum Form {
  /** A CSV file for each table. */
  CSV,
  /** One workbook with a sheet for each table. */
  WORKBOOK
}
