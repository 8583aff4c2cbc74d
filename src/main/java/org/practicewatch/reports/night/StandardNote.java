package org.practicewatch.reports.night;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.practicewatch.standards.Standing;

/**
 * A practice standard as a report explains it.
 *
 * @param id id of the standard
 * @param title its name in practitioners' words
 * @param rule what is owed and by when, in one sentence
 * @param basis the law, guidance or local decision it rests on
 * @param standing how firm that basis is
 * @param target the percentage the authority aims for; null where none is set
 * @param again whether it is owed again and again, so that its count goes on from what was done
 *     last
 * @param judged false where no extract carries what the standard needs
 * @param startedBy what starts each count, such as "looked-after visit"; empty where no act does
 */
public record StandardNote(
    String id,
    String title,
    String rule,
    String basis,
    Standing standing,
    @Nullable BigDecimal target,
    boolean again,
    boolean judged,
    String startedBy) {

  /** One whose counts no act starts. */
  public StandardNote(
      String id,
      String title,
      String rule,
      String basis,
      Standing standing,
      @Nullable BigDecimal target,
      boolean again,
      boolean judged) {
    this(id, title, rule, basis, standing, target, again, judged, "");
  }
}
