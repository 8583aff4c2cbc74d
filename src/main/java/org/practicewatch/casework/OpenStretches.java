package org.practicewatch.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.practicewatch.casework.Span.NotKnown;

/** Joins spans that overlap, or follow each other without a day between, into one of a new kind. */
final class OpenStretches {

  private OpenStretches() {}

  /** The stretches in which at least one of the spans is open. */
  static List<Span> of(String kind, List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
      Span before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      LocalDate end = before == null ? null : before.to();
      if (before != null && (end == null || !span.from().isAfter(end))) {
        joined.set(joined.size() - 1, both(before, span));
      } else {
        joined.add(named(kind, span));
      }
    }
    return joined;
  }

  private static Span named(String kind, Span span) {
    return new Span(
        span.childId(),
        kind,
        span.from(),
        span.to(),
        null,
        "",
        span.refs(),
        whatIsNotKnown(span),
        Map.of(),
        span.source());
  }

  private static Span both(Span first, Span next) {
    LocalDate one = first.to();
    LocalDate other = next.to();
    boolean nextIsLast = other == null || (one != null && other.isAfter(one));
    boolean bothEndAlike = Objects.equals(one, other);
    boolean known =
        bothEndAlike
            ? first.endReadable() || next.endReadable()
            : nextIsLast ? next.endReadable() : first.endReadable();
    Set<NotKnown> notKnown = new HashSet<>(first.notKnown());
    if (known) {
      notKnown.remove(NotKnown.END);
    } else {
      notKnown.add(NotKnown.END);
    }
    Set<String> refs = new HashSet<>(first.refs());
    refs.addAll(next.refs());
    return new Span(
        first.childId(),
        first.kind(),
        first.from(),
        one == null ? null : nextIsLast ? other : one,
        null,
        "",
        refs,
        notKnown,
        Map.of(),
        first.source());
  }

  private static Set<NotKnown> whatIsNotKnown(Span span) {
    Set<NotKnown> notKnown = new HashSet<>(span.notKnown());
    notKnown.retainAll(Set.of(NotKnown.START, NotKnown.END));
    return notKnown;
  }
}
