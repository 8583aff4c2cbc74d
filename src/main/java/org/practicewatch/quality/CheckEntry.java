package org.practicewatch.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a check says of itself to people: an entry in {@code jobs/checks/}.
 *
 * @param check its id
 * @param title what it is called, in a few words
 * @param tells names of issues that say it beside its own id: faults told while a file is read have
 *     names of their own, and one that ends in a blank stands for all that begin so
 * @param judgedAs standards that say it already, so that it stands on the list under their name
 * @param wrong what is wrong
 * @param why why it matters
 * @param putRight how to put it right in the case system
 * @param who who can
 * @param basis the rule or source it rests on
 * @param standsOn which of a manager's lists it stands on
 * @param limits its numbers
 * @param off whether it is switched off, with {@code because}
 */
public record CheckEntry(
    @JsonProperty(required = true) String check,
    @JsonProperty(required = true) String title,
    List<String> tells,
    @JsonProperty("judged as") List<String> judgedAs,
    @JsonProperty(required = true) String wrong,
    @JsonProperty(required = true) String why,
    @JsonProperty(value = "put right", required = true) String putRight,
    @JsonProperty(required = true) String who,
    @JsonProperty(required = true) String basis,
    @JsonProperty(value = "stands on", required = true) StandsOn standsOn,
    Map<String, Integer> limits,
    boolean off,
    @Nullable String because) {

  public CheckEntry {
    tells = tells == null ? List.of() : List.copyOf(tells);
    judgedAs = judgedAs == null ? List.of() : List.copyOf(judgedAs);
    limits = limits == null ? Map.of() : Map.copyOf(limits);
  }

  /** The lists. */
  public enum StandsOn {
    @JsonProperty("practice list")
    PRACTICE,
    @JsonProperty("data list")
    DATA,
    /** Told in issues.csv and to the performance manager, and on no team's list. */
    @JsonProperty("no list")
    NONE
  }
}
