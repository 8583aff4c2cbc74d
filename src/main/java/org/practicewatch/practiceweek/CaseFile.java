package org.practicewatch.practiceweek;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.standards.Timeliness;

/**
 * What an auditor is given of a case: the child's last months on one timeline, and how each
 * standard stands. Ids and codes, no names.
 *
 * @param number of the case
 * @param childId the child
 * @param cohort the cohort
 * @param about what kind of child it is, such as "Aged 9, looked after since 3 Mar 2016"
 * @param from first day looked back on
 * @param to the night of the draw
 * @param lanes what happened, one line of the picture each
 * @param standards what was owed in that time
 * @param gaps what is on the team's list now
 */
public record CaseFile(
    String number,
    String childId,
    String cohort,
    List<String> about,
    LocalDate from,
    LocalDate to,
    List<Lane> lanes,
    List<Owed> standards,
    List<String> gaps) {

  public CaseFile {
    about = List.copyOf(about);
    lanes = List.copyOf(lanes);
    standards = List.copyOf(standards);
    gaps = List.copyOf(gaps);
  }

  /**
   * A line of the picture: visits, reviews, placements, workers, missing, health.
   *
   * @param name at its beginning
   * @param bars what lasted
   * @param marks what was done on a day
   */
  public record Lane(String name, List<Bar> bars, List<Mark> marks) {
    public Lane {
      bars = List.copyOf(bars);
      marks = List.copyOf(marks);
    }
  }

  /**
   * Something that lasted.
   *
   * @param from first day; it may lie before the time looked back on
   * @param to last day; null while it goes on
   * @param label short
   */
  public record Bar(LocalDate from, @Nullable LocalDate to, String label) {}

  /** What a mark stands for. */
  public enum Sort {
    /** Something done. */
    DONE,
    /** Something that fell due and was not done. */
    NOT_DONE
  }

  /**
   * Something on a day.
   *
   * @param label short, such as "looked-after visit"
   */
  public record Mark(LocalDate on, Sort sort, String label) {}

  /**
   * One obligation.
   *
   * @param standard its id
   * @param title what is owed
   * @param due last day in timescale; null where it cannot be told
   * @param done the day it was done; null where it was not
   * @param timeliness how it stands
   * @param daysOver past due; null where it is not
   */
  public record Owed(
      String standard,
      String title,
      @Nullable LocalDate due,
      @Nullable LocalDate done,
      Timeliness timeliness,
      @Nullable Integer daysOver) {

    /** How it stands, in words for an auditor. */
    public String state() {
      return switch (timeliness) {
        case IN_TIMESCALE -> "In timescale";
        case LATE -> "Late";
        case OVERDUE -> "Overdue";
        case MISSED -> "Missed";
        case DUE_SOON, NOT_YET_DUE -> "Due";
        case CANNOT_TELL -> "Cannot tell";
      };
    }
  }
}
