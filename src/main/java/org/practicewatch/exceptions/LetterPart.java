package org.practicewatch.exceptions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicewatch.casework.Organisation;
import org.practicewatch.exceptions.ExceptionList.DueNext;
import org.practicewatch.exceptions.ExceptionList.Line;
import org.practicewatch.exceptions.ExceptionList.NotRun;
import org.practicewatch.exceptions.LetterBody.Row;
import org.practicewatch.exceptions.OpenException.Level;

/**
 * What a letter says of one list: the children to see, what changed, what was missing, and only
 * then everything that is open. Whoever reads no further than the first screen has the first three.
 */
final class LetterPart {

  private final ExceptionList list;
  private final Level level;
  private final ManagersLetter.Whereabouts whereabouts;
  private final List<EscalationRule> escalation;
  private final boolean ofNobody;
  private final OpenLines open;

  LetterPart(ManagersLetter.About about, List<EscalationRule> escalation) {
    this.list = about.list();
    this.level = about.level();
    this.whereabouts = about.whereabouts();
    this.escalation = escalation;
    this.ofNobody = list.team().equals(Organisation.NO_TEAM);
    this.open = OpenLines.of(list);
  }

  boolean isOfTeam() {
    return level == Level.TEAM;
  }

  /** How many lines are open on it. */
  int open() {
    return open.count();
  }

  Stream<String> toSee() {
    return open.toSee();
  }

  /** Whose list it is, and as what it comes to its reader. */
  String name() {
    return isOfTeam() ? list.team() : list.team() + ", " + list.service().toLowerCase(Locale.UK);
  }

  static String toSeeThisWeek(long children) {
    return children + (children == 1 ? " child" : " children") + " to see this week";
  }

  /** A whole letter. */
  LetterBody alone() {
    LetterBody body = new LetterBody(title());
    tell(body);
    body.heading("What to do").say(whereabouts.sentence());
    return body.say(toDo());
  }

  /** One part of a letter. */
  void amongOthers(LetterBody body) {
    body.part(name()).say(title() + ".");
    tell(body);
    body.say((whereabouts.sentence() + " " + toDo()).strip());
  }

  // ---- the first screen ----

  private String title() {
    if (!isOfTeam()) {
      return open.count()
          + (open.count() == 1
              ? " gap that was left open and now comes to you"
              : " gaps that were left open and now come to you");
    }
    long children = toSee().distinct().count();
    if (open.isEmpty()) {
      String nothing = nothingToPutRight();
      return nothing.substring(0, 1).toUpperCase(Locale.UK) + nothing.substring(1);
    }
    return children == 0
        ? open.count() + " to put right" + (isSeeingRanked() ? "; no child to see" + checked() : "")
        : toSeeThisWeek(children);
  }

  /** Where nobody has said what matters most, nothing says which gap is about seeing a child. */
  private boolean isSeeingRanked() {
    return open.lines().stream().anyMatch(line -> line.meaning().priority() > 0);
  }

  /** What was not checked must not read as passed. */
  private String checked() {
    return list.notRun().isEmpty() ? "" : " in what could be checked";
  }

  String nothingToPutRight() {
    return "nothing to put right" + checked();
  }

  private void tell(LetterBody body) {
    if (isOfTeam()) {
      body.say(open.whyToSee());
      body.heading("What changed").say(new SinceLastList(list).sentence(open.count()));
    } else {
      long children = toSee().distinct().count();
      body.say(
          (children == 0 ? "" : toSeeThisWeek(children) + ". ")
              + "Each stays on its team's list as well.");
    }
    missing(body);
    everything(body);
  }

  private void missing(LetterBody body) {
    List<String> said = new ArrayList<>();
    int data = list.data().size();
    if (data > 0) {
      said.add(
          data
              + " of the "
              + open.count()
              + (data == 1 ? " is" : " are")
              + " missing from the record, or cannot be judged.");
    }
    list.notRun().stream().filter(NotRun::isTable).forEach(one -> said.add(one.notReceived()));
    long checks = list.notRun().stream().filter(one -> !one.isTable()).count();
    if (checks > 0) {
      said.add(
          checks
              + (checks == 1 ? " check" : " checks")
              + " could not be made (named in the list): nothing found there means nothing.");
    }
    body.heading("What was missing")
        .say(said.isEmpty() ? "Nothing that is known of." : String.join(" ", said));
  }

  // ---- all of it ----

  private void everything(LetterBody body) {
    if (ofNobody && !open.isEmpty()) {
      body.say(
          "The record names no team for these children, so no manager is working on these gaps."
              + " Have the team recorded, and they move to its list.");
    }
    if (!open.isEmpty()) {
      body.heading("All that is open").counts(open.byPriority(isOfTeam()));
      if (!isOfTeam() && !ofNobody) {
        body.heading("By team").counts(open.byTeam());
      }
      body.heading("Longest over").counts(open.oldest());
    }
    dueNext(body);
    furtherUp(body);
    toldNext(body);
    notTaken(body);
  }

  private void dueNext(LetterBody body) {
    if (list.dueNext().isEmpty()) {
      return;
    }
    LocalDate until =
        list.dueNext().stream().map(DueNext::due).max(Comparator.naturalOrder()).orElseThrow();
    Map<String, Integer> counts = new TreeMap<>();
    list.dueNext().forEach(one -> counts.merge(one.title(), 1, Integer::sum));
    body.heading("Due by " + ManagersLetter.DAY.format(until) + ", and not late yet");
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
    if (isOfTeam() && !ofNobody && !told.isEmpty()) {
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
              + " of the list you sent back could not be accepted. The first sheet says which, and"
              + " why.");
    }
  }

  private String toDo() {
    if (!isOfTeam() && !ofNobody) {
      return "Ask each team's manager what stands in the way of the oldest, and by when they will be"
          + " put right. Only the team can put them right in the case system, or ask for them to be"
          + " left until later.";
    }
    return open.isEmpty() || !isOfTeam()
        ? ""
        : "Put right what you can in the case system: it leaves the list by itself. To leave one"
            + " until later, fill in the yellow cells of its line and send the list back to the"
            + " performance team.";
  }
}
