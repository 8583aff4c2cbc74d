/**
 * A believable fictional authority, for trying the product and for tests.
 *
 * <p>Read first: {@code FictionalAuthority}.
 *
 * <p>Must not know: how extracts are read.
 */
@NullMarked
package org.practicewatch.sample;

import org.jspecify.annotations.NullMarked;
