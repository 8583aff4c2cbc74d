package org.practicewatch.exceptions;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.practicewatch.exceptions.LetterBody.Row;

/**
 * The letter to the performance manager: who got what, and how the gaps moved. It names teams and
 * no person.
 *
 * @param subject one line
 * @param text the body, plain
 * @param html the same as a page
 */
public record SummaryLetter(String subject, String text, String html) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  /**
   * A line: so many of something.
   *
   * @param note more about it; may be empty
   */
  public record Count(int number, String what, String note) {}

  /**
   * Writes it.
   *
   * @param letters copies by what became of them
   * @param troubles what did not arrive and why
   * @param gaps how the gaps moved
   * @param where where lists and report are
   */
  public static SummaryLetter of(
      String authority,
      boolean fictional,
      LocalDate asAt,
      List<Count> letters,
      List<String> troubles,
      List<Count> gaps,
      String where) {
    String left = troubles.isEmpty() ? "every letter has left" : "not every letter has arrived";
    LetterBody body = new LetterBody("Weekly lists on the night of " + DAY.format(asAt));
    body.heading("Letters").counts(rows(letters));
    if (!troubles.isEmpty()) {
      body.say("What did not arrive, and why:")
          .counts(troubles.stream().map(one -> new Row("", one, "")).toList());
    }
    body.heading("Gaps").counts(rows(gaps)).say(where);
    body.say(authority + "." + (fictional ? " Fictional data." : ""));
    return new SummaryLetter(
        (fictional ? "[Fictional] " : "") + "Weekly lists of " + DAY.format(asAt) + ": " + left,
        body.text(),
        body.html());
  }

  private static List<Row> rows(List<Count> counts) {
    return counts.stream()
        .map(one -> new Row(String.valueOf(one.number()), one.what(), one.note()))
        .toList();
  }
}
