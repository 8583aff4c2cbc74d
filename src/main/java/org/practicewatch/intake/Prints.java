package org.practicewatch.intake;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Numbers texts in the order in which they come, and knows one that came before. Of each only a
 * print of 128 bits is kept, which two that differ will not share, in one array and not an object
 * each: a table may have a million rows.
 */
final class Prints {

  /** Two for each place: the halves of a print, of which not both are nought. */
  private long[] prints = new long[2 * 1_024];

  private int[] numbers = new int[1_024];
  private int size;

  /** The number of a text that came before; -1, after which it is one of them. */
  int putIfAbsent(String text) {
    long[] hash = MurmurHash3.hash128x64(text.getBytes(StandardCharsets.UTF_8));
    long first = hash[0];
    long second = first == 0 && hash[1] == 0 ? 1 : hash[1];
    int place = place(first, second);
    if (prints[2 * place] != 0 || prints[2 * place + 1] != 0) {
      return numbers[place];
    }
    put(place, first, second, size++);
    if (size > numbers.length / 2) {
      grow();
    }
    return -1;
  }

  /** Where a print stands, or is to stand: the next free place after its own. */
  private int place(long first, long second) {
    int place = (int) first & (numbers.length - 1);
    while ((prints[2 * place] != 0 || prints[2 * place + 1] != 0)
        && !(prints[2 * place] == first && prints[2 * place + 1] == second)) {
      place = (place + 1) & (numbers.length - 1);
    }
    return place;
  }

  private void put(int place, long first, long second, int number) {
    prints[2 * place] = first;
    prints[2 * place + 1] = second;
    numbers[place] = number;
  }

  private void grow() {
    long[] before = prints;
    int[] numbersBefore = numbers;
    prints = new long[2 * before.length];
    numbers = new int[2 * numbersBefore.length];
    for (int i = 0; i < numbersBefore.length; i++) {
      long first = before[2 * i];
      long second = before[2 * i + 1];
      if (first != 0 || second != 0) {
        put(place(first, second), first, second, numbersBefore[i]);
      }
    }
  }
}
