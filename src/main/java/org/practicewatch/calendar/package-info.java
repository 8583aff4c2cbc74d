/**
 * Working days, bank holidays; how long 20 working days is.
 *
 * <p>Read first: {@code WorkingDays}, {@code Length}.
 *
 * <p>Must not know: children, files, what day it is.
 */
@NullMarked
package org.practicewatch.calendar;

import org.jspecify.annotations.NullMarked;
