package org.practicewatch.intake;

/** A file that cannot be read, with the reason in words that the person who sent it understands. */
public class UnreadableExtract extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableExtract(String reason) {
    super(reason);
  }

  public UnreadableExtract(String reason, Throwable cause) {
    super(reason, cause);
  }
}
