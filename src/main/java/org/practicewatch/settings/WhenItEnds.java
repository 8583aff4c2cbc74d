package org.practicewatch.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.practicewatch.casework.Subject;
import org.practicewatch.standards.Circumstances;
import org.practicewatch.standards.GoesOnFrom;
import org.practicewatch.standards.PracticeStandard;

/** What ends a standard, or lets it go on after a break, in plain words for the catalogue. */
final class WhenItEnds {

  private WhenItEnds() {}

  /** One sentence each, without its stop. */
  static List<String> words(PracticeStandard standard) {
    List<String> words = new ArrayList<>();
    if (standard.subject() == Subject.CHILD && standard.owedAfterEighteen()) {
      words.add("with the young person's death; the eighteenth birthday does not end it");
    }
    if (!standard.overtakenBy().isEmpty()) {
      words.add(
          "once there is a "
              + String.join(" or a ", standard.overtakenBy())
              + ", which it only served");
    }
    if (!standard.alsoEndsWith().isEmpty()) {
      words.add(
          "with the " + String.join(" or the ", standard.alsoEndsWith()) + " in which it began");
    }
    if (standard.noLongerAskedAfter() != null) {
      words.add(
          "not done " + standard.noLongerAskedAfter() + " after it was due, nobody asks any more");
    }
    return words;
  }

  /** From what it goes on after a break; empty where it begins afresh. */
  static String goesOn(PracticeStandard standard) {
    GoesOnFrom from = standard.goesOnFrom();
    return from == null
        ? ""
        : "After days on which %s it goes on from the last %s"
            .formatted(
                from.after().stream().map(Circumstances::words).collect(Collectors.joining(" or ")),
                String.join(" or ", from.of()));
  }
}
