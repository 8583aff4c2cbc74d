package org.practicewatch.reports;

import java.time.LocalDate;
import java.util.List;
import org.practicewatch.compliance.Figure;

/** The authority's figures of an earlier night, for the trend: one per standard, measure now. */
public record NightFigures(LocalDate asAt, List<Figure> figures) {}
