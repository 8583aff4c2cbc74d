package org.practicewatch.casework;

/**
 * Two things in the record of one child that cannot both be right.
 *
 * @param problem what they say, in a sentence without the child's id
 * @param effect what it stops us judging, or which of the two was believed
 * @param one the cell of the one
 * @param other the cell of the other
 */
public record Contradiction(String problem, String effect, CellRef one, CellRef other) {}
