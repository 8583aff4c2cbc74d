/** The table of letters: plain SQL, the same for HSQLDB and PostgreSQL. */
@NullMarked
package org.practicewatch.post.store;

import org.jspecify.annotations.NullMarked;
