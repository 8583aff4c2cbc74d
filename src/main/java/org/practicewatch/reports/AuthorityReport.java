package org.practicewatch.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
 * @param published our measures beside those that DfE has published
 * @param terms what the words mean and how they are counted
 * @param definitions each standard in words
 * @param sources what was received
 * @param held what was held, stale or not received
 * @param issues what the checks on the record found
 * @param stability stability and workforce
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
    BesidePublished published,
    List<Term> terms,
    List<DefinitionLine> definitions,
    List<SourceLine> sources,
    List<HeldNote> held,
    List<IssueLine> issues,
    StabilityPage stability) {

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

  /** Reads one night of an authority that looks at no published figures. */
  public static AuthorityReport of(NightInReports night) {
    return of(night, BesidePublished.NONE);
  }

  /** Reads one night. */
  public static AuthorityReport of(NightInReports night, BesidePublished published) {
    return new Writing(night).report(published);
  }

  /** The night, for as long as the report is being put together. */
  private static final class Writing {

    private final NightInReports night;
    private final Place place;

    Writing(NightInReports night) {
      this.night = night;
      this.place = Place.authority(night);
    }

    AuthorityReport report(BesidePublished published) {
      List<StandardNote> judged = night.judged();
      List<StandardLine> lines =
          Stream.concat(
                  judged.stream().map(place::line),
                  night.fewWithoutSource().stream().map(StandardLine::withoutSource))
              .toList();
      return new AuthorityReport(
          night.authority(),
          night.fictional(),
          night.asAtInWords(),
          headline(),
          place.before().direction(judged),
          remarks(),
          tiles(),
          place.lastNight(),
          place.lastMonth(),
          night.figures().yearToDate(),
          lines,
          place.before().charts(judged),
          Matrix.of(night, night.services(), judged.stream().filter(place::hasOpen).toList()),
          published,
          Term.of(night),
          definitions(),
          night.extracts().stream().map(Writing::source).toList(),
          night.held(),
          night.issues().stream()
              .sorted(Comparator.comparingInt(IssueCount::count).reversed())
              .map(i -> new IssueLine(i.check(), i.problem(), Words.count(i.count())))
              .toList(),
          StabilityPage.authority(night));
    }

    // ---- page 1, in words ----

    private String headline() {
      int overdue = place.total(OpenCounts::overdue);
      int open = night.children().open();
      if (night.judged().isEmpty()) {
        return place.nothingToSay("authority");
      }
      if (open == 0) {
        return "No child has anything open tonight" + place.ofWhat() + ".";
      }
      if (overdue == 0) {
        return "Nothing is overdue tonight for "
            + (open == 1
                ? "the one child with something open"
                : "any of the " + Words.count(open) + " children with something open")
            + place.ofWhat()
            + ".";
      }
      return Words.count(
              overdue, "visit, review or assessment is", "visits, reviews and assessments are")
          + " overdue tonight, for "
          + Words.count(night.children().overdue())
          + " of the "
          + Words.count(open, "child", "children")
          + " with something open.";
    }

    private String remarks() {
      List<String> remarks = new ArrayList<>();
      remarks.addAll(place.targets(night.judged()));
      remarks.addAll(place.cannotTell(place.total(OpenCounts::cannotTell), night.judged()));
      int held = night.held().size();
      if (held > 0) {
        remarks.add(
            Words.count(held, "extract was", "extracts were")
                + " held, stale or not received; what stands instead is on the last pages.");
      }
      remarks.addAll(place.withoutSource());
      remarks.addAll(night.departures().inOneSentence());
      return String.join(" ", remarks);
    }

    private List<Tile> tiles() {
      ChildrenNow children = night.children();
      int overdue = place.total(OpenCounts::overdue);
      if (night.judged().isEmpty()) {
        return Tile.nothingSaid("children", "overdue now", "due soon", "cannot tell");
      }
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
              overdue == 0 ? Tone.GOOD : Tone.POOR,
              place.before().overdueTrend()),
          new Tile(
              Words.count(place.total(OpenCounts::dueSoon)),
              "due soon",
              forChildren(children.dueSoon()),
              Tone.PLAIN),
          new Tile(
              Words.count(place.total(OpenCounts::cannotTell)),
              "cannot tell",
              forChildren(children.cannotTell()),
              Tone.PLAIN));
    }

    private static String forChildren(int children) {
      return children == 0 ? "" : "for " + Words.count(children, "child", "children");
    }

    /** Those that are judged, and the names of the rest: their words stand in the catalogue. */
    private List<DefinitionLine> definitions() {
      List<DefinitionLine> lines = new ArrayList<>();
      night.judged().forEach(standard -> lines.add(definition(standard)));
      List<StandardNote> few = night.fewWithoutSource();
      few.forEach(standard -> lines.add(definition(standard)));
      List<String> rest =
          night.withoutSource().stream()
              .filter(standard -> !few.contains(standard))
              .map(standard -> standard.title() + " (" + standard.standing().words() + ")")
              .toList();
      if (!rest.isEmpty()) {
        lines.add(
            new DefinitionLine(
                Words.count(rest.size(), "standard", "standards") + " more",
                "",
                String.join("; ", rest) + ".",
                "What each asks for stands in jobs/standards/README.md, and which rows to extract"
                    + " for it in the template workbook.",
                "",
                "cannot judge: no source"));
      }
      return lines;
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
