package org.practicewatch.practiceweek;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What decides who is drawn: a hash that nobody can steer once the seed is public, and that any
 * hash tool gives again ({@code ../shared/design/contract.md}, The draw).
 */
public final class Ticket {

  private Ticket() {}

  /** SHA-256 of {@code seed,id} in UTF-8, as lower-case hex. */
  public static String of(String seed, String id) {
    return DigestUtils.sha256Hex(seed + "," + id);
  }

  /** SHA-256 of the ids in byte order, a line feed after each. */
  public static String ofAll(Collection<String> ids) {
    StringBuilder lines = new StringBuilder();
    // Code points and UTF-8 bytes sort alike; Java's own order differs above U+FFFF only.
    TreeSet<String> sorted = new TreeSet<>(Ticket::byBytes);
    sorted.addAll(ids);
    sorted.forEach(id -> lines.append(id).append('\n'));
    return DigestUtils.sha256Hex(lines.toString());
  }

  private static int byBytes(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
