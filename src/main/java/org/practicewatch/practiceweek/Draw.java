package org.practicewatch.practiceweek;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.practicewatch.practiceweek.DrawnCase.State;

/**
 * Who is drawn from one cohort. It depends on the seed and the ids alone: not on the order of rows,
 * and asking for more keeps those already drawn.
 *
 * @param strata each part with what was asked and drawn
 * @param places every member, in the order of the tickets of each part
 */
public record Draw(List<Stratum> strata, List<Place> places) {

  public Draw {
    strata = List.copyOf(strata);
    places = List.copyOf(places);
  }

  /**
   * A part of a cohort.
   *
   * @param stratum its name
   * @param size how many children it has
   * @param asked how many should be drawn
   * @param drawn how many are: fewer than asked where there are not as many
   */
  public record Stratum(String stratum, int size, int asked, int drawn) {

    /** How many are missing: nobody is taken from elsewhere in their place. */
    public int shortfall() {
      return asked - drawn;
    }
  }

  /**
   * A child's place in the draw.
   *
   * @param stratum the part of the cohort
   * @param rank 1 for the lowest ticket of that part
   * @param ticket the hash that decided
   * @param childId the child
   * @param state whether in the sample; {@code REPLACED} for a child whose turn it would be, and
   *     who was drawn in an earlier cohort
   */
  public record Place(String stratum, int rank, String ticket, String childId, State state) {}

  /**
   * Draws. Nobody is drawn twice: where a child was drawn in an earlier cohort, the next one stands
   * in.
   *
   * @param drawnBefore children drawn in earlier cohorts
   */
  public static Draw of(String seed, Frame frame, Set<String> drawnBefore) {
    Map<String, List<Place>> byStratum = new TreeMap<>();
    frame
        .members()
        .forEach(
            (id, stratum) ->
                byStratum
                    .computeIfAbsent(stratum, key -> new ArrayList<>())
                    .add(new Place(stratum, 0, Ticket.of(seed, id), id, State.RESERVE)));
    Map<String, Integer> asked = asked(frame);
    List<Stratum> strata = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    asked.forEach(
        (stratum, n) -> {
          List<Place> members = byStratum.getOrDefault(stratum, new ArrayList<>());
          members.sort(Comparator.comparing(Place::ticket).thenComparing(Place::childId));
          int rank = 0;
          int drawn = 0;
          for (Place one : members) {
            rank++;
            boolean before = drawnBefore.contains(one.childId());
            State state = drawn == n ? State.RESERVE : before ? State.REPLACED : State.SAMPLE;
            drawn += state == State.SAMPLE ? 1 : 0;
            places.add(new Place(stratum, rank, one.ticket(), one.childId(), state));
          }
          strata.add(new Stratum(stratum, members.size(), n, drawn));
        });
    return new Draw(strata, places);
  }

  /** How many of each part: as the organiser says, or as many as its share of the sample. */
  private static Map<String, Integer> asked(Frame frame) {
    Cohort cohort = frame.cohort();
    Map<String, Integer> sizes = frame.strata();
    if (cohort.sizes().isEmpty()) {
      return sizes.isEmpty() ? Map.of() : shares(sizes, cohort.asked());
    }
    Map<String, Integer> asked = new TreeMap<>(cohort.sizes());
    // A part that nobody is asked from is told too, with its children as reserves.
    sizes.keySet().forEach(stratum -> asked.putIfAbsent(stratum, 0));
    return asked;
  }

  /**
   * Shares of a sample; where the cohort is one whole, a sample too large shows what is missing.
   */
  private static Map<String, Integer> shares(Map<String, Integer> sizes, int sample) {
    return sizes.size() == 1
        ? Map.of(sizes.keySet().iterator().next(), sample)
        : LargestRemainder.of(sizes, sample);
  }

  /** Ids of those drawn, in the order of their places. */
  public List<String> sample() {
    return places.stream().filter(one -> one.state() == State.SAMPLE).map(Place::childId).toList();
  }
}
