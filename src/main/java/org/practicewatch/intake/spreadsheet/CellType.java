package org.practicewatch.intake.spreadsheet;

/** What an XLSX cell says its value is. */
enum CellType {
  NUMBER,
  SHARED_TEXT,
  TEXT,
  BOOLEAN,
  ERROR,
  ISO_DATE,
  /** Of a type that the format does not know: read as a number. */
  UNKNOWN;

  static CellType of(String written) {
    return switch (written) {
      case "n" -> NUMBER;
      case "s" -> SHARED_TEXT;
      case "str", "inlineStr" -> TEXT;
      case "b" -> BOOLEAN;
      case "e" -> ERROR;
      case "d" -> ISO_DATE;
      default -> UNKNOWN;
    };
  }
}
