package org.practicewatch.practiceweek;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * An audit form that went out.
 *
 * @param form its key, hidden in it, which ties it to the draw, the case and the auditor
 * @param number of the case
 * @param childId the child
 * @param auditor id of the auditor
 * @param moderation whether it asks for the second grades
 * @param lockedSha256 hash over the cells that nobody may change
 */
public record FormSent(
    String form,
    String number,
    String childId,
    String auditor,
    boolean moderation,
    String lockedSha256) {

  /** The key of a form: the same for the same draw, case, auditor and purpose. */
  public static String key(
      String week,
      String frames,
      String number,
      String childId,
      String auditor,
      boolean moderation) {
    return DigestUtils.sha256Hex(
        String.join("\n", week, frames, number, childId, auditor, moderation ? "second" : "first"));
  }
}
