package org.practicewatch.practiceweek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.fixtures.InventedChild.child;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.calendar.Length;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Organisation;
import org.practicewatch.casework.Organisation.ServiceWithTeams;
import org.practicewatch.casework.Organisation.Team;
import org.practicewatch.fixtures.EnglandAndWales;
import org.practicewatch.fixtures.InventedChild;
import org.practicewatch.practiceweek.Auditor.Depth;

/** Over many invented authorities: nobody audits what is theirs, and the work is shared evenly. */
class IndependenceTest {

  private static final int AUTHORITIES = 1_000;
  private static final WorkingDays CALENDAR = EnglandAndWales.workingDays();
  private static final LocalDate NIGHT = LocalDate.parse("2018-09-14");
  private static final Length BACK = Length.parse("12 months");
  private static final Length NOT_HELD = Length.parse("24 months");

  private static final Who ANYBODY =
      new Who(
          null, null, Set.of(), null, Set.of(), Set.of(), Set.of(), null, null, Set.of(), Set.of(),
          null, null, null, null, null);

  /** Who held a child; the last day may be missing. */
  private record Held(String team, String worker, LocalDate from, @Nullable LocalDate to) {}

  private record Invented(
      Organisation organisation,
      PracticeWeek week,
      List<Auditor> auditors,
      Map<String, List<Held>> held,
      Map<String, Candidate> children) {

    PublishedDraw draw() {
      Frame.Gathering gathering =
          new Frame.Gathering(week.cohorts(), CALENDAR, Set.of(), "12 months");
      children.values().forEach(gathering::add);
      return PublishedDraw.of(week, NIGHT, gathering.frames(), gathering.candidates(), auditing());
    }

    PublishedDraw.Auditing auditing() {
      return new PublishedDraw.Auditing(auditors, new Independence(organisation), CALENDAR, "seed");
    }

    /** The rule in the words of the settings, worked out from the story and not the timeline. */
    boolean may(Auditor auditor, DrawnCase one) {
      boolean named = false;
      for (Held held : held.getOrDefault(one.childId(), List.of())) {
        boolean lately = held.to() == null || !held.to().isBefore(NIGHT.minusMonths(12));
        named |= lately;
        if (!auditor.external() && lately && isTheirs(auditor, held.team())) {
          return false;
        }
        if (held.worker().equals(auditor.worker())
            && (held.to() == null || !held.to().isBefore(NIGHT.minusMonths(24)))) {
          return false;
        }
      }
      return (named || auditor.external())
          && (auditor.audits().isEmpty() || auditor.audits().contains(one.kindOfCase()))
          && (auditor.depths().isEmpty() || auditor.depths().contains(one.depth()));
    }

    private boolean isTheirs(Auditor auditor, String team) {
      return team.equals(auditor.team())
          || auditor.manages().contains(team)
          || auditor.manages().contains("Service " + team.charAt(0));
    }

    int cap(Auditor auditor) {
      int most = week.perAuditor() == null ? Integer.MAX_VALUE : week.perAuditor();
      return Math.min(most, auditor.atMost() == null ? Integer.MAX_VALUE : auditor.atMost());
    }
  }

