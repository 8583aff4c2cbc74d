package org.practicewatch.settings;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Kinds;
import org.practicewatch.intake.CodeList;
import org.practicewatch.standards.Before;
import org.practicewatch.standards.Confidence;
import org.practicewatch.standards.Example;
import org.practicewatch.standards.GoesOnFrom;
import org.practicewatch.standards.Midway;
import org.practicewatch.standards.Part;
import org.practicewatch.standards.PracticeStandard;
import org.practicewatch.standards.Standing;
import org.practicewatch.standards.Timeliness;

/** Resolves every name in one standard, and runs its worked examples. */
final class StandardByItself {

  private static final String UNSEEN =
      "a number whose text nobody has seen (confidence U) is 'to confirm', whoever set it.";
  private static final String IN_VOCABULARY = "name in jobs/vocabulary.yml";
  private static final Pattern STANDARD_ID = Pattern.compile("[A-Z0-9]+(-[A-Z0-9]+)*");

  private final StandardsHere.Worked worked;
  private final PracticeStandard standard;
  private final Optional<Vocabulary> vocabulary;
  private final Map<String, CodeList> codes;
  private final Optional<WorkingDays> calendar;
  private final Mistakes mistakes;

  StandardByItself(
      StandardsHere.Worked worked,
      Optional<Vocabulary> vocabulary,
      Map<String, CodeList> codes,
      Optional<WorkingDays> calendar,
      Mistakes mistakes) {
    this.worked = worked;
    this.standard = worked.standard();
    this.vocabulary = vocabulary;
    this.codes = codes;
    this.calendar = calendar;
    this.mistakes = mistakes;
  }

  void check() {
    Integer target = standard.target();
    if (!STANDARD_ID.matcher(standard.id()).matches()) {
      mistake(at("id"), "an id is capital letters, digits and hyphens, such as LAC-VISIT-LOCAL.");
    }
    if (standard.id().endsWith(LocalRules.OF_OUR_OWN) && standard.standing() != Standing.LOCAL) {
      mistake(
          at("standing"),
          "an id that ends in -LOCAL is a limit of the council's own, so its standing is local.");
    }
    if (target != null && (target < 0 || target > 100)) {
      mistake(at("target"), "this should be a percentage from 0 to 100.");
    }
    if (standard.inForce().from() != null
        && standard.inForce().to() != null
        && standard.inForce().to().isBefore(standard.inForce().from())) {
      mistake(at("in force"), "it ends before it begins.");
    }
    shape();
    vocabulary.ifPresent(this::names);
    standard.circumstances().forEach(one -> one.codes().forEach(this::codes));
    examples();
  }

  /** Keys that need, or rule out, each other. */
  private void shape() {
    boolean fromActivities = !standard.afterEach().isEmpty() || standard.beforeEach() != null;
    if (standard.during().isEmpty() && !fromActivities) {
      mistake(
          at("during"),
          "say in which span it is owed ('during'), or after or before which activity ('after each', 'before each').");
    }
    if (!standard.afterEach().isEmpty() && standard.beforeEach() != null) {
      mistake(at("before each"), "'after each' and 'before each' cannot both be given.");
    }
    if (standard.closedByTheNext() && standard.afterEach().isEmpty()) {
      mistake(at("closed by the next"), "this goes with 'after each'.");
    }
    boolean before = standard.timescale() instanceof Before;
    if (before != (standard.beforeEach() != null)) {
      mistake(at("timescale"), "'before each' and a timescale 'before' go together; give both.");
    }
    if (standard.timescale() instanceof Midway && standard.afterEach().isEmpty()) {
      mistake(at("timescale"), "'midway' goes with 'after each'.");
    }
    if (standard.confidence() == Confidence.U && standard.standing() != Standing.TO_CONFIRM) {
      mistake(at("standing"), UNSEEN);
    }
    for (Part part : standard.parts()) {
      if (part.confidence() == Confidence.U && part.standing() != Standing.TO_CONFIRM) {
        mistake(at("parts > " + part.part()), UNSEEN);
      }
    }
  }

