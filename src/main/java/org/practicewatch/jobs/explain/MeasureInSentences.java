package org.practicewatch.jobs.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.practicewatch.compliance.Membership.Counts;
import org.practicewatch.compliance.PublishedMeasure;
import org.practicewatch.compliance.PublishedMembership;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.standing.WhatStands;
import org.practicewatch.settings.Settings;

/** The plans, assessments or conferences behind one of the measures that DfE publishes. */
public final class MeasureInSentences {

  private final Settings settings;
  private final Stores stores;
  private final NightStore.Run night;

  /** The measures of one night. */
  public MeasureInSentences(Settings settings, Stores stores, NightStore.Run night) {
    this.settings = settings;
    this.stores = stores;
    this.night = night;
  }

  /** Who is behind a measure, and how it was counted. */
  public List<String> of(PublishedMeasure measure) {
    List<String> lines = new ArrayList<>();
    lines.add(measure.id() + ", " + measure.title() + ": " + measure.rule());
    Optional<String> whyNot = new WhatStands(settings, stores, night.asAt()).findWhyNot(measure);
    if (whyNot.isPresent()) {
      lines.add(whyNot.get() + ".");
      return lines;
    }
    PublishedMembership membership =
        new PublishedMembership(night.asAt(), settings.benchmarks().year(), settings.calendar());
    ChildrenBehind behind = new ChildrenBehind(true, false);
    int[] leftOut = new int[1];
    int[] children = new int[1];
    stores
        .findings()
        .forEachChild(
            night.number(),
            findings -> {
              children[0]++;
              membership.of(
                  measure,
                  findings,
                  (counts, because) -> {
                    if (counts == null) {
                      leftOut[0]++;
                    } else {
                      behind.add(counts, because);
                    }
                  });
            });
    if (children[0] == 0) {
      lines.add(ChildrenBehind.NOT_KEPT);
      return lines;
    }
    int inTime = behind.size(Counts.AS_IN_TIMESCALE);
    lines.add(
        settings.organisation().authority().name()
            + ", "
            + (membership.from(measure).equals(night.asAt())
                ? "on "
                : membership.from(measure) + " to ")
            + night.asAt());
    lines.add(
        ChildrenBehind.counts(
                inTime,
                inTime + behind.size(Counts.AS_NOT_IN_TIMESCALE),
                behind.size(Counts.AS_CANNOT_TELL))
            + (leftOut[0] == 0 ? "" : " Left out: " + leftOut[0] + "."));
    lines.addAll(behind.lines());
    return lines;
  }
}
