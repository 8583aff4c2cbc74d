package org.practicewatch.reports.night;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicewatch.compliance.Caseload;
import org.practicewatch.compliance.FlagLine;
import org.practicewatch.compliance.FlagTally;
import org.practicewatch.standards.Flag;
import org.practicewatch.standards.Sources;

/**
 * What the page "Stability and workforce" is made of.
 *
 * @param flags in the order they are to be printed
 * @param tally what they come to, and who holds whom
 * @param caseload what weighs how much, and how much is too much
 * @param lines the flags on children, and those that cannot be told, by team; empty for none
 */
public record Workforce(
    List<Flag> flags, FlagTally tally, Caseload caseload, Map<String, List<FlagLine>> lines) {

  /** Nothing is flagged and nothing weighed: there is no such page. */
  static final Workforce NONE =
      of(
          List.of(),
          new FlagTally(List.of(), Caseload.NOT_SET, new Sources(Set.of(), Set.of(), Set.of())),
          Caseload.NOT_SET);

  public Workforce {
    flags = List.copyOf(flags);
    lines = Map.copyOf(lines);
  }

  /** Of a tally that is complete. */
  public static Workforce of(List<Flag> flags, FlagTally tally, Caseload caseload) {
    return new Workforce(
        flags,
        tally,
        caseload,
        tally.lines().stream()
            .filter(line -> !line.childId().isEmpty())
            .collect(Collectors.groupingBy(FlagLine::teamNow)));
  }

  public boolean isEmpty() {
    return flags.isEmpty() && caseload.weights().isEmpty();
  }

  public boolean isJudged(Flag flag) {
    return tally.isJudged(flag.id());
  }

  public String title(FlagLine line) {
    return flags.stream()
        .filter(flag -> flag.id().equals(line.flag()))
        .findFirst()
        .map(Flag::title)
        .orElse(line.flag());
  }
}
