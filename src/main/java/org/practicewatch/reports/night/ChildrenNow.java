package org.practicewatch.reports.night;

/**
 * Different children across the authority; each is counted once however much is open for them.
 *
 * @param open with anything open
 * @param overdue with anything overdue
 * @param dueSoon with anything due soon
 * @param cannotTell with anything that cannot be judged
 */
public record ChildrenNow(int open, int overdue, int dueSoon, int cannotTell) {}
