package org.practicewatch.exceptions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.practicewatch.exceptions.LetterBody.Row;

/** How a team's gaps have moved since the list before. */
record SinceLastList(ExceptionList list) {

  /** The difference, to stand behind how many there are; nothing where there was no list before. */
  String inShort() {
    if (list.last() == null) {
      return "";
    }
    int before = sum(Balance::before);
    int difference = sum(Balance::now) - before;
    return difference == 0
        ? ", as many as last time"
        : ", "
            + Math.abs(difference)
            + (difference > 0 ? " more than last time" : " fewer than last time" + notPutRight());
  }

  /** A list that is shorter because nobody looked, or because gaps were accepted, is no praise. */
  private String notPutRight() {
    int gone = sum(Balance::closed) - sum(Balance::fixed);
    return gone == 0 ? "" : ", but " + gone + " left it without being put right";
  }

  private int sum(ToIntFunction<Balance> column) {
    return list.totals().stream().mapToInt(column).sum();
  }

  void tell(LetterBody body) {
    LocalDate last = list.last();
    if (last == null) {
      return;
    }
    List<Row> rows = new ArrayList<>();
    add(rows, sum(Balance::fixed), "put right");
    add(rows, sum(Balance::fresh), "new");
    add(rows, sum(Balance::reopened), "back again");
    add(rows, sum(Balance::movedIn), "moved in from another team");
    add(rows, sum(Balance::movedOut), "moved to another team");
    add(rows, sum(Balance::ranOut), "back because an acceptance ran out");
    add(rows, sum(Balance::accepted), "accepted until a day");
    add(rows, sum(Balance::lapsed), "owed no more");
    // A gap that nobody looked for is not one that was put right.
    add(
        rows,
        sum(Balance::setAside),
        "not on the list because this week they could not be checked");
    add(rows, sum(Balance::takenUp), "on the list again because they could be checked again");
    body.heading("Since the list of " + ManagersLetter.DAY.format(last));
    if (rows.isEmpty()) {
      body.say("Nothing has changed.");
    } else {
      rows.add(0, new Row(String.valueOf(sum(Balance::before)), "open then", ""));
      rows.add(new Row(String.valueOf(sum(Balance::now)), "open now", ""));
      body.counts(rows);
    }
  }

  private static void add(List<Row> rows, int count, String what) {
    if (count > 0) {
      rows.add(new Row(String.valueOf(count), what, ""));
    }
  }
}
