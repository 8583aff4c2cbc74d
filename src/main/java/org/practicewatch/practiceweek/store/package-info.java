/** The tables of this room: plain SQL, the same for HSQLDB and PostgreSQL. */
@NullMarked
package org.practicewatch.practiceweek.store;

import org.jspecify.annotations.NullMarked;
