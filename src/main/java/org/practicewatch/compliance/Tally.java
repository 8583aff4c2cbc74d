package org.practicewatch.compliance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.practicewatch.casework.Organisation;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.standards.Timeliness;

/**
 * Counts findings into figures, child by child, so that a night of any size needs only the memory
 * of its figures.
 *
 * <p>A figure of obligations belongs to the team allocated on the due date; a figure of children to
 * the team that holds the child now. A child counts once.
 */
public final class Tally {

  /** Printed for a child without a worker, so that sums hold. */
  public static final String NO_WORKER = "No worker recorded";

  private static final Comparator<Figure> IN_ORDER =
      Comparator.comparing(Figure::level)
          .thenComparing(Figure::name)
          .thenComparing(Figure::standard)
          .thenComparing(Figure::measure)
          .thenComparing(Figure::from);

  private final LocalDate asAt;
  private final Set<LocalDate> periodStarts;
  private final String authority;
  private final Organisation.Teams teams;
  private final Map<Key, Count> counts = new LinkedHashMap<>();
  private final Map<List<String>, Open> open =
      new TreeMap<>(
          Comparator.<List<String>, String>comparing(key -> key.get(0))
              .thenComparing(key -> key.get(1)));
  private final Map<Timeliness, Integer> byTimeliness = new TreeMap<>();
  private final Open children = new Open();

  private record Key(Level level, String name, String standard, Measure measure, LocalDate from) {}

  private static final class Count {
    private int numerator;
    private int denominator;
    private int cannotTell;
  }

  /** What is open now, for one team and standard. */
  public static final class Open {
    private int overdue;
    private int dueSoon;
    private int notYetDue;
    private int cannotTell;
    private int childrenCounted;

    public int overdue() {
      return overdue;
    }

    public int dueSoon() {
      return dueSoon;
    }

    public int notYetDue() {
      return notYetDue;
    }

    public int cannotTell() {
      return cannotTell;
    }

    /** Different children behind these. */
    public int children() {
      return childrenCounted;
    }
  }

  /**
   * An empty tally.
   *
   * @param standards ids of the standards that can be judged, which have a figure even of nothing
   * @param yearFrom first day of the year to date
   */
  public Tally(
      LocalDate asAt,
      LocalDate yearFrom,
      String authority,
      Organisation.Teams teams,
      List<String> standards) {
    this.asAt = asAt;
    this.periodStarts = new TreeSet<>(List.of(asAt.withDayOfMonth(1), yearFrom));
    this.authority = authority;
    this.teams = teams;
    for (String standard : standards) {
      count(Level.AUTHORITY, authority, standard, Measure.NOW, asAt);
      for (LocalDate from : periodStarts) {
        count(Level.AUTHORITY, authority, standard, Measure.DONE, from);
        count(Level.AUTHORITY, authority, standard, Measure.ALL, from);
      }
    }
  }

  /** Adds all the findings of one child. */
  public void add(List<Finding> ofOneChild) {
    for (Finding finding : ofOneChild) {
      byTimeliness.merge(finding.timeliness(), 1, Integer::sum);
      addDone(finding);
    }
    Map<String, List<Finding>> byStandard =
        ofOneChild.stream()
            .collect(Collectors.groupingBy(Finding::standard, TreeMap::new, Collectors.toList()));
    byStandard.values().forEach(this::addChild);
    addOpen(ofOneChild);
  }

  private void addDone(Finding finding) {
    LocalDate due = finding.due();
    if (due == null || due.isAfter(asAt)) {
      return;
    }
    for (LocalDate from : periodStarts) {
      if (!due.isBefore(from)) {
        for (Map.Entry<Level, String> place : places(finding.team(), finding.worker()).entrySet()) {
          Count count =
              count(place.getKey(), place.getValue(), finding.standard(), Measure.DONE, from);
          switch (finding.timeliness()) {
            case IN_TIMESCALE -> {
              count.numerator++;
              count.denominator++;
            }
            case LATE, OVERDUE, MISSED -> count.denominator++;
            case CANNOT_TELL -> count.cannotTell++;
            default -> {
              // Due tonight and still in time: not judged before tomorrow.
            }
          }
        }
      }
    }
  }

