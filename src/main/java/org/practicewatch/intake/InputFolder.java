package org.practicewatch.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.practicewatch.intake.Drop.PassedOver;
import org.practicewatch.intake.Drop.ReceivedFile;

/**
 * Looks through the input folder: which files are extracts, and which tables they hold. Reads no
 * further than each sheet's first rows.
 */
public final class InputFolder {

  /** A file that begins so marks the folder as a sample: invented data. */
  public static final String SAMPLE_MARK = "README-fictional-sample";

  /** Those that are not read are held, with what to do. */
  private static final Set<String> SPREADSHEETS =
      Set.of(
          "csv", "tsv", "xls", "xlsx", "xlsm", "xlsb", "xlt", "xltx", "xltm", "xml", "ods", "ots",
          "fods", "numbers");

  private static final Set<String> NEVER = Set.of("returns", "audits");

  private final List<ExtractProfile> profiles;
  private final TablesInFile tables;
  private final Predicate<Path> looksLikeTable;

  /**
   * A way of looking.
   *
   * @param open opens a spreadsheet file
   * @param looksLikeTable says of a file whose name ends otherwise whether there may be a table in
   *     it
   */
  public InputFolder(
      List<ExtractProfile> profiles,
      Function<Path, SourceFile> open,
      Predicate<Path> looksLikeTable) {
    this.profiles = List.copyOf(profiles);
    this.tables = new TablesInFile(new Headings(profiles), open);
    this.looksLikeTable = looksLikeTable;
  }

  /** Whether anything in the folder looks like an extract. */
  public boolean hasExtracts(Path input) {
    return !candidates(input, new ArrayList<>()).isEmpty();
  }

  /** A file by its bytes, before anybody has looked at what stands in it. */
  private record Whole(Path path, String name, String stamp, String hash) {

    static Whole of(Path path) {
      return new Whole(path, nameOf(path), ReceivedFile.stampOf(path), sha256(path));
    }
  }

  /** What lies in a folder, or one file; several files are looked at side by side. */
  public Drop look(Path input) {
    List<PassedOver> passedOver = new ArrayList<>();
    List<Whole> different = new ArrayList<>();
    Map<String, String> nameByHash = new HashMap<>();
    for (Whole file : candidates(input, passedOver).parallelStream().map(Whole::of).toList()) {
      String same = file.hash().isEmpty() ? null : nameByHash.putIfAbsent(file.hash(), file.name());
      if (same != null) {
        passedOver.add(new PassedOver(file.name(), "It is the same file as " + same + "."));
      } else {
        different.add(file);
      }
    }
    List<ReceivedFile> files =
        different.parallelStream()
            .map(file -> tables.look(file.path(), file.name(), file.hash(), file.stamp()))
            .toList();
    return new Drop(files, passedOver, isSample(input));
  }

  private List<Path> candidates(Path input, List<PassedOver> passedOver) {
    if (Files.isRegularFile(input)) {
      return List.of(input);
    }
    if (!Files.isDirectory(input)) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    for (Path entry : list(input)) {
      String name = nameOf(entry);
      if (Files.isDirectory(entry)) {
        boolean ofProfile = profiles.stream().anyMatch(p -> p.profile().equalsIgnoreCase(name));
        if (ofProfile) {
          list(entry).forEach(file -> sortOut(file, files, passedOver));
        } else if (!NEVER.contains(name) && !name.startsWith(".")) {
          passedOver.add(
              new PassedOver(name + "/", "Only sub-folders named after a profile are read."));
        }
      } else {
        sortOut(entry, files, passedOver);
      }
    }
    return files;
  }

  private void sortOut(Path file, List<Path> files, List<PassedOver> passedOver) {
    String name = nameOf(file);
    boolean aside =
        name.startsWith("README")
            || name.startsWith("~$")
            || name.startsWith(".")
            || name.equalsIgnoreCase("Thumbs.db")
            || name.equalsIgnoreCase("desktop.ini");
    int point = name.lastIndexOf('.');
    String ending = point < 0 ? "" : name.substring(point + 1).toLowerCase(Locale.ROOT);
    if (aside) {
      passedOver.add(new PassedOver(name, "It is not an extract."));
    } else if (Files.isDirectory(file)) {
      passedOver.add(new PassedOver(name + "/", "Sub-folders of a profile's folder are not read."));
    } else if (Files.exists(file) && !Files.isRegularFile(file)) {
      // A pipe would keep the night waiting for whoever writes to it.
      passedOver.add(new PassedOver(name, "It is not a file that can be read to its end."));
    } else if (SPREADSHEETS.contains(ending)) {
      files.add(file);
    } else if (looksLikeTable.test(file)) {
      passedOver.add(
          new PassedOver(
              name,
              "It looks like a table, but is not named as one. Name it as what it is (.csv, .tsv,"
                  + " .xlsx, .xls, .xml), or take it out of the folder.",
              true));
    } else {
      passedOver.add(new PassedOver(name, "It is not a spreadsheet."));
    }
  }

  /** A file's name as it can be printed and stored. */
  private static String nameOf(Path file) {
    return CellText.tidy(String.valueOf(file.getFileName()));
  }

  private static boolean isSample(Path input) {
    Path folder = Files.isDirectory(input) ? input : input.toAbsolutePath().getParent();
    return folder != null
        && list(folder).stream()
            .anyMatch(file -> String.valueOf(file.getFileName()).startsWith(SAMPLE_MARK));
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String sha256(Path path) {
    try (InputStream bytes = Files.newInputStream(path)) {
      return DigestUtils.sha256Hex(bytes);
    } catch (IOException unreadable) {
      // Told when it is opened.
      return "";
    }
  }
}
