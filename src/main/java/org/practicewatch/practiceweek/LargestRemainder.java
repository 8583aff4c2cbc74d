package org.practicewatch.practiceweek;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shares out a sample by size, so that the shares add up: the largest remainders are rounded up.
 */
final class LargestRemainder {

  private LargestRemainder() {}

  private record Share(String name, int whole, long remainder) {}

  /**
   * How many of each part.
   *
   * @param sizes how many children each part has
   * @param sample how many are drawn in all; no more than there are
   */
  static Map<String, Integer> of(Map<String, Integer> sizes, int sample) {
    long all = sizes.values().stream().mapToLong(Integer::longValue).sum();
    long n = Math.min(sample, all);
    Map<String, Integer> shares = new TreeMap<>();
    List<Share> rest = new ArrayList<>();
    sizes.forEach(
        (name, size) -> {
          long exact = n * size;
          int whole = all == 0 ? 0 : Math.toIntExact(exact / all);
          shares.put(name, whole);
          rest.add(new Share(name, whole, all == 0 ? 0 : exact % all));
        });
    long left = n - shares.values().stream().mapToLong(Integer::longValue).sum();
    rest.sort(Comparator.comparingLong(Share::remainder).reversed().thenComparing(Share::name));
    rest.stream().limit(left).forEach(share -> shares.put(share.name(), share.whole() + 1));
    return shares;
  }
}
