package org.practicewatch.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Span.NotKnown;

/**
 * Makes periods of care out of episodes. A period of care begins when a child starts to be looked
 * after and goes on through every change of placement and legal status.
 *
 * <p>Where the source gives its own id of a period, that id decides what is one period (how we
 * count, "Temporary stays are folded in"). Otherwise a new one begins at an episode whose reason is
 * {@code S} and wherever an episode starts later than every end before it.
 */
final class PeriodsOfCare {

  private static final Comparator<Span> IN_ORDER =
      Comparator.comparing(Span::from)
          .thenComparing(Span::to, Comparator.nullsLast(Comparator.naturalOrder()));

  /**
   * Sort of ref that ties what is worked out of an episode to its period: where a record gives two
   * periods at once, the codes of one say nothing of the other.
   */
  static final String IN_PERIOD = "period of care:";

  private PeriodsOfCare() {}

  /** Episodes in the order that the rule reads them; those alike keep the order of the file. */
  static List<Span> inOrder(List<Span> episodes) {
    List<Span> inOrder = new ArrayList<>(episodes);
    inOrder.sort(IN_ORDER);
    return inOrder;
  }

  /**
   * A period and the episodes it is made of.
   *
   * @param span the period, with a ref of its own that what is worked out of its episodes shares
   */
  record Period(Span span, List<Span> episodes) {}

  static List<Period> of(List<Span> episodes, List<Contradiction> contradictions) {
    if (episodes.isEmpty()) {
      return List.of();
    }
    Map<String, List<Span>> byId = new LinkedHashMap<>();
    List<Span> withoutId = new ArrayList<>();
    for (Span episode : inOrder(episodes)) {
      String id = episode.detail("care id");
      if (id.isEmpty()) {
        withoutId.add(episode);
      } else {
        byId.computeIfAbsent(id, key -> new ArrayList<>()).add(episode);
      }
    }
    List<Period> periods = new ArrayList<>();
    for (List<Span> group : byId.values()) {
      periods.add(period(group, periods.size()));
      List<List<Span>> runs = groupsWithoutGap(group);
      if (runs.size() > 1) {
        contradictions.add(
            new Contradiction(
                "There is a gap, or a new start, between the episodes of one period of care.",
                "The period was taken as one, as its id says.",
                group.get(0).source(),
                runs.get(1).get(0).source()));
      }
    }
    groupsWithoutGap(withoutId).forEach(group -> periods.add(period(group, periods.size())));
    periods.sort(Comparator.comparing(Period::span, IN_ORDER));
    return periods;
  }

  private static List<List<Span>> groupsWithoutGap(List<Span> episodes) {
    List<List<Span>> groups = new ArrayList<>();
    List<Span> group = new ArrayList<>();
    for (Span episode : episodes) {
      boolean starts = episode.detail("reason new").equals("S");
      if (!group.isEmpty() && (starts || isAfterEveryEnd(episode.from(), group))) {
        groups.add(group);
        group = new ArrayList<>();
      }
      group.add(episode);
    }
    if (!group.isEmpty()) {
      groups.add(group);
    }
    return groups;
  }

  private static boolean isAfterEveryEnd(LocalDate day, List<Span> episodes) {
    for (Span episode : episodes) {
      LocalDate end = episode.to();
      if (end == null || !day.isAfter(end)) {
        return false;
      }
    }
    return true;
  }

  private static Period period(List<Span> episodes, int number) {
    Span first = episodes.get(0);
    Span last = episodes.get(episodes.size() - 1);
    LocalDate from = first.from();
    boolean known = first.detail("reason new").equals("S");
    for (Span episode : episodes) {
      LocalDate entered = dateOrNull(episode.detail("entered care"));
      if (entered != null && !entered.isAfter(first.from())) {
        from = entered.isBefore(from) ? entered : from;
        known = true;
      }
    }
    Set<NotKnown> notKnown = EnumSet.noneOf(NotKnown.class);
    if (!known) {
      notKnown.add(NotKnown.START);
    }
    if (!last.endReadable()) {
      notKnown.add(NotKnown.END);
    }
    Set<String> refs = new HashSet<>();
    refs.add(IN_PERIOD + number);
    if (!first.detail("care id").isEmpty()) {
      refs.add("care:" + first.detail("care id"));
    }
    Span period =
        new Span(
            first.childId(),
            Kinds.PERIOD_OF_CARE,
            from,
            last.to() == null ? null : latestEnd(episodes),
            null,
            "",
            refs,
            notKnown,
            Map.of(),
            first.source());
    return new Period(period, episodes);
  }

  private static @Nullable LocalDate latestEnd(List<Span> episodes) {
    LocalDate latest = null;
    for (Span episode : episodes) {
      LocalDate to = episode.to();
      if (to != null && (latest == null || to.isAfter(latest))) {
        latest = to;
      }
    }
    return latest;
  }

  private static @Nullable LocalDate dateOrNull(String iso) {
    return iso.isEmpty() ? null : LocalDate.parse(iso);
  }
}
