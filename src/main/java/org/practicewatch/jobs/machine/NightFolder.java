package org.practicewatch.jobs.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.practicewatch.casework.Organisation;
import org.practicewatch.files.Slug;

/**
 * Where the files of a night stand: what is about a team in the team's folder, what is about a
 * service in the service's, so that a folder's rights can follow its readers.
 *
 * @param folder the night's
 * @param teams what their folders are called, by their names
 * @param services likewise
 */
public record NightFolder(Path folder, Map<String, String> teams, Map<String, String> services) {

  /** The folder of all teams. */
  public static final String TEAMS = "teams";

  /** The folder of all services. */
  public static final String SERVICES = "services";

  /** What they are called without their endings. */
  private static final String REPORT = "report";

  private static final String EXCEPTIONS = "exceptions";

  /**
   * The folder of a night.
   *
   * @param teams of which anything is written, besides those of the organisation
   */
  public static NightFolder of(Path folder, Organisation organisation, Collection<String> teams) {
    List<String> knownTeams = new ArrayList<>(List.of(Organisation.NO_TEAM));
    List<String> knownServices = new ArrayList<>();
    for (Organisation.ServiceWithTeams service : organisation.services()) {
      knownServices.add(service.service());
      service.teams().forEach(team -> knownTeams.add(team.team()));
    }
    return new NightFolder(
        folder,
        slugs(knownTeams, teams),
        slugs(knownServices, List.of(Organisation.NO_TEAM, Organisation.NOT_IN_ORGANISATION)));
  }

  /**
   * A team that the organisation names keeps its folder, whatever an extract calls others: whoever
   * was given the right to read it must not come to read another's.
   */
  private static Map<String, String> slugs(Collection<String> known, Collection<String> others) {
    List<String> all = new ArrayList<>(known);
    all.addAll(others);
    Map<String, String> slugs = new HashMap<>(Slug.of(all));
    slugs.putAll(Slug.of(known));
    return slugs;
  }

  /** What the authority reads. */
  public Path reports() {
    return folder.resolve("reports");
  }

  /** Where everything of a team is. */
  public Path team(String name) {
    return folder.resolve(TEAMS).resolve(teams.getOrDefault(name, Slug.of(name)));
  }

  /** Where everything of a service is. */
  public Path service(String name) {
    return folder.resolve(SERVICES).resolve(services.getOrDefault(name, Slug.of(name)));
  }

  /** Of one team or service, whose folder this is. */
  public static Path report(Path ofOne) {
    return ofOne.resolve(REPORT);
  }

  /** Its list, or what has come further up to a reader of that sort. */
  public static Path exceptions(Path ofOne, String reader) {
    return ofOne.resolve(reader.isEmpty() ? EXCEPTIONS : EXCEPTIONS + "-" + reader);
  }
}
