package org.practicewatch.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Latest;
import org.practicewatch.casework.Noted;
import org.practicewatch.casework.Span;
import org.practicewatch.intake.CellValue.Blank;
import org.practicewatch.intake.CellValue.Coded;
import org.practicewatch.intake.CellValue.Day;
import org.practicewatch.intake.CellValue.Unreadable;
import org.practicewatch.intake.CellValue.Words;
import org.practicewatch.intake.MappedRow.Link;
import org.practicewatch.quality.Issue;

/** One row while it is read: its facts, and the cells that could not be read. */
final class RowReading {

  private static final int RANK_OF_UNKNOWN_ROLE = 50;
  private static final Pattern BETWEEN_MARKS = Pattern.compile("[;,]");

  private static final String NO_CHILD = "The row cannot be tied to a child, so it was rejected.";
  private static final String NO_SUBJECT =
      "It cannot be told whom or what the row is about, so it was rejected.";
  private static final String NOT_USED = "The value was not used; the row was.";

  private final TableLayout layout;
  private final Interpreter interpreter;
  private final ToldOnce told;
  private final Links known;
  private final SourceRow row;
  private final @Nullable CellValue[] values;
  private final Set<String> complained = new HashSet<>();
  private final List<Issue> issues = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Fact> noted = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private String childId = "";
  private boolean nameless;

  RowReading(
      TableLayout layout, Interpreter interpreter, ToldOnce told, Links known, SourceRow row) {
    this.layout = layout;
    this.interpreter = interpreter;
    this.told = told;
    this.known = known;
    this.row = row;
    this.values = new CellValue[layout.size()];
  }

  private enum Answer {
    YES,
    NO,
    NOT_KNOWN
  }

  SourceRow row() {
    return row;
  }

  String childId() {
    return childId;
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
    String notFound = "";
    String notFoundColumn = "";
    for (TableProfile.ChildFoundBy way : layout.table().child()) {
      if (!way.isA().isEmpty()) {
        Subject subject = subject(way);
        if (subject == Subject.FOUND || subject == Subject.NOT_TOLD) {
          return subject == Subject.FOUND;
        }
        continue;
      }
      CellValue value = value(way.column());
      notFoundColumn = notFoundColumn.isEmpty() ? way.column() : notFoundColumn;
      if (value instanceof Unreadable unreadable) {
        complain(way.column(), unreadable, NO_CHILD);
        return false;
      }
      if (!(value instanceof Words words)) {
        continue;
      }
      String id = IdText.canonical(words.text());
      if (way.of().isEmpty()) {
        childId = way.alwaysA().idOf(id);
        return true;
      }
      Optional<String> child = known.findChild(way.of(), id);
      if (child.isPresent()) {
        childId = child.get();
        return true;
      }
      notFound = way.of();
      notFoundColumn = way.column();
    }
    complainOfNoChild(notFoundColumn, notFound);
    return false;
  }

  private enum Subject {
    FOUND,
    NOT_TOLD,
    A_CHILD
  }

  /** What a row is about that may be about no child, such as {@code home:SC012345}. */
  private Subject subject(TableProfile.ChildFoundBy way) {
    CellValue kind = value(way.isA());
    if (kind instanceof Unreadable unreadable) {
      complain(way.isA(), unreadable, NO_SUBJECT);
      return Subject.NOT_TOLD;
    }
    if (!(kind instanceof Coded coded) || coded.group().equals(TableProfile.ChildFoundBy.CHILD)) {
      return Subject.A_CHILD;
    }
    CellValue id = value(way.column());
    if (id instanceof Words words) {
      childId = coded.group() + ":" + IdText.canonical(words.text());
      return Subject.FOUND;
    }
    complain(
        way.column(),
        id instanceof Unreadable unreadable
            ? unreadable
            : new Unreadable(
                "no subject id", "The row is of a " + coded.group() + ", without its id."),
        NO_SUBJECT);
    return Subject.NOT_TOLD;
  }

  /** A plan or referral of another child than the one that the row itself names. */
  private void tellOtherChild() {
    for (TableProfile.ChildFoundBy way : layout.table().child()) {
      if (!way.of().isEmpty() && value(way.column()) instanceof Words words) {
        Optional<String> other = known.findChild(way.of(), IdText.canonical(words.text()));
        if (other.isPresent() && !other.get().equals(childId)) {
          complain(
              way.column(),
              new Unreadable(
                  "contradiction",
                  "This " + way.of() + " is another child's than the one that the row names."),
              "The row was read for the child that it names.");
        }
      }
    }
  }

