package org.practicewatch.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Contradiction;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;

/**
 * Checks on the record of one child: on the rows as received, so that what lies after the night's
 * date is seen too.
 */
public final class RecordChecks {

  /** What is done only for a child who is looked after. */
  private static final List<String> LOOKED_AFTER =
      List.of("looked-after review", "looked-after visit");

  /** What cannot be done for a child who is not born; plans and enquiries can. */
  private static final Set<String> NOT_BEFORE_BIRTH =
      Set.of(
          Kinds.EPISODE,
          Kinds.PLACEMENT_RECORD,
          Kinds.LEGAL_STATUS,
          "looked-after visit",
          "looked-after review",
          "health assessment",
          "dental check",
          "missing");

  /** Spans before which nothing of theirs can have been done. */
  private static final Set<String> NOTHING_BEFORE = Set.of("section 47 enquiry", "assessment");

  /** What cannot go on for an adult. */
  private static final Set<String> ENDS_AT_EIGHTEEN =
      Set.of(Kinds.EPISODE, "child protection plan", "child in need plan");

  /** By the name of an issue, the kinds of fact that are held against each other for it. */
  static final Map<String, Set<String>> LOOKS_AT =
      Map.of(
          "contradiction",
          Set.of(Checking.EVERYTHING),
          "outside care",
          Set.of("looked-after review", "looked-after visit", Kinds.PERIOD_OF_CARE),
          "before it began",
          Set.of(Checking.EVERYTHING));

  private static final int ADULT = 18;

  /** How long before birth a child may already be known. */
  private static final int UNBORN_MONTHS = 9;

  private final String childId;
  private final LocalDate asAt;
  private final @Nullable LocalDate born;
  private final @Nullable LocalDate known;
  private final boolean adult;
  private final Map<String, LocalDate> written;
  private final List<Issue> issues = new ArrayList<>();

  private RecordChecks(Timeline timeline, Map<String, LocalDate> written) {
    this.written = written;
    this.childId = timeline.child().childId();
    this.asAt = timeline.asAt();
    this.born = timeline.child().born();
    this.known = born == null ? null : born.minusMonths(UNBORN_MONTHS);
    this.adult = born != null && !born.plusYears(ADULT).isAfter(asAt);
  }

  /**
   * What is wrong in a child's record.
   *
   * @param written by file and sheet, the day that an extract gives for itself
   */
  static List<Issue> check(ChildRecord record, Map<String, LocalDate> written) {
    Timeline timeline = record.timeline();
    RecordChecks checks = new RecordChecks(timeline, written);
    timeline.contradictions().forEach(checks::contradiction);
    for (Fact fact : record.facts()) {
      if (fact instanceof Activity activity) {
        checks.activity(activity);
      } else if (fact instanceof Span span) {
        checks.span(span);
      }
    }
    checks.heldBeforeItBegan(record);
    checks.noDateOfBirth(record.registered(), timeline);
    checks.outsideCare(timeline);
    return checks.issues;
  }

  private void contradiction(Contradiction found) {
    add(
        found.other(),
        "contradiction",
        found.problem() + " See also " + found.one() + ".",
        found.effect());
  }

  private void activity(Activity activity) {
    LocalDate on = activity.on();
    if (on.isAfter(asAt)) {
      future(on, activity.kind(), "It was taken as not done yet.", activity.source());
    } else if (isBeforeBirth(on, activity.kind())) {
      beforeBirth(on, activity.kind(), activity.source());
    }
    if (activity.marks().contains(Activity.SEEN_NOT_RECORDED)) {
      add(
          activity.source(),
          "seen not recorded",
          "The " + activity.kind() + " does not say whether the child was seen.",
          "It was counted.");
    }
  }

