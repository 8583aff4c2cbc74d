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
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Organisation;
import org.practicewatch.exceptions.ManagersLetter;
import org.practicewatch.exceptions.ManagersLetter.Whereabouts;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.exceptions.SummaryLetter;
import org.practicewatch.exceptions.store.ExceptionStore;
import org.practicewatch.jobs.machine.Posting;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.week.WriteLists.ForReader;
import org.practicewatch.post.Copy;
import org.practicewatch.post.Delivering;
import org.practicewatch.post.Outbox;
import org.practicewatch.post.Outgoing;
import org.practicewatch.reports.Slug;
import org.practicewatch.settings.WeeklySettings;

/** Writes a week's letters into the outbox, and lets leave what is in it. */
final class Letters {

  private static final String SUMMARY = "summary";
  private static final int LETTERS_OF_A_HASH = 12;

  private final ThisWeek week;
  private final Outbox outbox;
  private final ExceptionStore exceptions;
  private final Chased chased;
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
    this.environment = environment;
    this.clock = clock;
    this.waiting = waiting;
    this.progress = progress;
  }

  /** Whom a letter goes to. */
  private record Reader(String to, List<String> copies) {}

  // ---- writing ----

  /** Writes a letter for each list, all or none; a week whose letters are written stays so. */
  void compose(List<ForReader> lists) {
    // Two teams whose names differ in a hyphen have two letters, and so two Message-IDs.
    Map<String, String> slugs = Slug.of(lists.stream().map(ForReader::about).toList());
    List<Outgoing> letters = new ArrayList<>();
    List<String> withoutAddress = new ArrayList<>();
    for (ForReader one : lists) {
      boolean nothing = one.list().practice().isEmpty() && one.list().data().isEmpty();
      boolean silent =
          nothing
              && !(one.level() == Level.TEAM && chased.isAnyOf(one.about()))
              && one.list().refused().isEmpty()
              && week.weekly().nothingToPutRight() == WeeklySettings.Nothing.NO_LETTER;
      if (!silent) {
        Optional<Reader> reader = reader(one.level(), one.about());
        if (reader.isPresent()) {
          letters.add(
              letter(
                  one,
                  slugs.getOrDefault(one.about(), Slug.of(one.about())),
                  reader.get(),
                  letters.size()));
        } else {
          withoutAddress.add(one.about());
        }
      }
    }
    outbox.put(letters);
    exceptions.compose(week.week());
    withoutAddress.forEach(
        about ->
            progress.say(
                "No letter about "
                    + about
                    + ": nobody's address is in jobs/organisation/teams.yml or weekly.yml."));
  }

  private Outgoing letter(ForReader one, String slug, Reader reader, int position) {
    String kind = one.level().name().toLowerCase(Locale.ROOT);
    String name = "practicewatch." + week.week().toLowerCase(Locale.ROOT) + "." + kind + "." + slug;
    String domain = week.post().sender().substring(week.post().sender().indexOf('@') + 1);
    boolean attached = week.weekly().listGoes() == WeeklySettings.ListGoes.ATTACHED;
    Path file = one.attached(week.passwords());
    ManagersLetter words =
        ManagersLetter.of(
            one.list(),
            one.level(),
            new Whereabouts(
                whereabouts(one) + (one.level() == Level.TEAM ? chased.sentence(one.about()) : "")),
            week.weekly().escalation());
    return new Outgoing(
        name + "@" + domain,
        week.week(),
        kind,
        one.about(),
        position,
        week.post().sender(),
        reader.to(),
        reader.copies(),
        words.subject(),
        words.text(),
        words.html(),
        attached ? file.toString() : "",
        attached ? Delivering.sha256(bytes(file)) : "",
        clock.instant());
  }

  private String whereabouts(ForReader one) {
    if (week.weekly().listGoes() == WeeklySettings.ListGoes.ATTACHED) {
      return week.passwords().containsKey(one.about())
          ? "The list is attached. It opens in Excel with your team's password."
          : "The list is attached.";
    }
    return "The list is here: " + link(one);
  }

  private String link(ForReader one) {
    return Objects.requireNonNullElse(week.weekly().link(), "")
        .replace("{date}", week.asAt().toString())
        .replace("{team}", String.valueOf(one.file().getFileName()));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private Optional<Reader> reader(Level level, String about) {
    Organisation organisation = week.settings().organisation();
    Reader manager = null;
    for (Organisation.ServiceWithTeams service : organisation.services()) {
      if (level != Level.TEAM && service.service().equals(about)) {
        Organisation.Person above =
            level == Level.SERVICE && service.manager() != null
                ? service.manager()
                : service.head();
        manager = above == null ? null : reader(above.email(), List.of());
      }
      for (Organisation.Team team : service.teams()) {
        if (level == Level.TEAM && team.team().equals(about)) {
          manager = reader(team.email(), team.copiesTo());
        }
      }
    }
    List<String> performance = week.weekly().performanceManager();
    if (manager == null && !performance.isEmpty()) {
      manager = new Reader(performance.get(0), performance.subList(1, performance.size()));
    }
    return Optional.ofNullable(manager);
  }

  private static @Nullable Reader reader(@Nullable String address, List<String> copies) {
    return address == null ? null : new Reader(address, copies);
  }

  /** A letter whose recipient was refused goes to whoever the settings name now. */
  void readdress() {
    for (Outgoing letter : managersLetters().toList()) {
      boolean refused =
          outbox.copies(letter).stream()
              .anyMatch(
                  copy -> copy.address().equals(letter.to()) && copy.state() == Copy.State.REFUSED);
      Level level = Level.valueOf(letter.kind().toUpperCase(Locale.ROOT));
      if (refused) {
        reader(level, letter.about())
            .map(Reader::to)
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
                "",
                "",
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
              letter.about() + ", " + reads(letter),
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

  /** What its reader is; where nobody's address is known, the performance manager stands in. */
  private String reads(Outgoing letter) {
    return week.weekly().performanceManager().contains(letter.to())
        ? "sent to the performance manager"
        : Level.valueOf(letter.kind().toUpperCase(Locale.ROOT)).words();
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
              inWords(copy.state()) + ", about " + letter.about() + ": " + copy.why(),
              1,
              Integer::sum);
        }
      }
    }
    return troubles.keySet().stream().sorted().toList();
  }
}
