package org.practicewatch.reports.subject;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicewatch.reports.night.StandardNote;
import org.practicewatch.reports.night.TeamsMet;
import org.practicewatch.reports.section.Chunks;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportCell.Weight;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Share;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;
import org.practicewatch.standards.Timeliness;

/** The reviewing officers' quarter, by service and team. */
final class ReviewingByTeam {

  /** As many standards as fit side by side on a page. */
  private static final int STANDARDS_ACROSS = 6;

  private final ReviewingQuarters quarters;

  ReviewingByTeam(ReviewingQuarters quarters) {
    this.quarters = quarters;
  }

  List<Table> tables() {
    Set<String> teams = new LinkedHashSet<>();
    quarters.findings().stream()
        .filter(one -> one.due() != null && quarters.now().contains(one.due()))
        .filter(one -> isCounted(one.timeliness()))
        .forEach(one -> teams.add(one.team()));
    quarters.made(quarters.now(), null).forEach(one -> teams.add(one.made().team()));
    quarters.notOnForm().stream()
        .filter(one -> quarters.now().contains(one.review().from()))
        .forEach(one -> teams.add(one.review().team()));
    List<Table> tables = new ArrayList<>();
    for (List<StandardNote> chunk : Chunks.even(quarters.judged(), STANDARDS_ACROSS)) {
      List<Row> rows = new ArrayList<>();
      TeamsMet.of(quarters.night().night(), teams)
          .forEach(
              (service, its) -> {
                rows.add(row(service, true, its, chunk));
                its.forEach(team -> rows.add(row(team, false, List.of(team), chunk)));
              });
      if (!rows.isEmpty()) {
        List<Column> columns = new ArrayList<>(List.of(Column.onPaper("Team", 172, false)));
        chunk.forEach(standard -> columns.add(Column.onPaper(standard.title(), 82, true)));
        columns.add(Column.onPaper("Challenges made", 70, true));
        columns.add(Column.onPaper("Found only as a note", 52, true));
        tables.add(
            new Table(
                "By team, this quarter so far" + (tables.isEmpty() ? "" : ", continued"),
                "For the team that held the child when it fell due, when the challenge was made or"
                    + " when the review was noted.",
                Section.Place.PAPER,
                columns,
                false,
                rows));
      }
    }
    return tables;
  }

  private static boolean isCounted(Timeliness timeliness) {
    return timeliness != Timeliness.DUE_SOON && timeliness != Timeliness.NOT_YET_DUE;
  }

  private Row row(String name, boolean service, List<String> teams, List<StandardNote> chunk) {
    List<Challenge> made = quarters.made(quarters.now(), teams);
    long done = made.stream().filter(one -> !one.isOpen()).count();
    List<ReportCell> cells = new ArrayList<>();
    cells.add(service ? ReportCell.text(name).strong() : ReportCell.text(name));
    for (StandardNote standard : chunk) {
      Share share =
          quarters.in(quarters.now(), standard, teams).share(quarters.night().night().printing());
      Share then =
          quarters
              .in(quarters.before(), standard, teams)
              .share(quarters.night().night().printing());
      cells.add(
          ReportCell.text(share.value())
              .shown(
                  share.any() ? Weight.STRONG : Weight.QUIET,
                  Tone.PLAIN,
                  Stream.of(share.count(), then.any() ? "before: " + then.value() : "")
                      .filter(said -> !said.isEmpty())
                      .collect(Collectors.joining("\n"))));
    }
    cells.add(
        ReportCell.text(
            made.isEmpty()
                ? Words.NOTHING
                : Words.count(made.size())
                    + (quarters.tellsOfActions() ? ", actioned " + Words.count((int) done) : "")));
    cells.add(
        quarters.notOnForm().isEmpty()
            ? ReportCell.text(Words.NOTHING)
            : new Count((int) quarters.noted(quarters.now(), teams)));
    return new Row(cells, service);
  }
}
