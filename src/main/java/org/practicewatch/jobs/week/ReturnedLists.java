package org.practicewatch.jobs.week;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Organisation;
import org.practicewatch.exceptions.AcceptanceAsked;
import org.practicewatch.exceptions.Refusal;
import org.practicewatch.exceptions.workbook.Encrypting;
import org.practicewatch.intake.DateText;
import org.practicewatch.intake.SourceCell;
import org.practicewatch.intake.SourceFile;
import org.practicewatch.intake.SourceRow;
import org.practicewatch.intake.SourceSheet;
import org.practicewatch.intake.UnreadableExtract;
import org.practicewatch.intake.spreadsheet.Spreadsheets;
import org.practicewatch.post.Delivering;
import org.practicewatch.reports.week.ExceptionWorkbook;

/**
 * Lists that came back, with what was filled in. Columns are found by their headings, wherever they
 * stand and however the rows are sorted.
 *
 * @param asked what they ask
 * @param refused what cannot be read
 * @param hashes of the files, so that none is read twice
 */
record ReturnedLists(List<AcceptanceAsked> asked, List<Refusal> refused, List<String> hashes) {

  private static final int ROWS_ABOVE_HEADINGS = 20;

  /** Columns without which a sheet is no list. */
  private static final List<String> NEEDED =
      List.of(
          ExceptionWorkbook.CHILD,
          ExceptionWorkbook.UNTIL,
          ExceptionWorkbook.REASON,
          ExceptionWorkbook.BY,
          ExceptionWorkbook.LINE);

  /** Reads what has come since: workbooks, and CSV files saved from them. */
  static ReturnedLists read(ThisWeek week, Predicate<String> wasReturned) throws IOException {
    Reading reading = new Reading(week);
    if (Files.isDirectory(week.returns())) {
      try (Stream<Path> files = Files.list(week.returns())) {
        for (Path file : files.sorted().filter(ReturnedLists::isList).toList()) {
          byte[] bytes = Files.readAllBytes(file);
          String sha256 = Delivering.sha256(bytes);
          if (!wasReturned.test(sha256) && !reading.hashes.contains(sha256)) {
            reading.hashes.add(sha256);
            reading.file(file, bytes);
          }
        }
      }
    }
    return new ReturnedLists(
        List.copyOf(reading.asked), List.copyOf(reading.refused), List.copyOf(reading.hashes));
  }

  /** What Excel and people leave in a folder is no list. */
  private static boolean isList(Path file) {
    String name = String.valueOf(file.getFileName());
    return Files.isRegularFile(file)
        && !name.startsWith("~$")
        && !name.startsWith(".")
        && !name.equalsIgnoreCase("Thumbs.db")
        && !name.startsWith("README");
  }

  /** For the console: counts alone, for a name of a file may be anybody's. */
  List<String> told() {
    return hashes.isEmpty()
        ? List.of()
        : List.of(
            String.format(
                "Lists that came back: %,d, with %,d lines filled in%s",
                hashes.size(),
                asked.size(),
                refused.isEmpty()
                    ? ""
                    : String.format("; %,d things in them cannot be read", refused.size())));
  }

  private static final class Reading {

    private final ThisWeek week;
    private final Organisation.Teams teams;
    private final List<AcceptanceAsked> asked = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final List<String> hashes = new ArrayList<>();

    Reading(ThisWeek week) {
      this.week = week;
      this.teams = week.settings().organisation().teams();
    }

    void file(Path file, byte[] bytes) throws IOException {
      String name = String.valueOf(file.getFileName());
      if (!Encrypting.isEncrypted(bytes)) {
        open(name, file);
        return;
      }
      Optional<byte[]> plain = decrypt(bytes);
      if (plain.isEmpty()) {
        refuse(
            name,
            "The workbook is encrypted with a password that is not a team's. Save it without one, or"
                + " with the team's.");
        return;
      }
      Path copy = Files.createTempFile("practicewatch-list", ".xlsx");
      try {
        Files.write(copy, plain.get());
        open(name, copy);
      } finally {
        Files.deleteIfExists(copy);
      }
    }

    private Optional<byte[]> decrypt(byte[] bytes) throws IOException {
      for (String password : week.passwords().values()) {
        Optional<byte[]> plain = Encrypting.decrypt(bytes, password);
        if (plain.isPresent()) {
          return plain;
        }
      }
      return Optional.empty();
    }

