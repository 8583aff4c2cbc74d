package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.practicewatch.casework.Kinds;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Episode;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** A temporary placement that cannot be one, by its length or place (SSDA903 rules 375 to 383). */
final class TemporaryPlacements implements RecordCheck {

  private static final String CARERS_ON_HOLIDAY = "T3";

  @Override
  public String id() {
    return "dq-temp-placement";
  }

  @Override
  public List<String> limits() {
    return List.of(
        "days in hospital", "days of holiday", "days otherwise", "holidays of carers in a year");
  }

  @Override
  public Set<String> looksAtToo() {
    return Set.of(Kinds.PERIOD_OF_CARE, Kinds.LEGAL_STATUS);
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.span(Kinds.EPISODE, Episode.PLACEMENT_TYPE));
  }

  @Override
  public List<List<Need>> orNeeds() {
    return List.of(List.of(Need.span(Kinds.PLACEMENT_RECORD)));
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Found> found = new ArrayList<>();
    for (List<Episode> episodes : Episodes.withPlacement(record)) {
      for (int i = 0; i < episodes.size(); i++) {
        Episode one = episodes.get(i);
        if (one.isTemporary()) {
          List<String> problems = new ArrayList<>(ofItself(one));
          tooLong(one, record.asAt(), limits).ifPresent(problems::add);
          if (isOneTooMany(episodes.subList(0, i + 1), limits)) {
            problems.add("The carers were on holiday too often within a year (rule 377).");
          }
          if (i > 0 && i + 1 < episodes.size()) {
            back(episodes.get(i - 1), episodes.get(i + 1)).ifPresent(problems::add);
          }
          for (String problem : problems) {
            found.add(
                new Found(
                    one.source(),
                    one.place(),
                    problem,
                    "It was judged as part of the placement that goes on."));
          }
        }
      }
    }
    return found;
  }

  private static List<String> ofItself(Episode one) {
    List<String> problems = new ArrayList<>();
    if (one.reasonNew().equals("S")) {
      problems.add("Care began in a temporary placement (rule 380).");
    }
    if (one.endsCare()) {
      problems.add("Care ended in a temporary placement (rule 381).");
    }
    if (one.isShortBreak()) {
      problems.add("A child on a short break cannot be in a temporary placement (rule 382).");
    }
    return problems;
  }

  private static Optional<String> tooLong(Episode one, LocalDate asAt, Limits limits) {
    String sort = one.place();
    int most =
        switch (sort) {
          case "T1" -> limits.get("days in hospital");
          case "T2", CARERS_ON_HOLIDAY -> limits.get("days of holiday");
          case "T4" -> limits.get("days otherwise");
          default -> Integer.MAX_VALUE;
        };
    String rule =
        switch (sort) {
          case "T1" -> " (rule 375)";
          case CARERS_ON_HOLIDAY -> " (rule 376)";
          case "T4" -> " (rule 379)";
          default -> "";
        };
    LocalDate end = one.to() == null ? asAt : one.to();
    long days = ChronoUnit.DAYS.between(one.from(), end);
    return days > most
        ? Optional.of(
            "The temporary placement lasts "
                + days
                + " days, and "
                + most
                + " are the most"
                + rule
                + ".")
        : Optional.empty();
  }

  /** Whether the last of them is one holiday of the carers more than a year may have. */
  private static boolean isOneTooMany(List<Episode> episodes, Limits limits) {
    Episode last = episodes.get(episodes.size() - 1);
    LocalDate yearBefore = last.from().minusYears(1);
    return isCarersHoliday(last)
        && episodes.stream()
                .filter(TemporaryPlacements::isCarersHoliday)
                .filter(one -> one.from().isAfter(yearBefore))
                .count()
            > limits.get("holidays of carers in a year");
  }

  private static boolean isCarersHoliday(Episode one) {
    return one.place().equals(CARERS_ON_HOLIDAY);
  }

  private static Optional<String> back(Episode before, Episode next) {
    String place = next.place();
    if (next.isTemporary() || place.isEmpty()) {
      // Not back yet, as when the legal status changes while the child is in hospital.
      return Optional.empty();
    }
    return place.equals(before.place()) && next.reasonNew().equals("P")
        ? Optional.empty()
        : Optional.of(
            "After the temporary placement the child did not go back to the one before (rule"
                + " 383).");
  }
}
