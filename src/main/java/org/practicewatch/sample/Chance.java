package org.practicewatch.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A stream of chances that depends on its keys and on nothing else, so that the same child lives
 * the same life on every machine and whatever the size of the authority.
 *
 * <p>SplitMix64 is written out here because the library's generators promise no sequence.
 */
public final class Chance {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Chance(long state) {
    this.state = state;
  }

  /** A stream for a seed and whatever else tells it from the other streams of that seed. */
  public static Chance of(long seed, long... keys) {
    long state = mix(seed + GOLDEN);
    for (long key : keys) {
      state = mix(state ^ mix(key + GOLDEN)) + GOLDEN;
    }
    return new Chance(state);
  }

  /** A number for a text, to be used as a key. */
  public static long key(String text) {
    long hash = 0xCBF29CE484222325L;
    for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (part & 0xFF)) * 0x100000001B3L;
    }
    return hash;
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  private long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** From nought up to, but not including, one. */
  public double fraction() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** True with that likelihood. */
  public boolean that(double likelihood) {
    return fraction() < likelihood;
  }

  /** A whole number, both ends included. */
  public int between(int low, int high) {
    return low + (int) (fraction() * (high - low + 1));
  }

  /** A day, both ends included; the first where the second is before it. */
  public LocalDate day(LocalDate from, LocalDate to) {
    return from.plusDays(between(0, (int) Math.max(0, ChronoUnit.DAYS.between(from, to))));
  }

  /** One of a list, each as likely as the other. */
  public <T> T oneOf(List<T> choices) {
    return choices.get(between(0, choices.size() - 1));
  }

  /** The place in the list of weights: the heavier, the likelier. */
  public int weighted(int... weights) {
    int total = 0;
    for (int weight : weights) {
      total += weight;
    }
    int left = between(0, total - 1);
    int place = 0;
    while (left >= weights[place]) {
      left -= weights[place];
      place++;
    }
    return place;
  }
}
