package org.practicewatch.exceptions;

/**
 * Something in a returned list that was not taken in.
 *
 * @param file the returned workbook
 * @param cell where to look; empty where it is the whole file
 * @param team whose list it stands on; empty where nobody knows
 * @param problem what is wrong and what to do; without any id
 */
public record Refusal(String file, String cell, String team, String problem) {}
