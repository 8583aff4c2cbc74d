/**
 * Reports on one subject: permanency, reviewing officers, care leavers, initial health.
 *
 * <p>Read first: {@code SubjectReport}, {@code HealthReport}.
 *
 * <p>Must not know: Jasper.
 */
@NullMarked
package org.practicewatch.reports.subject;

import org.jspecify.annotations.NullMarked;
