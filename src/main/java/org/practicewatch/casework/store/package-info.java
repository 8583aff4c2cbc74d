/** The tables of this room: plain SQL, the same for HSQLDB and PostgreSQL. */
@NullMarked
package org.practicewatch.casework.store;

import org.jspecify.annotations.NullMarked;
