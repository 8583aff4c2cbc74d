/**
 * The command line: one class for each word that can follow {@code practicewatch}.
 *
 * <p>Read first: {@code Commands}, {@code NightlyCommand}.
 *
 * <p>Must not know: how a job does its work.
 */
@NullMarked
package org.practicewatch.jobs.commands;

import org.jspecify.annotations.NullMarked;
