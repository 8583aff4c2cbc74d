package org.practicewatch.reports.night;

/**
 * What is open tonight under one standard for the children one team holds.
 *
 * @param team the team that holds the children now; empty where none is recorded
 * @param service its service
 * @param standard id of the standard
 * @param overdue obligations past due that can still be met
 * @param dueSoon obligations whose due date is near
 * @param notYetDue obligations due later
 * @param cannotTell obligations the record does not allow to be judged
 * @param children different children behind these counts
 */
public record OpenCounts(
    String team,
    String service,
    String standard,
    int overdue,
    int dueSoon,
    int notYetDue,
    int cannotTell,
    int children) {}
