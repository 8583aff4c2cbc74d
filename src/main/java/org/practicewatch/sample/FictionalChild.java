package org.practicewatch.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.sample.FictionalTeam.Professional;

/**
 * One invented child's whole life as a case system would hold it, up to the end of the invented
 * world and, for ends, beyond it. Whoever writes an extract cuts it off at the as-at date.
 */
public record FictionalChild(
    int number,
    Person person,
    List<Contact> contacts,
    List<EarlyHelp> earlyHelp,
    List<Referral> referrals) {

  /** Who the child is. The names are made of syllables, so that a leak of one can be found. */
  public record Person(
      String id,
      String forename,
      String surname,
      String sex,
      String ethnicity,
      LocalDate born,
      boolean expected,
      List<String> disabilities,
      String upn,
      String nationality,
      LocalDate known) {}

  public record Contact(String id, LocalDate on, String source, String outcome) {}

  public record EarlyHelp(
      String id,
      LocalDate from,
      LocalDate to,
      String reason,
      String endReason,
      String organisation) {}

  /** A referral and all that followed from it. */
  public record Referral(
      String id,
      LocalDate on,
      String need,
      String source,
      boolean noFurtherAction,
      LocalDate closed,
      String closedBecause,
      List<Assessment> assessments,
      List<Enquiry> enquiries,
      List<CinPlan> cinPlans,
      List<CpPlan> cpPlans,
      List<PreProceedings> preProceedings,
      List<PeriodOfCare> periodsOfCare,
      List<LeavingCare> leavingCare,
      List<Involvement> involvements) {

    /** Who held the child on that day, or null where nobody did. */
    public @Nullable Involvement heldBy(LocalDate day) {
      return involvements.stream()
          .filter(involvement -> involvement.role().equals(Involvement.ALLOCATED))
          .filter(involvement -> involvement.covers(day))
          .findFirst()
          .orElse(null);
    }
  }

  public record Assessment(
      String id, LocalDate from, LocalDate authorised, String seen, boolean noFurtherAction) {}

  /** A section 47 enquiry, with the conference where there was one. */
  public record Enquiry(String id, LocalDate from, LocalDate to, @Nullable Conference conference) {}

  /** An initial child protection conference; the plan is null where none was made. */
  public record Conference(
      String id, String meetingId, LocalDate target, LocalDate on, @Nullable String planId) {}

  public record CinPlan(String id, LocalDate from, LocalDate to, List<Visit> visits) {}

  public record CpPlan(
      String id,
      String conferenceId,
      LocalDate from,
      LocalDate to,
      String category,
      String latestCategory,
      List<Visit> visits,
      List<ReviewConference> reviews) {}

  /** A visit; the flags are Y, N or empty. */
  public record Visit(String id, LocalDateTime at, String seen, String seenAlone, String bedroom) {}

  /**
   * A review conference.
   *
   * @param target the day that the case system works out, which is not quite the regulation's
   * @param known from when it is in the diary
   * @param dropped when it leaves the diary because the plan has ended; null if it is held
   */
  public record ReviewConference(
      String id,
      LocalDate target,
      LocalDate on,
      LocalDate known,
      @Nullable LocalDate dropped,
      boolean continues,
      String quorate,
      String participation,
      String previousId,
      LocalDate previousOn,
      boolean previousIsInitial) {}

  public record PreProceedings(
      String id,
      String familyId,
      LocalDate decided,
      LocalDate letter,
      LocalDate meeting,
      LocalDate issued,
      int meetings) {}

  /** A period of care, with everything that belongs to it. */
  public record PeriodOfCare(
      String id,
      LocalDate from,
      LocalDate to,
      boolean shortBreaks,
      List<Episode> episodes,
      List<Placement> placements,
      List<LegalStatus> legalStatuses,
      List<Visit> visits,
      List<Review> reviews,
      List<CarePlan> carePlans,
      List<HealthCheck> health,
      List<Sdq> sdq,
      List<Missing> missing,
      boolean immunised,
      @Nullable Adoption adoption) {}

  public record Episode(
      String id,
      LocalDate from,
      String reason,
      String placementId,
      LocalDate to,
      String endReason) {}

  public record Placement(
      String id,
      LocalDate from,
      LocalDate to,
      String type,
      String provider,
      String urn,
      String postcode,
      String distance,
      String changeReason) {}

  public record LegalStatus(String id, String code, LocalDate from, LocalDate to) {}

  /** A looked-after review; the days as for a {@link ReviewConference}. */
  public record Review(
      String id,
      LocalDate target,
      LocalDate on,
      LocalDate known,
      @Nullable LocalDate dropped,
      boolean cancelled,
      String participation) {}

  public record CarePlan(String id, LocalDate from, LocalDate to, String json) {}

  /**
   * A health assessment, dental check or health check.
   *
   * @param planned the day first booked
   * @param on the day it came to something
   * @param status what it came to: Completed, Refused or Cancelled; until then it is Planned
   * @param dropped when the booking goes because care has ended; null if it came to something
   */
  public record HealthCheck(
      String id,
      String type,
      LocalDate known,
      LocalDate planned,
      LocalDate on,
      String status,
      @Nullable LocalDate dropped) {}

  public record Sdq(String id, LocalDate on, String score, String reason) {}

  public record Missing(
      String id,
      LocalDateTime from,
      LocalDateTime to,
      String type,
      String interviewOffered,
      String interviewAccepted) {}

  public record Adoption(
      String id,
      LocalDate decided,
      LocalDate placementOrder,
      LocalDate matched,
      LocalDate placed,
      LocalDate order) {}

  /** A young person who is, or will be, a care leaver. */
  public record LeavingCare(
      String id,
      LocalDate eligible,
      LocalDate leftCare,
      LocalDate eighteenth,
      LocalDate until,
      String accommodation,
      String suitable,
      String activity,
      List<LocalDate> contacts,
      List<LocalDate> pathwayReviews) {}

  /** Someone's part in the case, from one day to another. */
  public record Involvement(
      String id,
      Professional professional,
      String role,
      boolean teamByName,
      LocalDate from,
      LocalDate to,
      String changeReason) {

    public static final String ALLOCATED = "Allocated Worker";
    public static final String REVIEWING = "Independent Reviewing Officer";
    public static final String ADVISER = "Personal Adviser";

    boolean covers(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }
}
