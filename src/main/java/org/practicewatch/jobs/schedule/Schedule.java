package org.practicewatch.jobs.schedule;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Timetable;
import org.practicewatch.jobs.machine.ExitCodes;
import org.practicewatch.jobs.operator.Operator;
import org.practicewatch.jobs.operator.OperatorLetter;
import org.practicewatch.settings.ScheduleSettings;
import org.practicewatch.settings.ScheduleSettings.Scheduled;

/** Runs jobs when they are due, one at a time, until it is interrupted. */
public final class Schedule {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH:mm 'on' EEEE d MMMM uuuu", Locale.UK);
  private static final int LISTED = 3;

  /** What Ctrl+C, a terminal or a service asks of every process of a group, it asks within this. */
  private static final Duration STOPPED_TOGETHER = Duration.ofSeconds(5);

  private final ScheduleSettings settings;
  private final ZoneId zone;
  private final ScheduleFile file;
  private final ScheduleMachine machine;
  private final Operator operator;
  private final Clock clock;
  private final Consumer<String> say;
  private final Map<String, SchedulePast> past = new TreeMap<>();
  private @Nullable Running running;

  private record Running(Scheduled job, Instant due, ScheduleMachine.Started started) {}

  /** The jobs of an output folder, on a machine that starts them. */
  public Schedule(
      ScheduleSettings settings,
      ScheduleFile file,
      ScheduleMachine machine,
      Operator operator,
      Clock clock,
      Consumer<String> say) {
    this.settings = settings;
    this.zone = settings.zone();
    this.file = file;
    this.machine = machine;
    this.operator = operator;
    this.clock = clock;
    this.say = say;
  }

  /** Stays up. When it is interrupted, the job at work is asked to end. */
  public void keep() {
    readPast();
    for (Scheduled job : settings.jobs()) {
      if (!past.containsKey(job.job())) {
        // Noted at once: what is missed from now on is made up for.
        note(job, SchedulePast.none(clock.instant()));
      }
    }
    list().forEach(say);
    try {
      while (true) {
        settle();
        Instant next = lookAround(clock.instant());
        machine.await(next, Optional.ofNullable(running).map(Running::started));
      }
    } catch (InterruptedException stop) {
      Running stopped = running;
      if (stopped != null) {
        say.accept("Stopping " + stopped.job().job() + "; what it has done is kept.");
        stopped.started().stop();
      }
      say.accept("The scheduler has stopped.");
    }
  }

  /** When each job runs next and how it ended last, for people. */
  public List<String> list() {
    readPast();
    Instant now = clock.instant();
    List<String> lines = new ArrayList<>();
    for (Scheduled job : settings.jobs()) {
      Timetable timetable = job.timetable(zone);
      SchedulePast before = past.get(job.job());
      lines.add(job.job() + ": " + (before == null ? "not run by schedule yet" : last(before)));
      Instant moment = now;
      for (int i = 0; i < LISTED; i++) {
        moment = timetable.next(moment);
        lines.add("  next at " + words(moment) + " (" + zone + ")");
      }
    }
    return lines;
  }

  private String last(SchedulePast before) {
    Instant started = before.started();
    if (started == null) {
      return "not run by schedule yet";
    }
    Integer code = before.exitCode();
    Instant again = before.againAt();
    return "last started at "
        + words(started)
        + (code == null ? ", not ended" : ", ended with exit status " + code)
        + (again == null ? "" : ", tried again at " + words(again));
  }

  /** Does what there is to do at a moment, and says when there may be more. */
  private Instant lookAround(Instant now) {
    Instant next = Instant.MAX;
    for (Scheduled job : settings.jobs()) {
      next = earlier(next, look(job, now));
    }
    return next;
  }

