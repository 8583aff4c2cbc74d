package org.practicewatch.reports;

import java.util.Optional;

/** A report on one subject, beside those of the authority, its services and teams. */
public enum SubjectReport {
  PERMANENCY_TRACKER("permanency-tracker", "permanency tracker"),
  REVIEWING_OFFICERS("reviewing-officers", "reviewing officers' report"),
  CARE_LEAVERS("care-leavers", "care leavers' report"),
  INITIAL_HEALTH_ASSESSMENTS("initial-health-assessments", "report on initial health assessments");

  private final String file;
  private final String words;

  SubjectReport(String file, String words) {
    this.file = file;
    this.words = words;
  }

  /** Reads one night; empty where there is nothing to say. */
  public Optional<Report> of(SubjectNight night) {
    return switch (this) {
      case PERMANENCY_TRACKER -> PermanencyTracker.of(night);
      case REVIEWING_OFFICERS -> ReviewingReport.of(night);
      case CARE_LEAVERS -> LeaversReport.of(night);
      case INITIAL_HEALTH_ASSESSMENTS -> HealthReport.of(night);
    };
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
