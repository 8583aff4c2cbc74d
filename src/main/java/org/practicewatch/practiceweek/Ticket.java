package org.practicewatch.practiceweek;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * What decides who is drawn: a hash that nobody can steer once the seed is public, and that any
 * hash tool gives again ({@code ../shared/design/contract.md}, The draw).
 */
public final class Ticket {

  private Ticket() {}

  /** SHA-256 of {@code seed,id} in UTF-8, as lower-case hex. */
  public static String of(String seed, String id) {
    return sha256(seed + "," + id);
  }

  /** SHA-256 of the ids in byte order, a line feed after each. */
  public static String ofAll(Collection<String> ids) {
    StringBuilder lines = new StringBuilder();
    // Code points and UTF-8 bytes sort alike; Java's own order differs above U+FFFF only.
    TreeSet<String> sorted = new TreeSet<>(Ticket::byBytes);
    sorted.addAll(ids);
    sorted.forEach(id -> lines.append(id).append('\n'));
    return sha256(lines.toString());
  }

  private static int byBytes(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 of a text in UTF-8, as lower-case hex. */
  static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }
}
