package org.practicewatch.jobs.machine;

import java.nio.file.Path;

/**
 * Where the files of a night stand: what is about a team in the team's folder, what is about a
 * service in the service's, so that a folder's rights can follow its readers.
 *
 * @param folder the night's
 */
public record NightFolder(Path folder) {

  /** The folder of all teams. */
  public static final String TEAMS = "teams";

  /** The folder of all services. */
  public static final String SERVICES = "services";

  /** Without their endings, as all of these are. */
  private static final String REPORT = "report";

  private static final String EXCEPTIONS = "exceptions";

  /** What the authority reads. */
  public Path reports() {
    return folder.resolve("reports");
  }

  public Path teams() {
    return folder.resolve(TEAMS);
  }

  public Path services() {
    return folder.resolve(SERVICES);
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
