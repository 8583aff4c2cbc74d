package org.practicewatch.reports.practiceweek;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.practicewatch.casework.Organisation;
import org.practicewatch.practiceweek.Audit;
import org.practicewatch.practiceweek.Auditor;
import org.practicewatch.practiceweek.CaseFile;
import org.practicewatch.practiceweek.DrawnCase;
import org.practicewatch.practiceweek.Recommendation;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;

/** What the auditors of a Practice Week wrote, and what follows from it. */
final class WordsOfAWeek {

  private final AuditsOfAWeek week;

  WordsOfAWeek(AuditsOfAWeek week) {
    this.week = week;
  }

  Table features(String title, boolean high) {
    List<Row> rows = new ArrayList<>();
    Stream.concat(week.figures().week().domains().stream(), Stream.of(""))
        .forEach(
            domain ->
                week.first()
                    .forEach(
                        audit ->
                            audit.features().stream()
                                .filter(one -> one.high() == high && one.domain().equals(domain))
                                .forEach(
                                    one ->
                                        rows.add(
                                            Row.of(
                                                (domain.isEmpty() ? "No domain named" : domain)
                                                    + ", "
                                                    + audit.number(),
                                                one.words())))));
    return Table.wide(
        title,
        rows.isEmpty() ? "No auditor named any." : "In the auditors' own words.",
        "Domain and case",
        "Feature",
        rows);
  }

  Table observations() {
    Map<String, Integer> counts = new TreeMap<>();
    week.first().stream()
        .map(Audit::observed)
        .filter(what -> !what.isEmpty())
        .forEach(what -> counts.merge(what, 1, Integer::sum));
    return Table.numbers(
        "Observations",
        counts.isEmpty() ? "Nothing was observed, or no auditor says so." : "",
        List.of("What was observed", "How often"),
        counts.entrySet().stream()
            .map(one -> Row.of(one.getKey(), new ReportCell.Count(one.getValue())))
            .toList());
  }

  Table words(String title, String field) {
    List<Row> rows =
        week.first().stream()
            .filter(one -> !one.answers().getOrDefault(field, "").isEmpty())
            .map(one -> Row.of("Case " + one.number(), one.answers().getOrDefault(field, "")))
            .toList();
    return Table.wide(
        title,
        rows.isEmpty() ? "No auditor wrote any." : "In the auditors' own words.",
        "Case",
        title,
        rows);
  }

  private String titled(Audit audit, String standard) {
    CaseFile file = week.figures().files().get(audit.number());
    return file == null
        ? standard
        : file.standards().stream()
            .filter(one -> one.standard().equals(standard))
            .map(CaseFile.Owed::title)
            .findFirst()
            .orElse(standard);
  }

  Table otherThanTheRecord() {
    List<Row> rows = new ArrayList<>();
    for (Audit audit : week.first()) {
      audit
          .disagreed()
          .forEach(
              (standard, found) ->
                  rows.add(
                      Row.of("Case " + audit.number() + ", " + titled(audit, standard), found)));
    }
    return Table.wide(
            "Where the auditors find otherwise than the record",
            rows.isEmpty()
                ? "Nowhere, or no auditor says so."
                : "To be put right in the case system.",
            "Case and standard",
            "What was found",
            rows)
        .onSheet("Auditors against the record");
  }

  Table recommendations() {
    Map<String, String> numbers = new TreeMap<>();
    week.first().forEach(one -> numbers.put(one.form(), one.number()));
    week.second().forEach(one -> numbers.put(one.form(), one.number()));
    List<Recommendation> all =
        week.figures().recommendations().stream()
            .filter(one -> numbers.containsKey(one.form()))
            .sorted(
                Comparator.comparing(
                        Recommendation::due, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(one -> numbers.getOrDefault(one.form(), "")))
            .toList();
    return Table.texts(
        "Recommendations",
        all.isEmpty() ? "None were made." : "Followed up in tracker.xlsx, across all weeks.",
        List.of("Case", "What is to be done", "Lead", "By when", "Team", "State"),
        all.stream()
            .map(
                one ->
                    Row.of(
                        numbers.getOrDefault(one.form(), ""),
                        ReportCell.text(one.what()),
                        ReportCell.text(one.who().isEmpty() ? "Nobody named" : one.who()),
                        ReportCell.day(one.due()),
                        ReportCell.text(one.team().isEmpty() ? Organisation.NO_TEAM : one.team()),
                        ReportCell.text(one.on(week.figures().today()).words())))
            .toList());
  }

  Table actions() {
    List<Row> rows =
        week.figures().week().actions().stream()
            .map(
                one ->
                    new Row(
                        List.of(
                            ReportCell.day(one.by()),
                            ReportCell.text(one.action()),
                            ReportCell.text(one.lead()),
                            ReportCell.text(
                                one.done() != null && !one.done().isAfter(week.figures().today())
                                    ? "Done"
                                    : one.by().isBefore(week.figures().today())
                                        ? "Overdue"
                                        : "Due"),
                            ReportCell.text(one.impact()))))
            .toList();
    return Table.texts(
        "Action plan",
        rows.isEmpty() ? "Nothing is decided yet." : "",
        List.of("Timescale", "Action", "Lead", "State", "Intended impact"),
        rows);
  }

  private String name(String auditor) {
    return week.figures().auditors().stream()
        .filter(one -> one.auditor().equals(auditor))
        .map(Auditor::name)
        .findFirst()
        .orElse(auditor);
  }

  Table missing() {
    List<Row> rows =
        week.sample().stream()
            .filter(
                one ->
                    week.first().stream().noneMatch(audit -> audit.number().equals(one.number())))
            .sorted(Comparator.comparing(DrawnCase::number))
            .map(
                one ->
                    Row.of(
                        one.number(),
                        one.auditor().isEmpty()
                            ? "No independent auditor could be found."
                            : "The form of "
                                + name(one.auditor())
                                + " is not in, or was refused: see forms-returned.csv."))
            .toList();
    return Table.wide(
        "Cases without an audit",
        rows.isEmpty()
            ? "None."
            : "They are in no grade above. What a second auditor recommends for them is told.",
        "Case",
        "Why",
        rows);
  }
}
