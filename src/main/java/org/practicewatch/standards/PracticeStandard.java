package org.practicewatch.standards;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Subject;
import org.practicewatch.casework.Timeline;

/**
 * What will be done for a child and by when, as written in {@code jobs/standards/}.
 *
 * @param id upper case; the local, stricter one beside it ends in {@code -LOCAL}
 * @param title as printed
 * @param rule in one plain sentence
 * @param basis the regulation, guidance or document it comes from
 * @param standing by what right it binds
 * @param confidence how sure its number is; null where nobody said
 * @param parts what in it rests on something else, or is not as sure
 * @param variations what other councils do, in plain sentences
 * @param subject whose record it is held against
 * @param during the kind of span in which it is owed; empty where {@code afterEach} or {@code
 *     beforeEach} says all
 * @param afterEach activities of which each starts a count of its own, from its day
 * @param closedByTheNext the next such activity closes the count
 * @param beforeEach the activity that it prepares; it is owed before each of them
 * @param countedFrom the activity of the span, if any, from whose day the first is counted; or
 *     {@link #ITS_END}, or {@link #BIRTH}
 * @param countedFromAnywhere that activity counts wherever in the span it lies
 * @param onlyIfThereIs activities or spans of which one must belong to the span
 * @param ages at which it is owed
 * @param doneBeforehandCounts one done at most this long before the first day meets the first
 * @param runsFromTheFirst the first act of the span is another standard's; this one counts on from
 *     it, or from one done at most this long before the span
 * @param notOwedIfDone nothing is owed when one was done at most this long before the span
 * @param timescale the clock
 * @param counting whether the reference day is day 0
 * @param metBy the kind of activity that meets it, or {@link #ITS_END}
 * @param orBy other kinds that meet it too
 * @param notIf marks with which an activity does not count
 * @param notOwedIfMarked marks of one of that kind which end what is owed: the child refused
 * @param ofTheSame only an activity tied to the span by the source's own id counts, where both
 *     carry one
 * @param dayNought whether an activity on the first day meets the first obligation (how we count,
 *     "The day counts on both sides")
 * @param onlyWhile where given, circumstances of which one must hold for it to be owed
 * @param exceptWhile circumstances in which it is not owed
 * @param owedAfterEighteen whether it is owed to somebody who is no child any more
 * @param overtakenBy acts of which the first ends the count, because it only served them
 * @param noLongerAskedAfter how long after its due date what is not done is missed for good
 * @param alsoEndsWith kinds of span with the end of which the count ends
 * @param goesOnFrom from what it goes on after a break; null for the end of the break
 * @param outrankedBy kinds of span during which it is not owed; it resumes from their end
 * @param inForce when this version applies
 * @param dueSoon how long before, where the standard says other than the contract
 * @param target the share that should be in timescale, in percent
 * @param goodReasons why it may be missed though the work was good, in plain sentences
 * @param examples worked examples: the standard's own tests
 */