  private void complainOfNoChild(String column, String notFound) {
    if (notFound.isEmpty()) {
      complain(column, new Unreadable("no child id", "There is no child id."), NO_CHILD);
    } else if (known.knows(notFound)) {
      complain(
          column,
          new Unreadable(
              "no such " + notFound, "No extract received has a " + notFound + " with this id."),
          NO_CHILD);
    } else {
      told.ofColumn(
          row,
          columnHeading(column),
          shown(column),
          "no such " + notFound,
          "No extract received has any " + notFound + ", by which the rows find their child.",
          "They cannot be tied to a child, so they were rejected.");
    }
  }

  /** Reads what the row says, and then every cell that no meaning asked for. */
  void read() {
    tellOtherChild();
    for (RowMeaning meaning : layout.table().meanings()) {
      read(meaning);
    }
    if (nameless) {
      // Nothing that stands beside what is not needed or not known is worth keeping.
      facts.clear();
      noted.clear();
      links.clear();
    }
    layout.table().columns().keySet().forEach(this::tellUnreadable);
  }

  /** No child suffers by what no meaning asked for, so rows with the same fault share a line. */
  private void tellUnreadable(String column) {
    Integer place = layout.place(column);
    if (place == null
        || complained.contains(column)
        || !(value(column) instanceof Unreadable unreadable)) {
      return;
    }
    boolean byValue =
        unreadable.check().equals(Unreadable.ERROR_VALUE)
            || layout.column(column).map(TableProfile.Column::isCoded).orElse(false);
    if (byValue) {
      told.ofValue(
          row,
          layout.heading(place),
          shown(column),
          unreadable.check(),
          unreadable.problem(),
          NOT_USED);
    } else {
      told.ofColumn(
          row,
          layout.heading(place),
          shown(column),
          unreadable.check(),
          unreadable.problem(),
          NOT_USED);
    }
  }

  private void read(RowMeaning meaning) {
    Answer holds = holds(meaning.onlyWhen());
    if (holds == Answer.NO) {
      return;
    }
    if (meaning instanceof RowMeaning.OfActivity activity) {
      name(activity.kind()).ifPresent(kind -> readActivity(activity, kind, holds));
    } else if (meaning instanceof RowMeaning.OfSpan span) {
      name(span.kind()).ifPresent(kind -> readSpan(span, kind, holds));
    } else if (meaning instanceof RowMeaning.OfAllocation allocation) {
      readAllocation(allocation, holds);
    } else if (holds == Answer.YES) {
      if (meaning instanceof RowMeaning.Registers child) {
        readChild(child);
      } else if (meaning instanceof RowMeaning.OfLatest latest) {
        readLatest(latest);
      } else if (meaning instanceof RowMeaning.IdOf id) {
        text(id.id())
            .ifPresent(text -> links.add(new Link(id.sort(), IdText.canonical(text), childId, "")));
      } else if (meaning instanceof RowMeaning.NameOf name) {
        readName(name);
      } else if (meaning instanceof RowMeaning.OfNoted note) {
        readNoted(note);
      }
    }
  }

  /** As a row that repeats another is folded into it, so it does not make the row another. */
  private void readNoted(RowMeaning.OfNoted note) {
    Map<String, String> details = new LinkedHashMap<>();
    note.as()
        .forEach(
            (detail, column) -> {
              if (layout.has(column)) {
                details.put(detail, asNoted(value(column)));
              }
            });
    if (!details.isEmpty()) {
      String first = note.as().values().stream().filter(layout::has).findFirst().orElseThrow();
      noted.add(new Noted(childId, note.of(), details, cell(first)));
    }
  }

  private static String asNoted(CellValue value) {
    if (value instanceof Coded coded) {
      return coded.finest();
    }
    if (value instanceof Words words) {
      return words.text();
    }
    if (value instanceof Day day) {
      return day.day().toString();
    }
    return value instanceof Unreadable ? Noted.UNREADABLE : "";
  }