  private String at(String key) {
    return standard.id() + " > " + key;
  }

  private void mistake(String where, String problem) {
    mistakes.tell(worked.file(), where, problem);
  }

  private void names(Vocabulary words) {
    Set<String> spans = new HashSet<>(words.spans());
    spans.addAll(Kinds.WORKED_OUT);
    if (!standard.during().isEmpty()) {
      in("during", List.of(standard.during()), spans);
    }
    in("outranked by", standard.outrankedBy(), spans);
    in("also ends with", standard.alsoEndsWith(), spans);
    in("overtaken by", standard.overtakenBy(), words.activities());
    GoesOnFrom goesOn = standard.goesOnFrom();
    if (goesOn != null) {
      goesOn
          .after()
          .forEach(one -> in("goes on from the last > after", one.codes().keySet(), spans));
      goesOn.after().forEach(one -> one.codes().forEach(this::codes));
      in("goes on from the last > of", goesOn.of(), words.activities());
    }
    activities("met by", words, standard.metBy());
    activities("counted from", words, standard.countedFrom());
    activities("before each", words, standard.beforeEach());
    in("or by", standard.orBy(), words.activities());
    in("after each", standard.afterEach(), words.activities());
    in("timescale", standard.timescale().looksAt(), words.activities());
    in("not owed if marked", standard.notOwedIfMarked(), words.marks());
    in("not if", standard.notIf(), words.marks());
    standard.circumstances().forEach(one -> in("circumstances", one.codes().keySet(), spans));
    Set<String> either = new HashSet<>(spans);
    either.addAll(words.activities());
    in("only if there is", standard.onlyIfThereIs(), either);
    for (Example example : standard.examples()) {
      for (Example.Also also : example.also()) {
        in("example '" + example.because() + "' > also", List.of(also.kind()), either);
        in("example '" + example.because() + "' > also", also.marks(), words.marks());
      }
    }
  }

  private void activities(String key, Vocabulary words, @Nullable String name) {
    if (name != null && !PracticeStandard.NOT_ACTIVITIES.contains(name)) {
      in(key, List.of(name), words.activities());
    }
  }

  private void in(String key, Collection<String> names, Set<String> known) {
    mistakes.known(worked.file(), at(key), names, known, IN_VOCABULARY);
  }

  private void codes(String kind, List<String> wanted) {
    CodeList list = codes.get(CodeList.nameFor(kind));
    if (list != null) {
      mistakes.known(
          worked.file(), at("circumstances > " + kind), wanted, CodeNames.in(list), list.name());
    }
  }

  private void examples() {
    if (standard.examples().isEmpty()) {
      mistake(at("examples"), "a standard needs at least one worked example.");
    }
    Set<String> states = new TreeSet<>();
    for (Timeliness timeliness : Timeliness.values()) {
      states.add(timeliness.words());
    }
    for (Example example : standard.examples()) {
      String where = "example '" + example.because() + "'";
      boolean spelt = states.containsAll(example.expect());
      mistakes.known(worked.file(), at(where + " > expect"), example.expect(), states, "state");
      if (example.also().stream().anyMatch(also -> also.on() == null && also.from() == null)) {
        mistake(at(where + " > also"), "give 'on' for an activity, or 'from' for a span.");
      }
      if (spelt && calendar.isPresent()) {
        String wrong = example.disagreement(standard, worked.judgedBy(), calendar.get());
        if (!wrong.isEmpty()) {
          mistake(at(where), wrong + ". Correct the example, or the standard." + before(example));
        }
      }
    }
  }

  /** What nearly everybody overlooks once: an example of a change that is not in force yet. */
  private String before(Example example) {
    LocalDate begins = standard.inForce().from();
    return worked.asWritten() || begins == null || !example.from().isBefore(begins)
        ? ""
        : " It begins before "
            + begins
            + ", the first day of the change, and so shows what held until then.";
  }
}
