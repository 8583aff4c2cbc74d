package org.practicewatch.sample.spreadsheet;

import static org.practicewatch.sample.spreadsheet.MosaicTable.*;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.sample.FictionalChild.Adoption;
import org.practicewatch.sample.FictionalChild.CarePlan;
import org.practicewatch.sample.FictionalChild.Episode;
import org.practicewatch.sample.FictionalChild.HealthCheck;
import org.practicewatch.sample.FictionalChild.Involvement;
import org.practicewatch.sample.FictionalChild.LeavingCare;
import org.practicewatch.sample.FictionalChild.LegalStatus;
import org.practicewatch.sample.FictionalChild.Missing;
import org.practicewatch.sample.FictionalChild.PeriodOfCare;
import org.practicewatch.sample.FictionalChild.Placement;
import org.practicewatch.sample.FictionalChild.Referral;
import org.practicewatch.sample.FictionalChild.Review;
import org.practicewatch.sample.FictionalChild.Sdq;
import org.practicewatch.sample.FictionalChild.Visit;

/** The rows of children in care and of care leavers. */
final class CareRows {

  private final MosaicExtract extract;

  CareRows(MosaicExtract extract) {
    this.extract = extract;
  }

  /** The periods of care that a referral led to, and what the child is owed after them. */
  void add(Referral referral, String id) throws IOException {
    for (PeriodOfCare period : referral.periodsOfCare()) {
      periodOfCare(period, referral, id);
    }
    for (LeavingCare leaver : referral.leavingCare()) {
      leavingCare(leaver, referral, id);
    }
  }

  private void periodOfCare(PeriodOfCare period, Referral referral, String id) throws IOException {
    if (!extract.happened(period.from())) {
      return;
    }
    for (Episode episode : period.episodes()) {
      if (extract.happened(episode.from())) {
        extract.write(episode(episode, period, referral, id), episode.id());
      }
    }
    for (Placement placement : period.placements()) {
      placement(placement, period);
    }
    for (LegalStatus status : period.legalStatuses()) {
      if (extract.happened(status.from())) {
        Line line =
            extract
                .line(LEGAL_STATUS)
                .put("lega_legal_status_id", status.id())
                .put("lega_person_id", id)
                .put("lega_legal_status", status.code())
                .on("lega_legal_status_start_date", status.from())
                .on("lega_legal_status_end_date", status.to());
        extract.write(line, status.id());
      }
    }
    for (Visit visit : period.visits()) {
      if (extract.happened(visit.at().toLocalDate())) {
        Line line =
            extract
                .line(CLA_VISITS)
                .put("clav_cla_id", period.id())
                .put("clav_cla_visit_id", visit.id())
                .at("clav_cla_visit_date", visit.at())
                .put("clav_cla_visit_seen", visit.seen())
                .put("clav_cla_visit_seen_alone", visit.seenAlone())
                .put("clav_person_id", id);
        extract.write(line, visit.id());
      }
    }
    for (Review review : period.reviews()) {
      review(review, period, id);
    }
    careAndHealth(period, id);
    Adoption adoption = period.adoption();
    if (adoption != null && extract.happened(adoption.decided())) {
      adoption(adoption, period, referral, id);
    }
  }

  private Line episode(Episode episode, PeriodOfCare period, Referral referral, String id) {
    LocalDate seenByReviewing =
        period.reviews().stream()
            .filter(review -> !review.cancelled() && !review.on().isAfter(episode.to()))
            .map(Review::on)
            .filter(on -> extract.happened(on) && !on.isBefore(episode.from()))
            .max(Comparator.naturalOrder())
            .orElse(null);
    return extract
        .line(CLA_EPISODES)
        .put("clae_cla_episode_id", episode.id())
        .put("clae_person_id", id)
        .on("clae_cla_episode_start_date", episode.from())
        .put("clae_cla_episode_start_reason", episode.reason())
        .put("clae_cla_primary_need_code", referral.need())
        .put("clae_cla_id", period.id())
        .put("clae_referral_id", referral.id())
        .on("clae_cla_last_iro_contact_date", seenByReviewing)
        .on("clae_cla_episode_ceased_date", episode.to())
        .put("clae_cla_placement_id", episode.placementId())
        .on("clae_entered_care_date", period.from())
        .since(episode.to(), "clae_cla_episode_ceased_reason", episode.endReason());
  }

  private void placement(Placement placement, PeriodOfCare period) throws IOException {
    if (extract.happened(placement.from())) {
      Line line =
          extract
              .line(CLA_PLACEMENT)
              .put("clap_cla_placement_id", placement.id())
              .on("clap_cla_placement_start_date", placement.from())
              .put("clap_cla_placement_type", placement.type())
              .put("clap_cla_placement_urn", placement.urn())
              .put("clap_cla_placement_distance", placement.distance())
              .put("clap_cla_id", period.id())
              .put("clap_cla_placement_provider", placement.provider())
              .put("clap_cla_placement_postcode", placement.postcode())
              .on("clap_cla_placement_end_date", placement.to())
              .since(placement.to(), "clap_cla_placement_change_reason", placement.changeReason());
      extract.write(line, placement.id());
    }
  }

  private void review(Review review, PeriodOfCare period, String id) throws IOException {
    if (extract.inDiary(review.known(), review.dropped())) {
      boolean calledOff = review.cancelled() && extract.happened(review.on());
      Line line =
          extract
              .line(CLA_REVIEWS)
              .put("clar_cla_review_id", review.id())
              .planned("clar_cla_review_due_date", review.target())
              .on("clar_cla_review_date", review.on())
              .since(review.on(), "clar_cla_review_participation", review.participation())
              .put("clar_cla_id", period.id())
              .put("clar_cla_review_cancelled", calledOff ? "Y" : "N")
              .put("clar_cla_person_id", id);
      extract.write(line, review.id());
    }
  }

