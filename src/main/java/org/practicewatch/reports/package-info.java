/**
 * What each report says, line by line.
 *
 * <p>Read first: {@code AuthorityReport}, {@code TeamReport}.
 *
 * <p>Must not know: Jasper.
 */
@NullMarked
package org.practicewatch.reports;

import org.jspecify.annotations.NullMarked;
