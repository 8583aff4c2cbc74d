package org.practicewatch.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.compliance.Figure.Measure;

/** The authority, a service or a team: how it stands tonight, and how it stood before. */
final class Place {

  private static final int STANDARDS_PER_CHART = 16;

  private final NightInReports night;
  private final Level level;
  private final String name;
  private final Map<String, List<OpenCounts>> open;
  private final @Nullable NightFigures lastNight;
  private final @Nullable NightFigures lastMonth;

  private Place(NightInReports night, Level level, String name, List<OpenCounts> open) {
    this.night = night;
    this.level = level;
    this.name = name;
    this.open = open.stream().collect(Collectors.groupingBy(OpenCounts::standard));
    this.lastNight = Change.lastNight(night.asAt(), night.earlier());
    this.lastMonth = Change.lastMonth(night.asAt(), night.earlier());
  }

  static Place authority(NightInReports night) {
    return new Place(night, Level.AUTHORITY, night.authority(), night.open());
  }

  static Place service(NightInReports night, String service, Collection<String> teams) {
    Set<String> members = Set.copyOf(teams);
    return new Place(
        night,
        Level.SERVICE,
        service,
        night.open().stream()
            .filter(counts -> members.contains(NightInReports.teamName(counts.team())))
            .toList());
  }

  static Place team(NightInReports night, String team) {
    return new Place(
        night,
        Level.TEAM,
        team,
        night.open().stream()
            .filter(counts -> NightInReports.teamName(counts.team()).equals(team))
            .toList());
  }

  Level level() {
    return level;
  }

  String name() {
    return name;
  }

  String lastNight() {
    return lastNight == null ? "" : Words.date(lastNight.asAt());
  }

  String lastMonth() {
    return lastMonth == null ? "" : Words.date(lastMonth.asAt());
  }

  // ---- tonight ----

  @Nullable Figure now(StandardNote standard) {
    return figure(standard, Measure.NOW);
  }

  @Nullable Figure figure(StandardNote standard, Measure measure) {
    return night.figures().find(level, name, standard.id(), measure);
  }

  Share share(@Nullable Figure figure) {
    return Share.of(figure, night.printing());
  }

  @Nullable BigDecimal percent(@Nullable Figure figure) {
    return night.printing().findPercent(figure);
  }

  /** "too few" stands where a verdict would, so that nobody looks for it. */
  String verdict(StandardNote standard) {
    Figure now = now(standard);
    return standard.target() != null && night.printing().isTooFew(now)
        ? "too few"
        : Targets.verdict(percent(now), standard.target());
  }

  Tone tone(StandardNote standard) {
    return Targets.tone(percent(now(standard)), standard.target());
  }

  /** Whether the place meets with a standard at all. */
  boolean meetsWith(StandardNote standard) {
    return open.containsKey(standard.id())
        || Stream.of(Measure.values())
            .map(measure -> figure(standard, measure))
            .anyMatch(figure -> figure != null && figure.denominator() + figure.cannotTell() > 0);
  }

  /** Whether anything of it is open here tonight, or cannot be told. */
  boolean hasOpen(StandardNote standard) {
    Figure now = now(standard);
    return open.containsKey(standard.id())
        || (now != null && now.denominator() + now.cannotTell() > 0);
  }

  int total(ToIntFunction<OpenCounts> counted) {
    return open.values().stream().flatMap(List::stream).mapToInt(counted).sum();
  }

  int total(StandardNote standard, ToIntFunction<OpenCounts> counted) {
    return open.getOrDefault(standard.id(), List.of()).stream().mapToInt(counted).sum();
  }

  StandardLine line(StandardNote standard) {
    int overdue = total(standard, OpenCounts::overdue);
    return new StandardLine(
        standard.title(),
        standard.standing().words(),
        share(now(standard)),
        Targets.words(standard.target()),
        verdict(standard),
        tone(standard),
        Words.count(overdue),
        overdue == 0 ? Tone.PLAIN : Tone.POOR,
        Words.count(total(standard, OpenCounts::dueSoon)),
        Words.count(total(standard, OpenCounts::cannotTell)),
        share(figure(standard, Measure.DONE)),
        changeSince(lastNight, standard),
        changeSince(lastMonth, standard));
  }

  /** How far each standard is above its target, of those of which it can be said. */
  Map<StandardNote, BigDecimal> margins(List<StandardNote> standards) {
    Map<StandardNote, BigDecimal> margins = new LinkedHashMap<>();
    for (StandardNote standard : standards) {
      BigDecimal margin = Targets.findMargin(percent(now(standard)), standard.target());
      if (margin != null) {
        margins.put(standard, margin);
      }
    }
    return margins;
  }

  /** How many standards meet their target, and which is furthest below; empty without any. */
  List<String> targets(List<StandardNote> standards) {
    Map<StandardNote, BigDecimal> margins = margins(standards);
    List<String> said = new ArrayList<>();
    if (!margins.isEmpty()) {
      said.add(margins.size() == 1 ? oneTarget(margins) : targetsMet(margins));
    }
    int few =
        (int)
            standards.stream()
                .filter(standard -> standard.target() != null)
                .filter(standard -> night.printing().isTooFew(now(standard)))
                .count();
    if (few > 0) {
      said.add(
          Words.count(few, "standard has", "standards have")
              + " too few children tonight to be held against a target.");
    }
    return said;
  }

