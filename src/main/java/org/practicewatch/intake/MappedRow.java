package org.practicewatch.intake;

import java.util.List;
import org.practicewatch.casework.Fact;
import org.practicewatch.quality.Issue;

/**
 * What became of one row.
 *
 * @param outcome where it is counted
 * @param facts what it says
 * @param links ids of the child's that other tables use
 * @param issues what could not be read
 */
public record MappedRow(Outcome outcome, List<Fact> facts, List<Link> links, List<Issue> issues) {

  /** Every row read is exactly one of these, so that control totals balance. */
  public enum Outcome {
    LOADED,
    REJECTED,
    LEFT_OUT
  }

  /**
   * An id that other tables use.
   *
   * @param childId the child it belongs to; empty for a name
   * @param name the name it stands for; empty for a child's
   */
  public record Link(String sort, String id, String childId, String name) {}
}
