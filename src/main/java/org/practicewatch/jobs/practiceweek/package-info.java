/**
 * A Practice Week: draw, write the packs, read what comes back, report.
 *
 * <p>Read first: {@code PracticeWeekDrawJob}, {@code PracticeWeekReportJob}.
 *
 * <p>Must not know: how a night is made, or the command line.
 */
@NullMarked
package org.practicewatch.jobs.practiceweek;

import org.jspecify.annotations.NullMarked;
