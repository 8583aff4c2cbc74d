package org.practicewatch.exceptions;

import java.util.Comparator;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What makes a gap the same one, week after week: nothing of where its row stands, what its file is
 * called or what else the row says.
 *
 * @param sort the list it stands on
 * @param subject id of the child; of a home, a carer or a worker as findings have it ({@code
 *     worker:17})
 * @param code id of the standard, or of the check
 */
public record ExceptionKey(Sort sort, String subject, String code)
    implements Comparable<ExceptionKey> {

  private static final int LETTERS_OF_A_LINE = 16;

  private static final Comparator<ExceptionKey> ORDER =
      Comparator.comparing(ExceptionKey::sort)
          .thenComparing(ExceptionKey::subject)
          .thenComparing(ExceptionKey::code);

  /** The two lists, which managers act on differently. */
  public enum Sort {
    /** Really late: it is to be done. */
    PRACTICE,
    /** Missing, contradictory or impossible to judge: it is to be recorded. */
    DATA
  }

  /** By which a line of a returned workbook is known: the same every week. */
  public String line() {
    return DigestUtils.sha256Hex(sort + "\n" + subject + "\n" + code)
        .substring(0, LETTERS_OF_A_LINE);
  }

  /** The same gap of a subject that is known by another id. */
  ExceptionKey under(String id) {
    return id.equals(subject) ? this : new ExceptionKey(sort, id, code);
  }

  @Override
  public int compareTo(ExceptionKey other) {
    return ORDER.compare(this, other);
  }
}
