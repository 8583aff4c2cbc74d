package org.practicewatch.casework;

/**
 * The cell a fact came from, so that every line of every output can be traced to it.
 *
 * @param file name of the file, without its folder
 * @param sheet name of the sheet; empty for a file that has none
 * @param cell column letters and the sheet's own row number, such as {@code F214}
 */
public record CellRef(String file, String sheet, String cell) {

  /** Reads what {@link #toString()} wrote. */
  public static CellRef parse(String text) {
    int last = text.lastIndexOf('!');
    int first = text.lastIndexOf('!', last - 1);
    return new CellRef(
        text.substring(0, first), text.substring(first + 1, last), text.substring(last + 1));
  }

  /** The extract that it is a cell of: its file and sheet. */
  public String extract() {
    return file + "!" + sheet;
  }

  /** Whether both are cells of one extract. */
  public boolean isOfExtractOf(CellRef other) {
    return sheet.equals(other.sheet) && file.equals(other.file);
  }

  /** Whether both are cells of one row. */
  public boolean isInRowOf(CellRef other) {
    return row().equals(other.row()) && isOfExtractOf(other);
  }

  private String row() {
    int digits = 0;
    while (digits < cell.length() && !Character.isDigit(cell.charAt(digits))) {
      digits++;
    }
    return cell.substring(digits);
  }

  /** The form of the contract: {@code file!sheet!F214}. */
  @Override
  public String toString() {
    return file + "!" + sheet + "!" + cell;
  }
}
