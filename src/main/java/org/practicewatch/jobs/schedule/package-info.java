/**
 * When a job is due, and what is done about one that was missed or is late.
 *
 * <p>Read first: {@code Schedule}, {@code ScheduleNext}.
 *
 * <p>Must not know: what a job does: it is started as a process.
 */
@NullMarked
package org.practicewatch.jobs.schedule;

import org.jspecify.annotations.NullMarked;
