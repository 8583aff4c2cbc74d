package org.practicewatch.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Child;
import org.practicewatch.intake.CellValue.Blank;

/**
 * The rows of a table that came before, to know a repeated one by. Of each row only a print is
 * kept, so that a long table needs little memory.
 */
final class EarlierRows {

  private final TableLayout layout;
  private final List<String> compared = new ArrayList<>();
  private final Map<Print, Earlier> rows = new HashMap<>();

  EarlierRows(TableLayout layout) {
    this.layout = layout;
    layout
        .table()
        .columns()
        .forEach(
            (name, column) -> {
              boolean date = column.is().equals(TableProfile.Column.DATE);
              if (layout.has(name) && (date || column.isCoded())) {
                compared.add(name);
              }
            });
  }

  /** Half a SHA-256: two rows that differ will not share one. */
  private record Print(long one, long other) {

    static Print of(String text) {
      try {
        ByteBuffer hash =
            ByteBuffer.wrap(
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        return new Print(hash.getLong(), hash.getLong());
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  /**
   * An earlier row.
   *
   * @param row its number in the sheet
   */
  record Earlier(int row, List<Integer> values) {}

  /** The earlier row that said the same, or null, after which this row is one of them. */
  @Nullable Earlier sameAs(RowReading reading) {
    return rows.putIfAbsent(
        Print.of(content(reading)), new Earlier(reading.row().number(), values(reading)));
  }

  /** Columns in which the two, though they say the same, have dates or codes that differ. */
  List<String> differing(Earlier earlier, RowReading reading) {
    List<Integer> values = values(reading);
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      boolean bothSay = values.get(i) != 0 && earlier.values().get(i) != 0;
      if (bothSay && !values.get(i).equals(earlier.values().get(i))) {
        differing.add(compared.get(i));
      }
    }
    return differing;
  }

  /**
   * A row that only registers a child, such as a contact, repeats another only where it does so in
   * every column: two contacts of one child are two.
   */
  private String content(RowReading reading) {
    String content = reading.content();
    if (reading.facts().stream().allMatch(Child.class::isInstance)) {
      StringBuilder all = new StringBuilder(content);
      layout.table().columns().keySet().forEach(name -> all.append(reading.value(name)));
      return all.toString();
    }
    return content;
  }

  private List<Integer> values(RowReading reading) {
    return compared.stream()
        .map(
            name -> {
              CellValue value = reading.value(name);
              return value instanceof Blank ? 0 : value.hashCode();
            })
        .toList();
  }
}
