package org.practicewatch.practiceweek;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who audits, as in {@code jobs/organisation/auditors.yml}.
 *
 * @param auditor a short id, which names the folder of their packs
 * @param name as on the forms
 * @param grade such as service manager; for the report's method
 * @param worker the id by which the record knows them; null where it does not
 * @param team their own team; null for none
 * @param manages teams and services in their line of management
 * @param audits kinds of case they can audit; empty for all
 * @param depths depths they can audit; empty for both
 * @param moderates whether they give second grades
 * @param external whether they come from outside, so that no line of management is theirs
 * @param atMost how many cases at most; null for no limit
 * @param email where the pack is announced; null for nowhere
 */
public record Auditor(
    @JsonProperty(required = true) String auditor,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String grade,
    @Nullable String worker,
    @Nullable String team,
    Set<String> manages,
    Set<String> audits,
    Set<Depth> depths,
    boolean moderates,
    boolean external,
    @JsonProperty("at most") @Nullable Integer atMost,
    @Nullable String email) {

  public Auditor {
    manages = manages == null ? Set.of() : Set.copyOf(manages);
    audits = audits == null ? Set.of() : Set.copyOf(audits);
    depths = depths == null ? Set.of() : Set.copyOf(depths);
  }

  /** How thoroughly a case is audited. */
  public enum Depth {
    @JsonProperty("in depth")
    IN_DEPTH("in depth"),
    @JsonProperty("lighter")
    LIGHTER("lighter");

    private final String words;

    Depth(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  int cap() {
    return atMost == null ? Integer.MAX_VALUE : atMost;
  }
}
