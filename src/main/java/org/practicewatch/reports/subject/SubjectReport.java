package org.practicewatch.reports.subject;

import java.util.List;
import java.util.Optional;
import org.practicewatch.compliance.Wanted;
import org.practicewatch.reports.section.Report;

/**
 * A report on one subject, beside those of the authority, its services and teams: what {@code
 * jobs/reports.yml} says it is made of, and how it is made.
 *
 * <p>To add one: a record here with its key in {@link ReportContents}, the class that makes it, its
 * test.
 */
public sealed interface SubjectReport
    permits ReportContents.Tracker,
        ReportContents.Reviewing,
        ReportContents.Leavers,
        ReportContents.Health {

  /** The names of all there are: one that is wanted no more leaves no file behind. */
  List<String> NAMES =
      List.of(
          ReportContents.Tracker.NAME,
          ReportContents.Reviewing.NAME,
          ReportContents.Leavers.NAME,
          ReportContents.Health.NAME);

  /** What its files are called, without their endings. */
  String name();

  /** In plain words. */
  String words();

  /** The standards that it tells of, in order. */
  List<String> standards();

  /** What it wants to know of a child's record beside the findings. */
  Wanted wanted();

  /** Reads one night; empty where there is nothing to say. */
  Optional<Report> of(SubjectNight night);
}
