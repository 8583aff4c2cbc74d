package org.practicewatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.BlankSeen;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Organisation;
import org.practicewatch.casework.Timeline;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.exceptions.Priorities;
import org.practicewatch.fixtures.InventedTimelines;
import org.practicewatch.fixtures.InventedTimelines.Invented;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;
import org.practicewatch.standards.Carried;
import org.practicewatch.standards.PracticeStandard;
import org.practicewatch.standards.Silence;
import org.practicewatch.standards.Sources;
import org.practicewatch.standards.Timeliness;
import org.practicewatch.standards.Versions;

/** Sums that hold over an invented authority whose children and others move from team to team. */
@TestInstance(Lifecycle.PER_CLASS) // the authority is counted once for all of them
class TallyTest {

  private static final int CHILDREN = 300;

  /** Every second record is of a child; the others are of what else is judged. */
  private static final List<String> SUBJECTS = List.of("", "home:", "carer:", "", "worker:", "");

  private static final LocalDate NIGHT = LocalDate.parse("2025-06-30");
  private static final Settings SETTINGS = new SettingsFolder(Path.of("jobs")).read();

  private final List<String> teams =
      SETTINGS.organisation().services().stream()
          .flatMap(service -> service.teams().stream())
          .map(Organisation.Team::team)
          .collect(Collectors.toCollection(ArrayList::new));
  private final List<Finding> findings = new ArrayList<>();
  private final List<Figure> figures = figures();

  private List<Figure> figures() {
    teams.add("A team that the file does not know");
    List<String> ids = SETTINGS.standards().stream().map(PracticeStandard::id).toList();
    Organisation.Teams known = SETTINGS.organisation().teams();
    Set<String> acts =
        SETTINGS.standards().stream()
            .flatMap(standard -> standard.activities().stream())
            .collect(Collectors.toSet());
    Set<String> spans =
        SETTINGS.standards().stream()
            .flatMap(standard -> PracticeStandard.recordedAs(standard.during()).stream())
            .collect(Collectors.toSet());
    Judging judging =
        new Judging(
            Versions.of(SETTINGS.standards()),
            Carried.alike(new Sources(acts, Set.of(), spans)),
            Silence.NONE,
            BlankSeen.COUNTS,
            SETTINGS.calendar(),
            known);
    Tally tally =
        new Tally(
            NIGHT,
            LocalDate.parse("2025-04-01"),
            "Fernshire",
            known,
            ids,
            SETTINGS.priorities()::figure,
            published());
    for (int seed = 0; seed < CHILDREN; seed++) {
      Invented child = InventedTimelines.of(seed, acts);
      String id = SUBJECTS.get(seed % SUBJECTS.size()) + child.childId();
      List<Fact> facts = new ArrayList<>(child.all());
      if (!id.equals(child.childId())) {
        facts.removeIf(Child.class::isInstance);
      }
      LocalDate moved = NIGHT.minusDays(seed % 90);
      facts.add(held(id, seed, null, moved));
      if (seed % 7 != 0) {
        facts.add(held(id, seed / 2, moved, null));
      }
      List<Finding> ofChild = judging.judge(Timeline.of(id, facts, NIGHT));
      findings.addAll(ofChild);
      tally.add(ofChild);
    }
    return tally.figures();
  }

  private static PublishedTally published() {
    return new PublishedTally(
        NIGHT,
        new PublishedMembership(NIGHT, SETTINGS.benchmarks().year(), SETTINGS.calendar()),
        SETTINGS.benchmarks().measures());
  }

  private Allocation held(String childId, int seed, LocalDate from, LocalDate to) {
    String team = teams.get(seed % teams.size());
    return new Allocation(childId, team, "W" + seed % 5, from, to, 1, new CellRef("t", "", "A1"));
  }

