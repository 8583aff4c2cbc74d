package org.practicewatch.reports.night;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;

/**
 * Everything the reports need to know of one night, and nothing that grows with the number of
 * children.
 *
 * @param authority name of the authority
 * @param fictional whether every page must say that the data is invented
 * @param printing how numbers are printed
 * @param asAt the night's date
 * @param standards in the order they are to be printed
 * @param teams every team of the organisation
 * @param children different children, across the authority
 * @param open counts of what is open, per team and standard
 * @param figures tonight's, of authority, services and teams, all three measures
 * @param earlier earlier nights, in any order
 * @param extracts what was received
 * @param held what was held, stale or not received
 * @param issues what the checks on the record found
 * @param departures where the standards do not hold as they are written
 * @param workforce the flags, and who holds how many
 */
public record NightInReports(
    String authority,
    boolean fictional,
    Printing printing,
    LocalDate asAt,
    List<StandardNote> standards,
    List<TeamPlace> teams,
    ChildrenNow children,
    List<OpenCounts> open,
    FigureIndex figures,
    List<NightFigures> earlier,
    List<ExtractNote> extracts,
    List<HeldNote> held,
    List<IssueCount> issues,
    Departures departures,
    Workforce workforce) {

  private static final int NAMED_AT_MOST = 10;

  /** Every standard holds as it is written, and there are no flags and caseloads. */
  public NightInReports(
      String authority,
      boolean fictional,
      Printing printing,
      LocalDate asAt,
      List<StandardNote> standards,
      List<TeamPlace> teams,
      ChildrenNow children,
      List<OpenCounts> open,
      FigureIndex figures,
      List<NightFigures> earlier,
      List<ExtractNote> extracts,
      List<HeldNote> held,
      List<IssueCount> issues) {
    this(
        authority,
        fictional,
        printing,
        asAt,
        standards,
        teams,
        children,
        open,
        figures,
        earlier,
        extracts,
        held,
        issues,
        Departures.NONE,
        Workforce.NONE);
  }

  /** As many earlier nights as a small line shows beside tonight. */
  public static final int NIGHTS_SHOWN = 30;

  /** How a team that the record does not name is printed, so that sums hold. */
  public static final String NO_TEAM = "No team recorded";

  /** The service of teams that the organisation does not know. */
  public static final String NOT_IN_ORGANISATION = "Not in organisation";

  public List<StandardNote> judged() {
    return standards.stream().filter(StandardNote::judged).toList();
  }

  /** A child as paper names it: the id, and beneath it the name where the council asks for it. */
  public ReportCell child(String id) {
    return new ReportCell.Id(id)
        .shown(ReportCell.Weight.STRONG, Tone.PLAIN, printing.names().getOrDefault(id, ""));
  }

  /** Those that nothing received tonight, and nothing that stands, can say anything about. */
  public List<StandardNote> withoutSource() {
    return standards.stream().filter(standard -> !standard.judged()).toList();
  }

  /** The same where they are few enough to have a line each; where many, they are counted. */
  List<StandardNote> fewWithoutSource() {
    List<StandardNote> all = withoutSource();
    return all.size() > NAMED_AT_MOST ? List.of() : all;
  }

  /** The night's date, and which tables tell only of days before it. */
  public String asAtInWords() {
    List<HeldNote> old = held.stream().filter(note -> note.until() != null).toList();
    if (old.isEmpty()) {
      return Words.date(asAt);
    }
    HeldNote first = old.get(0);
    return Words.date(asAt)
        + "; "
        + first.what()
        + " as at "
        + Words.dateOrNothing(first.until())
        + (old.size() > 1
            ? ", and " + Words.count(old.size() - 1, "table", "tables") + " more"
            : "");
  }

  /** The last day that a list looks ahead to. */
  public LocalDate until() {
    return asAt.plusDays(printing.daysAhead());
  }

  /** Services with their teams, by name; what the organisation does not know comes last. */
  public Map<String, List<String>> services() {
    Map<String, String> serviceOf = new LinkedHashMap<>();
    for (TeamPlace place : teams) {
      serviceOf.put(place.team(), place.service());
    }
    for (OpenCounts counts : open) {
      String service = counts.service().isEmpty() ? NOT_IN_ORGANISATION : counts.service();
      serviceOf.putIfAbsent(teamName(counts.team()), service);
    }
    Map<String, Set<String>> byService =
        new TreeMap<>(lastOf(NO_TEAM, lastOf(NOT_IN_ORGANISATION, byName())));
    serviceOf.forEach(
        (team, service) ->
            byService
                .computeIfAbsent(service, s -> new TreeSet<>(lastOf(NO_TEAM, byName())))
                .add(team));
    Map<String, List<String>> ordered = new LinkedHashMap<>();
    byService.forEach((service, names) -> ordered.put(service, List.copyOf(names)));
    return ordered;
  }

  private static Comparator<String> byName() {
    return Comparator.<String, String>comparing(Words::numbersInOrder)
        .thenComparing(Comparator.naturalOrder());
  }

  private static Comparator<String> lastOf(String last, Comparator<String> others) {
    return Comparator.<String, Boolean>comparing(last::equals).thenComparing(others);
  }

  public static String teamName(String team) {
    return team.isEmpty() ? NO_TEAM : team;
  }
}
