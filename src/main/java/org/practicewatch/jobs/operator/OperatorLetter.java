package org.practicewatch.jobs.operator;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.InWords;
import org.practicewatch.jobs.machine.BrokenStep;
import org.practicewatch.settings.OperatorSettings.Event;

/**
 * What the operator is told: counts, steps and names of tables; no child, no cell, no name of a
 * file.
 *
 * @param asAt the night; none where it is not known
 * @param about what makes it another letter than the one sent an hour ago
 * @param subject after the authority and the date
 */
public record OperatorLetter(
    Event event, @Nullable LocalDate asAt, String about, String subject, List<String> lines) {

  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private static final String SAME_COMMAND =
      "Nothing is lost: put it right and give the same command again. It takes the night up where it"
          + " was left.";
  private static final String WEEKLY = "weekly";
  private static final String STANDS = "Until then the reports of the last closed night stand.";

  /** Its lines are its own. */
  public OperatorLetter {
    lines = List.copyOf(lines);
  }

  /** A night that began and broke off. */
  static OperatorLetter brokeOff(@Nullable LocalDate asAt, BrokenStep broken) {
    return new OperatorLetter(
        Event.FAILED,
        asAt,
        broken.step(),
        "failed at " + broken.step(),
        List.of(
            theNight(asAt) + " did not finish. It broke off while " + broken.doing() + ".",
            broken.why(),
            "What to do",
            SAME_COMMAND,
            "If it breaks off there again, look at what the job printed (the log of whatever started"
                + " it), which says where.",
            STANDS));
  }

  /** A night that did not begin. */
  static OperatorLetter notStarted(@Nullable LocalDate asAt, String why) {
    return new OperatorLetter(
        Event.FAILED,
        asAt,
        why,
        "was not started",
        List.of(theNight(asAt) + " was not started, and nothing was touched.", why, STANDS));
  }

  /** A job that ended without a word, as when its process was killed. */
  public static OperatorLetter ended(String job, int exitCode) {
    return new OperatorLetter(
        Event.FAILED,
        null,
        of(job) + "exit status " + exitCode,
        of(job) + "failed",
        List.of(
            the(job) + " ended with exit status " + exitCode + " and was not finished.",
            "Most likely it was stopped from outside, another job was at work in the same folder, or the"
                + " machine had no memory left.",
            "What to do",
            SAME_COMMAND,
            stands(job)));
  }

  /** A job that is not done at the time it should be. */
  public static OperatorLetter late(String job, String due, String state) {
    return new OperatorLetter(
        Event.LATE,
        null,
        of(job) + due,
        of(job) + "late",
        List.of(
            the(job) + " that was due at " + due + " is not done.",
            state,
            "What to do",
            "Look whether the machine was off, and at what `schedule` printed. `practicewatch schedule"
                + " --list` says what ran and what comes next.",
            stands(job)));
  }

  /** A run that was missed and is too late to be made up for. */
  public static OperatorLetter missed(String job, String due, String next) {
    return new OperatorLetter(
        Event.LATE,
        null,
        of(job) + "missed " + due,
        of(job) + "missed",
        List.of(
            the(job)
                + " that was due at "
                + due
                + " was missed, because `schedule` was not running, and it is too late to make up for"
                + " it.",
            "The next one is due at " + next + ".",
            "What to do",
            "To have it sooner, run `practicewatch "
                + job
                + "`. How late a missed run is still made up for is set in jobs/schedule.yml.",
            stands(job)));
  }

  /** A weekly job that broke off. */
  public static OperatorLetter weeklyBrokeOff(@Nullable LocalDate asAt, String step, String why) {
    return new OperatorLetter(
        Event.FAILED,
        asAt,
        WEEKLY + " " + step,
        "the weekly lists failed",
        List.of(
            "The weekly lists were not finished. They broke off at " + step + ".",
            why,
            "What to do",
            SAME_COMMAND + " Nobody gets a letter twice.",
            stands(WEEKLY)));
  }

  /** A weekly job that did not begin. */
  public static OperatorLetter weeklyNotStarted(String why) {
    return new OperatorLetter(
        Event.FAILED,
        null,
        WEEKLY + " " + why,
        "the weekly lists were not started",
        List.of(
            "The weekly lists were not started, and nothing was touched.", why, stands(WEEKLY)));
  }

  /** Letters of the week that have not left, or of which nobody can know. */
  public static OperatorLetter lettersLeft(LocalDate asAt, List<String> told) {
    return new OperatorLetter(
        Event.FAILED,
        asAt,
        WEEKLY + " " + String.join(" ", told),
        "not every weekly letter has arrived",
        List.of(
            "The weekly lists are written, and not every letter about them has arrived.",
            list("Letters", told),
            "What to do",
            "Letters that are waiting go with the next `practicewatch weekly`; nobody gets one twice."
                + " For a letter that was refused, correct the address in jobs/organisation/teams.yml."));
  }

  private static String of(String job) {
    return job.equals(WEEKLY) ? "the weekly lists, " : "";
  }

  private static String the(String job) {
    return job.equals(WEEKLY) ? "The weekly job" : "The night";
  }

  private static String stands(String job) {
    return job.equals(WEEKLY) ? "Until then managers have the lists of the week before." : STANDS;
  }

  /** A closed night with something held; what is stale is told with it. */
  static OperatorLetter held(NightRecord night, List<String> old) {
    int parts = night.held().size() + night.unknown();
    boolean nothingCame = night.extracts() == 0 && night.misnamed() == 0;
    boolean somethingHeld = parts > 0;
    List<String> lines = new ArrayList<>();
    lines.add(
        theNight(night.asAt())
            + " is closed, but "
            + (nothingCame
                ? "no extract came. What the last ones said stands."
                : somethingHeld
                    ? "something was held back, and none of its rows was used. Of a table that was"
                        + " held, what its last good extract said stands."
                    : !night.open().isEmpty()
                        ? "some of its files could not be replaced, because somebody has them"
                            + " open. They are still the old ones."
                        : "not everything in the input folder was read."));
    if (!night.open().isEmpty()) {
      lines.add(list("Not replaced: " + night.open().size(), night.open()));
    }
    if (!night.held().isEmpty()) {
      lines.add(list("Tables held: " + night.held().size(), night.held()));
    }
    if (night.unknown() > 0) {
      lines.add(
          "Files or sheets held because they could not be opened or are no table that is known: "
              + night.unknown());
    }
    notRead(night, lines);
    stale(night, old, lines);
    lines.add(counts(night));
    lines.add("What to do");
    lines.add(
        nothingCame
            ? "See why the case system sent nothing, put the extracts into the input folder, and give"
                + " the same command again."
            : somethingHeld
                ? "Read why in run.json, under held_because, or on the last pages of"
                    + " reports/authority.pdf. Have a good extract sent, put it in place of the other,"
                    + " and give the same command again."
                : !night.open().isEmpty()
                    ? "Close them, and give the same command again: it replaces these files and does"
                        + " nothing else."
                    : "Read in run.json which they are, under left_out_because and passed_over. If one of"
                        + " them should be read, name it as the table it is, put it in place of the other,"
                        + " and give the same command again.");
    return new OperatorLetter(
        Event.HELD,
        night.asAt(),
        night.held()
            + " "
            + night.unknown()
            + (night.replaced().isEmpty() ? "" : " " + night.replaced())
            + (night.misnamed() == 0 ? "" : " " + night.misnamed())
            + (night.open().isEmpty() ? "" : " " + night.open())
            + " "
            + night.stale()
            + " "
            + old,
        nothingCame
            ? "no extract came"
            : !somethingHeld
                ? night.open().isEmpty() ? "not everything was read" : "files are held open"
                : "held "
                    + (night.unknown() == 0
                        ? InWords.count(parts, "table", "tables")
                        : InWords.count(parts, "table or file", "tables or files")),
        lines);
  }

  /** What was not held, and yet not read. */
  private static void notRead(NightRecord night, List<String> lines) {
    if (night.misnamed() > 0) {
      lines.add(
          "Files passed over that look like a table, but are not named as one: "
              + night.misnamed());
    }
    if (!night.replaced().isEmpty()) {
      lines.add(
          list(
              "Tables of which an older extract was left out, because a newer one came: "
                  + night.replaced().size(),
              night.replaced()));
    }
  }

  /** A closed night in which nothing was held, and something is too old. */
  static OperatorLetter stale(NightRecord night, List<String> old) {
    List<String> lines = new ArrayList<>();
    lines.add(theNight(night.asAt()) + " is closed. Part of what it rests on is old.");
    stale(night, old, lines);
    lines.add(counts(night));
    lines.add("What to do");
    lines.add(
        "See why the case system no longer sends it. How old a table may be is set in"
            + " jobs/nightly.yml.");
    return new OperatorLetter(
        Event.STALE,
        night.asAt(),
        night.stale() + " " + old,
        night.stale().isEmpty()
            ? "no new extract"
            : InWords.count(night.stale().size(), "table is stale", "tables are stale"),
        lines);
  }

  /** A closed night; after a failure that was told, it is done after all. */
  static OperatorLetter done(NightRecord night, int failuresTold) {
    return new OperatorLetter(
        Event.DONE,
        night.asAt(),
        "done",
        failuresTold > 0 ? "done after all" : "done",
        List.of(
            theNight(night.asAt())
                + (failuresTold > 0 ? " failed before, and is closed now." : " is closed."),
            counts(night)));
  }

  private static void stale(NightRecord night, List<String> old, List<String> lines) {
    if (!night.stale().isEmpty()) {
      lines.add(list("Tables that are stale: " + night.stale().size(), night.stale()));
    }
    lines.addAll(old);
  }

  private static String counts(NightRecord night) {
    return String.format(
        Locale.UK,
        "Tables received %,d. Rows read %,d, used %,d, rejected %,d.",
        night.extracts(),
        night.rowsRead(),
        night.rowsLoaded(),
        night.rowsRejected());
  }

  private static String list(String heading, List<String> items) {
    return heading + "\n  - " + String.join("\n  - ", items);
  }

  private static String theNight(@Nullable LocalDate asAt) {
    return asAt == null ? "The night" : "The night of " + DAY.format(asAt);
  }

  /** The whole body. */
  String text(Path output) {
    return String.join("\n\n", lines)
        + "\n\nOutput folder: "
        + output
        + "\nWho is told of what is set in jobs/operator.yml. The same is told once a day.\n";
  }
}
