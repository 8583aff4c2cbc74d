/**
 * Practice Week: who may be drawn, the draw, who audits whom, what the auditors said, and what
 * became of what they recommended.
 */
@NullMarked
package org.practicewatch.practiceweek;

import org.jspecify.annotations.NullMarked;
