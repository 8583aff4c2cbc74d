package org.practicewatch.jobs.practiceweek;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.practicewatch.calendar.InWords;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.practiceweek.AgeBand;
import org.practicewatch.practiceweek.Auditor;
import org.practicewatch.practiceweek.Auditor.Depth;
import org.practicewatch.practiceweek.Candidate;
import org.practicewatch.practiceweek.Draw;
import org.practicewatch.practiceweek.Frame;
import org.practicewatch.practiceweek.Independence;
import org.practicewatch.practiceweek.PracticeWeek;
import org.practicewatch.practiceweek.PublishedDraw;

/** The cohorts in sentences, before anybody is drawn: counts alone. */
final class TellCohorts {

  /** A cohort smaller than this may let a reader know who is meant. */
  private static final int FEW = 5;

  private static final int DAYS_APART = 35;
  private static final int DAYS_IN_A_WEEK = 7;

  private final ThisPracticeWeek week;

  TellCohorts(ThisPracticeWeek week) {
    this.week = week;
  }

  /** What an organiser sees before the draw. */
  List<String> lines(List<Frame> frames) {
    PracticeWeek asked = week.week();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s%s, %s to %s, drawn from the record as at %s."
            .formatted(
                asked.name(),
                asked.name().contains(asked.theme()) ? "" : " (" + asked.theme() + ")",
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
                    .map(
                        one ->
                            "%s %d of %,d%s"
                                .formatted(
                                    one.stratum(),
                                    one.drawn(),
                                    one.size(),
                                    one.shortfall() > 0
                                        ? " (%d asked for)".formatted(one.asked())
                                        : ""))
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
      warnings.addAll(parts(frame));
      frame
          .alsoIn()
          .forEach(
              (other, count) ->
                  warnings.add(
                      "%,d children of '%s' are in '%s' too. Whoever is drawn there is not drawn again."
                          .formatted(count, name, other)));
    }
    warnings.addAll(dates(asked));
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

  /** A misspelt part is asked for, and nobody is in it. */
  private static List<String> parts(Frame frame) {
    List<String> warnings = new ArrayList<>();
    if (!frame.cohort().sizes().isEmpty()) {
      for (Draw.Stratum part : Draw.of("", frame, Set.of()).strata()) {
        if (part.size() == 0) {
          warnings.add(
              "Nobody of '%s' is in the part '%s'. The parts are: %s."
                  .formatted(
                      frame.cohort().cohort(),
                      part.stratum(),
                      String.join("; ", frame.strata().keySet())));
        } else if (part.asked() == 0) {
          warnings.add(
              "%,d children of '%s' are in the part '%s', of which 'sizes' asks for none."
                  .formatted(part.size(), frame.cohort().cohort(), part.stratum()));
        } else if (part.shortfall() > 0) {
          warnings.add(
              "Part '%s' of '%s' is too small: %d asked for, and %d are there."
                  .formatted(part.stratum(), frame.cohort().cohort(), part.asked(), part.size()));
        }
      }
    }
    return warnings;
  }

  /** The record should be of the weeks before the audits. */
  private List<String> dates(PracticeWeek asked) {
    long days = ChronoUnit.DAYS.between(week.asAt(), asked.from());
    if (days < -(long) DAYS_APART) {
      return List.of(
          "The week was over long before the night of the record, %s. Are 'from' and 'to' right?"
              .formatted(InWords.day(week.asAt())));
    }
    return days > DAYS_APART
        ? List.of(
            "The record is %d weeks older than the week. Draw from a later night."
                .formatted(days / DAYS_IN_A_WEEK))
        : List.of();
  }

  /** How much of the cohorts each auditor may audit, so that nobody wonders after the draw. */
  List<String> auditors(Map<String, Candidate> children) {
    PublishedDraw.Auditing auditing = week.auditing("");
    List<String> lines = new ArrayList<>();
    for (Auditor auditor : week.settings().practiceWeeks().auditors()) {
      Map<Independence.Why, Integer> reasons = new TreeMap<>();
      int may = 0;
      for (Candidate child : children.values()) {
        Map<Independence.Why, Integer> why =
            auditing
                .independence()
                .whyNobody(auditing.about(child, week.week(), Depth.IN_DEPTH), List.of(auditor));
        may += why.isEmpty() ? 1 : 0;
        why.keySet().forEach(one -> reasons.merge(one, 1, Integer::sum));
      }
      lines.add(
          "   %s: %,d of %,d%s"
              .formatted(
                  auditor.auditor(),
                  may,
                  children.size(),
                  reasons.entrySet().stream()
                      .map(one -> "; %,d: %s".formatted(one.getValue(), one.getKey().words()))
                      .collect(Collectors.joining())));
    }
    return lines;
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
