package org.practicewatch.jobs.week;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicewatch.exceptions.ManagersLetter;
import org.practicewatch.exceptions.ManagersLetter.Whereabouts;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.exceptions.SummaryLetter;
import org.practicewatch.exceptions.store.ExceptionStore;
import org.practicewatch.files.Slug;
import org.practicewatch.files.WholeFile;
import org.practicewatch.jobs.machine.Posting;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.week.Readers.Bundle;
import org.practicewatch.jobs.week.Readers.Read;
import org.practicewatch.jobs.week.Readers.Reader;
import org.practicewatch.jobs.week.WriteLists.ForReader;
import org.practicewatch.post.Copy;
import org.practicewatch.post.Delivering;
import org.practicewatch.post.Outbox;
import org.practicewatch.post.Outgoing;
import org.practicewatch.post.Outgoing.Attached;
import org.practicewatch.settings.WeeklySettings;

/** Writes a week's letters into the outbox, and lets leave what is in it. */
final class Letters {

  private static final String SUMMARY = "summary";
  private static final int LETTERS_OF_A_HASH = 12;

  private final ThisWeek week;
  private final Outbox outbox;
  private final ExceptionStore exceptions;
  private final Chased chased;
  private final Readers readers;
  private final Map<String, String> environment;
  private final Clock clock;
  private final Delivering.Waiting waiting;
  private final Progress progress;

  Letters(
      ThisWeek week,
      Outbox outbox,
      ExceptionStore exceptions,
      Chased chased,
      Map<String, String> environment,
      Clock clock,
      Delivering.Waiting waiting,
      Progress progress) {
    this.week = week;
    this.outbox = outbox;
    this.exceptions = exceptions;
    this.chased = chased;
    this.readers = new Readers(week);
    this.environment = environment;
    this.clock = clock;
    this.waiting = waiting;
    this.progress = progress;
  }

  // ---- writing ----

  /**
   * Writes a letter for everybody who reads a list, all or none; a week whose letters are written
   * stays so, even where the settings name others by now.
   */
  void compose(List<ForReader> lists) {
    // Two teams whose names differ in a hyphen have two letters, and so two Message-IDs.
    Map<String, String> slugs = Slug.of(lists.stream().map(ForReader::about).toList());
    List<Read> read = new ArrayList<>();
    List<String> withoutAddress = new ArrayList<>();
    for (ForReader one : lists) {
      if (!isSilent(one)) {
        Optional<Reader> reader = readers.of(one.level(), one.about());
        reader.ifPresentOrElse(
            found -> read.add(new Read(one, found)), () -> withoutAddress.add(one.about()));
      }
    }
    if (managersLetters().findAny().isEmpty()) {
      List<Outgoing> letters = new ArrayList<>();
      Readers.bundles(read).forEach(one -> letters.add(letter(one, slugs, letters.size())));
      outbox.put(letters);
    }
    exceptions.compose(week.week());
    withoutAddress.forEach(
        about ->
            progress.say(
                "No letter about "
                    + about
                    + ": nobody's address is in jobs/organisation/teams.yml or weekly.yml."));
  }

  private boolean isSilent(ForReader one) {
    return one.list().practice().isEmpty()
        && one.list().data().isEmpty()
        && !(one.level() == Level.TEAM && chased.isAnyOf(one.about()))
        && one.list().refused().isEmpty()
        && week.weekly().nothingToPutRight() == WeeklySettings.Nothing.NO_LETTER;
  }

  private Outgoing letter(Bundle bundle, Map<String, String> slugs, int position) {
    LetterAbout about = LetterAbout.of(bundle);
    String domain = week.post().sender().substring(week.post().sender().indexOf('@') + 1);
    ManagersLetter words =
        ManagersLetter.of(
            bundle.lists().stream()
                .map(
                    one ->
                        new ManagersLetter.About(
                            one.list(), one.level(), new Whereabouts(whereabouts(one))))
                .toList(),
            week.weekly().escalation());
    return new Outgoing(
        "practicewatch."
            + week.week().toLowerCase(Locale.ROOT)
            + "."
            + about.name(slugs)
            + "@"
            + domain,
        week.week(),
        about.kind(),
        about.lines(),
        position,
        week.post().sender(),
        bundle.to(),
        bundle.copies(),
        words.subject(),
        words.text(),
        words.html(),
        bundle.lists().stream().flatMap(this::attached).toList(),
        clock.instant());
  }

  private Stream<Attached> attached(ForReader one) {
    Path file = one.attached(week.passwords());
    return week.weekly().listGoes() == WeeklySettings.ListGoes.ATTACHED
        ? Stream.of(new Attached(file.toString(), Delivering.sha256(bytes(file))))
        : Stream.empty();
  }

  private String whereabouts(ForReader one) {
    return whereTheListIs(one) + (one.level() == Level.TEAM ? chased.sentence(one.about()) : "");
  }

