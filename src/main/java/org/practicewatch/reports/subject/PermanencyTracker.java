package org.practicewatch.reports.subject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.Notes;
import org.practicewatch.reports.night.OwedByWhen;
import org.practicewatch.reports.night.StandardNote;
import org.practicewatch.reports.night.StandardTables;
import org.practicewatch.reports.section.Chunks;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportCell.Weight;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Sentence;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Tile;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;
import org.practicewatch.reports.subject.ReportContents.Milestone;
import org.practicewatch.reports.subject.ReportContents.Tracker;
import org.practicewatch.reports.subject.TrackedMilestone.State;

/**
 * What a performance meeting reads: one line per child on the way to permanence, the child who is
 * stuck longest first, and at which milestone children are stuck.
 */
public final class PermanencyTracker {

  /** As many milestones as fit side by side with a day in each. */
  private static final int MILESTONES_ACROSS = 7;

  private static final float TIGHT = 7.5f;

  private PermanencyTracker() {}

  /** Reads one night; empty where there is nothing to say. */
  public static Optional<Report> of(SubjectNight night) {
    Tracker tracker = night.contents().tracker();
    if (tracker == null) {
      return Optional.empty();
    }
    Writing writing = new Writing(night, tracker);
    return writing.hasAnything() ? Optional.of(writing.report()) : Optional.empty();
  }

  /** The milestones that an extract tells anything of. */
  static List<Milestone> carried(SubjectNight night, Tracker tracker) {
    return tracker.milestones().stream()
        .filter(
            one ->
                one.standards().stream().anyMatch(night::isJudged)
                    || one.done().stream().anyMatch(night.sources()::tellOf))
        .toList();
  }

  private static List<StandardNote> judged(SubjectNight night, Milestone milestone) {
    return night.notes(milestone.standards()).stream().filter(StandardNote::judged).toList();
  }

  /** How firm a milestone's basis is, or why nobody can be late for it. */
  static String standing(SubjectNight night, Milestone milestone) {
    List<StandardNote> judged = judged(night, milestone);
    if (!judged.isEmpty()) {
      return judged.stream()
          .map(note -> note.standing().words())
          .distinct()
          .collect(Collectors.joining(", "));
    }
    return milestone.standards().isEmpty()
        ? "no number: only done is shown"
        : "due day: cannot judge, no source";
  }

  /** What each of some milestones is held against. */
  static List<OwedByWhen> definitions(SubjectNight night, List<Milestone> carried) {
    List<OwedByWhen> lines = new ArrayList<>();
    for (Milestone milestone : carried) {
      for (StandardNote note : judged(night, milestone)) {
        lines.add(OwedByWhen.of(milestone.milestone(), note));
      }
    }
    return List.copyOf(lines);
  }

  /** The night, for as long as the report is being put together. */
  private static final class Writing {

    private final SubjectNight night;
    private final Tracker all;
    private final List<Milestone> carried;
    private final List<TrackedChild> everybody;
    private final List<TrackedChild> children;

    Writing(SubjectNight night, Tracker all) {
      this.night = night;
      this.all = all;
      this.carried = carried(night, all);
      this.everybody = TrackedChild.of(night, new Tracker(all.childrenWith(), carried));
      this.children = everybody.stream().filter(child -> child.hasAny(0, carried.size())).toList();
    }

    boolean hasAnything() {
      return !children.isEmpty();
    }

    Report report() {
      List<Section> sections = new ArrayList<>();
      sections.add(milestones());
      sections.add(new Sentence("", withoutSource()));
      sections.add(new Sentence("", HOW_TO_READ_IT));
      sections.addAll(listed());
      List<OwedByWhen> definitions = definitions(night, carried);
      if (!definitions.isEmpty()) {
        sections.add(
            StandardTables.definitions("What is due by when", "Milestone", definitions, true));
      }
      Map<String, String> sentences = new LinkedHashMap<>();
      sentences.put("In one sentence", headline());
      sentences.put("What else to know", remarks());
      sentences.put("What cannot be judged", withoutSource());
      sentences.put("How to read it", HOW_TO_READ_IT);
      TrackerSheets.of(night, all, sentences).forEach(sheet -> sections.add(Table.of(sheet)));
      return night.report(
          "Permanency tracker",
          "The permanency tracker",
          headline(),
          remarks(),
          tiles(),
          sections,
          true);
    }

