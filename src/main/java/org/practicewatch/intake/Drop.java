package org.practicewatch.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
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

  /** Something that is not an extract. */
  public record PassedOver(String name, String why) {}

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
   * One sheet.
   *
   * @param sheet its place in the file
   * @param sheetName its name; empty for a CSV
   * @param found what it was recognised as
   * @param dated the date that it, its file's name or folder gives
   * @param year the year alone, where that is all that is given
   * @param heldBecause why it is not read; empty where it is
   * @param passedOver whether it is no extract at all, such as a sheet of guidance
   */
  public record ReceivedTable(
      int sheet,
      String sheetName,
      Optional<Headings.Recognised> found,
      @Nullable LocalDate dated,
      @Nullable Integer year,
      String heldBecause,
      boolean passedOver) {}

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
