/**
 * The life of an exception, from the week in which it is first seen until it is put right: and each
 * team's weekly list.
 *
 * <p>Read first: {@code OpenException}, {@code ExceptionList}.
 *
 * <p>Must not know: reports, letters, settings.
 */
@NullMarked
package org.practicewatch.exceptions;

import org.jspecify.annotations.NullMarked;
