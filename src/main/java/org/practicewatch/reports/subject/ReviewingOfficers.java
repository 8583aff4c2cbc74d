package org.practicewatch.reports.subject;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Noted;
import org.practicewatch.compliance.Recorded;
import org.practicewatch.compliance.Wanted;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Words;
import org.practicewatch.reports.subject.SubjectNight.OnRecord;

/**
 * Who reviews how many looked-after children tonight, and for how long their challenges have been
 * open. Everything in it counts for the officer who reviews the child tonight.
 */
final class ReviewingOfficers {

  static final String TITLE = "Reviewing officers";

  private static final String NOBODY = "No officer recorded";

  private final ReviewingQuarters quarters;
  private final SubjectNight night;
  private final Map<String, String> officerOf = new HashMap<>();
  private final Map<String, List<OnRecord>> caseloads =
      new TreeMap<>(
          Comparator.comparing((String officer) -> officer.equals(NOBODY))
              .thenComparing(Words::numbersInOrder)
              .thenComparing(Comparator.naturalOrder()));

  ReviewingOfficers(ReviewingQuarters quarters) {
    this.quarters = quarters;
    this.night = quarters.night();
    for (OnRecord child : night.children()) {
      String officer = officer(child).orElse(NOBODY);
      officerOf.put(child.childId(), officer);
      if (child.isOpen(Kinds.PERIOD_OF_CARE, night.asAt())) {
        caseloads.computeIfAbsent(officer, one -> new ArrayList<>()).add(child);
      }
    }
  }

  /** Whether any extract says who reviews a child. */
  boolean areKnown() {
    return officerOf.values().stream().anyMatch(officer -> !officer.equals(NOBODY));
  }

  /** Who does tonight: of several, whoever began last. */
  private Optional<String> officer(OnRecord child) {
    return child
        .recorded(Kinds.REVIEWING_OFFICER)
        .filter(this::isOpen)
        .max(Comparator.comparing(row -> Wanted.noted(row, "from").orElse("")))
        .flatMap(row -> Wanted.noted(row, "officer"))
        .filter(officer -> !officer.isEmpty() && !officer.equals(Noted.UNREADABLE));
  }

  private boolean isOpen(Recorded row) {
    return hasCome(Wanted.noted(row, "from").orElse(""), true)
        && !hasCome(Wanted.noted(row, "to").orElse(""), false);
  }

  /** Whether a day has come by tonight; what cannot be read has, so that nobody is named by it. */
  private boolean hasCome(String day, boolean whereBlank) {
    return day.isEmpty()
        ? whereBlank
        : day.equals(Noted.UNREADABLE) || !LocalDate.parse(day).isAfter(night.asAt());
  }

  Table table() {
    boolean told = quarters.tellsOfActions();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Officer", 24).printed(206).strong());
    columns.add(Column.number("Children reviewed now", 14).printed(110));
    if (told) {
      columns.add(Column.number("Challenges open", 14).printed(100));
      columns.add(Column.number("Made this quarter so far", 14).printed(100));
      columns.add(Column.number("Made the quarter before", 14).printed(100));
      columns.add(Column.number("Made earlier", 14).printed(80));
      columns.add(Column.number("Oldest open for days", 14).printed(90));
    }
    Map<String, List<Challenge>> open = new HashMap<>();
    quarters.challenges().stream()
        .filter(Challenge::isOpen)
        .forEach(
            one -> {
              String officer = officerOf.getOrDefault(one.child().childId(), NOBODY);
              open.computeIfAbsent(officer, key -> new ArrayList<>()).add(one);
              caseloads.computeIfAbsent(officer, key -> new ArrayList<>());
            });
    List<Row> rows = new ArrayList<>();
    caseloads.forEach(
        (officer, children) -> {
          List<ReportCell> cells = new ArrayList<>();
          cells.add(officer.equals(NOBODY) ? ReportCell.text(officer) : new ReportCell.Id(officer));
          cells.add(new Count(children.size()));
          if (told) {
            challenges(cells, open.getOrDefault(officer, List.of()));
          }
          rows.add(new Row(cells));
        });
    return new Table(
        TITLE,
        "Children who are looked after tonight, by the officer who reviews them now; open challenges"
            + " count for that officer too, whoever made them. Officers stand under their ids, as"
            + " the extract has them.",
        Section.Place.BOTH,
        columns,
        true,
        rows);
  }

  /** How many are open, made in which quarter, and for how long the oldest has been. */
  private void challenges(List<ReportCell> cells, List<Challenge> open) {
    Quarter now = quarters.now();
    Quarter before = quarters.before();
    cells.add(ReportCell.countOrNothing(open.size()));
    int recent = made(open, now);
    int earlier = made(open, before);
    cells.add(ReportCell.countOrNothing(recent));
    cells.add(ReportCell.countOrNothing(earlier));
    cells.add(ReportCell.countOrNothing(open.size() - recent - earlier));
    cells.add(
        open.stream()
            .map(one -> one.made().from())
            .min(Comparator.naturalOrder())
            .<ReportCell>map(day -> new Count((int) ChronoUnit.DAYS.between(day, night.asAt())))
            .orElse(ReportCell.blank()));
  }

  private static int made(List<Challenge> open, Quarter quarter) {
    return (int) open.stream().filter(one -> quarter.contains(one.made().from())).count();
  }
}
