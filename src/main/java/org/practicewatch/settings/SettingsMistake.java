package org.practicewatch.settings;

/**
 * Something wrong in {@code jobs/}.
 *
 * @param file the file, from {@code jobs/} on
 * @param where the entry and key, in words
 * @param problem what is wrong and how to put it right
 */
public record SettingsMistake(String file, String where, String problem) {

  public SettingsMistake {
    problem = problem.endsWith(".") ? problem : problem + ".";
  }

  @Override
  public String toString() {
    return file + (where.isEmpty() ? "" : ", " + where) + ": " + problem;
  }
}
