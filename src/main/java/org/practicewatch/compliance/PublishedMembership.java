package org.practicewatch.compliance;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.calendar.YearBegins;
import org.practicewatch.standards.Timeliness;

/**
 * Says how a child's findings count in the measures that DfE publishes. What is counted and what is
 * explained both come from here.
 *
 * <p>DfE counts plans at 31 March; ours are counted on the night, so that the figure says how the
 * year would be published if it ended tonight, and on 31 March it is DfE's.
 */
public final class PublishedMembership {

  private static final Set<Timeliness> FAILURES =
      Set.of(Timeliness.LATE, Timeliness.OVERDUE, Timeliness.MISSED);

  private final LocalDate asAt;
  private final LocalDate yearFrom;
  private final WorkingDays calendar;

  public PublishedMembership(LocalDate asAt, YearBegins year, WorkingDays calendar) {
    this.asAt = asAt;
    this.yearFrom = year.lastOn(asAt);
    this.calendar = calendar;
  }

  /** Takes note of one that counts, or is left out. */
  public interface Note {

    /**
     * One span, or one act.
     *
     * @param counts null where the measure leaves it out
     * @param because the findings that make it count so
     */
    void of(Membership.@Nullable Counts counts, List<Finding> because);
  }

  /** First day of what is counted. */
  public LocalDate from(PublishedMeasure measure) {
    return switch (measure.shape()) {
      case DONE_IN_THE_YEAR -> yearFrom;
      case OPEN_WITH_EVERY_ONE_IN_TIME -> asAt;
    };
  }

  /** How all the findings of one child count in a measure. */
  public void of(PublishedMeasure measure, List<Finding> ofOneChild, Note note) {
    List<Finding> judged =
        ofOneChild.stream()
            .filter(finding -> finding.standard().equals(measure.standard()))
            .toList();
    switch (measure.shape()) {
      case DONE_IN_THE_YEAR -> judged.forEach(finding -> done(measure, finding, note));
      case OPEN_WITH_EVERY_ONE_IN_TIME -> spans(judged).forEach(of -> open(measure, of, note));
    }
  }

  private void done(PublishedMeasure measure, Finding finding, Note note) {
    LocalDate since = finding.since();
    LocalDate done = finding.done();
    if (done == null ? !mayHaveBeenDone(finding) : done.isBefore(yearFrom)) {
      return;
    }
    boolean before = done != null && since != null && done.isBefore(since);
    note.of(
        before && measure.beforeTheStartLeftOut()
            ? null
            : Membership.together(List.of(finding), FAILURES),
        List.of(finding));
  }

  /** Done on a day that cannot be read, which may be one of the year. */
  private boolean mayHaveBeenDone(Finding finding) {
    LocalDate since = finding.since();
    return finding.timeliness() == Timeliness.CANNOT_TELL
        && (since == null || !since.isBefore(yearFrom));
  }

  /** The findings by the span they belong to; of spans whose start cannot be read, each alone. */
  private static Iterable<List<Finding>> spans(List<Finding> judged) {
    Map<Object, List<Finding>> spans =
        judged.stream()
            .collect(
                Collectors.groupingBy(
                    finding -> Objects.requireNonNullElse(finding.duringFrom(), finding),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return spans.values();
  }

  private void open(PublishedMeasure measure, List<Finding> ofOneSpan, Note note) {
    LocalDate began = ofOneSpan.get(0).duringFrom();
    Length atLeast = measure.openAtLeast();
    boolean longEnough =
        began == null || atLeast == null || !atLeast.after(began, calendar).isAfter(asAt);
    if (longEnough && ofOneSpan.stream().anyMatch(Finding::current)) {
      note.of(Membership.together(ofOneSpan, FAILURES), ofOneSpan);
    }
  }
}
