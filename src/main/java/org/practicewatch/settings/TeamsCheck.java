package org.practicewatch.settings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.practicewatch.casework.Organisation;

/** That every team is known by names of its own. */
record TeamsCheck(Mistakes mistakes) {

  private static final String TEAMS = "jobs/organisation/teams.yml";

  void check(Organisation organisation) {
    Map<String, String> owner = new HashMap<>();
    Set<String> services = new HashSet<>();
    if (organisation.services().stream().allMatch(service -> service.teams().isEmpty())) {
      mistakes.tell(TEAMS, "services", "there is no team.");
    }
    for (Organisation.ServiceWithTeams service : organisation.services()) {
      if (!services.add(SameName.fold(service.service()))) {
        mistakes.tell(TEAMS, service.service(), "two services have this name.");
      }
      for (Organisation.Team team : service.teams()) {
        String same = owner.putIfAbsent(SameName.fold(team.team()), team.team());
        if (same != null) {
          mistakes.tell(TEAMS, team.team(), taken(team.team(), same));
        }
      }
    }
    for (Organisation.ServiceWithTeams service : organisation.services()) {
      for (Organisation.Team team : service.teams()) {
        for (String name : team.alsoKnownAs()) {
          String other = owner.putIfAbsent(SameName.fold(name), team.team());
          if (other != null && !other.equals(team.team())) {
            mistakes.tell(TEAMS, team.team() + " > also known as", taken(name, other));
          }
        }
      }
    }
  }

  private static String taken(String name, String other) {
    return "the name '" + name + "' also belongs to " + other + ". A name has one team.";
  }
}
