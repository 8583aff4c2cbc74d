package org.practicewatch.reports.night;

import java.time.LocalDate;
import java.util.List;
import org.practicewatch.compliance.Figure;

/** What an earlier night counted as in timescale then, for the authority, services and teams. */
public record NightFigures(LocalDate asAt, FigureIndex figures) {

  public NightFigures(LocalDate asAt, List<Figure> figures) {
    this(asAt, new FigureIndex(figures));
  }
}
