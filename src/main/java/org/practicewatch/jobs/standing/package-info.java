/**
 * What stands on a night, and what can be judged from it: the same for the night itself and for all
 * that is told of it later.
 *
 * <p>Read first: {@code WhatStands}, {@code WhatItMeans}.
 *
 * <p>Must not know: who asks, or what is written.
 */
@NullMarked
package org.practicewatch.jobs.standing;

import org.jspecify.annotations.NullMarked;
