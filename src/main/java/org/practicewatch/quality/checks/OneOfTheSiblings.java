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
final class OneOfTheSiblings implements CheckAcross {

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

  @Override
  public Gathering begin(Limits limits) {
    Map<String, TreeMap<String, Sibling>> byMother = new TreeMap<>();
    return new Gathering() {
      @Override
      public void take(ChildRecord record) {
        Optional<Span> plan =
            record.timeline().spans("child protection plan").stream()
                .filter(one -> one.isOpenOn(record.asAt()))
                .findFirst();
        for (Noted row :
            record.of(Noted.class).filter(one -> one.kind().equals("mother")).toList()) {
          if (plan.isPresent() && !row.detail("mother").isEmpty()) {
            List<Activity> visits = record.timeline().activities("child protection visit");
            byMother
                .computeIfAbsent(row.detail("mother"), mother -> new TreeMap<>())
                .put(
                    record.childId(),
                    new Sibling(
                        plan.get(), visits.isEmpty() ? null : visits.get(visits.size() - 1).on()));
          }
        }
      }

      @Override
      public List<OfChild> finish() {
        List<OfChild> found = new ArrayList<>();
        byMother.values().forEach(siblings -> compare(siblings, limits, found));
        return found;
      }
    };
  }

  private record Sibling(Span plan, @Nullable LocalDate visited) {}

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
