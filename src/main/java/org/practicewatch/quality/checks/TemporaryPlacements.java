package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** A temporary placement that begins or ends care, or lasts too long (SSDA903 rules 375 to 383). */
final class TemporaryPlacements implements RecordCheck {

  @Override
  public String id() {
    return "dq-temp-placement";
  }

  @Override
  public List<String> limits() {
    return List.of("days in hospital", "days of holiday", "days otherwise");
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.span(Kinds.EPISODE, Episodes.PLACEMENT_TYPE));
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Found> found = new ArrayList<>();
    for (List<Span> episodes : Episodes.of(record)) {
      for (Span one : episodes) {
        if (Episodes.isTemporary(one)) {
          String problem = problem(one, record.asAt(), limits);
          if (!problem.isEmpty()) {
            found.add(
                new Found(
                    one.source(),
                    one.detail(Episodes.PLACEMENT_TYPE),
                    problem,
                    "It was judged as part of the placement that goes on."));
          }
        }
      }
    }
    return found;
  }

  private static String problem(Span one, LocalDate asAt, Limits limits) {
    if (one.detail(Episodes.REASON_NEW).equals("S")) {
      return "Care began in a temporary placement (rule 380).";
    }
    if (one.detail(Episodes.REASON_CEASED).startsWith("E")) {
      return "Care ended in a temporary placement (rule 381).";
    }
    int most =
        switch (one.detail(Episodes.PLACEMENT_TYPE)) {
          case "T1" -> limits.get("days in hospital");
          case "T2", "T3" -> limits.get("days of holiday");
          case "T4" -> limits.get("days otherwise");
          default -> Integer.MAX_VALUE;
        };
    LocalDate end = one.to() == null ? asAt : one.to();
    long days = ChronoUnit.DAYS.between(one.from(), end);
    return days > most
        ? "The temporary placement lasts " + days + " days, and " + most + " are the most."
        : "";
  }
}
