package org.practicewatch.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.practicewatch.sample.FictionalChild.CpPlan;
import org.practicewatch.sample.FictionalChild.PeriodOfCare;
import org.practicewatch.sample.FictionalChild.Referral;
import org.practicewatch.sample.FictionalTeam.Kind;

class FictionalAuthorityTest {

  private static final LocalDate AS_AT = LocalDate.of(2026, 9, 30);
  private static final FictionalAuthority FERNSHIRE = new FictionalAuthority(7, 1000, AS_AT);

  @Test
  void a_child_is_the_same_in_an_authority_of_any_size_and_at_any_date() {
    FictionalAuthority small = new FictionalAuthority(7, 10, LocalDate.of(2024, 1, 1));
    List<FictionalChild> first = FERNSHIRE.everyChild().limit(10).toList();
    assertThat(small.everyChild()).isEqualTo(first);
  }

  @Test
  void another_seed_is_another_authority() {
    assertThat(new FictionalAuthority(8, 1, AS_AT).child(0)).isNotEqualTo(FERNSHIRE.child(0));
  }

  @Test
  void every_child_has_an_id_of_its_own() {
    assertThat(FERNSHIRE.everyChild().map(child -> child.person().id())).doesNotHaveDuplicates();
  }

  @Test
  void about_as_much_is_late_as_in_a_real_authority() {
    assertThat(share(referrals().flatMap(r -> r.assessments().stream()), this::assessedInTime))
        .isBetween(0.82, 0.91);
    assertThat(
            share(
                referrals()
                    .flatMap(referral -> referral.enquiries().stream())
                    .filter(enquiry -> enquiry.conference() != null),
                enquiry -> !enquiry.conference().on().isAfter(enquiry.conference().target())))
        .isBetween(0.77, 0.87);
    assertThat(share(periods(), this::firstReviewInTime)).isBetween(0.82, 0.96);
  }

  @Test
  void one_team_does_visibly_worse_than_the_others() {
    double west = cpVisitsInTime(Kind.WEST);
    double east = cpVisitsInTime(Kind.EAST);
    assertThat(east - west).isGreaterThan(0.15);
  }

  @Test
  void episodes_of_a_period_of_care_follow_on_from_each_other() {
    assertThat(periods())
        .allSatisfy(
            period -> {
              assertThat(period.episodes().get(0).from()).isEqualTo(period.from());
              assertThat(period.episodes().get(0).reason()).isEqualTo("S");
              for (int place = 1; place < period.episodes().size(); place++) {
                assertThat(period.episodes().get(place).from())
                    .isEqualTo(period.episodes().get(place - 1).to());
                assertThat(period.episodes().get(place - 1).endReason()).isEqualTo("X1");
              }
            });
  }

  @Test
  void a_temporary_placement_is_short() {
    assertThat(periods().flatMap(period -> period.placements().stream()))
        .filteredOn(placement -> placement.type().startsWith("T"))
        .isNotEmpty()
        .allSatisfy(
            placement -> assertThat(placement.to()).isBefore(placement.from().plusDays(22)));
  }

  @Test
  void a_child_protection_plan_is_over_when_care_begins() {
    assertThat(referrals().filter(referral -> !referral.periodsOfCare().isEmpty()))
        .allSatisfy(
            referral ->
                assertThat(referral.cpPlans())
                    .allSatisfy(
                        plan ->
                            assertThat(plan.to())
                                .isBeforeOrEqualTo(
                                    later(plan.from(), referral.periodsOfCare().get(0).from()))));
  }

  @Test
  void brothers_and_sisters_are_visited_on_the_same_days() {
    long sharing =
        FERNSHIRE
            .everyChild()
            .filter(child -> child.number() > 0)
            .filter(child -> Family.of(7, child.number()).place() > 0)
            .filter(child -> sharesVisits(child, FERNSHIRE.child(child.number() - 1)))
            .count();
    assertThat(sharing).isGreaterThan(50);
  }

