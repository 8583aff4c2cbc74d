package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Timeline;

/**
 * What will be done for a child and by when, as written in {@code jobs/standards/}.
 *
 * @param id upper case; the local, stricter one beside it ends in {@code -LOCAL}
 * @param title as printed
 * @param rule in one plain sentence
 * @param basis the regulation, guidance or document it comes from
 * @param standing by what right it binds
 * @param during the kind of span in which it is owed
 * @param countedFrom the activity of the span, if any, from whose day the first is counted
 * @param runsFromTheFirst the first act of the span is another standard's; this one counts on from
 *     it, or from one done at most this long before the span
 * @param notOwedIfDone nothing is owed when one was done at most this long before the span
 * @param timescale the clock
 * @param counting whether the reference day is day 0
 * @param metBy the kind of activity that meets it
 * @param notIf marks with which an activity does not count
 * @param ofTheSame only an activity tied to the span by the source's own id counts, where both
 *     carry one
 * @param dayNought whether an activity on the first day meets the first obligation (decision 4)
 * @param onlyWhile where given, circumstances of which one must hold for it to be owed
 * @param exceptWhile circumstances in which it is not owed
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
    @JsonProperty(required = true) String during,
    @JsonProperty("counted from") @Nullable String countedFrom,
    @JsonProperty("runs from the first, or from one in the previous")
        @Nullable Length runsFromTheFirst,
    @JsonProperty("not owed if done in the previous") @Nullable Length notOwedIfDone,
    @JsonProperty(required = true) Timescale timescale,
    Counting counting,
    @JsonProperty(value = "met by", required = true) String metBy,
    @JsonProperty("not if") List<String> notIf,
    @JsonProperty("of the same") boolean ofTheSame,
    @JsonProperty("counts on the first day") Boolean dayNought,
    @JsonProperty("only while") List<Circumstances> onlyWhile,
    @JsonProperty("except while") List<Circumstances> exceptWhile,
    @JsonProperty("outranked by") List<String> outrankedBy,
    @JsonProperty("in force") InForce inForce,
    @JsonProperty("due soon") @Nullable Length dueSoon,
    @Nullable Integer target,
    @JsonProperty("may be missed for good reason") List<String> goodReasons,
    List<Example> examples) {

  public PracticeStandard {
    counting = counting == null ? Counting.EXCLUSIVE : counting;
    notIf = notIf == null ? List.of() : List.copyOf(notIf);
    dayNought = dayNought == null || dayNought;
    onlyWhile = onlyWhile == null ? List.of() : List.copyOf(onlyWhile);
    exceptWhile = exceptWhile == null ? List.of() : List.copyOf(exceptWhile);
    outrankedBy = outrankedBy == null ? List.of() : List.copyOf(outrankedBy);
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
    if (!canBeJudgedFrom(sources)) {
      return List.of();
    }
    return new Walk(this, timeline, sources, calendar).obligations();
  }

  /** Whether the extracts carry what this standard needs; if not it is "no source". */
  public boolean canBeJudgedFrom(Sources sources) {
    boolean acts = sources.events().contains(metBy) || sources.snapshots().contains(metBy);
    return acts && recordedAs(during).stream().anyMatch(sources.spans()::contains);
  }

  /** The kinds of span in the extracts from which a kind is made. */
  static List<String> recordedAs(String kind) {
    return switch (kind) {
      case Kinds.PERIOD_OF_CARE -> List.of(Kinds.EPISODE);
      case Kinds.PLACEMENT -> List.of(Kinds.PLACEMENT_RECORD);
      default -> List.of(kind);
    };
  }

  /** Whether an activity of the right kind is one that counts. */
  boolean counts(Activity activity) {
    return notIf.stream().noneMatch(activity.marks()::contains);
  }

  /** Every set of circumstances that it looks at, whatever it does with them. */
  public List<Circumstances> circumstances() {
    List<Circumstances> all = new ArrayList<>(onlyWhile);
    all.addAll(exceptWhile);
    if (timescale instanceof ByCircumstances clock) {
      clock.cases().forEach(one -> all.addAll(one.when()));
    }
    return all;
  }

  /** The names of activities that it uses, for checking against the vocabulary. */
  public Set<String> activities() {
    Set<String> names = new TreeSet<>(timescale.looksAt());
    names.add(metBy);
    if (countedFrom != null) {
      names.add(countedFrom);
    }
    return names;
  }
}
