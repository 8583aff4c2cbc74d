package org.practicewatch.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.practicewatch.sample.FictionalTeam.Professional;

/**
 * Something that lasts, by its name in the vocabulary, as a report of spans gives it.
 *
 * @param to its end, which may lie after the as-at date
 * @param endedAt the time of day of the end, where it matters
 */
public record FictionalSpan(
    FictionalSubject subject,
    String what,
    LocalDate from,
    LocalDate to,
    @Nullable LocalTime endedAt,
    String code,
    @Nullable Professional worker,
    FictionalReference reference) {}