  /** A few services of a few teams, children who were passed about, auditors of every kind. */
  private static Invented invented(long seed) {
    Random random = new Random(seed);
    List<ServiceWithTeams> services = new ArrayList<>();
    List<String> teams = new ArrayList<>();
    for (int s = 0; s < 1 + random.nextInt(4); s++) {
      List<Team> ofService = new ArrayList<>();
      for (int t = 0; t < 1 + random.nextInt(3); t++) {
        String team = (char) ('A' + s) + " team " + t;
        teams.add(team);
        ofService.add(new Team(team, List.of("T" + s + t), null, null, List.of()));
      }
      services.add(new ServiceWithTeams("Service " + (char) ('A' + s), null, null, ofService));
    }
    Map<String, List<Held>> held = new TreeMap<>();
    Map<String, Candidate> children = new TreeMap<>();
    int many = 3 + random.nextInt(seed % 2 == 0 ? 6 : 30);
    for (int c = 0; c < many; c++) {
      String id = String.valueOf(1_000 + c);
      InventedChild child = child(id);
      if (random.nextInt(3) > 0) {
        child.inCareFrom("2015-01-05");
      } else {
        child.plan("child in need plan", "2015-01-05");
      }
      List<Held> story = new ArrayList<>();
      LocalDate from = NIGHT.minusDays(1_200);
      while (random.nextInt(12) > 0 && from.isBefore(NIGHT)) {
        LocalDate to = random.nextInt(4) == 0 ? null : from.plusDays(random.nextInt(500));
        to = to != null && to.isAfter(NIGHT) ? null : to;
        String team = teams.get(random.nextInt(teams.size()));
        story.add(new Held(team, "W" + random.nextInt(12), from, to));
        child.heldBy(
            random.nextBoolean() ? team : code(team),
            story.get(story.size() - 1).worker(),
            from.toString(),
            to == null ? null : to.toString(),
            1);
        from = to == null ? NIGHT : to;
      }
      held.put(id, story);
      children.put(id, new Candidate(child.asAt(NIGHT), null, "", "", List.of(), Map.of()));
    }
    List<Auditor> auditors = new ArrayList<>();
    for (int a = 0; a < 1 + random.nextInt(seed % 2 == 0 ? 4 : 12); a++) {
      Set<String> manages = new HashSet<>();
      if (random.nextBoolean()) {
        manages.add(teams.get(random.nextInt(teams.size())));
      }
      if (random.nextInt(3) == 0) {
        manages.add("Service " + (char) ('A' + random.nextInt(services.size())));
      }
      auditors.add(
          new Auditor(
              "A" + a,
              "Somebody",
              "head of service",
              random.nextBoolean() ? "W" + random.nextInt(12) : null,
              random.nextInt(3) == 0 ? teams.get(random.nextInt(teams.size())) : null,
              manages,
              random.nextInt(5) == 0 ? Set.of("Looked after") : Set.of(),
              random.nextInt(5) == 0 ? Set.of(Depth.LIGHTER) : Set.of(),
              random.nextBoolean(),
              random.nextInt(6) == 0,
              random.nextInt(3) == 0 ? 1 + random.nextInt(4) : null,
              null));
    }
    int sample = 1 + random.nextInt(many);
    Cohort cohort =
        new Cohort("All", ANYBODY, sample, List.of(), Map.of(), random.nextInt(sample + 1), null);
    return new Invented(
        new Organisation(new Organisation.Authority("Invented", "000", true), services),
        week(cohort, random.nextInt(4) == 0 ? 1 + random.nextInt(4) : null, random.nextInt(101)),
        auditors,
        held,
        children);
  }

  private static String code(String team) {
    return "t" + (team.charAt(0) - 'A') + team.charAt(team.length() - 1);
  }

  private static PracticeWeek week(Cohort cohort, @Nullable Integer perAuditor, int moderated) {
    return new PracticeWeek(
        "week",
        "Week",
        "theme",
        NIGHT,
        NIGHT.plusDays(4),
        null,
        "seed",
        BACK,
        BACK,
        NOT_HELD,
        moderated,
        perAuditor,
        List.of(cohort),
        List.of("One"),
        Set.of(),
        Set.of(),
        List.of(),
        false,
        List.of(),
        null);
  }

  private static LongStream authorities() {
    return LongStream.range(0, AUTHORITIES);
  }

  @Test
  void nobody_audits_or_moderates_what_is_theirs_or_a_child_they_held() {
    int audited = 0;
    int moderated = 0;
    for (long seed : authorities().toArray()) {
      Invented here = invented(seed);
      Map<String, Auditor> byId = new HashMap<>();
      here.auditors().forEach(one -> byId.put(one.auditor(), one));
      for (DrawnCase one : here.draw().cases()) {
        for (String who : List.of(one.auditor(), one.moderator())) {
          Auditor auditor = byId.get(who);
          assertThat(who.isEmpty() || (auditor != null && here.may(auditor, one)))
              .as("authority %d, case %s, auditor %s", seed, one.number(), who)
              .isTrue();
        }
        Auditor second = byId.get(one.moderator());
        if (second != null) {
          assertThat(one.moderator()).isNotEqualTo(one.auditor());
          assertThat(one.auditor()).isNotEmpty();
          assertThat(second.moderates()).isTrue();
          moderated++;
        }
        audited += one.auditor().isEmpty() ? 0 : 1;
      }
    }
    assertThat(audited).isGreaterThan(3_000);
    assertThat(moderated).isGreaterThan(500);
  }

  @Test
  void as_many_cases_have_an_auditor_as_can_have_one() {
    for (long seed : authorities().toArray()) {
      Invented here = invented(seed);
      List<DrawnCase> sample = sample(here);
      long allocated = sample.stream().filter(one -> !one.auditor().isEmpty()).count();
      assertThat(allocated).as("authority %d", seed).isEqualTo(mostPossible(here, sample));
    }
  }

  private static List<DrawnCase> sample(Invented here) {
    return here.draw().cases().stream().filter(DrawnCase::isInSample).toList();
  }

