package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;

/**
 * Something to look into and not a duty with a day: a count that has come to a number, as written
 * in {@code jobs/standards/flags.yml}.
 *
 * @param id upper case
 * @param title as printed
 * @param rule in one plain sentence
 * @param basis the statistic, guidance or document it comes from
 * @param standing by what right it binds
 * @param confidence how sure we are of the number
 * @param variations what others count, in sentences
 * @param of the kinds of span of which one must be open tonight for the child to be looked at
 * @param exceptWhile circumstances in which the child is not looked at
 * @param counts what is counted, and from which number it is flagged
 * @param examples worked examples: the flag's own tests
 */
public record Flag(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String title,
    @JsonProperty(required = true) String rule,
    @JsonProperty(required = true) String basis,
    @JsonProperty(required = true) Standing standing,
    @JsonProperty(required = true) Confidence confidence,
    List<String> variations,
    @JsonProperty(value = "of children with", required = true) List<String> of,
    @JsonProperty("except while") List<Circumstances> exceptWhile,
    @JsonProperty(required = true) Counted counts,
    List<FlagExample> examples) {

  private static final Comparator<Span> BY_START = Comparator.comparing(Span::from);

  public Flag {
    variations = variations == null ? List.of() : List.copyOf(variations);
    of = List.copyOf(of);
    exceptWhile = exceptWhile == null ? List.of() : List.copyOf(exceptWhile);
    examples = examples == null ? List.of() : List.copyOf(examples);
  }

  /** What can be said of a child who is looked at. */
  public enum State {
    FLAGGED("flagged"),
    NOT_FLAGGED("not flagged"),
    /** The record does not allow it to be told: never a clean bill. */
    CANNOT_TELL("cannot tell");

    private final String words;

    State(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    /**
     * The state of a count that may be higher than the record shows.
     *
     * @param surely whether what is certain is enough
     * @param perhaps whether what is possible is
     */
    static State of(boolean surely, boolean perhaps) {
      return surely ? FLAGGED : perhaps ? CANNOT_TELL : NOT_FLAGGED;
    }
  }

  /**
   * What the flag says of one child.
   *
   * @param number how many were counted
   * @param value the same as printed: "3", "26 months", "2 of 9"
   * @param recorded whether the record says anything of the kind of this child; where it does of no
   *     child at all, there is no source
   * @param since the day since which it is so; null where it is not, or cannot be told
   * @param source the cell that proves it
   */
  public record Answer(
      State state,
      int number,
      String value,
      boolean recorded,
      @Nullable LocalDate since,
      CellRef source) {

    /** The same, where something else makes it doubtful. */
    Answer inDoubt() {
      return new Answer(State.CANNOT_TELL, number, value, recorded, null, source);
    }

    /** "cannot tell", with what is known, or the value. */
    public String inWords() {
      return state == State.CANNOT_TELL
          ? State.CANNOT_TELL.words() + (value.isEmpty() ? "" : ": " + value + " known")
          : value;
    }
  }

  /** In plain words: "a period of care or an open case". */
  public String ofWhom() {
    return of.stream()
        .map(kind -> ("aeiou".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ") + kind)
        .collect(Collectors.joining(" or "));
  }

  /** Whether the extracts carry children to look at, and what is counted; else "no source". */
  public boolean canBeJudgedFrom(Sources sources) {
    Set<String> acts = counts.activities();
    return recordedAs().anyMatch(sources.spans()::contains)
        && (acts.isEmpty() || acts.stream().anyMatch(sources.events()::contains));
  }

  /**
   * The kinds of span in the extracts that make a child one to look at. A placement also stands in
   * an episode, where a source has no table of placements.
   */
  public Stream<String> recordedAs() {
    return of.stream()
        .flatMap(
            kind ->
                kind.equals(Kinds.PLACEMENT)
                    ? Stream.of(Kinds.PLACEMENT_RECORD, Kinds.EPISODE)
                    : PracticeStandard.recordedAs(kind).stream());
  }

  /** The kinds of activity and span, as extracts give them, on which it rests. */
  Set<String> restsOn() {
    Set<String> kinds = recordedAs().collect(Collectors.toSet());
    kinds.addAll(counts.activities());
    counts.spans().forEach(kind -> kinds.addAll(PracticeStandard.recordedAs(kind)));
    if (counts instanceof WithoutWorker || counts instanceof CountedWorkers) {
      kinds.add(Kinds.WHO_HOLDS);
    }
    return kinds;
  }

  /** What can be said of a child tonight; empty where the flag is not about this child. */
  public Optional<Answer> lookAt(Timeline timeline, WorkingDays calendar) {
    LocalDate night = timeline.asAt();
    boolean none = true;
    List<Span> lookedAt = new ArrayList<>();
    for (String kind : of) {
      for (Span span : timeline.spans(kind)) {
        if (span.isOpenOn(night)) {
          none = false;
          if (!Circumstances.anyHolds(exceptWhile, timeline, night, span)) {
            lookedAt.add(span);
          }
        }
      }
    }
    if (lookedAt.isEmpty()) {
      return none ? findUnreadable(timeline) : Optional.empty();
    }
    if (lookedAt.size() > 1) {
      lookedAt.sort(BY_START);
    }
    Optional<Answer> answer = counts.of(new Counted.Case(timeline, lookedAt, calendar));
    boolean perhapsOver =
        answer.isPresent()
            && answer.get().state() == State.FLAGGED
            && lookedAt.stream().noneMatch(Span::endReadable);
    return perhapsOver ? answer.map(Answer::inDoubt) : answer;
  }

  /** A span whose start cannot be read may be open tonight, and nobody can tell since when. */
  private Optional<Answer> findUnreadable(Timeline timeline) {
    if (!timeline.hasGaps()) {
      return Optional.empty();
    }
    return recordedAs()
        .flatMap(kind -> timeline.gaps(kind).stream())
        .map(Gap::source)
        .findFirst()
        .map(cell -> new Answer(State.CANNOT_TELL, 0, "", false, null, cell));
  }
}