public record PracticeStandard(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String title,
    @JsonProperty(required = true) String rule,
    @JsonProperty(required = true) String basis,
    @JsonProperty(required = true) Standing standing,
    @Nullable Confidence confidence,
    List<Part> parts,
    List<String> variations,
    Subject subject,
    String during,
    @JsonProperty("after each") @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> afterEach,
    @JsonProperty("closed by the next") boolean closedByTheNext,
    @JsonProperty("before each") @Nullable String beforeEach,
    @JsonProperty("counted from") @Nullable String countedFrom,
    @JsonProperty("counted from anywhere in it") boolean countedFromAnywhere,
    @JsonProperty("only if there is") @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> onlyIfThereIs,
    @Nullable Ages ages,
    @JsonProperty("done beforehand counts") @Nullable Length doneBeforehandCounts,
    @JsonProperty("runs from the first, or from one in the previous")
        @Nullable Length runsFromTheFirst,
    @JsonProperty("not owed if done in the previous") @Nullable Length notOwedIfDone,
    @JsonProperty(required = true) Timescale timescale,
    Counting counting,
    @JsonProperty(value = "met by", required = true) String metBy,
    @JsonProperty("or by") @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> orBy,
    @JsonProperty("not if") List<String> notIf,
    @JsonProperty("not owed if marked") List<String> notOwedIfMarked,
    @JsonProperty("of the same") boolean ofTheSame,
    @JsonProperty("counts on the first day") Boolean dayNought,
    @JsonProperty("only while") List<Circumstances> onlyWhile,
    @JsonProperty("except while") List<Circumstances> exceptWhile,
    @JsonProperty("outranked by") List<String> outrankedBy,
    @JsonProperty("owed after eighteen") boolean owedAfterEighteen,
    @JsonProperty("overtaken by") List<String> overtakenBy,
    @JsonProperty("no longer asked after") @Nullable Length noLongerAskedAfter,
    @JsonProperty("also ends with") List<String> alsoEndsWith,
    @JsonProperty("goes on from the last") @Nullable GoesOnFrom goesOnFrom,
    @JsonProperty("in force") InForce inForce,
    @JsonProperty("due soon") @Nullable Length dueSoon,
    @Nullable Integer target,
    @JsonProperty("may be missed for good reason") List<String> goodReasons,
    List<Example> examples) {

  /** Met by the end of the span, or counted from it. */
  public static final String ITS_END = "its end";

  /** Counted from the child's birth, where that lies in the span. */
  public static final String BIRTH = "birth";

  /** What {@code met by} and {@code counted from} may say instead of an activity. */
  public static final Set<String> NOT_ACTIVITIES = Set.of(ITS_END, BIRTH);

  public PracticeStandard {
    parts = parts == null ? List.of() : List.copyOf(parts);
    variations = variations == null ? List.of() : List.copyOf(variations);
    subject = subject == null ? Subject.CHILD : subject;
    during = during == null ? "" : during;
    afterEach = afterEach == null ? List.of() : List.copyOf(afterEach);
    onlyIfThereIs = onlyIfThereIs == null ? List.of() : List.copyOf(onlyIfThereIs);
    orBy = orBy == null ? List.of() : List.copyOf(orBy);
    counting = counting == null ? Counting.EXCLUSIVE : counting;
    notIf = notIf == null ? List.of() : List.copyOf(notIf);
    notOwedIfMarked = notOwedIfMarked == null ? List.of() : List.copyOf(notOwedIfMarked);
    dayNought = dayNought == null || dayNought;
    onlyWhile = onlyWhile == null ? List.of() : List.copyOf(onlyWhile);
    exceptWhile = exceptWhile == null ? List.of() : List.copyOf(exceptWhile);
    outrankedBy = outrankedBy == null ? List.of() : List.copyOf(outrankedBy);
    overtakenBy = overtakenBy == null ? List.of() : List.copyOf(overtakenBy);
    alsoEndsWith = alsoEndsWith == null ? List.of() : List.copyOf(alsoEndsWith);
    inForce = inForce == null ? InForce.ALWAYS : inForce;
    goodReasons = goodReasons == null ? List.of() : List.copyOf(goodReasons);
    examples = examples == null ? List.of() : List.copyOf(examples);
  }

  /**
   * Everything owed to a child by this standard, as at the timeline's date.
   *
   * @param sources what the extracts carry at all
   */
  public List<Obligation> owedTo(Timeline timeline, Sources sources, WorkingDays calendar) {
    return Versions.only(this).owedTo(timeline, sources, calendar).stream()
        .map(Versions.Owing::obligation)
        .toList();
  }

  /** Whether the extracts carry what this standard needs; if not it is "no source". */
  public boolean canBeJudgedFrom(Sources sources) {
    return acts().stream().anyMatch(sources::tellOf)
        && starts().stream().anyMatch(sources::tellOf)
        && (during.isEmpty()
            || recordedAs(during).stream().anyMatch(sources.spans()::contains)
            || foundIn(during).stream().anyMatch(sources.spans()::contains));
  }

  /** The kinds of activity that meet it, or of span whose end does. */
  public List<String> acts() {
    if (metBy.equals(ITS_END)) {
      return recordedAs(during);
    }
    if (orBy.isEmpty()) {
      return List.of(metBy);
    }
    List<String> acts = new ArrayList<>(orBy.size() + 1);
    acts.add(metBy);
    acts.addAll(orBy);
    return acts;
  }

  /** The kinds from which a count starts: activities, or what the span is made of. */
  public List<String> starts() {
    if (!afterEach.isEmpty()) {
      return afterEach;
    }
    return beforeEach == null ? recordedAs(during) : List.of(beforeEach);
  }

  /** The kinds of span in the extracts from which a kind is made. */
  public static List<String> recordedAs(String kind) {
    return switch (kind) {
      case Kinds.PERIOD_OF_CARE, Kinds.ELIGIBLE_CHILD -> List.of(Kinds.EPISODE);
      case Kinds.LEAVING_CARE -> List.of(Kinds.EPISODE, Kinds.CARE_LEAVER_RECORD);
      case Kinds.PLACEMENT -> List.of(Kinds.PLACEMENT_RECORD);
      case Kinds.PLACEMENT_FOR_ADOPTION ->
          List.of(Kinds.PLACED_FOR_ADOPTION, Kinds.PLACEMENT_RECORD);
      case Kinds.SERIES_OF_SHORT_BREAKS -> List.of(Kinds.EPISODE);
      case Kinds.RETURN_AFTER_DISRUPTION ->
          List.of(Kinds.PLACED_FOR_ADOPTION, Kinds.PLACEMENT_RECORD);
      case Kinds.OPEN_CASE -> Kinds.KEEP_A_CASE_OPEN;
      default -> List.of(kind);
    };
  }

  /** The kinds of span in which one is found though no row of its own tells of it. */
  private static List<String> foundIn(String kind) {
    return kind.equals(Kinds.AUTHORITY_TO_PLACE)
        ? List.of(Kinds.EPISODE, Kinds.LEGAL_STATUS)
        : List.of();
  }

  /** Whether it is counted in the same spans as another version of it. */
  public boolean isCountedWhere(PracticeStandard other) {
    return subject == other.subject
        && during.equals(other.during)
        && afterEach.equals(other.afterEach)
        && closedByTheNext == other.closedByTheNext
        && Objects.equals(beforeEach, other.beforeEach);
  }

  /** The age under which nobody owes it to a child. */
  int youngest() {
    if (during.equals(Kinds.ELIGIBLE_CHILD) || during.equals(Kinds.LEAVING_CARE)) {
      return Kinds.LEAVING_CARE_FROM_AGE;
    }
    return ages == null || ages.from() == null ? 0 : ages.from();
  }

  /**
   * Whether an activity of the right kind is one that counts.
   *
   * @param unborn whether it was before the birth, when nobody can be seen
   */
  boolean counts(Activity activity, boolean unborn) {
    if (activity.marks().isEmpty()) {
      return true;
    }
    for (String mark : notIf) {
      boolean asks = !unborn || !mark.equals(Activity.NOT_SEEN);
      if (asks && activity.marks().contains(mark)) {
        return false;
      }
    }
    return !excuses(activity);
  }

  /** Whether an activity of the right kind ends what is owed, without being one that counts. */
  boolean excuses(Activity activity) {
    return !Collections.disjoint(activity.marks(), notOwedIfMarked);
  }

  /** Every set of circumstances that it looks at, whatever it does with them. */
  public List<Circumstances> circumstances() {
    List<Circumstances> ofTheClock = timescale.circumstances();
    if (onlyWhile.isEmpty() && exceptWhile.isEmpty()) {
      return ofTheClock;
    }
    List<Circumstances> all = new ArrayList<>(onlyWhile);
    all.addAll(exceptWhile);
    all.addAll(ofTheClock);
    return all;
  }

  /**
   * The kinds of activity and span, as extracts give them, of which one more or one less may change
   * what is owed or whether it was done. That a child has died is not among them: else nothing
   * could be said of anybody on a night without the table of people.
   */
  public Set<String> restsOn() {
    Set<String> kinds = new TreeSet<>(acts());
    kinds.addAll(starts());
    kinds.addAll(activities());
    kinds.addAll(onlyIfThereIs);
    Stream.of(List.of(during), outrankedBy, alsoEndsWith)
        .flatMap(List::stream)
        .filter(kind -> !kind.isEmpty())
        .forEach(
            kind -> {
              kinds.addAll(recordedAs(kind));
              kinds.addAll(foundIn(kind));
            });
    List<Circumstances> all = new ArrayList<>(circumstances());
    if (goesOnFrom != null) {
      all.addAll(goesOnFrom.after());
    }
    for (Circumstances one : all) {
      for (String kind : one.codes().keySet()) {
        kinds.addAll(recordedAs(kind));
        // A row of a return carries them, and so makes a case one in care.
        kinds.add(Kinds.EPISODE);
      }
    }
    if (kinds.contains(Kinds.PLACEMENT_RECORD)) {
      kinds.add(Kinds.EPISODE);
    }
    return kinds;
  }

  /** The names of activities that it uses, for checking against the vocabulary. */
  public Set<String> activities() {
    Set<String> names = new TreeSet<>(timescale.looksAt());
    names.addAll(orBy);
    names.addAll(afterEach);
    names.addAll(overtakenBy);
    if (goesOnFrom != null) {
      names.addAll(goesOnFrom.of());
    }
    for (String name : Arrays.asList(metBy, beforeEach, countedFrom)) {
      if (name != null && !NOT_ACTIVITIES.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /**
   * What starts each count, in a word or two: the activity, or what the names of several end with;
   * empty where no activity does.
   */
  public String startedBy() {
    List<String> last = new ArrayList<>();
    for (String each : afterEach) {
      List<String> words = List.of(each.split(" "));
      if (each.equals(afterEach.get(0))) {
        last.addAll(words);
      }
      int same = 0;
      while (same < Math.min(last.size(), words.size())
          && last.get(last.size() - 1 - same).equals(words.get(words.size() - 1 - same))) {
        same++;
      }
      last.subList(0, last.size() - same).clear();
    }
    return String.join(" ", last);
  }
}
