package org.practicewatch.exceptions;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.InWords;

/**
 * What one team manager gets in a week. What stands here is in the order in which to act.
 *
 * @param authority name of the authority
 * @param fictional whether everything must say that the data is invented
 * @param team the team; {@code Organisation.NO_TEAM} for the children whom no team holds
 * @param service its service
 * @param asAt the night it rests on
 * @param last the night of the list before; null for the first
 * @param totals of the team, one for each standard and check that has any
 * @param practice really late
 * @param data missing, contradictory, impossible to judge
 * @param accepted left until a day
 * @param fixed put right since the list before
 * @param dueNext not late yet, and due in the days to come
 * @param meanings what each standard and check on the list means
 * @param notRun what could not be checked this week, and why
 * @param refused what the team asked to have accepted, and was not
 */
public record ExceptionList(
    String authority,
    boolean fictional,
    String team,
    String service,
    LocalDate asAt,
    @Nullable LocalDate last,
    List<Balance> totals,
    List<Line> practice,
    List<Line> data,
    List<Line> accepted,
    List<Fixed> fixed,
    List<DueNext> dueNext,
    List<Meaning> meanings,
    List<NotRun> notRun,
    List<NotTaken> refused) {

  public ExceptionList {
    totals = List.copyOf(totals);
    practice = List.copyOf(practice);
    data = List.copyOf(data);
    accepted = List.copyOf(accepted);
    fixed = List.copyOf(fixed);
    dueNext = List.copyOf(dueNext);
    meanings = List.copyOf(meanings);
    notRun = List.copyOf(notRun);
    refused = List.copyOf(refused);
  }

  /**
   * A line: one child and one standard or check.
   *
   * @param one the exception
   * @param name of the child; empty unless the settings ask for names
   * @param meaning of its standard or check
   * @param mark what is new about it since the list before: "new", "back again", "moved in from …",
   *     "acceptance ran out"; else empty
   */
  public record Line(OpenException one, String name, Meaning meaning, String mark) {

    /** What was due; of what each act starts, with the act: "visit of 9 October 2026". */
    public String what() {
      LocalDate since = one.shown().since();
      String act =
          since == null || meaning.startedBy().isEmpty()
              ? ""
              : ": " + meaning.startedBy() + " of " + InWords.day(since);
      boolean more =
          since != null
              && one.key().sort() == ExceptionKey.Sort.PRACTICE
              && !one.shown().problem().isEmpty();
      return meaning.title() + act + (more ? ". " + one.shown().problem() : "");
    }
  }

  /**
   * What was put right since the list before.
   *
   * @param subject id of the child
   * @param title of the standard or check
   * @param on by when
   * @param weeks it had been open
   */
  public record Fixed(String subject, String title, LocalDate on, int weeks) {}

  /**
   * What falls due in the days to come.
   *
   * @param subject id of the child
   * @param title of the standard
   * @param due last day in timescale
   */
  public record DueNext(String subject, String worker, String title, LocalDate due) {}

  /**
   * A line that came back and was not taken in.
   *
   * @param title of its standard or check; empty where nobody knows
   */
  public record NotTaken(Refusal refusal, String title) {

    /** Whose it is, what it is about, and on which list: what one needs to find it. */
    public String line() {
      String team = refusal.team().isEmpty() ? "" : "list of " + refusal.team();
      return Stream.of(refusal.subject(), title, team, refusal.cell())
          .filter(said -> !said.isEmpty())
          .collect(Collectors.joining(", "));
    }

    /** The same with what is wrong. */
    public String inWords() {
      return (line().isEmpty() ? "A workbook" : line()) + ": " + refusal.problem();
    }
  }

  /**
   * A standard or check that could not be run, which is no praise.
   *
   * @param code its id
   * @param title what it is called
   * @param why what the extracts lack
   */
  public record NotRun(String code, String title, String why) {

    private static final String TABLE = "table";

    /** A table that did not come, so that nothing is known of the days since. */
    public static NotRun ofTable(String name, String why) {
      return new NotRun(TABLE, name, why);
    }

    public boolean isTable() {
      return code.equals(TABLE);
    }

    /** For a letter, where it is a table. */
    String notReceived() {
      return "Not received: " + title + ". " + why;
    }
  }
}
