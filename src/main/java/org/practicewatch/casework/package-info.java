/**
 * A child's record in practitioners' words: spans, activities, allocations, in order of time.
 *
 * <p>Read first: {@code Timeline}, {@code Span}, {@code Activity}.
 *
 * <p>Must not know: where the rows came from, or what is owed.
 */
@NullMarked
package org.practicewatch.casework;

import org.jspecify.annotations.NullMarked;
