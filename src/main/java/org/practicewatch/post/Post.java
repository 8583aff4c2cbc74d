package org.practicewatch.post;

/** A way for letters to leave. */
public interface Post {

  /**
   * Hands one letter over, and says what became of it; a letter that cannot leave is no failure.
   */
  Delivery send(Letter letter);
}
