package org.practicewatch.jobs.practiceweek;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.jobs.machine.Database;
import org.practicewatch.jobs.machine.ExitCodes;
import org.practicewatch.jobs.machine.HeldOpen;
import org.practicewatch.jobs.machine.JobRun;
import org.practicewatch.jobs.machine.OutputLock;
import org.practicewatch.jobs.machine.Posting;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stopped;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.machine.World;
import org.practicewatch.post.Delivering;
import org.practicewatch.post.Outbox;
import org.practicewatch.post.store.OutboxTable;
import org.practicewatch.practiceweek.DrawnCase;
import org.practicewatch.practiceweek.Frame;
import org.practicewatch.practiceweek.PracticeWeek;
import org.practicewatch.practiceweek.PracticeWeeks;
import org.practicewatch.practiceweek.PublishedDraw;
import org.practicewatch.practiceweek.store.PracticeWeekStore.Drawn;
import org.practicewatch.settings.PostSettings;
import org.practicewatch.settings.RunningSettings;
import org.practicewatch.settings.Settings;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs what is asked of one Practice Week. */
public final class PracticeWeekRun {

  private final Settings settings;
  private final World world;
  private final LocalDate today;
  private final PrintStream out;
  private final Progress progress;
  private final Sending sending;
  private final String id;
  private final @Nullable LocalDate onOrBefore;

  /** A Practice Week by its id, on the latest night on or before a day. */
  public PracticeWeekRun(
      Settings settings,
      World world,
      LocalDate today,
      PrintStream out,
      Progress progress,
      Sending sending,
      String id,
      @Nullable LocalDate onOrBefore) {
    this.settings = settings;
    this.world = world;
    this.today = today;
    this.out = out;
    this.progress = progress;
    this.sending = sending;
    this.id = id;
    this.onOrBefore = onOrBefore;
  }

  /** What is done with a week and its night. */
  private interface Use {
    int of(ThisPracticeWeek week, Stores stores, DataSource database) throws Exception;
  }

  /** Tells the cohorts; draws nobody. */
  public int preview() throws Exception {
    return with(
        (week, stores, database) -> {
          Frame.Gathering gathering = new GatherCohorts(week, stores, progress).gather();
          TellCohorts telling = new TellCohorts(week);
          telling.lines(gathering.frames()).forEach(out::println);
          out.println();
          out.println("Who may audit how many of these children:");
          telling.auditors(gathering.candidates()).forEach(out::println);
          out.println("");
          out.println("Nothing was drawn.");
          return ExitCodes.DONE;
        });
  }

  /** Draws, or writes again what was drawn. */
  public int draw() throws Exception {
    return with(
        (week, stores, database) -> {
          Optional<Drawn> before = stores.practiceWeeks().find(week.week().known());
          if (before.isPresent()) {
            progress.say(
                "Drawn on %s. The draw stands; its files are written again."
                    .formatted(before.get().drawnOn()));
          } else if (week.week().seed() == null) {
            throw new Stopped(
                ExitCodes.MISTAKE,
                "jobs/practice-weeks/%s.yml has no seed, and without one nobody can check the draw. Look with --preview, make the hashes public, then add: seed: \"...\""
                    .formatted(id));
          }
          return launchDraw(week, stores, database) ? told(week, stores) : ExitCodes.FAILED;
        });
  }

