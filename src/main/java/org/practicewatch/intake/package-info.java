/**
 * Turns extracts into casework, and says which cells it could not read.
 *
 * <p>Read first: {@code ExtractProfile}, {@code SourceRow}.
 *
 * <p>Must not know: standards and reports.
 */
@NullMarked
package org.practicewatch.intake;

import org.jspecify.annotations.NullMarked;
