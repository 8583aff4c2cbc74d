package org.practicewatch.jobs;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicewatch.calendar.InWords;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.practiceweek.AgeBand;
import org.practicewatch.practiceweek.Draw;
import org.practicewatch.practiceweek.Frame;
import org.practicewatch.practiceweek.PracticeWeek;

/** The cohorts in sentences, before anybody is drawn: counts alone. */
final class TellCohorts {

  /** A cohort smaller than this may let a reader know who is meant. */
  private static final int FEW = 5;

  private final ThisPracticeWeek week;

  TellCohorts(ThisPracticeWeek week) {
    this.week = week;
  }

  /** What an organiser sees before the draw. */
  List<String> lines(List<Frame> frames) {
    PracticeWeek asked = week.week();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s (%s), %s to %s, drawn from the record as at %s."
            .formatted(
                asked.name(),
                asked.theme(),
                InWords.day(asked.from()),
                InWords.day(asked.to()),
                InWords.day(week.asAt())));
    for (Frame frame : frames) {
      lines.add("");
      lines.addAll(cohort(frame));
    }
    List<String> warnings = warnings(frames);
    if (!warnings.isEmpty()) {
      lines.add("");
      lines.add("Look at this before you draw:");
      warnings.forEach(warning -> lines.add("  - " + warning));
    }
    return lines;
  }

  private List<String> cohort(Frame frame) {
    List<String> lines = new ArrayList<>();
    int size = frame.members().size();
    lines.add(
        "%s. %s: %,d of %,d children can be drawn; %,d asked for."
            .formatted(
                week.week().letter(frame.cohort().cohort()),
                frame.cohort().cohort(),
                size,
                frame.considered(),
                frame.cohort().asked()));
    frame
        .excluded()
        .forEach((why, count) -> lines.add("   left out, %s: %,d".formatted(why, count)));
    if (size > 0) {
      lines.add("   age:        " + inOrder(frame.ages(), AgeBand.ALL));
      lines.add("   disability: " + listed(frame.disabled()));
      lines.add("   team:       " + listed(frame.teams()));
      List<Draw.Stratum> strata = Draw.of("", frame, Set.of()).strata();
      if (strata.size() > 1) {
        lines.add(
            "   drawn by part: "
                + strata.stream()
                    .map(one -> "%s %d of %,d".formatted(one.stratum(), one.drawn(), one.size()))
                    .collect(Collectors.joining("; ")));
      }
    }
    lines.add("   SHA-256 of the ids: " + frame.sha256());
    return lines;
  }

  private static String inOrder(Map<String, Integer> counts, List<String> order) {
    return order.stream()
        .filter(counts::containsKey)
        .map(name -> name + " " + "%,d".formatted(counts.getOrDefault(name, 0)))
        .collect(Collectors.joining("; "));
  }

  private static String listed(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(one -> one.getKey() + " " + "%,d".formatted(one.getValue()))
        .collect(Collectors.joining("; "));
  }

  /** What the organiser may not have meant. */
  List<String> warnings(List<Frame> frames) {
    PracticeWeek asked = week.week();
    List<String> warnings = new ArrayList<>();
    for (Frame frame : frames) {
      String name = frame.cohort().cohort();
      int size = frame.members().size();
      int wanted = frame.cohort().asked();
      if (size == 0) {
        warnings.add("'%s' has nobody in it.".formatted(name));
      } else if (size < wanted) {
        warnings.add(
            "'%s' is too small: %,d asked for, and %,d are there.".formatted(name, wanted, size));
      } else if (size < frame.cohort().warnBelow()) {
        warnings.add(
            "'%s' is small: %,d for %,d to be drawn leaves few reserves."
                .formatted(name, size, wanted));
      }
      if (size > 0 && size < FEW) {
        warnings.add(
            "'%s' has fewer than %d children: figures of it may show who is meant."
                .formatted(name, FEW));
      }
      frame
          .alsoIn()
          .forEach(
              (other, count) ->
                  warnings.add(
                      "%,d children of '%s' are in '%s' too. Whoever is drawn there is not drawn again."
                          .formatted(count, name, other)));
    }
    daysOff(asked, week.settings().calendar()).ifPresent(warnings::add);
    if (asked.seed() == null) {
      warnings.add(
          "There is no seed. When the hashes above are made public, put 'seed' into the file: a"
              + " text that nobody could know before, such as lottery numbers of a later day.");
    }
    if (week.settings().practiceWeeks().auditors().isEmpty()) {
      warnings.add("There are no auditors: jobs/organisation/auditors.yml is missing or empty.");
    }
    return warnings;
  }

  private static Optional<String> daysOff(PracticeWeek asked, WorkingDays calendar) {
    List<LocalDate> off =
        asked
            .from()
            .datesUntil(asked.to().plusDays(1))
            .filter(calendar::covers)
            .filter(
                day ->
                    day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                        && !calendar.isWorkingDay(day))
            .toList();
    return off.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The week holds a bank holiday: "
                + off.stream().map(InWords::day).collect(Collectors.joining(", "))
                + ".");
  }
}
