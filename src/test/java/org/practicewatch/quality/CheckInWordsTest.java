package org.practicewatch.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CheckInWordsTest {

  private static final Pattern NAME = Pattern.compile("`([^`…]+)`");
  private static final Pattern CODE = Pattern.compile("new Unreadable\\(\\s*\"([^\"]+)\",");

  @Test
  void every_check_of_the_page_has_its_sentence() throws IOException {
    List<String> checks = new ArrayList<>();
    try (Stream<String> lines = Files.lines(Path.of("docs/your-extracts.md"))) {
      lines
          .dropWhile(line -> !line.startsWith("## What issues.csv can say"))
          .takeWhile(line -> !line.startsWith("## ") || line.contains("issues.csv"))
          .filter(line -> line.startsWith("| `"))
          .forEach(line -> checks.addAll(found(NAME, line.split("\\|")[1])));
    }

    assertThat(checks).hasSizeGreaterThan(30);
    assertThat(checks)
        .allSatisfy(check -> assertThat(CheckInWords.of(check)).as(check).endsWith("."));
  }

  @Test
  void every_reason_for_which_a_cell_is_unreadable_has_its_sentence() throws IOException {
    List<String> checks = new ArrayList<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/practicewatch/intake"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        checks.addAll(found(CODE, Files.readString(source)));
      }
    }

    assertThat(checks).contains("not a date", "no start date");
    assertThat(checks)
        .allSatisfy(check -> assertThat(CheckInWords.of(check)).as(check).endsWith("."));
  }

  @Test
  void a_check_that_names_what_it_looked_for_says_what() {
    assertThat(CheckInWords.of("no such child protection plan"))
        .isEqualTo(
            "No extract has the child protection plan that a row names: the row was rejected.");
    assertThat(CheckInWords.of("a check of next year")).isEmpty();
  }

  private static List<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