    private void open(String name, Path file) {
      int lists = 0;
      try (SourceFile source = Spreadsheets.open(file)) {
        for (int i = 0; i < source.sheetNames().size(); i++) {
          try (SourceSheet sheet = source.open(i)) {
            lists += sheet(name, sheet) ? 1 : 0;
          }
        }
      } catch (UnreadableExtract unreadable) {
        refuse(name, unreadable.getMessage() + " None of its lines was taken in.");
        return;
      }
      if (lists == 0) {
        refuse(
            name,
            "This is no list of exceptions: no sheet has the columns '"
                + String.join("', '", NEEDED)
                + "'. Send back the workbook that came with the letter.");
      }
    }

    private void refuse(String name, String problem) {
      refused.add(new Refusal(name, "", "", problem));
    }

    /** Whether it is one of the lists. */
    private boolean sheet(String file, SourceSheet sheet) {
      Map<String, Integer> places = null;
      String team = "";
      int looked = 0;
      int width = 0;
      SourceRow row = sheet.next();
      while (row != null) {
        if (places == null) {
          places = headings(row);
          width = row.width();
          team = team.isEmpty() ? team(row) : team;
          looked++;
          if (places == null && looked > ROWS_ABOVE_HEADINGS) {
            return false;
          }
        } else if (row.fitsUnder(width)) {
          line(file, sheet.name(), row, places, team);
        } else {
          refused.add(new Refusal(file, cell(sheet.name(), row), team, SourceRow.MISFIT));
        }
        row = sheet.next();
      }
      return places != null;
    }

    private static String cell(String sheet, SourceRow row) {
      return (sheet.isEmpty() ? "" : sheet + "!") + "row " + row.number();
    }

    private static @Nullable Map<String, Integer> headings(SourceRow row) {
      Map<String, Integer> places = new HashMap<>();
      row.cells().forEach(cell -> places.put(cell.text().strip(), cell.column()));
      return places.keySet().containsAll(NEEDED) ? places : null;
    }

    /** Whose list it is, from the title "Exceptions: East: practice exceptions". */
    private String team(SourceRow row) {
      for (SourceCell cell : row.cells()) {
        String text = cell.text().strip();
        int end = text.lastIndexOf(": ");
        if (text.startsWith(ExceptionWorkbook.TITLE) && end > ExceptionWorkbook.TITLE.length()) {
          String team = text.substring(ExceptionWorkbook.TITLE.length(), end);
          // Whoever is further up speaks for all the teams of a service.
          return teams.findService(team).isPresent() ? team : "";
        }
      }
      return "";
    }

    private void line(
        String file, String sheet, SourceRow row, Map<String, Integer> places, String team) {
      String until = text(row, places.get(ExceptionWorkbook.UNTIL));
      String reason = text(row, places.get(ExceptionWorkbook.REASON));
      String note = text(row, places.get(ExceptionWorkbook.NOTE));
      String by = text(row, places.get(ExceptionWorkbook.BY));
      if (until.isEmpty() && reason.isEmpty() && note.isEmpty() && by.isEmpty()) {
        return;
      }
      asked.add(
          new AcceptanceAsked(
              file,
              cell(sheet, row),
              text(row, places.get(ExceptionWorkbook.LINE)),
              text(row, places.get(ExceptionWorkbook.CHILD)),
              day(row, places.get(ExceptionWorkbook.UNTIL)),
              until,
              reason,
              note,
              by,
              "",
              team));
    }

    private static String text(SourceRow row, @Nullable Integer column) {
      return find(row, column).map(cell -> cell.text().strip()).orElse("");
    }

    private static @Nullable LocalDate day(SourceRow row, @Nullable Integer column) {
      Optional<SourceCell> cell = find(row, column);
      if (cell.isPresent() && cell.get().moment() != null) {
        return cell.get().moment().toLocalDate();
      }
      return cell.flatMap(one -> DateText.read(one.text().strip()))
          .map(DateText.Read::day)
          .orElse(null);
    }

    private static Optional<SourceCell> find(SourceRow row, @Nullable Integer column) {
      return column == null
          ? Optional.empty()
          : row.cells().stream().filter(cell -> cell.column() == column).findFirst();
    }
  }
}
