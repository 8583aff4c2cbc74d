package org.practicewatch.casework;

import java.util.Set;

/**
 * The kinds of span whose meaning the code itself must know, because a period of care or a stay in
 * a placement is worked out and not read. All other kinds are names in {@code jobs/vocabulary.yml}.
 */
public final class Kinds {

  /** A row of the national return: a new placement or a new legal status starts a new one. */
  public static final String EPISODE = "episode";

  /** Worked out: being looked after without a gap. */
  public static final String PERIOD_OF_CARE = "period of care";

  /** A placement as one row of the record gives it. */
  public static final String PLACEMENT_RECORD = "placement record";

  /** Worked out: living with one carer, whatever codes it was recorded under. */
  public static final String PLACEMENT = "placement";

  public static final String LEGAL_STATUS = "legal status";

  /** The child has died: nothing goes on, and nothing is owed. */
  public static final String DEATH = "death";

  /** The kinds that no extract may give, because they are worked out from others. */
  public static final Set<String> WORKED_OUT = Set.of(PERIOD_OF_CARE, PLACEMENT);

  /** Kind of a gap: there is a date of birth, and it cannot be read. */
  public static final String BIRTH = "date of birth";

  private Kinds() {}
}
