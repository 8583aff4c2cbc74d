package org.practicewatch.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practicewatch.quality.Issue;

/**
 * What many rows of a table share and what changes nothing for a single child: told once, at the
 * first row, with the number of rows.
 */
final class ToldOnce {

  private final TableLayout layout;
  private final Map<String, Told> all = new LinkedHashMap<>();
  private int tellings;

  ToldOnce(TableLayout layout) {
    this.layout = layout;
  }

  private static final class Told {
    private final Issue first;
    private int times;
    private String counted = "rows";

    Told(Issue first) {
      this.first = first;
    }
  }

  /** How often anything was told. */
  int tellings() {
    return tellings;
  }

  /** Once for the table. */
  void ofTable(SourceRow row, String check, String problem, String effect) {
    tell(check, row, "", "", check, problem, effect);
  }

  /** Once for the table, though each of several cells of a row may be one. */
  void ofCells(SourceRow row, String check, String problem, String effect) {
    tell(check, row, "", "", check, problem, effect).counted = "cells";
  }

  /** Once for a column, whatever its cells hold. */
  void ofColumn(
      SourceRow row, String heading, String text, String check, String problem, String effect) {
    tell(check + '\u0000' + heading, row, heading, text, check, problem, effect);
  }

  /** Once for each text of a column. */
  void ofValue(
      SourceRow row, String heading, String text, String check, String problem, String effect) {
    String same = Spelling.fold(CellText.shown(text));
    tell(check + '\u0000' + heading + '\u0000' + same, row, heading, text, check, problem, effect);
  }

  private Told tell(
      String key,
      SourceRow row,
      String heading,
      String text,
      String check,
      String problem,
      String effect) {
    tellings++;
    Told one = all.get(key);
    if (one == null) {
      one =
          new Told(
              new Issue(
                  layout.file(),
                  layout.sheet(),
                  row.number(),
                  heading,
                  CellText.shown(text),
                  check,
                  problem,
                  effect,
                  ""));
      all.put(key, one);
    }
    one.times++;
    return one;
  }

  List<Issue> issues() {
    List<Issue> issues = new ArrayList<>();
    for (Told one : all.values()) {
      Issue first = one.first;
      issues.add(
          one.times == 1
              ? first
              : new Issue(
                  first.extract(),
                  first.sheet(),
                  first.row(),
                  first.column(),
                  first.value(),
                  first.check(),
                  first.problem() + " (" + one.times + " " + one.counted + "; the first is shown.)",
                  first.effect(),
                  ""));
    }
    return issues;
  }
}
