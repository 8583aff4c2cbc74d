package org.practicewatch.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The authority, its services and their teams, as in {@code jobs/organisation/teams.yml}.
 *
 * @param authority whose children these are
 * @param services the services, in the order of the file
 */
public record Organisation(
    @JsonProperty(required = true) Authority authority,
    @JsonProperty(required = true) List<ServiceWithTeams> services) {

  /** Printed for a child whom no team holds, so that sums hold. */
  public static final String NO_TEAM = "No team recorded";

  /** The service of a team that the file does not know. */
  public static final String NOT_IN_ORGANISATION = "Not in organisation";

  public Organisation {
    services = List.copyOf(services);
  }

  /**
   * The council.
   *
   * @param fictional whether the data are invented, which every report then says
   */
  public record Authority(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String code,
      boolean fictional) {}

  /** A person who gets a letter. */
  public record Person(@Nullable String name, @Nullable String email) {}

  /**
   * A part of the authority.
   *
   * @param manager whom a gap reaches first that a team leaves open; null where it is the head
   */
  public record ServiceWithTeams(
      @JsonProperty(required = true) String service,
      @Nullable Person head,
      @JsonProperty("service manager") @Nullable Person manager,
      @JsonProperty(required = true) List<Team> teams) {

    public ServiceWithTeams {
      teams = List.copyOf(teams);
    }
  }

  /**
   * A team.
   *
   * @param alsoKnownAs ids and other names that extracts use for it
   * @param copiesTo addresses that get a copy of the manager's letters
   */
  public record Team(
      @JsonProperty(required = true) String team,
      @JsonProperty("also known as") List<String> alsoKnownAs,
      @Nullable String manager,
      @Nullable String email,
      @JsonProperty("copies to") List<String> copiesTo) {

    public Team {
      copiesTo = copiesTo == null ? List.of() : List.copyOf(copiesTo);
      alsoKnownAs = alsoKnownAs == null ? List.of() : List.copyOf(alsoKnownAs);
    }
  }

  /** Finds teams by any of their names; case and spaces do not matter. */
  public Teams teams() {
    return new Teams(services);
  }

  /** The teams by name. */
  public static final class Teams {

    private final Map<String, String> teamByName = new HashMap<>();
    private final Map<String, String> serviceByTeam = new HashMap<>();

    /** By each name as extracts write it: a night asks for the same few a million times. */
    private final Map<String, String> teamAsWritten = new ConcurrentHashMap<>();

    private Teams(List<ServiceWithTeams> services) {
      for (ServiceWithTeams service : services) {
        for (Team team : service.teams()) {
          serviceByTeam.put(team.team(), service.service());
          teamByName.put(fold(team.team()), team.team());
          team.alsoKnownAs().forEach(name -> teamByName.put(fold(name), team.team()));
        }
      }
    }

    /** The team's own name for a name in an extract; the name itself where it is not known. */
    public String named(String name) {
      String known = teamAsWritten.get(name);
      if (known == null) {
        known = teamByName.getOrDefault(fold(name), name);
        teamAsWritten.put(name, known);
      }
      return known;
    }

    /** The service a team belongs to, if the file knows the team. */
    public Optional<String> findService(String team) {
      return Optional.ofNullable(serviceByTeam.get(team));
    }

    /** As printed: also for no team, and for a team that the file does not know. */
    public String serviceOf(String team) {
      return team.isEmpty() ? NO_TEAM : serviceByTeam.getOrDefault(team, NOT_IN_ORGANISATION);
    }

    private static String fold(String name) {
      return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
  }
}
