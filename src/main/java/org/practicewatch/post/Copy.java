package org.practicewatch.post;

/**
 * One recipient's copy of a letter.
 *
 * @param state what became of it
 * @param attempts how often it was tried
 * @param why it is not sent; empty where it is
 * @param again whether it was uncertain once, and is to go once more
 */
public record Copy(
    String messageId, String address, State state, int attempts, String why, boolean again) {

  /** What can become of a copy; it is in exactly one of these. */
  public enum State {
    /** Not handed over yet: the other side has nothing of it. */
    WAITING,
    /** All of it may be out, and we have not noted the answer. Found so at a start: uncertain. */
    HANDING_OVER,
    SENT,
    /** Kept as a file, because there is no mail server. */
    KEPT,
    /** It will never arrive so. */
    REFUSED,
    /** The other side may have accepted it, and nobody here can know. */
    UNCERTAIN
  }

  /** The same copy in another state. */
  public Copy is(State other, String because) {
    return new Copy(messageId, address, other, attempts, because, again);
  }

  Copy tried() {
    return new Copy(messageId, address, state, attempts + 1, why, again);
  }

  Copy onceMore() {
    return new Copy(messageId, address, State.WAITING, attempts, why, true);
  }
}
