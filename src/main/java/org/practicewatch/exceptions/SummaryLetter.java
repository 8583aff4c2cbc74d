package org.practicewatch.exceptions;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.practicewatch.exceptions.ExceptionList.NotRun;
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
   * How many copies came to rest where.
   *
   * @param kept written as files, because there is no mail server
   */
  public record Copies(int sent, int kept, int waiting, int refused, int uncertain) {

    /** Those of which there are any. */
    public List<Count> counts() {
      return Stream.of(
              new Count(sent, "sent", ""),
              new Count(kept, "kept as files, because there is no mail server", ""),
              new Count(waiting, "waiting", ""),
              new Count(refused, "refused", ""),
              new Count(uncertain, "uncertain", ""))
          .filter(one -> one.number() > 0)
          .toList();
    }

    /** A letter that is a file has not left. */
    private String inShort() {
      if (waiting + refused + uncertain > 0) {
        return "not every letter has arrived";
      }
      if (kept > 0) {
        return sent > 0 ? "some letters are kept as files" : "the letters are kept as files";
      }
      return sent > 0 ? "every letter has left" : "there are no letters";
    }
  }

  /** How the gaps moved: open last time, what came and went, and what that leaves open now. */
  public static List<Count> gaps(List<Balance> balances) {
    List<Count> gaps = new ArrayList<>();
    add(gaps, balances, Balance::now, "open now");
    add(gaps, balances, Balance::before, "open last time");
    add(gaps, balances, Balance::fresh, "new");
    add(gaps, balances, Balance::reopened, "back again");
    add(gaps, balances, Balance::fixed, "put right");
    add(gaps, balances, Balance::lapsed, "owed no more");
    add(gaps, balances, Balance::accepted, "accepted until a day");
    // These are rare, and without them the numbers would not add up.
    List<Count> rare = new ArrayList<>();
    add(rare, balances, Balance::ranOut, "back because an acceptance ran out");
    add(rare, balances, Balance::setAside, "not checked this week");
    add(rare, balances, Balance::takenUp, "checked again");
    rare.stream().filter(one -> one.number() > 0).forEach(gaps::add);
    return gaps;
  }

  private static void add(
      List<Count> gaps, List<Balance> balances, ToIntFunction<Balance> column, String what) {
    gaps.add(new Count(balances.stream().mapToInt(column).sum(), what, ""));
  }

  /**
   * A letter and what became of it.
   *
   * @param whose whose list it is about, and who reads it
   * @param number the one number of its subject
   * @param became what became of its copies
   */
  public record Told(String whose, String number, String became) {}

  /**
   * Writes it.
   *
   * @param letters copies by what became of them
   * @param troubles what did not arrive and why
   * @param gaps how the gaps moved
   * @param notReceived the tables that did not come
   * @param told who got what
   * @param where where lists and report are
   */
  public static SummaryLetter of(
      String authority,
      boolean fictional,
      LocalDate asAt,
      Copies letters,
      List<String> troubles,
      List<Count> gaps,
      List<NotRun> notReceived,
      List<Told> told,
      String where) {
    LetterBody body = new LetterBody("Weekly lists on the night of " + DAY.format(asAt));
    body.heading("Letters").counts(rows(letters.counts()));
    if (!troubles.isEmpty()) {
      body.say("What did not arrive, and why:")
          .counts(troubles.stream().map(one -> new Row("", one, "")).toList());
    }
    notReceived.forEach(table -> body.say(table.notReceived()));
    body.heading("Gaps").counts(rows(gaps)).say(where);
    body.heading("Who got what")
        .counts(
            told.stream()
                .map(one -> new Row("", one.whose(), one.number() + "; " + one.became()))
                .toList());
    body.say(authority + "." + (fictional ? " Fictional data." : ""));
    return new SummaryLetter(
        (fictional ? "[Fictional] " : "")
            + "Weekly lists of "
            + DAY.format(asAt)
            + ": "
            + letters.inShort(),
        body.text(),
        body.html());
  }

  private static List<Row> rows(List<Count> counts) {
    return counts.stream()
        .map(one -> new Row(String.valueOf(one.number()), one.what(), one.note()))
        .toList();
  }
}
