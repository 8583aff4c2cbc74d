package org.practicewatch.post;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A letter that is to leave, as it was written: nothing of it changes any more.
 *
 * @param messageId by which it is known
 * @param week to which it belongs
 * @param kind what sort of letter
 * @param about whose: a team, a service
 * @param position in which order letters leave
 * @param attached the files that go with it
 */
public record Outgoing(
    String messageId,
    String week,
    String kind,
    String about,
    int position,
    String from,
    String to,
    List<String> copies,
    String subject,
    String text,
    String html,
    List<Attached> attached,
    Instant written) {

  public Outgoing {
    copies = List.copyOf(copies);
    attached = List.copyOf(attached);
  }

  /**
   * A file that goes with a letter.
   *
   * @param file its path
   * @param sha256 its hash when the letter was written
   */
  public record Attached(String file, String sha256) {}

  /** Everybody who gets a copy, each once, in whatever way an address is written. */
  public List<String> everybody() {
    Map<String, String> everybody = new LinkedHashMap<>();
    Stream.concat(Stream.of(to), copies.stream())
        .forEach(address -> everybody.putIfAbsent(address.toLowerCase(Locale.ROOT), address));
    return List.copyOf(everybody.values());
  }
}
