package org.practicewatch.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.practicewatch.casework.Fact;
import org.practicewatch.intake.MappedRow.Outcome;
import org.practicewatch.intake.spreadsheet.Spreadsheets;
import org.practicewatch.quality.Issue;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;

/** A sheet written in a test, read with the profiles that are shipped. */
final class Sheet {

  static final Settings SHIPPED = new SettingsFolder(Path.of("jobs")).read();

  private final List<SourceRow> rows = new ArrayList<>();
  private final Links links = new Links();

  /** What became of the rows. */
  record Read(
      Headings.Recognised found, List<Outcome> outcomes, List<Fact> facts, List<Issue> issues) {

    List<String> checks() {
      return issues.stream().map(Issue::check).toList();
    }

    Issue issue(String check) {
      return issues.stream().filter(issue -> issue.check().equals(check)).findFirst().orElseThrow();
    }

    <T extends Fact> List<T> all(Class<T> sort) {
      return facts.stream().filter(sort::isInstance).map(sort::cast).toList();
    }
  }

  static Sheet of(String... rows) {
    Sheet sheet = new Sheet();
    for (String row : rows) {
      sheet.row(row.split("\\|", -1));
    }
    return sheet;
  }

  /** The first sheet of a file. */
  static Sheet in(Path file) {
    Sheet sheet = new Sheet();
    try (SourceFile source = Spreadsheets.open(file);
        SourceSheet rows = source.open(0)) {
      for (SourceRow row = rows.next(); row != null; row = rows.next()) {
        sheet.row(row);
      }
    }
    return sheet;
  }

  /** A row of text cells; an empty text is a cell that holds nothing. */
  Sheet row(String... texts) {
    return row(rows.size() + 1, false, cells(texts));
  }

  static List<SourceCell> cells(String... texts) {
    List<SourceCell> cells = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      if (!texts[i].isEmpty()) {
        cells.add(new SourceCell(i, SourceCell.Kind.TEXT, texts[i], null));
      }
    }
    return cells;
  }

  Sheet row(SourceCell... cells) {
    return row(rows.size() + 1, false, Arrays.asList(cells));
  }

  Sheet row(int number, boolean hidden, List<SourceCell> cells) {
    rows.add(new SourceRow(number, hidden, cells));
    return this;
  }

  Sheet row(SourceRow row) {
    rows.add(row);
    return this;
  }

  Sheet with(String sort, String id, String childId) {
    links.putChild(sort, id, childId);
    return this;
  }

  Headings.Recognised found() {
    return new Headings(SHIPPED.profiles()).find(rows).orElseThrow();
  }

  Read read() {
    Headings.Recognised found = found();
    TableMapping mapping =
        new TableMapping(
            "a file.csv", "", found, found.table().orElseThrow(), SHIPPED.codes(), links);
    List<Outcome> outcomes = new ArrayList<>();
    List<Fact> facts = new ArrayList<>();
    List<Issue> issues = new ArrayList<>();
    List<SourceRow> below = rows.stream().filter(row -> row.number() > found.headerRow()).toList();
    mapping.lookAhead(below);
    for (SourceRow row : below) {
      MappedRow mapped = mapping.map(row);
      outcomes.add(mapped.outcome());
      facts.addAll(mapped.facts());
      issues.addAll(mapped.issues());
    }
    issues.addAll(mapping.finish());
    return new Read(found, outcomes, facts, issues);
  }
}
