package org.practicewatch.intake.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.UnreadableExtract;

/** The parts inside a workbook's zip, whatever the case, slashes and encoding of their names. */
final class ZipParts implements Closeable {

  /** A real workbook expands ten- or twentyfold; POI stops a single part at a hundredfold. */
  private static final long MOST_EXPANSION = 200;

  private final ZipSecureFile zip;
  private final Map<String, ZipArchiveEntry> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private ZipParts(ZipSecureFile zip) {
    this.zip = zip;
  }

  private void list() {
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      String name = PartName.decoded(entry.getName().replace('\\', '/'));
      if (entries.put(name.startsWith("/") ? name.substring(1) : name, entry) != null) {
        throw new UnreadableExtract(
            "The workbook is damaged: a part of it is there twice. Please save it again in Excel.");
      }
    }
  }

  static ZipParts open(Path file) throws IOException {
    ZipSecureFile zip;
    try {
      zip = new ZipSecureFile(file.toFile());
    } catch (IOException | RuntimeException e) {
      throw new UnreadableExtract(
          "The workbook is cut short or damaged: it was probably not copied completely.", e);
    }
    ZipParts parts = new ZipParts(zip);
    try {
      parts.list();
    } catch (UnreadableExtract e) {
      parts.close();
      throw e;
    }
    long expanded = parts.entries.values().stream().mapToLong(ZipArchiveEntry::getSize).sum();
    if (expanded > Files.size(file) * MOST_EXPANSION) {
      parts.close();
      throw tooMuchInside(null);
    }
    return parts;
  }

  boolean has(String name) {
    return entries.containsKey(name);
  }

  /** Opens a part that the workbook cannot do without. */
  XmlPart open(String name) {
    return XmlPart.open(() -> bytes(name));
  }

  /** Which cells of a sheet are merged. */
  MergedCells mergedCells(String sheet) {
    try {
      return MergedCellsPart.read(bytes(sheet));
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  InputStream bytes(String name) throws IOException {
    ZipArchiveEntry entry = entries.get(name);
    if (entry == null) {
      throw new UnreadableExtract(
          "The workbook is damaged: a part of it is missing. Please save it again in Excel.");
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw XlsFile.passwordProtected();
    }
    return new Checked(zip.getInputStream(entry), entry.getCrc());
  }

  /**
   * Tells at the end of a part whether all of it arrived as it was written, and before that where a
   * single text or tag is so long that the parser would fill the memory with it.
   */
  private static final class Checked extends CheckedInputStream {

    /** Forty times what the fullest cell takes. */
    private static final int MOST_WITHOUT_TAG = 4_000_000;

    private final long expected;
    private int withoutTag;

    Checked(InputStream in, long expected) {
      super(in, new CRC32());
      this.expected = expected;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      if (read < 0 && getChecksum().getValue() != expected) {
        throw new IOException("the part does not add up");
      }
      int last = offset + read - 1;
      while (last >= offset && buffer[last] != '<') {
        last--;
      }
      withoutTag = (last < offset ? withoutTag : 0) + offset + read - 1 - last;
      if (withoutTag > MOST_WITHOUT_TAG) {
        throw new UnreadableExtract(
            "The workbook holds more text in one cell than any cell can, so it was not read any"
                + " further.");
      }
      return read;
    }
  }

  /** What a failure while reading a part means: a part that swells too much, or damage. */
  static UnreadableExtract damaged(Exception cause) {
    return isSwollen(cause)
        ? tooMuchInside(cause)
        : new UnreadableExtract(
            "The workbook is damaged and cannot be read. Please save it again in Excel.", cause);
  }

  static boolean isSwollen(@Nullable Throwable cause) {
    // POI has no type of its own for this.
    for (Throwable t = cause; t != null; t = t.getCause()) {
      String message = t.getMessage();
      if (message != null && message.startsWith("Zip bomb detected")) {
        return true;
      }
    }
    return false;
  }

  static UnreadableExtract tooMuchInside(@Nullable Exception cause) {
    String reason =
        "The workbook expands to far more than a real one would, so it was not read any further.";
    return cause == null ? new UnreadableExtract(reason) : new UnreadableExtract(reason, cause);
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw Spreadsheets.cannotOpen(e);
    }
  }
}
