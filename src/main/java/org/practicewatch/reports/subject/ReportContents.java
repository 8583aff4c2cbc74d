package org.practicewatch.reports.subject;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Kinds;
import org.practicewatch.compliance.Wanted;
import org.practicewatch.reports.section.Report;

/**
 * What the reports on one subject are made of, as in {@code jobs/reports.yml}. One that is left out
 * there is not written.
 */
public record ReportContents(
    @JsonProperty("permanency tracker") @Nullable Tracker tracker,
    @JsonProperty("reviewing officers") @Nullable Reviewing reviewing,
    @JsonProperty("care leavers") @Nullable Leavers leavers,
    @JsonProperty("initial health assessments") @Nullable Health health) {

  /** No such report is written. */
  public static final ReportContents NONE = new ReportContents(null, null, null, null);

  /**
   * The permanency tracker.
   *
   * @param childrenWith a child is in it while one of these goes on, and after it while a milestone
   *     is still owed
   * @param milestones from left to right
   */
  public record Tracker(
      @JsonProperty(value = "children with", required = true) List<String> childrenWith,
      @JsonProperty(required = true) List<Milestone> milestones)
      implements SubjectReport {
    static final String NAME = "permanency-tracker";

    public Tracker {
      childrenWith = List.copyOf(childrenWith);
      milestones = List.copyOf(milestones);
    }

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public String words() {
      return "permanency tracker";
    }

    @Override
    public List<String> standards() {
      return milestones.stream().flatMap(one -> one.standards().stream()).distinct().toList();
    }

    @Override
    public Wanted wanted() {
      Set<String> kinds = new HashSet<>(childrenWith);
      milestones.forEach(one -> kinds.addAll(one.done()));
      return new Wanted(kinds, Map.of(), Set.of(), Set.of(), false);
    }

    @Override
    public Optional<Report> of(SubjectNight night) {
      return PermanencyTracker.of(night);
    }
  }

  /**
   * A milestone on the way to permanence.
   *
   * @param milestone its name at the head of a column
   * @param standards by which it is due; none where nobody says by when
   * @param done the activities that it is done by, or spans that begin with it
   */
  public record Milestone(
      @JsonProperty(required = true) String milestone, List<String> standards, List<String> done) {

    public Milestone {
      standards = standards == null ? List.of() : List.copyOf(standards);
      done = done == null ? List.of() : List.copyOf(done);
    }
  }

  /**
   * The reviewing officers' report.
   *
   * @param standards from left to right
   * @param challenge the activity by which an officer challenges
   * @param actioned the activity by which that is put right
   * @param review the activity that should be recorded on a form
   * @param notOnTheForm the mark that says that it is not
   */
  public record Reviewing(
      @JsonProperty(required = true) List<String> standards,
      @JsonProperty(required = true) String challenge,
      @JsonProperty(value = "challenge actioned", required = true) String actioned,
      @JsonProperty(required = true) String review,
      @JsonProperty(value = "not on the form", required = true) String notOnTheForm)
      implements SubjectReport {
    static final String NAME = "reviewing-officers";

    public Reviewing {
      standards = List.copyOf(standards);
    }

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public String words() {
      return "reviewing officers' report";
    }

    @Override
    public Wanted wanted() {
      return new Wanted(
          Set.of(challenge, actioned, Kinds.PERIOD_OF_CARE),
          Map.of(review, notOnTheForm),
          Set.of(),
          Set.of(Kinds.REVIEWING_OFFICER),
          false);
    }

    @Override
    public Optional<Report> of(SubjectNight night) {
      return ReviewingReport.of(night);
    }
  }

  /**
   * The care leavers' report.
   *
   * @param standards from left to right
   * @param flags those that it counts
   * @param plan the activities by which a pathway plan is made or looked at again
   * @param inTouch the activities by which somebody is in touch with the young person
   */
  public record Leavers(
      @JsonProperty(required = true) List<String> standards,
      List<String> flags,
      List<String> plan,
      @JsonProperty("in touch") List<String> inTouch)
      implements SubjectReport {
    static final String NAME = "care-leavers";

    public Leavers {
      standards = List.copyOf(standards);
      flags = flags == null ? List.of() : List.copyOf(flags);
      plan = plan == null ? List.of() : List.copyOf(plan);
      inTouch = inTouch == null ? List.of() : List.copyOf(inTouch);
    }

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public String words() {
      return "care leavers' report";
    }

    @Override
    public Wanted wanted() {
      Set<String> latest = new HashSet<>(plan);
      latest.addAll(inTouch);
      Set<String> kinds =
          new HashSet<>(List.of(Kinds.ELIGIBLE_CHILD, Kinds.LEAVING_CARE, Kinds.PERIOD_OF_CARE));
      kinds.addAll(latest);
      return new Wanted(kinds, Map.of(), latest, Set.of(Kinds.CARE_LEAVER_LISTED), true);
    }

    @Override
    public Optional<Report> of(SubjectNight night) {
      return LeaversReport.of(night);
    }
  }

  /** The report on initial health assessments, and the standard that it counts. */
  public record Health(@JsonProperty(required = true) String standard) implements SubjectReport {
    static final String NAME = "initial-health-assessments";

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public String words() {
      return "report on initial health assessments";
    }

    @Override
    public List<String> standards() {
      return List.of(standard);
    }

    @Override
    public Wanted wanted() {
      return Wanted.NOTHING;
    }

    @Override
    public Optional<Report> of(SubjectNight night) {
      return HealthReport.of(night);
    }
  }

  /** Those that the council wants. */
  public List<SubjectReport> all() {
    return Stream.<@Nullable SubjectReport>of(tracker, reviewing, leavers, health)
        .flatMap(Stream::ofNullable)
        .toList();
  }

  /** Every standard that any of them tells of. */
  public Set<String> standards() {
    Set<String> all = new LinkedHashSet<>();
    all().forEach(report -> all.addAll(report.standards()));
    return all;
  }

  /** What they want to know of a child's record beside the findings. */
  public Wanted wanted() {
    return all().stream().map(SubjectReport::wanted).reduce(Wanted.NOTHING, Wanted::and);
  }
}
