package org.practicewatch.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The same extracts of a case system, whose children are shared among so many teams. */
final class FewerTeams {

  /** As the sample's extracts call their teams: {@code T83}, and by the name of its eleventh. */
  private static final Pattern TEAM = Pattern.compile("\\bT(\\d{2,3})\\b");

  private static final Pattern NAME = Pattern.compile("\\b(Team|East|West|Officers) (\\d+)\\b");

  /** What the sample has of each sort before it numbers them. */
  private static final int SORTS = 8;

  private FewerTeams() {}

  static void write(Path from, Path to, int teams) throws IOException {
    Files.createDirectories(to);
    List<Path> files;
    try (Stream<Path> listed = Files.list(from)) {
      files = listed.toList();
    }
    for (Path file : files) {
      boolean department = file.getFileName().toString().contains("department");
      Set<String> ids = new LinkedHashSet<>();
      List<String> lines =
          Files.readAllLines(file, UTF_8).stream()
              .map(line -> TEAM.matcher(line).replaceAll(team -> id(team.group(1), teams)))
              .map(
                  line ->
                      NAME.matcher(line)
                          .replaceAll(name -> name(name.group(1), name.group(2), teams)))
              .filter(line -> !department || ids.add(line.replaceFirst(",.*", "")))
              .toList();
      Files.write(to.resolve(file.getFileName()), lines, UTF_8);
    }
  }

  private static String id(String number, int teams) {
    return String.format("T%02d", folded(number, teams));
  }

  private static String name(String sort, String number, int teams) {
    int folded = folded(number, teams / SORTS);
    return folded == 1 ? sort : sort + " " + folded;
  }

  private static int folded(String number, int most) {
    return (Integer.parseInt(number) - 1) % most + 1;
  }
}
