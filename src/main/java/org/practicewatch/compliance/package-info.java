/**
 * Nights: findings as at one date, and figures by team, service and authority.
 *
 * <p>Read first: {@code Finding}, {@code Figure}.
 *
 * <p>Must not know: how they are stored or printed.
 */
@NullMarked
package org.practicewatch.compliance;

import org.jspecify.annotations.NullMarked;
