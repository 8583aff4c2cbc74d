package org.practicewatch.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.Drop.PassedOver;
import org.practicewatch.intake.Drop.ReceivedFile;
import org.practicewatch.intake.Drop.ReceivedTable;

/**
 * Looks through the input folder: which files are extracts, and which tables they hold. Reads no
 * further than each sheet's first rows.
 */
public final class InputFolder {

  /** A file that begins so marks the folder as a sample: invented data. */
  public static final String SAMPLE_MARK = "README-fictional-sample";

  private static final Set<String> SPREADSHEETS =
      Set.of("csv", "xls", "xlsx", "xml", "xlsm", "xlsb", "tsv");
  private static final int LONGEST_SHEET_NAME = 100;
  private static final Set<String> NEVER = Set.of("returns", "audits");

  private final List<ExtractProfile> profiles;
  private final Headings headings;
  private final Function<Path, SourceFile> open;

  /**
   * A way of looking.
   *
   * @param open opens a spreadsheet file
   */
  public InputFolder(List<ExtractProfile> profiles, Function<Path, SourceFile> open) {
    this.profiles = List.copyOf(profiles);
    this.headings = new Headings(profiles);
    this.open = open;
  }

  /** Whether anything in the folder looks like an extract. */
  public boolean hasExtracts(Path input) {
    return !candidates(input, new ArrayList<>()).isEmpty();
  }

  /** What lies in a folder, or one file. */
  public Drop look(Path input) {
    List<PassedOver> passedOver = new ArrayList<>();
    List<ReceivedFile> files = new ArrayList<>();
    Map<String, String> nameByHash = new HashMap<>();
    for (Path path : candidates(input, passedOver)) {
      String name = nameOf(path);
      String stamp = ReceivedFile.stampOf(path);
      String hash = sha256(path);
      String same = hash.isEmpty() ? null : nameByHash.putIfAbsent(hash, name);
      if (same != null) {
        passedOver.add(new PassedOver(name, "It is the same file as " + same + "."));
      } else {
        files.add(lookInto(path, name, hash, stamp));
      }
    }
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

  private static void sortOut(Path file, List<Path> files, List<PassedOver> passedOver) {
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

  private ReceivedFile lookInto(Path path, String name, String hash, String stamp) {
    List<ReceivedTable> tables = new ArrayList<>();
    try (SourceFile file = open.apply(path)) {
      for (int sheet = 0; sheet < file.sheetNames().size(); sheet++) {
        tables.add(lookInto(path, name, file, sheet));
      }
    } catch (UnreadableExtract unreadable) {
      return new ReceivedFile(path, name, hash, stamp, List.of(), reason(unreadable));
    }
    String held = tables.isEmpty() ? "The workbook holds no sheet with rows and columns." : "";
    return new ReceivedFile(path, name, hash, stamp, judged(tables), held);
  }

  /** The name of a sheet as it can be printed and stored, and no other sheet's. */
  private static String nameOfSheet(SourceFile file, int sheet) {
    List<String> names =
        file.sheetNames().stream()
            .map(name -> CellText.cut(CellText.tidy(name), LONGEST_SHEET_NAME))
            .toList();
    String name = names.get(sheet);
    return names.indexOf(name) == sheet ? name : name + " (" + (sheet + 1) + ")";
  }

  private ReceivedTable lookInto(Path path, String name, SourceFile file, int sheet) {
    String sheetName = nameOfSheet(file, sheet);
    List<SourceRow> first = new ArrayList<>();
    try (SourceSheet rows = file.open(sheet)) {
      SourceRow row = rows.next();
      while (row != null && row.number() <= Headings.ROWS_SEARCHED) {
        first.add(row);
        row = rows.next();
      }
    } catch (UnreadableExtract unreadable) {
      return new ReceivedTable(
          sheet, sheetName, headings.find(first), null, null, reason(unreadable), false);
    }
    Optional<Headings.Recognised> found = headings.find(first);
    LocalDate dated = dateOf(path, name, first, found);
    Integer year = dated != null ? Integer.valueOf(dated.getYear()) : yearOf(path, name);
    return new ReceivedTable(
        sheet,
        sheetName,
        found,
        dated,
        year,
        found.map(InputFolder::fault).orElse(""),
        first.isEmpty());
  }

  private static String reason(UnreadableExtract unreadable) {
    return String.valueOf(unreadable.getMessage());
  }

  private static @Nullable LocalDate dateOf(
      Path path, String name, List<SourceRow> first, Optional<Headings.Recognised> found) {
    Optional<LocalDate> date = DatesInText.fullDate(name);
    if (date.isEmpty() && found.isPresent()) {
      int header = found.get().headerRow();
      date = DatesInText.ofReport(first.stream().filter(row -> row.number() < header).toList());
    }
    return date.or(() -> DatesInText.fullDate(folder(path))).orElse(null);
  }

  private static @Nullable Integer yearOf(Path path, String name) {
    return DatesInText.year(name)
        .or(() -> DatesInText.year(folder(path)))
        .map(Year::getValue)
        .orElse(null);
  }

  private static String folder(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null || parent.getFileName() == null ? "" : parent.getFileName().toString();
  }

  /** What keeps a recognised table from being read; empty text for nothing. */
  private static String fault(Headings.Recognised found) {
    if (!found.twice().isEmpty()) {
      return "Two columns are headed as the same thing: " + String.join("; ", found.twice()) + ".";
    }
    if (!found.missing().isEmpty()) {
      return "It looks like "
          + found.name()
          + ", but has no column headed "
          + String.join(", ", found.missing())
          + ".";
    }
    return "";
  }

  /**
   * In a workbook with a known table, a sheet that is none is passed over; else all is held, and so
   * is one that is called as a table is and has lost its headings.
   */
  private List<ReceivedTable> judged(List<ReceivedTable> tables) {
    boolean anyKnown = tables.stream().anyMatch(table -> table.found().isPresent());
    List<ReceivedTable> judged = new ArrayList<>();
    for (ReceivedTable table : tables) {
      if (table.found().isPresent() || !table.heldBecause().isEmpty()) {
        judged.add(table);
      } else if (headings.tableCalled(table.sheetName()).isEmpty()
          && (anyKnown || (table.passedOver() && tables.size() > 1))) {
        judged.add(
            new ReceivedTable(
                table.sheet(), table.sheetName(), Optional.empty(), null, null, "", true));
      } else {
        String why =
            table.passedOver()
                ? "There is nothing in it."
                : headings
                        .tableCalled(table.sheetName())
                        .map(known -> "It is called as " + known + " are, but its headings")
                        .orElse("Its headings")
                    + " are those of no table in jobs/profiles ("
                    + String.join(", ", headings.profileNames())
                    + ").";
        judged.add(
            new ReceivedTable(
                table.sheet(), table.sheetName(), Optional.empty(), null, null, why, false));
      }
    }
    return judged;
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String sha256(Path path) {
    try (InputStream bytes =
        new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
      bytes.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) bytes).getMessageDigest().digest());
    } catch (IOException unreadable) {
      // Told when it is opened.
      return "";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
