package org.practicewatch.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Noted;
import org.practicewatch.intake.CellValue.Coded;
import org.practicewatch.intake.CellValue.Unreadable;
import org.practicewatch.intake.CellValue.Words;
import org.practicewatch.intake.MappedRow.Link;
import org.practicewatch.intake.RowCells.Answer;
import org.practicewatch.quality.Issue;

/**
 * One row while it is read: its facts, and the cells that could not be read. What there is to say
 * each {@link RowMeaning} of its table adds.
 */
final class RowReading {

  /** What becomes of a cell that cannot be read and on which nothing depends. */
  static final String NOT_USED = "The value was not used; the row was.";

  private final TableLayout layout;
  private final ToldOnce told;
  private final Links known;
  private final RowCells cells;
  private final ChildOfRow child;
  private final Set<String> complained = new HashSet<>();
  private final List<Issue> issues = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Fact> noted = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private String childId = "";
  private boolean nameless;
  private boolean refused;

  RowReading(
      TableLayout layout, Interpreter interpreter, ToldOnce told, Links known, SourceRow row) {
    this.layout = layout;
    this.told = told;
    this.known = known;
    this.cells = new RowCells(layout, interpreter, row);
    this.child = new ChildOfRow(layout, known, this);
  }

  SourceRow row() {
    return cells.row();
  }

  String childId() {
    return childId;
  }

  /** Whether the row was refused: its facts tell what it may have said, and nothing else. */
  boolean isRefused() {
    return refused;
  }

  List<Issue> issues() {
    return issues;
  }

  List<Fact> facts() {
    return facts;
  }

  /** What only the checks read, whatever becomes of the row. */
  List<Fact> noted() {
    return noted;
  }

  List<Link> links() {
    return links;
  }

  /** Finds the row's child; false with the reason among the issues where there is none. */
  boolean findChild() {
    Optional<String> found = child.find();
    found.ifPresent(id -> childId = id);
    return found.isPresent();
  }

  /** Reads what the row says, and then every cell that no meaning asked for. */
  void read() {
    child.tellOther();
    for (RowMeaning meaning : layout.table().meanings()) {
      switch (holds(meaning.onlyWhen())) {
        case YES -> meaning.read(this);
        case NOT_KNOWN -> meaning.readInDoubt(this);
        case NO -> {}
      }
    }
    if (nameless) {
      // Nothing that stands beside what is not needed or not known is worth keeping.
      facts.clear();
      noted.clear();
      links.clear();
      if (refused) {
        readRefused(true);
      }
    }
    for (TableLayout.Named column : layout.there()) {
      if (cells.value(column) instanceof Unreadable unreadable
          && !complained.contains(column.name())) {
        tell(unreadable, column);
      }
    }
  }

  /**
   * Of a row that is refused, what it may have told of its child. That it does not tell it accuses
   * nobody (how we count, "Absence proves nothing").
   *
   * @param inPlace whether each value stands under its heading, so that a day can be believed
   */
  void readRefused(boolean inPlace) {
    refused = true;
    for (RowMeaning meaning : layout.table().meanings()) {
      if (inPlace && holds(meaning.onlyWhen()) == Answer.NO) {
        continue;
      }
      LocalDate on = inPlace ? meaning.perhapsOn(this) : null;
      for (String kind : meaning.perhaps(this)) {
        addOnce(new Gap(childId, kind, on, Set.of(), cell(null), Gap.Why.REFUSED_ROW));
      }
    }
  }

  /** No child suffers by what no meaning asked for, so rows with the same fault share a line. */
  private void tell(Unreadable unreadable, TableLayout.Named column) {
    String heading = layout.heading(Objects.requireNonNull(column.place()));
    boolean byValue =
        unreadable.check().equals(Unreadable.ERROR_VALUE) || column.column().isCoded();
    if (byValue) {
      told.ofValue(
          row(), heading, shown(column.name()), unreadable.check(), unreadable.problem(), NOT_USED);
    } else {
      told.ofColumn(
          row(), heading, shown(column.name()), unreadable.check(), unreadable.problem(), NOT_USED);
    }
  }

  /** What a column of the row says; where it is blank, the column that is used instead. */
  CellValue value(String column) {
    return cells.value(column);
  }

  /** The same, where it is text. */
  Optional<String> text(String column) {
    return cells.text(column);
  }

  /** The same; where it is text, as a code of a list. */
  CellValue coded(String column, String list) {
    return cells.coded(column, list);
  }

  /** What a column holds, as it is shown to people. */
  String shown(String column) {
    return cells.shown(column);
  }

  /** The cell to cite for a column; that of the child where the sheet does not have it. */
  CellRef cell(@Nullable String column) {
    return cells.cell(column);
  }

  /** The column as the profile has it. */
  Optional<TableProfile.Column> column(String name) {
    return layout.column(name);
  }

