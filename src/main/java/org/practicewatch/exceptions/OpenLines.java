package org.practicewatch.exceptions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicewatch.calendar.InWords;
import org.practicewatch.casework.Organisation;
import org.practicewatch.casework.Subject;
import org.practicewatch.exceptions.ExceptionList.Line;
import org.practicewatch.exceptions.LetterBody.Row;

/** What is open on a list, the most urgent and then the oldest first, as a letter counts it. */
record OpenLines(List<Line> lines, LocalDate asAt) {

  private static final int OLDEST = 3;
  private static final int SORTS_NAMED = 2;
  private static final int SORTS_OF_SEEING = 4;

  static OpenLines of(ExceptionList list) {
    return new OpenLines(
        Stream.of(list.practice(), list.data())
            .flatMap(List::stream)
            .sorted(
                Comparator.<Line>comparingInt(line -> line.meaning().priority())
                    .thenComparing(line -> -daysOver(line)))
            .toList(),
        list.asAt());
  }

  int count() {
    return lines.size();
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The children whom somebody has to see, each as often as there is a reason for it. */
  Stream<String> toSee() {
    return aboutSeeing().map(line -> line.one().key().subject());
  }

  private Stream<Line> aboutSeeing() {
    return lines.stream()
        .filter(line -> line.meaning().seeing())
        .filter(line -> Subject.isChild(line.one().key().subject()));
  }

  /** Why they are to be seen; empty where there is none. */
  String whyToSee() {
    List<Line> seeing = aboutSeeing().toList();
    return seeing.isEmpty() ? "" : titles(seeing, SORTS_OF_SEEING) + ".";
  }

  List<Row> byTeam() {
    Map<String, List<Line>> teams =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    line -> named(line.one().team()), TreeMap::new, Collectors.toList()));
    return teams.entrySet().stream()
        .sorted(Comparator.comparing(one -> -one.getValue().size()))
        .map(
            one ->
                new Row(
                    String.valueOf(one.getValue().size()),
                    one.getKey(),
                    "the longest " + listed(longestListed(one.getValue()))))
        .toList();
  }

  private static String named(String team) {
    return team.isEmpty() ? Organisation.NO_TEAM : team;
  }

  private int longestListed(List<Line> ofTeam) {
    return ofTeam.stream().mapToInt(line -> line.one().weeksOpen(asAt)).max().orElse(0);
  }

  private static String listed(int weeks) {
    return weeks == 0
        ? "new on the list"
        : "on the list for " + InWords.count(weeks, "week", "weeks");
  }

  /**
   * What matters most first.
   *
   * @param seeingIsSaid whether it is said already why children are to be seen
   */
  List<Row> byPriority(boolean seeingIsSaid) {
    Map<Integer, List<Line>> groups = new TreeMap<>();
    lines.forEach(
        line ->
            groups.computeIfAbsent(line.meaning().priority(), key -> new ArrayList<>()).add(line));
    List<Row> rows = new ArrayList<>();
    groups
        .values()
        .forEach(
            group ->
                rows.add(
                    new Row(
                        String.valueOf(group.size()),
                        group.get(0).meaning().priorityTitle(),
                        seeingIsSaid && group.stream().allMatch(line -> line.meaning().seeing())
                            ? ""
                            : titles(group, SORTS_NAMED))));
    return rows;
  }

  private static String titles(List<Line> group, int most) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    group.forEach(line -> counts.merge(line.meaning().title(), 1, Integer::sum));
    List<String> said =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(most)
            .map(one -> one.getKey() + ": " + one.getValue())
            .toList();
    int more = counts.size() - said.size();
    // Titles have commas in them.
    return String.join("; ", said)
        + (more > 0 ? "; " + InWords.count(more, "sort", "sorts") + " more" : "");
  }

  private static int daysOver(Line line) {
    Integer days = line.one().shown().daysOver();
    return days == null ? 0 : days;
  }

  List<Row> oldest() {
    List<Row> rows = new ArrayList<>();
    lines.stream()
        .sorted(
            Comparator.<Line>comparingInt(OpenLines::daysOver)
                .reversed()
                .thenComparing(line -> line.one().openSince()))
        .limit(OLDEST)
        .forEach(
            line -> {
              int days = daysOver(line);
              String listed = listed(line.one().weeksOpen(asAt));
              rows.add(
                  new Row(
                      "",
                      line.meaning().title(),
                      days == 0
                          ? listed
                          : String.format(
                              Locale.UK,
                              "%,d %s over, %s",
                              days,
                              days == 1 ? "day" : "days",
                              listed)));
            });
    return rows;
  }
}
