package org.practicewatch.jobs.night;

/**
 * How far a night goes. Whoever starts one from the command line gets its reports; a test that
 * looks at nothing but the CSVs need not wait for them.
 */
public enum NightUntil {
  /** Counted, its CSVs written. */
  CLOSED,
  /** With its reports. */
  REPORTED
}
