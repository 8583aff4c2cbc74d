package org.practicewatch.exceptions;

import java.util.List;
import org.practicewatch.exceptions.Meaning.Severity;
import org.practicewatch.exceptions.OpenException.Level;

/**
 * When somebody further up is told of a gap that stays open.
 *
 * @param severity of which gaps
 * @param weeks when it has been open for so many whole weeks
 * @param to who is told
 */
public record EscalationRule(Severity severity, int weeks, Level to) {

  /** The highest who is told of a gap that has been open for so many whole weeks. */
  static Level level(List<EscalationRule> rules, Severity severity, int weeks) {
    Level highest = Level.TEAM;
    for (EscalationRule rule : rules) {
      if (rule.severity() == severity
          && weeks >= rule.weeks()
          && rule.to().compareTo(highest) > 0) {
        highest = rule.to();
      }
    }
    return highest;
  }
}