    private static final String HOW_TO_READ_IT =
        "Due: the last day in timescale. Over: calendar days past it, and it can still be done. A"
            + " milestone that nobody gives a number for is shown with the day it was done, and"
            + " nobody is late by it. What belongs to an earlier period of care is left out. The"
            + " workbook beside this report has one line per child, with every milestone, its due"
            + " day and the day it was done, and the cell that proves what is stuck.";

    private Table milestones() {
      return new Table(
          "Where children are stuck",
          "",
          Section.Place.PAPER,
          List.of(
              Column.onPaper("Milestone", 176, false).strong(),
              Column.onPaper("Standing", 132, false).quiet(),
              Column.onPaper("Overdue now", 70, true),
              Column.onPaper("Longest over", 80, true),
              Column.onPaper("Due, still in time", 84, true),
              Column.onPaper("Done", 56, true),
              Column.onPaper("Not done, and no longer can be", 126, true),
              Column.onPaper("Cannot tell", 62, true)),
          false,
          IntStream.range(0, carried.size()).mapToObj(this::line).toList());
    }

    /** Whether anybody can be late for anything: else a nought would say that all is well. */
    private boolean isAnyJudged() {
      return carried.stream().anyMatch(milestone -> !judged(night, milestone).isEmpty());
    }

    private long stuck() {
      return children.stream().filter(child -> child.stuckFor() > 0).count();
    }

    private String headline() {
      int stuck = (int) stuck();
      if (!isAnyJudged()) {
        return "Who is stuck cannot be judged: no extract carries what it takes.";
      }
      String of = Words.count(children.size(), "child", "children") + " on the way to permanence";
      return stuck == 0
          ? "Nobody is stuck: of " + of + " none has an overdue milestone."
          : Words.count(stuck)
              + " of "
              + of
              + (stuck == 1 ? " is" : " are")
              + " stuck at an overdue milestone.";
    }

    private String remarks() {
      List<String> remarks = new ArrayList<>();
      children.stream()
          .findFirst()
          .filter(child -> child.stuckFor() > 0)
          .ifPresent(
              child ->
                  remarks.add(
                      "Longest: "
                          + child.child().childId()
                          + ", "
                          + child.stuckOn()
                          + ", "
                          + Words.count(child.stuckFor(), "day", "days")
                          + "."));
      mostStuckAt()
          .ifPresent(milestone -> remarks.add("Most are stuck at: " + milestone.milestone() + "."));
      int others = everybody.size() - children.size();
      if (others > 0) {
        remarks.add(
            Words.count(others, "looked-after child has", "looked-after children have")
                + " no milestone that is owed or recorded, and"
                + (others == 1 ? " is" : " are")
                + " not listed.");
      }
      return String.join(" ", remarks);
    }

    /** Empty where no milestone has more of them than any other. */
    private Optional<Milestone> mostStuckAt() {
      List<Integer> overdue =
          IntStream.range(0, carried.size())
              .mapToObj(milestone -> count(milestone, State.OVERDUE))
              .toList();
      int most = overdue.stream().mapToInt(Integer::intValue).max().orElse(0);
      boolean one = overdue.stream().filter(count -> count == most).count() == 1;
      return most > 0 && one ? Optional.of(carried.get(overdue.indexOf(most))) : Optional.empty();
    }

    private List<Tile> tiles() {
      int stuck = (int) stuck();
      int untold =
          (int)
              children.stream()
                  .filter(
                      child ->
                          child.milestones().stream()
                              .anyMatch(one -> one.state() == State.CANNOT_TELL))
                  .count();
      int longest = children.get(0).stuckFor();
      Tile all =
          new Tile(
              Words.count(children.size()),
              children.size() == 1 ? "child" : "children",
              "with a milestone",
              Tone.PLAIN);
      if (!isAnyJudged()) {
        List<Tile> tiles = new ArrayList<>(List.of(all));
        tiles.addAll(Tile.nothingSaid("stuck", "days, the longest", "cannot tell"));
        return List.copyOf(tiles);
      }
      return List.of(
          all,
          new Tile(
              Words.count(stuck),
              "stuck",
              "overdue at a milestone",
              stuck == 0 ? Tone.GOOD : Tone.POOR),
          new Tile(
              longest == 0 ? Words.NOTHING : Words.count(longest),
              "days, the longest",
              longest == 0 ? "nothing is overdue" : children.get(0).stuckOn(),
              Tone.PLAIN),
          new Tile(Words.count(untold), "cannot tell", "at one milestone or more", Tone.PLAIN));
    }

