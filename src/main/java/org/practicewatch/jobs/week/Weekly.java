package org.practicewatch.jobs.week;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Organisation;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.exceptions.SummaryLetter;
import org.practicewatch.exceptions.SummaryLetter.Copies;
import org.practicewatch.exceptions.SummaryLetter.Count;
import org.practicewatch.exceptions.store.ExceptionStore.WeeklyRun;
import org.practicewatch.jobs.machine.Database;
import org.practicewatch.jobs.machine.ExitCodes;
import org.practicewatch.jobs.machine.Folders;
import org.practicewatch.jobs.machine.HeldOpen;
import org.practicewatch.jobs.machine.JobRun;
import org.practicewatch.jobs.machine.NightFolder;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stopped;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.standing.OldTables;
import org.practicewatch.jobs.standing.WhatStands;
import org.practicewatch.post.Copy.State;
import org.practicewatch.post.Delivering;
import org.practicewatch.post.Outbox;
import org.practicewatch.post.store.OutboxTable;
import org.practicewatch.settings.PostSettings;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.WeeklySettings;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the week that the latest closed night belongs to, or goes on where it was left. */
public final class Weekly {

  private final Settings settings;
  private final WeeklySettings weekly;
  private final PostSettings post;
  private final Folders folders;
  private final Map<String, String> environment;
  private final Map<String, String> passwords;
  private final Clock clock;
  private final Delivering.Waiting waiting;
  private final Progress progress;
  private @Nullable LocalDate asAt;
  private List<String> lettersLeft = List.of();

  /** The week of an output folder, with what it is told by and who lets its letters leave. */
  public Weekly(
      Settings settings,
      WeeklySettings weekly,
      PostSettings post,
      Folders folders,
      Map<String, String> environment,
      Map<String, String> passwords,
      Clock clock,
      Delivering.Waiting waiting,
      Progress progress) {
    this.settings = settings;
    this.weekly = weekly;
    this.post = post;
    this.folders = folders;
    this.environment = environment;
    this.passwords = passwords;
    this.clock = clock;
    this.waiting = waiting;
    this.progress = progress;
  }

  /** The night that the week rests on, once it is known. */
  public Optional<LocalDate> asAt() {
    return Optional.ofNullable(asAt);
  }

  /** What did not arrive. */
  public List<String> lettersLeft() {
    return lettersLeft;
  }

  /** Runs the week and returns its exit status. */
  public int run(@Nullable LocalDate onOrBefore) throws Exception {
    try (Database database = Database.open(folders.output(), folders.database(), System.getenv())) {
      Stores stores = Stores.of(database.source());
      NightStore.Run night =
          stores
              .nights()
              .findLatestClosed(onOrBefore)
              .orElseThrow(
                  () ->
                      new Stopped(
                          ExitCodes.MISTAKE,
                          "There is no closed night to tell of. Run `practicewatch nightly`"
                              + " first."));
      Optional<WeeklyRun> last = stores.exceptions().findLast();
      checkForward(night, last);
      String key = ThisWeek.of(night.asAt(), last);
      Optional<WeeklyRun> known = stores.exceptions().findWeek(key);
      // A week that was begun goes on with its own night, however many have come since.
      LocalDate rests = known.map(WeeklyRun::asAt).orElse(night.asAt());
      asAt = rests;
      int run =
          known
              .flatMap(one -> stores.nights().findClosed(one.asAt()))
              .map(NightStore.Run::number)
              .orElse(night.number());
      Path folder = folders.output().resolve(rests.toString());
      ThisWeek week =
          new ThisWeek(
              settings,
              weekly,
              post,
              key,
              rests,
              run,
              folder,
              folders.input().resolve("returns"),
              passwords);
      return tell(week, known, database.source(), stores);
    }
  }

  private void checkForward(NightStore.Run night, Optional<WeeklyRun> last) {
    if (last.isPresent() && night.asAt().isBefore(last.get().asAt())) {
      throw new Stopped(
          ExitCodes.MISTAKE,
          "The lists of "
              + last.get().asAt()
              + " are written, and those of an earlier night cannot come after them. Leave --as-at"
              + " out, or give a later day.");
    }
  }

  private int tell(ThisWeek week, Optional<WeeklyRun> known, DataSource database, Stores stores)
      throws Exception {
    TransactionTemplate each = new TransactionTemplate(new JdbcTransactionManager(database));
    each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    Outbox outbox = new OutboxTable(new JdbcTemplate(database), each);
    Letters letters =
        new Letters(
            week,
            outbox,
            stores.exceptions(),
            Chased.of(week, stores),
            environment,
            clock,
            waiting,
            progress);
    progress.say("Week " + week.week() + ", on the night of " + week.asAt());
    if (known.map(WeeklyRun::composed).orElse(false)) {
      progress.say("The lists of this week are written. What waits of its letters goes on.");
      letters.readdress();
      letters.deliver();
    } else if (!launch(week, database, letters)) {
      return ExitCodes.FAILED;
    }
    return summary(week, stores, letters);
  }

  private boolean launch(ThisWeek week, DataSource database, Letters letters) throws Exception {
    JobParameters parameters =
        new JobParametersBuilder()
            .addString("week", week.week())
            .addLocalDate("as-at", week.asAt())
            .toJobParameters();
    return new JobRun("weekly", WeeklyJob.class, "The weekly lists", folders.output(), progress)
        .over(
            database,
            context -> {
              context.registerBean(ThisWeek.class, () -> week);
              context.registerBean(Letters.class, () -> letters);
              context.registerBean(Progress.class, () -> progress);
            },
            runs -> parameters)
        .isPresent();
  }

  private int summary(ThisWeek week, Stores stores, Letters letters) throws IOException {
    List<Count> gaps = SummaryLetter.gaps(stores.exceptions().balances(week.asAt()));
    lettersLeft = letters.troubles();
    Map<State, Integer> counts = letters.counts();
    Copies copies =
        new Copies(
            counts.getOrDefault(State.SENT, 0),
            counts.getOrDefault(State.KEPT, 0),
            counts.getOrDefault(State.WAITING, 0),
            counts.getOrDefault(State.REFUSED, 0),
            counts.getOrDefault(State.UNCERTAIN, 0));
    Organisation.Authority authority = week.settings().organisation().authority();
    letters.summarise(
        SummaryLetter.of(
            authority.name(),
            authority.fictional(),
            week.asAt(),
            copies,
            lettersLeft,
            gaps,
            OldTables.notReceived(
                new WhatStands(week.settings(), stores, week.asAt()).oldTables(week.run())),
            letters.told(),
            "Every list, and the report: the folder " + week.folder() + "."));
    progress.say("Gaps: " + inWords(gaps));
    progress.say("Letters: " + (copies.counts().isEmpty() ? "none" : inWords(copies.counts())));
    lettersLeft.forEach(trouble -> progress.say("  " + trouble));
    boolean open = HeldOpen.settle(week.folder(), progress);
    progress.say("Lists: " + week.folder().resolve(NightFolder.TEAMS));
    boolean waits = copies.waiting() > 0;
    return waits
        ? ExitCodes.FAILED
        : lettersLeft.isEmpty() && !open ? ExitCodes.DONE : ExitCodes.HELD;
  }

  private static String inWords(List<Count> counts) {
    return counts.stream()
        .map(one -> String.format("%,d %s", one.number(), one.what()))
        .collect(Collectors.joining(", "));
  }
}
