package org.practicewatch.practiceweek;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.practicewatch.practiceweek.Cohort.Divided;
import org.practicewatch.practiceweek.Draw.Place;
import org.practicewatch.practiceweek.Draw.Stratum;
import org.practicewatch.practiceweek.DrawnCase.State;

/** A draw that anybody can make again with a hash tool, and that nobody can steer. */
class DrawTest {

  private static final String SEED = "lottery 3 11 19 28 44 59";

  private static final Who ANYBODY =
      new Who(
          null, null, Set.of(), null, Set.of(), Set.of(), Set.of(), null, null, Set.of(), Set.of(),
          null, null, null, null, null);

  private static Cohort cohort(
      @Nullable Integer sample, List<Divided> by, Map<String, Integer> sizes) {
    return new Cohort("Cohort", ANYBODY, sample, by, sizes, null, null);
  }

  private static Frame frame(Cohort cohort, Map<String, String> members) {
    return new Frame(
        cohort, members.size(), members, Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
  }

  private static Frame whole(int sample, int children) {
    Map<String, String> members = new TreeMap<>();
    for (int i = 0; i < children; i++) {
      members.put(id(i), "All");
    }
    return frame(cohort(sample, List.of(), Map.of()), members);
  }

  private static String id(int number) {
    return String.valueOf(100_000 + 37 * number);
  }

  /** By another way than the product's: a number, printed with its noughts. */
  private static String sha256(byte[] bytes) {
    try {
      return "%064x"
          .formatted(new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }

  @Test
  void a_ticket_is_what_any_hash_tool_gives() {
    // printf '%s' 'abc' | sha256sum, the example of FIPS 180-2
    assertThat(sha256("abc".getBytes(UTF_8)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    // printf '%s' 'lottery 3 11 19 28 44 59,104233' | sha256sum
    assertThat(Ticket.of(SEED, "104233"))
        .isEqualTo("3b7fe89b337445d3010241076fb473d5ceaec8086c3470bc9562d5ac676f46fd")
        .isEqualTo(sha256((SEED + ",104233").getBytes(UTF_8)));
    for (String id : List.of("0012", "a,b", "Zoë", "\uD83D\uDE00", "")) {
      assertThat(Ticket.of("Grüße", id)).isEqualTo(sha256(("Grüße," + id).getBytes(UTF_8)));
    }
  }

  @Test
  void the_hash_of_a_frame_is_over_its_ids_in_byte_order_with_a_line_feed_after_each() {
    // printf '10\n9\nA\na\n' | sha256sum
    assertThat(Ticket.ofAll(List.of("a", "9", "A", "10")))
        .isEqualTo("7cf10da88bbebfe0374740d3ace78725859bf131f89919de37c33c6a81616b84");
    // U+FFFD comes before U+1F600 in bytes, and after it in Java's order.
    List<String> ids = List.of("\uD83D\uDE00", "\uFFFD", "é", "z", "Z", "104", "1040", "0104");
    List<String> inBytes = new ArrayList<>(ids);
    inBytes.sort(
        (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8)));
    assertThat(inBytes.indexOf("\uFFFD")).isLessThan(inBytes.indexOf("\uD83D\uDE00"));
    assertThat(Ticket.ofAll(ids))
        .isEqualTo(sha256((String.join("\n", inBytes) + "\n").getBytes(UTF_8)));
    assertThat(Ticket.ofAll(List.of())).isEqualTo(sha256(new byte[0]));
    assertThat(whole(2, 50).sha256()).isEqualTo(Ticket.ofAll(whole(2, 50).members().keySet()));
  }

  @Test
  void the_sample_is_the_lowest_tickets_and_the_reserves_follow_in_order() {
    Frame frame = whole(7, 60);
    List<String> sorted = new ArrayList<>(frame.members().keySet());
    sorted.sort(
        (a, b) ->
            sha256((SEED + "," + a).getBytes(UTF_8))
                .compareTo(sha256((SEED + "," + b).getBytes(UTF_8))));

    Draw draw = Draw.of(SEED, frame, Set.of());

    assertThat(draw.sample()).isEqualTo(sorted.subList(0, 7));
    assertThat(draw.places().stream().map(Place::childId)).containsExactlyElementsOf(sorted);
    assertThat(draw.places().stream().map(Place::rank).toList())
        .isEqualTo(IntStream.rangeClosed(1, 60).boxed().toList());
    assertThat(draw.places().stream().skip(7).map(Place::state)).containsOnly(State.RESERVE);
  }

  @Test
  void the_order_of_rows_makes_no_difference() {
    List<String> ids = new ArrayList<>(whole(1, 80).members().keySet());
    Cohort cohort = cohort(9, List.of(Divided.TEAM), Map.of());
    Draw first = null;
    Random random = new Random(5);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(ids, random);
      Map<String, String> members = new LinkedHashMap<>();
      ids.forEach(id -> members.put(id, "Team " + Math.floorMod(id.hashCode(), 4)));
      Frame frame = frame(cohort, members);
      Draw draw = Draw.of(SEED, frame, Set.of());
      first = first == null ? draw : first;
      assertThat(draw).isEqualTo(first);
      assertThat(frame.sha256()).isEqualTo(Ticket.ofAll(members.keySet()));
    }
  }

  @Test
  void asking_for_more_keeps_those_already_drawn() {
    List<String> before = List.of();
    for (int n = 1; n <= 65; n++) {
      List<String> drawn = Draw.of(SEED, whole(n, 60), Set.of()).sample();
      assertThat(drawn).hasSize(Math.min(n, 60));
      assertThat(drawn.subList(0, before.size())).isEqualTo(before);
      before = drawn;
    }
  }

  @Test
  void asking_for_more_of_a_part_keeps_those_drawn_there_and_leaves_the_others_alone() {
    Map<String, String> members = new TreeMap<>();
    for (int i = 0; i < 60; i++) {
      members.put(id(i), i % 3 == 0 ? "East" : "West");
    }
    Set<String> before = Set.of();
    for (int n = 1; n <= 20; n++) {
      Cohort cohort = cohort(null, List.of(Divided.TEAM), Map.of("East", n, "West", 5));
      Draw draw = Draw.of(SEED, frame(cohort, members), Set.of());
      Set<String> drawn = new HashSet<>(draw.sample());
      assertThat(drawn).hasSize(n + 5).containsAll(before);
      assertThat(drawn.stream().filter(one -> "East".equals(members.get(one)))).hasSize(n);
      before = drawn;
    }
  }

  @Test
  void shares_go_by_size_with_the_largest_remainders_rounded_up_and_add_up() {
    assertThat(LargestRemainder.of(Map.of("A", 50, "B", 30, "C", 20), 7))
        .isEqualTo(Map.of("A", 4, "B", 2, "C", 1)); // 3.5, 2.1 and 1.4
    assertThat(LargestRemainder.of(Map.of("A", 1, "B", 1, "C", 1), 2))
        .isEqualTo(Map.of("A", 1, "B", 1, "C", 0)); // equal remainders: by name
    Random random = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      Map<String, Integer> sizes = new TreeMap<>();
      int parts = 1 + random.nextInt(9);
      for (int i = 0; i < parts; i++) {
        sizes.put("Part " + i, 1 + random.nextInt(200));
      }
      int all = sizes.values().stream().mapToInt(Integer::intValue).sum();
      int sample = 1 + random.nextInt(all + 20);
      Map<String, Integer> shares = LargestRemainder.of(sizes, sample);
      assertThat(shares).isEqualTo(oneByOne(sizes, Math.min(sample, all)));
      assertThat(shares.values().stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(Math.min(sample, all));
      shares.forEach((part, share) -> assertThat(share).isBetween(0, sizes.get(part)));
    }
  }

  /** In fractions of whole numbers, one seat at a time to whoever is furthest short. */
  private static Map<String, Integer> oneByOne(Map<String, Integer> sizes, int sample) {
    BigInteger all =
        BigInteger.valueOf(sizes.values().stream().mapToLong(Integer::longValue).sum());
    Map<String, Integer> shares = new TreeMap<>();
    Map<String, BigInteger> shortOf = new TreeMap<>();
    sizes.forEach(
        (part, size) -> {
          BigInteger[] exact =
              BigInteger.valueOf(size).multiply(BigInteger.valueOf(sample)).divideAndRemainder(all);
          shares.put(part, exact[0].intValueExact());
          shortOf.put(part, exact[1]);
        });
    while (shares.values().stream().mapToInt(Integer::intValue).sum() < sample) {
      String furthest = "";
      BigInteger most = BigInteger.valueOf(-1);
      for (Map.Entry<String, BigInteger> one : shortOf.entrySet()) {
        if (one.getValue().compareTo(most) > 0) {
          most = one.getValue();
          furthest = one.getKey();
        }
      }
      shortOf.remove(furthest);
      shares.merge(furthest, 1, Integer::sum);
    }
    return shares;
  }

  @Test
  void a_part_that_is_too_small_says_what_is_missing_and_nobody_is_taken_from_elsewhere() {
    Map<String, String> members = new TreeMap<>();
    for (int i = 0; i < 30; i++) {
      members.put(id(i), i < 3 ? "Small" : "Large");
    }
    Cohort cohort =
        cohort(null, List.of(Divided.TEAM), Map.of("Small", 5, "Large", 4, "Nowhere", 2));

    Draw draw = Draw.of(SEED, frame(cohort, members), Set.of());

    assertThat(draw.strata())
        .containsExactly(
            new Stratum("Large", 27, 4, 4),
            new Stratum("Nowhere", 0, 2, 0),
            new Stratum("Small", 3, 5, 3));
    assertThat(draw.strata().stream().map(Stratum::shortfall)).containsExactly(0, 2, 2);
    assertThat(draw.sample()).hasSize(7);
    assertThat(draw.sample().stream().filter(one -> "Large".equals(members.get(one)))).hasSize(4);
  }

  @Test
  void a_cohort_that_is_too_small_is_drawn_whole_and_says_what_is_missing() {
    Draw draw = Draw.of(SEED, whole(12, 5), Set.of());

    assertThat(draw.strata()).containsExactly(new Stratum("All", 5, 12, 5));
    assertThat(draw.sample()).hasSize(5);
    assertThat(Draw.of(SEED, whole(12, 0), Set.of()).places()).isEmpty();
  }

  @Test
  void a_part_that_nobody_is_asked_from_is_all_reserves() {
    Map<String, String> members = Map.of("1", "East", "2", "West", "3", "West");
    Cohort cohort = cohort(null, List.of(Divided.TEAM), Map.of("East", 1));

    Draw draw = Draw.of(SEED, frame(cohort, members), Set.of());

    assertThat(draw.sample()).containsExactly("1");
    assertThat(draw.places()).hasSize(3);
  }

  @Test
  void a_child_of_two_cohorts_is_drawn_once_and_the_next_stands_in() {
    Frame frame = whole(10, 40);
    Set<String> drawn = new HashSet<>(Draw.of(SEED, frame, Set.of()).sample());

    Draw second = Draw.of(SEED, whole(6, 40), drawn);

    assertThat(second.sample()).hasSize(6).doesNotContainAnyElementsOf(drawn);
    List<Place> places = second.places();
    assertThat(places.subList(0, 10)).allMatch(one -> one.state() == State.REPLACED);
    assertThat(places.subList(10, 16)).allMatch(one -> one.state() == State.SAMPLE);
    assertThat(places.subList(16, 40)).allMatch(one -> one.state() == State.RESERVE);
  }

  /** Over many seeds each child is drawn as often as any other. */
  @Test
  void the_draw_is_fair() {
    int children = 50;
    int sample = 10;
    int seeds = 2_000;
    Map<String, Integer> drawn = new TreeMap<>();
    Frame frame = whole(sample, children);
    for (int i = 0; i < seeds; i++) {
      Draw.of("seed " + i, frame, Set.of())
          .sample()
          .forEach(one -> drawn.merge(one, 1, Integer::sum));
    }
    double expected = (double) seeds * sample / children;
    double sum = 0;
    for (String child : frame.members().keySet()) {
      double off = drawn.getOrDefault(child, 0) - expected;
      sum += off * off / expected;
    }
    // A sample without replacement varies less than independent draws do: (k-1)/(k-n) puts it
    // right.
    double chiSquared = sum * (children - 1) / (children - sample);
    // 49 degrees of freedom: one in a thousand lies above 85.35, one in a thousand below 24.0.
    assertThat(chiSquared).isBetween(24.0, 85.35);
  }

  @Test
  void seeds_that_differ_give_draws_that_differ() {
    Set<List<String>> draws = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      draws.add(Draw.of("seed " + i, whole(10, 50), Set.of()).sample());
    }
    assertThat(draws).hasSize(200);
  }
}
