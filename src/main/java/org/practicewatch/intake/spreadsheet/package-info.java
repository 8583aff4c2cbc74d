/**
 * Reads XLSX, XLS, CSV and XML as they come.
 *
 * <p>Read first: {@code Spreadsheets}.
 *
 * <p>Must not know: what any column means.
 */
@NullMarked
package org.practicewatch.intake.spreadsheet;

import org.jspecify.annotations.NullMarked;
