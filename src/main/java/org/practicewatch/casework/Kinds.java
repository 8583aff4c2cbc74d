package org.practicewatch.casework;

import java.util.List;
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

  /** A child's stay with those who mean to adopt, as a return gives it. */
  public static final String PLACED_FOR_ADOPTION = "placed for adoption";

  /** A row of a list of care leavers: the young person has left care. */
  public static final String CARE_LEAVER_RECORD = "care leaver record";

  /** Worked out: 16 or 17 and looked after for 13 weeks since 14 (S.I. 2010/959, reg. 40). */
  public static final String ELIGIBLE_CHILD = "eligible child";

  /** The birthday from which a child may be eligible, and then leave care with duties owed. */
  public static final int LEAVING_CARE_FROM_AGE = 16;

  /** Worked out: has left care after having been eligible, or stands in a list of care leavers. */
  public static final String LEAVING_CARE = "leaving care";

  /** What a row of a list of care leavers says that decides nothing. */
  public static final String CARE_LEAVER_LISTED = "care leaver";

  /** Who reviews a looked-after child, from when to when; it decides nothing. */
  public static final String REVIEWING_OFFICER = "reviewing officer";

  /** The birthday on which somebody who has left care is owed nothing more. */
  public static final int LEAVING_CARE_UNTIL_AGE = 25;

  /** Accommodation that the authority provides to somebody who has left care. */
  public static final String PROVIDED_ACCOMMODATION = "provided accommodation";

  /**
   * Authority to place for adoption; under a placement order without a row of its own worked out.
   */
  public static final String AUTHORITY_TO_PLACE = "authority to place";

  /** Said of a placement: it is intended to last until the child is 18. */
  public static final String INTENDED_TO_LAST_TO_18 = "intended to last to 18";

  /** Said of a placement with a parent: made before their assessment is complete (reg. 19). */
  public static final String PLACED_BEFORE_ASSESSMENT = "placed before assessment";

  /** Temporary approval of a connected person as a foster carer (reg. 24). */
  public static final String TEMPORARY_APPROVAL = "temporary approval";

  /** Worked out: stays away from home by one agreement, and the time between them (reg. 48). */
  public static final String SERIES_OF_SHORT_BREAKS = "series of short breaks";

  /** Worked out: a placement for adoption has broken down, and care goes on. */
  public static final String RETURN_AFTER_DISRUPTION = "return after disruption";

  /** Worked out: something keeps the child's case open. */
  public static final String OPEN_CASE = "open case";

  /** Worked out: living with those who mean to adopt. */
  public static final String PLACEMENT_FOR_ADOPTION = "placement for adoption";

  /** The spans of which any keeps a case open. */
  public static final List<String> KEEP_A_CASE_OPEN =
      List.of("referral", "child in need plan", "child protection plan", EPISODE);

  /** The kinds that no extract may give, because they are worked out from others. */
  public static final Set<String> WORKED_OUT =
      Set.of(
          PERIOD_OF_CARE,
          PLACEMENT,
          ELIGIBLE_CHILD,
          LEAVING_CARE,
          OPEN_CASE,
          PLACEMENT_FOR_ADOPTION,
          SERIES_OF_SHORT_BREAKS,
          RETURN_AFTER_DISRUPTION);

  /** Kind of a gap: there is a date of birth, and it cannot be read. */
  public static final String BIRTH = "date of birth";

  /** What allocations tell, where kinds of fact are named. */
  public static final String WHO_HOLDS = "who holds the child";

  private Kinds() {}
}
