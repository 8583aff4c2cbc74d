package org.practicewatch.jobs.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.practicewatch.files.Rights;
import org.practicewatch.intake.Drop;
import org.practicewatch.jobs.machine.BrokenStep;
import org.practicewatch.jobs.machine.ExitCodes;
import org.practicewatch.jobs.machine.Folders;
import org.practicewatch.jobs.machine.Posting;
import org.practicewatch.jobs.machine.Stopped;
import org.practicewatch.post.Delivery;
import org.practicewatch.post.Letter;
import org.practicewatch.post.MailServer;
import org.practicewatch.post.smtp.LetterFiles;
import org.practicewatch.post.smtp.SmtpPost;
import org.practicewatch.settings.MistakenSettings;
import org.practicewatch.settings.OperatorSettings;
import org.practicewatch.settings.OperatorSettings.Event;
import org.practicewatch.settings.PostSettings;
import org.practicewatch.settings.RunningSettings;
import org.practicewatch.settings.SettingsFolder;
import org.practicewatch.settings.SettingsMistake;

/**
 * Whoever looks after the nights, and is written to when one needs somebody. The same is told once
 * a day, however often a failed night is started again. No letter ever fails a night.
 */
public final class Operator {

  private static final int LETTERS_OF_A_HASH = 32;
  private static final int LETTERS_IN_A_NAME = 8;

  private final RunningSettings settings;
  private final Path output;
  private final Map<String, String> environment;
  private final Clock clock;
  private final Consumer<String> say;
  private final ToldLog told;

  /**
   * The operator of an output folder.
   *
   * @param environment where user and password of the mail server are found
   * @param say tells the console what became of a letter
   */
  public Operator(
      Folders folders, Map<String, String> environment, Clock clock, Consumer<String> say) {
    this.settings = new SettingsFolder(folders.jobs()).readRunning();
    this.output = folders.output();
    this.environment = environment;
    this.clock = clock;
    this.say = say;
    this.told = new ToldLog(output);
  }

  /** Tells of a night that ended with an exit status. */
  public void tellOfNight(int exitCode, WatchedNight night) {
    Optional<BrokenStep> broken = night.broken();
    if (exitCode == ExitCodes.FAILED) {
      tell(
          broken
              .map(step -> OperatorLetter.brokeOff(night.asAt(), step))
              .orElseGet(() -> OperatorLetter.ended("nightly", exitCode)));
      return;
    }
    LocalDate asAt = night.asAt();
    if (asAt != null) {
      NightRecord.find(output.resolve(asAt.toString()))
          .ifPresent(record -> tellOfClosed(exitCode, record, night));
    }
  }

  private void tellOfClosed(int exitCode, NightRecord record, WatchedNight night) {
    LocalDate today = LocalDate.now(clock);
    List<String> old =
        night.isDatedByItsExtracts() && record.isOldOn(today, night.settings())
            ? List.of(
                "The newest extract is of "
                    + OperatorLetter.DAY.format(record.asAt())
                    + ", and today is "
                    + OperatorLetter.DAY.format(today)
                    + ": nothing newer has come.")
            : List.of();
    old.forEach(say);
    if (exitCode == ExitCodes.HELD || !record.replaced().isEmpty()) {
      tell(OperatorLetter.held(record, old));
    } else if (!record.stale().isEmpty() || !old.isEmpty()) {
      tell(OperatorLetter.stale(record, old));
    } else {
      int failures = failuresTold(today);
      if (failures > 0 || isToldOf(Event.DONE)) {
        send(OperatorLetter.done(record, failures));
      }
    }
  }

  /** Tells of a night that could not be started, or that an exception ended. */
  public void tellOfFailure(Exception failure, WatchedNight night, Path input) {
    if (failure instanceof MistakenSettings mistaken) {
      List<String> files =
          mistaken.mistakes().stream().map(SettingsMistake::file).distinct().toList();
      tell(
          OperatorLetter.notStarted(
              night.asAt(),
              "There are mistakes in "
                  + String.join(", ", files)
                  + ". Run `practicewatch check-settings`, which says what and where."));
    } else if (failure instanceof Stopped stopped) {
      if (stopped.exitCode() == ExitCodes.FAILED && night.isLeftToAnother()) {
        // The job that is at work tells of it.
        return;
      }
      tell(
          OperatorLetter.notStarted(
              night.asAt(), withoutFileNames(String.valueOf(stopped.getMessage()), night, input)));
    } else {
      tell(OperatorLetter.brokeOff(night.asAt(), BrokenStep.of(BrokenStep.START, failure)));
    }
  }

  /**
   * People put names of children into names of files, so a letter has none of what was received.
   */
  private static String withoutFileNames(String text, WatchedNight night, Path input) {
    String without = text;
    for (Drop.ReceivedFile file : night.drop().map(Drop::files).orElse(List.of())) {
      without = without.replace(file.name(), "a file");
    }
    return Files.isRegularFile(input)
        ? without.replace(String.valueOf(input.getFileName()), "a file")
        : without;
  }

  /** Tells something, if the settings want it told. */
  public void tell(OperatorLetter letter) {
    if (isToldOf(letter.event())) {
      send(letter);
    }
  }

