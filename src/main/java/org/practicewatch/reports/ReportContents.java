package org.practicewatch.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Kinds;
import org.practicewatch.compliance.Wanted;

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
      @JsonProperty(required = true) List<Milestone> milestones) {

    public Tracker {
      childrenWith = List.copyOf(childrenWith);
      milestones = List.copyOf(milestones);
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
      @JsonProperty(value = "not on the form", required = true) String notOnTheForm) {

    public Reviewing {
      standards = List.copyOf(standards);
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
      @JsonProperty("in touch") List<String> inTouch) {

    public Leavers {
      standards = List.copyOf(standards);
      flags = flags == null ? List.of() : List.copyOf(flags);
      plan = plan == null ? List.of() : List.copyOf(plan);
      inTouch = inTouch == null ? List.of() : List.copyOf(inTouch);
    }
  }

  /** The report on initial health assessments, and the standard that it counts. */
  public record Health(@JsonProperty(required = true) String standard) {}

  /** The standards of one of the reports, in order; none where it is not written. */
  public List<String> standards(SubjectReport report) {
    return switch (report) {
      case PERMANENCY_TRACKER ->
          tracker == null
              ? List.of()
              : tracker.milestones().stream()
                  .flatMap(one -> one.standards().stream())
                  .distinct()
                  .toList();
      case REVIEWING_OFFICERS -> reviewing == null ? List.of() : reviewing.standards();
      case CARE_LEAVERS -> leavers == null ? List.of() : leavers.standards();
      case INITIAL_HEALTH_ASSESSMENTS -> health == null ? List.of() : List.of(health.standard());
    };
  }

  /** Every standard that any of them tells of. */
  public Set<String> standards() {
    Set<String> all = new LinkedHashSet<>();
    Stream.of(SubjectReport.values()).forEach(report -> all.addAll(standards(report)));
    return all;
  }

  /** Whether the council wants the report. */
  public boolean has(SubjectReport report) {
    return switch (report) {
      case PERMANENCY_TRACKER -> tracker != null;
      case REVIEWING_OFFICERS -> reviewing != null;
      case CARE_LEAVERS -> leavers != null;
      case INITIAL_HEALTH_ASSESSMENTS -> health != null;
    };
  }

  /** What they want to know of a child's record beside the findings. */
  public Wanted wanted() {
    Set<String> kinds = new HashSet<>();
    Map<String, String> marked = new HashMap<>();
    Set<String> latest = new HashSet<>();
    Set<String> noted = new HashSet<>();
    if (tracker != null) {
      kinds.addAll(tracker.childrenWith());
      tracker.milestones().forEach(one -> kinds.addAll(one.done()));
    }
    if (reviewing != null) {
      kinds.add(reviewing.challenge());
      kinds.add(reviewing.actioned());
      kinds.add(Kinds.PERIOD_OF_CARE);
      noted.add(Kinds.REVIEWING_OFFICER);
      marked.put(reviewing.review(), reviewing.notOnTheForm());
    }
    if (leavers != null) {
      kinds.addAll(List.of(Kinds.ELIGIBLE_CHILD, Kinds.LEAVING_CARE, Kinds.PERIOD_OF_CARE));
      latest.addAll(leavers.plan());
      latest.addAll(leavers.inTouch());
      kinds.addAll(latest);
      noted.add(Kinds.CARE_LEAVER_LISTED);
    }
    return new Wanted(kinds, marked, latest, noted, leavers != null);
  }
}
