package org.practicewatch.intake;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Latest;
import org.practicewatch.casework.Span;
import org.practicewatch.intake.CellValue.Blank;
import org.practicewatch.intake.CellValue.Coded;
import org.practicewatch.intake.CellValue.Day;
import org.practicewatch.intake.CellValue.Unreadable;
import org.practicewatch.intake.CellValue.Words;
import org.practicewatch.intake.MappedRow.Link;
import org.practicewatch.intake.MappedRow.Outcome;
import org.practicewatch.quality.Issue;

/**
 * Turns the rows of one recognised table into facts, row by row, and says which cells it could not
 * read. A row with one bad cell is loaded and the cell is an issue; what the cell might have said
 * becomes a gap. What is the same in many rows is told once, with the number of rows.
 */
public final class TableMapping {

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 2);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
  private static final int LONGEST_VALUE = 120;
  private static final Pattern FOOTER =
      Pattern.compile(
          "(?i)^(grand |sub)?total\\b.*|.*\\b(applied filters?|filters? applied|report (run|produced|generated)"
              + "|run (on|date)|printed (on|at|by)|end of (report|list|data)|page \\d+|rows? returned"
              + "|number of (records|rows|children)|produced by|source ?:).*");
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d+(\\.\\d+)?[eE]\\+?\\d+");

  private final String file;
  private final String sheet;
  private final Headings.Recognised found;
  private final TableProfile table;
  private final Map<String, CodeList> codes;
  private final Links links;
  private final Map<String, Integer> placeOfColumn = new HashMap<>();
  private final Set<String> rowsSeen = new HashSet<>();
  private final Map<String, Told> told = new LinkedHashMap<>();
  private final Map<String, Set<String>> datesWrittenAs = new TreeMap<>();

  /** Something that many rows share, told once. */
  private static final class Told {
    private final Issue first;
    private int rows;

    Told(Issue first) {
      this.first = first;
    }
  }

  public TableMapping(
      String file,
      String sheet,
      Headings.Recognised found,
      TableProfile table,
      Map<String, CodeList> codes,
      Links links) {
    this.file = file;
    this.sheet = sheet;
    this.found = found;
    this.table = table;
    this.codes = codes;
    this.links = links;
    found.columns().forEach((place, name) -> placeOfColumn.put(name, place));
  }

  /** What one row below the header says. */
  public MappedRow map(SourceRow row) {
    Reading reading = new Reading(row);
    if (row.hidden()) {
      tellOnce(
          row, "", "", "hidden rows", "The row is hidden in the sheet.", "It was read as data.");
    }
    if (isHeaderAgain(row)) {
      return leftOut();
    }
    if (isFooter(row, reading)) {
      tellOnce(
          row,
          "",
          "",
          "footer",
          "This is a line about the report, not a child.",
          "It was left out.");
      return leftOut();
    }
    boolean aboutChildren = !table.child().isEmpty();
    String childId = aboutChildren ? reading.childId() : "";
    if (childId == null) {
      return new MappedRow(Outcome.REJECTED, List.of(), List.of(), reading.issues);
    }
    reading.read(childId);
    return outcome(row, reading);
  }

  private MappedRow outcome(SourceRow row, Reading reading) {
    if (reading.facts.isEmpty() && reading.links.isEmpty()) {
      Outcome outcome = reading.issues.isEmpty() ? Outcome.LEFT_OUT : Outcome.REJECTED;
      return new MappedRow(outcome, List.of(), List.of(), reading.issues);
    }
    if (!reading.facts.isEmpty() && !rowsSeen.add(reading.content())) {
      tellOnce(
          row,
          "",
          "",
          "repeated rows",
          "The row says the same as an earlier one.",
          "It was folded into it.");
      return leftOut();
    }
    return new MappedRow(Outcome.LOADED, reading.facts, reading.links, reading.issues);
  }

  private static MappedRow leftOut() {
    return new MappedRow(Outcome.LEFT_OUT, List.of(), List.of(), List.of());
  }

  /** What many rows shared, and columns whose dates are written in more than one way. */
  public List<Issue> finish() {
    List<Issue> issues = new ArrayList<>();
    for (Told one : told.values()) {
      Issue first = one.first;
      String problem =
          one.rows == 1
              ? first.problem()
              : first.problem() + " (" + one.rows + " rows; the first is shown.)";
      issues.add(
          new Issue(
              first.extract(),
              first.sheet(),
              first.row(),
              first.column(),
              first.value(),
              first.check(),
              problem,
              first.effect(),
              one.rows == 1 ? first.childId() : ""));
    }
    datesWrittenAs.forEach(
        (column, ways) -> {
          if (ways.size() > 1) {
            issues.add(
                new Issue(
                    file,
                    sheet,
                    found.headerRow(),
                    column,
                    "",
                    "mixed dates",
                    "Dates in this column are written in more than one way: "
                        + String.join(", ", ways)
                        + ".",
                    "All were read.",
                    ""));
          }
        });
    return issues;
  }

  private boolean isHeaderAgain(SourceRow row) {
    long same =
        row.cells().stream()
            .filter(
                cell ->
                    Headings.normal(cell.text())
                        .equals(
                            Headings.normal(
                                found.headings().getOrDefault(cell.column(), "\u0000"))))
            .count();
    return same >= 2 && same * 2 > found.headings().size();
  }

  private boolean isFooter(SourceRow row, Reading reading) {
    if (row.cells().size() > 2 || row.cells().size() >= Math.max(2, found.headings().size())) {
      return false;
    }
    String first = row.cells().get(0).text().strip();
    boolean nothingElse =
        found.columns().entrySet().stream()
            .filter(column -> column.getKey() != row.cells().get(0).column())
            .allMatch(column -> reading.value(column.getValue()) instanceof Blank);
    return FOOTER.matcher(first).matches()
        || (nothingElse && first.length() > 20 && first.contains(" "));
  }

  private void tellOnce(
      SourceRow row, String column, String value, String check, String problem, String effect) {
    Told one =
        told.computeIfAbsent(
            check + '\u0000' + column + '\u0000' + value,
            key ->
                new Told(
                    new Issue(
                        file, sheet, row.number(), column, value, check, problem, effect, "")));
    one.rows++;
  }

  private String heading(int place) {
    return letters(place) + " " + found.headings().getOrDefault(place, "");
  }

  private static String letters(int place) {
    StringBuilder letters = new StringBuilder();
    for (int rest = place + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }

  /** The canonical text of an id: no apostrophe before it, no ".0" after it, zeros kept. */
  static String canonicalId(String text) {
    String id = tidy(text);
    if (id.startsWith("'")) {
      id = id.substring(1);
    }
    int point = id.lastIndexOf('.');
    boolean pointNought =
        point > 0
            && id.substring(point + 1).chars().allMatch(c -> c == '0')
            && id.substring(0, point).chars().allMatch(c -> c >= '0' && c <= '9');
    return pointNought ? id.substring(0, point) : id;
  }

  private static String tidy(String text) {
    return text.replace('\u00a0', ' ').strip().replaceAll("\\s+", " ");
  }

  /** One row while it is read. */
  private final class Reading {

    private final SourceRow row;
    private final Map<Integer, SourceCell> cells = new HashMap<>();
    private final Map<String, CellValue> values = new HashMap<>();
    private final Set<String> complained = new HashSet<>();
    private final List<Issue> issues = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private String childId = "";

    Reading(SourceRow row) {
      this.row = row;
      row.cells().forEach(cell -> cells.put(cell.column(), cell));
    }

    /** The row's child, or null with the reason among the issues. */
    @Nullable String childId() {
      String notFound = "";
      String notFoundColumn = table.child().get(0).column();
      for (TableProfile.ChildFoundBy way : table.child()) {
        CellValue value = value(way.column());
        if (value instanceof Unreadable unreadable) {
          complain(
              way.column(), unreadable, "The row cannot be tied to a child, so it was rejected.");
          return null;
        }
        if (!(value instanceof Words words)) {
          continue;
        }
        String id = canonicalId(words.text());
        if (way.of().isEmpty()) {
          return id;
        }
        Optional<String> child = TableMapping.this.links.findChild(way.of(), id);
        if (child.isPresent()) {
          return child.get();
        }
        notFound = way.of();
        notFoundColumn = way.column();
      }
      String problem =
          notFound.isEmpty()
              ? "There is no child id."
              : "No extract received has a " + notFound + " with this id.";
      complain(
          notFoundColumn,
          new Unreadable(notFound.isEmpty() ? "no child id" : "no such " + notFound, problem),
          "The row cannot be tied to a child, so it was rejected.");
      return null;
    }

    void read(String ofChild) {
      childId = ofChild;
      for (RowMeaning meaning : table.meanings()) {
        read(meaning);
      }
      table
          .columns()
          .forEach(
              (name, column) -> {
                if (column.isCoded() && value(name) instanceof Unreadable unreadable) {
                  tellUnknownCode(name, unreadable);
                }
              });
    }

    private void tellUnknownCode(String column, Unreadable unreadable) {
      Integer place = placeOfColumn.get(column);
      if (place == null || complained.contains(column)) {
        return;
      }
      tellOnce(
          row,
          heading(place),
          shown(column),
          unreadable.check(),
          unreadable.problem(),
          "The value was not used; the row was.");
    }

    private void read(RowMeaning meaning) {
      Answer holds = holds(meaning.onlyWhen());
      if (holds == Answer.NO) {
        return;
      }
      if (meaning instanceof RowMeaning.OfActivity activity) {
        readActivity(activity, holds);
      } else if (meaning instanceof RowMeaning.OfSpan span) {
        readSpan(span, holds);
      } else if (holds == Answer.YES) {
        if (meaning instanceof RowMeaning.Registers child) {
          readChild(child);
        } else if (meaning instanceof RowMeaning.OfLatest latest) {
          readLatest(latest);
        } else if (meaning instanceof RowMeaning.OfAllocation allocation) {
          readAllocation(allocation);
        } else if (meaning instanceof RowMeaning.IdOf id) {
          text(id.id())
              .ifPresent(text -> links.add(new Link(id.sort(), canonicalId(text), childId, "")));
        } else if (meaning instanceof RowMeaning.NameOf name) {
          readName(name);
        }
      }
    }

    private void readName(RowMeaning.NameOf name) {
      Optional<String> id = text(name.id());
      Optional<String> text = text(name.name());
      if (id.isPresent() && text.isPresent()) {
        links.add(new Link(name.sort(), canonicalId(id.get()), "", text.get()));
      }
    }

    private void readChild(RowMeaning.Registers child) {
      String column = child.born();
      LocalDate born = null;
      if (column != null) {
        CellValue value = value(column);
        if (value instanceof Unreadable unreadable) {
          complain(column, unreadable, "What depends on the child's age cannot be judged.");
        } else if (value instanceof Day day) {
          born = day.day();
        }
      }
      facts.add(new Child(childId, born, cell(column)));
    }

    private void readSpan(RowMeaning.OfSpan span, Answer holds) {
      CellValue from = value(span.from());
      Set<String> refs = refs(span.refs());
      if (holds == Answer.NOT_KNOWN) {
        complainOf(span.onlyWhen(), "It cannot be told whether this is a " + span.kind() + ".");
        facts.add(new Gap(childId, span.kind(), null, refs, cell(span.from())));
        return;
      }
      if (!(from instanceof Day start)) {
        Unreadable problem =
            from instanceof Unreadable unreadable
                ? unreadable
                : new Unreadable("no start date", "A " + span.kind() + " has no start date.");
        complain(span.from(), problem, "What is owed during it cannot be judged.");
        facts.add(new Gap(childId, span.kind(), null, refs, cell(span.from())));
        return;
      }
      Map<String, String> details = new HashMap<>(span.fixed());
      span.details().forEach((name, column) -> putDetail(details, name, column));
      facts.add(
          new Span(
              childId,
              span.kind(),
              start.day(),
              end(span, start.day(), details),
              code(span.code()),
              refs,
              details,
              cell(span.from())));
    }

    private @Nullable LocalDate end(
        RowMeaning.OfSpan span, LocalDate from, Map<String, String> details) {
      String column = span.to();
      if (column == null) {
        return null;
      }
      Answer ended = holds(span.endedOnlyWhen());
      if (ended == Answer.NO) {
        return null;
      }
      CellValue value = value(column);
      Unreadable problem = null;
      if (value instanceof Unreadable unreadable) {
        problem = unreadable;
      } else if (value instanceof Day day) {
        if (day.day().isBefore(from)) {
          problem = new Unreadable("ends before it starts", "The end is before the start.");
        } else if (ended == Answer.NOT_KNOWN) {
          complainOf(
              span.endedOnlyWhen(), "It cannot be told whether the " + span.kind() + " ended.");
          details.put(Span.END_UNREADABLE, "yes");
          return null;
        } else {
          return day.day();
        }
      }
      if (problem != null) {
        complain(column, problem, "It cannot be told when the " + span.kind() + " ended.");
        details.put(Span.END_UNREADABLE, "yes");
      }
      return null;
    }

    private void putDetail(Map<String, String> details, String name, String column) {
      CellValue value = value(column);
      if (value instanceof Day day) {
        details.put(name, day.day().toString());
      } else if (value instanceof Coded coded) {
        details.put(name, coded.finest());
      } else if (value instanceof Words words) {
        boolean id = columnOf(column).map(c -> c.is().equals(TableProfile.Column.ID)).orElse(false);
        details.put(name, id ? canonicalId(words.text()) : words.text());
      } else if (value instanceof Unreadable unreadable) {
        complain(column, unreadable, "The value was not used; the row was.");
        if (columnOf(column).map(TableProfile.Column::isCoded).orElse(false)) {
          details.put(name, Span.NO_KNOWN_CODE);
        }
      }
    }

    private String code(@Nullable String column) {
      if (column == null) {
        return "";
      }
      CellValue value = value(column);
      if (value instanceof Coded coded) {
        return coded.finest();
      }
      if (value instanceof Unreadable unreadable) {
        complain(column, unreadable, "What depends on it cannot be judged.");
        return Span.NO_KNOWN_CODE;
      }
      return value instanceof Words words ? words.text() : "";
    }

    private void readActivity(RowMeaning.OfActivity activity, Answer holds) {
      CellValue on = value(activity.on());
      Set<String> refs = refs(activity.refs());
      CellRef source = cell(activity.on());
      if (on instanceof Unreadable unreadable) {
        complain(activity.on(), unreadable, cannotJudge(activity));
        facts.add(new Gap(childId, activity.kind(), null, refs, source));
        return;
      }
      if (!(on instanceof Day day)) {
        boolean happened =
            !activity.happenedWhen().isEmpty() && holds(activity.happenedWhen()) == Answer.YES;
        if (happened && holds != Answer.NO) {
          complain(
              activity.on(),
              new Unreadable("no date", "The row says that it happened, but not when."),
              cannotJudge(activity));
          facts.add(new Gap(childId, activity.kind(), null, refs, source));
        } else {
          tellOnce(
              row,
              columnHeading(activity.on()),
              "",
              "no date yet",
              "There is no date.",
              "It was taken as not done yet.");
        }
        return;
      }
      if (holds == Answer.NOT_KNOWN) {
        complainOf(activity.onlyWhen(), cannotJudge(activity));
        facts.add(new Gap(childId, activity.kind(), day.day(), refs, source));
        return;
      }
      Set<String> marks = new HashSet<>();
      boolean known = true;
      for (Map.Entry<String, Map<String, List<String>>> mark : activity.marks().entrySet()) {
        boolean here = mark.getValue().keySet().stream().allMatch(placeOfColumn::containsKey);
        Answer set = here ? holds(mark.getValue()) : Answer.NO;
        if (set == Answer.YES) {
          marks.add(mark.getKey());
        } else if (set == Answer.NOT_KNOWN) {
          complainOf(mark.getValue(), cannotJudge(activity));
          known = false;
        }
      }
      facts.add(
          known
              ? new Activity(childId, activity.kind(), day.day(), refs, marks, source)
              : new Gap(childId, activity.kind(), day.day(), refs, source));
    }

    private String cannotJudge(RowMeaning.OfActivity activity) {
      return "What this " + activity.kind() + " might have met cannot be judged.";
    }

    private void readLatest(RowMeaning.OfLatest latest) {
      if (!placeOfColumn.containsKey(latest.on())) {
        return;
      }
      CellValue on = value(latest.on());
      CellRef source = cell(latest.on());
      if (on instanceof Unreadable unreadable) {
        complain(latest.on(), unreadable, "Whether the child is in timescale cannot be judged.");
        facts.add(new Gap(childId, latest.kind(), null, Set.of(), source));
      } else {
        LocalDate day = on instanceof Day read ? read.day() : null;
        facts.add(new Latest(childId, latest.kind(), day, Set.of(), source));
      }
    }

    private void readAllocation(RowMeaning.OfAllocation allocation) {
      String team = name(allocation.team(), "team");
      String worker = name(allocation.worker(), "worker");
      if (team.isEmpty() && worker.isEmpty()) {
        return;
      }
      LocalDate from = dayOrComplain(allocation.from());
      LocalDate to = dayOrComplain(allocation.to());
      if (from != null && to != null && to.isBefore(from)) {
        String column = allocation.to() == null ? "" : allocation.to();
        complain(
            column,
            new Unreadable("ends before it starts", "The end is before the start."),
            "The allocation was not used.");
        return;
      }
      String cited = allocation.team() != null ? allocation.team() : allocation.worker();
      facts.add(new Allocation(childId, team, worker, from, to, allocation.rank(), cell(cited)));
    }

    private String name(@Nullable String column, String sort) {
      if (column == null) {
        return "";
      }
      CellValue value = value(column);
      if (value instanceof Unreadable unreadable) {
        tellOnce(
            row,
            columnHeading(column),
            shown(column),
            unreadable.check(),
            "This is not the name of a " + sort + ".",
            "No " + sort + " was taken from it.");
        return "";
      }
      if (!(value instanceof Words words)) {
        return "";
      }
      String id = canonicalId(words.text());
      return TableMapping.this.links.findName(sort, id).orElse(id);
    }

    private @Nullable LocalDate dayOrComplain(@Nullable String column) {
      if (column == null) {
        return null;
      }
      CellValue value = value(column);
      if (value instanceof Unreadable unreadable) {
        complain(column, unreadable, "The allocation was read without it.");
      }
      return value instanceof Day day ? day.day() : null;
    }

    private Set<String> refs(Map<String, String> columns) {
      Set<String> refs = new HashSet<>();
      columns.forEach(
          (sort, column) -> {
            if (column.equals("this row")) {
              refs.add(sort + ":" + file + "!" + sheet + "!" + row.number());
            } else {
              text(column).ifPresent(id -> refs.add(sort + ":" + canonicalId(id)));
            }
          });
      return refs;
    }

    private Optional<String> text(String column) {
      return value(column) instanceof Words words ? Optional.of(words.text()) : Optional.empty();
    }

    private Answer holds(Map<String, List<String>> conditions) {
      Answer answer = Answer.YES;
      for (Map.Entry<String, List<String>> condition : conditions.entrySet()) {
        CellValue value = value(condition.getKey());
        if (value instanceof Unreadable) {
          answer = Answer.NOT_KNOWN;
        } else if (condition.getValue().stream().noneMatch(wanted -> is(value, wanted))) {
          return Answer.NO;
        }
      }
      return answer;
    }

    private static boolean is(CellValue value, String wanted) {
      if (value instanceof Coded coded) {
        return coded.group().equalsIgnoreCase(wanted) || coded.code().equalsIgnoreCase(wanted);
      }
      if (value instanceof Words words) {
        return words.text().equalsIgnoreCase(wanted);
      }
      return value instanceof Blank && wanted.equals("blank");
    }

    private void complainOf(Map<String, ?> conditions, String effect) {
      for (String column : conditions.keySet()) {
        if (value(column) instanceof Unreadable unreadable) {
          complain(column, unreadable, effect);
        }
      }
    }

    private void complain(String column, Unreadable unreadable, String effect) {
      if (complained.add(column)) {
        issues.add(
            new Issue(
                file,
                sheet,
                row.number(),
                columnHeading(column),
                shown(column),
                unreadable.check(),
                unreadable.problem(),
                effect,
                childId));
      }
    }

    private String columnHeading(String column) {
      Integer place = placeOf(column);
      return place == null ? column : heading(place);
    }

    private String shown(String column) {
      Integer place = placeOf(column);
      SourceCell cell = place == null ? null : cells.get(place);
      String text = cell == null ? "" : cell.text();
      return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    private CellRef cell(@Nullable String column) {
      Integer place = column == null ? null : placeOf(column);
      if (place == null) {
        place = table.child().isEmpty() ? null : placeOf(table.child().get(0).column());
      }
      return new CellRef(file, sheet, letters(place == null ? 0 : place) + row.number());
    }

    /** Where the value of a column comes from: its own cell, or that of the one used instead. */
    private @Nullable Integer placeOf(String column) {
      Integer place = placeOfColumn.get(column);
      String instead = columnOf(column).map(TableProfile.Column::orElse).orElse(null);
      boolean empty = place == null || !cells.containsKey(place);
      if (empty && instead != null && placeOfColumn.containsKey(instead)) {
        return placeOfColumn.get(instead);
      }
      return place;
    }

    private Optional<TableProfile.Column> columnOf(String name) {
      return Optional.ofNullable(table.columns().get(name));
    }

    CellValue value(String column) {
      CellValue value = values.get(column);
      if (value == null) {
        value = interpret(column);
        values.put(column, value);
      }
      return value;
    }

    private CellValue interpret(String name) {
      TableProfile.Column column = table.columns().get(name);
      Integer place = placeOfColumn.get(name);
      SourceCell cell = place == null ? null : cells.get(place);
      CellValue value = column == null || cell == null ? CellValue.BLANK : interpret(column, cell);
      String instead = column == null ? null : column.orElse();
      return value instanceof Blank && instead != null ? value(instead) : value;
    }

    private CellValue interpret(TableProfile.Column column, SourceCell cell) {
      String text = tidy(cell.text());
      if (text.isEmpty() || isBlankWord(text)) {
        return CellValue.BLANK;
      }
      if (cell.kind() == SourceCell.Kind.ERROR) {
        return new Unreadable("error value", "The cell holds the error " + text + ".");
      }
      if (cell.kind() == SourceCell.Kind.NO_RESULT) {
        return new Unreadable(
            "formula without a result",
            "The cell holds a formula whose result was not saved. Open the file, save it and send it again.");
      }
      if (column.is().equals(TableProfile.Column.DATE)) {
        return date(cell, text);
      }
      if (!column.keys().isEmpty() || !column.keysSaidNo().isEmpty()) {
        return key(column, text);
      }
      if (column.isCoded()) {
        return coded(column, text);
      }
      if (column.is().equals(TableProfile.Column.ID) && SCIENTIFIC.matcher(text).matches()) {
        return new Unreadable(
            "id cut short",
            "The id was saved as a rounded number, so its last digits may be lost. Format the column as text and send it again.");
      }
      return new Words(text);
    }

    private CellValue key(TableProfile.Column column, String text) {
      for (String key : column.keys()) {
        if (text.equalsIgnoreCase(key) || says(text, key, "Y|YES|1|TRUE")) {
          return new Words(key);
        }
      }
      for (String key : column.keysSaidNo()) {
        if (says(text, key, "N|NO|0|FALSE")) {
          return new Words(key);
        }
      }
      return CellValue.BLANK;
    }

    private static boolean says(String text, String key, String answer) {
      return Pattern.compile(
              Pattern.quote(key) + "[\"']?\\s*[:=]\\s*[\"']?(" + answer + ")\\b",
              Pattern.CASE_INSENSITIVE)
          .matcher(text)
          .find();
    }

    private CellValue coded(TableProfile.Column column, String text) {
      CodeList list = codes.get(column.is());
      if (list == null) {
        return new Words(text);
      }
      CodeList.Reading read = list.read(text);
      if (read instanceof CodeList.Reading.Known known) {
        return new Coded(known.group(), known.code());
      }
      if (read instanceof CodeList.Reading.Ambiguous ambiguous) {
        return new Unreadable(
            "code with two meanings",
            "This " + column.is() + " can mean: " + String.join("; ", ambiguous.groups()) + ".");
      }
      return new Unreadable("unknown code", "This is no known " + column.is() + ".");
    }

    private boolean isBlankWord(String text) {
      String lower = text.toLowerCase(Locale.ROOT);
      return found.profile().blankWords().contains(lower);
    }

    private CellValue date(SourceCell cell, String text) {
      LocalDate day = null;
      boolean timed = false;
      if (cell.moment() != null) {
        day = cell.moment().toLocalDate();
        timed = !cell.moment().toLocalTime().equals(LocalTime.MIDNIGHT);
        writtenAs(cell, cell.kind() == SourceCell.Kind.DATE ? "dates" : "serial numbers");
      } else {
        Optional<DateText.Read> read = DateText.read(text);
        if (read.isPresent()) {
          day = read.get().day();
          timed = read.get().timed();
          writtenAs(cell, read.get().serial() ? "serial numbers" : "text");
        }
      }
      if (day == null) {
        return new Unreadable(
            "not a date", "This is not a date (expected day/month/year, such as 31/03/2025).");
      }
      if (found.profile().noDates().contains(day)) {
        tellOnce(
            row,
            heading(cell.column()),
            text,
            "date that means none",
            "This date stands for no date.",
            "The cell was taken as blank.");
        return CellValue.BLANK;
      }
      if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
        return new Unreadable("not a believable date", "The year of this date cannot be right.");
      }
      if (timed) {
        tellOnce(
            row,
            heading(cell.column()),
            "",
            "dates with a time",
            "Dates in this column carry a time of day.",
            "The day was used.");
      }
      return new Day(day);
    }

    private void writtenAs(SourceCell cell, String way) {
      datesWrittenAs.computeIfAbsent(heading(cell.column()), key -> new TreeSet<>()).add(way);
    }

    /** All that the row says, without where it says it, to know a repeated row by. */
    private String content() {
      StringBuilder content = new StringBuilder();
      for (Fact fact : facts) {
        String text = fact.toString();
        content.append(text, 0, text.lastIndexOf("source=")).append('|');
      }
      return content.toString();
    }
  }

  private enum Answer {
    YES,
    NO,
    NOT_KNOWN
  }
}
