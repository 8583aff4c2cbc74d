package org.practicewatch.reports.section;

import java.util.ArrayList;
import java.util.List;

/** Cuts a list into parts that fit a page, as even as can be. */
public final class Chunks {

  private Chunks() {}

  public static <T> List<List<T>> even(List<T> all, int most) {
    int parts = (all.size() + most - 1) / most;
    List<List<T>> chunks = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int from = all.size() * part / parts;
      int to = all.size() * (part + 1) / parts;
      chunks.add(List.copyOf(all.subList(from, to)));
    }
    return List.copyOf(chunks);
  }
}
