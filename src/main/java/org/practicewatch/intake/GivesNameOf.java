package org.practicewatch.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.practicewatch.intake.MappedRow.Link;

/** Other tables give this id where they mean this name. */
@JsonTypeName("name of")
public record GivesNameOf(
    @JsonProperty(required = true) String sort,
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String name,
    @JsonProperty("only when") Map<String, List<String>> onlyWhen)
    implements RowMeaning {

  public GivesNameOf {
    onlyWhen = OptionalKeys.orNone(onlyWhen);
  }

  @Override
  public void read(RowReading row) {
    Optional<String> found = row.text(id);
    Optional<String> text = row.text(name);
    if (found.isPresent() && text.isPresent()) {
      row.link(new Link(sort, IdText.canonical(found.get()), "", text.get()));
    }
  }

  @Override
  public Stream<String> columns() {
    return OptionalKeys.given(id, name);
  }

  @Override
  public boolean isOfNames() {
    return true;
  }
}