  private Instant look(Scheduled job, Instant now) {
    Timetable timetable = job.timetable(zone);
    SchedulePast before = past.getOrDefault(job.job(), SchedulePast.none(now));
    ScheduleNext decided = ScheduleNext.of(job, timetable, before, now);
    if (decided instanceof ScheduleNext.Missed missed && !isRunning(job)) {
      say.accept(
          job.job()
              + " of "
              + words(missed.due())
              + " was missed, and is too late to be made up for.");
      note(job, before.miss(missed.due()));
      operator.tell(
          OperatorLetter.missed(job.job(), words(missed.due()), words(timetable.next(now))));
    } else if (decided instanceof ScheduleNext.Run run && running == null) {
      start(job, run.due(), before, now);
    }
    Instant late = lookForLate(job, timetable, now);
    Instant again = decided instanceof ScheduleNext.Wait wait ? wait.until() : timetable.next(now);
    return earlier(late, earlier(again, timetable.next(now)));
  }

  private boolean isRunning(Scheduled job) {
    return running != null && running.job().equals(job);
  }

  /** Tells of a run that is not done in time, once; a failure was told as such. */
  private Instant lookForLate(Scheduled job, Timetable timetable, Instant now) {
    SchedulePast before = past.getOrDefault(job.job(), SchedulePast.none(now));
    Instant due = timetable.last(now);
    Instant late = ScheduleNext.late(job, due);
    if (!due.isAfter(before.handled()) || due.equals(before.toldLate())) {
      return Instant.MAX;
    }
    if (now.isBefore(late)) {
      return late;
    }
    boolean atWork = isRunning(job);
    String state =
        atWork
            ? "It is still at work, since " + words(before.started()) + "."
            : before.againAt() != null
                ? "It failed, and is tried again at " + words(before.againAt()) + "."
                : "It has not begun, because another job is at work.";
    say.accept(job.job() + " of " + words(due) + " is late. " + state);
    note(job, before.tellLate(due));
    operator.tell(OperatorLetter.late(job.job(), words(due), state));
    return Instant.MAX;
  }

  private void start(Scheduled job, Instant due, SchedulePast before, Instant now) {
    say.accept("Starting " + job.job() + ", due at " + words(due) + ".");
    note(job, before.begin(due, now));
    try {
      running = new Running(job, due, machine.start(job.job()));
    } catch (IOException cannotStart) {
      say.accept(job.job() + " could not be started.");
      ended(job, due, ExitCodes.FAILED, now);
    }
  }

  private void settle() throws InterruptedException {
    Running one = running;
    OptionalInt code = one == null ? OptionalInt.empty() : one.started().exitCode();
    if (one != null && code.isPresent()) {
      Instant now = clock.instant();
      if (ExitCodes.isAskedFor(code.getAsInt())) {
        // Asked of us as well, it is no failure: the job may have heard of it first.
        machine.await(now.plus(STOPPED_TOGETHER), Optional.empty());
      }
      running = null;
      ended(one.job(), one.due(), code.getAsInt(), now);
    }
  }

  private void ended(Scheduled job, Instant due, int code, Instant now) {
    SchedulePast after =
        past.getOrDefault(job.job(), SchedulePast.none(now))
            .end(due, now, code, job.triedAgainAfterMinutes());
    note(job, after);
    Instant again = after.againAt();
    say.accept(
        job.job()
            + " ended with exit status "
            + code
            + (again == null ? "." : "; it is tried again at " + words(again) + "."));
    boolean toldByItself =
        code == ExitCodes.DONE || code == ExitCodes.HELD || code == ExitCodes.MISTAKE;
    if (!toldByItself && !operator.wasToldOfFailure()) {
      operator.tell(OperatorLetter.ended(job.job(), code));
    }
  }

  private void note(Scheduled job, SchedulePast now) {
    past.put(job.job(), now);
    try {
      file.write(past);
    } catch (IOException unwritable) {
      // The scheduler goes on by what it remembers; only a restart would not know of it.
      say.accept("schedule.json in the output folder cannot be written.");
    }
  }

  private void readPast() {
    try {
      past.putAll(file.read());
    } catch (IOException unreadable) {
      say.accept("schedule.json in the output folder cannot be read, and is begun anew.");
    }
  }

  private String words(@Nullable Instant moment) {
    return moment == null ? "an unknown time" : MOMENT.format(moment.atZone(zone));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