  /** Lets the next reserve take a child's place. */
  public int replace(String childId, String why) throws Exception {
    return with(
        (week, stores, database) -> {
          Drawn drawn =
              stores
                  .practiceWeeks()
                  .find(week.week().known())
                  .orElseThrow(
                      () ->
                          new Stopped(
                              ExitCodes.MISTAKE,
                              "Nothing was drawn for this week yet, so that nobody can be replaced."));
          String seed = WriteSample.seedOf(drawn.draw());
          try {
            List<DrawnCase> before = stores.practiceWeeks().cases(week.week().known());
            List<DrawnCase> cases =
                PublishedDraw.replace(
                    week.week(),
                    before,
                    childId,
                    today + ": " + why,
                    new GatherCohorts(week, stores, progress).gather().candidates(),
                    week.auditing(seed));
            new TransactionTemplate(new JdbcTransactionManager(database))
                .executeWithoutResult(
                    done -> stores.practiceWeeks().replaceCases(week.week().known(), cases));
            cases.stream()
                .filter(DrawnCase::isInSample)
                .filter(one -> before.stream().noneMatch(was -> was.number().equals(one.number())))
                .forEach(
                    one ->
                        progress.say(
                            "Case %s takes the place; auditor %s."
                                .formatted(
                                    one.number(),
                                    one.auditor().isEmpty() ? "none" : one.auditor())));
          } catch (PublishedDraw.NoReplacement none) {
            throw new Stopped(ExitCodes.MISTAKE, none.getMessage() + " Nothing was changed.");
          }
          progress.say("One child replaced; the reason stands in draw.json and sample.csv.");
          return launchDraw(week, stores, database) ? told(week, stores) : ExitCodes.FAILED;
        });
  }

  /**
   * How letters leave.
   *
   * @param running who sends them, and to whom
   */
  public record Sending(
      RunningSettings running,
      Clock clock,
      Map<String, String> environment,
      Delivering.Waiting waiting) {

    /** What waits is handed over once; the next run tries again. */
    private Runnable letters(Outbox outbox, Path folder) {
      return () ->
          running
              .post()
              .ifPresent(
                  settings ->
                      new Posting(
                              outbox,
                              settings,
                              folder.resolve("letters"),
                              environment,
                              clock,
                              waiting)
                          .deliver(Duration.ofMinutes(1), Duration.ZERO, false));
    }
  }

  private static TransactionTemplate each(DataSource database) {
    TransactionTemplate each = new TransactionTemplate(new JdbcTransactionManager(database));
    each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return each;
  }

  /** Reads the forms, tells concerns, writes the report. */
  public int report(Path audits) throws Exception {
    return with(
        (week, stores, database) -> {
          if (stores.practiceWeeks().find(week.week().known()).isEmpty()) {
            throw new Stopped(
                ExitCodes.MISTAKE,
                "Nothing was drawn for this week yet. Run `practicewatch practice-week-draw "
                    + id
                    + "` first.");
          }
          TransactionTemplate each = each(database);
          Outbox outbox = new OutboxTable(new JdbcTemplate(database), each);
          Optional<PostSettings> post = sending.running().post();
          Concerns concerns =
              new Concerns(
                  week,
                  stores,
                  outbox,
                  post.orElse(null),
                  sending.running().weekly().orElse(null),
                  sending.clock(),
                  progress);
          ReadForms forms = new ReadForms(week, audits, stores, each, concerns, progress);
          WriteTracker tracker =
              new WriteTracker(week, audits, world.output(), stores, each, progress);
          Runnable letters = sending.letters(outbox, week.folder());
          boolean done =
              launch(
                  week,
                  database,
                  "practiceWeekReport",
                  PracticeWeekReportJob.class,
                  context -> {
                    context.registerBean("formsReturned", ReadForms.class, () -> forms);
                    context.registerBean("tracker", WriteTracker.class, () -> tracker);
                    context.registerBean("letters", Runnable.class, () -> letters);
                  });
          if (!done) {
            return ExitCodes.FAILED;
          }
          boolean letterWaits =
              outbox.unsettled().stream().anyMatch(one -> one.week().equals(week.week().known()));
          if (letterWaits) {
            progress.say(
                "A letter about a concern did not leave. Tell the head of service yourself.");
          }
          progress.say("The report: " + week.folder().resolve("overview.pdf"));
          return letterWaits || !forms.allInOrder() ? ExitCodes.HELD : ExitCodes.DONE;
        });
  }

  private boolean launchDraw(ThisPracticeWeek week, Stores stores, DataSource database)
      throws Exception {
    Outbox outbox = new OutboxTable(new JdbcTemplate(database), each(database));
    AnnouncePacks announcing =
        new AnnouncePacks(
            week, stores, outbox, sending.running().post().orElse(null), sending.clock());
    return launch(
        week,
        database,
        "practiceWeekDraw",
        PracticeWeekDrawJob.class,
        context -> {
          context.registerBean("announcing", AnnouncePacks.class, () -> announcing);
          context.registerBean(
              "letters", Runnable.class, () -> sending.letters(outbox, week.folder()));
        });
  }

