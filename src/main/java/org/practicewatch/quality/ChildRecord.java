package org.practicewatch.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Noted;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;

/**
 * A child's record as checks see it: the rows as received, older extracts first, what lies after
 * the night included; and what was made of them. Some thirty checks ask for the rows of their kinds
 * and most get none, so rows are laid out by kind once, and what several checks want of them is
 * worked out once. It belongs to whoever looks at the child.
 */
public final class ChildRecord {

  private final List<? extends Fact> facts;
  private final Timeline timeline;
  private final WorkingDays calendar;
  private final List<Child> registered = new ArrayList<>();
  private final List<Activity> activities = new ArrayList<>();
  private final List<Allocation> allocations = new ArrayList<>();
  private final Map<String, List<Span>> spans = new HashMap<>();
  private final Map<String, List<Noted>> noted = new HashMap<>();
  private @Nullable List<List<Episode>> episodes;
  private @Nullable List<Allocation> holders;
  private @Nullable List<Activity> visits;

  /**
   * Lays out a record.
   *
   * @param facts the rows as received, older extracts first, what lies after the night included
   * @param timeline what was made of them; nothing after the night
   * @param calendar the working days
   */
  public ChildRecord(List<? extends Fact> facts, Timeline timeline, WorkingDays calendar) {
    this.facts = facts;
    this.timeline = timeline;
    this.calendar = calendar;
    for (Fact fact : facts) {
      if (fact instanceof Activity activity) {
        activities.add(activity);
      } else if (fact instanceof Span span) {
        add(spans, span.kind(), span);
      } else if (fact instanceof Noted row) {
        add(noted, row.kind(), row);
      } else if (fact instanceof Allocation allocation) {
        allocations.add(allocation);
      } else if (fact instanceof Child child) {
        registered.add(child);
      }
    }
  }

  private static <F> void add(Map<String, List<F>> byKind, String kind, F fact) {
    List<F> alike = byKind.get(kind);
    if (alike == null) {
      alike = new ArrayList<>();
      byKind.put(kind, alike);
    }
    alike.add(fact);
  }

  /** The rows as received. */
  public List<? extends Fact> facts() {
    return facts;
  }

  /** What was made of them; nothing after the night. */
  public Timeline timeline() {
    return timeline;
  }

  /** The working days. */
  public WorkingDays calendar() {
    return calendar;
  }

  public LocalDate asAt() {
    return timeline.asAt();
  }

  public String childId() {
    return timeline.child().childId();
  }

  /** Rows of lists of persons as received. */
  public List<Child> registered() {
    return registered;
  }

  /** Activities of all kinds as received. */
  public List<Activity> activities() {
    return activities;
  }

  /** Spans of a kind as received. */
  public List<Span> spans(String kind) {
    return spans.getOrDefault(kind, List.of());
  }

  /** What rows of a kind say that decides nothing. */
  public List<Noted> noted(String kind) {
    return noted.getOrDefault(kind, List.of());
  }

  /**
   * The episodes of each extract in order. Of one that a newer return gives again, the newer row
   * stands alone.
   */
  public List<List<Episode>> episodes() {
    List<List<Episode>> found = episodes;
    if (found == null) {
      found = Episode.byExtract(spans(Kinds.EPISODE));
      episodes = found;
    }
    return found;
  }

  /** Who held the child one after the other, as tables of involvements tell it. */
  public List<Allocation> holders() {
    List<Allocation> found = holders;
    if (found == null) {
      found = Holders.of(allocations);
      holders = found;
    }
    return found;
  }

  /** Visits to the child of the last days, of whatever sort, the oldest first. */
  public List<Activity> visitsOfTheLast(int days) {
    List<Activity> found = visits;
    if (found == null) {
      found = Visits.of(timeline);
      visits = found;
    }
    return Visits.since(asAt().minusDays(days), found);
  }
}
