package org.practicewatch.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The same return with its children several times over, each time under other ids. */
final class WiderReturn {

  private WiderReturn() {}

  /** How many rows were written, over all files. */
  static long write(Path from, Path to, int times) throws IOException {
    Files.createDirectories(to);
    List<Path> files;
    try (Stream<Path> listed = Files.list(from)) {
      files = listed.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
    long rows = 0;
    for (Path file : files) {
      List<String> lines = Files.readAllLines(file, UTF_8);
      List<String> children = lines.subList(1, lines.size());
      try (BufferedWriter out = Files.newBufferedWriter(to.resolve(file.getFileName()), UTF_8)) {
        out.write(lines.get(0) + "\r\n");
        for (int time = 0; time < times; time++) {
          for (String line : children) {
            out.write(time == 0 ? line : otherChild(line, time));
            out.write("\r\n");
          }
        }
      }
      rows += (long) children.size() * times;
    }
    return rows;
  }

  /** The child's id stands in the first column of every table. */
  private static String otherChild(String line, int time) {
    int end = line.indexOf(',');
    return end < 0 ? line : line.substring(0, end) + "-" + time + line.substring(end);
  }
}
