/**
 * Spring Batch: one class per job, each a table of contents.
 *
 * <p>Read first: {@code NightlyJob}.
 *
 * <p>Must not know: any rule of practice.
 */
@NullMarked
package org.practicewatch.jobs;

import org.jspecify.annotations.NullMarked;
