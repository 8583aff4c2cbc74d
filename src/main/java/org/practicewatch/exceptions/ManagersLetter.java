package org.practicewatch.exceptions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicewatch.casework.Organisation;
import org.practicewatch.exceptions.ExceptionList.DueNext;
import org.practicewatch.exceptions.ExceptionList.Line;
import org.practicewatch.exceptions.ExceptionList.NotRun;
import org.practicewatch.exceptions.LetterBody.Row;
import org.practicewatch.exceptions.OpenException.Level;

/**
 * The letter that goes with a list, read in a minute: counts, titles and days. No child and no
 * worker is named in it, for a letter is read on phones and trains.
 *
 * @param subject who, which week, and the one number that matters: how many are to be put right
 * @param text the body, plain
 * @param html the same as a page
 */
public record ManagersLetter(String subject, String text, String html) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
  private static final int OLDEST = 3;
  private static final int CHECKS_NAMED = 4;

  /**
   * Where the list is.
   *
   * @param sentence such as "The list is attached."
   */
  public record Whereabouts(String sentence) {}

  /**
   * The letter to whoever acts on a list: a team manager, or somebody further up.
   *
   * @param escalation who is told of what stays open, and when
   */
  public static ManagersLetter of(
      ExceptionList list, Level level, Whereabouts whereabouts, List<EscalationRule> escalation) {
    return new Writing(list, level, whereabouts, escalation).letter();
  }

  /** What a letter's subject says after team and week. */
  public static String inShort(String subject) {
    return subject.substring(subject.lastIndexOf(": ") + 2);
  }

  private static final class Writing {

    private final ExceptionList list;
    private final Level level;
    private final Whereabouts whereabouts;
    private final List<EscalationRule> escalation;
    private final boolean ofNobody;
    private final List<Line> open;

    Writing(
        ExceptionList list, Level level, Whereabouts whereabouts, List<EscalationRule> escalation) {
      this.list = list;
      this.level = level;
      this.whereabouts = whereabouts;
      this.escalation = escalation;
      this.ofNobody = list.team().equals(Organisation.NO_TEAM);
      this.open =
          Stream.of(list.practice(), list.data())
              .flatMap(List::stream)
              .sorted(
                  Comparator.<Line>comparingInt(line -> line.meaning().priority())
                      .thenComparing(line -> -daysOver(line)))
              .toList();
    }

    ManagersLetter letter() {
      String week =
          DAY.format(list.asAt().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      String number =
          level == Level.TEAM
              ? open.isEmpty() ? nothingToPutRight() : open.size() + " to put right"
              : open.size() + " left open";
      LetterBody body = open.isEmpty() && level == Level.TEAM ? nothing() : full();
      foot(body);
      return new ManagersLetter(
          oneLine(
              (list.fictional() ? "[Fictional] " : "")
                  + list.team()
                  + ", week of "
                  + week
                  + ": "
                  + number),
          body.text(),
          body.html());
    }

    private static String oneLine(String text) {
      return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private LetterBody nothing() {
      String nothing = nothingToPutRight();
      LetterBody body =
          new LetterBody(
              nothing.substring(0, 1).toUpperCase(Locale.UK) + nothing.substring(1) + ".");
      sinceLast(body);
      dueNext(body);
      notTaken(body);
      notRun(body);
      return body;
    }

    /** What was not checked must not read as passed. */
    private String nothingToPutRight() {
      return "nothing to put right" + (list.notRun().isEmpty() ? "" : " in what could be checked");
    }

    private LetterBody full() {
      LetterBody body =
          new LetterBody(
              level == Level.TEAM
                  ? open.size() + " to put right" + change()
                  : open.size()
                      + (open.size() == 1
                          ? " gap that was left open and now comes to you"
                          : " gaps that were left open and now come to you"));
      body.say(sorts() + (level == Level.TEAM ? "" : " Each stays on its team's list as well."));
      if (ofNobody) {
        body.say(
            "The record names no team for these children, so no manager is working on these gaps."
                + " Have the team recorded, and they move to its list.");
      }
      body.heading("What matters first").counts(byPriority());
      if (level != Level.TEAM && !ofNobody) {
        body.heading("By team").counts(byTeam());
      }
      body.heading("The oldest").counts(oldest());
      sinceLast(body);
      dueNext(body);
      furtherUp(body);
      toldNext(body);
      notTaken(body);
      notRun(body);
      return body;
    }

    /** What is late and what is missing; of what there is none, nothing is said. */
    private String sorts() {
      int practice = list.practice().size();
      int data = list.data().size();
      List<String> said = new ArrayList<>();
      if (practice > 0) {
        said.add(
            practice + (practice == 1 ? " is" : " are") + " really late and can still be done");
      }
      if (data > 0) {
        said.add(
            data + (data == 1 ? " is" : " are") + " missing from the record, or cannot be judged");
      }
      return String.join("; ", said) + ".";
    }

    private List<Row> byTeam() {
      Map<String, List<Line>> teams =
          open.stream()
              .collect(
                  Collectors.groupingBy(
                      line -> named(line.one().team()), TreeMap::new, Collectors.toList()));
      return teams.entrySet().stream()
          .sorted(Comparator.comparing(one -> -one.getValue().size()))
          .map(
              one ->
                  new Row(
                      String.valueOf(one.getValue().size()),
                      one.getKey(),
                      "the longest " + listed(longestListed(one.getValue()))))
          .toList();
    }

    private static String named(String team) {
      return team.isEmpty() ? Organisation.NO_TEAM : team;
    }

    private int longestListed(List<Line> lines) {
      return lines.stream().mapToInt(line -> line.one().weeksOpen(list.asAt())).max().orElse(0);
    }

    private static String listed(int weeks) {
      return weeks == 0
          ? "on the list for the first time"
          : "on the list for " + weeks + (weeks == 1 ? " week" : " weeks");
    }

    private String change() {
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

    /**
     * A list that is shorter because nobody looked, or because gaps were accepted, is no praise.
     */
    private String notPutRight() {
      int gone = sum(Balance::closed) - sum(Balance::fixed);
      return gone == 0 ? "" : ", but " + gone + " left it without being put right";
    }

    private int sum(ToIntFunction<Balance> column) {
      return list.totals().stream().mapToInt(column).sum();
    }

    private List<Row> byPriority() {
      Map<Integer, List<Line>> groups = new TreeMap<>();
      open.forEach(
          line ->
              groups
                  .computeIfAbsent(line.meaning().priority(), key -> new ArrayList<>())
                  .add(line));
      List<Row> rows = new ArrayList<>();
      groups
          .values()
          .forEach(
              lines ->
                  rows.add(
                      new Row(
                          String.valueOf(lines.size()),
                          lines.get(0).meaning().priorityTitle(),
                          titles(lines))));
      return rows;
    }

    private static String titles(List<Line> lines) {
      Map<String, Integer> counts = new LinkedHashMap<>();
      lines.forEach(line -> counts.merge(line.meaning().title(), 1, Integer::sum));
      List<String> said =
          counts.entrySet().stream()
              .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
              .limit(CHECKS_NAMED)
              .map(one -> one.getKey() + ": " + one.getValue())
              .toList();
      int more = counts.size() - said.size();
      // Titles have commas in them.
      return String.join("; ", said)
          + (more > 0 ? "; and " + more + (more == 1 ? " more sort" : " more sorts") : "");
    }

    private static int daysOver(Line line) {
      Integer days = line.one().shown().daysOver();
      return days == null ? 0 : days;
    }

    private List<Row> oldest() {
      List<Row> rows = new ArrayList<>();
      open.stream()
          .sorted(
              Comparator.<Line>comparingInt(Writing::daysOver)
                  .reversed()
                  .thenComparing(line -> line.one().openSince()))
          .limit(OLDEST)
          .forEach(
              line -> {
                int days = daysOver(line);
                String listed = listed(line.one().weeksOpen(list.asAt()));
                rows.add(
                    new Row(
                        "",
                        line.meaning().title(),
                        days == 0
                            ? listed
                            : String.format(
                                Locale.UK,
                                "%,d %s over, %s",
                                days,
                                days == 1 ? "day" : "days",
                                listed)));
              });
      return rows;
    }

    private void sinceLast(LetterBody body) {
      LocalDate last = list.last();
      if (last == null || level != Level.TEAM) {
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
      body.heading("Since the list of " + DAY.format(last));
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

    private void dueNext(LetterBody body) {
      if (list.dueNext().isEmpty()) {
        return;
      }
      LocalDate until =
          list.dueNext().stream().map(DueNext::due).max(Comparator.naturalOrder()).orElseThrow();
      Map<String, Integer> counts = new TreeMap<>();
      list.dueNext().forEach(one -> counts.merge(one.title(), 1, Integer::sum));
      body.heading("Due by " + DAY.format(until) + ", and not late yet");
      body.counts(
          counts.entrySet().stream()
              .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
              .map(one -> new Row(String.valueOf(one.getValue()), one.getKey(), ""))
              .toList());
    }

    private void furtherUp(LetterBody body) {
      Map<Level, Integer> told = new TreeMap<>();
      open.stream()
          .filter(line -> line.one().level() != Level.TEAM)
          .forEach(line -> told.merge(line.one().level(), 1, Integer::sum));
      if (level == Level.TEAM && !ofNobody && !told.isEmpty()) {
        body.say("Left open for so long that they were told further up: " + said(told) + ".");
      }
    }

    /** Whom a gap goes to if it is still there next week, while there is time to put it right. */
    private void toldNext(LetterBody body) {
      Map<Level, Integer> next = new TreeMap<>();
      for (Line line : open) {
        Level then =
            EscalationRule.level(
                escalation,
                line.meaning().severity(),
                line.one().weeksOpen(list.asAt().plusWeeks(1)));
        if (then.compareTo(line.one().level()) > 0 && then.compareTo(level) > 0) {
          next.merge(then, 1, Integer::sum);
        }
      }
      if (!ofNobody && !next.isEmpty()) {
        body.say("Told further up if they are still open next week: " + said(next) + ".");
      }
    }

    private static String said(Map<Level, Integer> counts) {
      return counts.entrySet().stream()
          .map(one -> one.getValue() + " to the " + one.getKey().words())
          .collect(Collectors.joining(", "));
    }

    private void notTaken(LetterBody body) {
      if (!list.refused().isEmpty()) {
        int count = list.refused().size();
        body.say(
            count
                + (count == 1 ? " line" : " lines")
                + " of the list you sent back could not be accepted. The first sheet says why.");
      }
    }

    private void notRun(LetterBody body) {
      list.notRun().stream().filter(NotRun::isTable).forEach(one -> body.say(one.notReceived()));
      long count = list.notRun().stream().filter(one -> !one.isTable()).count();
      if (count > 0) {
        body.say(
            count
                + (count == 1 ? " check" : " checks")
                + " could not be made, for want of columns in the extracts; the first sheet of the"
                + " list names them. That they found nothing means nothing.");
      }
    }

    private void foot(LetterBody body) {
      body.heading("What to do").say(whereabouts.sentence());
      if (level != Level.TEAM && !ofNobody) {
        body.say(
            "Ask each team's manager what stands in the way of the oldest, and by when they will be"
                + " put right. Only the team can put them right in the case system, or ask for them"
                + " to be left until later.");
      }
      if (!open.isEmpty() && level == Level.TEAM) {
        body.say(
            "Put right what you can in the case system: it leaves the list by itself. To leave one"
                + " until later, fill in the yellow cells of its line and send the list back to the"
                + " performance team.");
      }
      body.say(
          list.authority()
              + ", on the record as at "
              + DAY.format(list.asAt())
              + " "
              + list.asAt().getYear()
              + "."
              + (list.fictional() ? " Fictional data." : ""));
    }
  }
}
