package org.practicewatch.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Gap;
import org.practicewatch.intake.CellValue.Day;
import org.practicewatch.intake.CellValue.Unreadable;
import org.practicewatch.intake.RowCells.Answer;
import org.practicewatch.quality.Need;

/**
 * The row is something done on a day.
 *
 * @param at the column of the time of day; where it is blank, a time beside the date counts
 * @param ref an id whose sort a column gives
 * @param marks for each mark, the values that set it; where they cannot be read, nobody can tell
 *     whether it counts
 * @param marksNamed a column that names marks, one after the other
 * @param noted marks that decide nothing: where they cannot be read, it is noted without them
 * @param happenedWhen a row without a date still says that it happened, or may have, when these
 *     stand, so that the missing date is a gap; {@code on} may then be a column that holds no dates
 *     at all
 * @param orHappenedWhen likewise, whatever the other says
 * @param notInEveryExtract an extract in which no row says so does not carry it
 */
@JsonTypeName("activity")
public record GivesActivity(
    @JsonProperty(required = true) Naming kind,
    @JsonProperty(required = true) String on,
    @Nullable String at,
    Map<String, String> refs,
    @Nullable RefOf ref,
    Map<String, Map<String, List<String>>> marks,
    @JsonProperty("marks named") @Nullable Naming marksNamed,
    Map<String, Map<String, List<String>>> noted,
    @JsonProperty("only when") Map<String, List<String>> onlyWhen,
    @JsonProperty("happened, even without a date, when") Map<String, List<String>> happenedWhen,
    @JsonProperty("or when") Map<String, List<String>> orHappenedWhen,
    @JsonProperty("not in every extract") boolean notInEveryExtract)
    implements RowMeaning {

  private static final Pattern BETWEEN_MARKS = Pattern.compile("[;,]");

  public GivesActivity {
    refs = OptionalKeys.orNone(refs);
    marks = OptionalKeys.orNone(marks);
    noted = OptionalKeys.orNone(noted);
    onlyWhen = OptionalKeys.orNone(onlyWhen);
    happenedWhen = OptionalKeys.orNone(happenedWhen);
    orHappenedWhen = OptionalKeys.orNone(orHappenedWhen);
  }

  @Override
  public void read(RowReading row) {
    String name = row.name(kind).orElse("");
    if (!name.isEmpty()) {
      read(row, name, true);
    }
  }

  @Override
  public void readInDoubt(RowReading row) {
    row.name(kind).ifPresent(name -> read(row, name, false));
  }

  private void read(RowReading row, String name, boolean sure) {
    if (!row.stands(on) && happenedWhen.isEmpty()) {
      return;
    }
    CellValue day = row.value(on);
    Set<String> ids = row.refs(refs, ref);
    CellRef source = row.cell(on);
    if (day instanceof Unreadable unreadable) {
      row.complain(on, unreadable, cannotJudge(name));
      row.add(new Gap(row.childId(), name, null, ids, source));
    } else if (!(day instanceof Day done)) {
      readWithoutDate(row, name, ids, source);
    } else if (sure) {
      readDone(row, name, done, ids, source);
    } else {
      // What most rows of the table are not about is told once for each value.
      if (!notInEveryExtract) {
        row.complainOf(onlyWhen, cannotJudge(name));
      }
      row.addOnce(new Gap(row.childId(), name, done.day(), ids, source));
    }
  }

  private void readWithoutDate(RowReading row, String name, Set<String> ids, CellRef source) {
    if (happened(row, happenedWhen) || happened(row, orHappenedWhen)) {
      tellNoDate(row, name);
      row.add(
          new Gap(
              row.childId(),
              name,
              null,
              ids,
              source,
              isDate(row) ? Gap.Why.UNREADABLE : Gap.Why.FLAG));
    } else if (row.isNoStretch() && row.needs(on)) {
      row.tellOnce(on, "", "no date yet", "The row has no date.", "It was taken as not done yet.");
    }
  }

  private static boolean happened(RowReading row, Map<String, List<String>> when) {
    return !when.isEmpty() && row.holds(when) == Answer.YES;
  }

  private void readDone(RowReading row, String name, Day day, Set<String> ids, CellRef source) {
    Set<String> set = new HashSet<>();
    boolean known = true;
    for (Map.Entry<String, Map<String, List<String>>> mark : marks.entrySet()) {
      Answer answer = row.isSet(mark.getValue());
      if (answer == Answer.YES) {
        set.add(mark.getKey());
      } else if (answer == Answer.NOT_KNOWN) {
        row.complainOf(mark.getValue(), cannotJudge(name));
        known = false;
      }
    }
    LocalTime time = time(row, day);
    known = (marksNamed == null || readMarks(row, marksNamed, name, set)) && known;
    for (Map.Entry<String, Map<String, List<String>>> one : noted.entrySet()) {
      if (row.isSet(one.getValue()) == Answer.YES) {
        set.add(one.getKey());
      }
    }
    row.add(
        known
            ? new Activity(row.childId(), name, day.day(), time, ids, set, source)
            : new Gap(row.childId(), name, day.day(), ids, source));
  }

  /** The time of its own column; where that is blank, the one beside the date. */
  private @Nullable LocalTime time(RowReading row, Day done) {
    if (at == null) {
      return null;
    }
    CellValue value = row.value(at);
    if (value instanceof CellValue.Blank) {
      return done.time();
    }
    if (value instanceof Unreadable unreadable) {
      row.complain(at, unreadable, RowReading.NOT_USED);
    }
    return row.text(at).map(LocalTime::parse).orElse(null);
  }

  /**
   * Marks that a column names, one after the other.
   *
   * @return whether all are known: one that is not may say that it does not count
   */
  private static boolean readMarks(RowReading row, Naming named, String name, Set<String> set) {
    String column = named.from();
    Unreadable problem = row.value(column) instanceof Unreadable unreadable ? unreadable : null;
    for (String word : row.text(column).map(BETWEEN_MARKS::split).orElse(new String[0])) {
      Optional<String> mark = named.read(word);
      if (mark.isPresent()) {
        set.add(mark.get());
      } else if (!word.isBlank() && !named.leavesOut(word)) {
        problem =
            new Unreadable(
                "unknown mark", "'" + word.strip() + "' is no mark in jobs/vocabulary.yml.");
      }
    }
    if (problem != null) {
      row.complain(column, problem, cannotJudge(name));
    }
    return problem == null;
  }

  /** A column that never holds a date is the layout's limit and no fault of the row. */
  private void tellNoDate(RowReading row, String name) {
    if (isDate(row)) {
      row.complain(
          on,
          new Unreadable("no date", "The row says that it happened, but not when."),
          cannotJudge(name));
    } else {
      row.tellOnce(
          on,
          row.shown(on),
          "no date",
          "The table has no column for the date of a " + name + ".",
          "Whether it was in time cannot be judged.");
    }
  }

  private boolean isDate(RowReading row) {
    return row.column(on).map(TableProfile.Column::isDate).orElse(false);
  }

  /** Whether it is a flag in that table: that something happened, and never when. */
  @Override
  public boolean isFlag(TableProfile table) {
    return !happenedWhen.isEmpty() && !table.isDate(on);
  }

  @Override
  public Set<String> perhaps(RowReading row) {
    return kind.perhaps(row);
  }

  @Override
  public @Nullable LocalDate perhapsOn(RowReading row) {
    return row.value(on) instanceof Day day ? day.day() : null;
  }

  private static String cannotJudge(String name) {
    return "What this " + name + " might have met cannot be judged.";
  }

  @Override
  public Stream<String> columns() {
    return Stream.concat(
        OptionalKeys.given(kind.from(), on, at, marksNamed == null ? null : marksNamed.from()),
        OptionalKeys.ofRefs(refs, ref));
  }

  @Override
  public Stream<Map<String, List<String>>> conditions() {
    return Stream.of(
            Stream.of(onlyWhen, happenedWhen, orHappenedWhen),
            marks.values().stream(),
            noted.values().stream())
        .flatMap(conditions -> conditions);
  }

  @Override
  public Names names() {
    Set<String> used = new TreeSet<>(marks.keySet());
    used.addAll(noted.keySet());
    if (marksNamed != null) {
      used.addAll(marksNamed.names());
    }
    return new Names(kind.names(), Set.of(), used);
  }

  @Override
  public Stream<Need> carriedBy(Predicate<String> columns) {
    boolean carried = !givesWhateverIsNamed() && columns.test(on);
    return carried ? kind.names().stream().map(Need::activity) : Stream.empty();
  }

  @Override
  public RowMeaning knowing(Names names) {
    return new GivesActivity(
        kind.knowing(names.activities()),
        on,
        at,
        refs,
        ref,
        marks,
        marksNamed == null ? null : marksNamed.knowing(names.marks()),
        noted,
        onlyWhen,
        happenedWhen,
        orHappenedWhen,
        notInEveryExtract);
  }

  @Override
  public boolean isAct() {
    return true;
  }

  @Override
  public boolean givesWhateverIsNamed() {
    return kind.isWhateverIsNamed();
  }

  @Override
  public Set<String> choices(String column, Names names) {
    if (!givesWhateverIsNamed()) {
      return Set.of();
    }
    if (kind.from().equals(column)) {
      return names.activities();
    }
    return mayHoldSeveral(column) ? names.marks() : Set.of();
  }

  @Override
  public boolean mayHoldSeveral(String column) {
    return marksNamed != null && marksNamed.from().equals(column);
  }

  @Override
  public Optional<String> alwaysGiven(TableProfile table) {
    boolean always = !notInEveryExtract && (table.needed().contains(on) || !table.isDate(on));
    return always && !kind.isGiven() ? Optional.of(kind.always()) : Optional.empty();
  }

  @Override
  public Optional<DayBeside> dayBeside(String name) {
    return kind.isOneOfSeveral() && kind.canBe(name)
        ? Optional.of(new DayBeside(on, kind))
        : Optional.empty();
  }
}
