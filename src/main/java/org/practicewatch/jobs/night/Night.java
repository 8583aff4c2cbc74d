package org.practicewatch.jobs.night;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Organisation;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.intake.Drop;
import org.practicewatch.intake.store.ExtractRegister;
import org.practicewatch.jobs.machine.Database;
import org.practicewatch.jobs.machine.ExitCodes;
import org.practicewatch.jobs.machine.HeldOpen;
import org.practicewatch.jobs.machine.JobRun;
import org.practicewatch.jobs.machine.ProgramVersion;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stopped;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.standing.WhatStands;
import org.practicewatch.settings.Settings;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs one night in an output folder: finds out whether it is a new one, starts the job or takes it
 * up where it was left, and says how it went.
 */
public final class Night {

  private static final String OWNER = "authority";

  private final Settings settings;
  private final Path output;
  private final @Nullable String databaseUrl;
  private final Progress progress;
  private final Clock clock;
  private final NightUntil until;

  /** The nights of an output folder. */
  public Night(
      Settings settings,
      Path output,
      @Nullable String databaseUrl,
      Progress progress,
      Clock clock,
      NightUntil until) {
    this.settings = settings;
    this.output = output;
    this.databaseUrl = databaseUrl;
    this.progress = progress;
    this.clock = clock;
    this.until = until;
  }

  /** Runs the night and returns its exit status. */
  public int run(Drop drop, LocalDate asAt, String asAtFrom) throws Exception {
    try (Database database = Database.open(output, databaseUrl, System.getenv())) {
      Stores stores = Stores.of(database.source());
      checkOwner(stores.nights(), drop);
      if (drop.files().isEmpty() && stores.register().standing(asAt).isEmpty()) {
        throw new Stopped(
            ExitCodes.MISTAKE,
            "No extract was found, and none of an earlier night stands. Put tonight's extracts into"
                + " the input folder.");
      }
      Path folder = output.resolve(asAt.toString());
      String fingerprint = fingerprint(drop, asAt);
      Optional<NightStore.Run> closed = stores.nights().findClosed(asAt);
      boolean same = closed.isPresent() && closed.get().fingerprint().equals(fingerprint);
      if (same && RunRecord.isOf(folder, fingerprint)) {
        progress.say(
            "Nothing has changed since this night was closed: the same extracts, settings and version."
                + " Nothing was done. See "
                + folder);
        boolean open = HeldOpen.settle(folder, progress);
        int code = exitCode(stores, closed.get(), drop);
        return open ? ExitCodes.HELD : code;
      }
      NightStore.Run run =
          stores
              .nights()
              .findUnfinished(asAt, fingerprint)
              .orElseGet(() -> stores.nights().begin(asAt, fingerprint));
      Tonight tonight = new Tonight(settings, drop, run, folder);
      return launch(tonight, database.source(), stores, asAtFrom);
    }
  }

  /** One output folder belongs to one authority, and a sample is an authority of its own. */
  private void checkOwner(NightStore nights, Drop drop) {
    Organisation.Authority authority = settings.organisation().authority();
    String owner =
        (drop.fictional() ? "sample of " : "") + authority.name() + ", " + authority.code();
    Optional<String> before = nights.findNote(OWNER);
    if (before.isEmpty()) {
      nights.putNote(OWNER, owner);
    } else if (!before.get().equals(owner) && !drop.files().isEmpty()) {
      throw new Stopped(
          ExitCodes.MISTAKE,
          "This output folder belongs to "
              + before.get()
              + ", and these extracts to "
              + owner
              + ". Use another --output.");
    }
  }

  private int launch(Tonight tonight, DataSource database, Stores stores, String asAtFrom)
      throws Exception {
    NightCount count = new NightCount(tonight, stores);
    WhatStands.noteFirstRun(
        stores.nights(), ProgramVersion.orDevelopment(), tonight.run().number());
    JobParameters parameters =
        new JobParametersBuilder()
            .addLocalDate("as-at", tonight.asAt())
            .addString("received", tonight.run().fingerprint())
            .addLong("run", (long) tonight.run().number())
            .toJobParameters();
    LocalDateTime started = LocalDateTime.now(clock);
    Optional<JobExecution> done =
        new JobRun("nightly", NightlyJob.class, "The night", output, progress)
            .over(
                database,
                context -> {
                  context.registerBean(
                      NightSteps.class,
                      () ->
                          new NightSteps(
                              tonight,
                              stores,
                              new TransactionTemplate(
                                  context.getBean(PlatformTransactionManager.class)),
                              count,
                              progress));
                  context.registerBean(NightUntil.class, () -> until);
                },
                runs -> parameters);
    if (done.isEmpty()) {
      return ExitCodes.FAILED;
    }
    new RunRecord(tonight, stores, count, asAtFrom)
        .write(done.get().getStepExecutions(), started, LocalDateTime.now(clock));
    boolean open = HeldOpen.settle(tonight.folder(), progress);
    new Summary(tonight, stores, count).lines().forEach(progress::say);
    int code = exitCode(stores, tonight.run(), tonight.drop());
    return open ? ExitCodes.HELD : code;
  }

  static int exitCode(Stores stores, NightStore.Run run, Drop drop) {
    boolean held =
        stores.register().ofRun(run.number()).stream()
            .anyMatch(entry -> entry.state() == ExtractRegister.State.HELD);
    return held || drop.missesTables() || drop.files().isEmpty() ? ExitCodes.HELD : ExitCodes.DONE;
  }

  private String fingerprint(Drop drop, LocalDate asAt) {
    StringBuilder all = new StringBuilder();
    all.append(asAt)
        .append('\n')
        .append(settings.sha256())
        .append('\n')
        .append(ProgramVersion.orDevelopment());
    drop.files()
        .forEach(file -> all.append('\n').append(file.name()).append(' ').append(file.sha256()));
    return DigestUtils.sha256Hex(all.toString());
  }
}
