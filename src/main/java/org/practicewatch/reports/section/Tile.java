package org.practicewatch.reports.section;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A big number at the head of a report.
 *
 * @param number the number
 * @param label what it counts
 * @param note what it means for how many children; may be empty
 * @param tone poor where the number should be nought and is not
 * @param trend how it came to this over the nights; null where there is no earlier night
 */
public record Tile(
    String number, String label, String note, Tone tone, @Nullable CountTrend trend) {

  /** Where nothing could be judged: a nought would say that all is well. */
  public static List<Tile> nothingSaid(String... labels) {
    return Stream.of(labels)
        .map(label -> new Tile(Words.NOTHING, label, "nothing could be judged", Tone.PLAIN))
        .toList();
  }

  public Tile(String number, String label, String note, Tone tone) {
    this(number, label, note, tone, null);
  }
}
