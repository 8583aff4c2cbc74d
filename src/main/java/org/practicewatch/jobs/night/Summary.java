package org.practicewatch.jobs.night;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.practicewatch.compliance.Tally;
import org.practicewatch.intake.store.ExtractRegister.Entry;
import org.practicewatch.intake.store.ExtractRegister.State;
import org.practicewatch.jobs.machine.NightFolder;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.night.StaleExtracts.Stale;
import org.practicewatch.jobs.standing.WhatStands;
import org.practicewatch.settings.SwitchedOff;
import org.practicewatch.standards.Timeliness;

/** The closing lines of a night: counts, and where to look. */
final class Summary {

  private final Tonight tonight;
  private final Stores stores;
  private final NightCount count;

  Summary(Tonight tonight, Stores stores, NightCount count) {
    this.tonight = tonight;
    this.stores = stores;
    this.count = count;
  }

  List<String> lines() {
    Tally tally = count.tally(List.of());
    List<Entry> received = stores.register().ofRun(tonight.run().number());
    int obligations = tally.byTimeliness().values().stream().mapToInt(Integer::intValue).sum();
    int rejected = received.stream().mapToInt(Entry::rowsRejected).sum();
    long held = received.stream().filter(entry -> entry.state() == State.HELD).count();
    int issues = count.issuesByCheck().values().stream().mapToInt(Integer::intValue).sum();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.UK,
            "Children %,d. Obligations %,d: in timescale %,d, late %,d, missed %,d, overdue now %,d, due soon %,d,"
                + " cannot tell %,d",
            stores.children().countChildren(tonight.run().number()),
            obligations,
            of(tally, Timeliness.IN_TIMESCALE),
            of(tally, Timeliness.LATE),
            of(tally, Timeliness.MISSED),
            of(tally, Timeliness.OVERDUE),
            of(tally, Timeliness.DUE_SOON),
            of(tally, Timeliness.CANNOT_TELL)));
    lines.add(
        String.format(
            Locale.UK,
            "Children with something overdue: %,d of %,d with something open",
            tally.children().overdue(),
            tally.children().children()));
    lines.add(
        String.format(
            Locale.UK,
            "Extracts %,d, held %,d; rows rejected %,d; issues %,d",
            received.size(),
            held,
            rejected,
            issues));
    lines.addAll(stale());
    lines.addAll(elsewhere());
    lines.addAll(notWritten());
    lines.add(
        "Night of "
            + tonight.asAt()
            + " closed. Begin with "
            + tonight.folder().resolve("reports").resolve("authority.pdf"));
    return lines;
  }

  /** To 0.5.0 reports stood elsewhere: said on the first night after, for those with bookmarks. */
  private List<String> elsewhere() {
    boolean wereElsewhere =
        stores.nights().closedBefore(tonight.asAt()).stream()
            .reduce((older, newer) -> newer)
            .map(before -> tonight.folder().resolveSibling(before.asAt().toString()))
            .map(before -> before.resolve("reports").resolve(NightFolder.TEAMS))
            .filter(Files::isDirectory)
            .isPresent();
    return wereElsewhere
        ? List.of(
            "From tonight on the report and the lists of a team stand in teams/, those of a service in"
                + " services/, each in a folder of its own. Those of earlier nights stay in"
                + " reports/teams, reports/services and exceptions.")
        : List.of();
  }

  /** Those of one age are one line: a whole workbook that has not come holds a dozen tables. */
  private List<String> stale() {
    Map<String, List<Stale>> alike = new LinkedHashMap<>();
    for (Stale stale : StaleExtracts.of(tonight, stores)) {
      alike
          .computeIfAbsent(stale.newest() + " " + stale.limit(), age -> new ArrayList<>())
          .add(stale);
    }
    return alike.values().stream()
        .map(
            tables ->
                String.format(
                    Locale.UK,
                    "STALE: %s: %s newest extract is of %s, %,d days before the night; more than"
                        + " %,d.",
                    tables.stream().map(Stale::name).collect(Collectors.joining(", ")),
                    tables.size() == 1 ? "its" : "their",
                    tables.get(0).newest(),
                    tables.get(0).days(),
                    tables.get(0).limit()))
        .toList();
  }

  /** The reports on one subject that the council wants and that have nothing to say, and why. */
  private List<String> notWritten() {
    List<String> judged = new WhatStands(tonight.settings(), stores, tonight.asAt()).judged();
    Path reports = tonight.folder().resolve("reports");
    return tonight.settings().reports().all().stream()
        .filter(report -> !Files.exists(reports.resolve(report.name() + ".pdf")))
        .map(report -> "Not written: " + report.words() + ": " + whyNot(report.standards(), judged))
        .toList();
  }

  private String whyNot(Collection<String> standards, List<String> judged) {
    if (standards.stream().anyMatch(judged::contains)) {
      return "there is nobody to say anything of.";
    }
    return tonight.settings().switchedOff().stream()
            .map(SwitchedOff::id)
            .anyMatch(standards::contains)
        ? "what it reports is switched off in jobs/standards/local.yml."
        : "no extract carries what it takes; ./practicewatch template says what to extract.";
  }

  private static int of(Tally tally, Timeliness timeliness) {
    return tally.byTimeliness().getOrDefault(timeliness, 0);
  }
}