  /** Whether the sheet has the column. */
  boolean has(String column) {
    return layout.has(column);
  }

  /** Whether the sheet has the column, or the one that is used instead. */
  boolean stands(String column) {
    return cells.placeOf(column) != null;
  }

  /** Whether the table is held without the column. */
  boolean needs(String column) {
    return layout.table().needed().contains(column);
  }

  /** Where the row says more, such as an assessment not yet authorised, a blank is ordinary. */
  boolean isNoStretch() {
    return layout.table().meanings().stream().noneMatch(RowMeaning::isStretch);
  }

  Answer holds(Map<String, List<String>> conditions) {
    return cells.holds(conditions);
  }

  /** Whether a mark is set, where its columns are there. */
  Answer isSet(Map<String, List<String>> mark) {
    for (String column : mark.keySet()) {
      if (!layout.has(column)) {
        return Answer.NO;
      }
    }
    return holds(mark);
  }

  /** What the row is called; empty where that is nothing we need, or nothing we know. */
  Optional<String> name(Naming naming) {
    if (!naming.isGiven()) {
      return Optional.of(naming.always());
    }
    String column = naming.from();
    CellValue value = value(column);
    if (value instanceof Unreadable unreadable) {
      complain(column, unreadable, "It cannot be told what the row is, so it was rejected.");
      nameless = true;
      refused = true;
      return Optional.empty();
    }
    String text = value instanceof Coded coded ? coded.group() : text(column).orElse("");
    Optional<String> name = naming.read(text);
    nameless |= name.isEmpty() && !naming.isOneOfSeveral();
    if (name.isPresent() || naming.leavesOut(text)) {
      return name;
    }
    if (text.isEmpty()) {
      complain(
          column,
          new Unreadable("no name", "The row does not say what it is."),
          "The row was rejected.");
    } else if (complained.add(column)) {
      told.ofValue(
          row(),
          cells.headingOf(column),
          shown(column),
          "unknown name",
          "This is no name in jobs/vocabulary.yml, and no spelling that the profile lists.",
          "The row was left out.");
    }
    return Optional.empty();
  }

  /** The name behind an id of a team or worker; the id itself where no extract has it. */
  String nameOf(String sort, String id) {
    return known.findName(sort, id).orElse(id);
  }

  /** The ids of what the row belongs to, each with its sort. */
  Set<String> refs(Map<String, String> columns, @Nullable RefOf ref) {
    Set<String> refs = new HashSet<>();
    if (ref != null) {
      CellValue sort = value(ref.sort());
      String of = sort instanceof Coded coded ? coded.finest() : ref.otherwise();
      Optional<String> id = sort instanceof Unreadable ? Optional.empty() : text(ref.id());
      id.ifPresent(text -> refs.add(of + ":" + IdText.canonical(text)));
    }
    for (Map.Entry<String, String> one : columns.entrySet()) {
      if (one.getValue().equals(RowMeaning.THIS_ROW)) {
        refs.add(one.getKey() + ":" + cells.thisRow());
      } else if (value(one.getValue()) instanceof Words id) {
        refs.add(one.getKey() + ":" + IdText.canonical(id.text()));
      }
    }
    return refs;
  }

  void add(Fact fact) {
    facts.add(fact);
  }

  /** Of several ways to say the same span or activity, only one can have been meant. */
  void addOnce(Gap gap) {
    if (!facts.contains(gap)) {
      facts.add(gap);
    }
  }

  /** As a row that repeats another is folded into it, so it does not make the row another. */
  void note(Noted note) {
    noted.add(note);
  }

  void link(Link link) {
    links.add(link);
  }

  /** Of the cells that conditions stand on, those that cannot be read. */
  void complainOf(Map<String, ?> conditions, String effect) {
    for (String column : conditions.keySet()) {
      if (value(column) instanceof Unreadable unreadable) {
        complain(column, unreadable, effect);
      }
    }
  }

  void complain(String column, Unreadable unreadable, String effect) {
    if (complained.add(column)) {
      issues.add(issue(column, unreadable.check(), unreadable.problem(), effect));
    }
  }

  /** What all rows of the table share. */
  void tellOnce(String column, String value, String check, String problem, String effect) {
    told.ofColumn(row(), cells.headingOf(column), value, check, problem, effect);
  }

  /** Something wrong with one cell of the row. */
  Issue issue(String column, String check, String problem, String effect) {
    return new Issue(
        layout.file(),
        layout.sheet(),
        row().number(),
        cells.headingOf(column),
        shown(column),
        check,
        problem,
        effect,
        childId);
  }

  /** All that the row says, without where it says it, to know a repeated row by. */
  String content() {
    StringBuilder content = new StringBuilder();
    for (Fact fact : facts) {
      content.append(fact.said());
    }
    return cells.citesItself()
        ? content.toString().replace(cells.thisRow(), "")
        : content.toString();
  }
}
