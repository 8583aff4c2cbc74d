package org.practicewatch.reports;

/**
 * A table that was held, is stale or was not received.
 *
 * @param what the file or table
 * @param why the reason, in words
 * @param stands what the figures rest on instead
 */
public record HeldNote(String what, String why, String stands) {}
