package org.practicewatch.quality;

import org.practicewatch.casework.CellRef;

/**
 * One thing that a check found.
 *
 * @param at the cell to look at
 * @param value what stands there; empty where it says nothing more
 * @param problem what is wrong and what was expected, in plain English and without anybody's id
 * @param effect what it stops us judging, or what was done about it
 */
public record Found(CellRef at, String value, String problem, String effect) {}
