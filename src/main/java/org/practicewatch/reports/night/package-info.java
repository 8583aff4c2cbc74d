/**
 * A night as reports see it: its figures, a place and how it stood before, what a team has to do.
 *
 * <p>Read first: {@code NightInReports}, {@code Place}, {@code TeamList}.
 *
 * <p>Must not know: who reads it, Jasper.
 */
@NullMarked
package org.practicewatch.reports.night;

import org.jspecify.annotations.NullMarked;
