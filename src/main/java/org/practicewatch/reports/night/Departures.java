package org.practicewatch.reports.night;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.practicewatch.reports.section.Words;
import org.practicewatch.standards.Regime;

/**
 * Where the standards do not hold as they are written.
 *
 * @param switchedOff what the council has switched off
 * @param regimes days on which the law asked for less, where something on a list fell due on them
 */
public record Departures(List<SwitchedOffNote> switchedOff, List<Regime> regimes) {

  /** Every standard holds, on every day. */
  public static final Departures NONE = new Departures(List.of(), List.of());

  public Departures {
    switchedOff = List.copyOf(switchedOff);
    regimes = List.copyOf(regimes);
  }

  /**
   * A standard that nobody is judged by.
   *
   * @param id id of the standard
   * @param title its title
   * @param from the first day of the counts that are not judged; null for all
   * @param because the council's reason
   */
  public record SwitchedOffNote(String id, String title, @Nullable LocalDate from, String because) {

    /** The reason, and from when where it has a first day. */
    public String why() {
      return from == null
          ? because
          : "what is counted from " + Words.date(from) + " on: " + because;
    }
  }

  /** What is switched off and why, in one sentence; none where nothing is. */
  public List<String> inOneSentence() {
    return switchedOff.isEmpty()
        ? List.of()
        : List.of(
            "Switched off here, so that nobody is judged by: "
                + switchedOff.stream()
                    .map(one -> one.title() + " (" + one.why() + ")")
                    .collect(Collectors.joining(", "))
                + ".");
  }

  /** The mark of what fell due while the law asked for less; empty for none. */
  String mark(String standard, @Nullable LocalDate due) {
    return regimes.stream()
        .filter(regime -> regime.covers(standard, due))
        .map(Regime::name)
        .collect(Collectors.joining("; "));
  }
}
