package org.practicewatch.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.practicewatch.reports.ReportContents.Milestone;
import org.practicewatch.reports.ReportContents.Tracker;
import org.practicewatch.reports.TrackedMilestone.State;

/**
 * What a performance meeting reads: one line per child on the way to permanence, the child who is
 * stuck longest first, and at which milestone children are stuck.
 *
 * @param authority name of the authority
 * @param fictional whether every page says that the data is invented
 * @param asAt the night's date, in words
 * @param headline the answer in one sentence
 * @param remarks what else to know before using it
 * @param tiles the big numbers
 * @param milestones a line for each milestone
 * @param withoutSource those that cannot be judged, and what to extract
 * @param pages the children, a page's width of milestones in each
 * @param leftOut what the lines leave out
 * @param definitions what is due by when
 * @param notes how to read it
 */
public record PermanencyTracker(
    String authority,
    boolean fictional,
    String asAt,
    String headline,
    String remarks,
    List<Tile> tiles,
    List<MilestoneLine> milestones,
    String withoutSource,
    List<Page> pages,
    String leftOut,
    List<OwedByWhen> definitions,
    String notes) {

  /** As many milestones as fit side by side with a day in each. */
  static final int MILESTONES_ACROSS = 7;

  /** One milestone: how many children stand where. */
  public record MilestoneLine(
      String milestone,
      String standing,
      String overdue,
      Tone overdueTone,
      String longest,
      String due,
      String done,
      String missed,
      String cannotTell) {}

  /** Children down, milestones across. */
  public record Page(String title, List<String> headings, List<Row> rows) {}

  /** A child. */
  public record Row(
      String child,
      String name,
      String team,
      String since,
      String stuck,
      String stuckFor,
      List<Cell> cells) {}

  /** Where the child stands at one milestone. */
  public record Cell(String value, String note, Tone tone) {}

  /** Reads one night; empty where there is nothing to say. */
  public static Optional<PermanencyTracker> of(SubjectNight night) {
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

  /** The workbook beside it. */
  public ReportWorkbook workbook(SubjectNight night) {
    return TrackerWorkbook.of(night, Objects.requireNonNull(night.contents().tracker()), this);
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

    PermanencyTracker report() {
      List<Page> pages = pages();
      return new PermanencyTracker(
          night.night().authority(),
          night.night().fictional(),
          night.night().asAtInWords(),
          headline(),
          remarks(),
          tiles(),
          IntStream.range(0, carried.size()).mapToObj(this::line).toList(),
          withoutSource(),
          pages,
          leftOut(),
          definitions(),
          "Due: the last day in timescale. Over: calendar days past it, and it can still be done. A"
              + " milestone that nobody gives a number for is shown with the day it was done, and"
              + " nobody is late by it. What belongs to an earlier period of care is left out. The"
              + " workbook beside this report has one line per child, with every milestone, its due"
              + " day and the day it was done, and the cell that proves what is stuck.");
    }

    /** Whether anybody can be late for anything: else a nought would say that all is well. */
    private boolean isAnyJudged() {
      return carried.stream().anyMatch(milestone -> !judged(milestone).isEmpty());
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

    private MilestoneLine line(int milestone) {
      int overdue = count(milestone, State.OVERDUE);
      int longest =
          children.stream()
              .map(child -> child.milestones().get(milestone))
              .filter(one -> one.state() == State.OVERDUE)
              .mapToInt(TrackedMilestone::days)
              .max()
              .orElse(0);
      boolean due = !judged(carried.get(milestone)).isEmpty();
      return new MilestoneLine(
          carried.get(milestone).milestone(),
          standing(carried.get(milestone)),
          due ? Words.count(overdue) : Words.NOTHING,
          overdue == 0 ? Tone.PLAIN : Tone.POOR,
          longest == 0 ? Words.NOTHING : Words.count(longest, "day", "days"),
          due ? Words.count(count(milestone, State.DUE)) : Words.NOTHING,
          Words.count(count(milestone, State.DONE)),
          due ? Words.count(count(milestone, State.MISSED)) : Words.NOTHING,
          due ? Words.count(count(milestone, State.CANNOT_TELL)) : Words.NOTHING);
    }

    private List<StandardNote> judged(Milestone milestone) {
      return night.notes(milestone.standards()).stream().filter(StandardNote::judged).toList();
    }

    private String standing(Milestone milestone) {
      List<StandardNote> judged = judged(milestone);
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

    private String withoutSource() {
      List<String> missing =
          all.milestones().stream()
              .filter(one -> !carried.contains(one))
              .map(Milestone::milestone)
              .toList();
      return Notes.withoutSource(missing);
    }

    private List<Page> pages() {
      List<List<Integer>> chunks =
          Chunks.even(IntStream.range(0, carried.size()).boxed().toList(), MILESTONES_ACROSS);
      List<Page> pages = new ArrayList<>();
      for (List<Integer> chunk : chunks) {
        int from = chunk.get(0);
        int to = from + chunk.size();
        Stream<TrackedChild> rows =
            pages.isEmpty()
                ? children.stream().limit(TeamReport.LINES_PRINTED)
                : children.stream()
                    .filter(child -> child.hasAny(from, to))
                    .limit(TeamReport.LINES_PRINTED);
        List<Row> printed = rows.map(child -> row(child, from, to)).toList();
        if (!printed.isEmpty()) {
          pages.add(new Page(title(pages.size(), from), headings(from, to), printed));
        }
      }
      return List.copyOf(pages);
    }

    private String title(int page, int from) {
      return page == 0
          ? "Every child: stuck longest first"
          : "From "
              + carried.get(from).milestone().toLowerCase(Locale.UK)
              + " on: those of whom any of it is owed or done";
    }

    private List<String> headings(int from, int to) {
      return carried.subList(from, to).stream().map(Milestone::milestone).toList();
    }

    private Row row(TrackedChild child, int from, int to) {
      return new Row(
          child.child().childId(),
          night.night().printing().names().getOrDefault(child.child().childId(), ""),
          NightInReports.teamName(child.child().teamNow()),
          Words.dateOrNothing(child.since()),
          child.stuckFor() == 0 ? Words.NOTHING : child.stuckOn(),
          child.stuckFor() == 0 ? "" : Words.count(child.stuckFor(), "day", "days"),
          child.milestones().subList(from, to).stream().map(Writing::cell).toList());
    }

    private static Cell cell(TrackedMilestone one) {
      String late = one.days() == 0 ? "" : Words.count(one.days(), "day", "days");
      return switch (one.state()) {
        case OVERDUE ->
            new Cell(late + " over", "due " + Words.dateOrNothing(one.due()), Tone.POOR);
        case DUE -> new Cell("due " + Words.dateOrNothing(one.due()), "", Tone.PLAIN);
        case DONE ->
            new Cell(
                "done " + Words.dateOrNothing(one.done()),
                late.isEmpty() ? "" : late + " late",
                Tone.GOOD);
        case CANNOT_TELL -> new Cell("cannot tell", "", Tone.PLAIN);
        case MISSED -> new Cell("not done", "due " + Words.dateOrNothing(one.due()), Tone.POOR);
        case NONE -> new Cell(Words.NOTHING, "", Tone.GOOD);
      };
    }

    private String leftOut() {
      return children.size() <= TeamReport.LINES_PRINTED
          ? ""
          : "These are the "
              + Words.count(TeamReport.LINES_PRINTED)
              + " stuck longest. There are "
              + Words.count(children.size())
              + " in all: the workbook beside this report lists every one.";
    }

    private List<OwedByWhen> definitions() {
      List<OwedByWhen> lines = new ArrayList<>();
      for (Milestone milestone : carried) {
        for (StandardNote note : judged(milestone)) {
          lines.add(OwedByWhen.of(milestone.milestone(), note));
        }
      }
      return List.copyOf(lines);
    }
  }
}
