package org.practicewatch.reports.practiceweek;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.practicewatch.practiceweek.CaseFile;
import org.practicewatch.practiceweek.CaseFile.Owed;
import org.practicewatch.reports.section.Words;

/**
 * What an auditor reads of a case before the child's record: one page of what happened, one of what
 * was owed.
 *
 * @param authority name of the authority
 * @param fictional whether every page says that the data is invented
 * @param week name of the Practice Week
 * @param number of the case
 * @param child id of the child
 * @param cohort the cohort
 * @param about what kind of child it is, no line longer than the page is wide
 * @param from first day looked back on, in words
 * @param asAt the night of the draw, in words
 * @param timeline what happened
 * @param headline how many were owed, and how they stand
 * @param lines what was owed, what was not in time first
 * @param cut what the page has no room for; empty where that is nothing
 * @param gaps what is open on the team's list
 * @param gapsCut what the page has no room for; empty where that is nothing
 */
public record CaseReport(
    String authority,
    boolean fictional,
    String week,
    String number,
    String child,
    String cohort,
    List<String> about,
    String from,
    String asAt,
    CaseTimeline timeline,
    String headline,
    List<Line> lines,
    String cut,
    List<Gap> gaps,
    String gapsCut) {

  /** In what order obligations stand, and whether they were not in time. */
  private static final List<String> NOT_IN_TIME = List.of("overdue", "missed", "late");

  private static final List<String> ORDER =
      List.of("overdue", "missed", "late", "cannot tell", "due", "in timescale");

  /** Points on the second page for both the table and the list, and how these fill them. */
  private static final int ROOM = 614;

  private static final int ROOM_FOR_GAPS = 200;
  private static final int ROW = 18;
  private static final int GAP = 12;
  private static final int LINE = 10;
  private static final int CHARACTERS_OF_TITLE = 54;
  private static final int CHARACTERS_OF_GAP = 120;
  private static final int CHARACTERS_ABOUT = 128;
  private static final int LINES_ABOUT = 8;

  /**
   * A row of the table.
   *
   * @param title what is owed
   * @param due last day in timescale
   * @param done the day it was done
   * @param state in words, with the days where it is late
   * @param notInTime whether it was not in time
   */
  public record Line(String title, String due, String done, String state, boolean notInTime) {}

  /** Something open on the team's list. */
  public record Gap(String words) {}

  /** What an auditor is given of a case. */
  public static CaseReport of(CaseFile file, String authority, boolean fictional, String weekName) {
    List<Line> all =
        file.standards().stream()
            .sorted(
                comparing((Owed owed) -> rank(owed))
                    .thenComparing(Owed::due, nullsLast(reverseOrder()))
                    .thenComparing(Owed::title))
            .map(CaseReport::line)
            .toList();
    int owedNeeds = all.stream().mapToInt(CaseReport::height).sum();
    int roomForGaps = Math.max(ROOM_FOR_GAPS, ROOM - owedNeeds);
    List<Gap> gaps =
        firstIn(roomForGaps, file.gaps().stream().map(Gap::new).toList(), CaseReport::height);
    int gapsNeed = gaps.stream().mapToInt(CaseReport::height).sum();
    List<Line> lines = firstIn(ROOM - gapsNeed, all, CaseReport::height);
    return new CaseReport(
        authority,
        fictional,
        weekName,
        file.number(),
        file.childId(),
        file.cohort(),
        wrapped(file.about()),
        Words.date(file.from()),
        Words.date(file.to()),
        CaseTimeline.of(file),
        headline(file.standards()),
        lines,
        more(all.size() - lines.size(), " on the form's sheet 'Compliance'."),
        gaps,
        more(file.gaps().size() - gaps.size(), " on the team's list."));
  }

  private static String more(int left, String where) {
    return left == 0 ? "" : Words.count(left, "more stands", "more stand") + where;
  }

  private static Line line(Owed owed) {
    return new Line(
        owed.title(),
        Words.dateOrNothing(owed.due()),
        Words.dateOrNothing(owed.done()),
        state(owed),
        NOT_IN_TIME.contains(key(owed)));
  }

  private static String state(Owed owed) {
    Integer over = owed.daysOver();
    boolean counted = key(owed).equals("late") || key(owed).equals("overdue");
    return over == null || !counted
        ? owed.state()
        : owed.state() + " by " + Words.count(over, "day", "days");
  }

  private static String key(Owed owed) {
    return owed.state().toLowerCase(Locale.UK);
  }

  private static int rank(Owed owed) {
    int rank = ORDER.indexOf(key(owed));
    return rank < 0 ? ORDER.indexOf("cannot tell") : rank;
  }

  /** "14 owed: 1 overdue, 2 late, 11 in timescale." */
  private static String headline(List<Owed> owed) {
    if (owed.isEmpty()) {
      return "Nothing was owed in this time.";
    }
    Map<Integer, Integer> counts = new TreeMap<>();
    owed.forEach(one -> counts.merge(rank(one), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach((rank, count) -> parts.add(Words.count(count) + " " + ORDER.get(rank)));
    return Words.count(owed.size()) + " owed: " + String.join(", ", parts) + ".";
  }

  private static int height(Line line) {
    return ROW + LINE * (breadth(line.title()) / CHARACTERS_OF_TITLE);
  }

  private static int height(Gap gap) {
    return GAP + LINE * (breadth(gap.words()) / CHARACTERS_OF_GAP);
  }

  /** How many small letters a text is as broad as; a capital is as broad as two. */
  private static int breadth(String text) {
    return text.length() + (int) text.chars().filter(Character::isUpperCase).count();
  }

  private static <T> List<T> firstIn(int room, List<T> all, ToIntFunction<T> height) {
    int left = room;
    List<T> first = new ArrayList<>();
    for (T one : all) {
      left -= height.applyAsInt(one);
      if (left < 0) {
        break;
      }
      first.add(one);
    }
    return first;
  }

  /** Wrapped here, so that the picture below is as high as the page allows. */
  private static List<String> wrapped(List<String> about) {
    List<String> lines = new ArrayList<>();
    for (String one : about) {
      StringBuilder line = new StringBuilder();
      for (String word : List.of(one.strip().split("\\s+", -1))) {
        if (!line.isEmpty() && breadth(line + " " + word) > CHARACTERS_ABOUT) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines.size() <= LINES_ABOUT ? lines : lines.subList(0, LINES_ABOUT);
  }
}
