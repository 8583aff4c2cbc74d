package org.practicewatch.post;

/** What became of a letter that was handed over. */
public sealed interface Delivery {

  /** It is out of our hands. */
  record Sent() implements Delivery {}

  /**
   * It will never arrive so.
   *
   * @param why in words for the person who runs the job; names nobody
   */
  record Refused(String why) implements Delivery {}

  /** It did not leave, and may at another attempt. */
  record Delayed(String why) implements Delivery {}

  /** The connection was lost when the whole letter was out: it may have been accepted. */
  record Uncertain(String why) implements Delivery {}
}
