package org.practicewatch.reports.night;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One table received, with its control totals: read is always loaded and rejected and left out.
 *
 * @param file name of the file
 * @param table what it was recognised as
 * @param asAt the date it speaks of; null where it carries none
 * @param rowsRead rows below the headings that are not blank
 * @param rowsLoaded rows that became facts
 * @param rowsRejected rows that could not be used
 * @param rowsLeftOut rows that are not needed
 */
public record ExtractNote(
    String file,
    String table,
    @Nullable LocalDate asAt,
    int rowsRead,
    int rowsLoaded,
    int rowsRejected,
    int rowsLeftOut) {}
