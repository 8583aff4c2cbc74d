package org.practicewatch.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.compliance.Figure.Measure;

/**
 * What a director reads: whether children are seen in time tonight, whether it is getting better,
 * where, and what the figures rest on.
 *
 * @param authority name of the authority
 * @param fictional whether every page says that the data is invented
 * @param asAt the night's date, in words
 * @param headline the answer in one sentence
 * @param direction whether it is getting better, in one sentence
 * @param remarks what else a director must know before quoting a figure
 * @param tiles the big numbers
 * @param lastNight which night "last night" was
 * @param lastMonth which night "last month" was
 * @param yearToDate the days that the figures of the year to date cover
 * @param standards a line for each standard
 * @param charts the same as pictures, a page's worth in each
 * @param matrices by service and team, a page's width of standards in each
 * @param terms what the words mean and how they are counted
 * @param definitions each standard in words
 * @param sources what was received
 * @param held what was held, stale or not received
 * @param issues what the checks on the record found
 */
public record AuthorityReport(
    String authority,
    boolean fictional,
    String asAt,
    String headline,
    String direction,
    String remarks,
    List<Tile> tiles,
    String lastNight,
    String lastMonth,
    String yearToDate,
    List<StandardLine> standards,
    List<TrendChart> charts,
    List<Matrix> matrices,
    List<Term> terms,
    List<DefinitionLine> definitions,
    List<SourceLine> sources,
    List<HeldNote> held,
    List<IssueLine> issues) {

  /** As many standards as fit side by side on a page. */
  static final int STANDARDS_ACROSS = 5;

  static final int STANDARDS_PER_CHART = 16;

  /** As many nights as a small line can show. */
  static final int NIGHTS_IN_TREND = 31;

  private static final String NOT_IN_ORGANISATION = "Not in organisation";

  /** One standard, across the authority. */
  public record StandardLine(
      String title,
      String standing,
      String now,
      String nowCount,
      String target,
      String met,
      Tone metTone,
      String overdue,
      Tone overdueTone,
      String dueSoon,
      String cannotTell,
      String done,
      String doneCount,
      Change sinceNight,
      Change sinceMonth) {}

  /** Services and their teams down, some standards across. */
  public record Matrix(List<String> headings, List<MatrixRow> rows) {}

  /** A service, or a team beneath it. */
  public record MatrixRow(String name, boolean service, List<MatrixCell> cells) {}

  /** One standard for one team: share in timescale now, the count behind it, what is open. */
  public record MatrixCell(String now, String nowCount, String open, Tone tone) {}

  /** A word of the report and what it means. */
  public record Term(String word, String meaning) {}

  /** A standard explained. */
  public record DefinitionLine(
      String title, String id, String rule, String basis, String standing, String target) {}

  /** A table received, with its control totals. */
  public record SourceLine(
      String file,
      String table,
      String asAt,
      String read,
      String loaded,
      String rejected,
      String leftOut) {}

  /** A check and how often it found something. */
  public record IssueLine(String check, String problem, String count) {}

  /** Reads one night. */
  public static AuthorityReport of(NightInReports night) {
    return new Writing(night).report();
  }

  /** The night with its figures indexed, for as long as the report is being put together. */
  private static final class Writing {

    private final NightInReports night;
    private final FigureIndex figures;
    private final @Nullable NightFigures lastNight;
    private final @Nullable NightFigures lastMonth;
    private final Map<String, List<OpenCounts>> openByStandard;

    Writing(NightInReports night) {
      this.night = night;
      this.figures = new FigureIndex(night.figures());
      this.lastNight = Change.lastNight(night.asAt(), night.earlier());
      this.lastMonth = Change.lastMonth(night.asAt(), night.earlier());
      this.openByStandard =
          night.open().stream().collect(Collectors.groupingBy(OpenCounts::standard));
    }

    AuthorityReport report() {
      List<StandardLine> lines =
          Stream.concat(
                  judged().map(this::line),
                  night.standards().stream()
                      .filter(standard -> !standard.judged())
                      .map(Writing::withoutSource))
              .toList();
      return new AuthorityReport(
          night.authority(),
          night.fictional(),
          Words.date(night.asAt()),
          headline(),
          direction(),
          remarks(),
          tiles(),
          lastNight == null ? "" : Words.date(lastNight.asAt()),
          lastMonth == null ? "" : Words.date(lastMonth.asAt()),
          figures.yearToDate(),
          lines,
          charts(),
          matrices(),
          terms(),
          night.standards().stream().map(Writing::definition).toList(),
          night.extracts().stream().map(Writing::source).toList(),
          night.held(),
          night.issues().stream()
              .sorted(Comparator.comparingInt(IssueCount::count).reversed())
              .map(i -> new IssueLine(i.check(), i.problem(), Words.count(i.count())))
              .toList());
    }

    private Stream<StandardNote> judged() {
      return night.standards().stream().filter(StandardNote::judged);
    }

    private @Nullable Figure now(StandardNote standard) {
      return figures.find(Level.AUTHORITY, night.authority(), standard.id(), Measure.NOW);
    }

    private int total(ToIntFunction<OpenCounts> counted) {
      return night.open().stream().mapToInt(counted).sum();
    }

    private int total(String standard, ToIntFunction<OpenCounts> counted) {
      return openByStandard.getOrDefault(standard, List.of()).stream().mapToInt(counted).sum();
    }

    // ---- page 1, in words ----

    private String headline() {
      int overdue = total(OpenCounts::overdue);
      int open = night.children().open();
      if (open == 0) {
        return "No child has anything open tonight.";
      }
      if (overdue == 0) {
        return "Nothing is overdue tonight for "
            + (open == 1
                ? "the one child with something open."
                : "any of the " + Words.count(open) + " children with something open.");
      }
      return Words.count(
              overdue, "visit, review or assessment is", "visits, reviews and assessments are")
          + " overdue tonight, for "
          + Words.count(night.children().overdue())
          + " of the "
          + Words.count(open, "child", "children")
          + " with something open.";
    }

    private String direction() {
      if (lastNight == null) {
        return "There is no earlier night to compare with, so nothing can be said of the trend yet.";
      }
      Map<String, Long> verdicts =
          judged()
              .map(standard -> Change.between(now(standard), lastNight, standard.id()))
              .collect(
                  Collectors.groupingBy(
                      change -> change.verdict().isEmpty() ? change.points() : change.verdict(),
                      Collectors.counting()));
      long better = verdicts.getOrDefault("better", 0L);
      long worse = verdicts.getOrDefault("worse", 0L);
      long unchanged = verdicts.getOrDefault("no change", 0L);
      String since = " since " + Words.date(lastNight.asAt());
      if (better == 0 && worse == 0) {
        return "No standard has changed" + since + ".";
      }
      String verdict =
          better > worse ? "On balance better" : better < worse ? "On balance worse" : "Mixed";
      return verdict
          + since
          + ": "
          + Words.count((int) better, "standard", "standards")
          + " better, "
          + worse
          + " worse, "
          + unchanged
          + " unchanged.";
    }

    private String remarks() {
      List<String> remarks = new ArrayList<>();
      remarks.addAll(targetRemark());
      int cannotTell = total(OpenCounts::cannotTell);
      if (cannotTell > 0) {
        remarks.add(
            Words.count(cannotTell)
                + " cannot be told from the record and "
                + (cannotTell == 1 ? "counts" : "count")
                + " neither as in time nor as late.");
      }
      int held = night.held().size();
      if (held > 0) {
        remarks.add(
            Words.count(held, "extract was", "extracts were")
                + " held, stale or not received; what stands instead is on the last pages.");
      }
      int withoutSource = (int) night.standards().stream().filter(s -> !s.judged()).count();
      if (withoutSource > 0) {
        remarks.add(
            Words.count(withoutSource, "standard", "standards")
                + " cannot be judged: no extract carries what "
                + (withoutSource == 1 ? "it needs." : "they need."));
      }
      return String.join(" ", remarks);
    }

    private List<String> targetRemark() {
      Map<StandardNote, BigDecimal> margins = new LinkedHashMap<>();
      judged()
          .forEach(
              standard -> {
                BigDecimal margin = Targets.findMargin(now(standard), standard.target());
                if (margin != null) {
                  margins.put(standard, margin);
                }
              });
      if (margins.isEmpty()) {
        return List.of();
      }
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
                          + Words.percent(now(standard))
                          + Targets.against(standard.target()))
              .orElse("");
      return List.of(
          met
              + " of the "
              + Words.count(margins.size(), "standard", "standards")
              + " with a target "
              + (met == 1 ? "meets" : "meet")
              + " it"
              + furthest
              + ".");
    }

    private List<Tile> tiles() {
      ChildrenNow children = night.children();
      int overdue = total(OpenCounts::overdue);
      return List.of(
          new Tile(
              Words.count(children.open()),
              children.open() == 1 ? "child" : "children",
              "with something open",
              Tone.PLAIN),
          new Tile(
              Words.count(overdue),
              "overdue now",
              forChildren(children.overdue()),
              overdue == 0 ? Tone.GOOD : Tone.POOR),
          new Tile(
              Words.count(total(OpenCounts::dueSoon)),
              "due soon",
              forChildren(children.dueSoon()),
              Tone.PLAIN),
          new Tile(
              Words.count(total(OpenCounts::cannotTell)),
              "cannot tell",
              forChildren(children.cannotTell()),
              Tone.PLAIN));
    }

    private static String forChildren(int children) {
      return children == 0 ? "" : "for " + Words.count(children, "child", "children");
    }

    private StandardLine line(StandardNote standard) {
      Figure now = now(standard);
      Figure done = figures.find(Level.AUTHORITY, night.authority(), standard.id(), Measure.DONE);
      int overdue = total(standard.id(), OpenCounts::overdue);
      return new StandardLine(
          standard.title(),
          standard.standing().words(),
          Words.percent(now),
          Words.share(now),
          Targets.words(standard.target()),
          Targets.verdict(now, standard.target()),
          Targets.tone(now, standard.target()),
          Words.count(overdue),
          overdue == 0 ? Tone.PLAIN : Tone.POOR,
          Words.count(total(standard.id(), OpenCounts::dueSoon)),
          Words.count(total(standard.id(), OpenCounts::cannotTell)),
          Words.percent(done),
          Words.share(done),
          Change.between(now, lastNight, standard.id()),
          Change.between(now, lastMonth, standard.id()));
    }

    private static StandardLine withoutSource(StandardNote standard) {
      Change none = new Change(Words.NOTHING, "", Tone.PLAIN);
      return new StandardLine(
          standard.title(),
          standard.standing().words(),
          "cannot judge: no source",
          "",
          Targets.words(standard.target()),
          "",
          Tone.PLAIN,
          Words.NOTHING,
          Tone.PLAIN,
          Words.NOTHING,
          Words.NOTHING,
          Words.NOTHING,
          "",
          none,
          none);
    }

    // ---- the chart ----

    private List<TrendChart> charts() {
      List<NightFigures> nights =
          night.earlier().stream()
              .filter(earlier -> earlier.asAt().isBefore(night.asAt()))
              .sorted(Comparator.comparing(NightFigures::asAt))
              .toList();
      List<NightFigures> shown =
          nights.subList(Math.max(0, nights.size() - NIGHTS_IN_TREND + 1), nights.size());
      List<TrendChart.Row> rows = judged().map(standard -> chartRow(standard, shown)).toList();
      List<LocalDate> dates =
          Stream.concat(shown.stream().map(NightFigures::asAt), Stream.of(night.asAt())).toList();
      return Chunks.even(rows, STANDARDS_PER_CHART).stream()
          .map(chunk -> new TrendChart(chunk, dates, describe(chunk, dates)))
          .toList();
    }

    private TrendChart.Row chartRow(StandardNote standard, List<NightFigures> shown) {
      Figure now = now(standard);
      List<TrendChart.Point> trend = new ArrayList<>();
      for (NightFigures earlier : shown) {
        earlier.figures().stream()
            .filter(figure -> figure.measure() == Measure.NOW)
            .filter(figure -> figure.standard().equals(standard.id()))
            .findFirst()
            .map(Targets::percent)
            .ifPresent(p -> trend.add(new TrendChart.Point(earlier.asAt(), p)));
      }
      Double percent = Targets.percent(now);
      if (percent != null) {
        trend.add(new TrendChart.Point(night.asAt(), percent));
      }
      Double target = standard.target() == null ? null : standard.target().doubleValue();
      return new TrendChart.Row(
          standard.title(), percent, Words.percent(now), target, List.copyOf(trend));
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

    // ---- by service and team ----

    private List<Matrix> matrices() {
      List<StandardNote> standards = judged().toList();
      Map<String, List<String>> places = places();
      return Chunks.even(standards, STANDARDS_ACROSS).stream()
          .map(
              chunk ->
                  new Matrix(
                      chunk.stream().map(StandardNote::title).toList(), matrixRows(places, chunk)))
          .toList();
    }

    /** Services and their teams by name; what the organisation does not know comes last. */
    private Map<String, List<String>> places() {
      Map<String, String> serviceOf = new LinkedHashMap<>();
      for (TeamPlace place : night.teams()) {
        serviceOf.put(place.team(), place.service());
      }
      for (OpenCounts open : night.open()) {
        String service = open.service().isEmpty() ? NOT_IN_ORGANISATION : open.service();
        serviceOf.putIfAbsent(NightInReports.teamName(open.team()), service);
      }
      Map<String, Set<String>> teams = new TreeMap<>(lastOf(NOT_IN_ORGANISATION));
      serviceOf.forEach(
          (team, service) ->
              teams
                  .computeIfAbsent(service, s -> new TreeSet<>(lastOf(NightInReports.NO_TEAM)))
                  .add(team));
      Map<String, List<String>> ordered = new LinkedHashMap<>();
      teams.forEach((service, names) -> ordered.put(service, List.copyOf(names)));
      return ordered;
    }

    private static Comparator<String> lastOf(String last) {
      return Comparator.<String, Boolean>comparing(last::equals)
          .thenComparing(Words::numbersInOrder)
          .thenComparing(Comparator.naturalOrder());
    }

    private List<MatrixRow> matrixRows(
        Map<String, List<String>> places, List<StandardNote> standards) {
      List<MatrixRow> rows = new ArrayList<>();
      places.forEach(
          (service, teams) -> {
            Set<String> members = new LinkedHashSet<>(teams);
            rows.add(
                new MatrixRow(service, true, cells(Level.SERVICE, service, members, standards)));
            for (String team : teams) {
              rows.add(
                  new MatrixRow(team, false, cells(Level.TEAM, team, Set.of(team), standards)));
            }
          });
      return List.copyOf(rows);
    }

    private List<MatrixCell> cells(
        Level level, String name, Set<String> teams, List<StandardNote> standards) {
      return standards.stream()
          .map(
              standard -> {
                Figure now = figures.find(level, name, standard.id(), Measure.NOW);
                List<OpenCounts> open =
                    openByStandard.getOrDefault(standard.id(), List.of()).stream()
                        .filter(counts -> teams.contains(NightInReports.teamName(counts.team())))
                        .toList();
                int overdue = open.stream().mapToInt(OpenCounts::overdue).sum();
                int cannotTell = open.stream().mapToInt(OpenCounts::cannotTell).sum();
                return new MatrixCell(
                    Words.percent(now),
                    Words.share(now),
                    Stream.of(counted(overdue, "overdue"), counted(cannotTell, "cannot tell"))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("\n")),
                    overdue == 0 ? Tone.PLAIN : Tone.POOR);
              })
          .toList();
    }

    private static String counted(int number, String what) {
      return number == 0 ? "" : Words.count(number) + " " + what;
    }

    // ---- what the figures rest on ----

    private List<Term> terms() {
      String period = figures.yearToDate();
      return List.of(
          new Term(
              "In timescale now",
              "Children: of those to whom the standard applies tonight, how many have nothing"
                  + " overdue under it. Each child counts once, for the team that holds them."),
          new Term(
              "Done in timescale in the period",
              "Visits, reviews and assessments: of those that fell due "
                  + period
                  + ", how many were done on or before the due date. Each counts for the team"
                  + " allocated on the due date."),
          new Term(
              "Children with all in timescale in the period",
              "Children: of those for whom anything fell due "
                  + period
                  + ", how many had every one of them done in timescale. The three measures are"
                  + " never blended."),
          new Term("Overdue", "Not done, past the due date, and it can still be done tomorrow."),
          new Term(
              "Missed",
              "Not done, past the due date, and it can no longer be done because the placement,"
                  + " plan or period of care has ended. In the figures, never on a team's list."),
          new Term("Due soon", "Not done, still in time, and the due date is near."),
          new Term(
              "Cannot tell",
              "The record does not allow a judgement, for example because a date cannot be read."
                  + " Counted neither as in time nor as late, and shown beside the figures."),
          new Term(
              "None due", "Nothing could be judged, so there is no percentage: neither 0 nor 100."),
          new Term(
              "Target met",
              "In timescale now, as printed to one decimal place, is at or above the target."),
          new Term(
              "Change",
              "In timescale now, less the same figure on the earlier night, in percentage"
                  + " points. Last month is the latest night that is at least a month old."));
    }

    private static DefinitionLine definition(StandardNote standard) {
      return new DefinitionLine(
          standard.title(),
          standard.id(),
          standard.rule(),
          standard.basis(),
          standard.standing().words(),
          standard.judged()
              ? Targets.words(standard.target())
              : Targets.words(standard.target()) + "; cannot judge: no source");
    }

    private static SourceLine source(ExtractNote extract) {
      return new SourceLine(
          extract.file(),
          extract.table(),
          Words.dateOrNothing(extract.asAt()),
          Words.count(extract.rowsRead()),
          Words.count(extract.rowsLoaded()),
          Words.count(extract.rowsRejected()),
          Words.count(extract.rowsLeftOut()));
    }
  }
}
