package org.practicewatch.standards;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;
import org.practicewatch.standards.Timescale.Due;

/**
 * What cannot be read, and so what cannot be told of a standard (how we count, "What is not known
 * is not late"): acts that might have met it, plans and codes that might lift it, spans that might
 * have begun.
 */
final class Doubt {

  private final OneVersion by;
  private final PracticeStandard standard;
  private final Timeline timeline;

  Doubt(OneVersion by) {
    this.by = by;
    this.standard = by.standard();
    this.timeline = by.timeline();
  }

  /** The cell that leaves it open whether something was done in time, or was owed. */
  Optional<CellRef> findOf(Entry entry) {
    if (timeline.hasGaps()) {
      Optional<CellRef> gap =
          findGap(entry)
              .or(() -> findGapInWhatDecides(entry.due()))
              .or(() -> findGapInWhatOvertakes(entry))
              .map(Gap::source);
      if (gap.isPresent()) {
        return gap;
      }
    }
    return findUnknownCode(entry).map(Span::source);
  }

  /** Something that could not be read and could have met this in time. */
  private Optional<Gap> findGap(Entry entry) {
    if (standard.metBy().equals(PracticeStandard.ITS_END)) {
      return Optional.empty();
    }
    LocalDate since = entry.since();
    LocalDate due = entry.due().on();
    return standard.acts().stream()
        .flatMap(kind -> timeline.gaps(kind).stream())
        .filter(gap -> by.mayBelong(entry.span(), gap.refs()))
        .filter(
            gap -> {
              LocalDate on = gap.on();
              return on == null
                  || ((since == null || !on.isBefore(since)) && (due == null || !on.isAfter(due)));
            })
        .findFirst();
  }

  /**
   * A plan, placement or legal status under which this is not owed, or owed less often, from a day
   * nobody can read; or what would have made it due later, done on such a day.
   */
  private Optional<Gap> findGapInWhatDecides(Due due) {
    Set<String> kinds = new LinkedHashSet<>(standard.outrankedBy());
    standard.circumstances().forEach(deciding -> kinds.addAll(deciding.codes().keySet()));
    return kinds.stream()
        .flatMap(kind -> PracticeStandard.recordedAs(kind).stream())
        .flatMap(kind -> timeline.gaps(kind).stream())
        .findFirst()
        .or(
            () ->
                timeline.gaps(String.valueOf(due.unless())).stream()
                    .filter(gap -> gap.on() == null || !gap.on().isAfter(due.on()))
                    .findFirst());
  }

  /** What may have overtaken it, on a day that nobody can read. */
  private Optional<Gap> findGapInWhatOvertakes(Entry entry) {
    return standard.overtakenBy().stream()
        .flatMap(kind -> timeline.gaps(kind).stream())
        .filter(gap -> !entry.span().isTiedElsewhere(gap.refs()))
        .filter(gap -> gap.on() == null || entry.span().contains(gap.on()))
        .findFirst();
  }

  /**
   * Whether a span goes on after the birthday that ends what it owes, for a child of whom nobody
   * says whether they are disabled, so that it may be owed for longer.
   *
   * @param next whether what is next in it is due only after that birthday
   */
  boolean perhapsLasts(Span span, boolean next) {
    Ages ages = standard.ages();
    LocalDate birthday =
        ages == null || ages.under() == null ? null : timeline.child().birthday(ages.under());
    if (ages == null || birthday == null || !ages.mayLast(timeline.life())) {
      return false;
    }
    LocalDate end = new Ends(by).of(span);
    if (end != null && !end.isAfter(birthday)) {
      return false;
    }
    LocalDate from = span.from().isAfter(birthday) ? span.from() : birthday;
    return birthday.isAfter(timeline.asAt()) ? next : isOwedSomeDayFrom(from, end);
  }

  private boolean isOwedSomeDayFrom(LocalDate first, @Nullable LocalDate end) {
    LocalDate from = first;
    for (Span higher : higherSpans()) {
      if (higher.isOpenOn(from)) {
        LocalDate to = higher.to();
        if (to == null) {
          return false;
        }
        from = to;
      }
    }
    return end == null || from.isBefore(end);
  }

  private List<Span> higherSpans() {
    return standard.outrankedBy().stream()
        .flatMap(kind -> timeline.spans(kind).stream())
        .sorted(Comparator.comparing(Span::from))
        .toList();
  }

  /** A placement or legal status while this counts, under which it may not be owed at all. */
  private Optional<Span> findUnknownCode(Entry entry) {
    LocalDate since = entry.since();
    LocalDate last = entry.due().on();
    if (since == null || last == null) {
      return Optional.empty();
    }
    for (Circumstances excused : standard.exceptWhile()) {
      for (String kind : excused.codes().keySet()) {
        for (String recorded : PracticeStandard.recordedAs(kind)) {
          for (Span span : timeline.spans(recorded)) {
            if (span.code().equals(Span.NO_KNOWN_CODE)
                && !span.from().isAfter(last)
                && (span.to() == null || span.to().isAfter(since))) {
              return Optional.of(span);
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** What outranks a span and ends on a day that cannot be read: the span may owe again. */
  Optional<Span> findOutrankedUntilNobodyKnowsWhen(Span span) {
    if (standard.outrankedBy().isEmpty()) {
      return Optional.empty();
    }
    LocalDate end = new Ends(by).of(span);
    return standard.outrankedBy().stream()
        .flatMap(kind -> timeline.spans(kind).stream())
        .filter(higher -> !higher.endReadable())
        .filter(higher -> end == null || end.isAfter(higher.from()))
        .findFirst();
  }

  /** The spans whose start cannot be read: each owes something, and nobody can tell what. */
  List<Gap> unreadableSpans() {
    int youngest = standard.youngest();
    Integer age = youngest == 0 ? null : timeline.child().ageOn(timeline.asAt());
    boolean tooYoung = age != null && age < youngest;
    boolean inSpans = standard.afterEach().isEmpty() && standard.beforeEach() == null;
    if (tooYoung || !inSpans || !timeline.hasGaps()) {
      return List.of();
    }
    return PracticeStandard.recordedAs(standard.during()).stream()
        .flatMap(kind -> timeline.gaps(kind).stream())
        .toList();
  }

  /** Without a date of birth nobody can tell whether a child in care is an eligible child. */
  List<Span> perhapsEligible() {
    return standard.during().equals(Kinds.ELIGIBLE_CHILD) && timeline.child().born() == null
        ? timeline.spans(Kinds.PERIOD_OF_CARE)
        : List.of();
  }
}
