package org.practicewatch.reports.night;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.practicewatch.compliance.ChildTonight;
import org.practicewatch.compliance.ChildTonight.OfFlag;
import org.practicewatch.compliance.FlagTally;
import org.practicewatch.compliance.WorkerTonight;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;
import org.practicewatch.standards.Flag;
import org.practicewatch.standards.Sources;

/** Children of Fernshire as the shipped flags would have seen them. */
public final class FlaggedChildren {

  private static final Settings SETTINGS = new SettingsFolder(Path.of("jobs")).read();
  private static final Sources SOURCES =
      new Sources(Set.of(), Set.of(), Set.of("episode", "placement record"));
  private static final int MANY_PLACES = 3;

  private final FlagTally tally = new FlagTally(SETTINGS.flags(), SETTINGS.caseload(), SOURCES);

  /** Forty in one team, of whom four moved often; three in the other, of whom one did. */
  public FlaggedChildren ofTwoTeams() {
    String one = Fernshire.TEAMS.get(0).team();
    String other = Fernshire.TEAMS.get(1).team();
    for (int i = 0; i < 40; i++) {
      inCare("A" + i, one, "W" + i % 2, i < 4 ? 3 + i % 2 : 1 + i % 2);
    }
    inCare("B1", other, "W2", 3);
    inCare("B2", other, "W2", 1);
    inCare("B3", other, "", 1);
    return this;
  }

  /** A child in care who lived in so many places; without a worker where that is empty. */
  public void inCare(String id, String team, String worker, int places) {
    List<OfFlag> flags = new ArrayList<>();
    boolean often = places >= MANY_PLACES;
    flags.add(of("PLACEMENTS-3PLUS", often, places, String.valueOf(places), id));
    flags.add(of("UNALLOCATED", worker.isEmpty(), worker.isEmpty() ? 0 : 1, "no worker", id));
    tally.add(new ChildTonight(id, team, worker, List.of("period of care"), flags, List.of()));
  }

  private static OfFlag of(String flag, boolean flagged, int number, String value, String id) {
    return new OfFlag(
        flag,
        flagged ? Flag.State.FLAGGED : Flag.State.NOT_FLAGGED,
        number,
        value,
        true,
        flagged ? LocalDate.of(2025, 5, 12) : null,
        "mosaic_placements_20250630.csv!!B" + (2 + Math.abs(id.hashCode() % 900)));
  }

  public void inPost(String worker, String how) {
    tally.add(new WorkerTonight(worker, how));
  }

  /** Fernshire's night with these children. */
  public NightInReports night() {
    NightInReports night = Fernshire.night();
    return new NightInReports(
        night.authority(),
        night.fictional(),
        night.printing(),
        night.asAt(),
        night.standards(),
        night.teams(),
        night.children(),
        night.open(),
        night.figures(),
        night.earlier(),
        night.extracts(),
        night.held(),
        night.issues(),
        night.departures(),
        Workforce.of(SETTINGS.flags(), tally, SETTINGS.caseload()));
  }
}
