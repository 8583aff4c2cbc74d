package org.practicewatch.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.practicewatch.quality.CheckEntry;
import org.practicewatch.quality.checks.AllChecks;

/** Reads {@code jobs/checks/} and says what is wrong in it. */
final class ChecksFolder {

  static final String FOLDER = "checks";

  private final Path jobs;
  private final YamlFiles files;
  private final List<SettingsMistake> mistakes;

  ChecksFolder(Path jobs, YamlFiles files, List<SettingsMistake> mistakes) {
    this.jobs = jobs;
    this.files = files;
    this.mistakes = mistakes;
  }

  /**
   * The checks, in the order of their files.
   *
   * @param standards ids of the standards; empty where they are mistaken themselves
   */
  List<CheckEntry> read(Set<String> standards) {
    if (!Files.isDirectory(jobs.resolve(FOLDER))) {
      mistakes.add(
          new SettingsMistake(
              "jobs/" + FOLDER, "", "this folder of checks is missing. Copy it from the release."));
      return List.of();
    }
    Map<String, List<String>> limits = AllChecks.limits();
    Set<String> written = new TreeSet<>(limits.keySet());
    List<CheckEntry> all = new ArrayList<>();
    Map<String, String> named = new HashMap<>();
    int before = mistakes.size();
    for (Path file : files.in(FOLDER)) {
      for (CheckEntry entry : files.readList(file, CheckEntry.class, "check")) {
        all.add(entry);
        written.remove(entry.check());
        new OfEntry(files.name(file), entry).check(limits, standards, named);
      }
    }
    if (mistakes.size() == before) {
      for (String id : written) {
        mistakes.add(
            new SettingsMistake(
                "jobs/" + FOLDER,
                id,
                "this check has no entry. Copy it from the release; to switch it off write 'off:"
                    + " true' and 'because:'."));
      }
    }
    return all;
  }

  private final class OfEntry {

    private final String file;
    private final CheckEntry entry;

    OfEntry(String file, CheckEntry entry) {
      this.file = file;
      this.entry = entry;
    }

    void check(Map<String, List<String>> limits, Set<String> standards, Map<String, String> named) {
      Set<String> names = new HashSet<>(entry.tells());
      names.add(entry.check());
      for (String name : names) {
        String other = named.putIfAbsent(name, entry.check());
        if (other != null) {
          mistake("", "'" + name + "' also belongs to " + other + ". A name has one check.");
        }
      }
      List<String> needed = limits.get(entry.check());
      if (needed == null && entry.tells().isEmpty() && entry.judgedAs().isEmpty()) {
        mistake(
            "",
            "there is no check of this name."
                + PlainWords.near(entry.check(), new TreeMap<>(limits).keySet())
                + " Correct it, or take it out.");
      }
      for (String limit : needed == null ? List.<String>of() : needed) {
        if (!entry.limits().containsKey(limit)) {
          mistake(" > limits", "the limit '" + limit + "' is missing.");
        }
      }
      for (Map.Entry<String, Integer> limit : entry.limits().entrySet()) {
        if (needed == null || !needed.contains(limit.getKey())) {
          mistake(" > limits", "the check has no limit '" + limit.getKey() + "'.");
        } else if (limit.getValue() < 0) {
          mistake(" > limits > " + limit.getKey(), "should be 0 or more.");
        }
      }
      for (String standard : entry.judgedAs()) {
        if (!standards.isEmpty() && !standards.contains(standard)) {
          mistake(" > judged as", "there is no standard '" + standard + "'.");
        }
      }
      if (entry.off() && entry.because() == null) {
        mistake(" > because", "a check that is switched off needs a reason.");
      }
    }

    private void mistake(String key, String problem) {
      mistakes.add(new SettingsMistake(file, entry.check() + key, problem));
    }
  }
}
