package org.practicewatch.quality.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Kinds;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Episode;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/**
 * A legal status or placement that a child of that age or status cannot have (SSDA903 rules 358,
 * 372 and 378).
 */
final class StatusAgainstPlacement implements RecordCheck {

  @Override
  public String id() {
    return "dq-legal-placement";
  }

  @Override
  public List<String> limits() {
    return List.of("age of criminal responsibility");
  }

  @Override
  public List<Need> needs() {
    return List.of(
        Need.child(),
        Need.span(Kinds.EPISODE, Episode.LEGAL_STATUS),
        Need.span(Kinds.EPISODE, Episode.PLACEMENT_TYPE));
  }

  @Override
  public List<List<Need>> orNeeds() {
    return List.of(
        List.of(Need.child(), Need.span(Kinds.LEGAL_STATUS), Need.span(Kinds.PLACEMENT_RECORD)));
  }

  private static final Set<String> CRIMINAL = Set.of("J1", "J2", "J3");

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    Child child = record.timeline().child();
    List<Found> found = new ArrayList<>();
    for (List<Episode> episodes : Episodes.withStatusAndPlacement(record)) {
      for (Episode one : episodes) {
        String status = one.status();
        String place = one.place();
        boolean criminal = CRIMINAL.contains(status);
        boolean custody = place.equals("R5");
        Integer age = criminal || custody ? child.ageOn(one.from()) : null;
        boolean young = age != null && age < limits.get("age of criminal responsibility");
        if (young && criminal) {
          found.add(
              found(one, status, "A child of " + age + " has a criminal legal status (rule 358)."));
        }
        if (young && custody) {
          found.add(found(one, place, "A child of " + age + " is recorded in custody (rule 372)."));
        }
        if (status.equals("V2") && place.equals("P1")) {
          found.add(
              found(
                  one,
                  status,
                  "Accommodated under section 20, and placed with parents: one is not so (rule 378)."));
        }
      }
    }
    return found;
  }

  private static Found found(Episode at, String value, String problem) {
    return new Found(at.source(), value, problem, "It was judged as it stands.");
  }
}
