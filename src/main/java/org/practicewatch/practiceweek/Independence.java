package org.practicewatch.practiceweek;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.practicewatch.casework.Organisation;
import org.practicewatch.casework.Organisation.ServiceWithTeams;
import org.practicewatch.casework.Organisation.Team;
import org.practicewatch.practiceweek.Auditor.Depth;

/**
 * Who may audit what. All auditors are independent of the line management of the case (Croydon,
 * Practice Week 2018; City of London, stocktake 2021–22).
 *
 * @param organisation its services and teams
 */
public record Independence(Organisation organisation) {

  /**
   * What matters of a case.
   *
   * @param childId the child
   * @param kindOfCase of {@link Candidate#CASES}
   * @param depth how thoroughly it is audited
   * @param teams that held the child in the time looked back on; empty where the record names none
   * @param workers who held the child in the time in which an auditor must not have
   */
  public record Case(
      String childId, String kindOfCase, Depth depth, Set<String> teams, Set<String> workers) {

    /** What matters of a child. */
    static Case of(
        Candidate child,
        Depth depth,
        LocalDate lookedBackTo,
        LocalDate notAllocatedSince,
        Organisation.Teams known) {
      Set<String> teams = new HashSet<>();
      Set<String> workers = new HashSet<>();
      child.timeline().allocations().stream()
          .filter(one -> one.from() == null || !one.from().isAfter(child.asAt()))
          .forEach(
              one -> {
                LocalDate to = one.to();
                if (!one.team().isEmpty() && (to == null || !to.isBefore(lookedBackTo))) {
                  teams.add(known.named(one.team()));
                }
                if (!one.worker().isEmpty() && (to == null || !to.isBefore(notAllocatedSince))) {
                  workers.add(one.worker());
                }
              });
      return new Case(child.childId(), child.kindOfCase(), depth, teams, workers);
    }
  }

  /** Why somebody may not audit a case. */
  public enum Why {
    NO_TEAM(
        "the record names no team, or one that teams.yml does not know, so that independence cannot be shown"),
    LINE("it is in their line of management"),
    ALLOCATED("the child was allocated to them"),
    KIND("they do not audit this kind of case"),
    DEPTH("they do not audit at this depth");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** Those who may audit a case. */
  public List<Auditor> eligible(Case one, List<Auditor> auditors) {
    return auditors.stream().filter(auditor -> whyNot(one, auditor).isEmpty()).toList();
  }

  /** How many of the auditors may not audit a case, by reason. */
  public Map<Why, Integer> whyNobody(Case one, List<Auditor> auditors) {
    Map<Why, Integer> reasons = new TreeMap<>();
    auditors.forEach(
        auditor -> whyNot(one, auditor).forEach(why -> reasons.merge(why, 1, Integer::sum)));
    return reasons;
  }

  private Set<Why> whyNot(Case one, Auditor auditor) {
    Set<Why> reasons = new HashSet<>();
    if (!auditor.external()) {
      if (one.teams().isEmpty() || !known().containsAll(one.teams())) {
        reasons.add(Why.NO_TEAM);
      } else if (one.teams().stream().anyMatch(line(auditor)::contains)) {
        reasons.add(Why.LINE);
      }
    }
    if (auditor.worker() != null && one.workers().contains(auditor.worker())) {
      reasons.add(Why.ALLOCATED);
    }
    if (!auditor.audits().isEmpty() && !auditor.audits().contains(one.kindOfCase())) {
      reasons.add(Why.KIND);
    }
    if (!auditor.depths().isEmpty() && !auditor.depths().contains(one.depth())) {
      reasons.add(Why.DEPTH);
    }
    return reasons;
  }

  private Set<String> known() {
    return organisation.services().stream()
        .flatMap(service -> service.teams().stream())
        .map(Team::team)
        .collect(Collectors.toSet());
  }

  /** The teams in an auditor's line of management, and their own. */
  Set<String> line(Auditor auditor) {
    Set<String> line = new HashSet<>(auditor.manages());
    if (auditor.team() != null) {
      line.add(auditor.team());
    }
    for (ServiceWithTeams service : organisation.services()) {
      if (auditor.manages().contains(service.service())) {
        line.addAll(service.teams().stream().map(Team::team).collect(Collectors.toSet()));
      }
    }
    return line;
  }
}
