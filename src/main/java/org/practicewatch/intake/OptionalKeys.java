package org.practicewatch.intake;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keys that the profile may leave out where it says what a row means. */
final class OptionalKeys {

  private OptionalKeys() {}

  static <V> Map<String, V> orNone(@Nullable Map<String, V> map) {
    return map == null ? Map.of() : Map.copyOf(map);
  }

  /** Of these columns, those that are given. */
  static Stream<String> given(@Nullable String... columns) {
    return Stream.of(columns).filter(Objects::nonNull).filter(column -> !column.isEmpty());
  }

  /** The columns of the ids of what a row belongs to. */
  static Stream<String> ofRefs(Map<String, String> refs, @Nullable RefOf ref) {
    return Stream.concat(
        refs.values().stream()
            .filter(column -> !column.isEmpty() && !column.equals(RowMeaning.THIS_ROW)),
        ref == null ? Stream.empty() : Stream.of(ref.sort(), ref.id()));
  }
}
