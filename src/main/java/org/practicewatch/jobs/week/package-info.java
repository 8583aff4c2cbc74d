/**
 * The week and its steps: follow the exceptions, write the lists, let the letters leave.
 *
 * <p>Read first: {@code WeeklyJob}, {@code ThisWeek}.
 *
 * <p>Must not know: how a night is made, or the command line.
 */
@NullMarked
package org.practicewatch.jobs.week;

import org.jspecify.annotations.NullMarked;
