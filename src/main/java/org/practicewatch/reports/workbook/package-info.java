/**
 * Reports as workbooks; the only place that knows what an XLSX file is made of.
 *
 * <p>Read first: {@code WorkbookWriter}.
 *
 * <p>Must not know: how a figure is counted.
 */
@NullMarked
package org.practicewatch.reports.workbook;

import org.jspecify.annotations.NullMarked;
