/**
 * Checks on the record itself, and what they found.
 *
 * <p>Read first: {@code Issue}.
 *
 * <p>Must not know: standards.
 */
@NullMarked
package org.practicewatch.quality;

import org.jspecify.annotations.NullMarked;
