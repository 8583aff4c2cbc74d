package org.practicewatch.reports.night;

/**
 * How many lines of {@code issues.csv} one check on the record wrote.
 *
 * @param check name of the check
 * @param problem what that means, in one sentence
 * @param count how many lines; one can stand for many rows
 */
public record IssueCount(String check, String problem, int count) {}
