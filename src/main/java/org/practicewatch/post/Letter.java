package org.practicewatch.post;

import java.time.Instant;

/**
 * One e-mail to one person.
 *
 * @param messageId given by us and the same at every attempt, so that a second copy can be known as
 *     one: without the angle brackets
 * @param from the sender's address
 * @param to the recipient's address
 * @param subject one line
 * @param text the body, plain
 * @param written when it was written
 */
public record Letter(
    String messageId, String from, String to, String subject, String text, Instant written) {

  public Letter {
    for (String line : new String[] {messageId, from, to, subject}) {
      if (line.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("a header of a letter is one line");
      }
    }
  }
}