    private int count(int milestone, State state) {
      return (int)
          children.stream()
              .filter(child -> child.milestones().get(milestone).state() == state)
              .count();
    }

    private Row line(int milestone) {
      int overdue = count(milestone, State.OVERDUE);
      int longest =
          children.stream()
              .map(child -> child.milestones().get(milestone))
              .filter(one -> one.state() == State.OVERDUE)
              .mapToInt(TrackedMilestone::days)
              .max()
              .orElse(0);
      boolean due = !judged(night, carried.get(milestone)).isEmpty();
      return Row.of(
          carried.get(milestone).milestone(),
          ReportCell.text(standing(night, carried.get(milestone))),
          countedIf(due, overdue).shown(Weight.STRONG, overdue == 0 ? Tone.PLAIN : Tone.POOR, ""),
          ReportCell.text(longest == 0 ? Words.NOTHING : Words.count(longest, "day", "days")),
          countedIf(due, count(milestone, State.DUE)),
          new Count(count(milestone, State.DONE)),
          countedIf(due, count(milestone, State.MISSED)),
          countedIf(due, count(milestone, State.CANNOT_TELL)));
    }

    private static ReportCell countedIf(boolean judged, int count) {
      return judged ? new Count(count) : ReportCell.text(Words.NOTHING);
    }

    private String withoutSource() {
      List<String> missing =
          all.milestones().stream()
              .filter(one -> !carried.contains(one))
              .map(Milestone::milestone)
              .toList();
      return Notes.withoutSource(missing);
    }

    /** Children down, milestones across: as many tables as it takes to show them all. */
    private List<Table> listed() {
      List<List<Integer>> chunks =
          Chunks.even(IntStream.range(0, carried.size()).boxed().toList(), MILESTONES_ACROSS);
      List<Table> tables = new ArrayList<>();
      for (List<Integer> chunk : chunks) {
        int from = chunk.get(0);
        int to = from + chunk.size();
        boolean first = tables.isEmpty();
        List<Row> rows =
            children.stream()
                .filter(child -> first || child.hasAny(from, to))
                .limit(Notes.LINES_PRINTED)
                .map(child -> row(child, from, to))
                .toList();
        if (!rows.isEmpty()) {
          tables.add(
              new Table(
                  title(tables.size(), from),
                  first ? leftOut() : "",
                  Section.Place.PAPER,
                  columns(from, to),
                  false,
                  rows));
        }
      }
      return tables;
    }

    private List<Column> columns(int from, int to) {
      List<Column> columns =
          new ArrayList<>(
              List.of(
                  Column.onPaper("Child", 58, false).strong(),
                  Column.onPaper("Team now", 82, false).quiet(),
                  Column.onPaper("In care since", 55, true).quiet(),
                  Column.onPaper("What is stuck, for how long", 97, false)));
      carried
          .subList(from, to)
          .forEach(
              milestone ->
                  columns.add(Column.onPaper(milestone.milestone(), 70, true).sized(TIGHT)));
      return columns;
    }

    private String title(int page, int from) {
      return page == 0
          ? "Every child: stuck longest first"
          : "From "
              + carried.get(from).milestone().toLowerCase(Locale.UK)
              + " on: those of whom any of it is owed or done";
    }

    private Row row(TrackedChild child, int from, int to) {
      String id = child.child().childId();
      List<ReportCell> cells = new ArrayList<>();
      cells.add(night.night().child(id));
      cells.add(ReportCell.text(NightInReports.teamName(child.child().teamNow())));
      cells.add(ReportCell.text(Words.dateOrNothing(child.since())));
      cells.add(
          child.stuckFor() == 0
              ? ReportCell.text(Words.NOTHING).shown(Weight.QUIET, Tone.PLAIN, "")
              : ReportCell.text(
                      child.stuckOn() + "\n" + Words.count(child.stuckFor(), "day", "days"))
                  .strong());
      child.milestones().subList(from, to).forEach(one -> cells.add(one.cell()));
      return new Row(cells);
    }

    private String leftOut() {
      return children.size() <= Notes.LINES_PRINTED
          ? ""
          : "These are the "
              + Words.count(Notes.LINES_PRINTED)
              + " stuck longest. There are "
              + Words.count(children.size())
              + " in all: the workbook beside this report lists every one.";
    }
  }
}
