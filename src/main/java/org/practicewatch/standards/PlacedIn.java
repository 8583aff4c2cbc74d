package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Optional;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;

/**
 * A child under an age who lives tonight in a placement of certain codes.
 *
 * @param coded the placement codes
 * @param under the age from which it is no flag
 */
@JsonTypeName("placed in")
public record PlacedIn(
    @JsonProperty(required = true) List<String> coded, @JsonProperty(required = true) int under)
    implements Counted {

  public PlacedIn {
    coded = List.copyOf(coded);
  }

  @Override
  public Optional<Flag.Answer> of(Case one) {
    Integer age = one.timeline().child().ageOn(one.asAt());
    if (age != null && age >= under) {
      return Optional.empty();
    }
    Span stay = one.open().get(one.open().size() - 1);
    String settled = one.timeline().codeOn(Kinds.PLACEMENT, one.asAt(), stay);
    String code = settled.isEmpty() ? stay.code() : settled;
    boolean known = !code.isEmpty() && !code.equals(Span.NO_KNOWN_CODE);
    boolean so = coded.contains(code);
    Flag.State state = Flag.State.of(so && age != null, so || !known);
    return Optional.of(
        new Flag.Answer(
            state,
            so ? 1 : 0,
            known ? code : "",
            known,
            state == Flag.State.FLAGGED ? stay.from() : null,
            stay.source()));
  }

  @Override
  public String words() {
    return "children under "
        + under
        + " who live tonight in a placement coded "
        + String.join(" or ", coded);
  }

  @Override
  public List<String> placements() {
    return coded;
  }
}
