/** The program's start. */
@NullMarked
package org.practicewatch;

import org.jspecify.annotations.NullMarked;
