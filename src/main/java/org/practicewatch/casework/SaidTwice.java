package org.practicewatch.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.practicewatch.casework.Span.NotKnown;

/** One span of those that rows and extracts tell more than once. */
final class SaidTwice {

  private final LocalDate asAt;
  private final List<Contradiction> contradictions;

  /**
   * @param contradictions where what the rows say differently is noted
   */
  SaidTwice(LocalDate asAt, List<Contradiction> contradictions) {
    this.asAt = asAt;
    this.contradictions = contradictions;
  }

  /** Those that an id shows to be the same are one. */
  List<Span> byId(List<Span> told) {
    return oneForEachId(withTheirStarts(told));
  }

  /** What says only that something is so says no more where another row says since when. */
  private static List<Span> withTheirStarts(List<Span> spans) {
    Set<String> started = new HashSet<>();
    for (Span span : spans) {
      if (!span.from().equals(Span.LONG_AGO)) {
        started.add(span.kind());
      }
    }
    List<Span> told = new ArrayList<>(spans);
    told.removeIf(span -> span.from().equals(Span.LONG_AGO) && started.contains(span.kind()));
    return told;
  }

  /**
   * A plan or enquiry that its own id shows to be recorded twice is one. What the two rows say
   * differently cannot be told.
   */
  private List<Span> oneForEachId(List<Span> spans) {
    List<Span> kept = new ArrayList<>();
    for (Span span : spans) {
      int twin = 0;
      while (twin < kept.size() && !isSameThing(kept.get(twin), span)) {
        twin++;
      }
      if (twin == kept.size()) {
        kept.add(span);
      } else if (!sayTheSame(kept.get(twin), span)) {
        Span first = kept.get(twin);
        contradictions.add(
            new Contradiction(
                "The " + span.kind() + " with this id is recorded twice, and differently.",
                "It was taken as one; what depends on the difference cannot be judged.",
                first.source(),
                span.source()));
        kept.set(twin, asOne(first, span));
      }
    }
    return kept;
  }

  private static boolean isSameThing(Span one, Span other) {
    return one.kind().equals(other.kind())
        && !one.kind().equals(Kinds.EPISODE)
        && one.isTiedTo(other.refs())
        && sameExtract(one, other);
  }

  private static boolean sayTheSame(Span one, Span other) {
    return one.from().equals(other.from())
        && Objects.equals(one.to(), other.to())
        && one.code().equals(other.code());
  }

  private static Span asOne(Span one, Span other) {
    Set<NotKnown> notKnown = new HashSet<>(one.notKnown());
    if (!one.from().equals(other.from())) {
      notKnown.add(NotKnown.START);
    }
    boolean endsAlike = Objects.equals(one.to(), other.to());
    if (!endsAlike) {
      notKnown.add(NotKnown.END);
    }
    Span first = one.from().isAfter(other.from()) ? other : one;
    Set<String> refs = new HashSet<>(one.refs());
    refs.addAll(other.refs());
    return new Span(
        first.childId(),
        first.kind(),
        first.from(),
        endsAlike ? first.to() : null,
        one.endedAt(),
        other.code().isEmpty() ? one.code() : other.code(),
        refs,
        notKnown,
        one.details(),
        first.source());
  }

  /**
   * Folds spans that begin on one day. Rows alike are one; of an episode that a newer extract gives
   * again the newer row stands alone, as yearly returns merge.
   */
  List<Span> byStart(List<Span> spans) {
    Map<List<Object>, List<Span>> bySameStart = new LinkedHashMap<>();
    for (Span span : spans) {
      List<Object> start = List.of(span.kind(), span.from());
      foldInto(bySameStart.computeIfAbsent(start, key -> new ArrayList<>()), span);
    }
    List<Span> folded = new ArrayList<>();
    bySameStart.values().forEach(folded::addAll);
    return folded;
  }

  private void foldInto(List<Span> same, Span span) {
    if (span.kind().equals(Kinds.EPISODE)) {
      if (span.detail("care id").isEmpty()
          && same.stream().anyMatch(before -> !before.detail("care id").isEmpty())) {
        return;
      }
      same.removeIf(before -> !sameExtract(before, span));
    }
    for (int i = 0; i < same.size(); i++) {
      Span before = same.get(i);
      if (!sameExtract(before, span)) {
        if (!Objects.equals(before.stillOpen(asAt).to(), span.stillOpen(asAt).to())) {
          contradictions.add(
              new Contradiction(
                  "Two extracts give different ends for the same " + span.kind() + ".",
                  "The newer extract was believed.",
                  before.source(),
                  span.source()));
        }
        same.set(i, newerOf(before, span));
        return;
      }
      boolean alike =
          Objects.equals(before.to(), span.to())
              && before.code().equals(span.code())
              && before.notKnown().equals(span.notKnown())
              && Objects.equals(before.endedAt(), span.endedAt())
              && agree(before.details(), span.details());
      if (alike) {
        same.set(i, newerOf(span, before));
        return;
      }
    }
    same.add(span);
  }

  /** Whether nothing that both say is said differently. */
  private static boolean agree(Map<String, String> one, Map<String, String> other) {
    return one.entrySet().stream()
        .allMatch(
            said -> {
              String also = other.getOrDefault(said.getKey(), "");
              return said.getValue().isEmpty() || also.isEmpty() || also.equals(said.getValue());
            });
  }

  private static boolean sameExtract(Span one, Span other) {
    return one.source().isOfExtractOf(other.source());
  }

  private static Span newerOf(Span older, Span newer) {
    Set<String> refs = new HashSet<>(older.refs());
    refs.addAll(newer.refs());
    Map<String, String> details = new HashMap<>(older.details());
    details.putAll(newer.details());
    Set<NotKnown> notKnown = new HashSet<>(older.notKnown());
    notKnown.removeAll(Set.of(NotKnown.START, NotKnown.END));
    notKnown.addAll(newer.notKnown());
    return new Span(
        newer.childId(),
        newer.kind(),
        newer.from(),
        newer.to(),
        newer.endedAt() == null ? older.endedAt() : newer.endedAt(),
        newer.code().isEmpty() ? older.code() : newer.code(),
        refs,
        notKnown,
        details,
        newer.source());
  }
}
