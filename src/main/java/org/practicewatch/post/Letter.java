package org.practicewatch.post;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One e-mail. Every one of its recipients is handed a copy of their own, and each copy is the same.
 *
 * @param messageId given by us and the same at every attempt, so that a second copy can be known as
 *     one: without the angle brackets
 * @param from the sender's address
 * @param to the recipient's address
 * @param copies the addresses of those who are to know of it
 * @param subject one line
 * @param text the body, plain
 * @param html the same for programs that show it; null for none
 * @param attachments the files that go with it
 * @param written when it was written
 */
public record Letter(
    String messageId,
    String from,
    String to,
    List<String> copies,
    String subject,
    String text,
    @Nullable String html,
    List<Attachment> attachments,
    Instant written) {

  public Letter {
    copies = List.copyOf(copies);
    attachments = List.copyOf(attachments);
    for (String line : List.of(messageId, from, to, String.join("", copies), subject)) {
      if (line.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("a header of a letter is one line");
      }
    }
  }

  /** A plain letter to one person. */
  public Letter(
      String messageId, String from, String to, String subject, String text, Instant written) {
    this(messageId, from, to, List.of(), subject, text, null, List.of(), written);
  }

  /**
   * A file that goes with a letter.
   *
   * @param name as the recipient sees it
   * @param type its media type
   * @param bytes what is in it
   */
  @SuppressWarnings("ArrayRecordComponent") // it is handed on and never compared
  public record Attachment(String name, String type, byte[] bytes) {}
}
