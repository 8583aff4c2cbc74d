/**
 * Why it is so, in sentences that cite cells: of a child, and of a figure.
 *
 * <p>Read first: {@code ChildInSentences}, {@code FigureInSentences}.
 *
 * <p>Must not know: how a night is made, or the command line.
 */
@NullMarked
package org.practicewatch.jobs.explain;

import org.jspecify.annotations.NullMarked;
