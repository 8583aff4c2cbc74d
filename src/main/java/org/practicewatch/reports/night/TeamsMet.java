package org.practicewatch.reports.night;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Services with those of their teams for which something was counted, also long ago. */
public final class TeamsMet {

  private TeamsMet() {}

  /**
   * In the order of every report; a team that the organisation does not know comes last.
   *
   * @param counted teams as findings name them, empty for none
   */
  public static Map<String, List<String>> of(NightInReports night, Collection<String> counted) {
    Set<String> left = new HashSet<>();
    counted.forEach(team -> left.add(NightInReports.teamName(team)));
    Map<String, List<String>> met = new LinkedHashMap<>();
    night
        .services()
        .forEach(
            (service, teams) -> {
              List<String> its = teams.stream().filter(left::contains).toList();
              if (!its.isEmpty()) {
                met.put(service, new ArrayList<>(its));
                left.removeAll(its);
              }
            });
    if (!left.isEmpty()) {
      met.computeIfAbsent(NightInReports.NOT_IN_ORGANISATION, service -> new ArrayList<>())
          .addAll(left.stream().sorted().toList());
    }
    return met;
  }
}
