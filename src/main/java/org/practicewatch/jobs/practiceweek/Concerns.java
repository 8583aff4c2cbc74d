package org.practicewatch.jobs.practiceweek;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Organisation;
import org.practicewatch.jobs.machine.CsvFile;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.post.Outbox;
import org.practicewatch.post.Outgoing;
import org.practicewatch.practiceweek.Audit;
import org.practicewatch.practiceweek.DrawnCase;
import org.practicewatch.settings.PostSettings;
import org.practicewatch.settings.WeeklySettings;

/**
 * Tells the head of service at once that somebody must act for a child (City of London, stocktake
 * 2021–22). The letter names no child: that stands in a list beside the report.
 *
 * @param post null where no letters are sent
 * @param weekly who is told where a service has no head; null where nothing says
 */
record Concerns(
    ThisPracticeWeek week,
    Stores stores,
    Outbox outbox,
    @Nullable PostSettings post,
    @Nullable WeeklySettings weekly,
    Clock clock,
    Progress progress,
    Map<String, Audit> byForm) {

  static final String FILE = "immediate-concerns.csv";
  private static final int LETTERS_OF_A_KEY = 16;

  Concerns(
      ThisPracticeWeek week,
      Stores stores,
      Outbox outbox,
      @Nullable PostSettings post,
      @Nullable WeeklySettings weekly,
      Clock clock,
      Progress progress) {
    this(week, stores, outbox, post, weekly, clock, progress, new LinkedHashMap<>());
  }

  /** Takes note of one. */
  void add(Audit audit) {
    byForm.put(audit.form(), audit);
  }

  /**
   * Writes the list, and puts a letter for each into the outbox: once, however often it is read.
   */
  void tell() {
    Map<String, DrawnCase> drawn = new LinkedHashMap<>();
    stores.practiceWeeks().cases(week.week().known()).forEach(one -> drawn.put(one.number(), one));
    stores.practiceWeeks().audits(week.week().known()).stream()
        .filter(Audit::concern)
        .forEach(one -> byForm.putIfAbsent(one.form(), one));
    if (byForm.isEmpty()) {
      return;
    }
    List<Outgoing> letters = new ArrayList<>();
    int untold = 0;
    for (Audit audit : byForm.values()) {
      Optional<Outgoing> letter = letter(audit, drawn.get(audit.number()), letters.size());
      letter.ifPresent(letters::add);
      untold += letter.isPresent() ? 0 : 1;
    }
    outbox.put(letters);
    write(drawn);
    progress.say(
        "IMMEDIATE CONCERNS: %d. Read %s now."
            .formatted(byForm.size(), week.folder().resolve(FILE)));
    if (post != null && post.server() == null && untold < byForm.size()) {
      progress.say(
          "There is no mail server: the letters about them are files in "
              + week.folder().resolve("letters")
              + ". Send them on now.");
    }
    if (untold > 0) {
      progress.say(
          untold
              + " of these could not be told to anybody by letter: nobody's address is in"
              + " jobs/organisation/teams.yml or weekly.yml. Tell the head of service yourself.");
    }
  }

  private void write(Map<String, DrawnCase> drawn) {
    try {
      Files.createDirectories(week.folder());
      try (CsvFile csv =
          new CsvFile(
              week.folder().resolve(FILE), "case", "child_id", "team", "auditor", "concern")) {
        for (Audit audit : byForm.values()) {
          DrawnCase one = drawn.get(audit.number());
          csv.row(
              audit.number(),
              audit.childId(),
              one == null ? "" : one.team(),
              audit.auditor(),
              audit.concernIs());
        }
      }
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }

  private Optional<Outgoing> letter(Audit audit, @Nullable DrawnCase drawn, int position) {
    List<String> readers = readers(drawn == null ? "" : drawn.team());
    if (readers.isEmpty() || post == null) {
      return Optional.empty();
    }
    String sender = post.sender();
    boolean fictional = week.settings().organisation().authority().fictional();
    return Optional.of(
        new Outgoing(
            "practicewatch.concern."
                + audit.form().substring(0, LETTERS_OF_A_KEY)
                + sender.substring(sender.indexOf('@')),
            week.week().known(),
            "concern",
            audit.number(),
            position,
            sender,
            readers.get(0),
            readers.subList(1, readers.size()),
            (fictional ? "[fictional data] " : "")
                + "Immediate concern: case "
                + audit.number()
                + ", "
                + week.week().name(),
            "An auditor says that somebody must act at once for a child.\n\n"
                + "Practice Week: "
                + week.week().name()
                + "\nCase: "
                + audit.number()
                + "\nTeam: "
                + (drawn == null || drawn.team().isEmpty() ? Organisation.NO_TEAM : drawn.team())
                + "\n\nThe child, and what the auditor says, stand in\n"
                + week.folder().resolve(FILE)
                + "\n\nPlease read it now, and tell the organiser what was done.\n",
            "",
            List.of(),
            clock.instant()));
  }

  private List<String> readers(String team) {
    Organisation organisation = week.settings().organisation();
    String service = organisation.teams().serviceOf(team);
    List<String> above = weekly == null ? List.<String>of() : weekly.performanceManager();
    return Stream.concat(
            organisation.services().stream()
                .filter(one -> one.service().equals(service))
                .map(Organisation.ServiceWithTeams::head)
                .filter(Objects::nonNull)
                .map(Organisation.Person::email)
                .filter(Objects::nonNull),
            above.stream())
        .distinct()
        .toList();
  }
}
