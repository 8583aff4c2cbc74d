package org.practicewatch.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Kinds;
import org.practicewatch.intake.CellValue.Day;
import org.practicewatch.intake.CellValue.Unreadable;

/**
 * The row registers a child.
 *
 * @param name the columns of its name, in the order in which they are said
 */
@JsonTypeName("child")
public record RegistersChild(
    @Nullable String born,
    List<String> name,
    @JsonProperty("only when") Map<String, List<String>> onlyWhen)
    implements RowMeaning {

  public RegistersChild {
    name = name == null ? List.of() : List.copyOf(name);
    onlyWhen = OptionalKeys.orNone(onlyWhen);
  }

  @Override
  public void read(RowReading row) {
    LocalDate day = null;
    if (born != null) {
      CellValue value = row.value(born);
      if (value instanceof Unreadable unreadable) {
        row.complain(born, unreadable, "What depends on the child's age cannot be judged.");
        row.add(new Gap(row.childId(), Kinds.BIRTH, null, Set.of(), row.cell(born)));
      } else if (value instanceof Day read) {
        day = read.day();
      }
    }
    String said =
        name.stream().map(row::text).flatMap(Optional::stream).collect(Collectors.joining(" "));
    row.add(new Child(row.childId(), day, said, row.cell(born)));
  }

  @Override
  public Stream<String> columns() {
    return Stream.concat(OptionalKeys.given(born), name.stream());
  }

  @Override
  public boolean registersChildren() {
    return true;
  }

  @Override
  public List<String> namesOfChildren() {
    return name;
  }

  @Override
  public RowMeaning withoutNames() {
    return new RegistersChild(born, List.of(), onlyWhen);
  }
}
