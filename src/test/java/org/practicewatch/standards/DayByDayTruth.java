package org.practicewatch.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Span;

/** What is true of the child on a day. */
class DayByDayTruth extends DayByDaySpans {

  DayByDayTruth(List<Fact> facts, LocalDate asAt) {
    super(facts, asAt);
  }

  boolean owed(PracticeStandard standard, Stretch span, LocalDate day) {
    Ages ages = ages(standard);
    if (ages != null && born != null) {
      int age = age(day);
      if (ages.from() != null && age < ages.from() || ages.under() != null && age >= ages.under()) {
        return false;
      }
    }
    return (standard.onlyWhile().isEmpty()
            || holdsAny(standard.onlyWhile(), span, day) == Answer.YES)
        && holdsAny(standard.exceptWhile(), span, day) != Answer.YES
        && !(WhoAndUntilWhen.isCarePlan(standard) && youthDetention(span, day))
        && !outranked(standard, day);
  }

  boolean outranked(PracticeStandard standard, LocalDate day) {
    return standard.outrankedBy().stream()
        .anyMatch(kind -> stretches(kind).stream().anyMatch(one -> openOn(one, day)));
  }

  /** Between which ages it is owed, so far as the record tells. */
  @Nullable Ages ages(PracticeStandard standard) {
    if (!WhoAndUntilWhen.isPrivateFostering(standard)) {
      return standard.ages();
    }
    return new Ages(
        null,
        disabled() == Answer.YES ? WhoAndUntilWhen.ADULT : WhoAndUntilWhen.PRIVATELY_FOSTERED_UNDER,
        null);
  }

  /** Whether any source says that the child is disabled, or else that the child is not. */
  Answer disabled() {
    Set<String> said = noted("disability", "disability");
    for (Fact fact : facts) {
      if (fact instanceof Span span && !span.from().isAfter(asAt)) {
        said.add(span.detail("disability"));
      }
    }
    if (said.contains("yes")) {
      return Answer.YES;
    }
    return said.contains("no") ? Answer.NO : Answer.NOT_KNOWN;
  }

  /** Remanded (J1) to a secure home or to prison (2012 c. 10, s. 102(2)). */
  boolean youthDetention(Stretch of, LocalDate day) {
    return remanded(of, day) && Set.of("K1", "R5").contains(code("placement", of, day));
  }

  boolean remanded(Stretch of, LocalDate day) {
    return status(of, day).equals("J1");
  }

  enum Answer {
    YES,
    NO,
    NOT_KNOWN
  }

  Answer holdsAny(List<Circumstances> any, Stretch of, LocalDate day) {
    Answer answer = Answer.NO;
    for (Circumstances one : any) {
      Answer holds = holds(one, of, day);
      if (holds == Answer.YES) {
        return holds;
      }
      answer = holds == Answer.NOT_KNOWN ? holds : answer;
    }
    return answer;
  }

  Answer holds(Circumstances all, Stretch of, LocalDate day) {
    Answer answer = Answer.YES;
    for (Map.Entry<String, List<String>> one : all.codes().entrySet()) {
      if (one.getValue().contains("any")) {
        if (stretches(one.getKey()).stream().noneMatch(span -> openOn(span, day))) {
          return Answer.NO;
        }
        continue;
      }
      String code = code(one.getKey(), of, day);
      if (code.isEmpty() && one.getKey().equals("legal status")) {
        answer = Answer.NOT_KNOWN;
      } else if (!one.getValue().contains(code)) {
        return Answer.NO;
      }
    }
    return answer;
  }

  String code(String kind, Stretch of, LocalDate day) {
    if (kind.equals("legal status")) {
      return status(of, day);
    }
    if (kind.equals("placement")) {
      if (!of.placed().isEmpty()) {
        return place(of, day);
      }
      String code = "";
      for (Stretch stay : stays()) {
        code = stay.period().equals(of.period()) && openOn(stay, day) ? place(stay, day) : code;
      }
      return code;
    }
    String code = "";
    LocalDate newest = LocalDate.MIN;
    for (Span span : spans(kind)) {
      if (inForce(span, day) && !span.from().isBefore(newest)) {
        code = span.code();
        newest = span.from();
      }
    }
    return code;
  }
}
