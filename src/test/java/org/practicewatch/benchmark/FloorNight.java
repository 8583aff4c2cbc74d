package org.practicewatch.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What no night can do without, and nothing else: splits the rows of all extracts, reads their
 * dates, groups them by child, puts each child's in order, and writes as many lines.
 */
final class FloorNight {

  private FloorNight() {}

  /** A row, by the first day in it. */
  private record Row(LocalDate day, String[] cells) {}

  public static void main(String[] words) throws IOException {
    Map<String, List<Row>> byChild = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> listed = Files.list(Path.of(words[0]))) {
      files = listed.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
    for (Path file : files) {
      try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
        lines.readLine();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String[] cells = line.split(",", -1);
          byChild.computeIfAbsent(cells[0], child -> new ArrayList<>()).add(row(cells));
        }
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(words[1]), UTF_8)) {
      for (List<Row> rows : byChild.values()) {
        rows.sort((one, other) -> one.day().compareTo(other.day()));
        for (Row row : rows) {
          out.write(row.day() + "," + String.join(",", row.cells()));
          out.newLine();
        }
      }
    }
  }

  private static Row row(String[] cells) {
    LocalDate first = LocalDate.MAX;
    for (String cell : cells) {
      LocalDate day = day(cell);
      first = day != null && day.isBefore(first) ? day : first;
    }
    return new Row(first, cells);
  }

  /** Such as 31/03/2018 or 2026-10-30 00:00:00. */
  private static LocalDate day(String cell) {
    if (cell.length() >= 10 && cell.charAt(2) == '/' && cell.charAt(5) == '/') {
      return LocalDate.of(number(cell, 6, 10), number(cell, 3, 5), number(cell, 0, 2));
    }
    if (cell.length() >= 10 && cell.charAt(4) == '-' && cell.charAt(7) == '-') {
      return LocalDate.of(number(cell, 0, 4), number(cell, 5, 7), number(cell, 8, 10));
    }
    return null;
  }

  private static int number(String text, int from, int before) {
    return Integer.parseInt(text, from, before, 10);
  }
}
