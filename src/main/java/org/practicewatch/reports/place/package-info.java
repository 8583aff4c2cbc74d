/**
 * What is said of the authority, of a service and of a team.
 *
 * <p>Read first: {@code AuthorityReport}, {@code RankTables}, {@code TeamReport}.
 *
 * <p>Must not know: Jasper.
 */
@NullMarked
package org.practicewatch.reports.place;

import org.jspecify.annotations.NullMarked;
