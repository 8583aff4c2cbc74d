package org.practicewatch.jobs.week;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Where a letter says that its list is, as {@code jobs/weekly.yml} has it: on a share of Windows,
 * or on a page. A share may have nights within teams or teams within nights.
 */
record ListLink(String pattern) {

  /**
   * Filled in.
   *
   * @param night its folder
   * @param list the workbook in it
   */
  String to(Path night, Path list, LocalDate asAt) {
    String inside = night.relativize(list).toString().replace('\\', '/');
    int end = inside.lastIndexOf('/');
    String folder = inside.substring(0, end);
    return pattern
        .replace("{date}", asAt.toString())
        .replace("{folder}", pattern.contains("\\") ? folder.replace('/', '\\') : folder)
        .replace("{file}", inside.substring(end + 1));
  }
}
