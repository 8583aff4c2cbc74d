package org.practicewatch.reports.night;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.practicewatch.compliance.FlagTally;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.section.Share;
import org.practicewatch.standards.Flag;

/**
 * What one flag comes to in the authority, a service or a team.
 *
 * @param flag the flag
 * @param flagged children flagged
 * @param lookedAt children of whom it could be told
 * @param cannotTell children of whom it could not
 * @param byNumber of those of whom it could be told, how many have how many
 */
public record FlagTotal(
    Flag flag, int flagged, int lookedAt, int cannotTell, SortedMap<Integer, Integer> byNumber) {

  public static FlagTotal of(Flag flag, Collection<String> teams, Workforce workforce) {
    int flagged = 0;
    int lookedAt = 0;
    int cannotTell = 0;
    SortedMap<Integer, Integer> byNumber = new TreeMap<>();
    for (Map.Entry<String, FlagTally.Count> one : workforce.tally().counts(flag.id()).entrySet()) {
      if (teams.contains(one.getKey())) {
        FlagTally.Count count = one.getValue();
        flagged += count.flagged();
        lookedAt += count.lookedAt();
        cannotTell += count.cannotTell();
        count.byNumber().forEach((number, times) -> byNumber.merge(number, times, Integer::sum));
      }
    }
    return new FlagTotal(flag, flagged, lookedAt, cannotTell, byNumber);
  }

  /** Whether there is any child to look at. */
  public boolean isMet() {
    return lookedAt + cannotTell > 0;
  }

  /** "3 or more places". */
  public String orMore(String what) {
    return flag.counts().threshold() + " or more " + what;
  }

  public Share share(Printing printing) {
    return lookedAt == 0 ? Share.NOTHING : Share.of(flagged, lookedAt, printing);
  }
}
