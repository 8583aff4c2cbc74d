package org.practicewatch.jobs.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.practicewatch.compliance.ChildTonight;
import org.practicewatch.compliance.FlagTally;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.standing.WhatStands;
import org.practicewatch.settings.Settings;
import org.practicewatch.standards.Flag;

/** What the flags of a night say of one child, as sentences that cite cells. */
final class FlagsInSentences {

  private final Settings settings;
  private final Stores stores;
  private final int run;

  FlagsInSentences(Settings settings, Stores stores, int run) {
    this.settings = settings;
    this.stores = stores;
    this.run = run;
  }

  /** The sentences; none where no flag is about the child. */
  List<String> of(String childId, WhatStands stands) {
    FlagTally tally = stands.flagTally();
    List<ChildTonight.OfFlag> found = new ArrayList<>();
    stores
        .flags()
        .forEach(
            run,
            child -> {
              tally.add(child);
              if (child.childId().equals(childId)) {
                found.addAll(child.flags());
              }
            },
            tally::add);
    found.removeIf(one -> !tally.isJudged(one.flag()));
    List<String> lines = new ArrayList<>();
    if (!found.isEmpty()) {
      lines.add("");
      lines.add("Flags: counts worth a look, and no duties");
    }
    Map<String, Flag> flags =
        settings.flags().stream().collect(Collectors.toMap(Flag::id, Function.identity()));
    List<String> others = new ArrayList<>();
    for (ChildTonight.OfFlag one : found) {
      Flag flag = flags.get(one.flag());
      String title = flag == null ? one.flag() : flag.title();
      if (one.state() == Flag.State.NOT_FLAGGED) {
        others.add(title + " (" + one.value() + ")");
      } else {
        lines.add(
            "  "
                + title
                + ": "
                + one.value()
                + (one.since() == null ? "" : ", since " + one.since())
                + ".  ["
                + one.source()
                + "]");
        if (flag != null) {
          lines.add("    " + flag.rule().strip());
        }
      }
    }
    if (!others.isEmpty()) {
      lines.add("  Looked at and not flagged: " + String.join("; ", others) + ".");
    }
    return lines;
  }
}
