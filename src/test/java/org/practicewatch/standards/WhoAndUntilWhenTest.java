package org.practicewatch.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.practicewatch.casework.Noted;
import org.practicewatch.casework.Subject;
import org.practicewatch.casework.Timeline;
import org.practicewatch.fixtures.InventedChild;

/**
 * Who a rule is for and until when, worked out by hand from the law: both the product and the
 * second evaluator are held against the files in {@code who-and-until-when}, whose README says how
 * to read them.
 */
class WhoAndUntilWhenTest {

  private static final Path FILES = Path.of("src/test/resources/who-and-until-when");
  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
  private static final Pattern TOLD =
      Pattern.compile("(.+?) ((?:" + DAY + " ?)+)(?:to (" + DAY + "))?(.*)");
  private static final Pattern EXPECTED = Pattern.compile("([A-Z0-9-]+)(?: from (\\S+))?: (.*)");

  /** What is said of one obligation. */
  private record Said(
      LocalDate from,
      int number,
      @Nullable LocalDate due,
      @Nullable LocalDate done,
      Timeliness state) {

    String words() {
      String words = state.words();
      words = done == null ? words : "done " + done + " " + words;
      return due == null ? words : "due " + due + " " + words;
    }
  }

  @TestFactory
  Stream<DynamicContainer> what_was_worked_out_by_hand_is_what_both_readings_say()
      throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(FILES)) {
      files = listed.filter(one -> one.toString().endsWith(".txt")).sorted().toList();
    }
    return files.stream()
        .map(
            file ->
                DynamicContainer.dynamicContainer(
                    file.getFileName().toString(), paragraphs(file).stream().flatMap(this::tests)));
  }

  private Stream<DynamicTest> tests(List<String> paragraph) {
    String sentence = paragraph.get(0);
    List<String> facts = new ArrayList<>();
    Map<String, String> expected = new LinkedHashMap<>();
    for (String line : paragraph.subList(1, paragraph.size())) {
      Matcher matcher = EXPECTED.matcher(line);
      if (matcher.matches()) {
        expected.put(line.substring(0, line.indexOf(": ")), matcher.group(3));
      } else {
        facts.add(line);
      }
    }
    return Stream.of(
        DynamicTest.dynamicTest(
            sentence + ": the product",
            () -> {
              Map<String, String> said = new LinkedHashMap<>();
              expected.keySet().forEach(of -> said.put(of, words(of, product(of, facts))));
              assertThat(said).as(sentence).isEqualTo(expected);
            }),
        DynamicTest.dynamicTest(
            sentence + ": the second evaluator",
            () -> {
              Map<String, String> said = new LinkedHashMap<>();
              expected.keySet().forEach(of -> said.put(of, words(of, book(of, facts))));
              assertThat(said).as(sentence).isEqualTo(expected);
            }));
  }

  private static Stream<Said> product(String of, List<String> facts) {
    String id = idOf(facts);
    Timeline timeline = Timeline.of(id, record(id, facts).facts(), night(facts));
    return Shipped.standard(of.split(" ")[0])
        .owedTo(timeline, Shipped.EVENTS, Shipped.calendar())
        .stream()
        .map(o -> new Said(o.duringFrom(), o.number(), o.due(), o.done(), o.timeliness()));
  }

  private static Stream<Said> book(String of, List<String> facts) {
    return new DayByDay(record(idOf(facts), facts).facts(), night(facts))
        .rows(Shipped.standard(of.split(" ")[0])).stream()
            .map(row -> new Said(row.from(), row.number(), row.due(), row.done(), row.state()));
  }

  private static String words(String of, Stream<Said> all) {
    String words =
        all.filter(one -> !of.contains(" from ") || of.endsWith(" from " + one.from()))
            .sorted(Comparator.comparing(Said::from).thenComparing(Said::number))
            .map(Said::words)
            .collect(Collectors.joining("; "));
    return words.isEmpty() ? "nothing" : words;
  }

  private static String idOf(List<String> facts) {
    for (Subject subject : Subject.values()) {
      if (facts.contains("of " + subject.words())) {
        return subject.idOf("1");
      }
    }
    return "1";
  }

  private static LocalDate night(List<String> facts) {
    return facts.stream()
        .filter(line -> line.startsWith("as at "))
        .map(line -> LocalDate.parse(line.substring("as at ".length())))
        .findFirst()
        .orElseThrow();
  }

  private static InventedChild record(String id, List<String> facts) {
    InventedChild child = InventedChild.child(id);
    for (String line : facts) {
      String[] words = line.split(" ", 2);
      switch (words[0]) {
        case "born" -> child.born(words[1]);
        case "died" -> child.span("death", "", words[1], null, Set.of(), Map.of());
        case "episode" -> episode(child, told(words[1]));
        case "span" -> span(child, told(words[1]));
        case "did" -> did(child, told(words[1]));
        case "noted" -> {
          String[] noted = words[1].split(", ");
          Map<String, String> details = said(List.of(noted).subList(1, noted.length));
          child.add(new Noted(id, noted[0], details, child.cell()));
        }
        case "as", "of" -> {}
        default -> throw new IllegalArgumentException("Nothing is known of \"" + line + "\"");
      }
    }
    return child;
  }

  private static void episode(InventedChild child, Matcher told) {
    Map<String, String> words = said(List.of(told.group(4).strip().split(" ")));
    Map<String, String> details = new HashMap<>();
    Map.of(
            "place", "placement type",
            "status", "legal status",
            "urn", "urn",
            "ceased", "reason ceased")
        .forEach((word, detail) -> details.put(detail, words.getOrDefault(word, "")));
    details.values().removeIf(String::isEmpty);
    child.episode(told.group(1), told.group(2).strip(), told.group(3), details);
  }

  private static void span(InventedChild child, Matcher told) {
    List<String> parts = List.of(told.group(4).strip().split(", "));
    Map<String, String> details = said(parts);
    String code = details.getOrDefault("code", "");
    details.keySet().removeAll(Set.of("code", "id"));
    child.span(told.group(1), code, told.group(2).strip(), told.group(3), ids(parts), details);
  }

  private static void did(InventedChild child, Matcher told) {
    List<String> parts = List.of(told.group(4).strip().split(", "));
    Map<String, String> details = said(parts);
    Set<String> marks = details.containsKey("mark") ? Set.of(details.get("mark")) : Set.of();
    // A mark is of the last day told.
    String[] days = told.group(2).strip().split(" ");
    for (int i = 0; i < days.length; i++) {
      child.did(told.group(1), days[i], ids(parts), i == days.length - 1 ? marks : Set.of());
    }
  }

  private static Set<String> ids(List<String> parts) {
    Set<String> ids = new HashSet<>();
    for (String part : parts) {
      String bare = part.replaceFirst("^, ?", "");
      if (bare.startsWith("id=")) {
        ids.add(bare.substring("id=".length()));
      }
    }
    return ids;
  }

  private static Map<String, String> said(List<String> parts) {
    Map<String, String> said = new HashMap<>();
    for (String part : parts) {
      String[] words = part.replaceFirst("^, ?", "").split("=", 2);
      if (words.length == 2) {
        said.put(words[0], words[1]);
      }
    }
    return said;
  }

  private static Matcher told(String text) {
    Matcher matcher = TOLD.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Nothing is known of \"" + text + "\"");
    }
    return matcher;
  }

  private static List<List<String>> paragraphs(Path file) {
    List<List<String>> all = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.isBlank()) {
          if (!lines.isEmpty()) {
            all.add(List.copyOf(lines));
          }
          lines.clear();
        } else if (!line.startsWith("#")) {
          lines.add(line.strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!lines.isEmpty()) {
      all.add(lines);
    }
    return all;
  }
}
