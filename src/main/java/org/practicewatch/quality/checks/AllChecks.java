package org.practicewatch.quality.checks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.practicewatch.quality.CheckAcross;
import org.practicewatch.quality.RecordCheck;

/** Every check there is. */
public final class AllChecks {

  /** Held against findings, which no check of this room sees. */
  public static final String DUE_MISMATCH = "dq-due-mismatch";

  private AllChecks() {}

  /** Those that look at one child. */
  public static List<RecordCheck> ofAChild() {
    return List.of(
        new OverlappingEpisodes(),
        new EpisodeGaps(),
        new ReasonsThatDoNotFit(),
        new TemporaryPlacements(),
        new ShortLimits(),
        new StatusAgainstPlacement(),
        new ReviewsAndAge(),
        new CancelledReviews(),
        new ReviewsAsCaseNotes(),
        new ReturnOnHealth(),
        new MissingEpisodes(),
        new AdoptionSteps(),
        new DatesOfBirth(),
        new WithoutPersonRow(),
        new Unallocated(),
        new AllocationGaps(),
        new AllocationOverlaps(),
        new ManyWorkers(),
        new ChildNotSeen(),
        new VisitsElsewhere(),
        new RecordedBeforeItHappened(),
        new VisitsTwice(),
        new VisitsOutsidePlans(),
        new EndedOnItsFirstDay(),
        new PlansAtOnce(),
        new ConferencesOnDaysOff(),
        new ConferencesNotQuorate(),
        new PlanAgainstPlacement(),
        new NeverAuthorised(),
        new BirthOverdue(),
        new AfterDeath(),
        new DefaultDates());
  }

  /** Those that have to see every child. */
  public static List<CheckAcross<?>> across() {
    return List.of(
        new OneChildTwoIds(),
        new OneOfTheSiblings(),
        new UnknownEthnicity(),
        new TotalsThatDiffer());
  }

  /** Ids of all of them, with the names of the numbers that each needs. */
  public static Map<String, List<String>> limits() {
    Map<String, List<String>> limits = new TreeMap<>();
    ofAChild().forEach(check -> limits.put(check.id(), check.limits()));
    across().forEach(check -> limits.put(check.id(), check.limits()));
    limits.put(DUE_MISMATCH, List.of("days", "days back"));
    return limits;
  }
}
