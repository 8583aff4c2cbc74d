package org.practicewatch.compliance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;

/**
 * What reports want to know of a child's record beside the findings. It is looked up while the
 * child's timeline is there anyway, so that no report needs to build it again.
 *
 * @param kinds activities and spans
 * @param marked activities wanted only where they carry a mark: the mark by the activity
 */
public record Wanted(Set<String> kinds, Map<String, String> marked) {

  /** No report wants anything. */
  public static final Wanted NOTHING = new Wanted(Set.of(), Map.of());

  public Wanted {
    // In order, so that the same record gives the same page.
    kinds = new TreeSet<>(kinds);
    marked = new TreeMap<>(marked);
  }

  /**
   * What the record has of it.
   *
   * @param teamOn who held the child on a day
   */
  List<Recorded> in(Timeline timeline, Function<LocalDate, String> teamOn) {
    List<Recorded> found = new ArrayList<>();
    for (String kind : kinds) {
      for (Span span : timeline.spans(kind)) {
        found.add(
            new Recorded(
                kind,
                span.from(),
                span.to(),
                List.of(),
                teamOn.apply(span.from()),
                span.source().toString()));
      }
      timeline.activities(kind).forEach(one -> found.add(recorded(one, teamOn)));
    }
    marked.forEach(
        (kind, mark) ->
            timeline.activities(kind).stream()
                .filter(one -> one.marks().contains(mark))
                .forEach(one -> found.add(recorded(one, teamOn))));
    return found;
  }

  private static Recorded recorded(Activity one, Function<LocalDate, String> teamOn) {
    return new Recorded(
        one.kind(),
        one.on(),
        one.on(),
        one.marks().stream().sorted().toList(),
        teamOn.apply(one.on()),
        one.source().toString());
  }
}
