package org.practicewatch.reports.night;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A table that was held, is stale or was not received.
 *
 * @param what the file or table
 * @param why the reason, in words
 * @param stands what the figures rest on instead
 * @param until the last day of which it tells; null where nothing of it stands, or another line
 *     says so
 */
public record HeldNote(String what, String why, String stands, @Nullable LocalDate until) {}
