package org.practicewatch.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.practicewatch.settings.LocalRules.Layer;
import org.practicewatch.settings.YamlFiles.Item;
import org.practicewatch.standards.Flag;
import org.practicewatch.standards.Regime;

/** The folder {@code jobs/standards/}: what ships, what the council has of its own, and regimes. */
final class StandardsFolder {

  static final String LOCAL = "local.yml";
  static final String REGIMES = "regimes.yml";
  static final String NO_NUMBER = "no-number.yml";
  static final String FLAGS = "flags.yml";
  private static final String FOLDER = "standards";
  private static final String PRESETS = FOLDER + "/presets";

  /** Those that are no list of standards. */
  private static final Set<String> OTHERS = Set.of(LOCAL, REGIMES, NO_NUMBER, FLAGS);

  private final Path jobs;
  private final YamlFiles files;
  private final List<SettingsMistake> mistakes;

  StandardsFolder(Path jobs, YamlFiles files, List<SettingsMistake> mistakes) {
    this.jobs = jobs;
    this.files = files;
    this.mistakes = mistakes;
  }

  /** Every standard, with what the council has of its own laid over those that ship. */
  StandardsHere standards() {
    List<Item> shipped = new ArrayList<>();
    for (Path file : files.in(FOLDER)) {
      if (!OTHERS.contains(file.getFileName().toString())) {
        shipped.addAll(files.items(file, "id"));
      }
    }
    return new LocalRules(files, layers(), mistakes).over(shipped);
  }

  private List<Layer> layers() {
    Path file = jobs.resolve(FOLDER).resolve(LOCAL);
    LocalFile local = files.readIfAny(file, LocalFile.class, "standards").orElse(LocalFile.NOTHING);
    List<Layer> layers = new ArrayList<>(presets(file, local.presets()));
    layers.add(new Layer(LOCAL, file, local));
    return layers;
  }

  private List<Layer> presets(Path local, List<String> named) {
    if (named.isEmpty()) {
      return List.of();
    }
    Map<String, Path> known = new TreeMap<>();
    for (Path file : files.in(PRESETS)) {
      known.put(file.getFileName().toString().replaceFirst("\\.yml$", ""), file);
    }
    List<Layer> layers = new ArrayList<>();
    for (String name : named) {
      Path file = known.get(name);
      if (file == null) {
        mistake(
            local,
            "there is no preset '" + name + "'." + PlainWords.knownWords(name, known.keySet()));
        continue;
      }
      files
          .read(file, LocalFile.class)
          .ifPresent(
              preset -> {
                if (!preset.presets().isEmpty()) {
                  mistake(file, "a preset names no others. Name them in jobs/standards/local.yml.");
                }
                layers.add(new Layer("preset " + name, file, preset));
              });
    }
    return layers;
  }

  private void mistake(Path file, String problem) {
    mistakes.add(new SettingsMistake(files.name(file), "presets", problem));
  }

  /** The days on which the law asked for less; none without the file. */
  List<Regime> regimes() {
    return listIfAny(REGIMES, Regime.class, "name");
  }

  /** What is asked for without a number; none without the file. */
  List<NoNumber> noNumber() {
    return listIfAny(NO_NUMBER, NoNumber.class, "what");
  }

  /** What is counted and is no duty; none without the file. */
  List<Flag> flags() {
    return listIfAny(FLAGS, Flag.class, "id");
  }

  private <T> List<T> listIfAny(String name, Class<T> type, String key) {
    Path file = jobs.resolve(FOLDER).resolve(name);
    return Files.isRegularFile(file) ? files.readList(file, type, key) : List.of();
  }
}
