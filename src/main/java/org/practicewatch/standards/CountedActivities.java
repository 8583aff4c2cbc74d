package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Timeline;

/**
 * How many of a child's visits or reviews are marked as something: not seen, virtual, in a case
 * note only.
 *
 * @param kinds the kinds of activity
 * @param marked the marks, of which one makes it count
 * @param notIf marks of those that are left out altogether
 * @param knownBy where given, marks of which an activity has at least one when somebody has
 *     recorded the matter at all: without any of them it cannot be told
 * @param notKnownIf marks with which it cannot be told
 * @param inTheLast how far back
 * @param atLeast flagged from this number
 * @param moreThanPercent where given, and only when it is more than this share of them
 */
@JsonTypeName("activities")
public record CountedActivities(
    @JsonProperty(value = "of", required = true) List<String> kinds,
    @JsonProperty(required = true) List<String> marked,
    @JsonProperty("not if") List<String> notIf,
    @JsonProperty("known by") List<String> knownBy,
    @JsonProperty("not known if") List<String> notKnownIf,
    @JsonProperty(value = "in the last", required = true) Length inTheLast,
    @JsonProperty(value = "at least", required = true) int atLeast,
    @JsonProperty("and more than percent") @Nullable Integer moreThanPercent)
    implements Counted {

  /** The order in which a timeline has those of one kind. */
  private static final Comparator<Activity> IN_ORDER =
      Comparator.comparing(Activity::on).thenComparing(act -> act.source().toString());

  public CountedActivities {
    kinds = List.copyOf(kinds);
    marked = List.copyOf(marked);
    notIf = notIf == null ? List.of() : List.copyOf(notIf);
    knownBy = knownBy == null ? List.of() : List.copyOf(knownBy);
    notKnownIf = notKnownIf == null ? List.of() : List.copyOf(notKnownIf);
  }

  @Override
  public Optional<Flag.Answer> of(Case one) {
    LocalDate first = one.firstDayOf(inTheLast);
    List<Activity> all = acts(one.timeline(), first);
    List<Gap> gaps = gaps(one.timeline(), first);
    int total = all.size() + gaps.size();
    if (total == 0) {
      return Optional.empty();
    }
    List<Activity> so = new ArrayList<>();
    int unknown = gaps.size();
    boolean recorded = false;
    for (Activity act : all) {
      if (has(act, marked)) {
        so.add(act);
        recorded = true;
      } else {
        boolean told = has(act, knownBy);
        boolean leftOpen = has(act, notKnownIf);
        unknown += leftOpen || (!told && !knownBy.isEmpty()) ? 1 : 0;
        // The extract shows that somebody records the matter.
        recorded |= told || leftOpen;
      }
    }
    Flag.State state =
        Flag.State.of(isEnough(so.size(), total), isEnough(so.size() + unknown, total));
    boolean flagged = state == Flag.State.FLAGGED;
    return Optional.of(
        new Flag.Answer(
            state,
            so.size(),
            so.size() + " of " + total,
            recorded,
            flagged ? so.get(atLeast - 1).on() : null,
            so.isEmpty()
                ? all.isEmpty() ? gaps.get(0).source() : all.get(all.size() - 1).source()
                : so.get(flagged ? atLeast - 1 : so.size() - 1).source()));
  }

  private List<Activity> acts(Timeline timeline, LocalDate first) {
    List<Activity> acts = new ArrayList<>();
    for (String kind : kinds) {
      for (Activity act : timeline.activities(kind)) {
        if (!act.on().isBefore(first) && !has(act, notIf) && !isBeforeBirth(act, timeline)) {
          acts.add(act);
        }
      }
    }
    if (kinds.size() > 1) {
      acts.sort(IN_ORDER);
    }
    return acts;
  }

  private static boolean isBeforeBirth(Activity act, Timeline timeline) {
    return act.marks().contains(Activity.NOT_SEEN) && timeline.life().isUnbornOn(act.on());
  }

  private List<Gap> gaps(Timeline timeline, LocalDate first) {
    if (!timeline.hasGaps()) {
      return List.of();
    }
    return kinds.stream()
        .flatMap(kind -> timeline.gaps(kind).stream())
        .filter(gap -> gap.on() == null || !gap.on().isBefore(first))
        .toList();
  }

  private boolean isEnough(int number, int total) {
    return number >= atLeast && (moreThanPercent == null || 100 * number > moreThanPercent * total);
  }

  private static boolean has(Activity act, List<String> marks) {
    for (String mark : marks) {
      if (act.marks().contains(mark)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String words() {
    return "of those dated in the last "
        + inTheLast
        + " ("
        + String.join(", ", kinds)
        + (notIf.isEmpty() ? "" : "; but for those marked " + String.join(" or ", notIf))
        + "), how many are marked "
        + String.join(" or ", marked)
        + "; flagged from "
        + atLeast
        + (moreThanPercent == null
            ? ""
            : ", where it is more than " + moreThanPercent + " % of them");
  }

  @Override
  public Optional<Length> period() {
    return Optional.of(inTheLast);
  }

  @Override
  public int threshold() {
    return atLeast;
  }

  @Override
  public Set<String> activities() {
    return new HashSet<>(kinds);
  }

  @Override
  public Set<String> marks() {
    Set<String> marks = new HashSet<>(marked);
    marks.addAll(notIf);
    marks.addAll(knownBy);
    marks.addAll(notKnownIf);
    return marks;
  }
}
