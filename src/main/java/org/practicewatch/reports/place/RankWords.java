package org.practicewatch.reports.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.exceptions.Priorities;
import org.practicewatch.exceptions.Priorities.Priority;
import org.practicewatch.reports.night.Measured;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.OpenCounts;
import org.practicewatch.reports.night.Place;
import org.practicewatch.reports.section.Targets;
import org.practicewatch.reports.section.Tile;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;

/** What is said of a place first: for how many children what matters was not done in time. */
final class RankWords {

  private final Place place;
  private final NightInReports night;
  private final String nothing;
  private final List<Priority> ofChildren;
  private final List<Priority> ofRecording;

  RankWords(Place place, NightInReports night) {
    this.place = place;
    this.night = night;
    this.nothing = place.nothingToSay(place.level().words());
    this.ofChildren = place.ranks().stream().filter(rank -> !rank.recording()).toList();
    this.ofRecording = place.ranks().stream().filter(Priority::recording).toList();
  }

  /** Why nothing can be said of the place; empty where something can. */
  String nothing() {
    return nothing;
  }

  /** The ranks that have a sentence among the first: all but what is about the record. */
  List<Priority> ofChildren() {
    return ofChildren;
  }

  /** "11 of 106 children have not been visited in time." */
  String headline() {
    if (!nothing.isEmpty()) {
      return nothing;
    }
    if (!night.printing().priorities().areSaid()) {
      return unranked();
    }
    if (ofChildren.isEmpty()) {
      return night.withoutSource().isEmpty()
          ? "Nothing that matters is owed to a child here tonight."
          : "Nothing that matters is owed to a child here tonight, of what can be judged.";
    }
    Priority first = ofChildren.get(0);
    Figure now = place.figure(Measured.of(first), Measure.NOW);
    int judged = now == null ? 0 : now.denominator();
    int untold = now == null ? 0 : now.cannotTell();
    int overdue = place.overdueFor(Measured.of(first));
    if (judged == 0) {
      return first.priority()
          + (untold == 0
              ? ": no child here is owed any of it tonight."
              : ": of " + Words.count(untold, "child", "children") + " it cannot be told.");
    }
    String more = untold == 0 ? "." : "; of " + Words.count(untold) + " more it cannot be told.";
    return overdue == 0
        ? first.priority()
            + ": nothing is overdue, for any of "
            + Words.count(judged, "child", "children")
            + more
        : Words.count(overdue)
            + " of "
            + Words.count(judged, "child", "children")
            + " "
            + (overdue == 1 ? first.headlineOfOne() : first.headline())
            + more;
  }

  /** Where nobody has said what matters. */
  private String unranked() {
    if (place.level() == Level.AUTHORITY) {
      int overdue = night.children().overdue();
      return Words.count(overdue)
          + " of "
          + Words.count(night.children().open(), "child", "children")
          + " with something open "
          + (overdue == 1 ? "has" : "have")
          + " something overdue.";
    }
    return Words.count(
            place.total(OpenCounts::overdue),
            "visit, review or assessment is",
            "visits, reviews and assessments are")
        + " overdue.";
  }

  /** The same of the ranks that follow; empty where nothing of them is overdue. */
  String lead() {
    return nothing.isEmpty() ? sentence(ofChildren.stream().skip(1)) : "";
  }

  /** The ranks of which no extract says anything: silence about them is no good news. */
  String untold() {
    Priorities priorities = night.printing().priorities();
    if (!priorities.areSaid() || !nothing.isEmpty()) {
      return "";
    }
    Set<Priority> told =
        night.judged().stream().map(one -> priorities.of(one.id())).collect(Collectors.toSet());
    String names =
        priorities.inOrder().stream()
            .filter(rank -> !rank.recording() && !told.contains(rank))
            .map(Priority::priority)
            .collect(Collectors.joining("; "));
    return names.isEmpty()
        ? ""
        : "Nothing can be said tonight of: " + names + ". No extract carries what it takes.";
  }

  /** And of what is about the record. */
  String recording() {
    return sentence(ofRecording.stream());
  }

  private String sentence(Stream<Priority> ranks) {
    String said =
        ranks
            .filter(rank -> place.overdueFor(Measured.of(rank)) > 0)
            .map(
                rank -> {
                  int overdue = place.overdueFor(Measured.of(rank));
                  return Words.count(overdue, "child", "children")
                      + " "
                      + (overdue == 1 ? rank.headlineOfOne() : rank.headline());
                })
            .collect(Collectors.joining("; "));
    return said.isEmpty() ? "" : said + ".";
  }

  /** A big number for each of the first four ranks. */
  List<Tile> tiles() {
    List<Tile> tiles = new ArrayList<>();
    for (Priority rank : ofChildren.stream().limit(4).toList()) {
      Measured of = Measured.of(rank);
      int overdue = place.overdueFor(of);
      Figure now = place.figure(of, Measure.NOW);
      tiles.add(
          new Tile(
              Words.count(overdue),
              rank.priority(),
              note(now),
              overdue == 0 ? Tone.PLAIN : Tone.POOR,
              tiles.isEmpty() ? place.before().overdueTrend(of) : null));
    }
    return tiles.size() < 3 || !nothing.isEmpty() ? List.of() : List.copyOf(tiles);
  }

  private static String note(@Nullable Figure now) {
    String untold = RankTables.untold(now);
    if (now == null || now.denominator() == 0) {
      return untold.isEmpty() ? Words.NONE_DUE : untold;
    }
    return untold.isEmpty()
        ? "not in time, of " + Words.count(now.denominator(), "child", "children")
        : "of " + Words.count(now.denominator()) + "; " + untold;
  }

  /** How many targets are met by each measure: by tonight and over the year are two verdicts. */
  String targets() {
    List<Measured> standards =
        night.judged().stream().map(Measured::of).filter(one -> one.target() != null).toList();
    String tonight = met(standards, Measure.NOW, "tonight");
    String year = met(standards, place.ofTheYear(), night.figures().yearToDate());
    return tonight.isEmpty() && year.isEmpty()
        ? ""
        : "Targets of standards met: "
            + Stream.of(tonight, year)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(", "))
            + ".";
  }

  private String met(List<Measured> standards, Measure measure, String when) {
    List<String> verdicts =
        standards.stream()
            .map(one -> place.verdict(one, measure))
            .filter(verdict -> verdict.equals(Targets.MET) || verdict.equals(Targets.NOT_MET))
            .toList();
    long met = verdicts.stream().filter(Targets.MET::equals).count();
    return verdicts.isEmpty() ? "" : met + " of " + verdicts.size() + " " + when;
  }

  /** What a reader must know before believing it; empty where there is nothing. */
  String trust(String where) {
    Figure first =
        ofChildren.isEmpty() ? null : place.figure(Measured.of(ofChildren.get(0)), Measure.NOW);
    int doubtful = first == null ? 0 : first.doubtful();
    List<String> said = new ArrayList<>();
    int held = night.held().size();
    if (held > 0) {
      said.add(Words.count(held, "table was", "tables were") + " held, stale or not received");
    }
    if (doubtful > 0) {
      said.add(
          "of " + Words.count(doubtful, "child", "children") + " in it the record is doubtful");
    }
    if (!night.withoutSource().isEmpty()) {
      said.add(
          Words.count(night.withoutSource().size(), "standard", "standards")
              + " cannot be judged, for no extract carries what "
              + (night.withoutSource().size() == 1 ? "it needs" : "they need"));
    }
    return said.isEmpty() ? "" : "Before believing it: " + String.join("; ", said) + where + ".";
  }
}
