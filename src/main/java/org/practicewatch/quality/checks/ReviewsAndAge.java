package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.practicewatch.casework.Noted;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** How the child took part in a review, against the age then (SSDA903 rules 440 and 441). */
final class ReviewsAndAge implements RecordCheck {

  @Override
  public String id() {
    return "dq-review-date";
  }

  @Override
  public List<String> limits() {
    return List.of("asked from age");
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.child(), Need.noted("looked-after review", "participation"));
  }

  private static final Set<String> YOUNG = Set.of("PN0", "under four");

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    LocalDate fourth = record.timeline().child().birthday(limits.get("asked from age"));
    if (fourth == null) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    for (Noted review : Rows.newest(record, "looked-after review", "held")) {
      String code = review.detail("participation");
      boolean told = !code.isEmpty() && !code.equals(Noted.UNREADABLE);
      Optional<LocalDate> held = told ? review.findDay("held") : Optional.empty();
      if (held.isEmpty()) {
        continue;
      }
      boolean asYoung = YOUNG.contains(code);
      // On the birthday itself neither is held against it.
      if (asYoung && held.get().isAfter(fourth)) {
        found.add(
            found(
                review,
                code,
                "The code says that the child was under four, who was not (rule 440)."));
      } else if (!asYoung && held.get().isBefore(fourth)) {
        found.add(
            found(
                review,
                code,
                "The code says that the child was four or older, who was not (rule 441)."));
      }
    }
    return found;
  }

  private static Found found(Noted at, String code, String problem) {
    return new Found(at.source(), code, problem, "The review was counted as held.");
  }
}
