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
import java.util.function.UnaryOperator;
import org.practicewatch.casework.Organisation;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.standards.Timeliness;

/**
 * Counts findings into figures, child by child, so that a night of any size needs only the memory
 * of its figures.
 */
public final class Tally {

  private static final Comparator<Figure> IN_ORDER =
      Comparator.comparing(Figure::level)
          .thenComparing(Figure::name)
          .thenComparing(Figure::standard)
          .thenComparing(Figure::measure)
          .thenComparing(Figure::from);

  private final LocalDate asAt;
  private final Membership membership;
  private final Map<Membership.Key, Count> counts = new LinkedHashMap<>();
  private final Map<List<String>, Open> open =
      new TreeMap<>(
          Comparator.<List<String>, String>comparing(key -> key.get(0))
              .thenComparing(key -> key.get(1)));
  private final Map<Timeliness, Integer> byTimeliness = new TreeMap<>();
  private final Open children = new Open();
  private final PublishedTally published;

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

    /** Different children (or homes, carers, workers) behind these. */
    public int children() {
      return childrenCounted;
    }
  }

  /**
   * An empty tally.
   *
   * @param yearFrom first day of the year to date
   * @param standards ids of the standards that can be judged, which have a figure even of nothing
   * @param rankOf what a standard's rank is called in figures; empty where it has none
   * @param published an empty tally of the measures that DfE publishes
   */
  public Tally(
      LocalDate asAt,
      LocalDate yearFrom,
      String authority,
      Organisation.Teams teams,
      List<String> standards,
      UnaryOperator<String> rankOf,
      PublishedTally published) {
    this.asAt = asAt;
    this.published = published;
    this.membership = new Membership(asAt, yearFrom, authority, teams, rankOf);
    for (String standard : standards) {
      at(new Membership.Key(Level.AUTHORITY, authority, standard, Measure.NOW, asAt));
      for (LocalDate from : membership.periodStarts()) {
        at(new Membership.Key(Level.AUTHORITY, authority, standard, Measure.DONE, from));
        at(new Membership.Key(Level.AUTHORITY, authority, standard, Measure.ALL, from));
      }
    }
    standards.stream()
        .map(rankOf)
        .filter(rank -> !rank.isEmpty())
        .forEach(
            rank -> {
              at(new Membership.Key(Level.AUTHORITY, authority, rank, Measure.NOW, asAt));
              for (LocalDate from : membership.periodStarts()) {
                at(new Membership.Key(Level.AUTHORITY, authority, rank, Measure.ALL, from));
              }
            });
  }

  /** Adds all the findings of one child, or of one home, carer or worker. */
  public void add(List<Finding> ofOneChild) {
    for (Finding finding : ofOneChild) {
      byTimeliness.merge(finding.timeliness(), 1, Integer::sum);
    }
    membership.of(ofOneChild, (figure, how, because) -> at(figure).add(how, isDoubtful(because)));
    published.add(ofOneChild);
    addOpen(ofOneChild);
  }

  private static boolean isDoubtful(List<Finding> because) {
    for (Finding finding : because) {
      if (!finding.doubts().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private Count at(Membership.Key figure) {
    return counts.computeIfAbsent(figure, key -> new Count());
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
    boolean ofAChild = ofOneChild.stream().noneMatch(finding -> finding.childId().isEmpty());
    if (ofAChild && !found.isEmpty()) {
      found.forEach(timeliness -> add(children, timeliness));
      children.childrenCounted++;
    }
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
                    count.numerator(),
                    count.denominator(),
                    count.cannotTell(),
                    count.doubtful())));
    figures.sort(IN_ORDER);
    return figures;
  }

  /** The measures that DfE publishes, counted from the same findings. */
  public List<PublishedTally.Counted> published() {
    return published.counted();
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
