package org.practicewatch.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is printed: Markdown that reads as plain text too. */
final class Page {

  private final StringBuilder text = new StringBuilder();

  void heading(String words) {
    text.append("\n## ").append(words).append("\n\n");
  }

  void line(String words) {
    text.append(words).append('\n');
  }

  /** A table; all columns but the first are numbers. */
  void table(List<String> headings, List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      int column = i;
      int widest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
      widths.add(Math.max(widest, headings.get(i).length()));
    }
    row(headings, widths);
    for (int i = 0; i < widths.size(); i++) {
      text.append(i == 0 ? "|" : "").append("-".repeat(widths.get(i) + 1));
      text.append(i == 0 ? "-|" : ":|");
    }
    text.append('\n');
    rows.forEach(row -> row(row, widths));
    text.append('\n');
  }

  private void row(List<String> cells, List<Integer> widths) {
    for (int i = 0; i < widths.size(); i++) {
      String padding = " ".repeat(widths.get(i) - cells.get(i).length());
      text.append(i == 0 ? "| " : "");
      text.append(i == 0 ? cells.get(i) + padding : " " + padding + cells.get(i)).append(" |");
    }
    text.append('\n');
  }

  static String decimal(double number) {
    return String.format(Locale.UK, "%.1f", number);
  }

  static String decimals(double number) {
    return String.format(Locale.UK, "%.2f", number);
  }

  static String whole(double number) {
    return number == 0 ? "–" : String.format(Locale.UK, "%,.0f", number);
  }

  static String times(double number, double of) {
    return String.format(Locale.UK, "%.2f", number / of);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
