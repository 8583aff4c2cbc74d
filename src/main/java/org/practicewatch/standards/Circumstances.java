package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;
import org.practicewatch.standards.Timescale.Count;

/**
 * Codes in force on a day, by kind of span: {@code {placement: [P1], legal status: [C1]}} holds
 * while both are true.
 *
 * @param codes for each kind of span, the codes of which one must be in force
 */
public record Circumstances(Map<String, List<String>> codes) {

  /** Stands for whatever code: a span of that kind is open. */
  public static final String ANY = "any";

  /** Whether something holds; where the record is silent it may be neither. */
  public enum Answer {
    YES,
    NO,
    NOT_KNOWN
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Circumstances {
    codes = Map.copyOf(codes);
  }

  /** In plain words: "placement is U1 or U4 and legal status is C2". */
  public String words() {
    return codes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
        .map(
            one ->
                one.getValue().contains(ANY)
                    ? one.getKey() + " is recorded"
                    : one.getKey() + " is " + String.join(" or ", one.getValue()))
        .collect(Collectors.joining(" and "));
  }

  /** Whether one of several holds on a day. */
  static boolean anyHolds(
      List<Circumstances> circumstances, Timeline timeline, LocalDate day, Span during) {
    for (Circumstances one : circumstances) {
      if (one.holdOn(timeline, day, during) == Answer.YES) {
        return true;
      }
    }
    return false;
  }

  /** Every day on which a code that some of them look at begins or ends, in order. */
  static Set<LocalDate> changes(List<Circumstances> circumstances, Timeline timeline) {
    Set<LocalDate> days = new TreeSet<>();
    for (Circumstances one : circumstances) {
      for (String kind : one.codes.keySet()) {
        String recorded = kind.equals(Kinds.PLACEMENT) ? Kinds.PLACEMENT_RECORD : kind;
        for (Span span : timeline.spans(recorded)) {
          days.add(span.from());
          if (span.to() != null) {
            days.add(span.to());
          }
        }
      }
    }
    return days;
  }

  /** Those days while something is counted: after its start, and before it stops. */
  static List<LocalDate> changes(List<Circumstances> circumstances, Count count) {
    LocalDate until = count.until();
    return changes(circumstances, count.timeline()).stream()
        .filter(day -> day.isAfter(count.since()) && (until == null || day.isBefore(until)))
        .toList();
  }

  /**
   * Whether they hold on a day, for a span of the child's. A child in care has a legal status
   * whether or not the record gives one, so where it gives none the answer is not known; a plan
   * that is not there is not in force.
   */
  public Answer holdOn(Timeline timeline, LocalDate day, Span during) {
    Answer answer = Answer.YES;
    for (Map.Entry<String, List<String>> needed : codes.entrySet()) {
      if (needed.getValue().contains(ANY)) {
        if (!timeline.isOpenOn(needed.getKey(), day)) {
          return Answer.NO;
        }
        continue;
      }
      String code = timeline.codeOn(needed.getKey(), day, during);
      if (code.equals(Span.NO_KNOWN_CODE)
          || (code.isEmpty() && needed.getKey().equals(Kinds.LEGAL_STATUS))) {
        answer = Answer.NOT_KNOWN;
      } else if (!needed.getValue().contains(code)) {
        return Answer.NO;
      }
    }
    return answer;
  }
}
