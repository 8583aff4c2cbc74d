package org.practicewatch.intake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What something in a row is called by the vocabulary: always the same, or what a column says. In a
 * column's spelling nothing counts but letters and digits.
 *
 * @param always the name; empty where a column gives it
 * @param from the column that gives it; empty where it is always the same
 * @param means other spellings of the column, and the names they stand for
 * @param only where given, the column's only spellings that matter; of all others nothing is told
 * @param leaveOut spellings of what is known and not needed
 */
public record Naming(
    String always,
    String from,
    Map<String, String> means,
    Map<String, String> only,
    @JsonProperty("leave out") Set<String> leaveOut) {

  public Naming {
    always = always == null ? "" : always;
    from = from == null ? "" : from;
    means = bySpelling(means);
    only = bySpelling(only);
    Set<String> left = new HashSet<>();
    if (leaveOut != null) {
      leaveOut.forEach(spelling -> left.add(bare(spelling)));
    }
    leaveOut = Set.copyOf(left);
    if (always.isEmpty() == from.isEmpty()) {
      throw new IllegalArgumentException("this should be a name, or name a column with 'from'.");
    }
    if (!only.isEmpty() && !(means.isEmpty() && leaveOut.isEmpty())) {
      throw new IllegalArgumentException(
          "beside 'only' neither 'means' nor 'leave out' does anything. Leave one of them out.");
    }
  }

  /** A name alone is always the same. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Naming always(String name) {
    return new Naming(name, "", Map.of(), Map.of(), Set.of());
  }

  /** The same, where the column may also give any of these names as it stands. */
  Naming knowing(Collection<String> names) {
    if (from.isEmpty() || !only.isEmpty()) {
      return this;
    }
    Map<String, String> all = new HashMap<>(means);
    names.forEach(name -> all.putIfAbsent(bare(name), name));
    return new Naming(always, from, all, only, leaveOut);
  }

  /** What a row that was refused may have been called: what it says, if that is a name. */
  Set<String> perhaps(RowReading row) {
    return isGiven() ? row.text(from).flatMap(this::read).map(Set::of).orElse(names()) : names();
  }

  /** Whether a column gives the name. */
  public boolean isGiven() {
    return !from.isEmpty();
  }

  /** What a spelling of the column stands for. */
  public Optional<String> read(String text) {
    return Optional.ofNullable((only.isEmpty() ? means : only).get(bare(text)));
  }

  /** Whether nothing need be told of a spelling that stands for no name. */
  boolean leavesOut(String text) {
    return isOneOfSeveral() || leaveOut.contains(bare(text));
  }

  /** Whether a row that it does not name may still say something else. */
  public boolean isOneOfSeveral() {
    return !only.isEmpty();
  }

  /** Whether a row is whatever the vocabulary has a name for. */
  boolean isWhateverIsNamed() {
    return isGiven() && !isOneOfSeveral();
  }

  /** Whether something can be called so. */
  public boolean canBe(String name) {
    return always.equals(name) || means.containsValue(name) || only.containsValue(name);
  }

  /** The names that the profile itself gives. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>(means.values());
    names.addAll(only.values());
    if (!always.isEmpty()) {
      names.add(always);
    }
    return names;
  }

  private static Map<String, String> bySpelling(@Nullable Map<String, String> given) {
    Map<String, String> folded = new HashMap<>();
    if (given != null) {
      given.forEach(
          (spelling, name) -> {
            String other = folded.put(bare(spelling), name);
            if (other != null && !other.equals(name)) {
              throw new IllegalArgumentException(
                  "'" + spelling + "' stands for '" + other + "' and for '" + name + "'.");
            }
          });
    }
    return Map.copyOf(folded);
  }

  /** Capitals, spaces, hyphens and apostrophes are where spellings of a name differ. */
  private static String bare(String text) {
    StringBuilder bare = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }
}
