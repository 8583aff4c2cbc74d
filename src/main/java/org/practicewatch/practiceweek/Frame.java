package org.practicewatch.practiceweek;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.practicewatch.calendar.WorkingDays;

/**
 * Everybody who may be drawn for one cohort, and why others may not. A child may be in the frames
 * of several cohorts; the draw sees to it that nobody is drawn twice.
 *
 * @param cohort the cohort
 * @param considered how many children the record holds
 * @param members those who may be drawn, by id, with the part of the cohort each belongs to
 * @param excluded how many belong to the cohort and are left out, or cannot be told, by reason
 * @param alsoIn how many of the members are members of an earlier cohort too, by its name
 * @param ages how many of the members are of which age band
 * @param disabled how many of the members have a disability, have none, are not recorded
 * @param teams how many of the members each team holds
 */
public record Frame(
    Cohort cohort,
    int considered,
    Map<String, String> members,
    Map<String, Integer> excluded,
    Map<String, Integer> alsoIn,
    Map<String, Integer> ages,
    Map<String, Integer> disabled,
    Map<String, Integer> teams) {

  static final String AUDITED = "drawn for an audit in the last %s";

  /** The hash over all who may be drawn. */
  public String sha256() {
    return Ticket.ofAll(members.keySet());
  }

  /** How many of the members belong to each part. */
  public Map<String, Integer> strata() {
    return counts(members.values());
  }

  private static Map<String, Integer> counts(Iterable<String> all) {
    Map<String, Integer> counts = new TreeMap<>();
    all.forEach(one -> counts.merge(one, 1, Integer::sum));
    return counts;
  }

  /** The frames of a week, gathered child by child in any order. */
  public static final class Gathering {

    private final WorkingDays calendar;
    private final Set<String> audited;
    private final String auditedWithin;
    private final List<Filling> fillings;
    private int considered;

    /** What has been gathered for one cohort. */
    private record Filling(
        Cohort cohort,
        Map<String, Candidate> members,
        Map<String, Integer> excluded,
        Map<String, Integer> alsoIn) {

      void exclude(String because) {
        excluded.merge(because, 1, Integer::sum);
      }
    }

    /**
     * Begins.
     *
     * @param audited children drawn for an audit not long ago
     * @param auditedWithin how long ago, in words
     */
    public Gathering(
        List<Cohort> cohorts, WorkingDays calendar, Set<String> audited, String auditedWithin) {
      this.calendar = calendar;
      this.audited = audited;
      this.auditedWithin = auditedWithin;
      this.fillings =
          cohorts.stream()
              .map(one -> new Filling(one, new TreeMap<>(), new TreeMap<>(), new TreeMap<>()))
              .toList();
    }

    /** Takes note of a child. */
    public void add(Candidate child) {
      considered++;
      List<String> before = new ArrayList<>();
      for (Filling filling : fillings) {
        Fit fit = filling.cohort().who().fits(child, calendar);
        if (fit.answer() == Fit.Answer.CANNOT_TELL) {
          filling.exclude("cannot tell: " + fit.because());
        } else if (fit.answer() == Fit.Answer.YES && audited.contains(child.childId())) {
          filling.exclude(AUDITED.formatted(auditedWithin));
        } else if (fit.answer() == Fit.Answer.YES) {
          filling.members().put(child.childId(), child);
          before.forEach(other -> filling.alsoIn().merge(other, 1, Integer::sum));
          before.add(filling.cohort().cohort());
        }
      }
    }

    /** The frames, in the order of the cohorts. */
    public List<Frame> frames() {
      List<Frame> frames = new ArrayList<>();
      for (Filling filling : fillings) {
        Collection<Candidate> children = filling.members().values();
        Map<String, String> strata = new TreeMap<>();
        filling.members().forEach((id, child) -> strata.put(id, filling.cohort().stratumOf(child)));
        frames.add(
            new Frame(
                filling.cohort(),
                considered,
                strata,
                filling.excluded(),
                filling.alsoIn(),
                counts(children.stream().map(Candidate::ageBand).toList()),
                counts(children.stream().map(Candidate::disabilityInWords).toList()),
                counts(children.stream().map(Candidate::teamInWords).toList())));
      }
      return frames;
    }

    /** Those who may be drawn, by id. */
    public Map<String, Candidate> candidates() {
      Map<String, Candidate> all = new TreeMap<>();
      fillings.forEach(filling -> all.putAll(filling.members()));
      return all;
    }
  }
}
