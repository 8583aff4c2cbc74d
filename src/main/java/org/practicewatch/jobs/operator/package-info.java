/**
 * Who looks after the nights, and what is written to them: counts, never a child.
 *
 * <p>Read first: {@code Operator}, {@code OperatorLetter}.
 *
 * <p>Must not know: the command line, or when a job is due.
 */
@NullMarked
package org.practicewatch.jobs.operator;

import org.jspecify.annotations.NullMarked;
