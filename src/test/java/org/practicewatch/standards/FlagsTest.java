package org.practicewatch.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.fixtures.InventedChild.child;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Span.NotKnown;
import org.practicewatch.casework.Timeline;
import org.practicewatch.fixtures.InventedChild;
import org.practicewatch.fixtures.InventedTimelines;
import org.practicewatch.fixtures.InventedTimelines.Invented;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;

/** The flags that ship, where an example beside them would not be enough. */
class FlagsTest {

  private static final Settings SETTINGS = new SettingsFolder(Path.of("jobs")).read();
  private static final int SEEDS = 600;

  private static Flag flag(String id) {
    return SETTINGS.flags().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private static Optional<Flag.Answer> said(String id, Timeline timeline) {
    return flag(id).lookAt(timeline, SETTINGS.calendar());
  }

  private static Flag.Answer answer(String id, InventedChild child, String asAt) {
    return said(id, child.asAt(asAt)).orElseThrow();
  }

  // ---- over invented records ----

  @Test
  void what_happens_after_the_night_changes_no_flag() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Invented one = InventedTimelines.of(seed);
      LocalDate earlier = one.asAt().minusDays(seed % 300);
      List<Fact> until = one.all().stream().filter(fact -> !isAfter(fact, earlier)).toList();
      Timeline whole = Timeline.of(one.childId(), one.all(), earlier);
      Timeline known = Timeline.of(one.childId(), until, earlier);
      for (Flag flag : SETTINGS.flags()) {
        assertThat(flag.lookAt(whole, SETTINGS.calendar()))
            .as("%s, seed %d", flag.id(), seed)
            .isEqualTo(flag.lookAt(known, SETTINGS.calendar()));
      }
    }
  }

  private static boolean isAfter(Fact fact, LocalDate day) {
    return (fact instanceof Span span && span.from().isAfter(day))
        || (fact instanceof org.practicewatch.casework.Activity act && act.on().isAfter(day));
  }

  @Test
  void what_cannot_be_read_never_gives_a_clean_bill() {
    int doubtful = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Invented one = InventedTimelines.of(seed);
      Timeline sure = Timeline.of(one.childId(), one.facts(), one.asAt());
      Timeline unsure = Timeline.of(one.childId(), one.all(), one.asAt());
      for (Flag flag : SETTINGS.flags()) {
        Flag.State with = state(flag, unsure);
        Flag.State without = state(flag, sure);
        if (without != with) {
          doubtful++;
          assertThat(with)
              .as("%s, seed %d, was %s", flag.id(), seed, without)
              .isEqualTo(Flag.State.CANNOT_TELL);
        }
      }
    }
    assertThat(doubtful).isGreaterThan(20);
  }

  private static Flag.State state(Flag flag, Timeline timeline) {
    return flag.lookAt(timeline, SETTINGS.calendar()).map(Flag.Answer::state).orElse(null);
  }

  @Test
  void the_order_of_the_rows_makes_no_difference() {
    for (long seed = 0; seed < SEEDS / 2; seed++) {
      Invented one = InventedTimelines.of(seed);
      List<Fact> turned = new ArrayList<>(one.all());
      java.util.Collections.reverse(turned);
      Timeline forwards = Timeline.of(one.childId(), one.all(), one.asAt());
      Timeline backwards = Timeline.of(one.childId(), turned, one.asAt());
      for (Flag flag : SETTINGS.flags()) {
        assertThat(state(flag, backwards))
            .as("%s, seed %d", flag.id(), seed)
            .isEqualTo(state(flag, forwards));
      }
    }
  }

  /** A second way, that asks of each day where the child was. */
  @Test
  void counting_places_day_by_day_agrees() {
    int flagged = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Invented one = InventedTimelines.of(seed);
      Timeline timeline = Timeline.of(one.childId(), one.facts(), one.asAt());
      Optional<Flag.Answer> answer = said("PLACEMENTS-3PLUS", timeline);
      if (answer.isPresent() && answer.get().state() != Flag.State.CANNOT_TELL) {
        Set<Span> places = new TreeSet<>((a, b) -> a.from().compareTo(b.from()));
        LocalDate last = one.asAt();
        for (LocalDate day = last.minusMonths(12).plusDays(1); !day.isAfter(last); ) {
          for (Span stay : timeline.spans(Kinds.PLACEMENT)) {
            boolean temporary = stay.code().matches("T[0-4]");
            if (!temporary && (stay.isOpenOn(day) || stay.from().equals(day))) {
              places.add(stay);
            }
          }
          day = day.plusDays(1);
        }
        assertThat(answer.get().number()).as("seed %d", seed).isEqualTo(places.size());
        flagged += answer.get().state() == Flag.State.FLAGGED ? 1 : 0;
      }
    }
    assertThat(flagged).isGreaterThan(10);
  }

  @Test
  void counting_workers_day_by_day_agrees() {
    for (int seed = 0; seed < SEEDS; seed++) {
      java.util.SplittableRandom chance = new java.util.SplittableRandom(seed);
      LocalDate night = LocalDate.of(2025, 3, 31);
      InventedChild child = child("C1").inCareFrom("2022-01-10");
      LocalDate from = LocalDate.of(2023, 1, 1);
      while (from.isBefore(night.plusDays(60))) {
        LocalDate to = from.plusDays(1 + chance.nextInt(150));
        child.heldBy("", "W" + chance.nextInt(6), from.toString(), to.toString(), 1);
        from = to.plusDays(chance.nextInt(3));
      }
      Timeline timeline = child.asAt(night);
      Set<String> workers = new TreeSet<>();
      for (LocalDate day = night.minusMonths(12).plusDays(1); !day.isAfter(night); ) {
        for (Allocation held : timeline.allocations()) {
          if (held.covers(day)) {
            workers.add(held.worker());
          }
        }
        day = day.plusDays(1);
      }
      Flag.Answer answer = said("SOCIAL-WORKERS-3PLUS", timeline).orElseThrow();
      assertThat(answer.number()).as("seed %d", seed).isEqualTo(workers.size());
      assertThat(answer.state() == Flag.State.FLAGGED).isEqualTo(workers.size() >= 3);
    }
  }

  // ---- what a layout says otherwise than an example can ----

  @Test
  void a_list_of_the_latest_placement_says_how_many_there_were() {
    InventedChild child =
        child("C1")
            .inCareFrom("2022-05-02")
            .span(
                "placement record",
                "U6",
                "2025-01-06",
                null,
                Set.of(),
                Map.of("placements in 12 months", "4"));
    Flag.Answer answer = answer("PLACEMENTS-3PLUS", child, "2025-03-31");
    assertThat(answer.state()).isEqualTo(Flag.State.FLAGGED);
    assertThat(answer.value()).isEqualTo("4");
  }

  @Test
  void without_that_number_one_placement_of_a_longer_time_in_care_is_no_clean_bill() {
    InventedChild child = child("C1").inCareFrom("2022-05-02").placed("U6", "2025-01-06");
    assertThat(answer("PLACEMENTS-3PLUS", child, "2025-03-31").state())
        .isEqualTo(Flag.State.CANNOT_TELL);
  }

  @Test
  void a_list_of_the_latest_plan_says_how_many_there_were_before() {
    Map<String, String> listed = Map.of(NotKnown.EARLIER_ONES.words(), "yes", "earlier plans", "1");
    InventedChild child =
        child("C1").span("child protection plan", "", "2025-01-06", null, Set.of(), listed);
    assertThat(answer("CP-PLAN-SECOND", child, "2025-03-31").state()).isEqualTo(Flag.State.FLAGGED);
  }

  @Test
  void a_list_of_the_latest_plan_that_says_nothing_of_earlier_ones_is_no_clean_bill() {
    InventedChild child =
        child("C1")
            .span(
                "child protection plan",
                "",
                "2025-01-06",
                null,
                Set.of(),
                Map.of(NotKnown.EARLIER_ONES.words(), "yes"));
    assertThat(answer("CP-PLAN-SECOND", child, "2025-03-31").state())
        .isEqualTo(Flag.State.CANNOT_TELL);
  }

  @Test
  void whoever_is_named_on_the_referral_does_not_hold_a_child_whose_worker_has_left() {
    InventedChild child =
        child("C1")
            .plan("referral", "2024-06-03")
            .heldBy("Team", "Referrer", "2024-06-03", null, 5)
            .heldBy("Team", "Worker", "2024-06-10", "2025-03-14", 1);
    Flag.Answer answer = answer("UNALLOCATED", child, "2025-03-31");
    assertThat(answer.state()).isEqualTo(Flag.State.FLAGGED);
    assertThat(answer.since()).isEqualTo("2025-03-15");
  }

  @Test
  void where_no_table_says_who_held_the_child_whoever_is_named_does() {
    InventedChild child =
        child("C1")
            .plan("referral", "2024-06-03")
            .heldBy("Team", "Referrer", "2024-06-03", null, 5);
    assertThat(answer("UNALLOCATED", child, "2025-03-31").state())
        .isEqualTo(Flag.State.NOT_FLAGGED);
  }

  @Test
  void a_team_without_a_worker_is_no_worker() {
    InventedChild child =
        child("C1").plan("referral", "2024-06-03").heldBy("Team", "", "2024-06-03");
    assertThat(answer("UNALLOCATED", child, "2025-03-31").state()).isEqualTo(Flag.State.FLAGGED);
  }

  @Test
  void a_plan_whose_end_cannot_be_read_may_be_over() {
    InventedChild child =
        child("C1")
            .span(
                "child protection plan",
                "",
                "2022-01-10",
                null,
                Set.of(),
                Map.of(NotKnown.END.words(), "yes"));
    assertThat(answer("CP-PLAN-2Y", child, "2025-03-31").state()).isEqualTo(Flag.State.CANNOT_TELL);
  }

  @Test
  void one_plan_recorded_twice_under_its_own_id_is_no_second_one() {
    InventedChild child =
        child("C1")
            .plan("pathway plan", "2024-02-05", null, "pathway plan:7")
            .plan("pathway plan", "2024-02-05", null, "pathway plan:7");
    assertThat(answer("DUPLICATE-PATHWAY-PLANS", child, "2025-03-31").state())
        .isEqualTo(Flag.State.NOT_FLAGGED);
  }

  @Test
  void in_hospital_a_child_still_lives_where_the_placement_is() {
    InventedChild child =
        child("C1")
            .born("2012-04-01")
            .inCareFrom("2024-06-03")
            .placed("H5", "2024-06-03", "2025-03-24")
            .placed("T1", "2025-03-24");
    assertThat(answer("UNREGULATED-PLACEMENT", child, "2025-03-31").value()).isEqualTo("H5");
  }

  @Test
  void a_return_with_episodes_alone_says_where_a_child_lives() {
    InventedChild child =
        child("C1")
            .born("2012-04-01")
            .episode("S", "2024-06-03", null, Map.of("placement type", "P2"));
    assertThat(answer("UNREGULATED-PLACEMENT", child, "2025-03-31").state())
        .isEqualTo(Flag.State.FLAGGED);
    Sources episodes = new Sources(Set.of(), Set.of(), Set.of("episode"));
    assertThat(flag("UNREGULATED-PLACEMENT").canBeJudgedFrom(episodes)).isTrue();
  }

  @Test
  void without_a_table_of_visits_no_flag_on_visits_is_judged() {
    Sources noVisits = new Sources(Set.of(), Set.of("looked-after visit"), Set.of("episode"));
    assertThat(flag("VISIT-NOT-SEEN").canBeJudgedFrom(noVisits)).isFalse();
    assertThat(flag("PLACEMENTS-3PLUS").canBeJudgedFrom(noVisits)).isTrue();
  }
}
