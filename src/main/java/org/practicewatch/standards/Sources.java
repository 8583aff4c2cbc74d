package org.practicewatch.standards;

import java.util.Set;

/**
 * What tonight's facts, with those that stand from earlier nights, carry at all. A standard whose
 * acts no extract carries cannot be judged, and nobody is overdue by it.
 *
 * @param events kinds of activity given act by act
 * @param snapshots kinds of activity of which only the latest is given
 * @param spans kinds of span
 * @param listed kinds of activity of which one extract has flags, and another lists those that were
 *     done with their dates
 */
public record Sources(
    Set<String> events, Set<String> snapshots, Set<String> spans, Set<String> listed) {

  public Sources {
    events = Set.copyOf(events);
    snapshots = Set.copyOf(snapshots);
    spans = Set.copyOf(spans);
    listed = Set.copyOf(listed);
  }

  /** Sources without flags. */
  public Sources(Set<String> events, Set<String> snapshots, Set<String> spans) {
    this(events, snapshots, spans, Set.of());
  }

  /** Whether any of the extracts gives facts of this kind. */
  public boolean tellOf(String kind) {
    return events.contains(kind) || snapshots.contains(kind) || spans.contains(kind);
  }
}