  private String whereTheListIs(ForReader one) {
    if (week.weekly().listGoes() == WeeklySettings.ListGoes.ATTACHED) {
      return week.passwords().containsKey(one.about())
          ? "The list is attached. It opens in Excel with your team's password."
          : "The list is attached.";
    }
    return "The list is here: " + link(one);
  }

  private String link(ForReader one) {
    return new ListLink(Objects.requireNonNullElse(week.weekly().link(), ""))
        .to(week.folder(), one.attached(Map.of()), week.asAt());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(WholeFile.latest(file));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** A letter whose recipient was refused goes to whoever the settings name now. */
  void readdress() {
    for (Outgoing letter : managersLetters().toList()) {
      boolean refused =
          outbox.copies(letter).stream()
              .anyMatch(
                  copy -> copy.address().equals(letter.to()) && copy.state() == Copy.State.REFUSED);
      LetterAbout about = LetterAbout.of(letter);
      if (refused && !about.isCopy()) {
        readers
            .ofAll(about.lists())
            .filter(to -> !to.equals(letter.to()))
            .ifPresent(to -> outbox.readdress(letter, to));
      }
    }
  }

  // ---- leaving ----

  /**
   * Tells the performance manager who got what. The same is told once; where letters that waited
   * have left since, that is another letter.
   */
  void summarise(SummaryLetter words) {
    List<String> readers = week.weekly().performanceManager();
    if (readers.isEmpty()) {
      return;
    }
    String domain = week.post().sender().substring(week.post().sender().indexOf('@') + 1);
    String hash = Delivering.sha256((words.subject() + words.text()).getBytes(UTF_8));
    outbox.put(
        List.of(
            new Outgoing(
                "practicewatch."
                    + week.week().toLowerCase(Locale.ROOT)
                    + ".summary."
                    + hash.substring(0, LETTERS_OF_A_HASH)
                    + "@"
                    + domain,
                week.week(),
                SUMMARY,
                "the week",
                Integer.MAX_VALUE,
                week.post().sender(),
                readers.get(0),
                readers.subList(1, readers.size()),
                words.subject(),
                words.text(),
                words.html(),
                List.of(),
                clock.instant())));
    deliver(Duration.ZERO);
  }

  /** Hands over what waits, of this week and of those before. */
  void deliver() {
    deliver(week.weekly().againFor());
  }

  private void deliver(Duration atMost) {
    new Posting(outbox, week.post(), week.folder().resolve("letters"), environment, clock, waiting)
        .deliver(
            week.weekly().againEvery(),
            atMost,
            week.weekly().uncertain() == WeeklySettings.Uncertain.SENT_AGAIN);
  }

  /** How many copies of this week came to rest where. */
  Map<Copy.State, Integer> counts() {
    Map<Copy.State, Integer> counts = new HashMap<>();
    copies().forEach(copy -> counts.merge(copy.state(), 1, Integer::sum));
    return counts;
  }

  private Stream<Copy> copies() {
    return managersLetters().flatMap(letter -> outbox.copies(letter).stream());
  }

  private Stream<Outgoing> managersLetters() {
    return outbox.ofWeek(week.week()).stream().filter(letter -> !letter.kind().equals(SUMMARY));
  }

  /** Who got what; readers by what they are, without anybody's address. */
  List<SummaryLetter.Told> told() {
    List<SummaryLetter.Told> told = new ArrayList<>();
    for (Outgoing letter : managersLetters().toList()) {
      Map<Copy.State, Integer> became = new EnumMap<>(Copy.State.class);
      outbox.copies(letter).forEach(copy -> became.merge(copy.state(), 1, Integer::sum));
      told.add(
          new SummaryLetter.Told(
              LetterAbout.of(letter)
                  .inWords(week.weekly().performanceManager().contains(letter.to())),
              ManagersLetter.inShort(letter.subject()),
              became.entrySet().stream()
                  .map(
                      one ->
                          inWords(one.getKey())
                              + (one.getValue() == 1 ? "" : " (" + one.getValue() + " copies)"))
                  .collect(Collectors.joining(", "))));
    }
    return told;
  }

  private static String inWords(Copy.State state) {
    return switch (state) {
      case WAITING, HANDING_OVER -> "waiting";
      case REFUSED -> "refused";
      case UNCERTAIN -> "uncertain";
      case SENT -> "sent";
      case KEPT -> "kept as a file";
    };
  }

  /** What did not arrive and why, without anybody's address; the same told once. */
  List<String> troubles() {
    Map<String, Integer> troubles = new HashMap<>();
    for (Outgoing letter : managersLetters().toList()) {
      for (Copy copy : outbox.copies(letter)) {
        if (copy.state() != Copy.State.SENT && copy.state() != Copy.State.KEPT) {
          troubles.merge(
              inWords(copy.state())
                  + ", about "
                  + LetterAbout.of(letter).names()
                  + ": "
                  + copy.why(),
              1,
              Integer::sum);
        }
      }
    }
    return troubles.keySet().stream().sorted().toList();
  }
}
