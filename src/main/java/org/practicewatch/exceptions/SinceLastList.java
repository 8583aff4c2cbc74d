package org.practicewatch.exceptions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** How a team's gaps have moved since the list before. */
record SinceLastList(ExceptionList list) {

  private int sum(ToIntFunction<Balance> column) {
    return list.totals().stream().mapToInt(column).sum();
  }

  /**
   * In a sentence or two. All that left the list is told apart, for one that is shorter because
   * nobody looked, or because gaps were accepted, is no praise.
   */
  String sentence(int open) {
    LocalDate last = list.last();
    if (last == null) {
      return "This is the first list: " + open + " to put right.";
    }
    List<String> said = new ArrayList<>();
    add(said, sum(Balance::fixed), "put right");
    add(said, sum(Balance::fresh), "new");
    add(said, sum(Balance::reopened), "back again");
    add(said, sum(Balance::movedIn), "moved in from another team");
    add(said, sum(Balance::movedOut), "moved to another team");
    add(said, sum(Balance::ranOut), "back because an acceptance ran out");
    add(said, sum(Balance::accepted), "accepted until a day");
    add(said, sum(Balance::lapsed), "owed no more");
    add(
        said,
        sum(Balance::setAside),
        "not on the list because this week they could not be checked");
    add(said, sum(Balance::takenUp), "on the list again because they could be checked again");
    return "Since the list of "
        + ManagersLetter.DAY.format(last)
        + ": "
        + (said.isEmpty() ? "nothing" : String.join(", ", said))
        + ". "
        + open
        + " to put right now, "
        + sum(Balance::before)
        + " then.";
  }

  private static void add(List<String> said, int count, String what) {
    if (count > 0) {
      said.add(count + " " + what);
    }
  }
}
