package org.practicewatch.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Span.NotKnown;
import org.practicewatch.intake.CellValue.Coded;
import org.practicewatch.intake.CellValue.Day;
import org.practicewatch.intake.CellValue.Unreadable;
import org.practicewatch.intake.CellValue.Words;
import org.practicewatch.intake.RowCells.Answer;
import org.practicewatch.quality.Need;

/**
 * The row is a stretch of time.
 *
 * @param from the column of its start, or {@link #NOT_RECORDED}
 * @param endedOnlyWhen the end counts only then
 * @param refs for each sort of id, its column
 * @param ref an id whose sort a column gives
 * @param details for each detail, its column
 * @param fixed details that every row has
 */
@JsonTypeName("span")
public record GivesSpan(
    @JsonProperty(required = true) Naming kind,
    @JsonProperty(required = true) String from,
    @Nullable String to,
    @Nullable String code,
    Map<String, String> refs,
    @Nullable RefOf ref,
    Map<String, String> details,
    Map<String, String> fixed,
    @JsonProperty("only when") Map<String, List<String>> onlyWhen,
    @JsonProperty("ended only when") Map<String, List<String>> endedOnlyWhen)
    implements RowMeaning {

  /** In place of the column of the start: the row says that it is so, and not since when. */
  static final String NOT_RECORDED = "not recorded";

  public GivesSpan {
    refs = OptionalKeys.orNone(refs);
    details = OptionalKeys.orNone(details);
    fixed = OptionalKeys.orNone(fixed);
    onlyWhen = OptionalKeys.orNone(onlyWhen);
    endedOnlyWhen = OptionalKeys.orNone(endedOnlyWhen);
  }

  private boolean isRecorded() {
    return !from.equals(NOT_RECORDED);
  }

  @Override
  public void readInDoubt(RowReading row) {
    row.name(kind)
        .ifPresent(
            name -> {
              row.complainOf(onlyWhen, "It cannot be told whether this is a " + name + ".");
              row.addOnce(gap(row, name));
            });
  }

  @Override
  public void read(RowReading row) {
    String name = row.name(kind).orElse("");
    if (!name.isEmpty()) {
      read(row, name);
    }
  }

  private void read(RowReading row, String name) {
    CellValue began = isRecorded() ? row.value(from) : new Day(Span.LONG_AGO);
    if (!(began instanceof Day start)) {
      Unreadable problem =
          began instanceof Unreadable unreadable
              ? unreadable
              : new Unreadable("no start date", "There is no start of this " + name + ".");
      row.complain(from, problem, "What is owed during it cannot be judged.");
      row.add(gap(row, name));
      return;
    }
    Map<String, String> said = new HashMap<>(fixed);
    if (!isRecorded()) {
      said.put(NotKnown.START.words(), "yes");
    }
    for (Map.Entry<String, String> one : details.entrySet()) {
      putDetail(row, said, one.getKey(), one.getValue());
    }
    LocalDate end = end(row, name, start.day(), said);
    String code = code(row, name);
    row.add(
        new Span(
                row.childId(),
                name,
                start.day(),
                end,
                code,
                row.refs(refs, ref),
                Map.of(),
                row.cell(from))
            .told(said));
  }

  @Override
  public Set<String> perhaps(RowReading row) {
    return kind.perhaps(row);
  }

  private Gap gap(RowReading row, String name) {
    return new Gap(row.childId(), name, null, row.refs(refs, ref), row.cell(from));
  }

  private @Nullable LocalDate end(
      RowReading row, String name, LocalDate start, Map<String, String> said) {
    if (to == null) {
      return null;
    }
    Answer ended = row.holds(endedOnlyWhen);
    if (ended == Answer.NO) {
      return null;
    }
    CellValue value = row.value(to);
    Unreadable problem = null;
    if (value instanceof Unreadable unreadable) {
      problem = unreadable;
    } else if (value instanceof Day day) {
      if (day.day().isBefore(start)) {
        problem = Unreadable.ENDS_BEFORE_IT_STARTS;
      } else if (ended == Answer.NOT_KNOWN) {
        row.complainOf(endedOnlyWhen, "It cannot be told whether the " + name + " ended.");
        said.put(NotKnown.END.words(), "yes");
        return null;
      } else {
        LocalTime time = day.time();
        if (time != null) {
          said.putIfAbsent(Span.ENDED_AT, time.toString());
        }
        return day.day();
      }
    }
    if (problem != null) {
      row.complain(to, problem, "It cannot be told when the " + name + " ended.");
      said.put(NotKnown.END.words(), "yes");
    }
    return null;
  }

  private static void putDetail(
      RowReading row, Map<String, String> said, String detail, String column) {
    CellValue value = row.value(column);
    if (value instanceof Day day) {
      said.put(detail, day.day().toString());
    } else if (value instanceof Coded coded) {
      said.put(detail, coded.finest());
    } else if (value instanceof Words words) {
      boolean id = row.column(column).map(TableProfile.Column::isId).orElse(false);
      said.put(detail, id ? IdText.canonical(words.text()) : words.text());
    } else if (value instanceof Unreadable unreadable) {
      row.complain(column, unreadable, RowReading.NOT_USED);
      if (row.column(column).map(TableProfile.Column::isCoded).orElse(false)) {
        said.put(detail, Span.NO_KNOWN_CODE);
      }
    }
  }

  /** The code of a span; where the row names the kind, a code of that kind's list. */
  private String code(RowReading row, String name) {
    if (code == null) {
      return "";
    }
    CellValue value = kind.isGiven() ? row.coded(code, CodeList.nameFor(name)) : row.value(code);
    if (value instanceof Coded coded) {
      return coded.finest();
    }
    if (value instanceof Unreadable unreadable) {
      row.complain(code, unreadable, "What depends on it cannot be judged.");
      return Span.NO_KNOWN_CODE;
    }
    return value instanceof Words words ? words.text() : "";
  }

  @Override
  public Stream<String> columns() {
    return Stream.of(
            OptionalKeys.given(kind.from(), isRecorded() ? from : null, to, code),
            OptionalKeys.ofRefs(refs, ref),
            details.values().stream().filter(column -> !column.isEmpty()))
        .flatMap(columns -> columns);
  }

  @Override
  public Stream<Map<String, List<String>>> conditions() {
    return Stream.of(onlyWhen, endedOnlyWhen);
  }

  @Override
  public Names names() {
    return new Names(Set.of(), kind.names(), Set.of());
  }

  @Override
  public Stream<Need> carriedBy(Predicate<String> columns) {
    if (givesWhateverIsNamed() || (isRecorded() && !columns.test(from))) {
      return Stream.empty();
    }
    return kind.names().stream()
        .flatMap(
            name ->
                Stream.concat(
                    Stream.of(Need.span(name)),
                    details.entrySet().stream()
                        .filter(detail -> columns.test(detail.getValue()))
                        .map(detail -> Need.span(name, detail.getKey()))));
  }

  @Override
  public RowMeaning knowing(Names names) {
    return new GivesSpan(
        kind.knowing(names.spans()),
        from,
        to,
        code,
        refs,
        ref,
        details,
        fixed,
        onlyWhen,
        endedOnlyWhen);
  }

  @Override
  public boolean givesWhateverIsNamed() {
    return kind.isWhateverIsNamed();
  }

  @Override
  public Set<String> choices(String column, Names names) {
    return givesWhateverIsNamed() && kind.from().equals(column) ? names.spans() : Set.of();
  }

  @Override
  public boolean isStretch() {
    return true;
  }
}
