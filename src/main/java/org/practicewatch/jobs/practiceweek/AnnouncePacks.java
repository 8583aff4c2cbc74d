package org.practicewatch.jobs.practiceweek;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.InWords;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.post.Delivering;
import org.practicewatch.post.Outbox;
import org.practicewatch.post.Outgoing;
import org.practicewatch.practiceweek.Auditor;
import org.practicewatch.practiceweek.DrawnCase;
import org.practicewatch.settings.PostSettings;

/**
 * Tells each auditor with an address where their pack is. The letter counts cases and names none;
 * an auditor whose cases have changed is told again.
 *
 * @param post null where no letters are sent
 */
record AnnouncePacks(
    ThisPracticeWeek week, Stores stores, Outbox outbox, @Nullable PostSettings post, Clock clock) {

  private static final int LETTERS_OF_A_HASH = 12;

  /** Puts the letters into the outbox. */
  void announce() {
    if (post == null) {
      return;
    }
    List<DrawnCase> cases =
        stores.practiceWeeks().cases(week.week().known()).stream()
            .filter(DrawnCase::isInSample)
            .toList();
    List<Outgoing> letters = new ArrayList<>();
    for (Auditor auditor : week.settings().practiceWeeks().auditors()) {
      List<String> first =
          cases.stream()
              .filter(one -> one.auditor().equals(auditor.auditor()))
              .map(DrawnCase::number)
              .toList();
      List<String> second =
          cases.stream()
              .filter(one -> one.moderator().equals(auditor.auditor()))
              .map(DrawnCase::number)
              .toList();
      if (auditor.email() != null && !(first.isEmpty() && second.isEmpty())) {
        letters.add(letter(auditor, auditor.email(), first, second, post.sender(), letters.size()));
      }
    }
    outbox.put(letters);
  }

  private Outgoing letter(
      Auditor auditor,
      String to,
      List<String> first,
      List<String> second,
      String sender,
      int position) {
    String all = String.join(" ", first) + "; " + String.join(" ", second);
    boolean fictional = week.settings().organisation().authority().fictional();
    return new Outgoing(
        "practicewatch.pack."
            + week.week().known()
            + "."
            + auditor.auditor().toLowerCase(Locale.ROOT)
            + "."
            + Delivering.sha256(all.getBytes(UTF_8)).substring(0, LETTERS_OF_A_HASH)
            + sender.substring(sender.indexOf('@')),
        week.week().known(),
        "pack",
        auditor.auditor(),
        position,
        sender,
        to,
        List.of(),
        (fictional ? "[fictional data] " : "") + week.week().name() + ": your cases",
        "You audit "
            + counted(first)
            + (second.isEmpty() ? "" : " and give second grades for " + counted(second))
            + " between "
            + InWords.day(week.week().from())
            + " and "
            + InWords.day(week.week().to())
            + ".\n\nYour pack is the folder\n"
            + week.folder()
                .resolve(WritePacks.FOLDER)
                .resolve(auditor.auditor().toLowerCase(Locale.ROOT))
            + "\nBegin with index.xlsx. Fill in the forms, save them, and give them to the organiser"
            + " by "
            + InWords.day(week.week().to())
            + ".\n",
        "",
        List.of(),
        clock.instant());
  }

  private static String counted(List<String> cases) {
    return InWords.count(cases.size(), "case", "cases")
        + (cases.isEmpty() ? "" : " (" + String.join(", ", cases) + ")");
  }
}
