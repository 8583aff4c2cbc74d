package org.practicewatch.settings;

import org.practicewatch.standards.InForce;

/**
 * A standard that is read and checked, and that nobody is judged by.
 *
 * @param id id of the standard
 * @param title its title
 * @param because the reason, as the council wrote it
 * @param days counts that begin on these days are not judged
 */
public record SwitchedOff(String id, String title, String because, InForce days) {}
