package org.practicewatch.exceptions;

import org.practicewatch.exceptions.Meaning.Severity;
import org.practicewatch.exceptions.OpenException.Level;

/**
 * When somebody further up is told of a gap that stays open.
 *
 * @param severity of which gaps
 * @param weeks when it has been open for so many whole weeks
 * @param to who is told
 */
public record EscalationRule(Severity severity, int weeks, Level to) {}
