package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.practicewatch.casework.Activity;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Issue;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;
import org.practicewatch.quality.Visits;

/** Recent visits of which none says that the child was seen, alone or at all. */
public final class ChildNotSeen implements RecordCheck {

  /** The visits that it looks at. */
  public static final List<String> VISITS = Visits.KINDS;

  @Override
  public String id() {
    return "dq-visit-not-seen";
  }

  @Override
  public List<String> limits() {
    return List.of("days back", "alone from age");
  }

  @Override
  public Set<String> looksAtToo() {
    return Set.copyOf(Visits.KINDS);
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.activity("looked-after visit"));
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Activity> visits = new ArrayList<>();
    for (Activity visit : record.visitsOfTheLast(limits.get("days back"))) {
      if (!record.timeline().life().isUnbornOn(visit.on())) {
        visits.add(visit);
      }
    }
    if (visits.isEmpty()) {
      return List.of();
    }
    Activity last = visits.get(visits.size() - 1);
    List<Found> found = new ArrayList<>();
    if (last.marks().contains(Activity.NOT_SEEN)) {
      found.add(found(last, notSeen(last.on().toString())));
    } else if (last.marks().contains(Activity.SEEN_NOT_RECORDED)) {
      found.add(
          found(
              last,
              "The last visit, on " + last.on() + ", does not say whether the child was seen."));
    }
    if (neverAlone(visits) && isOldEnough(record, limits.get("alone from age"))) {
      found.add(
          found(last, "At no visit since " + visits.get(0).on() + " was the child seen alone."));
    }
    if (last.marks().contains("bedroom not seen")) {
      found.add(found(last, "At the last visit, on " + last.on() + ", the bedroom was not seen."));
    }
    return found;
  }

  private static boolean neverAlone(List<Activity> visits) {
    for (Activity visit : visits) {
      if (!visit.marks().contains("not seen alone")) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOldEnough(ChildRecord record, int years) {
    Integer age = record.timeline().child().ageOn(record.asAt());
    return age != null && age >= years;
  }

  /** The day of the last visit, where an issue says that the child was not seen at it. */
  public static Optional<LocalDate> visitNotSeen(Issue issue) {
    return issue.problem().equals(notSeen(issue.value()))
        ? Optional.of(LocalDate.parse(issue.value()))
        : Optional.empty();
  }

  private static String notSeen(String day) {
    return "At the last visit, on " + day + ", the child was not seen.";
  }

  private static Found found(Activity at, String problem) {
    return new Found(
        at.source(), at.on().toString(), problem, "A visit without the child counts as none.");
  }
}
