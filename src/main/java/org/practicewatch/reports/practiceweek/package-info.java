/**
 * What a Practice Week found, and what an auditor reads of a case.
 *
 * <p>Read first: {@code PracticeWeekReport}, {@code CaseReport}.
 *
 * <p>Must not know: Jasper.
 */
@NullMarked
package org.practicewatch.reports.practiceweek;

import org.jspecify.annotations.NullMarked;
