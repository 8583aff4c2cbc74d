package org.practicewatch.practiceweek;

import java.util.List;

/** What became of a form that came back. */
public sealed interface Returned {

  /**
   * It was read.
   *
   * @param filledInBy name of whoever says so on the form; empty for nobody
   * @param lockedSha256 hash over the cells that nobody may change
   */
  record Form(Audit audit, String filledInBy, String lockedSha256, List<Fault> faults)
      implements Returned {
    public Form {
      faults = List.copyOf(faults);
    }
  }

  /**
   * It is no form, or none of ours.
   *
   * @param problem why, and what to do
   */
  record Refused(String problem) implements Returned {}

  /** It belongs to another Practice Week, and is read there. */
  record OfAnotherWeek() implements Returned {}

  /**
   * A cell that cannot be used.
   *
   * @param sheet its sheet; empty for the whole form
   * @param cell such as C12; likewise
   * @param value as it stands there
   * @param problem what is wrong, and what to do
   */
  record Fault(String sheet, String cell, String value, String problem) {}
}
