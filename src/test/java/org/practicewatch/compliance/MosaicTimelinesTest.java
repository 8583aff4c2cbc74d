package org.practicewatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.casework.BlankSeen;
import org.practicewatch.casework.Timeline;
import org.practicewatch.fixtures.MosaicDrop;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;
import org.practicewatch.standards.Carried;
import org.practicewatch.standards.Silence;
import org.practicewatch.standards.Versions;

/**
 * Timelines worked out by hand from the regulations, as extracts in the layout of the Mosaic
 * dataset, held against the standards that ship: the files in {@code timelines}, whose README says
 * how to read them.
 */
class MosaicTimelinesTest {

  private static final Path FILES = Path.of("src/test/resources/timelines");

  @TempDir static Path folder;

  /** One child of a file: a sentence, what is told, when it is judged, and what should be said. */
  private record Told(
      String sentence, List<String> phrases, LocalDate asAt, Map<String, String> expected) {}

  @TestFactory
  Stream<DynamicContainer> what_was_worked_out_by_hand_is_what_is_said() throws IOException {
    Map<Path, List<Told>> files = new LinkedHashMap<>();
    try (Stream<Path> listed = Files.list(FILES)) {
      for (Path file : listed.filter(one -> one.toString().endsWith(".txt")).sorted().toList()) {
        files.put(file, read(file));
      }
    }
    MosaicDrop drop = new MosaicDrop();
    Map<Told, String> ids = new LinkedHashMap<>();
    for (Told told : files.values().stream().flatMap(List::stream).toList()) {
      ids.put(told, String.valueOf(300_001 + ids.size()));
      drop.child(ids.get(told));
      told.phrases().forEach(drop::tell);
    }
    drop.write(folder);
    Settings settings = new SettingsFolder(Path.of("jobs")).read();
    MosaicDrop.Read read = MosaicDrop.read(folder, settings);
    Judging judging =
        new Judging(
            Versions.of(settings.standards()),
            Carried.alike(read.sources()),
            Silence.NONE,
            BlankSeen.COUNTS,
            settings.calendar(),
            settings.organisation().teams());
    return files.entrySet().stream()
        .map(
            file ->
                DynamicContainer.dynamicContainer(
                    file.getKey().getFileName().toString(),
                    file.getValue().stream()
                        .map(
                            told ->
                                DynamicTest.dynamicTest(
                                    told.sentence(),
                                    () -> compare(told, ids.get(told), read, judging)))));
  }

  private static void compare(Told told, String id, MosaicDrop.Read read, Judging judging) {
    List<Finding> findings =
        judging.judge(Timeline.of(id, read.facts().getOrDefault(id, List.of()), told.asAt()));
    Map<String, String> said = new LinkedHashMap<>();
    told.expected()
        .keySet()
        .forEach(
            standard ->
                said.put(
                    standard,
                    findings.stream()
                        .filter(one -> isOf(standard, one))
                        .map(MosaicTimelinesTest::inWords)
                        .collect(Collectors.joining("; "))));
    said.replaceAll((standard, words) -> words.isEmpty() ? "nothing" : words);
    assertThat(said).as(told.sentence()).isEqualTo(told.expected());
  }

  private static boolean isOf(String standard, Finding finding) {
    String[] wanted = standard.split(" from ");
    return finding.standard().equals(wanted[0])
        && (wanted.length == 1 || LocalDate.parse(wanted[1]).equals(finding.duringFrom()));
  }

  private static String inWords(Finding finding) {
    String due = finding.due() == null ? "not known" : finding.due().toString();
    String done = finding.done() == null ? "" : " done " + finding.done();
    String over = finding.daysOver() == null ? "" : " by " + finding.daysOver();
    return "due " + due + done + " " + finding.timeliness().words() + over;
  }

  private static List<Told> read(Path file) throws IOException {
    List<Told> all = new ArrayList<>();
    List<String> block = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank()) {
        add(block, all);
      } else if (!line.startsWith("#")) {
        block.add(line);
      }
    }
    add(block, all);
    return all;
  }

  private static void add(List<String> block, List<Told> all) {
    if (block.isEmpty()) {
      return;
    }
    String sentence = block.get(0);
    List<String> phrases = new ArrayList<>();
    LocalDate asAt = LocalDate.EPOCH;
    Map<String, String> expected = new LinkedHashMap<>();
    for (String line : block.subList(1, block.size())) {
      String text = line.strip();
      if (text.startsWith("as at ")) {
        asAt = LocalDate.parse(text.substring("as at ".length()));
      } else if (text.matches("[A-Z0-9-]+( from \\S+)?: .*")) {
        String[] parts = text.split(": ", 2);
        expected.put(parts[0], parts[1]);
      } else {
        phrases.addAll(List.of(text.split(", ")));
      }
    }
    all.add(new Told(sentence, phrases, asAt, expected));
    block.clear();
  }
}
