package org.practicewatch.reports;

import java.time.LocalDate;
import java.util.List;
import org.practicewatch.compliance.Figure;

/**
 * Everything the reports need to know of one night, and nothing that grows with the number of
 * children.
 *
 * @param authority name of the authority
 * @param fictional whether every page must say that the data is invented
 * @param asAt the night's date
 * @param standards in the order they are to be printed
 * @param teams every team of the organisation
 * @param children different children, across the authority
 * @param open counts of what is open, per team and standard
 * @param figures figures of authority, service and team, all three measures
 * @param earlier earlier nights, in any order
 * @param extracts what was received
 * @param held what was held, stale or not received
 * @param issues what the checks on the record found
 */
public record NightInReports(
    String authority,
    boolean fictional,
    LocalDate asAt,
    List<StandardNote> standards,
    List<TeamPlace> teams,
    ChildrenNow children,
    List<OpenCounts> open,
    List<Figure> figures,
    List<NightFigures> earlier,
    List<ExtractNote> extracts,
    List<HeldNote> held,
    List<IssueCount> issues) {

  /** How a team that the record does not name is printed, so that sums hold. */
  public static final String NO_TEAM = "No team recorded";

  static String teamName(String team) {
    return team.isEmpty() ? NO_TEAM : team;
  }
}
