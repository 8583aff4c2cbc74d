package org.practicewatch.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.practicewatch.standards.Counted;
import org.practicewatch.standards.CountedPlacements;
import org.practicewatch.standards.Flag;

/**
 * How many children have had how many places or workers.
 *
 * @param title what is counted
 * @param note of whom, and from which number it is a flag
 * @param bars by number, without a gap
 */
public record Distribution(String title, String note, List<Bar> bars) {

  private static final int MOST_BARS = 10;

  /**
   * How many children have had so many.
   *
   * @param label how many; of the last bar perhaps "or more"
   * @param children how many children
   * @param part of the longest bar, from 0 to 1
   * @param flagged whether so many make a flag
   * @param words the same in words, for those who cannot see it
   */
  public record Bar(String label, String children, double part, boolean flagged, String words) {}

  static Distribution of(FlagTotal total) {
    Flag flag = total.flag();
    String cannotTell =
        total.cannotTell() == 0
            ? ""
            : "; of " + Words.count(total.cannotTell()) + " more it cannot be told";
    return new Distribution(
        title(flag.counts()),
        "Children with "
            + flag.ofWhom()
            + "; flagged from "
            + flag.counts().threshold()
            + (isOfPlaces(flag.counts()) && total.byNumber().firstKey() == 0
                ? "; 0: only temporary ones"
                : "")
            + cannotTell,
        bars(total.byNumber(), flag.counts().threshold()));
  }

  private static String title(Counted counts) {
    return (isOfPlaces(counts) ? "Places" : "Social workers")
        + counts.period().map(length -> " in " + length).orElse("");
  }

  private static boolean isOfPlaces(Counted counts) {
    return counts instanceof CountedPlacements;
  }

  private static List<Bar> bars(SortedMap<Integer, Integer> byNumber, int threshold) {
    List<Bar> bars = new ArrayList<>();
    int longest = byNumber.values().stream().mapToInt(children -> children).max().orElse(1);
    int last = byNumber.lastKey();
    for (int number = byNumber.firstKey(); number <= last && bars.size() < MOST_BARS; number++) {
      boolean andMore = bars.size() == MOST_BARS - 1 && last > number;
      int children =
          andMore
              ? byNumber.tailMap(number).values().stream().mapToInt(count -> count).sum()
              : byNumber.getOrDefault(number, 0);
      String label = number + (andMore ? " or more" : "");
      bars.add(
          new Bar(
              label,
              Words.count(children),
              Math.min(1, (double) children / longest),
              number >= threshold,
              label + ": " + Words.count(children, "child", "children")));
    }
    return List.copyOf(bars);
  }
}
