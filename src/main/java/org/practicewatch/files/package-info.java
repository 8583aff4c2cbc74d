/**
 * Files as they are written: whole or not at all, beside one that somebody holds open, and readable
 * by whom they are for. Knows nothing of what is in them.
 *
 * <p>Read first: {@code WholeFile}, {@code Rights}.
 */
@org.jspecify.annotations.NullMarked
package org.practicewatch.files;
