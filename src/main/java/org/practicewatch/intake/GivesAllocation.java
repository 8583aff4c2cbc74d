package org.practicewatch.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Allocation;
import org.practicewatch.intake.CellValue.Day;
import org.practicewatch.intake.CellValue.Unreadable;

/** The row says who holds the child. The lower rank speaks first. */
@JsonTypeName("allocation")
public record GivesAllocation(
    @Nullable String team,
    @Nullable String worker,
    @Nullable String from,
    @Nullable String to,
    int rank,
    @JsonProperty("only when") Map<String, List<String>> onlyWhen)
    implements RowMeaning {

  private static final int RANK_OF_UNKNOWN_ROLE = 50;

  public GivesAllocation {
    onlyWhen = OptionalKeys.orNone(onlyWhen);
  }

  @Override
  public void read(RowReading row) {
    read(row, rank);
  }

  /**
   * Somebody in a role that is not known is taken for the worker only where nobody in a known role
   * is.
   */
  @Override
  public void readInDoubt(RowReading row) {
    read(row, rank + RANK_OF_UNKNOWN_ROLE);
  }

  private void read(RowReading row, int ranked) {
    String teamName = name(row, team, "team");
    String workerName = name(row, worker, "worker");
    if (teamName.isEmpty() && workerName.isEmpty()) {
      return;
    }
    LocalDate first = dayOrComplain(row, from);
    LocalDate last = dayOrComplain(row, to);
    if (first != null && last != null && last.isBefore(first)) {
      row.complain(
          to == null ? "" : to, Unreadable.ENDS_BEFORE_IT_STARTS, "The allocation was not used.");
      return;
    }
    row.add(
        new Allocation(
            row.childId(),
            teamName,
            workerName,
            first,
            last,
            ranked,
            row.cell(team != null ? team : worker)));
  }

  private static String name(RowReading row, @Nullable String column, String sort) {
    return column == null
        ? ""
        : row.text(column).map(IdText::canonical).map(id -> row.nameOf(sort, id)).orElse("");
  }

  private static @Nullable LocalDate dayOrComplain(RowReading row, @Nullable String column) {
    if (column == null) {
      return null;
    }
    CellValue value = row.value(column);
    if (value instanceof Unreadable unreadable) {
      row.complain(column, unreadable, "The allocation was read without it.");
    }
    return value instanceof Day day ? day.day() : null;
  }

  @Override
  public Stream<String> columns() {
    return OptionalKeys.given(team, worker, from, to);
  }

  @Override
  public boolean saysWhoHolds() {
    return true;
  }

  @Override
  public boolean saysWhoHeldBefore() {
    return from != null;
  }
}