  private boolean isToldOf(Event event) {
    return settings.operator().map(one -> one.toldOf().contains(event)).orElse(false);
  }

  /** Whether a letter about a failure went out today, by the night that failed. */
  public boolean wasToldOfFailure() {
    return failuresTold(LocalDate.now(clock)) > 0;
  }

  private int failuresTold(LocalDate today) {
    try {
      return told.count(today, Event.FAILED) > told.count(today, Event.DONE)
          ? told.count(today, Event.FAILED)
          : 0;
    } catch (IOException unreadable) {
      return 0;
    }
  }

  private void send(OperatorLetter about) {
    List<String> recipients =
        settings.operator().map(OperatorSettings::recipients).orElse(List.of());
    Optional<PostSettings> post = settings.post();
    if (post.isEmpty()) {
      return;
    }
    int number = 0;
    for (String recipient : recipients) {
      number++;
      try {
        send(about, recipient, post.get(), number + " of " + recipients.size());
        Rights rights = rights();
        rights.settle(output.resolve("letters"));
        rights.settle(folder(about.asAt()));
      } catch (IOException unwritable) {
        say.accept(
            "What the operator was told cannot be noted in "
                + output.resolve("letters")
                + "; it may be told again.");
      }
    }
  }

  /** A group that the machine does not know is told by the job, and reads nothing. */
  private Rights rights() throws IOException {
    try {
      return Rights.of(environment, output.getFileSystem());
    } catch (UserPrincipalNotFoundException unknown) {
      return Rights.OWNER_ALONE;
    }
  }

  private void send(OperatorLetter about, String recipient, PostSettings post, String which)
      throws IOException {
    LocalDate today = LocalDate.now(clock);
    // What came back is told again: a failure after the night was done, and that it is done after
    // another failure. However often it is done, that is told once.
    Event other = about.event() == Event.DONE ? Event.FAILED : Event.DONE;
    String hash =
        DigestUtils.sha256Hex(
                output
                    + "\n"
                    + today
                    + "\n"
                    + about.event()
                    + "\n"
                    + about.asAt()
                    + "\n"
                    + about.about()
                    + "\n"
                    + recipient
                    + "\n"
                    + told.count(today, other))
            .substring(0, LETTERS_OF_A_HASH);
    String domain = post.sender().substring(post.sender().indexOf('@') + 1);
    String messageId = "practicewatch." + hash + "@" + domain;
    if (told.has(messageId)) {
      return;
    }
    Letter letter =
        new Letter(
            messageId,
            post.sender(),
            recipient,
            subject(about, today),
            about.text(output),
            clock.instant());
    String name =
        today + "-" + ToldLog.word(about.event()) + "-" + hash.substring(0, LETTERS_IN_A_NAME);
    LetterFiles files = new LetterFiles(folder(about.asAt()), name);
    MailServer server = post.server();
    if (server == null) {
      keep(files, letter, about, today);
      return;
    }
    Delivery delivery =
        new SmtpPost(
                server,
                post.allowed(),
                environment.getOrDefault(Posting.USER, ""),
                environment.getOrDefault(Posting.PASSWORD, ""))
            .send(letter);
    if (delivery instanceof Delivery.Sent) {
      told.add(today, about.event(), messageId);
      files.remove();
    } else if (delivery instanceof Delivery.Uncertain uncertain) {
      told.add(today, about.event(), messageId);
      notSent(files, letter, which, uncertain.why());
    } else if (delivery instanceof Delivery.Refused refused) {
      notSent(files, letter, which, refused.why());
    } else if (delivery instanceof Delivery.Delayed delayed) {
      notSent(files, letter, which, delayed.why());
    }
  }

  private void keep(LetterFiles files, Letter letter, OperatorLetter about, LocalDate today)
      throws IOException {
    if (files.send(letter) instanceof Delivery.Sent) {
      told.add(today, about.event(), letter.messageId());
      say.accept("A letter to the operator is in " + files.file());
    } else {
      say.accept("A letter to the operator could not be written to " + files.file());
    }
  }

  private void notSent(LetterFiles files, Letter letter, String which, String why) {
    boolean kept = files.send(letter) instanceof Delivery.Sent;
    say.accept(
        "The letter to recipient "
            + which
            + " in jobs/operator.yml was not sent: "
            + why
            + "."
            + (kept ? " It is kept in " + files.file() : ""));
  }

  private String subject(OperatorLetter about, LocalDate today) {
    String authority = settings.authority().isEmpty() ? "Practicewatch" : settings.authority();
    LocalDate asAt = about.asAt();
    String night =
        asAt == null ? OperatorLetter.DAY.format(today) : OperatorLetter.DAY.format(asAt);
    return (authority + ", night of " + night + ": " + about.subject())
        .replaceAll("\\p{Cntrl}+", " ");
  }

  private Path folder(@Nullable LocalDate asAt) {
    Path letters = Path.of("letters");
    return asAt == null
        ? output.resolve(letters)
        : output.resolve(asAt.toString()).resolve(letters);
  }
}
