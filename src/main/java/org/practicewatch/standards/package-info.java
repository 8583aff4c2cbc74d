/**
 * Practice standards and kinds of timescale; what is owed to a child and whether it was in time.
 *
 * <p>Read first: {@code PracticeStandard}, {@code Timescale}, {@code Obligation}.
 *
 * <p>Must not know: Spring, files, today's date.
 */
@NullMarked
package org.practicewatch.standards;

import org.jspecify.annotations.NullMarked;
