package org.practicewatch.exceptions;

import java.time.LocalDate;

/**
 * A gap that its team leaves until a day, for a reason. It makes nothing that is late less late.
 *
 * @param until the last day on which it holds
 * @param reason one of those in {@code jobs/weekly.yml}
 * @param note what else was written; may be empty
 * @param by the name of whoever accepts it
 * @param given the night of the week in which it was taken in
 * @param count how many stood behind the gap then: more than those are not accepted
 */
public record Acceptance(
    LocalDate until, String reason, String note, String by, LocalDate given, int count) {}
