package org.practicewatch.reports;

/**
 * A big number at the head of a report.
 *
 * @param number the number
 * @param label what it counts
 * @param note what it means for how many children; may be empty
 * @param tone poor where the number should be nought and is not
 */
public record Tile(String number, String label, String note, Tone tone) {}
