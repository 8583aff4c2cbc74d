/** Audit forms as workbooks: written for auditors, and read when they come back. */
@NullMarked
package org.practicewatch.practiceweek.workbook;

import org.jspecify.annotations.NullMarked;
