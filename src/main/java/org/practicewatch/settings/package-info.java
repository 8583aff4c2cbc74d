/**
 * Reads jobs/*.yml into the types of the other rooms, and reports every mistake at once.
 *
 * <p>Read first: {@code Settings}, {@code SettingsMistake}.
 *
 * <p>Must not know: what happens at night.
 */
@NullMarked
package org.practicewatch.settings;

import org.jspecify.annotations.NullMarked;
