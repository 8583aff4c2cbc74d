package org.practicewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practicewatch.casework.Organisation;
import org.practicewatch.compliance.Caseload;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.settings.SettingsFolder.InFile;
import org.practicewatch.standards.PracticeStandard;
import org.practicewatch.standards.Regime;

/**
 * Whatever line of a shipped file is lost or spoilt, the file is either in order or its mistakes
 * are told in plain words; it never fails in the reading.
 */
@Tag("machine")
@Order(3)
class BrokenSettingsTest {

  private static final Path JOBS = Path.of("jobs");
  private static final Settings SHIPPED = new SettingsFolder(JOBS).read();

  /** These say something of the standards in other files. */
  private static final Set<String> OF_OUR_OWN = Set.of("local.yml", "croydon.yml", "walsall.yml");

  @TempDir Path folder;

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(JOBS)) {
      return files
          .filter(file -> file.toString().endsWith(".yml"))
          .map(JOBS::relativize)
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_spoilt_line_is_told_or_harmless(Path file) throws IOException {
    List<String> lines = Files.readAllLines(JOBS.resolve(file));
    Path spoilt = folder.resolve(file);
    Files.createDirectories(spoilt.getParent());
    if (OF_OUR_OWN.contains(file.getFileName().toString())) {
      standardsWithBothPresets();
    }
    // Every line of a short file; of a long one a fair number, all over it.
    int step = 1 + lines.size() / 25;
    for (int i = 0; i < lines.size(); i += step) {
      String line = lines.get(i);
      if (line.isBlank() || line.strip().startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(':');
      String key = line.substring(0, colon + 1);
      List<String> ways =
          colon < 0
              ? List.of("")
              : List.of("", key, key + " []", key + " {x: [1, null]}", key + " 7");
      // The file itself turns the ways about: one for each line of a long file is enough.
      List<String> chosen = lines.size() > 25 ? List.of(ways.get(i / step % ways.size())) : ways;
      for (String other : chosen) {
        int spoiltLine = i;
        Files.write(
            spoilt,
            IntStream.range(0, lines.size())
                .mapToObj(n -> n == spoiltLine ? other : lines.get(n))
                .toList());
        assertThat(mistakes(spoilt, file.toString().replace('\\', '/')))
            .as("%s, line %d: %s", file, i + 1, other)
            .allSatisfy(SettingsMistakesTest::isPlain);
      }
    }
  }

  private void standardsWithBothPresets() throws IOException {
    Path presets = Files.createDirectories(folder.resolve("standards/presets"));
    for (String preset : List.of("croydon.yml", "walsall.yml")) {
      Files.copy(JOBS.resolve("standards/presets").resolve(preset), presets.resolve(preset));
    }
    for (String list :
        List.of(
            "child-in-need.yml",
            "child-protection.yml",
            "looked-after.yml",
            "supervision-and-recording.yml")) {
      Files.copy(
          JOBS.resolve("standards").resolve(list), folder.resolve("standards").resolve(list));
    }
    Files.writeString(folder.resolve("standards/local.yml"), "presets: [croydon, walsall]\n");
  }

  /** Reads one file beside the shipped others, as the whole folder would be. */
  private List<String> mistakes(Path file, String name) {
    List<SettingsMistake> mistakes = new ArrayList<>();
    YamlFiles files = new YamlFiles(folder, mistakes);
    Optional<NightlySettings> nightly = Optional.of(SHIPPED.nightly());
    Optional<Vocabulary> vocabulary = Optional.of(SHIPPED.vocabulary());
    Optional<Organisation> organisation = Optional.of(SHIPPED.organisation());
    List<InFile<ExtractProfile>> profiles = new ArrayList<>();
    StandardsFolder standards = new StandardsFolder(folder, files, mistakes);
    StandardsHere here = new LocalRules(files, List.of(), mistakes).over(List.of());
    List<Regime> regimes = List.of();
    FlagsCheck flags =
        new FlagsCheck(vocabulary, SHIPPED.codes(), Optional.of(SHIPPED.calendar()), mistakes);
    if (name.startsWith("profiles/codes/")) {
      SettingsFolder.codeList(files, file, mistakes);
    } else if (name.startsWith("profiles/")) {
      files
          .read(file, ExtractProfile.class)
          .ifPresent(one -> profiles.add(new InFile<>(name, one)));
    } else if (name.equals("standards/no-number.yml")) {
      standards.noNumber();
    } else if (name.equals("standards/flags.yml")) {
      flags.check(standards.flags(), Set.of());
    } else if (name.equals("caseload.yml")) {
      files.readIfAny(file, Caseload.class, "weights").ifPresent(flags::check);
    } else if (name.equals("standards/regimes.yml")) {
      regimes = standards.regimes();
    } else if (name.startsWith("standards/")) {
      here = standards.standards();
    } else if (name.startsWith("calendar/")) {
      SettingsFolder.calendar(files, file.resolveSibling(""), mistakes);
    } else if (name.startsWith("organisation/")) {
      organisation = files.read(file, Organisation.class);
    } else if (name.startsWith("benchmarks/")) {
      benchmarks(files, file, mistakes);
    } else if (name.equals("vocabulary.yml")) {
      vocabulary = files.read(file, Vocabulary.class);
    } else {
      nightly = files.read(file, NightlySettings.class);
    }
    new SettingsCheck(vocabulary, SHIPPED.codes(), Optional.of(SHIPPED.calendar()), mistakes)
        .check(nightly, organisation, profiles, here, regimes);
    return mistakes.stream().map(SettingsMistake::toString).toList();
  }

  private void benchmarks(YamlFiles files, Path spoilt, List<SettingsMistake> mistakes) {
    try {
      for (String name : List.of("benchmarks.yml", "measures.yml", "published.yml")) {
        Path beside = folder.resolve("benchmarks").resolve(name);
        if (!beside.equals(spoilt)) {
          Files.copy(
              JOBS.resolve("benchmarks").resolve(name),
              beside,
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException cannotCopy) {
      throw new UncheckedIOException(cannotCopy);
    }
    new BenchmarksFolder(folder, files, mistakes)
        .read(SHIPPED.standards().stream().map(PracticeStandard::id).collect(Collectors.toSet()));
  }
}
