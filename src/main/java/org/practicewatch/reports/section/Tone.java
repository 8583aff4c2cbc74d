package org.practicewatch.reports.section;

/** How a cell is coloured; the words beside it always say the same. */
public enum Tone {
  GOOD("#1F4E79"),
  POOR("#A63D00"),
  PLAIN("#1F2933");

  private final String colour;

  Tone(String colour) {
    this.colour = colour;
  }

  /** Red, green and blue, as layouts write them. */
  public String colour() {
    return colour;
  }
}
