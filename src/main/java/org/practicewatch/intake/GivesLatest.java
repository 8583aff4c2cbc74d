package org.practicewatch.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Latest;
import org.practicewatch.intake.CellValue.Day;
import org.practicewatch.intake.CellValue.Unreadable;
import org.practicewatch.quality.Need;

/** The row gives only the latest of its kind; a blank says that there was none yet. */
@JsonTypeName("latest")
public record GivesLatest(
    @JsonProperty(required = true) String kind,
    @JsonProperty(required = true) String on,
    @JsonProperty("only when") Map<String, List<String>> onlyWhen)
    implements RowMeaning {

  public GivesLatest {
    onlyWhen = OptionalKeys.orNone(onlyWhen);
  }

  @Override
  public void read(RowReading row) {
    if (!row.has(on)) {
      return;
    }
    CellValue value = row.value(on);
    CellRef source = row.cell(on);
    if (value instanceof Unreadable unreadable) {
      row.complain(on, unreadable, "Whether the child is in timescale cannot be judged.");
      row.add(new Gap(row.childId(), kind, null, Set.of(), source));
    } else {
      LocalDate day = value instanceof Day read ? read.day() : null;
      row.add(new Latest(row.childId(), kind, day, Set.of(), source));
    }
  }

  @Override
  public Stream<String> columns() {
    return OptionalKeys.given(on);
  }

  @Override
  public Stream<Need> carriedBy(Predicate<String> columns) {
    return columns.test(on) ? Stream.of(Need.latest(kind)) : Stream.empty();
  }

  @Override
  public Names names() {
    return Names.ofActivities(Set.of(kind));
  }
}