  private void addChild(List<Finding> ofOneStandard) {
    Set<Timeliness> now = new HashSet<>();
    for (Finding finding : ofOneStandard) {
      if (finding.current()) {
        now.add(finding.timeliness());
      }
    }
    Finding any = ofOneStandard.get(0);
    if (!now.isEmpty()) {
      countChild(any, Measure.NOW, asAt, now, Set.of(Timeliness.OVERDUE));
    }
    for (LocalDate from : periodStarts) {
      Set<Timeliness> inPeriod = new HashSet<>();
      for (Finding finding : ofOneStandard) {
        LocalDate due = finding.due();
        if (due != null && !due.isBefore(from) && !due.isAfter(asAt)) {
          inPeriod.add(finding.timeliness());
        }
      }
      inPeriod.remove(Timeliness.DUE_SOON);
      if (!inPeriod.isEmpty()) {
        countChild(
            any,
            Measure.ALL,
            from,
            inPeriod,
            Set.of(Timeliness.LATE, Timeliness.OVERDUE, Timeliness.MISSED));
      }
    }
  }

  /**
   * A failure is a failure whatever else cannot be told; without one, what cannot be told counts.
   */
  private void countChild(
      Finding child,
      Measure measure,
      LocalDate from,
      Set<Timeliness> found,
      Set<Timeliness> failures) {
    boolean failed = found.stream().anyMatch(failures::contains);
    boolean cannotTell = !failed && found.contains(Timeliness.CANNOT_TELL);
    places(child.teamNow(), child.workerNow())
        .forEach(
            (level, name) -> {
              Count count = count(level, name, child.standard(), measure, from);
              if (cannotTell) {
                count.cannotTell++;
              } else {
                count.denominator++;
                count.numerator += failed ? 0 : 1;
              }
            });
  }

  private Map<Level, String> places(String team, String worker) {
    Map<Level, String> places = new LinkedHashMap<>();
    places.put(Level.AUTHORITY, authority);
    places.put(Level.SERVICE, teams.serviceOf(team));
    places.put(Level.TEAM, team.isEmpty() ? Organisation.NO_TEAM : team);
    places.put(Level.WORKER, worker.isEmpty() ? NO_WORKER : worker);
    return places;
  }

  private Count count(Level level, String name, String standard, Measure measure, LocalDate from) {
    return counts.computeIfAbsent(
        new Key(level, name, standard, measure, from), key -> new Count());
  }

  private void addOpen(List<Finding> ofOneChild) {
    Set<List<String>> places = new HashSet<>();
    Set<Timeliness> found = new HashSet<>();
    for (Finding finding : ofOneChild) {
      if (finding.current()) {
        List<String> place = List.of(finding.teamNow(), finding.standard());
        Open here = open.computeIfAbsent(place, key -> new Open());
        add(here, finding.timeliness());
        here.childrenCounted += places.add(place) ? 1 : 0;
        found.add(finding.timeliness());
      }
    }
    found.forEach(timeliness -> add(children, timeliness));
    children.childrenCounted += found.isEmpty() ? 0 : 1;
  }

  private static void add(Open open, Timeliness timeliness) {
    switch (timeliness) {
      case OVERDUE -> open.overdue++;
      case DUE_SOON -> open.dueSoon++;
      case NOT_YET_DUE -> open.notYetDue++;
      case CANNOT_TELL -> open.cannotTell++;
      default -> {
        // Done or past: nothing is open.
      }
    }
  }

  /** The figures, sorted as {@code figures.csv} is. */
  public List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    counts.forEach(
        (key, count) ->
            figures.add(
                new Figure(
                    key.level(),
                    key.name(),
                    key.standard(),
                    key.measure(),
                    key.from(),
                    asAt,
                    count.numerator,
                    count.denominator,
                    count.cannotTell)));
    figures.sort(IN_ORDER);
    return figures;
  }

  /** What is open now, by team (empty for none) and standard. */
  public Map<List<String>, Open> open() {
    return open;
  }

  /** Different children with anything open, overdue, due soon or that cannot be told. */
  public Open children() {
    return children;
  }

  /** How many obligations are in each state. */
  public Map<Timeliness, Integer> byTimeliness() {
    return byTimeliness;
  }
}