  @Test
  void teams_add_up_to_services_and_services_to_the_authority() {
    Map<Level, Map<List<Object>, List<Integer>>> sums = new HashMap<>();
    for (Figure one : figures) {
      List<Object> of = List.of(one.standard(), one.measure(), one.from());
      List<Integer> counts = List.of(one.numerator(), one.denominator(), one.cannotTell());
      sums.computeIfAbsent(one.level(), level -> new HashMap<>())
          .merge(of, counts, TallyTest::plus);
    }
    Map<List<Object>, List<Integer>> whole = sums.get(Level.AUTHORITY);
    whole.values().removeIf(counts -> counts.equals(List.of(0, 0, 0)));
    assertThat(whole).isNotEmpty();
    for (Level level : List.of(Level.SERVICE, Level.TEAM, Level.WORKER)) {
      sums.get(level).values().removeIf(counts -> counts.equals(List.of(0, 0, 0)));
      assertThat(sums.get(level)).as(level.words()).isEqualTo(whole);
    }
  }

  private static List<Integer> plus(List<Integer> one, List<Integer> other) {
    return List.of(one.get(0) + other.get(0), one.get(1) + other.get(1), one.get(2) + other.get(2));
  }

  @Test
  void no_more_are_in_timescale_than_could_be_judged() {
    assertThat(figures).allMatch(one -> one.numerator() <= one.denominator());
    assertThat(figures).allMatch(one -> one.numerator() >= 0 && one.cannotTell() >= 0);
  }

  @Test
  void whoever_is_judged_counts_once_whatever_number_of_spans_there_are() {
    for (PracticeStandard standard : SETTINGS.standards()) {
      long children =
          findings.stream()
              .filter(one -> one.standard().equals(standard.id()) && one.current())
              .map(one -> one.subject() + one.childId())
              .distinct()
              .count();
      int counted =
          figures.stream()
              .filter(one -> one.level() == Level.AUTHORITY && one.measure() == Measure.NOW)
              .filter(one -> one.standard().equals(standard.id()))
              .mapToInt(one -> one.denominator() + one.cannotTell())
              .sum();
      assertThat(counted).as(standard.id()).isEqualTo((int) children);
    }
  }

  /** Homes, carers and workers are no children, whatever rank their standards have. */
  @Test
  void under_a_rank_a_child_counts_once_and_fails_by_anything_of_it_that_is_overdue() {
    for (Priorities.Priority rank : SETTINGS.priorities().inOrder()) {
      Map<String, List<Timeliness>> now =
          findings.stream()
              .filter(one -> !one.childId().isEmpty() && one.current())
              .filter(one -> SETTINGS.priorities().of(one.standard()).equals(rank))
              .collect(
                  Collectors.groupingBy(
                      Finding::childId,
                      Collectors.mapping(Finding::timeliness, Collectors.toList())));
      long overdue = now.values().stream().filter(of -> of.contains(Timeliness.OVERDUE)).count();
      Figure figure =
          figures.stream()
              .filter(one -> one.level() == Level.AUTHORITY && one.measure() == Measure.NOW)
              .filter(one -> one.standard().equals(rank.figure()))
              .findFirst()
              .orElseThrow();
      assertThat(figure.denominator() + figure.cannotTell()).isEqualTo(now.size());
      assertThat(figure.denominator() - figure.numerator()).isEqualTo((int) overdue);
    }
  }

  @Test
  void every_finding_has_a_key_of_its_own_and_is_of_a_child_or_of_a_subject() {
    assertThat(findings).allMatch(one -> one.childId().isEmpty() != one.subject().isEmpty());
    for (String subject : List.of("home:", "carer:", "worker:")) {
      assertThat(findings).as(subject).anyMatch(one -> one.subject().startsWith(subject));
    }
    assertThat(findings)
        .extracting(
            one ->
                List.of(
                    one.childId(), one.subject(), one.standard(), one.duringFrom(), one.number()))
        .doesNotHaveDuplicates();
  }
}
