package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.practicewatch.standards.InForce;
import tools.jackson.databind.JsonNode;

/**
 * What a council has of its own: {@code jobs/standards/local.yml}, or a preset.
 *
 * @param presets names of files in {@code jobs/standards/presets/}, in order
 * @param standards whole standards, written as in the other files
 * @param changes what is otherwise than it ships
 * @param switchedOff what nobody is judged by
 */
record LocalFile(
    List<String> presets,
    List<JsonNode> standards,
    List<Change> changes,
    @JsonProperty("switched off") List<SwitchOff> switchedOff) {

  static final LocalFile NOTHING = new LocalFile(List.of(), List.of(), List.of(), List.of());

  LocalFile {
    presets = presets == null ? List.of() : List.copyOf(presets);
    standards = standards == null ? List.of() : List.copyOf(standards);
    changes = changes == null ? List.of() : List.copyOf(changes);
    switchedOff = switchedOff == null ? List.of() : List.copyOf(switchedOff);
  }

  /** Something said of one standard, for counts that begin on some days, and why. */
  sealed interface Edit {

    /** Id of the standard. */
    String standard();

    @Nullable LocalDate from();

    @Nullable LocalDate to();

    String because();

    default InForce days() {
      return new InForce(from(), to());
    }
  }

  /** A standard that nobody is judged by. */
  record SwitchOff(
      @JsonProperty(required = true) String standard,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @JsonProperty(required = true) String because)
      implements Edit {}

  /**
   * Some keys of a standard, written otherwise.
   *
   * @param keys those that it replaces
   */
  record Change(
      @JsonProperty(required = true) String standard,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @JsonProperty(required = true) String because,
      @JsonAnySetter Map<String, JsonNode> keys)
      implements Edit {

    static final String RULE = "rule";
    static final String BASIS = "basis";
    static final String EXAMPLES = "examples";
    static final String CONFIDENCE = "confidence";

    /** How much of it is asked for, and how it is printed; a law has nothing against these. */
    private static final Set<String> AS_REPORTED =
        Set.of(
            "target", "due soon", "title", "variations", "may be missed for good reason", EXAMPLES);

    /** What a standard says of itself, which by itself makes nothing else owed. */
    private static final Set<String> IN_WORDS = Set.of(RULE, BASIS, CONFIDENCE);

    Change {
      keys = keys == null ? new TreeMap<>() : new TreeMap<>(keys);
    }

    /** Whether a key may be replaced in a statutory standard too. */
    static boolean mayBeReplacedInALaw(String key) {
      return AS_REPORTED.contains(key);
    }

    /** Whether the standard no longer says what it said when it was shipped. */
    boolean makesItLocal() {
      return !AS_REPORTED.containsAll(keys.keySet());
    }

    /**
     * Another rule is told by what it replaces, and not by the words and examples that go with it.
     */
    boolean isWorthTelling(String key) {
      return !key.equals(EXAMPLES) && !(isAnotherRule() && IN_WORDS.contains(key));
    }

    /** Whether something else is owed, or by another day. */
    boolean isAnotherRule() {
      return keys.keySet().stream()
          .anyMatch(key -> !AS_REPORTED.contains(key) && !IN_WORDS.contains(key));
    }
  }
}