  private void span(Span span) {
    LocalDate from = span.from();
    if (from.isAfter(asAt)) {
      future(from, "start of " + a(span.kind()), "It was left out of account.", span.source());
    } else if (isBeforeBirth(from, span.kind()) && !from.equals(Span.LONG_AGO)) {
      beforeBirth(from, "start of " + a(span.kind()), span.source());
    }
    if (adult && span.isOpenOn(asAt) && ENDS_AT_EIGHTEEN.contains(span.kind())) {
      add(
          span.source(),
          "open past 18",
          "The " + span.kind() + " is still open, and the person is 18 or over.",
          "Nothing is judged from the eighteenth birthday on: close it, or put the date of birth right.");
    }
    LocalDate to = span.to();
    if (to != null && to.isAfter(asAt)) {
      future(to, "end of " + a(span.kind()), "It was taken as still open.", span.source());
    }
  }

  /** A review or visit of a looked-after child on a day on which the child was not in care. */
  private void outsideCare(Timeline timeline) {
    for (String kind : LOOKED_AFTER) {
      for (Activity activity : timeline.activities(kind)) {
        if (!isInCare(timeline, activity.on())) {
          add(
              activity.source(),
              "outside care",
              "This " + kind + " of " + activity.on() + " is in no period of care of the record.",
              "It meets nothing that was owed.");
        }
      }
    }
  }

  private static boolean isInCare(Timeline timeline, LocalDate day) {
    for (Span period : timeline.spans(Kinds.PERIOD_OF_CARE)) {
      if (period.contains(day)) {
        return true;
      }
    }
    return false;
  }

  /** Of a child looked after: by the age we know how often health is to be assessed. */
  private void noDateOfBirth(List<Child> rows, Timeline timeline) {
    for (Child row : rows) {
      if (row.born() != null) {
        return;
      }
    }
    boolean told = rows.isEmpty() || !timeline.gaps(Kinds.BIRTH).isEmpty();
    if (!told && !timeline.spans(Kinds.PERIOD_OF_CARE).isEmpty()) {
      add(
          rows.get(0).source(),
          "no date of birth",
          "A child looked after has no date of birth that can be read.",
          "What depends on the child's age cannot be judged.");
    }
  }

  /** A conference or authorisation that its own id ties to an enquiry or assessment of later. */
  private void heldBeforeItBegan(ChildRecord record) {
    for (Fact fact : record.facts()) {
      if (fact instanceof Span span && NOTHING_BEFORE.contains(span.kind())) {
        for (Activity act : record.activities()) {
          if (act.on().isBefore(span.from()) && span.isTiedTo(act.refs())) {
            add(
                act.source(),
                "before it began",
                "The "
                    + act.kind()
                    + " of "
                    + act.on()
                    + " is before the "
                    + span.kind()
                    + " it belongs to, which began on "
                    + span.from()
                    + ".",
                "Whether it was in time cannot be told.");
          }
        }
      }
    }
  }

  private boolean isBeforeBirth(LocalDate on, String kind) {
    return born != null
        && known != null
        && on.isBefore(born)
        && (on.isBefore(known) || NOT_BEFORE_BIRTH.contains(kind));
  }

  private void beforeBirth(LocalDate on, String what, CellRef source) {
    add(
        source,
        "before birth",
        "The date of this " + what + ", " + on + ", is before the child was born.",
        "One of the two dates is wrong; the event was read as it stands.");
  }

  private static String a(String kind) {
    return ("aeiou".indexOf(kind.charAt(0)) < 0 ? "a " : "an ") + kind;
  }

  /** Past when the extract was made, it is no mistake on a night that is run again for before. */
  private void future(LocalDate on, String what, String effect, CellRef source) {
    LocalDate made = written.get(source.extract());
    if (made != null && !on.isAfter(made)) {
      return;
    }
    add(
        source,
        "date in the future",
        "The date of this " + what + ", " + on + ", is after " + asAt + ".",
        effect);
  }

  private void add(CellRef at, String check, String problem, String effect) {
    issues.add(Issue.at(at, "", check, problem, effect, childId));
  }
}
