package org.practicewatch.exceptions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.practicewatch.exceptions.OpenException.Level;

/**
 * The letter that goes with lists, read in a minute: counts, titles and days. No child and no
 * worker is named in it, for a letter is read on phones and trains. Whoever reads several lists has
 * one letter, with a part for each.
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
   * A list that a letter is about.
   *
   * @param level as what its reader has it: as a team manager, or as somebody further up
   */
  public record About(ExceptionList list, Level level, Whereabouts whereabouts) {}

  /**
   * The letter to whoever acts on a list: a team manager, or somebody further up.
   *
   * @param escalation who is told of what stays open, and when
   */
  public static ManagersLetter of(
      ExceptionList list, Level level, Whereabouts whereabouts, List<EscalationRule> escalation) {
    return of(List.of(new About(list, level, whereabouts)), escalation);
  }

  /** The letter to somebody who acts on so many lists, at least one. */
  public static ManagersLetter of(List<About> lists, List<EscalationRule> escalation) {
    List<LetterPart> parts = lists.stream().map(one -> new LetterPart(one, escalation)).toList();
    LetterBody body = parts.size() == 1 ? parts.get(0).alone() : together(parts);
    ExceptionList first = lists.get(0).list();
    body.say(
        first.authority()
            + ", on the record as at "
            + DAY.format(first.asAt())
            + " "
            + first.asAt().getYear()
            + "."
            + (first.fictional() ? " Fictional data." : ""));
    return new ManagersLetter(subject(first, parts), body.text(), body.html());
  }

  private static String subject(ExceptionList first, List<LetterPart> parts) {
    LocalDate monday = first.asAt().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    String others = parts.size() == 1 ? "" : " and " + (parts.size() - 1) + " more";
    String subject =
        (first.fictional() ? "[Fictional] " : "")
            + first.team()
            + others
            + ", week of "
            + DAY.format(monday)
            + ": "
            + number(parts);
    return subject.replaceAll("\\p{Cntrl}+", " ");
  }

  private static String number(List<LetterPart> parts) {
    int toPutRight = parts.stream().filter(LetterPart::isOfTeam).mapToInt(LetterPart::open).sum();
    int leftOpen = parts.stream().filter(one -> !one.isOfTeam()).mapToInt(LetterPart::open).sum();
    if (parts.stream().noneMatch(LetterPart::isOfTeam)) {
      return leftOpen + " left open";
    }
    return (toPutRight == 0 ? parts.get(0).nothingToPutRight() : toPutRight + " to put right")
        + (leftOpen == 0 ? "" : ", " + leftOpen + " left open");
  }

  private static LetterBody together(List<LetterPart> parts) {
    long children = parts.stream().flatMap(LetterPart::toSee).distinct().count();
    LetterBody body =
        new LetterBody(
            children == 0
                ? "Your " + parts.size() + " lists of this week"
                : LetterPart.toSeeThisWeek(children));
    body.say(
        "In %d parts: %s."
            .formatted(
                parts.size(),
                parts.stream().map(LetterPart::name).collect(Collectors.joining("; "))));
    parts.forEach(part -> part.amongOthers(body));
    return body;
  }

  /** What a letter's subject says after team and week. */
  public static String inShort(String subject) {
    return subject.substring(subject.lastIndexOf(": ") + 2);
  }
}
