package org.practicewatch.intake.spreadsheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.practicewatch.intake.UnreadableExtract;

/**
 * Whether a file that is not named as a spreadsheet may hold a table all the same. Looks at what is
 * in it, and no further than it must.
 */
public final class TableInside {

  private static final int HEAD = 8192;
  private static final int LINES = 40;
  private static final String SEPARATORS = ",;\t|";

  /** Columns of a table without which lines with commas are taken for sentences. */
  private static final int COLUMNS = 3;

  private static final Pattern SPREADSHEET =
      Pattern.compile("(?i).*\\.(csv|tsv|xls[xmb]?|xml|ods|fods|numbers)");
  private static final Pattern PACKED = Pattern.compile("(?i)\\.(gz|bz2|xz|zst)$");
  private static final Pattern IN_WORDS =
      Pattern.compile(
          "(?s)(<\\?xml|<[A-Za-z_][\\w.:-]*>\\s*<).*|.*<table\\b.*|[\\[{]\\s*[\\[{\"].*");

  private TableInside() {}

  /** Looks into a file; one that cannot be opened is taken for none. */
  public static boolean mayBe(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      byte[] head = head(file);
      if (head.length == 0) {
        return false;
      }
      if (PACKED.matcher(name).find()) {
        return SPREADSHEET.matcher(PACKED.matcher(name).replaceFirst("")).matches();
      }
      if (head[0] == 'P' && head.length > 3 && head[1] == 'K') {
        return isInZip(file);
      }
      if ((head[0] & 0xFF) == 0xD0 && head.length > 3 && (head[1] & 0xFF) == 0xCF) {
        return isInContainer(file);
      }
      String start = new String(head, StandardCharsets.ISO_8859_1);
      return start.startsWith("PAR1") || start.startsWith("SQLite format 3") || isText(file, head);
    } catch (IOException | RuntimeException unreadable) {
      // A table that is damaged as well is told where it is named as one.
      return false;
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }

  private static boolean isInZip(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry mimetype = zip.getEntry("mimetype");
      if (mimetype != null) {
        try (InputStream in = zip.getInputStream(mimetype)) {
          return new String(in.readNBytes(HEAD), StandardCharsets.US_ASCII).contains("spreadsheet");
        }
      }
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        String name = all.nextElement().getName().replace('\\', '/').toLowerCase(Locale.ROOT);
        if (name.startsWith("word/") || name.startsWith("ppt/")) {
          return false;
        }
        boolean part = name.startsWith("xl/") || name.equals("index/document.iwa");
        boolean packed = !name.endsWith("].xml") && !name.contains("docprops/");
        if (part || (packed && SPREADSHEET.matcher(name).matches())) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean isInContainer(Path file) throws IOException {
    try (POIFSFileSystem storage = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryNode root = storage.getRoot();
      return root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book");
    }
  }

  private static boolean isText(Path file, byte[] head) throws IOException {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, TextEncoding.of(file, head))) {
      String line = reader.readLine();
      while (line != null && lines.size() < LINES) {
        if (!line.isBlank()) {
          lines.add(line.replace("\uFEFF", ""));
        }
        line = reader.readLine();
      }
    } catch (UnreadableExtract binary) {
      return false;
    }
    return IN_WORDS.matcher(String.join("\n", lines).strip()).matches() || isInColumns(lines);
  }

  /** Lines cut into the same number of cells, or nearly all of them. */
  private static boolean isInColumns(List<String> lines) {
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char separator = SEPARATORS.charAt(i);
      List<Long> counts =
          lines.stream().map(line -> line.chars().filter(c -> c == separator).count()).toList();
      for (long count : counts.stream().distinct().toList()) {
        long same = counts.stream().filter(one -> one == count).count();
        if (count >= COLUMNS - 1 && same >= 2 && same * 2 > lines.size()) {
          return true;
        }
      }
    }
    return false;
  }
}
