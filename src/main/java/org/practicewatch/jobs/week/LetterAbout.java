package org.practicewatch.jobs.week;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.files.Slug;
import org.practicewatch.jobs.week.Readers.Bundle;
import org.practicewatch.post.Delivering;
import org.practicewatch.post.Outgoing;

/**
 * Which lists a letter is about, as the outbox keeps it. Of one list that goes to whoever acts on
 * it, kind and name are the list's; of all others the kind says so, and there is a line a list.
 *
 * @param kind what sort of letter
 * @param lists at least one
 */
record LetterAbout(String kind, List<Of> lists) {

  private static final String SEVERAL = "several";
  private static final String COPY = "copy";
  private static final int LETTERS_OF_A_HASH = 12;

  /** One list: of a team or a service, and as what it comes to its reader. */
  record Of(Level level, String about) {

    private String kind() {
      return level.name().toLowerCase(Locale.ROOT);
    }

    private String line() {
      return kind() + " " + about;
    }

    private static Of read(String line) {
      int end = line.indexOf(' ');
      return new Of(level(line.substring(0, end)), line.substring(end + 1));
    }

    private static Level level(String kind) {
      return Level.valueOf(kind.toUpperCase(Locale.ROOT));
    }
  }

  static LetterAbout of(Bundle bundle) {
    List<Of> lists = bundle.lists().stream().map(one -> new Of(one.level(), one.about())).toList();
    String kind = !bundle.addressed() ? COPY : lists.size() > 1 ? SEVERAL : lists.get(0).kind();
    return new LetterAbout(kind, lists);
  }

  static LetterAbout of(Outgoing letter) {
    boolean lines = letter.kind().equals(SEVERAL) || letter.kind().equals(COPY);
    return new LetterAbout(
        letter.kind(),
        lines
            ? letter.about().lines().map(Of::read).toList()
            : List.of(new Of(Of.level(letter.kind()), letter.about())));
  }

  /** Whether its readers only are to know of it. */
  boolean isCopy() {
    return kind.equals(COPY);
  }

  private boolean isOfOne() {
    return !isCopy() && lists.size() == 1;
  }

  String lines() {
    return isOfOne()
        ? lists.get(0).about()
        : lists.stream().map(Of::line).collect(Collectors.joining("\n"));
  }

  /**
   * What its Message-ID says of it: the same at every attempt, and another for every other set of
   * lists. No two letters of a week are about the same lists.
   */
  String name(Map<String, String> slugs) {
    String first = lists.get(0).about();
    String name = kind + "." + slugs.getOrDefault(first, Slug.of(first));
    return isOfOne()
        ? name
        : name + "." + Delivering.sha256(lines().getBytes(UTF_8)).substring(0, LETTERS_OF_A_HASH);
  }

  /** Whose lists. */
  String names() {
    return lists.stream().map(Of::about).distinct().collect(Collectors.joining("; "));
  }

  /** The same with who reads them. */
  String inWords(boolean performanceManager) {
    if (performanceManager) {
      return names() + ", sent to the performance manager";
    }
    return isCopy()
        ? names() + ", copy"
        : lists.stream()
            .map(one -> one.about() + ", " + one.level().words())
            .collect(Collectors.joining("; "));
  }
}
