package org.practicewatch.quality;

import org.practicewatch.casework.Kinds;

/**
 * Something that an extract may carry or not: facts of a kind, or a detail of them. An extract that
 * has the column carries it, be it ever so blank.
 *
 * @param form what sort of fact
 * @param kind its kind; empty for a child or an allocation
 * @param detail which of its details; empty for the fact itself
 */
public record Need(Form form, String kind, String detail) {

  /** The sorts of fact. */
  public enum Form {
    CHILD,
    SPAN,
    ACTIVITY,
    ALLOCATION,
    LATEST,
    NOTED
  }

  public static Need child() {
    return new Need(Form.CHILD, "", "");
  }

  public static Need allocation() {
    return new Need(Form.ALLOCATION, "", "");
  }

  public static Need span(String kind) {
    return new Need(Form.SPAN, kind, "");
  }

  public static Need span(String kind, String detail) {
    return new Need(Form.SPAN, kind, detail);
  }

  public static Need activity(String kind) {
    return new Need(Form.ACTIVITY, kind, "");
  }

  public static Need latest(String kind) {
    return new Need(Form.LATEST, kind, "");
  }

  /** What rows say that decides nothing, such as who took part in a review. */
  public static Need noted(String kind, String detail) {
    return new Need(Form.NOTED, kind, detail);
  }

  /** For people: what the extracts lack. */
  public String words() {
    String of =
        switch (form) {
          case CHILD -> "dates of birth";
          case ALLOCATION -> Kinds.WHO_HOLDS;
          case SPAN, ACTIVITY, LATEST, NOTED -> kind;
        };
    return detail.isEmpty() ? of : detail + " (" + of + ")";
  }
}
