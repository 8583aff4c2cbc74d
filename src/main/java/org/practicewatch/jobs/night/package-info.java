/**
 * The night and its steps: receive, read, check, close, report.
 *
 * <p>Read first: {@code NightlyJob}, {@code NightSteps}.
 *
 * <p>Must not know: the command line, the week, or who is told when it breaks off.
 */
@NullMarked
package org.practicewatch.jobs.night;

import org.jspecify.annotations.NullMarked;
