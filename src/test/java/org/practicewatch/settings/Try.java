package org.practicewatch.settings;

import java.nio.file.Path;

public class Try {
  public static void main(String[] a) {
    try {
      Settings s = new SettingsFolder(Path.of("jobs")).read();
      System.out.println("OK " + s.standards().size() + " standards " + s.codes().size());
    } catch (MistakenSettings m) {
      m.mistakes().forEach(System.out::println);
    }
  }
}
