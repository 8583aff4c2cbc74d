/**
 * What each report says, once: paper and workbook are written from it.
 *
 * <p>Read first: {@code section}, of which all reports are made; then {@code place}, {@code
 * subject}, {@code week}, {@code practiceweek}, each of which knows {@code section} and {@code
 * night} and none of the others.
 *
 * <p>Must not know: Jasper, but for {@code jasper}.
 */
@NullMarked
package org.practicewatch.reports;

import org.jspecify.annotations.NullMarked;
