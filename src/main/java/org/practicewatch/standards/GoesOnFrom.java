package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * From what a count goes on that other rules have broken off: after a placement for adoption from
 * the last review of any kind.
 *
 * @param after what broke it off: circumstances of which one held on the last day of the break
 * @param of the acts of which the last is counted from, and which count as done
 */
public record GoesOnFrom(
    @JsonProperty(required = true) List<Circumstances> after,
    @JsonProperty(required = true) List<String> of) {

  public GoesOnFrom {
    after = List.copyOf(after);
    of = List.copyOf(of);
  }
}
