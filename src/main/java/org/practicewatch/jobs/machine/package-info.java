/**
 * What every job needs of the machine it works on: database, folders, locks, files, letters that
 * leave, and how a step is run.
 *
 * <p>Read first: {@code Stores}, {@code BatchConfiguration}, {@code Progress}.
 *
 * <p>Must not know: any rule of practice, or what an extract says.
 */
@NullMarked
package org.practicewatch.jobs.machine;

import org.jspecify.annotations.NullMarked;
