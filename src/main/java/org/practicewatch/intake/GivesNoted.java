package org.practicewatch.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.practicewatch.casework.Noted;
import org.practicewatch.intake.CellValue.Coded;
import org.practicewatch.intake.CellValue.Day;
import org.practicewatch.intake.CellValue.Unreadable;
import org.practicewatch.intake.CellValue.Words;

/**
 * What the row says that decides nothing, and only checks on the record and lists of reports read.
 *
 * @param of what the row is
 * @param as for each detail, its column
 */
@JsonTypeName("noted")
public record GivesNoted(
    @JsonProperty(required = true) String of,
    @JsonProperty(required = true) Map<String, String> as,
    @JsonProperty("only when") Map<String, List<String>> onlyWhen)
    implements RowMeaning {

  public GivesNoted {
    as = Collections.unmodifiableMap(new LinkedHashMap<>(as));
    onlyWhen = OptionalKeys.orNone(onlyWhen);
  }

  @Override
  public void read(RowReading row) {
    Map<String, String> details = new LinkedHashMap<>();
    String first = null;
    for (Map.Entry<String, String> one : as.entrySet()) {
      String column = one.getValue();
      if (row.has(column)) {
        details.put(one.getKey(), asNoted(row.value(column)));
        first = first == null ? column : first;
      }
    }
    if (first != null) {
      row.note(new Noted(row.childId(), of, details, row.cell(first)));
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

  @Override
  public Stream<String> columns() {
    return as.values().stream().filter(column -> !column.isEmpty());
  }

  @Override
  public boolean isForChecksAlone() {
    return true;
  }
}
