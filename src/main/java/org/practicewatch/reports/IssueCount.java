package org.practicewatch.reports;

/**
 * How often one check on the record found something.
 *
 * @param check name of the check
 * @param problem what it found, in words
 * @param count how many times
 */
public record IssueCount(String check, String problem, int count) {}
