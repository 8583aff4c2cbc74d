package org.practicewatch.exceptions;

import org.jspecify.annotations.Nullable;
import org.practicewatch.exceptions.ExceptionKey.Sort;

/**
 * Something in a returned list that was not taken in.
 *
 * @param file the returned workbook
 * @param cell where to look; empty where it is the whole file
 * @param team whose list it stands on; empty where nobody knows
 * @param subject the child as the line has it; empty where it is no line
 * @param sort which of the two lists; null where nobody knows
 * @param code the standard or check; empty where nobody knows
 * @param problem what is wrong and what to do; without any id
 */
public record Refusal(
    String file,
    String cell,
    String team,
    String subject,
    @Nullable Sort sort,
    String code,
    String problem) {

  /** Of a whole file, or of a row that cannot be read. */
  public Refusal(String file, String cell, String team, String problem) {
    this(file, cell, team, "", null, "", problem);
  }
}
