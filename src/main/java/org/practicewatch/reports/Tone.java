package org.practicewatch.reports;

/** How a cell is coloured; the words beside it always say the same. */
public enum Tone {
  GOOD,
  POOR,
  PLAIN
}