  private void careAndHealth(PeriodOfCare period, String id) throws IOException {
    for (CarePlan plan : period.carePlans()) {
      if (extract.happened(plan.from())) {
        Line line =
            extract
                .line(CLA_CARE_PLAN)
                .put("lacp_cla_care_plan_id", plan.id())
                .on("lacp_cla_care_plan_start_date", plan.from())
                .on("lacp_cla_care_plan_end_date", plan.to())
                .put("lacp_cla_care_plan_json", plan.json())
                .put("lacp_person_id", id);
        extract.write(line, plan.id());
      }
    }
    for (HealthCheck check : period.health()) {
      if (extract.inDiary(check.known(), check.dropped())) {
        boolean over = extract.happened(check.on());
        Line line =
            extract
                .line(CLA_HEALTH)
                .put("clah_health_check_id", check.id())
                .put("clah_person_id", id)
                .put("clah_health_check_type", check.type())
                .planned("clah_health_check_date", over ? check.on() : check.planned())
                .put("clah_health_check_status", over ? check.status() : "Planned");
        extract.write(line, check.id());
      }
    }
    for (Sdq sdq : period.sdq()) {
      if (extract.happened(sdq.on())) {
        Line line =
            extract
                .line(SDQ_SCORES)
                .put("csdq_table_id", sdq.id())
                .put("csdq_person_id", id)
                .on("csdq_sdq_completed_date", sdq.on())
                .put("csdq_sdq_reason", sdq.reason())
                .put("csdq_sdq_score", sdq.score());
        extract.write(line, sdq.id());
      }
    }
    for (Missing missing : period.missing()) {
      missing(missing, id);
    }
    if (!period.shortBreaks()) {
      Line line =
          extract
              .line(CLA_IMMUNISATIONS)
              .put("clai_person_id", id)
              .put("clai_immunisations_status", period.immunised() ? "Y" : "N");
      extract.write(line, id);
    }
  }

  private void missing(Missing missing, String id) throws IOException {
    if (extract.happened(missing.from().toLocalDate())) {
      LocalDate back = missing.to().toLocalDate();
      Line line =
          extract
              .line(MISSING)
              .put("miss_table_id", missing.id())
              .put("miss_person_id", id)
              .at("miss_missing_episode_start_date", missing.from())
              .put("miss_missing_episode_type", missing.type())
              .at("miss_missing_episode_end_date", missing.to())
              .since(back, "miss_missing_rhi_offered", missing.interviewOffered())
              .since(back, "miss_missing_rhi_accepted", missing.interviewAccepted());
      extract.write(line, missing.id());
    }
  }

  private void adoption(Adoption adoption, PeriodOfCare period, Referral referral, String id)
      throws IOException {
    LocalDate order = adoption.order();
    Line line =
        extract
            .line(PERMANENCE)
            .put("perm_table_id", adoption.id())
            .put("perm_person_id", id)
            .on("perm_adm_decision_date", adoption.decided())
            .on("perm_placement_order_date", adoption.placementOrder())
            .on("perm_placed_for_adoption_date", adoption.placed())
            .on("perm_matched_date", adoption.matched())
            .put("perm_part_of_sibling_group", "N")
            .on("perm_permanence_order_date", order)
            .since(order, "perm_permanence_order_type", "Adoption Order")
            .since(order, "perm_adopted_by_carer_flag", "N")
            .put("perm_cla_id", period.id())
            .since(adoption.matched(), "perm_number_of_adopters", "2");
    Involvement holding = referral.heldBy(adoption.decided());
    if (holding != null) {
      line.put("perm_adoption_worker_id", extract.met(holding.professional()));
    }
    extract.write(line, adoption.id());
  }

  private void leavingCare(LeavingCare leaver, Referral referral, String id) throws IOException {
    if (!extract.happened(leaver.eligible())) {
      return;
    }
    boolean adult = extract.happened(leaver.eighteenth());
    boolean over = extract.happened(leaver.until());
    LocalDate contact = latest(leaver.contacts());
    LocalDate review = latest(leaver.pathwayReviews());
    boolean inTouch = contact != null && contact.isAfter(extract.asAt().minusDays(120));
    Line line =
        extract
            .line(CARE_LEAVERS)
            .put("clea_table_id", leaver.id())
            .put("clea_person_id", id)
            .put(
                "clea_care_leaver_eligibility",
                over ? "No Current Eligibility" : adult ? "Former Relevant" : "Eligible")
            .on("clea_care_leaver_latest_contact", contact)
            .on("clea_pathway_plan_review_date", review);
    if (adult && !over) {
      line.put("clea_care_leaver_in_touch", inTouch ? "YES" : "NO")
          .put("clea_care_leaver_accommodation", leaver.accommodation())
          .put("clea_care_leaver_accom_suitable", leaver.suitable())
          .put("clea_care_leaver_activity", leaver.activity());
    }
    for (Involvement involvement : referral.involvements()) {
      if (involvement.role().equals(Involvement.ADVISER)
          && extract.happened(involvement.from())
          && !extract.happened(involvement.to())) {
        line.put("clea_care_leaver_personal_advisor", extract.met(involvement.professional()));
      }
    }
    extract.held(
        line,
        referral,
        extract.asAt(),
        "clea_care_leaver_allocated_team",
        "clea_care_leaver_worker_id");
    extract.write(line, leaver.id());
  }

  private @Nullable LocalDate latest(List<LocalDate> days) {
    return days.stream().filter(extract::happened).max(Comparator.naturalOrder()).orElse(null);
  }
}