  private String oneTarget(Map<StandardNote, BigDecimal> margins) {
    StandardNote only = margins.keySet().iterator().next();
    boolean met = margins.values().iterator().next().signum() >= 0;
    return "The one standard that can be held against a target, "
        + only.title()
        + (met ? ", meets it, at " : ", does not meet it, at ")
        + share(now(only)).value()
        + Targets.against(only.target())
        + ".";
  }

  private String targetsMet(Map<StandardNote, BigDecimal> margins) {
    long met = margins.values().stream().filter(margin -> margin.signum() >= 0).count();
    String furthest =
        margins.entrySet().stream()
            .filter(entry -> entry.getValue().signum() < 0)
            .min(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .map(
                standard ->
                    "; furthest below is "
                        + standard.title()
                        + ", at "
                        + share(now(standard)).value()
                        + Targets.against(standard.target()))
            .orElse("");
    return met
        + " of the "
        + Words.count(margins.size(), "standard", "standards")
        + " that can be held against a target "
        + (met == 1 ? "meets" : "meet")
        + " it"
        + furthest
        + ".";
  }

  /** What the record does not allow to be judged: now, and in the year to date. */
  List<String> cannotTell(int open, List<StandardNote> standards) {
    int fellDue =
        standards.stream()
            .map(standard -> figure(standard, Measure.DONE))
            .mapToInt(figure -> figure == null ? 0 : figure.cannotTell())
            .sum();
    List<String> which = new ArrayList<>();
    if (open > 0) {
      which.add(Words.count(open) + " open now");
    }
    if (fellDue > 0) {
      which.add(Words.count(fellDue) + " that fell due " + night.figures().yearToDate());
    }
    return which.isEmpty()
        ? List.of()
        : List.of(
            String.join(" and ", which)
                + " cannot be told from the record and "
                + (open + fellDue == 1 ? "counts" : "count")
                + " neither as in time nor as late.");
  }

  /** Standards of which nothing can be said. */
  List<String> withoutSource() {
    int howMany = night.withoutSource().size();
    return howMany == 0
        ? List.of()
        : List.of(
            Words.count(howMany, "standard", "standards")
                + " cannot be judged: no extract carries what "
                + (howMany == 1 ? "it needs." : "they need."));
  }

  /** The standards that have no line in the report of this place, and why. */
  String notHere(String where) {
    List<String> said = new ArrayList<>();
    String noneDue =
        night.judged().stream()
            .filter(standard -> !meetsWith(standard))
            .map(StandardNote::title)
            .collect(Collectors.joining(", "));
    if (!noneDue.isEmpty()) {
      said.add("None due " + where + ": " + noneDue + ".");
    }
    String withoutSource =
        night.fewWithoutSource().stream()
            .map(StandardNote::title)
            .collect(Collectors.joining(", "));
    if (withoutSource.isEmpty()) {
      said.addAll(withoutSource());
    } else {
      said.add("Cannot be judged, no extract carries what they need: " + withoutSource + ".");
    }
    said.addAll(night.departures().inOneSentence());
    return String.join(" ", said);
  }

  /** Instead of a headline, where good news would be no news; empty where there is any. */
  String nothingToSay(String where) {
    if (night.judged().isEmpty()) {
      return "Nothing can be said tonight: no extract carries what any standard needs.";
    }
    return night.judged().stream().anyMatch(this::meetsWith)
        ? ""
        : "No child recorded with this " + where + " has anything that can be judged tonight.";
  }

  /** After "nothing is overdue", where not everything could be looked at. */
  String ofWhat() {
    return night.withoutSource().isEmpty() ? "" : ", of what can be judged";
  }

  // ---- and before ----

  private Change changeSince(@Nullable NightFigures then, StandardNote standard) {
    return then == null
        ? Change.NO_EARLIER_NIGHT
        : Change.between(
            now(standard),
            then.figures().find(level, name, standard.id(), Measure.NOW),
            night.printing());
  }

  /** Whether it is getting better, in one sentence. */
  String direction(List<StandardNote> standards) {
    if (lastNight == null) {
      return "There is no earlier night to compare with, so nothing can be said of the trend yet.";
    }
    Map<String, Integer> said = new HashMap<>();
    for (StandardNote standard : standards) {
      Change change = changeSince(lastNight, standard);
      said.merge(change.verdict().isEmpty() ? change.points() : change.verdict(), 1, Integer::sum);
    }
    int better = said.getOrDefault("better", 0);
    int worse = said.getOrDefault("worse", 0);
    int unchanged = said.getOrDefault(Change.NO_CHANGE.points(), 0);
    int few = said.getOrDefault(Change.TOO_FEW.points(), 0);
    String since = " since " + Words.date(lastNight.asAt());
    String tooFew = few == 0 ? "" : "; " + few + " with too few children to compare";
    if (better + worse + unchanged == 0) {
      return few == 0
          ? "Nothing can be compared with " + Words.date(lastNight.asAt()) + "."
          : "There are too few children to say whether it is better or worse" + since + ".";
    }
    if (better + worse == 0) {
      return "No standard has changed" + since + tooFew + ".";
    }
    String verdict =
        better > worse ? "On balance better" : better < worse ? "On balance worse" : "Mixed";
    return verdict
        + since
        + ": "
        + Words.count(better, "standard", "standards")
        + " better, "
        + worse
        + " worse, "
        + unchanged
        + " unchanged"
        + tooFew
        + ".";
  }

  private List<NightFigures> nightsShown() {
    List<NightFigures> before =
        night.earlier().stream()
            .filter(earlier -> earlier.asAt().isBefore(night.asAt()))
            .sorted(Comparator.comparing(NightFigures::asAt))
            .toList();
    return before.subList(Math.max(0, before.size() - NightInReports.NIGHTS_SHOWN), before.size());
  }

  /**
   * Charts of some standards, a page's worth in each. Of a service or team only what there is a
   * percentage of on any night: the rest is in the table beside it.
   */
  List<TrendChart> charts(List<StandardNote> standards) {
    List<NightFigures> shown = nightsShown();
    List<TrendChart.Row> rows = new ArrayList<>();
    for (StandardNote standard : standards) {
      TrendChart.Row row = chartRow(standard, shown);
      boolean inWords = level == Level.AUTHORITY && hasOpen(standard);
      if (inWords || !row.trend().isEmpty()) {
        rows.add(row);
      }
    }
    List<LocalDate> dates =
        Stream.concat(shown.stream().map(NightFigures::asAt), Stream.of(night.asAt())).toList();
    return Chunks.even(rows, STANDARDS_PER_CHART).stream()
        .map(chunk -> new TrendChart(chunk, dates, describe(chunk, dates)))
        .toList();
  }

  private TrendChart.Row chartRow(StandardNote standard, List<NightFigures> shown) {
    List<TrendChart.Point> trend = new ArrayList<>();
    for (NightFigures earlier : shown) {
      BigDecimal then = percent(earlier.figures().find(level, name, standard.id(), Measure.NOW));
      if (then != null) {
        trend.add(new TrendChart.Point(earlier.asAt(), then.doubleValue()));
      }
    }
    Figure figure = now(standard);
    BigDecimal now = percent(figure);
    if (now != null) {
      trend.add(new TrendChart.Point(night.asAt(), now.doubleValue()));
    }
    return new TrendChart.Row(
        standard.title(),
        now == null ? null : now.doubleValue(),
        share(figure).value(),
        standard.target() == null ? null : standard.target().doubleValue(),
        List.copyOf(trend));
  }

  private static String describe(List<TrendChart.Row> rows, List<LocalDate> nights) {
    String each =
        rows.stream()
            .map(
                row ->
                    row.label()
                        + " "
                        + row.words()
                        + (row.target() == null
                            ? ""
                            : Targets.against(BigDecimal.valueOf(row.target()))))
            .collect(Collectors.joining("; "));
    String trend =
        nights.size() == 1
            ? "There is no earlier night."
            : "Lines show "
                + nights.size()
                + " nights from "
                + Words.date(nights.get(0))
                + " to "
                + Words.date(nights.get(nights.size() - 1))
                + ".";
    return "In timescale now, by standard: " + each + ". " + trend;
  }

  /**
   * For how many children something was overdue on each night, added up over the standards; null
   * where there is no earlier night to draw.
   */
  @Nullable CountTrend overdueTrend() {
    List<CountTrend.Point> points = new ArrayList<>();
    for (NightFigures earlier : nightsShown()) {
      addOverdue(points, earlier.asAt(), earlier.figures());
    }
    addOverdue(points, night.asAt(), night.figures());
    if (points.size() < 2) {
      return null;
    }
    int[] counts = points.stream().mapToInt(CountTrend.Point::count).toArray();
    String words =
        "Children with something overdue, added up over the standards, over "
            + counts.length
            + " nights from "
            + Words.date(points.get(0).asAt())
            + " to "
            + Words.date(points.get(points.size() - 1).asAt())
            + ": first "
            + Words.count(counts[0])
            + ", lowest "
            + Words.count(Arrays.stream(counts).min().orElse(0))
            + ", highest "
            + Words.count(Arrays.stream(counts).max().orElse(0))
            + ", last "
            + Words.count(counts[counts.length - 1])
            + ".";
    return new CountTrend(List.copyOf(points), words);
  }

  private void addOverdue(List<CountTrend.Point> points, LocalDate asAt, FigureIndex figures) {
    int overdue = 0;
    boolean any = false;
    for (StandardNote standard : night.standards()) {
      Figure figure = figures.find(level, name, standard.id(), Measure.NOW);
      if (figure != null) {
        any = true;
        overdue += figure.denominator() - figure.numerator();
      }
    }
    if (any) {
      points.add(new CountTrend.Point(asAt, overdue));
    }
  }
}
