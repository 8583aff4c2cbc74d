package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Noted;
import org.practicewatch.casework.Span;
import org.practicewatch.quality.CheckAcross;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;

/** Of children of one mother, all on a plan, one was not visited when another was. */
final class OneOfTheSiblings implements CheckAcross<OneOfTheSiblings.Sibling> {

  @Override
  public String id() {
    return "dq-sibling-gap";
  }

  @Override
  public List<String> limits() {
    return List.of("days");
  }

  @Override
  public List<Need> needs() {
    return List.of(
        Need.noted("mother", "mother"),
        Need.span("child protection plan"),
        Need.activity("child protection visit"));
  }

  /** A child on a plan, and when it was last visited under one. */
  record Sibling(String mother, String childId, Span plan, @Nullable LocalDate visited) {}

  @Override
  public Class<Sibling> keeps() {
    return Sibling.class;
  }

  @Override
  public List<Sibling> keep(ChildRecord record, Limits limits) {
    List<Noted> mothers = record.noted("mother");
    if (mothers.isEmpty()) {
      return List.of();
    }
    Optional<Span> plan =
        record.timeline().spans("child protection plan").stream()
            .filter(one -> one.isOpenOn(record.asAt()))
            .findFirst();
    List<Sibling> kept = new ArrayList<>();
    for (Noted row : mothers) {
      if (plan.isPresent() && !row.detail("mother").isEmpty()) {
        List<Activity> visits = record.timeline().activities("child protection visit");
        LocalDate visited = visits.isEmpty() ? null : visits.get(visits.size() - 1).on();
        kept.add(new Sibling(row.detail("mother"), record.childId(), plan.get(), visited));
      }
    }
    return kept;
  }

  @Override
  public List<OfChild> compare(List<Sibling> kept, Limits limits) {
    Map<String, TreeMap<String, Sibling>> byMother = new TreeMap<>();
    for (Sibling one : kept) {
      byMother.computeIfAbsent(one.mother(), mother -> new TreeMap<>()).put(one.childId(), one);
    }
    List<OfChild> found = new ArrayList<>();
    byMother.values().forEach(siblings -> compare(siblings, limits, found));
    return found;
  }

  private static void compare(Map<String, Sibling> siblings, Limits limits, List<OfChild> found) {
    LocalDate last = null;
    for (Sibling one : siblings.values()) {
      LocalDate visited = one.visited();
      last = visited != null && (last == null || visited.isAfter(last)) ? visited : last;
    }
    for (Map.Entry<String, Sibling> one : siblings.entrySet()) {
      LocalDate visited = one.getValue().visited();
      LocalDate since = visited == null ? one.getValue().plan().from() : visited;
      if (last != null && ChronoUnit.DAYS.between(since, last) > limits.get("days")) {
        found.add(
            new OfChild(
                one.getKey(),
                new Found(
                    one.getValue().plan().source(),
                    "",
                    "A brother or sister on a plan was visited on "
                        + last
                        + ", and this child last "
                        + (visited == null ? "never." : "on " + visited + "."),
                    "Each was judged alone.")));
      }
    }
  }
}
