package org.practicewatch.reports.night;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.exceptions.Priorities;
import org.practicewatch.exceptions.Priorities.Priority;
import org.practicewatch.reports.section.Share;
import org.practicewatch.reports.section.Targets;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;

/** The authority, a service or a team: how it stands tonight, and how it stood before. */
public final class Place {

  private static final int NAMED_AT_MOST = 12;

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

  public static Place authority(NightInReports night) {
    return new Place(night, Level.AUTHORITY, night.authority(), night.open());
  }

  public static Place service(NightInReports night, String service, Collection<String> teams) {
    Set<String> members = Set.copyOf(teams);
    return new Place(
        night,
        Level.SERVICE,
        service,
        night.open().stream()
            .filter(counts -> members.contains(NightInReports.teamName(counts.team())))
            .toList());
  }

  public static Place team(NightInReports night, String team) {
    return new Place(
        night,
        Level.TEAM,
        team,
        night.open().stream()
            .filter(counts -> NightInReports.teamName(counts.team()).equals(team))
            .toList());
  }

  public Level level() {
    return level;
  }

  public String name() {
    return name;
  }

  /**
   * The nights with which tonight is compared, the latest first: the one before, and the latest
   * that is a month old, where that is another.
   */
  public List<NightFigures> compared() {
    return Stream.of(lastNight, lastMonth).filter(Objects::nonNull).distinct().toList();
  }

  // ---- tonight ----

  public @Nullable Figure now(StandardNote standard) {
    return figure(standard, Measure.NOW);
  }

  public @Nullable Figure figure(StandardNote standard, Measure measure) {
    return figure(Measured.of(standard), measure);
  }

  public @Nullable Figure figure(Measured of, Measure measure) {
    return night.figures().find(level, name, of.code(), measure);
  }

  /** The ranks of what matters under which a child is owed anything here, the first first. */
  public List<Priority> ranks() {
    Priorities priorities = night.printing().priorities();
    return priorities.areSaid()
        ? priorities.inOrder().stream()
            .filter(
                rank ->
                    Stream.of(Measure.NOW, Measure.ALL)
                        .map(measure -> figure(Measured.of(rank), measure))
                        .anyMatch(Place::isOfAnybody))
            .toList()
        : List.of();
  }

  private static boolean isOfAnybody(@Nullable Figure figure) {
    return figure != null && figure.denominator() + figure.cannotTell() > 0;
  }

  /**
   * By what the year is told of a standard: of the authority what was done in time, wherever it was
   * owed. Of a service or team the children who had all in time, who count for whoever holds them
   * tonight as they do in every other number of the same table.
   */
  public Measure ofTheYear() {
    return level == Level.AUTHORITY ? Measure.DONE : Measure.ALL;
  }

  /** For how many of those counted something of it is overdue tonight. */
  public int overdueFor(Measured of) {
    Figure now = figure(of, Measure.NOW);
    return now == null ? 0 : now.denominator() - now.numerator();
  }

  /**
   * Whether the target is met by one measure, and by that alone; "too few" where that is why not.
   */
  public String verdict(Measured of, Measure measure) {
    Figure figure = figure(of, measure);
    return of.target() != null && night.printing().isTooFew(figure)
        ? "too few"
        : Targets.verdict(percent(figure), of.target());
  }

  Tone tone(Measured of, Measure measure) {
    return Targets.tone(percent(figure(of, measure)), of.target());
  }

  public Share share(@Nullable Figure figure) {
    return Share.of(figure, night.printing());
  }

  public @Nullable BigDecimal percent(@Nullable Figure figure) {
    return night.printing().findPercent(figure);
  }

  /** Whether the place meets with a standard at all. */
  public boolean meetsWith(StandardNote standard) {
    return open.containsKey(standard.id())
        || Stream.of(Measure.values())
            .map(measure -> figure(standard, measure))
            .anyMatch(Place::isOfAnybody);
  }

  /** Whether anything at all is owed, or was, to whomever the place holds. */
  public boolean isMet() {
    return night.judged().stream().anyMatch(this::meetsWith);
  }

  public int total(ToIntFunction<OpenCounts> counted) {
    return open.values().stream().flatMap(List::stream).mapToInt(counted).sum();
  }

  public int total(StandardNote standard, ToIntFunction<OpenCounts> counted) {
    return open.getOrDefault(standard.id(), List.of()).stream().mapToInt(counted).sum();
  }

  public StandardLine line(StandardNote standard) {
    int overdue = total(standard, OpenCounts::overdue);
    return new StandardLine(
        standard.title(),
        standard.standing().words(),
        share(now(standard)),
        Targets.words(standard.target()),
        verdict(Measured.of(standard), Measure.NOW),
        tone(Measured.of(standard), Measure.NOW),
        Words.count(overdue),
        overdue == 0 ? Tone.PLAIN : Tone.POOR,
        Words.count(total(standard, OpenCounts::dueSoon)),
        Words.count(total(standard, OpenCounts::cannotTell)),
        share(figure(standard, Measure.DONE)),
        changeSince(lastNight, Measured.of(standard)),
        changeSince(lastMonth, Measured.of(standard)));
  }

  /** How far each standard is above its target, of those of which it can be said. */
  public Map<StandardNote, BigDecimal> margins(List<StandardNote> standards) {
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
  public List<String> targets(List<StandardNote> standards) {
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
  public List<String> cannotTell(int open, List<StandardNote> standards) {
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
  public String notHere(String where) {
    List<String> said = new ArrayList<>();
    List<StandardNote> noneDue =
        night.judged().stream().filter(standard -> !meetsWith(standard)).toList();
    if (!noneDue.isEmpty()) {
      said.add(
          noneDue.size() <= NAMED_AT_MOST
              ? "None due " + where + ": " + titles(noneDue) + "."
              : "Of " + noneDue.size() + " other standards none is due " + where + ".");
    }
    List<StandardNote> few = night.fewWithoutSource();
    if (few.isEmpty()) {
      said.addAll(withoutSource());
    } else {
      said.add("Cannot be judged, no extract carries what they need: " + titles(few) + ".");
    }
    said.addAll(night.departures().inOneSentence());
    return String.join(" ", said);
  }

  private static String titles(List<StandardNote> standards) {
    return standards.stream().map(StandardNote::title).collect(Collectors.joining(", "));
  }

  /** Instead of a headline, where good news would be no news; empty where there is any. */
  public String nothingToSay(String where) {
    if (night.judged().isEmpty()) {
      return "Nothing can be said tonight: no extract carries what any standard needs.";
    }
    return isMet()
        ? ""
        : "No child recorded with this " + where + " has anything that can be judged tonight.";
  }

  /** After "nothing is overdue", where not everything could be looked at. */
  public String ofWhat() {
    return night.withoutSource().isEmpty() ? "" : ", of what can be judged";
  }

  /** How children in timescale now differ from an earlier night. */
  public Change changeSince(@Nullable NightFigures then, Measured of) {
    return then == null
        ? Change.NO_EARLIER_NIGHT
        : Change.between(
            figure(of, Measure.NOW),
            then.figures().find(level, name, of.code(), Measure.NOW),
            night.printing());
  }

  /** How it stood before. */
  public PlaceOverNights before() {
    return new PlaceOverNights(this, night);
  }
}
