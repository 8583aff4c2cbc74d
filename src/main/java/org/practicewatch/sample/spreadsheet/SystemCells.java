package org.practicewatch.sample.spreadsheet;

import java.util.HashMap;
import java.util.Map;
import org.practicewatch.sample.FictionalAuthority;
import org.practicewatch.sample.FictionalTeam;

/** What stands in a cell of the dataset, as a case system's reports say it. */
final class SystemCells {

  /** What stands beside a code, where the system says more than the code. */
  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("C1", "Interim care order"),
          Map.entry("C2", "Full care order"),
          Map.entry("E1", "Placement order granted"),
          Map.entry("V2", "Single period of accommodation under section 20"),
          Map.entry("V4", "Short-term breaks, agreements recorded"),
          Map.entry("L1", "Under police protection and in local authority accommodation"),
          Map.entry("L2", "Emergency protection order"),
          Map.entry("S", "Started to be looked after"),
          Map.entry("L", "Change of legal status only"),
          Map.entry("P", "Change of placement and carer only"),
          Map.entry("T", "Change of placement (but same carer) only"));

  private final ReportSystem system;
  private final Map<String, String> teams = new HashMap<>();

  SystemCells(ReportSystem system, FictionalAuthority authority) {
    this.system = system;
    for (FictionalTeam team : authority.teams()) {
      teams.put(team.code(), team.name());
    }
  }

  Cell word(String plain) {
    return new Cell.Words(system.word(plain));
  }

  Cell id(DatasetRow row, String column) {
    return new Cell.Words(system.id(row.text(column)));
  }

  static Cell other(Cell id, String ending) {
    return new Cell.Words(((Cell.Words) id).text() + ending);
  }

  Cell team(DatasetRow row, String column) {
    String team = row.text(column);
    return new Cell.Words(teams.getOrDefault(team, team));
  }

  /** How far a step has come that has a date when it is done. */
  Cell done(DatasetRow row, String column) {
    return word(row.at(column).isBlank() ? "not finished" : "completed");
  }

  Cell said(DatasetRow row, String column, String yes, String no) {
    String said = row.text(column);
    return said.isEmpty() ? Cell.Words.BLANK : word(said.equals("Y") ? yes : no);
  }

  Cell coded(DatasetRow row, String column) {
    String code = row.text(column);
    String title = TITLES.get(code);
    if (title == null) {
      return new Cell.Words(code);
    }
    boolean codeFirst = system == ReportSystem.MOSAIC;
    return new Cell.Words(codeFirst ? code + " - " + title : title + " (" + code + ")");
  }
}
