package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;

/**
 * A worked example beside a flag: one child's record and what should be said of it.
 *
 * @param because what it shows, in a sentence
 * @param born date of birth, where age matters
 * @param record what is on the record
 * @param asAt the night
 * @param expect the state, or {@link #NOT_LOOKED_AT}
 * @param value the value as printed, where the example is about that
 * @param since the day since which it is so, where the example is about that
 */
public record FlagExample(
    @JsonProperty(required = true) String because,
    @Nullable LocalDate born,
    @JsonProperty(required = true) List<Recorded> record,
    @JsonProperty(value = "as at", required = true) LocalDate asAt,
    @JsonProperty(required = true) String expect,
    @Nullable String value,
    @Nullable LocalDate since) {

  /** Said of a child whom the flag is not about. */
  public static final String NOT_LOOKED_AT = "not looked at";

  public FlagExample {
    Objects.requireNonNull(asAt);
    record = List.copyOf(record);
  }

  /**
   * One thing on the record: a span ({@code kind}, {@code from}), an activity ({@code kind}, {@code
   * on}), a worker ({@code worker}, {@code from}), or what cannot be read ({@code kind}, {@code
   * unreadable: true}).
   *
   * @param reason why a placement or a period of care began, as in the national return ({@code S},
   *     {@code P}, {@code T} …)
   */
  public record Recorded(
      @Nullable String kind,
      @Nullable String worker,
      @Nullable LocalDate on,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String code,
      @Nullable String reason,
      List<String> marks,
      boolean unreadable) {

    public Recorded {
      marks = marks == null ? List.of() : List.copyOf(marks);
    }

    /** Whether it says one thing, and all that it needs. */
    public boolean isComplete() {
      boolean ofKind = kind != null && (on != null || from != null || unreadable);
      return worker == null ? ofKind : kind == null && from != null;
    }
  }

  private static final String CHILD = "example";

  /** What is wrong with the example or the flag, in a sentence; empty text when it holds. */
  public String disagreement(Flag flag, WorkingDays calendar) {
    Optional<Flag.Answer> answer = flag.lookAt(Timeline.of(CHILD, facts(), asAt), calendar);
    String state = answer.map(found -> found.state().words()).orElse(NOT_LOOKED_AT);
    String found = answer.map(Flag.Answer::value).orElse("");
    if (!state.equals(expect)) {
      return "expected '"
          + expect
          + "' but the flag says '"
          + state
          + "'"
          + (found.isEmpty() ? "" : ", with " + found);
    }
    if (value != null && !value.equals(found)) {
      return "expected the value " + value + " but the flag says " + found;
    }
    LocalDate sinceFound = answer.map(Flag.Answer::since).orElse(null);
    if (since != null && !since.equals(sinceFound)) {
      return "expected it to be so since " + since + " but the flag says " + sinceFound;
    }
    return "";
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Child(CHILD, born, cell(0)));
    for (Recorded one : record) {
      CellRef cell = cell(facts.size());
      LocalDate from = one.from();
      if (one.worker() != null) {
        facts.add(new Allocation(CHILD, "", one.worker(), from, one.to(), 1, cell));
      } else if (one.kind() != null && one.unreadable()) {
        facts.add(new Gap(CHILD, recorded(one.kind()), one.on(), Set.of(), cell));
      } else if (one.kind() != null && one.on() != null) {
        Set<String> marks = Set.copyOf(one.marks());
        facts.add(new Activity(CHILD, one.kind(), one.on(), Set.of(), marks, cell));
      } else if (one.kind() != null && from != null) {
        facts.add(span(one, one.kind(), from, cell));
      }
    }
    return facts;
  }

  private static Span span(Recorded one, String kind, LocalDate from, CellRef cell) {
    String recorded = recorded(kind);
    String reason = one.reason() == null ? "" : one.reason();
    Map<String, String> details =
        recorded.equals(Kinds.EPISODE)
            ? Map.of("reason new", reason.isEmpty() ? "S" : reason)
            : recorded.equals(Kinds.PLACEMENT_RECORD) ? Map.of("reason new", reason) : Map.of();
    String code = one.code() == null ? "" : one.code();
    return new Span(CHILD, recorded, from, one.to(), code, Set.of(), details, cell);
  }

  private static String recorded(String kind) {
    return PracticeStandard.recordedAs(kind).get(0);
  }

  private static CellRef cell(int row) {
    return new CellRef("example", "", "A" + (row + 1));
  }
}
