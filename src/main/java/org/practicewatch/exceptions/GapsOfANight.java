package org.practicewatch.exceptions;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.InWords;
import org.practicewatch.casework.CellRef;
import org.practicewatch.compliance.Doubtful;
import org.practicewatch.compliance.Finding;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.quality.CheckEntry;
import org.practicewatch.quality.Issue;
import org.practicewatch.quality.checks.ChildNotSeen;
import org.practicewatch.standards.Timeliness;

/**
 * Gathers what a night shows: one gap for a child and a standard or check. Late and missed are
 * history, which nobody can put right, and are no gaps.
 */
public final class GapsOfANight {

  private final LocalDate asAt;
  private final Set<String> standards;
  private final Set<String> run;
  private final Function<String, @Nullable CheckEntry> entries;
  private final Map<ExceptionKey, Shown> shown = new HashMap<>();
  private final Map<ExceptionKey, LocalDate> lastDone = new HashMap<>();
  private final Set<ExceptionKey> judged = new HashSet<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, String> workers = new HashMap<>();
  private final Set<ExceptionKey> silent = new HashSet<>();
  private final Set<ExceptionKey> old = new HashSet<>();
  private final Set<String> oldExtracts;
  private final Map<String, Set<String>> unsure;
  private final Set<String> visits;
  private final Set<ExceptionKey> elsewhere = new HashSet<>();

  /**
   * Begins with nothing.
   *
   * @param standards ids of all standards
   * @param run ids of the standards that were judged and the checks that could run
   * @param entries the check that an issue's name belongs to; null for none
   * @param oldExtracts files and sheets of tables that did not come, as {@code CellRef} names them
   * @param unsure by check, the subjects of whom it cannot be sure
   * @param visits ids of the standards that a visit to the child meets
   */
  public GapsOfANight(
      LocalDate asAt,
      Set<String> standards,
      Set<String> run,
      Function<String, @Nullable CheckEntry> entries,
      Set<String> oldExtracts,
      Map<String, Set<String>> unsure,
      Set<String> visits) {
    this.asAt = asAt;
    this.standards = Set.copyOf(standards);
    this.run = Set.copyOf(run);
    this.entries = entries;
    this.oldExtracts = Set.copyOf(oldExtracts);
    this.unsure = Map.copyOf(unsure);
    this.visits = Set.copyOf(visits);
  }

  /** Says that somebody is known on that night, whatever is owed. */
  public void know(String subject) {
    known.add(subject);
  }

  /** Takes in the findings of one child, home, carer or worker. */
  public void add(List<Finding> ofOne) {
    for (Finding finding : ofOne) {
      String subject = subject(finding);
      ExceptionKey practice = new ExceptionKey(Sort.PRACTICE, subject, finding.standard());
      known.add(subject);
      judged.add(practice);
      workers.put(subject, finding.workerNow());
      LocalDate done = finding.done();
      if (done != null) {
        lastDone.merge(practice, done, (one, other) -> one.isAfter(other) ? one : other);
      }
    }
    for (Finding finding : ofOne) {
      if (finding.current() && finding.isSilent()) {
        silent.add(new ExceptionKey(Sort.PRACTICE, subject(finding), finding.standard()));
      } else if (finding.current() && finding.timeliness() == Timeliness.OVERDUE) {
        add(finding, Sort.PRACTICE, "");
        if (finding.doubts().contains(Doubtful.OLD_TABLE)) {
          old.add(new ExceptionKey(Sort.PRACTICE, subject(finding), finding.standard()));
        }
      } else if (finding.current()
          && finding.timeliness() == Timeliness.CANNOT_TELL
          && finding.done() == null) {
        add(finding, Sort.DATA, "The record does not allow it to be judged.");
      }
    }
  }

  private static String subject(Finding finding) {
    return finding.childId().isEmpty() ? finding.subject() : finding.childId();
  }

  private void add(Finding finding, Sort sort, String problem) {
    String subject = subject(finding);
    ExceptionKey key = new ExceptionKey(sort, subject, finding.standard());
    add(
        new Shown(
            key,
            finding.teamNow(),
            finding.workerNow(),
            finding.since(),
            finding.due(),
            lastDone.get(new ExceptionKey(Sort.PRACTICE, subject, finding.standard())),
            finding.daysOver(),
            1,
            problem,
            finding.source()));
  }

  /**
   * Takes in an issue, if it is one of a child and its check stands on a list; the findings come
   * before the issues.
   *
   * @param subject the child under the id by which it is known now
   * @param team that holds it now; empty for none
   */
  public void add(Issue issue, String subject, String team) {
    CheckEntry entry = entries.apply(issue.check());
    if (subject.isEmpty() || entry == null || entry.standsOn() == CheckEntry.StandsOn.NONE) {
      return;
    }
    Sort sort = entry.standsOn() == CheckEntry.StandsOn.PRACTICE ? Sort.PRACTICE : Sort.DATA;
    known.add(subject);
    if (oldExtracts.contains(new CellRef(issue.extract(), issue.sheet(), "").extract())) {
      old.add(new ExceptionKey(Sort.PRACTICE, subject, entry.check()));
    }
    ExceptionKey key = new ExceptionKey(sort, subject, entry.check());
    Optional<LocalDate> notSeen = ChildNotSeen.visitNotSeen(issue);
    if (notSeen.isPresent() && isToldByAVisit(subject, notSeen.get())) {
      elsewhere.add(key);
      return;
    }
    add(
        new Shown(
            key,
            team,
            workers.getOrDefault(subject, ""),
            null,
            null,
            null,
            null,
            1,
            issue.problem(),
            source(issue)));
  }

  /** A child visited and not seen is one line, that of the visit which is overdue since. */
  private boolean isToldByAVisit(String subject, LocalDate notSeen) {
    boolean told = false;
    for (String visit : visits) {
      ExceptionKey key = new ExceptionKey(Sort.PRACTICE, subject, visit);
      Shown overdue = shown.get(key);
      LocalDate since = overdue == null ? null : overdue.since();
      if (overdue != null && since != null && since.isBefore(notSeen)) {
        LocalDate seen = overdue.lastDone();
        shown.put(
            key,
            overdue.saying(
                "Visited "
                    + InWords.day(notSeen)
                    + ", not seen"
                    + (seen == null ? "." : "; last seen " + InWords.day(seen) + ".")));
        told = true;
      }
    }
    return told;
  }

  private static String source(Issue issue) {
    String column = issue.column();
    int end = 0;
    while (end < column.length() && Character.isUpperCase(column.charAt(end))) {
      end++;
    }
    String letters =
        end == column.length() || column.charAt(end) == ' ' ? column.substring(0, end) : "";
    String row = issue.row() == 0 ? "" : String.valueOf(issue.row());
    return issue.extract() + "!" + issue.sheet() + "!" + letters + row;
  }

  /** Of several the one that is longest over stands for all; of cells, the first. */
  private void add(Shown one) {
    shown.merge(
        one.key(),
        one,
        (before, other) -> {
          boolean longer = over(other) > over(before);
          return (longer ? other : before).standingFor(before.count() + other.count());
        });
  }

  private static int over(Shown one) {
    Integer days = one.daysOver();
    return days == null ? 0 : days;
  }

  /** All that was gathered. */
  public WhatIsShown shown() {
    return new WhatIsShown(
        asAt, shown, standards, run, lastDone, judged, known, silent, old, unsure, elsewhere);
  }
}
