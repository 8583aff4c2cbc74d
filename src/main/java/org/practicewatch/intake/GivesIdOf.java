package org.practicewatch.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.practicewatch.intake.MappedRow.Link;

/** Other tables find the child by this id. */
@JsonTypeName("id of")
public record GivesIdOf(
    @JsonProperty(required = true) String sort,
    @JsonProperty(required = true) String id,
    @JsonProperty("only when") Map<String, List<String>> onlyWhen)
    implements RowMeaning {

  public GivesIdOf {
    onlyWhen = OptionalKeys.orNone(onlyWhen);
  }

  @Override
  public void read(RowReading row) {
    row.text(id)
        .ifPresent(text -> row.link(new Link(sort, IdText.canonical(text), row.childId(), "")));
  }

  @Override
  public Stream<String> columns() {
    return OptionalKeys.given(id);
  }

  @Override
  public Optional<String> idOf() {
    return Optional.of(sort);
  }
}
