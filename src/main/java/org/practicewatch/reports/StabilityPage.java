package org.practicewatch.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicewatch.compliance.Caseload;
import org.practicewatch.compliance.FlagLine;
import org.practicewatch.standards.CountedPlacements;
import org.practicewatch.standards.CountedWorkers;
import org.practicewatch.standards.Flag;
import org.practicewatch.standards.WithoutWorker;

/**
 * Stability and workforce: how often children moved and changed worker, who has none, and how much
 * each worker holds.
 *
 * @param shown whether there is anything to show
 * @param headline the answer in one sentence
 * @param tiles the big numbers; four at most
 * @param flags a line for each flag that is about a child here
 * @param notHere the other flags, and why they have no line
 * @param distributions children by number; three at most
 * @param loads by service and team; none in the report of a team
 * @param inPost how many workers are permanent, in a sentence
 * @param workersTitle whose caseloads the next lines are
 * @param workers the heaviest caseload first
 * @param workersNote the limit, and what the lines leave out
 * @param children each flag on a child, in the report of a team
 * @param childrenNote what the lines leave out
 * @param notes how it is counted
 */
public record StabilityPage(
    boolean shown,
    String headline,
    List<Tile> tiles,
    List<FlagRow> flags,
    String notHere,
    List<Distribution> distributions,
    List<TeamLoad> loads,
    String inPost,
    String workersTitle,
    List<WorkerRow> workers,
    String workersNote,
    List<ChildRow> children,
    String childrenNote,
    String notes) {

  private static final int LINES_PRINTED = 100;
  private static final int MOST_DISTRIBUTIONS = 3;

  /**
   * A flag.
   *
   * @param rule in a sentence; empty where the report has no room for it
   */
  public record FlagRow(
      String title, String rule, String standing, Share share, Tone tone, String cannotTell) {}

  /** What one worker holds. */
  public record WorkerRow(
      String worker,
      String teams,
      String children,
      String weighted,
      String what,
      String post,
      String above) {}

  /** A flag on a child. */
  public record ChildRow(
      String child,
      String name,
      String flag,
      String value,
      String since,
      String worker,
      String source) {}

  static StabilityPage authority(NightInReports night) {
    Set<String> teams = night.workforce().tally().teams();
    return new Writing(night, teams, night.services(), true).page();
  }

  static StabilityPage service(NightInReports night, String service, Collection<String> teams) {
    Map<String, List<String>> its = Map.of(service, List.copyOf(teams));
    return new Writing(night, inExtracts(teams), its, false).page();
  }

  static StabilityPage team(NightInReports night, String team) {
    return new Writing(night, inExtracts(List.of(team)), Map.of(), false).page();
  }

  /** The teams as they are counted: of children whom none holds it is empty. */
  static Set<String> inExtracts(Collection<String> teams) {
    return teams.stream()
        .map(team -> team.equals(NightInReports.NO_TEAM) ? "" : team)
        .collect(Collectors.toSet());
  }

  /** The night and the place, for as long as the page is being put together. */
  private static final class Writing {

    private final NightInReports night;
    private final Workforce workforce;
    private final Set<String> teams;
    private final Map<String, List<String>> services;
    private final boolean ofAuthority;
    private final boolean ofTeam;
    private final List<FlagTotal> totals;
    private final List<Holding> holdings;

    Writing(
        NightInReports night,
        Set<String> teams,
        Map<String, List<String>> services,
        boolean ofAuthority) {
      this.night = night;
      this.workforce = night.workforce();
      this.teams = teams;
      this.services = services;
      this.ofAuthority = ofAuthority;
      this.ofTeam = services.isEmpty() && !ofAuthority;
      this.totals =
          workforce.flags().stream().map(flag -> FlagTotal.of(flag, teams, workforce)).toList();
      this.holdings = Holding.in(teams, workforce);
    }

    StabilityPage page() {
      List<FlagTotal> met = judged().filter(FlagTotal::isMet).toList();
      List<FlagLine> lines = ofTeam ? flagged() : List.of();
      return new StabilityPage(
          ofAuthority ? !workforce.isEmpty() : !met.isEmpty() || !holdings.isEmpty(),
          headline(),
          tiles(),
          met.stream().map(this::flagRow).toList(),
          notHere(),
          met.stream()
              .filter(total -> total.flag().counts().isDistribution() && total.lookedAt() > 0)
              .limit(MOST_DISTRIBUTIONS)
              .map(Distribution::of)
              .toList(),
          holdings.isEmpty() ? List.of() : loads(),
          inPost(),
          workersTitle(),
          listed().stream().limit(LINES_PRINTED).map(this::worker).toList(),
          workersNote(),
          lines.stream().limit(LINES_PRINTED).map(this::child).toList(),
          ofTeam ? childrenNote(lines.size()) : "",
          notes());
    }

    private Stream<FlagTotal> judged() {
      return totals.stream().filter(total -> workforce.isJudged(total.flag()));
    }

    private Optional<FlagTotal> find(Class<?> counted) {
      return judged()
          .filter(total -> counted.isInstance(total.flag().counts()))
          .filter(FlagTotal::isMet)
          .findFirst();
    }

    // ---- at the head ----

    private String headline() {
      List<String> said = new ArrayList<>();
      find(WithoutWorker.class)
          .ifPresent(
              total ->
                  said.add(
                      total.flagged() == 0
                          ? "every child with an open case has a worker"
                          : Words.count(
                                  total.flagged(),
                                  "child with an open case has",
                                  "children with an open case have")
                              + " no worker"));
      find(CountedPlacements.class).ifPresent(total -> said.add(ofChildren(total, "places")));
      find(CountedWorkers.class).ifPresent(total -> said.add(ofChildren(total, "social workers")));
      if (said.isEmpty()) {
        return judged().anyMatch(FlagTotal::isMet)
            ? "What the flags say of the children here is below."
            : "No flag can be judged tonight of any child here.";
      }
      String all = String.join("; ", said) + ".";
      return Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }

    private static String ofChildren(FlagTotal total, String what) {
      return Words.count(total.flagged())
          + " of "
          + Words.count(total.lookedAt(), "child", "children")
          + " in care had "
          + total.orMore(what)
          + total.flag().counts().period().map(length -> " in " + length).orElse("");
    }

    private List<Tile> tiles() {
      List<Tile> tiles = new ArrayList<>();
      find(WithoutWorker.class)
          .ifPresent(
              total ->
                  tiles.add(
                      new Tile(
                          Words.count(total.flagged()),
                          "without a worker",
                          "of " + Words.count(total.lookedAt()) + " with an open case",
                          total.flagged() == 0 ? Tone.GOOD : Tone.POOR)));
      find(CountedPlacements.class).ifPresent(total -> tiles.add(tile(total, "places")));
      find(CountedWorkers.class).ifPresent(total -> tiles.add(tile(total, "social workers")));
      int known = permanent() + agency();
      Share share = known == 0 ? Share.NOTHING : Share.of(permanent(), known, night.printing());
      tiles.add(
          new Tile(
              share.value(),
              "permanent workers",
              known == 0 ? "cannot tell: no source" : share.count(),
              Tone.PLAIN));
      return List.copyOf(tiles);
    }

    private Tile tile(FlagTotal total, String what) {
      Share share = total.share(night.printing());
      return new Tile(
          share.value(),
          total.orMore(what),
          (share.count().isEmpty() ? "" : share.count() + " ")
              + "in care"
              + (total.cannotTell() == 0 ? "" : ", cannot tell " + total.cannotTell()),
          Tone.PLAIN);
    }

    // ---- the flags ----

    private FlagRow flagRow(FlagTotal total) {
      Flag flag = total.flag();
      return new FlagRow(
          flag.title(),
          ofAuthority ? flag.rule() : "",
          flag.standing().words(),
          total.share(night.printing()),
          total.flagged() == 0 ? Tone.PLAIN : Tone.POOR,
          Words.count(total.cannotTell()));
    }

    private String notHere() {
      String none =
          judged()
              .filter(total -> !total.isMet())
              .map(total -> total.flag().title())
              .collect(Collectors.joining(", "));
      String withoutSource =
          workforce.flags().stream()
              .filter(flag -> !workforce.isJudged(flag))
              .map(Flag::title)
              .collect(Collectors.joining(", "));
      return Stream.of(
              none.isEmpty() ? "" : "No child here to look at: " + none + ".",
              withoutSource.isEmpty()
                  ? ""
                  : "Not judged, no extract carries what they need: " + withoutSource + ".")
          .filter(words -> !words.isEmpty())
          .collect(Collectors.joining(" "));
    }

    private List<FlagLine> flagged() {
      Comparator<FlagLine> asPrinted =
          Comparator.comparingInt(
              line -> workforce.flags().stream().map(Flag::id).toList().indexOf(line.flag()));
      return teams.stream()
          .flatMap(team -> workforce.lines().getOrDefault(team, List.of()).stream())
          .filter(line -> line.state() == Flag.State.FLAGGED)
          .sorted(asPrinted.thenComparing(FlagLine::childId))
          .toList();
    }

    private ChildRow child(FlagLine line) {
      return new ChildRow(
          line.childId(),
          night.printing().names().getOrDefault(line.childId(), ""),
          workforce.title(line),
          line.value(),
          Words.dateOrNothing(line.since()),
          line.workerNow().isEmpty() ? Owed.NO_WORKER : line.workerNow(),
          line.source());
    }

    private String childrenNote(int all) {
      int unknown = judged().mapToInt(FlagTotal::cannotTell).sum();
      return Stream.of(
              all <= LINES_PRINTED ? "" : firstOf(all),
              unknown == 0
                  ? ""
                  : Words.count(unknown)
                      + " more cannot be told from the record; the workbook lists them.")
          .filter(words -> !words.isEmpty())
          .collect(Collectors.joining(" "));
    }

    private static String firstOf(int all) {
      return "These are the first "
          + LINES_PRINTED
          + " of "
          + Words.count(all)
          + "; the workbook beside this report lists every one.";
    }

    // ---- who holds how many ----

    private List<TeamLoad> loads() {
      List<TeamLoad> rows = new ArrayList<>();
      services.forEach(
          (service, names) -> {
            boolean itsOwnTeam = names.equals(List.of(service));
            if (ofAuthority && !itsOwnTeam) {
              rows.add(TeamLoad.of(service, true, inExtracts(names), workforce));
            }
            names.forEach(
                team -> rows.add(TeamLoad.of(team, false, inExtracts(List.of(team)), workforce)));
          });
      return List.copyOf(rows);
    }

    private List<Holding> listed() {
      return holdings.stream().filter(one -> ofTeam || one.isAbove(workforce)).toList();
    }

    private WorkerRow worker(Holding one) {
      int elsewhere = one.children() - one.here();
      String others = elsewhere == 0 ? "" : elsewhere + " of them with other teams";
      String post = one.post(workforce);
      return new WorkerRow(
          one.worker(),
          ofTeam ? others : String.join(", ", one.teams()),
          Words.count(one.children()),
          Holding.words(one.weighted()),
          one.what(workforce),
          post.isEmpty() ? Words.NOTHING : post,
          one.isAbove(workforce) ? "above the limit" : "");
    }

    private String workersTitle() {
      if (holdings.isEmpty()) {
        return "Caseloads";
      }
      return ofTeam ? "What each worker holds" : "Workers above the limit";
    }

    private String workersNote() {
      if (workforce.caseload().weights().isEmpty()) {
        return "jobs/caseload.yml sets no weights, so no caseload is counted.";
      }
      if (workforce.tally().loads().isEmpty()) {
        return "Cannot tell, no source: no extract names a worker who holds a child.";
      }
      if (holdings.isEmpty()) {
        return "Nobody is named to hold a child here tonight.";
      }
      int all = listed().size();
      boolean limited = workforce.caseload().limit().isSet();
      return Stream.of(
              limited ? limit() : "jobs/caseload.yml sets no limit.",
              limited && holdings.stream().noneMatch(one -> one.isAbove(workforce))
                  ? "Nobody is above it."
                  : "",
              all <= LINES_PRINTED ? "" : firstOf(all))
          .filter(words -> !words.isEmpty())
          .collect(Collectors.joining(" "));
    }

    private String limit() {
      Caseload.Limit limit = workforce.caseload().limit();
      Integer children = limit.children();
      String byWeight =
          limit.weighted() == null ? "" : Holding.words(limit.weighted()) + " by weight";
      String plain = children == null ? "" : Words.count(children, "child", "children");
      return "The limit is "
          + plain
          + (plain.isEmpty() || byWeight.isEmpty() ? "" : " or ")
          + byWeight
          + ".";
    }

    private int permanent() {
      return (int) holdings.stream().filter(one -> one.isPermanent(workforce)).count();
    }

    private int agency() {
      return (int) holdings.stream().filter(one -> one.isAgency(workforce)).count();
    }

    private String inPost() {
      int known = permanent() + agency();
      int unknown = holdings.size() - known;
      if (workforce.tally().inPost().isEmpty()) {
        return "Permanent workers: cannot tell, no source. No extract says who is permanent and who is"
            + " from an agency.";
      }
      if (known == 0) {
        return "Permanent workers: cannot tell. The record says it of nobody who holds a child here.";
      }
      Share share = Share.of(permanent(), known, night.printing());
      return "Permanent workers: of the "
          + Words.count(known, "worker", "workers")
          + " who hold a child here, "
          + Words.count(permanent(), "is", "are")
          + " permanent"
          + (share.count().isEmpty() ? "" : " (" + share.value() + ")")
          + " and "
          + Words.count(agency())
          + " from an agency"
          + (unknown == 0 ? "." : "; of " + Words.count(unknown) + " more it is not recorded.");
    }

    private String notes() {
      String weights =
          workforce.caseload().weights().stream()
              .map(one -> one.open() + " " + Holding.words(one.weight()))
              .collect(Collectors.joining(", "));
      return "A flag is a count worth a look and no duty: a child may be flagged and well cared for. A"
          + " child counts once under each flag, for the team that holds them tonight; of whom it"
          + " cannot be told is in neither number."
          + (weights.isEmpty()
              ? ""
              : " Caseload: children of whom one of these is open, each once, by the heaviest: "
                  + weights
                  + " (jobs/caseload.yml). A worker with children of several teams stands in each,"
                  + " with all of them.")
          + (night.printing().percentFrom() > 1
              ? " Of fewer than "
                  + night.printing().percentFrom()
                  + " only the count is given: one child more or less would look like a change."
              : "");
    }
  }
}
