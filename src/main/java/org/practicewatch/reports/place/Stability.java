package org.practicewatch.reports.place;

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
import org.practicewatch.reports.night.FlagTotal;
import org.practicewatch.reports.night.Holding;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.Notes;
import org.practicewatch.reports.night.Owed;
import org.practicewatch.reports.night.Workforce;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Weight;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Sentence;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Share;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;
import org.practicewatch.standards.CountedPlacements;
import org.practicewatch.standards.CountedWorkers;
import org.practicewatch.standards.Flag;
import org.practicewatch.standards.WithoutWorker;

/**
 * Stability and workforce: how often children moved and changed worker, who has none, and how much
 * each worker holds.
 */
final class Stability {

  private static final int LINES_PRINTED = 100;
  private static final int LOADS_PRINTED = 14;
  private static final int ABOVE_PRINTED = 6;
  private static final int FLAGS_PRINTED = 6;
  private static final int MOST_DISTRIBUTIONS = 3;

  private final NightInReports night;
  private final Workforce workforce;
  private final Set<String> teams;
  private final Map<String, List<String>> services;
  private final boolean ofAuthority;
  private final boolean ofTeam;
  private final List<FlagTotal> totals;
  private final List<Holding> holdings;

  private Stability(
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

  static Stability authority(NightInReports night) {
    Set<String> teams = night.workforce().tally().teams();
    return new Stability(night, teams, night.services(), true);
  }

  static Stability service(NightInReports night, String service, Collection<String> teams) {
    Map<String, List<String>> its = Map.of(service, List.copyOf(teams));
    return new Stability(night, inExtracts(teams), its, false);
  }

  static Stability team(NightInReports night, String team) {
    return new Stability(night, inExtracts(List.of(team)), Map.of(), false);
  }

  /** The teams as they are counted: of children whom none holds it is empty. */
  static Set<String> inExtracts(Collection<String> teams) {
    return teams.stream()
        .map(team -> team.equals(NightInReports.NO_TEAM) ? "" : team)
        .collect(Collectors.toSet());
  }

  /** On paper; none where there is nothing to show. */
  List<Section> sections() {
    List<FlagTotal> met = judged().filter(FlagTotal::isMet).toList();
    boolean shown = ofAuthority ? !workforce.isEmpty() : !met.isEmpty() || !holdings.isEmpty();
    List<Section> sections = new ArrayList<>();
    if (!shown) {
      return sections;
    }
    sections.add(new Sentence("Stability and workforce", headline() + " " + inPost()));
    List<FlagTotal> byNumber =
        met.stream()
            .filter(total -> total.flag().counts().isDistribution() && total.lookedAt() > 0)
            .limit(MOST_DISTRIBUTIONS)
            .toList();
    if (!byNumber.isEmpty() && !ofTeam) {
      sections.add(Distribution.table(byNumber));
    }
    if (ofTeam) {
      sections.add(children());
    } else {
      sections.add(loads());
    }
    sections.add(workers());
    if (!met.isEmpty()) {
      sections.add(flags(met));
    }
    return sections;
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

  // ---- the flags ----

  private Table flags(List<FlagTotal> met) {
    List<FlagTotal> set =
        met.stream()
            .filter(total -> total.flagged() > 0)
            .sorted(Comparator.comparingInt(FlagTotal::flagged).reversed())
            .toList();
    return new Table(
        "Flags on children tonight",
        (notes() + " " + notHere()).strip() + Notes.firstOf(FLAGS_PRINTED, set.size()),
        Section.Place.PAPER,
        List.of(
            Column.onPaper("Flag", 269, false).strong(),
            Column.onPaper("Standing", 70, false).quiet(),
            Column.onPaper("Children flagged", 120, true),
            Column.onPaper("Cannot tell", 80, true)),
        false,
        set.stream().limit(FLAGS_PRINTED).map(this::flag).toList());
  }

  private Row flag(FlagTotal total) {
    Share share = total.share(night.printing());
    String said = share.count().isEmpty() ? share.value() : share.value() + ", " + share.count();
    return Row.of(
        total.flag().title(),
        ReportCell.text(total.flag().standing().words()),
        ReportCell.text(said)
            .shown(Weight.PLAIN, total.flagged() == 0 ? Tone.PLAIN : Tone.POOR, ""),
        ReportCell.countOrNothing(total.cannotTell()));
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

  private Table children() {
    List<FlagLine> lines = flagged();
    return new Table(
        "Flagged children",
        lines.isEmpty() ? "No flag is set on a child here." : childrenNote(lines.size()),
        Section.Place.PAPER,
        List.of(
            Column.onPaper("Child", 80, false),
            Column.onPaper("Flag", 170, false),
            Column.onPaper("How many", 99, false),
            Column.onPaper("Since", 70, true),
            Column.onPaper("Worker", 120, false)),
        false,
        lines.stream().limit(LINES_PRINTED).map(this::child).toList());
  }

  private Row child(FlagLine line) {
    return new Row(
        List.of(
            night.child(line.childId()),
            ReportCell.text(workforce.title(line)),
            ReportCell.text(line.value()),
            ReportCell.day(line.since()),
            ReportCell.text(line.workerNow().isEmpty() ? Owed.NO_WORKER : line.workerNow())));
  }

  private String childrenNote(int all) {
    int unknown = judged().mapToInt(FlagTotal::cannotTell).sum();
    return Stream.of(
            Notes.firstOf(LINES_PRINTED, all).strip(),
            unknown == 0
                ? ""
                : Words.count(unknown)
                    + " more cannot be told from the record; the workbook lists them.")
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" "));
  }

  // ---- who holds how many ----

  private Table loads() {
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
    List<TeamLoad> held = rows.stream().filter(one -> !one.isEmpty()).toList();
    return new Table(
        "Caseloads",
        Notes.firstOf(LOADS_PRINTED, held.size()).strip(),
        Section.Place.PAPER,
        List.of(
            Column.onPaper("Service and team", 189, false),
            Column.onPaper("Workers", 50, true),
            Column.onPaper("Children", 50, true),
            Column.onPaper("Each, on average", 50, true),
            Column.onPaper("By weight", 50, true),
            Column.onPaper("The heaviest", 50, true),
            Column.onPaper("Workers above the limit", 50, true),
            Column.onPaper("Children without a worker", 50, true)),
        false,
        held.stream().limit(LOADS_PRINTED).map(TeamLoad::row).toList());
  }

  private List<Holding> listed() {
    return holdings.stream().filter(one -> ofTeam || one.isAbove(workforce)).toList();
  }

  private Table workers() {
    int most = ofTeam ? LINES_PRINTED : ABOVE_PRINTED;
    return new Table(
        workersTitle(),
        workersNote(most),
        Section.Place.PAPER,
        List.of(
            Column.onPaper("Worker", 90, false).strong(),
            Column.onPaper(ofTeam ? "" : "Teams", 110, false).quiet(),
            Column.onPaper("Children", 45, true),
            Column.onPaper("By weight", 45, true),
            Column.onPaper("Of them", 129, false).quiet(),
            Column.onPaper("In post", 50, false),
            Column.onPaper("", 70, false)),
        false,
        listed().stream().limit(most).map(this::worker).toList());
  }

  private Row worker(Holding one) {
    int elsewhere = one.children() - one.here();
    String others = elsewhere == 0 ? "" : elsewhere + " of them with other teams";
    String post = one.post(workforce);
    boolean above = one.isAbove(workforce);
    return Row.of(
        one.worker(),
        ReportCell.text(ofTeam ? others : String.join(", ", one.teams())),
        new ReportCell.Count(one.children()),
        ReportCell.text(Holding.words(one.weighted())),
        ReportCell.text(one.what(workforce)),
        ReportCell.text(post.isEmpty() ? Words.NOTHING : post),
        ReportCell.text(above ? "above the limit" : "")
            .shown(Weight.STRONG, above ? Tone.POOR : Tone.PLAIN, ""));
  }

  private String workersTitle() {
    if (holdings.isEmpty()) {
      return "Caseloads";
    }
    return ofTeam ? "What each worker holds" : "Workers above the limit";
  }

  private String workersNote(int most) {
    if (workforce.caseload().weights().isEmpty()) {
      return "No weights are set, so no caseload is counted.";
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
            limited ? limit() : "No limit is set.",
            limited && holdings.stream().noneMatch(one -> one.isAbove(workforce))
                ? "Nobody is above it."
                : "",
            Notes.firstOf(most, all).strip())
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
    return "A flag is a count worth a look and no duty. A child counts once under each, for the team"
        + " that holds them tonight."
        + (weights.isEmpty()
            ? ""
            : " A caseload counts each child by the heaviest of what is open: " + weights + ".");
  }
}
