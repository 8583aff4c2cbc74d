package org.practicewatch.settings;

import java.util.List;

/** Nothing is started, because something in {@code jobs/} is wrong; all of it is told at once. */
public final class MistakenSettings extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<SettingsMistake> mistakes;

  public MistakenSettings(List<SettingsMistake> mistakes) {
    super(mistakes.size() + " mistakes in the settings");
    this.mistakes = List.copyOf(mistakes);
  }

  public List<SettingsMistake> mistakes() {
    return mistakes;
  }
}
