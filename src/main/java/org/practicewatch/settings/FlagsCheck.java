package org.practicewatch.settings;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Kinds;
import org.practicewatch.compliance.Caseload;
import org.practicewatch.intake.CodeList;
import org.practicewatch.standards.Circumstances;
import org.practicewatch.standards.Confidence;
import org.practicewatch.standards.Flag;
import org.practicewatch.standards.FlagExample;
import org.practicewatch.standards.Standing;

/** Resolves every name in the flags and the weights of a caseload, and runs the flags' examples. */
final class FlagsCheck {

  private static final String FLAGS = "standards/" + StandardsFolder.FLAGS;
  static final String CASELOAD = "caseload.yml";

  private static final Pattern ID = Pattern.compile("[A-Z0-9]+(-[A-Z0-9]+)*");
  private static final String IN_VOCABULARY = "name in jobs/vocabulary.yml";

  private final Optional<Vocabulary> vocabulary;
  private final Map<String, CodeList> codes;
  private final Optional<WorkingDays> calendar;
  private final Mistakes mistakes;

  FlagsCheck(
      Optional<Vocabulary> vocabulary,
      Map<String, CodeList> codes,
      Optional<WorkingDays> calendar,
      List<SettingsMistake> mistakes) {
    this.vocabulary = vocabulary;
    this.codes = codes;
    this.calendar = calendar;
    this.mistakes = new Mistakes(mistakes);
  }

  /**
   * Checks all of them.
   *
   * @param standards ids that are taken already
   */
  void check(List<Flag> flags, Set<String> standards) {
    Set<String> taken = new HashSet<>(standards);
    for (Flag flag : flags) {
      if (!ID.matcher(flag.id()).matches()) {
        mistake(flag, "id", "an id is capital letters, digits and hyphens, such as UNALLOCATED.");
      }
      if (!taken.add(flag.id())) {
        mistake(flag, "id", "another flag or standard has this id. Give it one of its own.");
      }
      if (flag.of().isEmpty()) {
        mistake(flag, "of children with", "name at least one kind of span.");
      }
      if (flag.confidence() == Confidence.U && flag.standing() != Standing.TO_CONFIRM) {
        mistake(
            flag, "confidence", "U is a number whose text was not seen: 'standing: to confirm'.");
      }
      vocabulary.ifPresent(words -> names(flag, words));
      for (Circumstances circumstances : flag.exceptWhile()) {
        circumstances.codes().forEach((kind, wanted) -> codes(flag, kind, wanted));
      }
      codes(flag, Kinds.PLACEMENT, flag.counts().placements());
      if (flag.counts().threshold() < 1) {
        mistake(flag, "counts > at least", "should be 1 or more: every child has nought or more.");
      } else {
        examples(flag);
      }
    }
  }

  private void names(Flag flag, Vocabulary words) {
    Set<String> spans = spans(words);
    known(flag, "of children with", flag.of(), spans, IN_VOCABULARY);
    for (Circumstances circumstances : flag.exceptWhile()) {
      known(flag, "except while", circumstances.codes().keySet(), spans, IN_VOCABULARY);
    }
    known(flag, "counts", flag.counts().spans(), spans, IN_VOCABULARY);
    known(flag, "counts", flag.counts().activities(), words.activities(), IN_VOCABULARY);
    known(flag, "counts", flag.counts().marks(), words.marks(), IN_VOCABULARY);
    Set<String> either = new HashSet<>(spans);
    either.addAll(words.activities());
    for (FlagExample example : flag.examples()) {
      for (FlagExample.Recorded one : example.record()) {
        if (one.kind() != null) {
          known(flag, at(example) + " > record", List.of(one.kind()), either, IN_VOCABULARY);
        }
        known(flag, at(example) + " > record", one.marks(), words.marks(), IN_VOCABULARY);
      }
    }
  }

  private static Set<String> spans(Vocabulary words) {
    Set<String> spans = new HashSet<>(words.spans());
    spans.addAll(Kinds.WORKED_OUT);
    return spans;
  }

  private void codes(Flag flag, String kind, List<String> wanted) {
    CodeList list = codes.get(kind.equals(Kinds.PLACEMENT) ? "placement type" : kind);
    if (list != null) {
      known(flag, kind, wanted, CodeNames.in(list), list.name());
    }
  }

  private void examples(Flag flag) {
    if (flag.examples().isEmpty()) {
      mistake(flag, "examples", "a flag needs at least one worked example.");
    }
    Set<String> states = new TreeSet<>();
    for (Flag.State state : Flag.State.values()) {
      states.add(state.words());
    }
    states.add(FlagExample.NOT_LOOKED_AT);
    for (FlagExample example : flag.examples()) {
      boolean complete = example.record().stream().allMatch(FlagExample.Recorded::isComplete);
      if (!complete) {
        mistake(
            flag,
            at(example) + " > record",
            "each line needs 'kind' with 'on', 'from' or 'unreadable: true', or 'worker' with"
                + " 'from'.");
      }
      known(flag, at(example) + " > expect", List.of(example.expect()), states, "state");
      if (complete && states.contains(example.expect()) && calendar.isPresent()) {
        String wrong = example.disagreement(flag, calendar.get());
        if (!wrong.isEmpty()) {
          mistake(flag, at(example), wrong + ". Correct the example, or the flag.");
        }
      }
    }
  }

  private static String at(FlagExample example) {
    return "example '" + example.because() + "'";
  }

  /** Checks what a caseload is made of. */
  void check(Caseload caseload) {
    Set<String> named = new HashSet<>();
    for (Caseload.Weight weight : caseload.weights()) {
      String where = "weights > '" + weight.open() + "'";
      vocabulary.ifPresent(
          words ->
              mistakes.known(
                  "jobs/" + CASELOAD, where, List.of(weight.open()), spans(words), IN_VOCABULARY));
      if (weight.weight().signum() < 0) {
        mistakes.tell("jobs/" + CASELOAD, where, "should be 0 or more.");
      }
      if (!named.add(weight.open())) {
        mistakes.tell("jobs/" + CASELOAD, where, "it has two weights.");
      }
    }
    Integer children = caseload.limit().children();
    BigDecimal weighted = caseload.limit().weighted();
    if ((children != null && children < 1) || (weighted != null && weighted.signum() <= 0)) {
      mistakes.tell("jobs/" + CASELOAD, "limit", "each limit should be above 0.");
    }
  }

  private void known(
      Flag flag, String key, Collection<String> names, Set<String> known, String sort) {
    mistakes.known("jobs/" + FLAGS, flag.id() + " > " + key, names, known, sort);
  }

  private void mistake(Flag flag, String key, String problem) {
    mistakes.tell("jobs/" + FLAGS, flag.id() + " > " + key, problem);
  }
}