  @Test
  void nobody_visits_on_a_day_that_is_not_worked() {
    Predicate<LocalDate> worked = day -> day.getDayOfWeek().getValue() <= 4;
    assertThat(
            FERNSHIRE
                .withWorkingDays(worked)
                .everyChild()
                .limit(200)
                .flatMap(child -> child.referrals().stream())
                .flatMap(referral -> referral.cinPlans().stream())
                .flatMap(plan -> plan.visits().stream())
                .map(visit -> visit.at().toLocalDate()))
        .isNotEmpty()
        .filteredOn(worked.negate())
        .hasSizeLessThan(5);
  }

  @Test
  void a_second_thousand_children_has_teams_of_its_own() {
    List<String> names =
        new FictionalAuthority(7, 1001, AS_AT).teams().stream().map(FictionalTeam::name).toList();
    assertThat(names).contains("Safeguarding Team East", "Safeguarding Team East 2");
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void the_organisation_in_jobs_names_every_team_of_the_first_set() throws IOException {
    String organisation = Files.readString(Path.of("jobs/organisation/teams.yml"));
    assertThat(organisation).contains(FictionalAuthority.NAME);
    assertThat(FERNSHIRE.teams())
        .filteredOn(team -> team.kind() != Kind.REVIEWING)
        .allSatisfy(
            team -> {
              assertThat(organisation).contains(team.name());
              assertThat(organisation).contains("[" + team.code() + "]");
              assertThat(organisation).contains("service: " + team.service());
            });
  }

  private static Stream<Referral> referrals() {
    return FERNSHIRE.everyChild().flatMap(child -> child.referrals().stream());
  }

  private static Stream<PeriodOfCare> periods() {
    return referrals()
        .flatMap(referral -> referral.periodsOfCare().stream())
        .filter(period -> !period.shortBreaks());
  }

  private boolean assessedInTime(FictionalChild.Assessment assessment) {
    return !assessment.authorised().isAfter(weekdays(assessment.from(), 45));
  }

  private boolean firstReviewInTime(PeriodOfCare period) {
    return period.reviews().stream()
        .filter(review -> !review.cancelled())
        .findFirst()
        .map(review -> review.dropped() != null || !review.on().isAfter(review.target()))
        .orElse(true);
  }

  private static double cpVisitsInTime(Kind kind) {
    int inTime = 0;
    int all = 0;
    for (Referral referral : referrals().toList()) {
      for (CpPlan plan : referral.cpPlans()) {
        LocalDate last = plan.from();
        for (FictionalChild.Visit visit : plan.visits()) {
          LocalDate due = weekdays(last, 10);
          FictionalChild.Involvement holding = referral.heldBy(due);
          last = visit.at().toLocalDate();
          if (holding != null && holding.professional().team().kind() == kind) {
            all++;
            inTime += last.isAfter(due) ? 0 : 1;
          }
        }
      }
    }
    return (double) inTime / all;
  }

  private static boolean sharesVisits(FictionalChild one, FictionalChild other) {
    List<LocalDate> days = visitDays(one);
    return !days.isEmpty() && visitDays(other).stream().filter(days::contains).count() > 3;
  }

  private static List<LocalDate> visitDays(FictionalChild child) {
    return child.referrals().stream()
        .flatMap(referral -> referral.cinPlans().stream())
        .flatMap(plan -> plan.visits().stream())
        .map(visit -> visit.at().toLocalDate())
        .toList();
  }

  private static <T> double share(Stream<T> all, Predicate<T> some) {
    List<T> list = all.toList();
    return (double) list.stream().filter(some).count() / list.size();
  }

  private static LocalDate weekdays(LocalDate from, int days) {
    LocalDate day = from;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      left -= day.getDayOfWeek().getValue() <= 5 ? 1 : 0;
    }
    return day;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