  /** Seats, as many as an auditor takes, matched one by one (Kuhn's method). */
  private static int mostPossible(Invented here, List<DrawnCase> sample) {
    List<Auditor> seats = new ArrayList<>();
    for (Auditor auditor : here.auditors()) {
      for (int i = 0; i < Math.min(here.cap(auditor), sample.size()); i++) {
        seats.add(auditor);
      }
    }
    int[] seated = new int[seats.size()];
    Arrays.fill(seated, -1);
    int matched = 0;
    for (int one = 0; one < sample.size(); one++) {
      matched += seat(here, sample, one, seats, seated, new boolean[seats.size()]) ? 1 : 0;
    }
    return matched;
  }

  private static boolean seat(
      Invented here,
      List<DrawnCase> sample,
      int one,
      List<Auditor> seats,
      int[] seated,
      boolean[] tried) {
    for (int seat = 0; seat < seats.size(); seat++) {
      if (!tried[seat] && here.may(seats.get(seat), sample.get(one))) {
        tried[seat] = true;
        if (seated[seat] < 0 || seat(here, sample, seated[seat], seats, seated, tried)) {
          seated[seat] = one;
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void no_passing_on_of_cases_takes_one_from_somebody_with_two_more() {
    for (long seed : authorities().toArray()) {
      Invented here = invented(seed);
      List<DrawnCase> sample = sample(here);
      Map<String, Integer> loads = loads(here, sample);
      loads.forEach((auditor, load) -> assertThat(load).isLessThanOrEqualTo(capOf(here, auditor)));
      for (String from : loads.keySet()) {
        for (String to : reachable(here, sample, from)) {
          boolean hasRoom = loads.getOrDefault(to, 0) < capOf(here, to);
          assertThat(hasRoom && loads.getOrDefault(to, 0) <= loads.getOrDefault(from, 0) - 2)
              .as("authority %d, from %s to %s: %s", seed, from, to, loads)
              .isFalse();
        }
      }
    }
  }

  private static int capOf(Invented here, String id) {
    return here.auditors().stream()
        .filter(one -> one.auditor().equals(id))
        .mapToInt(here::cap)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Integer> loads(Invented here, List<DrawnCase> sample) {
    Map<String, Integer> loads = new TreeMap<>();
    here.auditors().forEach(one -> loads.put(one.auditor(), 0));
    sample.stream()
        .filter(one -> !one.auditor().isEmpty())
        .forEach(one -> loads.merge(one.auditor(), 1, Integer::sum));
    return loads;
  }

  private static Set<String> reachable(Invented here, List<DrawnCase> sample, String from) {
    Set<String> reached = new TreeSet<>(Set.of(from));
    boolean grows = true;
    while (grows) {
      grows = false;
      for (DrawnCase one : sample) {
        if (reached.contains(one.auditor())) {
          for (Auditor other : here.auditors()) {
            grows |= here.may(other, one) && reached.add(other.auditor());
          }
        }
      }
    }
    return reached;
  }

  @Test
  void in_small_authorities_no_other_sharing_out_of_those_cases_is_more_even() {
    int compared = 0;
    for (long seed = 0; seed < AUTHORITIES; seed += 2) {
      Invented here = invented(seed);
      List<DrawnCase> cases =
          sample(here).stream().filter(one -> !one.auditor().isEmpty()).toList();
      Map<String, Integer> loads = loads(here, cases);
      int squares = loads.values().stream().mapToInt(load -> load * load).sum();
      int[] tried = new int[here.auditors().size()];
      assertThat(squares).as("authority %d", seed).isEqualTo(leastSquares(here, cases, 0, tried));
      compared += cases.size() > 1 && tried.length > 1 ? 1 : 0;
    }
    assertThat(compared).isGreaterThan(200);
  }

  private static int leastSquares(Invented here, List<DrawnCase> cases, int next, int[] loads) {
    if (next == cases.size()) {
      return Arrays.stream(loads).map(load -> load * load).sum();
    }
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < loads.length; i++) {
      Auditor auditor = here.auditors().get(i);
      if (loads[i] < here.cap(auditor) && here.may(auditor, cases.get(next))) {
        loads[i]++;
        least = Math.min(least, leastSquares(here, cases, next + 1, loads));
        loads[i]--;
      }
    }
    return least;
  }

  @Test
  void the_same_gives_the_same_however_auditors_and_children_are_listed() {
    for (long seed = 0; seed < AUTHORITIES; seed += 5) {
      Invented here = invented(seed);
      List<Auditor> reversed = new ArrayList<>(here.auditors());
      Collections.reverse(reversed);
      Map<String, Candidate> backwards =
          new LinkedHashMap<>(new TreeMap<>(here.children()).descendingMap());
      Invented other =
          new Invented(here.organisation(), here.week(), reversed, here.held(), backwards);
      assertThat(other.draw().cases()).isEqualTo(here.draw().cases());
    }
  }

  @Test
  void a_reserve_is_audited_by_somebody_independent_with_room() {
    int replaced = 0;
    for (long seed : authorities().toArray()) {
      Invented here = invented(seed);
      List<DrawnCase> cases = here.draw().cases();
      List<DrawnCase> sample = cases.stream().filter(DrawnCase::isInSample).toList();
      if (sample.size() < cases.size()) {
        DrawnCase out = sample.get((int) (seed % sample.size()));
        List<DrawnCase> after =
            PublishedDraw.replace(
                here.week(), cases, out.childId(), "moved", here.children(), here.auditing());
        DrawnCase in = after.get(sample.size());
        assertThat(in.isInSample()).isTrue();
        assertThat(after.stream().filter(DrawnCase::isInSample)).hasSameSizeAs(sample);
        loads(here, after.stream().filter(DrawnCase::isInSample).toList())
            .forEach((who, load) -> assertThat(load).isLessThanOrEqualTo(capOf(here, who)));
        here.auditors().stream()
            .filter(one -> one.auditor().equals(in.auditor()))
            .forEach(one -> assertThat(here.may(one, in)).isTrue());
        replaced++;
      }
    }
    assertThat(replaced).isGreaterThan(500);
  }

  @Test
  void a_reserve_who_can_no_longer_be_drawn_is_passed_over_and_it_is_told() {
    Invented here = withReserves();
    List<DrawnCase> cases = here.draw().cases();
    DrawnCase out = cases.get(0);
    int sample = (int) cases.stream().filter(DrawnCase::isInSample).count();
    Map<String, Candidate> left = new TreeMap<>(here.children());
    left.remove(cases.get(sample).childId());

    List<DrawnCase> after =
        PublishedDraw.replace(here.week(), cases, out.childId(), "moved", left, here.auditing());

    assertThat(after.get(sample).state()).isEqualTo(DrawnCase.State.REPLACED);
    assertThat(after.get(sample).because()).startsWith("passed over: ");
    assertThat(after.get(sample + 1).isInSample()).isTrue();
  }

  private static Invented withReserves() {
    return authorities()
        .mapToObj(IndependenceTest::invented)
        .filter(one -> one.children().size() > one.draw().draws().get(0).sample().size() + 2)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest(name = "until {0}: {1}")
  @CsvSource({
    "2017-09-14, false", // the first day looked back on
    "2017-09-13, true",
    "2018-09-14, false",
  })
  void a_team_is_a_line_of_management_in_the_time_looked_back_on(String until, boolean may) {
    InventedChild child =
        child("1")
            .heldBy("East", "W1", "2016-01-04", until, 1)
            .heldBy("West", "W2", until, null, 1);
    assertThat(mayAudit(child, null)).isEqualTo(may);
  }

  @ParameterizedTest(name = "until {0}: {1}")
  @CsvSource({"2016-09-14, false", "2016-09-13, true"})
  void who_held_the_child_in_the_time_before_does_not_audit_it(String until, boolean may) {
    InventedChild child =
        child("1")
            .heldBy("West", "W1", "2016-01-04", until, 1)
            .heldBy("West", "W2", until, null, 1);
    assertThat(mayAudit(child, "W1")).isEqualTo(may);
  }

  @Test
  void where_the_record_names_no_team_only_somebody_from_outside_can_be_shown_to_be_independent() {
    assertThat(mayAudit(child("1"), null)).isFalse();
  }

  /** Whether the manager of East may. */
  private static boolean mayAudit(InventedChild child, @Nullable String worker) {
    Organisation organisation =
        new Organisation(
            new Organisation.Authority("Invented", "000", true),
            List.of(
                new ServiceWithTeams(
                    "Safeguarding",
                    null,
                    null,
                    List.of(
                        new Team("East", List.of(), null, null, List.of()),
                        new Team("West", List.of(), null, null, List.of())))));
    Auditor manager =
        new Auditor(
            "A1",
            "Somebody",
            "team manager",
            worker,
            null,
            Set.of("East"),
            Set.of(),
            Set.of(),
            false,
            false,
            null,
            null);
    Independence.Case about =
        Independence.Case.of(
            new Candidate(child.asAt(NIGHT), null, "", "", List.of(), Map.of()),
            Depth.IN_DEPTH,
            BACK.before(NIGHT, CALENDAR),
            NOT_HELD.before(NIGHT, CALENDAR),
            organisation.teams());
    return !new Independence(organisation).eligible(about, List.of(manager)).isEmpty();
  }
}
