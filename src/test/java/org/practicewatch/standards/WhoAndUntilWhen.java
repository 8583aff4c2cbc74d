package org.practicewatch.standards;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicewatch.calendar.Length;
import org.practicewatch.casework.Subject;

/**
 * Who a rule is for and until when, written down from the law by the ids of the standards that
 * ship, and not from their keys: so that a key that is missing or misread shows.
 */
final class WhoAndUntilWhen {

  private WhoAndUntilWhen() {}

  /** A child is under eighteen (Children Act 1989, s. 105). */
  static final int ADULT = 18;

  /** Private fostering is of a child under sixteen, or under eighteen if disabled (s. 66). */
  static final int PRIVATELY_FOSTERED_UNDER = 16;

  private static final Set<String> OWED_TO_ADULTS =
      Set.of(
          // Children Act 1989, ss. 23A to 24D: duties to care leavers.
          "PATHWAY-REVIEW",
          "CARE-LEAVER-CONTACT",
          "PA-VISIT",
          // What was done is written down however old the young person has become.
          "VISIT-RECORDED",
          "SUPERVISION-UPLOADED");

  static boolean endsAtEighteen(PracticeStandard standard) {
    return standard.subject() == Subject.CHILD && !OWED_TO_ADULTS.contains(standard.id());
  }

  static boolean isPrivateFostering(PracticeStandard standard) {
    return standard.id().equals("PF-VISIT");
  }

  /** Work that is part of a case, and over when the case is closed. */
  static boolean endsWithTheCase(PracticeStandard standard) {
    return Set.of("ASSESSMENT", "ICPC", "ICPC-REQUEST", "STRATEGY-DISCUSSION")
        .contains(standard.id());
  }

  /** Reg. 33 of S.I. 2010/959 goes on where it was when a placement for adoption breaks down. */
  static boolean goesOnFromTheLastReview(PracticeStandard standard) {
    return standard.id().equals("LAC-REVIEW");
  }

  static final List<String> REVIEWS_OF_ANY_KIND = List.of("looked-after review", "adoption review");

  /** Part 8A of S.I. 2010/959 leaves the care plan of Part 2 out in youth detention. */
  static boolean isCarePlan(PracticeStandard standard) {
    return standard.id().equals("CARE-PLAN");
  }

  static boolean isPlacementPlan(PracticeStandard standard) {
    return standard.id().equals("PLACEMENT-PLAN");
  }

  static final Length CARE_PLAN = Length.parse("10 working days");
  static final Length CARE_PLAN_ON_REMAND = Length.parse("5 working days");
  static final Length PLACEMENT_PLAN = Length.parse("5 working days");
  static final Length DETENTION_PLACEMENT_PLAN = Length.parse("10 working days");

  /** Reg. 24 of S.I. 2010/959, and its one extension by reg. 25. */
  static boolean isTemporaryApproval(PracticeStandard standard) {
    return standard.id().equals("REG24-TEMPORARY-APPROVAL");
  }

  static final Length TEMPORARY_APPROVAL = Length.parse("16 weeks");
  static final Length TEMPORARY_APPROVAL_EXTENDED = Length.parse("24 weeks");

  /** What only served something (architecture, decision 24), and what that something is. */
  private static final Map<String, List<String>> SERVES =
      Map.ofEntries(
          Map.entry(
              "REFERRAL-DECISION",
              List.of(
                  "assessment authorised",
                  "strategy discussion",
                  "initial child protection conference")),
          Map.entry("ICPC-REQUEST", List.of("initial child protection conference")),
          Map.entry("STRATEGY-DISCUSSION", List.of("initial child protection conference")),
          Map.entry("CIN-PLAN", List.of("child in need review")),
          Map.entry("LAC-IHA-REQUEST", List.of("health assessment")),
          Map.entry("IRO-APPOINTED", List.of("looked-after review")),
          Map.entry(
              "LAC-REVIEW-DECISIONS", List.of("review record issued", "review record sent out")),
          Map.entry("LAC-REVIEW-RECORD", List.of("review record sent out")),
          Map.entry("TRANSITION-PLANNING", List.of("pathway plan made")),
          Map.entry("ADM-DECISION", List.of("placement order", "moved in with adopters")),
          Map.entry("ADOPTION-A2", List.of("moved in with adopters")),
          Map.entry("ADM-TO-MATCH", List.of("moved in with adopters")));

  static List<String> overtakenBy(PracticeStandard standard) {
    return SERVES.getOrDefault(standard.id(), List.of());
  }

  /** Recording is asked after for six months (decision 24). */
  static boolean isNoLongerAskedAfter(PracticeStandard standard) {
    return Set.of("VISIT-RECORDED", "SUPERVISION-UPLOADED").contains(standard.id());
  }

  static final Length ASKED_AFTER = Length.parse("6 months");
}
