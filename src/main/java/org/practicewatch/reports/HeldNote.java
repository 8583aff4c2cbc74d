package org.practicewatch.reports;

/**
 * Something received that was held or could not be read.
 *
 * @param what the file or table
 * @param why the reason, in words
 * @param stands what the figures rest on instead
 */
public record HeldNote(String what, String why, String stands) {}
