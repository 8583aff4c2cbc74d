/**
 * What a report is made of: a head, tiles and sections, whose cells are typed and know how they are
 * printed.
 *
 * <p>Read first: {@code Report}, {@code Section}, {@code ReportCell}.
 *
 * <p>Must not know: what is reported, Jasper.
 */
@NullMarked
package org.practicewatch.reports.section;

import org.jspecify.annotations.NullMarked;
