package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Kinds;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Episode;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/**
 * A legal status that the law allows for days, recorded for longer (SSDA903 rules 361, 362, 365 and
 * 367).
 */
final class ShortLimits implements RecordCheck {

  private static final String SHORT_BREAK = "V3";

  @Override
  public String id() {
    return "dq-short-limits";
  }

  @Override
  public List<String> limits() {
    return List.of(
        "days under police protection",
        "days under an emergency protection order",
        "days of it that the return tolerates",
        "days of one short break",
        "days of short breaks in a year");
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.span(Kinds.EPISODE, Episode.LEGAL_STATUS));
  }

  @Override
  public List<List<Need>> orNeeds() {
    return List.of(List.of(Need.span(Kinds.LEGAL_STATUS)));
  }

  /**
   * The most days.
   *
   * @param returned how many the return lets pass, which may be more
   */
  private record Most(int days, int returned, String rule) {

    Most(int days, String rule) {
      this(days, days, rule);
    }
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Found> found = new ArrayList<>();
    for (List<Episode> episodes : Episodes.withStatus(record)) {
      int first = 0;
      for (int i = 0; i < episodes.size(); i++) {
        if (i > 0 && !goesOn(episodes.get(i - 1), episodes.get(i))) {
          first = i;
        }
        boolean last = i + 1 == episodes.size() || !goesOn(episodes.get(i), episodes.get(i + 1));
        Most allowed = last ? most(episodes.get(i).status(), limits) : null;
        if (allowed != null) {
          tooLong(episodes.get(first), episodes.get(i).to(), allowed, record.asAt())
              .ifPresent(found::add);
        }
      }
      tooManyInAll(episodes, record.asAt(), limits.get("days of short breaks in a year"))
          .ifPresent(found::add);
    }
    return found;
  }

  /** Null for a status that may last. */
  private static @Nullable Most most(String status, Limits limits) {
    return switch (status) {
      case "L1" -> new Most(limits.get("days under police protection"), "361");
      case "L2" ->
          new Most(
              limits.get("days under an emergency protection order"),
              limits.get("days of it that the return tolerates"),
              "362");
      case SHORT_BREAK -> new Most(limits.get("days of one short break"), "365");
      default -> null;
    };
  }

  /** A move does not begin the time anew; each short break is counted alone. */
  private static boolean goesOn(Episode one, Episode next) {
    String status = one.status();
    return !status.equals(SHORT_BREAK)
        && status.equals(next.status())
        && next.from().equals(one.to());
  }

  private static Optional<Found> tooLong(
      Episode first, @Nullable LocalDate to, Most most, LocalDate asAt) {
    long days = ChronoUnit.DAYS.between(first.from(), to == null ? asAt : to);
    if (days <= most.days()) {
      return Optional.empty();
    }
    boolean tolerated = days <= most.returned();
    return Optional.of(
        found(
            first.source(),
            first.status(),
            "This legal status cannot last more than "
                + most.days()
                + " days, and is recorded from "
                + first.from()
                + (to == null ? " on" : " to " + to)
                + (tolerated
                    ? ". The return lets it pass up to " + most.returned() + " days."
                    : " (rule " + most.rule() + ").")));
  }

  private static Optional<Found> tooManyInAll(List<Episode> episodes, LocalDate asAt, int most) {
    LocalDate yearAgo = asAt.minusYears(1);
    long days = 0;
    CellRef at = null;
    for (Episode one : episodes) {
      if (one.status().equals(SHORT_BREAK)) {
        LocalDate from = one.from().isBefore(yearAgo) ? yearAgo : one.from();
        LocalDate to = one.to() == null || one.to().isAfter(asAt) ? asAt : one.to();
        if (to.isAfter(from)) {
          days += ChronoUnit.DAYS.between(from, to);
          at = one.source();
        }
      }
    }
    return at == null || days <= most
        ? Optional.empty()
        : Optional.of(
            found(
                at,
                SHORT_BREAK,
                "Short breaks of "
                    + days
                    + " days in the last year, and "
                    + most
                    + " are the most (rule 367)."));
  }

  private static Found found(CellRef at, String value, String problem) {
    return new Found(at, value, problem, "It was judged as it stands.");
  }
}
