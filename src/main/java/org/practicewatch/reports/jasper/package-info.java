/**
 * Reports as PDF; the only place that knows JasperReports.
 *
 * <p>Read first: {@code ReportWriter}.
 *
 * <p>Must not know: how a figure is counted.
 */
@NullMarked
package org.practicewatch.reports.jasper;

import org.jspecify.annotations.NullMarked;