  /** What the row is called; empty where that is nothing we need, or nothing we know. */
  private Optional<String> name(Naming naming) {
    if (!naming.isGiven()) {
      return Optional.of(naming.always());
    }
    String column = naming.from();
    CellValue value = value(column);
    if (value instanceof Unreadable unreadable) {
      complain(column, unreadable, "It cannot be told what the row is, so it was rejected.");
      nameless = true;
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
          row,
          columnHeading(column),
          shown(column),
          "unknown name",
          "This is no name in jobs/vocabulary.yml, and no spelling that the profile lists.",
          "The row was left out.");
    }
    return Optional.empty();
  }

  private void readName(RowMeaning.NameOf name) {
    Optional<String> id = text(name.id());
    Optional<String> text = text(name.name());
    if (id.isPresent() && text.isPresent()) {
      links.add(new Link(name.sort(), IdText.canonical(id.get()), "", text.get()));
    }
  }

  private void readChild(RowMeaning.Registers child) {
    String column = child.born();
    LocalDate born = null;
    if (column != null) {
      CellValue value = value(column);
      if (value instanceof Unreadable unreadable) {
        complain(column, unreadable, "What depends on the child's age cannot be judged.");
        facts.add(new Gap(childId, Kinds.BIRTH, null, Set.of(), cell(column)));
      } else if (value instanceof Day day) {
        born = day.day();
      }
    }
    String name =
        child.name().stream()
            .map(this::text)
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    facts.add(new Child(childId, born, name, cell(column)));
  }

  private void readSpan(RowMeaning.OfSpan span, String kind, Answer holds) {
    boolean recorded = !span.from().equals(RowMeaning.NOT_RECORDED);
    CellValue from = recorded ? value(span.from()) : new Day(Span.LONG_AGO);
    Set<String> refs = refs(span.refs(), span.ref());
    if (holds == Answer.NOT_KNOWN) {
      complainOf(span.onlyWhen(), "It cannot be told whether this is a " + kind + ".");
      addOnce(new Gap(childId, kind, null, refs, cell(span.from())));
      return;
    }
    if (!(from instanceof Day start)) {
      Unreadable problem =
          from instanceof Unreadable unreadable
              ? unreadable
              : new Unreadable("no start date", "There is no start of this " + kind + ".");
      complain(span.from(), problem, "What is owed during it cannot be judged.");
      facts.add(new Gap(childId, kind, null, refs, cell(span.from())));
      return;
    }
    Map<String, String> details = new HashMap<>(span.fixed());
    if (!recorded) {
      details.put(Span.START_NOT_KNOWN, "yes");
    }
    span.details().forEach((name, column) -> putDetail(details, name, column));
    facts.add(
        new Span(
            childId,
            kind,
            start.day(),
            end(span, kind, start.day(), details),
            code(span, kind),
            refs,
            details,
            cell(span.from())));
  }

  /** Of several ways to say the same span or activity, only one can have been meant. */
  private void addOnce(Gap gap) {
    if (!facts.contains(gap)) {
      facts.add(gap);
    }
  }

  private @Nullable LocalDate end(
      RowMeaning.OfSpan span, String kind, LocalDate from, Map<String, String> details) {
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
        complainOf(span.endedOnlyWhen(), "It cannot be told whether the " + kind + " ended.");
        details.put(Span.END_UNREADABLE, "yes");
        return null;
      } else {
        return day.day();
      }
    }
    if (problem != null) {
      complain(column, problem, "It cannot be told when the " + kind + " ended.");
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
      boolean id =
          layout.column(column).map(c -> c.is().equals(TableProfile.Column.ID)).orElse(false);
      details.put(name, id ? IdText.canonical(words.text()) : words.text());
    } else if (value instanceof Unreadable unreadable) {
      complain(column, unreadable, NOT_USED);
      if (layout.column(column).map(TableProfile.Column::isCoded).orElse(false)) {
        details.put(name, Span.NO_KNOWN_CODE);
      }
    }
  }

  /** The code of a span; where the row names the kind, a code of that kind's list. */
  private String code(RowMeaning.OfSpan span, String kind) {
    String column = span.code();
    if (column == null) {
      return "";
    }
    CellValue value = value(column);
    Integer place = placeOf(column);
    if (span.kind().isGiven() && value instanceof Words words && place != null) {
      value = interpreter.coded(row, CodeList.nameFor(kind), place, words.text());
    }
    if (value instanceof Coded coded) {
      return coded.finest();
    }
    if (value instanceof Unreadable unreadable) {
      complain(column, unreadable, "What depends on it cannot be judged.");
      return Span.NO_KNOWN_CODE;
    }
    return value instanceof Words words ? words.text() : "";
  }

  private void readActivity(RowMeaning.OfActivity activity, String kind, Answer holds) {
    if (placeOf(activity.on()) == null && activity.happenedWhen().isEmpty()) {
      return;
    }
    CellValue on = value(activity.on());
    Set<String> refs = refs(activity.refs(), activity.ref());
    CellRef source = cell(activity.on());
    if (on instanceof Unreadable unreadable) {
      complain(activity.on(), unreadable, cannotJudge(kind));
      facts.add(new Gap(childId, kind, null, refs, source));
      return;
    }
    if (!(on instanceof Day day)) {
      boolean happened =
          !activity.happenedWhen().isEmpty() && holds(activity.happenedWhen()) == Answer.YES;
      if (happened && holds != Answer.NO) {
        tellNoDate(activity, kind);
        facts.add(new Gap(childId, kind, null, refs, source));
      } else if (activityIsAll() && layout.table().needed().contains(activity.on())) {
        told.ofColumn(
            row,
            columnHeading(activity.on()),
            "",
            "no date yet",
            "The row has no date.",
            "It was taken as not done yet.");
      }
      return;
    }
    if (holds == Answer.NOT_KNOWN) {
      // What most rows of the table are not about is told once for each value.
      if (!activity.notInEveryExtract()) {
        complainOf(activity.onlyWhen(), cannotJudge(kind));
      }
      addOnce(new Gap(childId, kind, day.day(), refs, source));
      return;
    }
    Set<String> marks = new HashSet<>();
    boolean known = true;
    for (Map.Entry<String, Map<String, List<String>>> mark : activity.marks().entrySet()) {
      Answer set = isSet(mark.getValue());
      if (set == Answer.YES) {
        marks.add(mark.getKey());
      } else if (set == Answer.NOT_KNOWN) {
        complainOf(mark.getValue(), cannotJudge(kind));
        known = false;
      }
    }
    String time = activity.at();
    if (time != null) {
      if (value(time) instanceof Unreadable unreadable) {
        complain(time, unreadable, NOT_USED);
      }
      text(time).ifPresent(text -> refs.add(Activity.TIME + text));
    }
    Naming named = activity.marksNamed();
    known = (named == null || readMarks(named, kind, marks)) && known;
    activity
        .noted()
        .forEach(
            (mark, when) -> {
              if (isSet(when) == Answer.YES) {
                marks.add(mark);
              }
            });
    facts.add(
        known
            ? new Activity(childId, kind, day.day(), refs, marks, source)
            : new Gap(childId, kind, day.day(), refs, source));
  }

  /**
   * Marks that a column names, one after the other.
   *
   * @return whether all are known: one that is not may say that it does not count
   */
  private boolean readMarks(Naming named, String kind, Set<String> marks) {
    String column = named.from();
    CellValue value = value(column);
    Unreadable problem = value instanceof Unreadable unreadable ? unreadable : null;
    for (String word : text(column).map(BETWEEN_MARKS::split).orElse(new String[0])) {
      Optional<String> mark = named.read(word);
      if (mark.isPresent()) {
        marks.add(mark.get());
      } else if (!word.isBlank() && !named.leavesOut(word)) {
        problem =
            new Unreadable(
                "unknown mark", "'" + word.strip() + "' is no mark in jobs/vocabulary.yml.");
      }
    }
    if (problem != null) {
      complain(column, problem, cannotJudge(kind));
    }
    return problem == null;
  }

  /** Where the column is there. */
  private Answer isSet(Map<String, List<String>> mark) {
    return mark.keySet().stream().allMatch(layout::has) ? holds(mark) : Answer.NO;
  }

  /** A column that never holds a date is the layout's limit and no fault of the row. */
  private void tellNoDate(RowMeaning.OfActivity activity, String kind) {
    if (layout.column(activity.on()).map(TableProfile.Column::isDate).orElse(false)) {
      complain(
          activity.on(),
          new Unreadable("no date", "The row says that it happened, but not when."),
          cannotJudge(kind));
    } else {
      told.ofColumn(
          row,
          columnHeading(activity.on()),
          shown(activity.on()),
          "no date",
          "The table has no column for the date of a " + kind + ".",
          "Whether it was in time cannot be judged.");
    }
  }

  /** Where the row says more, such as an assessment not yet authorised, a blank is ordinary. */
  private boolean activityIsAll() {
    return layout.table().meanings().stream().noneMatch(RowMeaning.OfSpan.class::isInstance);
  }

  private String cannotJudge(String kind) {
    return "What this " + kind + " might have met cannot be judged.";
  }

  private void readLatest(RowMeaning.OfLatest latest) {
    if (!layout.has(latest.on())) {
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

  /**
   * Who holds the child. Somebody in a role that is not known is taken for the worker only where
   * nobody in a known role is.
   */
  private void readAllocation(RowMeaning.OfAllocation allocation, Answer holds) {
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
    int rank = allocation.rank() + (holds == Answer.YES ? 0 : RANK_OF_UNKNOWN_ROLE);
    String cited = allocation.team() != null ? allocation.team() : allocation.worker();
    facts.add(new Allocation(childId, team, worker, from, to, rank, cell(cited)));
  }

  private String name(@Nullable String column, String sort) {
    if (column == null) {
      return "";
    }
    CellValue value = value(column);
    if (!(value instanceof Words words)) {
      return "";
    }
    String id = IdText.canonical(words.text());
    return known.findName(sort, id).orElse(id);
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

  private Set<String> refs(Map<String, String> columns, RowMeaning.@Nullable RefOf ref) {
    Set<String> refs = new HashSet<>();
    if (ref != null) {
      CellValue sort = value(ref.sort());
      String of = sort instanceof Coded coded ? coded.finest() : ref.otherwise();
      Optional<String> id = sort instanceof Unreadable ? Optional.empty() : text(ref.id());
      id.ifPresent(text -> refs.add(of + ":" + IdText.canonical(text)));
    }
    columns.forEach(
        (sort, column) -> {
          if (column.equals("this row")) {
            refs.add(sort + ":" + thisRow());
          } else {
            text(column).ifPresent(id -> refs.add(sort + ":" + IdText.canonical(id)));
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
      return wanted.equals(RowMeaning.ANYTHING)
          || coded.group().equalsIgnoreCase(wanted)
          || coded.code().equalsIgnoreCase(wanted);
    }
    if (value instanceof Words words) {
      return wanted.equals(RowMeaning.ANYTHING) || words.text().equalsIgnoreCase(wanted);
    }
    if (value instanceof Day) {
      return wanted.equals("any date");
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
      issues.add(issue(column, unreadable.check(), unreadable.problem(), effect));
    }
  }

  /** Something wrong with one cell of the row. */
  Issue issue(String column, String check, String problem, String effect) {
    return new Issue(
        layout.file(),
        layout.sheet(),
        row.number(),
        columnHeading(column),
        shown(column),
        check,
        problem,
        effect,
        childId);
  }

  private String columnHeading(String column) {
    Integer place = placeOf(column);
    return place == null ? column : layout.heading(place);
  }

  /** What was found; a date as every kind of file would give it. */
  private String shown(String column) {
    Integer place = placeOf(column);
    SourceCell cell = place == null ? null : cellAt(place);
    if (cell == null) {
      return "";
    }
    boolean dated =
        layout.column(column).map(c -> c.is().equals(TableProfile.Column.DATE)).orElse(false);
    Optional<DateText.Read> date =
        dated ? DateText.read(CellText.tidy(cell.text())) : Optional.empty();
    return date.map(read -> read.day().toString()).orElseGet(() -> CellText.shown(cell.text()));
  }

  private CellRef cell(@Nullable String column) {
    Integer place = column == null ? null : placeOf(column);
    if (place == null) {
      place =
          layout.table().child().isEmpty() ? null : placeOf(layout.table().child().get(0).column());
    }
    return layout.cell(place == null ? 0 : place, row.number());
  }

  /** Where the value of a column comes from: its own cell, or that of the one used instead. */
  private @Nullable Integer placeOf(String column) {
    String instead = insteadOf(column);
    if (instead != null && ownValue(column) instanceof Blank && layout.has(instead)) {
      return layout.place(instead);
    }
    return layout.place(column);
  }

  private @Nullable String insteadOf(String column) {
    TableLayout.Named named = layout.named(column);
    return named == null ? null : named.column().orElse();
  }

  /** What a column of the row says; where it is blank, the column that is used instead. */
  CellValue value(String column) {
    CellValue own = ownValue(column);
    String instead = insteadOf(column);
    return own instanceof Blank && instead != null ? ownValue(instead) : own;
  }

  private CellValue ownValue(String name) {
    TableLayout.Named column = layout.named(name);
    if (column == null || column.place() == null) {
      return CellValue.BLANK;
    }
    CellValue value = values[column.number()];
    if (value == null) {
      SourceCell cell = cellAt(column.place());
      value = cell == null ? CellValue.BLANK : interpreter.interpret(row, column.column(), cell);
      values[column.number()] = value;
    }
    return value;
  }

  private @Nullable SourceCell cellAt(int place) {
    for (SourceCell cell : row.cells()) {
      if (cell.column() == place) {
        return cell;
      }
    }
    return null;
  }

  /** All that the row says, without where it says it, to know a repeated row by. */
  String content() {
    StringBuilder content = new StringBuilder();
    facts.forEach(fact -> content.append(fact.said()));
    String row = thisRow();
    return content.indexOf(row) < 0 ? content.toString() : content.toString().replace(row, "");
  }

  private String thisRow() {
    return layout.file() + "!" + layout.sheet() + "!" + row.number();
  }
}
