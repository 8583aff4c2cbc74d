package org.practicewatch.jobs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.Membership;
import org.practicewatch.compliance.Membership.Counts;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.settings.Settings;
import org.practicewatch.standards.PracticeStandard;
import org.practicewatch.standards.Timeliness;

/** The children behind a figure of a closed night, each with what makes it count so. */
final class FigureInSentences {

  private static final Map<Counts, String> HEADINGS =
      Map.of(
          Counts.AS_NOT_IN_TIMESCALE, "Not in timescale",
          Counts.AS_CANNOT_TELL, "Cannot be told, and so in neither number",
          Counts.AS_IN_TIMESCALE, "In timescale");

  private final Settings settings;
  private final NightlyJob.Stores stores;
  private final NightStore.Run night;

  FigureInSentences(Settings settings, NightlyJob.Stores stores, NightStore.Run night) {
    this.settings = settings;
    this.stores = stores;
    this.night = night;
  }

  /** Which figure, as {@code figures.csv} knows it. */
  record Wanted(
      Figure.Level level, String name, String standard, Figure.Measure measure, LocalDate from) {

    boolean is(Membership.Key figure) {
      return figure.level() == level
          && figure.name().equals(name)
          && figure.standard().equals(standard)
          && figure.measure() == measure
          && figure.from().equals(from);
    }
  }

  /**
   * The sentences.
   *
   * @throws Stopped where the night has no such figure
   */
  List<String> of(Wanted wanted) {
    Figure figure =
        stores.nights().figures(night.number()).stream()
            .filter(one -> wanted.is(keyOf(one)))
            .findFirst()
            .orElseThrow(() -> new Stopped(ExitCodes.MISTAKE, noSuchFigure(wanted)));
    Map<Counts, List<String>> behind = new EnumMap<>(Counts.class);
    Membership membership =
        new Membership(
            night.asAt(),
            settings.nightly().yearFrom(night.asAt()),
            settings.organisation().authority().name(),
            settings.organisation().teams());
    stores
        .nights()
        .forEachChild(
            night.number(),
            findings ->
                membership.of(
                    findings,
                    (key, counts, because) -> {
                      if (wanted.is(key)) {
                        behind
                            .computeIfAbsent(counts, each -> new ArrayList<>())
                            .add(line(because, counts, wanted.measure()));
                      }
                    }));
    return lines(figure, behind);
  }

  private static Membership.Key keyOf(Figure figure) {
    return new Membership.Key(
        figure.level(), figure.name(), figure.standard(), figure.measure(), figure.from());
  }

  private String noSuchFigure(Wanted wanted) {
    TreeSet<String> names = new TreeSet<>();
    stores.nights().figures(night.number()).stream()
        .filter(one -> one.level() == wanted.level() && one.standard().equals(wanted.standard()))
        .forEach(one -> names.add(one.name()));
    return "The night of "
        + night.asAt()
        + " has no such figure of "
        + wanted.standard()
        + (names.isEmpty()
            ? "."
            : names.contains(wanted.name())
                ? " for this period."
                : " for " + wanted.name() + ". It has it for: " + String.join(", ", names) + ".");
  }

  private List<String> lines(Figure figure, Map<Counts, List<String>> behind) {
    List<String> lines = new ArrayList<>();
    lines.add(
        figure.standard()
            + ", "
            + title(figure.standard())
            + ": "
            + figure.measure().words()
            + ", "
            + figure.name()
            + ", "
            + (figure.from().equals(figure.to()) ? "on " : figure.from() + " to ")
            + figure.to());
    lines.add(
        String.format(
            Locale.UK,
            "%,d of %,d%s; cannot be told: %,d.",
            figure.numerator(),
            figure.denominator(),
            figure.percent() == null ? "" : " (" + figure.percent().toPlainString() + " %)",
            figure.cannotTell()));
    int listed = behind.values().stream().mapToInt(List::size).sum();
    if (listed != figure.denominator() + figure.cannotTell()) {
      lines.add(
          "The findings of that night are no longer kept, or jobs/ has changed since: who was behind it"
              + " cannot be listed.");
      return lines;
    }
    for (Counts counts :
        List.of(Counts.AS_NOT_IN_TIMESCALE, Counts.AS_CANNOT_TELL, Counts.AS_IN_TIMESCALE)) {
      List<String> children = behind.getOrDefault(counts, List.of());
      if (!children.isEmpty()) {
        lines.add("");
        lines.add(HEADINGS.get(counts) + " (" + children.size() + ")");
        lines.addAll(children);
      }
    }
    return lines;
  }

  private String title(String standard) {
    return settings.standards().stream()
        .filter(one -> one.id().equals(standard))
        .map(PracticeStandard::title)
        .findFirst()
        .orElse("");
  }

  /** Of a child that is not in timescale, what is not; of others, the last. */
  private static String line(List<Finding> because, Counts counts, Figure.Measure measure) {
    List<Finding> shown =
        because.stream().filter(finding -> isWhy(finding, counts, measure)).toList();
    Finding one = shown.isEmpty() ? because.get(because.size() - 1) : shown.get(shown.size() - 1);
    StringBuilder line = new StringBuilder("  " + one.childId());
    line.append(one.due() == null ? ": due on a day that cannot be told" : ": due " + one.due());
    line.append(one.done() == null ? "" : ", done " + one.done());
    line.append(", ").append(one.timeliness().words());
    if (one.daysOver() != null) {
      line.append(", ")
          .append(one.daysOver())
          .append(one.daysOver() == 1 ? " day over" : " days over");
    }
    if (shown.size() > 1) {
      line.append(" (and ").append(shown.size() - 1).append(" more)");
    }
    return line.append("  [").append(one.source()).append(']').toString();
  }

  private static boolean isWhy(Finding finding, Counts counts, Figure.Measure measure) {
    Timeliness state = finding.timeliness();
    return switch (counts) {
      case AS_CANNOT_TELL -> state == Timeliness.CANNOT_TELL;
      case AS_NOT_IN_TIMESCALE ->
          state == Timeliness.OVERDUE
              || (measure != Figure.Measure.NOW
                  && (state == Timeliness.LATE || state == Timeliness.MISSED));
      case AS_IN_TIMESCALE -> true;
    };
  }
}
