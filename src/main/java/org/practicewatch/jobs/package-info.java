/**
 * Spring Batch: one class per job, each a table of contents. From the ground up: {@code machine}
 * (what every job needs), {@code standing} (what a night rests on), {@code night}, {@code week},
 * {@code practiceweek} and {@code explain}, {@code operator}, {@code schedule}, and {@code
 * commands}, which starts them all.
 *
 * <p>Read first: {@code night.NightlyJob}.
 *
 * <p>Must not know: any rule of practice.
 */
@NullMarked
package org.practicewatch.jobs;

import org.jspecify.annotations.NullMarked;
