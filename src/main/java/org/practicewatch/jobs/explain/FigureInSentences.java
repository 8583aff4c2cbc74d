package org.practicewatch.jobs.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Membership;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.exceptions.Priorities.Priority;
import org.practicewatch.jobs.machine.ExitCodes;
import org.practicewatch.jobs.machine.Stopped;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.settings.Settings;
import org.practicewatch.standards.PracticeStandard;

/** The children behind a figure of a closed night, each with what makes it count so. */
public final class FigureInSentences {

  private final Settings settings;
  private final Stores stores;
  private final NightStore.Run night;

  /** The figures of one night. */
  public FigureInSentences(Settings settings, Stores stores, NightStore.Run night) {
    this.settings = settings;
    this.stores = stores;
    this.night = night;
  }

  /** Which figure, as {@code figures.csv} knows it. */
  public record Wanted(
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
  public List<String> of(Wanted wanted) {
    Figure figure =
        stores.figures().all(night.number()).stream()
            .filter(one -> wanted.is(keyOf(one)))
            .findFirst()
            .orElseThrow(() -> new Stopped(ExitCodes.MISTAKE, noSuchFigure(wanted)));
    ChildrenBehind behind =
        new ChildrenBehind(
            wanted.measure() != Figure.Measure.NOW,
            settings.priorities().find(wanted.standard()).isPresent());
    Membership membership =
        new Membership(
            night.asAt(),
            settings.nightly().yearFrom(night.asAt()),
            settings.organisation().authority().name(),
            settings.organisation().teams(),
            settings.priorities()::figure);
    stores
        .findings()
        .forEachChild(
            night.number(),
            findings ->
                membership.of(
                    findings,
                    (key, counts, because) -> {
                      if (wanted.is(key)) {
                        behind.add(counts, because);
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
    stores.figures().all(night.number()).stream()
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

  private List<String> lines(Figure figure, ChildrenBehind behind) {
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
    lines.add(ChildrenBehind.counts(figure.numerator(), figure.denominator(), figure.cannotTell()));
    if (behind.size() != figure.denominator() + figure.cannotTell()) {
      lines.add(ChildrenBehind.NOT_KEPT);
    } else {
      lines.addAll(behind.lines());
    }
    return lines;
  }

  private String title(String standard) {
    return settings.standards().stream()
        .filter(one -> one.id().equals(standard))
        .map(PracticeStandard::title)
        .findFirst()
        .or(() -> settings.priorities().find(standard).map(Priority::priority))
        .orElse("");
  }
}
