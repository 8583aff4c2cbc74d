package org.practicewatch.reports;

import java.util.List;

/**
 * What a head of service needs of one team's list.
 *
 * @param team its name
 * @param overdue how many are overdue
 * @param overdueFor for how many children
 * @param longest by how many days the longest of them is over
 * @param dueSoon how many fall due as soon as a list looks ahead
 * @param dueSoonFor for how many children
 * @param cannotTell how many the record does not allow to be judged
 * @param cannotTellFor for how many children
 * @param longestOverdue the first lines of its list
 */
public record TeamAtAGlance(
    String team,
    int overdue,
    int overdueFor,
    int longest,
    int dueSoon,
    int dueSoonFor,
    int cannotTell,
    int cannotTellFor,
    List<ReportLine> longestOverdue) {

  /** As many of a team's lines as a head of service asks about. */
  static final int LINES = 5;

  public static TeamAtAGlance of(NightInReports night, TeamList list) {
    Owed owed = new Owed(night);
    return new TeamAtAGlance(
        list.place().team(),
        list.overdue().size(),
        Owed.children(list.overdue()),
        list.overdue().isEmpty() ? 0 : owed.daysOver(list.overdue().get(0)),
        list.dueSoon().size(),
        Owed.children(list.dueSoon()),
        list.cannotTell().size(),
        Owed.children(list.cannotTell()),
        owed.overdue(list.overdue(), LINES));
  }
}
