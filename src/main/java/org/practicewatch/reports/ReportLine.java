package org.practicewatch.reports;

/**
 * One thing owed to one child, as a team's list prints it.
 *
 * @param child id of the child, or of the home or carer where it is not a child
 * @param name the child's name; empty where the council wants none
 * @param standard title of the standard
 * @param owed what the reader should know of it: whether it is the first, whether the law asked for
 *     less on that day
 * @param due the due date
 * @param days days over, or how soon it is due
 * @param since the day the count began
 * @param worker who holds it now
 * @param source the cell that proves it
 */
public record ReportLine(
    String child,
    String name,
    String standard,
    String owed,
    String due,
    String days,
    String since,
    String worker,
    String source) {}
