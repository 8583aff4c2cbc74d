package org.practicewatch.reports.night;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.reports.section.Words;

/** Figures by whose they are, and where a measure has several periods, the longest of them. */
public final class FigureIndex {

  private record Key(Level level, String name, String standard, Measure measure) {}

  private final Map<Key, Figure> figures = new HashMap<>();
  private @Nullable LocalDate yearFrom;

  public FigureIndex(Collection<Figure> all) {
    for (Figure figure : all) {
      Key key = new Key(figure.level(), figure.name(), figure.standard(), figure.measure());
      figures.merge(key, figure, FigureIndex::longer);
      if (figure.measure() == Measure.DONE
          && (yearFrom == null || figure.from().isBefore(yearFrom))) {
        yearFrom = figure.from();
      }
    }
  }

  @Nullable Figure find(Level level, String name, String standard, Measure measure) {
    return figures.get(new Key(level, name, standard, measure));
  }

  /** "since 1 Apr 2025", as the figures of the year to date themselves say. */
  public String yearToDate() {
    return yearFrom == null ? "this year to date" : "since " + Words.date(yearFrom);
  }

  private static Figure longer(Figure one, Figure other) {
    return other.from().isBefore(one.from()) ? other : one;
  }
}
