package org.practicewatch.post;

/** A way for letters to leave. */
public interface Post {

  /** Hands a letter to its recipient, whom nobody else is told of. */
  default Delivery send(Letter letter) {
    return send(letter, letter.to(), () -> {});
  }

  /**
   * Hands one copy over, and says what became of it; a letter that cannot leave is no failure.
   *
   * @param recipient whose copy it is
   * @param beforeTheEnd done when the letter is out but for the word that ends it: until then the
   *     other side has nothing, and from then on it may have everything
   */
  Delivery send(Letter letter, String recipient, Runnable beforeTheEnd);
}
