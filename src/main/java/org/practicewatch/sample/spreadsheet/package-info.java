/**
 * Writes the fictional authority's extracts as spreadsheets.
 *
 * <p>Read first: {@code FictionalExtracts}.
 *
 * <p>Must not know: how the invented lives come about, or how extracts are read.
 */
@NullMarked
package org.practicewatch.sample.spreadsheet;

import org.jspecify.annotations.NullMarked;
