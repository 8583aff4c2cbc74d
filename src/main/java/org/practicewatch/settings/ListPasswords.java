package org.practicewatch.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicewatch.casework.Organisation;

/**
 * The passwords by which lists are encrypted. They are no settings, and stand in a file of their
 * own that the environment names.
 */
public final class ListPasswords {

  /** Names the file. */
  public static final String FILE = "PRACTICEWATCH_LIST_PASSWORDS";

  private static final int SHORTEST = 8;

  private ListPasswords() {}

  /**
   * The passwords by team or service; none where the environment names no file.
   *
   * @throws MistakenSettings where the file is missing or wrong
   */
  public static Map<String, String> read(
      Map<String, String> environment, Organisation organisation, Path jobs) {
    String named = environment.getOrDefault(FILE, "");
    if (named.isEmpty()) {
      return Map.of();
    }
    Path file = Path.of(named);
    List<SettingsMistake> mistakes = new ArrayList<>();
    if (!Files.isRegularFile(file)) {
      mistakes.add(
          new SettingsMistake(FILE, "", "the file that it names is not there. Correct the path."));
      throw new MistakenSettings(mistakes);
    }
    Set<String> known = new HashSet<>(Set.of(Organisation.NO_TEAM));
    for (Organisation.ServiceWithTeams service : organisation.services()) {
      known.add(service.service());
      service.teams().forEach(team -> known.add(team.team()));
    }
    Map<String, String> passwords = new HashMap<>();
    Map<?, ?> written = new YamlFiles(jobs, mistakes).read(file, Map.class).orElse(Map.of());
    written.forEach(
        (team, password) -> passwords.put(String.valueOf(team), String.valueOf(password)));
    passwords.forEach(
        (team, password) -> {
          if (!known.contains(team)) {
            mistakes.add(
                new SettingsMistake(
                    FILE,
                    team,
                    "no team or service is called so." + PlainWords.knownWords(team, known)));
          } else if (password.length() < SHORTEST) {
            mistakes.add(
                new SettingsMistake(
                    FILE, team, "the password is too short: give " + SHORTEST + " or more."));
          }
        });
    if (!mistakes.isEmpty()) {
      throw new MistakenSettings(mistakes);
    }
    return passwords;
  }
}