  private int told(ThisPracticeWeek week, Stores stores) {
    List<DrawnCase> cases = stores.practiceWeeks().cases(week.week().known());
    long drawn = cases.stream().filter(DrawnCase::isInSample).count();
    long alone = cases.stream().filter(one -> one.isInSample() && one.auditor().isEmpty()).count();
    List<String> notes =
        WriteSample.notesOf(
            stores.practiceWeeks().find(week.week().known()).map(Drawn::draw).orElse("{}"));
    notes.forEach(note -> progress.say("  " + note));
    progress.say(
        "%,d cases drawn of %,d children; %s. In %s"
            .formatted(
                drawn,
                cases.size(),
                alone == 0 ? "each has an auditor" : "%,d without an auditor".formatted(alone),
                week.folder()));
    return alone == 0 && notes.isEmpty() ? ExitCodes.DONE : ExitCodes.HELD;
  }

  private boolean launch(
      ThisPracticeWeek week,
      DataSource database,
      String job,
      Class<?> configuration,
      Consumer<AnnotationConfigApplicationContext> more)
      throws Exception {
    return new JobRun(job, configuration, "It", world.output(), progress)
        .over(
            database,
            context -> {
              context.registerBean(ThisPracticeWeek.class, () -> week);
              context.registerBean(Progress.class, () -> progress);
              more.accept(context);
            },
            // Each run is one of its own: what came back since the last, or was replaced, is no
            // parameter.
            runs ->
                new JobParametersBuilder()
                    .addString("week", week.week().known())
                    .addLong("time", (long) runs.getJobInstances(job, 0, Integer.MAX_VALUE).size())
                    .toJobParameters())
        .isPresent();
  }

  @SuppressWarnings("try") // the lock is held, and nothing is asked of it
  private int with(Use use) throws Exception {
    PracticeWeeks all = settings.practiceWeeks();
    PracticeWeek week =
        all.find(id)
            .map(one -> one.sizedFor(all.auditors().size()))
            .orElseThrow(
                () ->
                    new Stopped(
                        ExitCodes.MISTAKE,
                        "There is no Practice Week '"
                            + id
                            + "' in jobs/practice-weeks/. There are: "
                            + (all.ids().isEmpty() ? "none" : String.join(", ", all.ids()))
                            + "."));
    String url = world.database();
    if (url == null && !Files.isDirectory(world.output().resolve(Database.FOLDER))) {
      throw noNight(week);
    }
    try (OutputLock lock = OutputLock.take(world.output());
        Database database = Database.open(world.output(), url, System.getenv())) {
      Stores stores = Stores.of(database.source());
      // What was drawn goes on with its own night, however many have come since.
      LocalDate day =
          stores
              .practiceWeeks()
              .find(week.known())
              .map(Drawn::asAt)
              .orElse(onOrBefore == null ? week.asAt() : onOrBefore);
      NightStore.Run night = stores.nights().findLatestClosed(day).orElseThrow(() -> noNight(week));
      Path folder = world.output().resolve(ThisPracticeWeek.FOLDER).resolve(week.known());
      int code =
          use.of(
              new ThisPracticeWeek(settings, week, night.asAt(), night.number(), folder, today),
              stores,
              database.source());
      boolean open = HeldOpen.settle(world.output().resolve(ThisPracticeWeek.FOLDER), progress);
      return open && code == ExitCodes.DONE ? ExitCodes.HELD : code;
    }
  }

  private Stopped noNight(PracticeWeek week) {
    LocalDate day = onOrBefore == null ? week.asAt() : onOrBefore;
    return new Stopped(
        ExitCodes.MISTAKE,
        day == null
            ? "There is no closed night to draw from. Run `practicewatch nightly` first."
            : "No night was closed on or before "
                + day
                + ". Run `practicewatch nightly --as-at "
                + day
                + "` first, or give another day with --as-at.");
  }
}
