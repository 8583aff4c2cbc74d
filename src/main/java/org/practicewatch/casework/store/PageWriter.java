package org.practicewatch.casework.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Packs many small records into one page, which is stored as one row: some two hundred times fewer
 * rows to write, read and index. {@link PageReader} reads what this wrote.
 *
 * <p>A word that returns, such as a kind or a child's id, is written once in a page.
 */
public final class PageWriter {

  private static final int FIRST_SIZE = 1_024;

  private byte[] bytes = new byte[FIRST_SIZE];
  private int size;
  private final Map<String, Integer> words = new HashMap<>();

  /** A whole number, not negative. */
  public PageWriter number(int number) {
    int rest = number;
    while (rest >= 0x80) {
      put((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    put(rest);
    return this;
  }

  private void put(int one) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) one;
  }

  /** A day, or none. */
  public PageWriter day(@Nullable LocalDate day) {
    // Days before 1970 are negative: every other number stands for one of them; nought is none.
    long epoch = day == null ? 0 : day.toEpochDay();
    return number(day == null ? 0 : (int) (epoch >= 0 ? 2 * epoch + 1 : -2 * epoch));
  }

  /** Text that hardly ever returns. */
  public PageWriter text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    if (size + utf8.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + utf8.length));
    }
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
    return this;
  }

  /** Text that is likely to return in the same page. */
  public PageWriter word(String word) {
    Integer known = words.get(word);
    if (known != null) {
      return number(known);
    }
    words.put(word, words.size() + 1);
    return number(0).text(word);
  }

  public PageWriter words(Collection<String> all) {
    number(all.size());
    for (String word : all) {
      word(word);
    }
    return this;
  }

  public int size() {
    return size;
  }

  /** The page so far; what is written next begins a new one. */
  public byte[] takePage() {
    byte[] page = Arrays.copyOf(bytes, size);
    size = 0;
    words.clear();
    return page;
  }
}
