package org.practicewatch.exceptions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

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
    private final OpenLines open;

    Writing(
        ExceptionList list, Level level, Whereabouts whereabouts, List<EscalationRule> escalation) {
      this.list = list;
      this.level = level;
      this.whereabouts = whereabouts;
      this.escalation = escalation;
      this.ofNobody = list.team().equals(Organisation.NO_TEAM);
      this.open = OpenLines.of(list);
    }

    ManagersLetter letter() {
      String week =
          DAY.format(list.asAt().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      String number =
          level == Level.TEAM
              ? open.isEmpty() ? nothingToPutRight() : open.count() + " to put right"
              : open.count() + " left open";
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
                  ? open.count() + " to put right" + new SinceLastList(list).inShort()
                  : open.count()
                      + (open.count() == 1
                          ? " gap that was left open and now comes to you"
                          : " gaps that were left open and now come to you"));
      body.say(sorts() + (level == Level.TEAM ? "" : " Each stays on its team's list as well."));
      if (ofNobody) {
        body.say(
            "The record names no team for these children, so no manager is working on these gaps."
                + " Have the team recorded, and they move to its list.");
      }
      body.heading("What matters first").counts(open.byPriority());
      if (level != Level.TEAM && !ofNobody) {
        body.heading("By team").counts(open.byTeam());
      }
      body.heading("The oldest").counts(open.oldest());
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

    private void sinceLast(LetterBody body) {
      if (level == Level.TEAM) {
        new SinceLastList(list).tell(body);
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
      open.lines().stream()
          .filter(line -> line.one().level() != Level.TEAM)
          .forEach(line -> told.merge(line.one().level(), 1, Integer::sum));
      if (level == Level.TEAM && !ofNobody && !told.isEmpty()) {
        body.say("Left open for so long that they were told further up: " + said(told) + ".");
      }
    }

    /** Whom a gap goes to if it is still there next week, while there is time to put it right. */
    private void toldNext(LetterBody body) {
      Map<Level, Integer> next = new TreeMap<>();
      for (Line line : open.lines()) {
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
