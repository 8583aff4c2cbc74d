package org.practicewatch.intake.spreadsheet;

/**
 * A part of a workbook is not written as spreadsheet programs nearly always write it, so that an
 * XML parser must read it: it may be damaged, or only unusual.
 */
final class NotPlain extends Exception {

  private static final long serialVersionUID = 1L;

  NotPlain() {
    super("not written plainly");
  }
}
