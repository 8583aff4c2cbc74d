package org.practicewatch.casework.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a page, field by field, in the order in which {@link PageWriter} wrote it. */
public final class PageReader {

  /** The days of a record return again and again: to 2069, each is made once. */
  private static final LocalDate[] DAYS = new LocalDate[100 * 366];

  private final byte[] page;
  private final List<String> words = new ArrayList<>();
  private int at;

  public PageReader(byte[] page) {
    this.page = page;
  }

  public boolean hasMore() {
    return at < page.length;
  }

  public int number() {
    int number = 0;
    int shift = 0;
    int next = page[at++];
    while (next < 0) {
      number |= (next & 0x7F) << shift;
      shift += 7;
      next = page[at++];
    }
    return number | (next << shift);
  }

  public @Nullable LocalDate day() {
    int day = number();
    if (day == 0) {
      return null;
    }
    return day % 2 == 1 ? since1970(day / 2) : LocalDate.ofEpochDay(-(day / 2));
  }

  private static LocalDate since1970(int day) {
    LocalDate known = day < DAYS.length ? DAYS[day] : null;
    if (known == null) {
      known = LocalDate.ofEpochDay(day);
      if (day < DAYS.length) {
        DAYS[day] = known;
      }
    }
    return known;
  }

  public String text() {
    int length = number();
    String text = new String(page, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  public String word() {
    int known = number();
    if (known > 0) {
      return words.get(known - 1);
    }
    String word = text();
    words.add(word);
    return word;
  }

  public List<String> words() {
    int size = number();
    List<String> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      all.add(word());
    }
    return all;
  }
}
