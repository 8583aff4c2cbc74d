package org.practicewatch.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Organisation;
import org.practicewatch.exceptions.Meaning.Severity;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.exceptions.Priorities;
import org.practicewatch.post.AllowedDomains;
import org.practicewatch.settings.WeeklySettings.FurtherUp;
import org.practicewatch.settings.WeeklySettings.ListGoes;

/**
 * What {@code weekly.yml}, {@code priorities.yml} and the addresses of managers have to be like.
 */
final class WeeklyCheck {

  static final String PRIORITIES = "priorities.yml";

  private static final String TEAMS = "organisation/teams.yml";
  private static final int DAYS_AHEAD_AT_MOST = 60;

  private final List<SettingsMistake> mistakes;

  WeeklyCheck(List<SettingsMistake> mistakes) {
    this.mistakes = mistakes;
  }

  /**
   * The priorities.
   *
   * @param codes ids of the standards and checks there are; empty where they are mistaken
   *     themselves
   */
  void priorities(List<Priorities.Priority> priorities, Set<String> codes) {
    Map<String, String> named = new HashMap<>();
    Map<String, String> keyed = new HashMap<>();
    for (Priorities.Priority one : priorities) {
      rank(one, keyed);
      for (String code : one.of()) {
        String at = "'" + one.priority() + "' > of";
        if (!codes.isEmpty() && !codes.contains(code)) {
          mistake(PRIORITIES, at, noSuch(code, codes));
        }
        String before = named.putIfAbsent(code, one.priority());
        if (before != null) {
          mistake(
              PRIORITIES,
              at,
              "'" + code + "' stands here and under '" + before + "'. Leave it in one of them.");
        }
      }
    }
  }

  /** What a rank is called in figures, what is said of its children, and what is aimed for. */
  private void rank(Priorities.Priority one, Map<String, String> keyed) {
    String name = "'" + one.priority() + "' > ";
    if (!one.key().matches("[a-z0-9][a-z0-9-]*")) {
      mistake(
          PRIORITIES,
          name + "key",
          "'" + one.key() + "' is no key. Write it with the letters a to z, digits and hyphens.");
    }
    String before = keyed.putIfAbsent(one.key(), one.priority());
    if (before != null) {
      mistake(
          PRIORITIES,
          name + "key",
          "'" + one.key() + "' is the key of '" + before + "' too. Give each priority its own.");
    }
    if (one.headline().equals(one.headlineOfOne())) {
      mistake(
          PRIORITIES,
          name + "headline",
          "it should begin with 'have' or 'are', for it is said after a number of children: have not"
              + " been visited in time.");
    }
    Integer target = one.target();
    if (target != null && (target < 1 || target > 100)) {
      mistake(PRIORITIES, name + "target", "it should be a percentage from 1 to 100.");
    }
  }

  /** The weekly job's own settings. */
  void weekly(WeeklySettings weekly, Set<String> codes, boolean postMissing) {
    between("due in the next days", weekly.dueInTheNextDays(), 1, DAYS_AHEAD_AT_MOST);
    between("accepted for at most weeks", weekly.acceptedForAtMostWeeks(), 1, 52);
    between("tried again every minutes", weekly.againEveryMinutes(), 1, 24 * 60);
    between("tried again for minutes", weekly.againForMinutes(), 0, 24 * 60);
    if (weekly.reasons().isEmpty() || weekly.reasons().stream().anyMatch(String::isBlank)) {
      mistake(
          RunningSettings.WEEKLY,
          "reasons",
          "there should be at least one reason, and none blank: nothing is accepted without one.");
    }
    for (String code : weekly.neverAccepted()) {
      if (!codes.isEmpty() && !codes.contains(code)) {
        mistake(RunningSettings.WEEKLY, "never accepted", noSuch(code, codes));
      }
    }
    Map<Severity, Map<Level, Integer>> weeks = new HashMap<>();
    for (FurtherUp one : weekly.furtherUp()) {
      furtherUp(one, weeks);
    }
    String link = weekly.link();
    if (weekly.listGoes() == ListGoes.LINK
        && (link == null
            || !List.of("{date}", "{folder}", "{file}").stream().allMatch(link::contains))) {
      mistake(
          RunningSettings.WEEKLY,
          "link",
          "as the list goes as a link, this should say where it is, with {date}, {folder} and {file}"
              + " in it: a list stands in the folder of its team or service.");
    }
    if (postMissing) {
      mistake(
          RunningSettings.WEEKLY,
          "",
          "letters need jobs/post.yml, which says who sends them. Add it, or remove this file.");
    }
  }

  private static String noSuch(String code, Set<String> codes) {
    return "there is no standard or check '"
        + code
        + "'."
        + PlainWords.near(code, codes)
        + " Correct it, or take it out.";
  }

  private void furtherUp(FurtherUp one, Map<Severity, Map<Level, Integer>> weeks) {
    String at = "told further up, " + one.severity().name().toLowerCase(Locale.ROOT);
    if (one.to() == Level.TEAM) {
      mistake(
          RunningSettings.WEEKLY,
          at + " > to",
          "the team manager has the list anyway. Write service manager or head of service.");
    }
    if (one.weeks() < 0) {
      mistake(RunningSettings.WEEKLY, at + " > open for weeks", "should be 0 or more.");
    }
    Integer before =
        weeks.computeIfAbsent(one.severity(), key -> new HashMap<>()).put(one.to(), one.weeks());
    if (before != null) {
      mistake(
          RunningSettings.WEEKLY,
          at,
          "there are two lines for the " + one.to().words() + ". Leave one of them.");
    }
  }

  /** Whoever gets a letter has an address to which letters may go. */
  void recipients(
      Optional<Organisation> organisation,
      Optional<WeeklySettings> weekly,
      Optional<PostSettings> post) {
    organisation
        .map(Organisation::services)
        .orElse(List.of())
        .forEach(
            service -> {
              person(service.service() + " > head", service.head(), post);
              person(service.service() + " > service manager", service.manager(), post);
              for (Organisation.Team team : service.teams()) {
                address(TEAMS, team.team() + " > email", team.email(), post);
                team.copiesTo()
                    .forEach(to -> address(TEAMS, team.team() + " > copies to", to, post));
              }
            });
    weekly
        .map(WeeklySettings::performanceManager)
        .orElse(List.of())
        .forEach(to -> address(RunningSettings.WEEKLY, "performance manager", to, post));
  }

  private void person(
      String at, Organisation.@Nullable Person person, Optional<PostSettings> post) {
    if (person != null) {
      address(TEAMS, at + " > email", person.email(), post);
    }
  }

  private void address(
      String file, String at, @Nullable String address, Optional<PostSettings> post) {
    if (address == null) {
      return;
    }
    if (!AllowedDomains.isAddress(address)) {
      mistake(file, at, RunningSettings.notAnAddress(address));
    } else if (post.isPresent() && !post.get().allowed().allow(address)) {
      mistake(file, at, RunningSettings.notAllowed(address));
    }
  }

  private void between(String key, int number, int least, int most) {
    if (number < least || number > most) {
      mistake(
          RunningSettings.WEEKLY, key, "should be a number from " + least + " to " + most + ".");
    }
  }

  private void mistake(String file, String where, String problem) {
    mistakes.add(new SettingsMistake("jobs/" + file, where, problem));
  }
}
