package org.practicewatch.intake.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * The bytes of a part, of which so many are held that the row or text being read is among them.
 * Noughts stand behind the last: XML has no such character, so whoever looks at one byte after
 * another stops there without asking how many there are.
 */
final class PartBytes implements Closeable {

  static final int PIECE = 1 << 16;

  /** Where the bytes of a part come from, from its beginning each time. */
  @FunctionalInterface
  interface Source {
    InputStream open() throws IOException;
  }

  /** No row that is longer is read here. */
  private static final int LONGEST = 1 << 20;

  /** As many as anybody looks ahead. */
  private static final int NOUGHTS = 16;

  private final InputStream in;
  private byte[] bytes;
  private int from;
  private int limit;
  private boolean ended;

  PartBytes(InputStream in, int piece) {
    this.in = in;
    this.bytes = new byte[piece + NOUGHTS];
  }

  /** What is held; another array may hold it after {@link #more}. */
  byte[] bytes() {
    return bytes;
  }

  /** Where what is being read begins. */
  int from() {
    return from;
  }

  /** Where the noughts begin. */
  int limit() {
    return limit;
  }

  /** Whether the part ends with what is held. */
  boolean ended() {
    return ended;
  }

  /** What stands before is done with. */
  void passTo(int place) {
    from = place;
  }

  /** Reads on; false where the part has ended, or where what is being read has grown too long. */
  boolean more() throws IOException {
    if (ended || limit - from >= LONGEST) {
      return false;
    }
    if (from > 0) {
      System.arraycopy(bytes, from, bytes, 0, limit - from);
      limit -= from;
      from = 0;
    } else if (limit == bytes.length - NOUGHTS) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    while (!ended && limit < bytes.length - NOUGHTS) {
      int read = in.read(bytes, limit, bytes.length - NOUGHTS - limit);
      ended = read < 0;
      limit += Math.max(0, read);
    }
    Arrays.fill(bytes, limit, limit + NOUGHTS, (byte) 0);
    return true;
  }

  /** Passes over the rest of the part: only then is it known to be undamaged. */
  void readToEnd() throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
