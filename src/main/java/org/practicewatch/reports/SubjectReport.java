package org.practicewatch.reports;

import java.util.Optional;
import java.util.function.Function;

/** A report on one subject, beside those of the authority, its services and teams. */
public enum SubjectReport {
  PERMANENCY_TRACKER("permanency-tracker", "permanency tracker", PermanencyTracker::of),
  REVIEWING_OFFICERS("reviewing-officers", "reviewing officers' report", ReviewingReport::of),
  CARE_LEAVERS("care-leavers", "care leavers' report", LeaversReport::of),
  INITIAL_HEALTH_ASSESSMENTS(
      "initial-health-assessments", "report on initial health assessments", HealthReport::of);

  private final String file;
  private final String words;
  private final Function<SubjectNight, Optional<Report>> reads;

  SubjectReport(String file, String words, Function<SubjectNight, Optional<Report>> reads) {
    this.file = file;
    this.words = words;
    this.reads = reads;
  }

  /** Reads one night; empty where there is nothing to say. */
  public Optional<Report> of(SubjectNight night) {
    return reads.apply(night);
  }

  /** Its PDF. */
  public String pdf() {
    return file + ".pdf";
  }

  /** The workbook beside it. */
  public String workbook() {
    return file + ".xlsx";
  }

  /** In plain words. */
  public String words() {
    return words;
  }
}
