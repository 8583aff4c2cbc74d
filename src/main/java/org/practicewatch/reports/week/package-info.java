/**
 * The lists of exceptions, and whether the gaps are closing.
 *
 * <p>Read first: {@code WeeklyReport}, {@code ExceptionWorkbook}.
 *
 * <p>Must not know: Jasper.
 */
@NullMarked
package org.practicewatch.reports.week;

import org.jspecify.annotations.NullMarked;
