/**
 * One letter to one person, and whether it arrived.
 *
 * <p>Read first: {@code Letter}, {@code Post}, {@code Delivery}.
 *
 * <p>Must not know: what a letter is about.
 */
@NullMarked
package org.practicewatch.post;

import org.jspecify.annotations.NullMarked;
