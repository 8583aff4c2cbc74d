package org.practicewatch.intake;

import java.util.Arrays;

/** Many whole numbers, in no more memory than they need. */
final class IntList {

  private int[] numbers = new int[1_024];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size + size / 2);
    }
    numbers[size++] = number;
  }

  void addAll(int[] more) {
    for (int number : more) {
      add(number);
    }
  }

  int get(int place) {
    return numbers[place];
  }

  int[] range(int from, int before) {
    return Arrays.copyOfRange(numbers, from, before);
  }
}
