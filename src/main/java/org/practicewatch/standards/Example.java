package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Life;
import org.practicewatch.casework.Noted;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;

/**
 * A worked example beside a standard: one child's dates and what should be said of them.
 *
 * @param because what it shows, in a sentence
 * @param born date of birth, where age matters
 * @param disabled whether the child has a disability; null where nobody says
 * @param from start of the span in which the standard is owed
 * @param to its end
 * @param code its code, such as a placement type
 * @param done the days on which the activity was done
 * @param also other spans and activities that matter
 * @param asAt the night
 * @param expect the state of each obligation, in order
 * @param due the due date of each, where the example is about that
 */
public record Example(
    @JsonProperty(required = true) String because,
    @Nullable LocalDate born,
    @Nullable Boolean disabled,
    @JsonProperty(required = true) LocalDate from,
    @Nullable LocalDate to,
    @Nullable String code,
    List<LocalDate> done,
    List<Also> also,
    @JsonProperty(value = "as at", required = true) LocalDate asAt,
    @JsonProperty(required = true) List<String> expect,
    List<LocalDate> due) {

  public Example {
    Objects.requireNonNull(from);
    Objects.requireNonNull(asAt);
    done = done == null ? List.of() : List.copyOf(done);
    also = also == null ? List.of() : List.copyOf(also);
    expect = List.copyOf(expect);
    due = due == null ? List.of() : List.copyOf(due);
  }

  /** Another span ({@code from}) or activity ({@code on}) of the same child. */
  public record Also(
      @JsonProperty(required = true) String kind,
      @Nullable LocalDate on,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String code,
      List<String> marks) {

    public Also {
      marks = marks == null ? List.of() : List.copyOf(marks);
    }
  }

  private static final String CHILD = "example";
  private static final CellRef HERE = new CellRef("example", "", "A1");

  /**
   * What is wrong with the example or the standard, in a sentence; empty text when it holds.
   *
   * @param standard the one beside which it is written
   * @param versions by which it is judged
   */
  public String disagreement(PracticeStandard standard, Versions versions, WorkingDays calendar) {
    List<Obligation> found =
        versions
            .owedTo(Timeline.of(CHILD, facts(standard), asAt), sources(standard), calendar)
            .stream()
            .map(Versions.Owing::obligation)
            .toList();
    List<String> states = found.stream().map(o -> o.timeliness().words()).toList();
    if (!states.equals(expect)) {
      return "expected "
          + expect
          + " but the standard says "
          + states
          + ", due "
          + duesInWords(found);
    }
    List<LocalDate> dues = new ArrayList<>();
    for (Obligation obligation : found) {
      dues.add(obligation.due());
    }
    if (!due.isEmpty() && !due.equals(dues)) {
      return "expected due " + due + " but the standard says " + duesInWords(found);
    }
    return "";
  }

  private static String duesInWords(List<Obligation> found) {
    List<String> dues = new ArrayList<>();
    for (Obligation obligation : found) {
      LocalDate due = obligation.due();
      dues.add(due == null ? "not known" : due.toString());
    }
    return dues.toString();
  }

  /** The extracts of the example carry everything that it names, and what the standard needs. */
  private static Sources sources(PracticeStandard standard) {
    Set<String> events = new HashSet<>(standard.activities());
    Set<String> spans = new HashSet<>();
    if (!standard.during().isEmpty()) {
      spans.addAll(PracticeStandard.recordedAs(standard.during()));
    }
    return new Sources(events, Set.of(), spans);
  }

  private List<Fact> facts(PracticeStandard standard) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Child(CHILD, born, HERE));
    if (disabled != null) {
      Map<String, String> said = Map.of(Life.DISABILITY, disabled ? "yes" : "no");
      facts.add(new Noted(CHILD, Life.DISABILITY, said, HERE));
    }
    if (standard.during().isEmpty()) {
      String start = standard.starts().get(0);
      facts.add(new Activity(CHILD, start, from, Set.of(), Set.of(), HERE));
    } else {
      String kind = PracticeStandard.recordedAs(standard.during()).get(0);
      facts.add(span(kind, from, to, code));
    }
    for (LocalDate day : done) {
      facts.add(new Activity(CHILD, standard.metBy(), day, Set.of(), Set.of(), HERE));
    }
    for (Also one : also) {
      if (one.on() != null) {
        Set<String> marks = Set.copyOf(one.marks());
        facts.add(new Activity(CHILD, one.kind(), one.on(), Set.of(), marks, HERE));
      } else if (one.from() != null) {
        String recorded = PracticeStandard.recordedAs(one.kind()).get(0);
        facts.add(span(recorded, one.from(), one.to(), one.code()));
      }
    }
    return facts;
  }

  private static Span span(
      String kind, LocalDate from, @Nullable LocalDate to, @Nullable String code) {
    Map<String, String> details = kind.equals(Kinds.EPISODE) ? Map.of("reason new", "S") : Map.of();
    String ofCode = code == null ? "" : code;
    return new Span(CHILD, kind, from, to, ofCode, Set.of(), details, HERE);
  }
}
