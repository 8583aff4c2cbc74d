package org.practicewatch.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What lies in the input folder tonight, recognised and not yet read.
 *
 * @param files the spreadsheet files, in order of their names
 * @param passedOver what is not an extract, with the reason
 * @param fictional whether a sample's own mark lies among them
 */
public record Drop(List<ReceivedFile> files, List<PassedOver> passedOver, boolean fictional) {

  public Drop {
    files = List.copyOf(files);
    passedOver = List.copyOf(passedOver);
  }

  /**
   * Something that is not an extract.
   *
   * @param looksLikeTable whether it may be one all the same, so that somebody should look
   */
  public record PassedOver(String name, String why, boolean looksLikeTable) {

    /** What nobody need look at. */
    public PassedOver(String name, String why) {
      this(name, why, false);
    }
  }

  /** Whether anything was passed over that looks like a table. */
  public boolean missesTables() {
    return passedOver.stream().anyMatch(PassedOver::looksLikeTable);
  }

  /**
   * A place at which something was received: a table, or a file of which nothing can be read.
   *
   * @param table empty for a file as a whole
   */
  public record Received(ReceivedFile file, Optional<ReceivedTable> table) {}

  /** What was received, in an order that is always the same for the same files. */
  public List<Received> received() {
    List<Received> received = new ArrayList<>();
    for (ReceivedFile file : files) {
      if (!file.heldBecause().isEmpty()) {
        received.add(new Received(file, Optional.empty()));
      }
      for (ReceivedTable table : file.tables()) {
        if (!table.passedOver()) {
          received.add(new Received(file, Optional.of(table)));
        }
      }
    }
    return received;
  }

  /**
   * One file.
   *
   * @param name without its folder
   * @param tables its sheets; one for a CSV
   * @param stamp its size and when it was last written, when it was looked into
   * @param heldBecause why nothing of it is read; empty where it is
   */
  public record ReceivedFile(
      Path path,
      String name,
      String sha256,
      String stamp,
      List<ReceivedTable> tables,
      String heldBecause) {

    public ReceivedFile {
      tables = List.copyOf(tables);
    }

    /** Whether somebody has written to it since it was looked into. */
    public boolean hasChanged() {
      return !stampOf(path).equals(stamp);
    }

    /**
     * Which report it is, night after night: its folder and name without any date. A newer file of
     * the same name stands in its place; one that is called otherwise is another part.
     */
    public String part() {
      return ReportName.of(path).part();
    }

    /** The same of a file of which the folder is not known: it is left empty. */
    public static String partOf(String fileName) {
      String part = ReportName.of(Path.of(fileName)).part();
      return part.substring(part.lastIndexOf('/'));
    }

    /** Its name without full dates. */
    public String series() {
      return ReportName.of(path).series();
    }

    /** Whether its name is one that a program gives to a copy, such as {@code Visits (1).csv}. */
    public boolean isCopy() {
      return ReportName.of(path).isCopy();
    }

    static String stampOf(Path path) {
      try {
        BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
        return file.size() + " " + file.lastModifiedTime();
      } catch (IOException unreadable) {
        return "";
      }
    }
  }

  /**
   * One table: as a rule a whole sheet.
   *
   * @param sheet the place of its sheet in the file
   * @param sheetName its name; empty for a CSV
   * @param number 1, and more for a table beneath or beside another on the sheet
   * @param headerRow the row of its headings; 0 where there are none
   * @param lastRow the last row that belongs to it
   * @param found what it was recognised as
   * @param dated the date that it, its file's name or folder gives
   * @param year the year alone, where that is all that is given
   * @param heldBecause why it is not read; empty where it is
   * @param leftOutBecause why it need not be read; empty where it is or should be
   * @param passedOver whether it is no extract at all, such as a sheet of guidance
   */
  public record ReceivedTable(
      int sheet,
      String sheetName,
      int number,
      int headerRow,
      int lastRow,
      Optional<Headings.Recognised> found,
      @Nullable LocalDate dated,
      @Nullable Integer year,
      String heldBecause,
      String leftOutBecause,
      boolean passedOver) {

    /** Whether a row of the sheet is one of its own, below the headings. */
    public boolean has(SourceRow row) {
      return row.number() > headerRow && row.number() <= lastRow;
    }

    /**
     * Of a row of the sheet the cells that are its own, where another table stands beside it; null
     * where it has none.
     */
    public @Nullable SourceRow own(SourceRow row) {
      return found.isEmpty() ? row : found.get().own(row);
    }

    ReceivedTable held(String because) {
      return new ReceivedTable(
          sheet, sheetName, number, headerRow, lastRow, found, dated, year, because, "", false);
    }

    ReceivedTable asPassedOver() {
      return new ReceivedTable(
          sheet, sheetName, number, headerRow, lastRow, Optional.empty(), null, null, "", "", true);
    }
  }

  /**
   * The newest complete date that any extract gives for itself.
   *
   * @param today later ones are passed over: the end of a period that a title names is no date on
   *     which anything is known
   */
  public Optional<LocalDate> newestDate(LocalDate today) {
    LocalDate newest = null;
    for (ReceivedFile file : files) {
      for (ReceivedTable table : file.tables()) {
        LocalDate dated = table.dated();
        if (dated != null && !dated.isAfter(today) && (newest == null || dated.isAfter(newest))) {
          newest = dated;
        }
      }
    }
    return Optional.ofNullable(newest);
  }
}
