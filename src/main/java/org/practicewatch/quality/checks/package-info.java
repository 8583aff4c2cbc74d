/**
 * The checks on the record, one small class each; what each means to people stands in {@code
 * jobs/checks/}.
 *
 * <p>Read first: {@code AllChecks}, and any of them.
 */
@NullMarked
package org.practicewatch.quality.checks;

import org.jspecify.annotations.NullMarked;
