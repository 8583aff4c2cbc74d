package org.practicewatch.reports.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportWorkbook;

/**
 * Names of sheets as Excel takes them. Of a workbook with a longer one, or with two that differ in
 * capitals alone, Excel says that it is damaged.
 */
final class SheetNames {

  static final int LONGEST = 31;

  private static final String CUT = "…";
  private static final Pattern NOT_ALLOWED = Pattern.compile("[\\[\\]:*?/\\\\\\p{Cntrl}]+");

  private SheetNames() {}

  /** The same workbook, whose sheets have such names: the same ones each time it is written. */
  static ReportWorkbook in(ReportWorkbook book) {
    Set<String> taken = new HashSet<>();
    List<ReportSheet> sheets = new ArrayList<>();
    for (ReportSheet sheet : book.sheets()) {
      String name = free(allowed(sheet.name()), taken);
      sheets.add(name.equals(sheet.name()) ? sheet : sheet.called(name));
    }
    return new ReportWorkbook(
        book.title(), book.authority(), book.fictional(), book.asAt(), List.copyOf(sheets));
  }

  private static String allowed(String name) {
    String clean = NOT_ALLOWED.matcher(name).replaceAll(" ").strip();
    // An apostrophe may stand within a name and not at its ends.
    String bare = clean.replaceAll("^'+|'+$", "");
    return bare.isEmpty() ? "Sheet" : bare;
  }

  private static String free(String name, Set<String> taken) {
    String free = cut(name, "");
    for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
      free = cut(name, " (" + number + ")");
    }
    return free;
  }

  private static String cut(String name, String ending) {
    int room = LONGEST - ending.length();
    return (name.length() <= room
            ? name
            : name.substring(0, room - CUT.length()).stripTrailing() + CUT)
        + ending;
  }
}
