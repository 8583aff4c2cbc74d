package org.practicewatch.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is written beside a night: a week's lists and letters, a Practice Week, the reports. */
final class WritingPart {

  /** Enough for ten thousand exceptions. */
  private static final int CHILDREN_OF_A_WEEK = 22_500;

  private static final int TEAMS = 80;
  private static final int CHILDREN_OF_A_DRAW = 5_000;

  private static final String WEEK = "a week";

  private static final List<String> WEEKLY = List.of("weekly", "--input", "nothing comes back");
  private static final List<String> DRAW = List.of("practice-week-draw", "bradford-2019-visits");

  private final Tree ours;
  private final Path folder;
  private final int rounds;

  WritingPart(Tree ours, Path folder, int rounds) {
    this.ours = ours;
    this.folder = folder;
    this.rounds = rounds;
  }

  void run(Page page) throws IOException {
    Path many = folder.resolve("mosaic-" + CHILDREN_OF_A_WEEK);
    Path teams = folder.resolve("mosaic-" + CHILDREN_OF_A_WEEK + "-" + TEAMS + "-teams");
    if (!Files.exists(teams)) {
      ours.sample(many, CHILDREN_OF_A_WEEK);
      FewerTeams.write(many, teams, TEAMS);
    }
    Path some = folder.resolve("mosaic-" + CHILDREN_OF_A_DRAW);
    ours.sample(some, CHILDREN_OF_A_DRAW);
    Night large = new Night(ours, "a week", teams, "");
    Night small = new Night(ours, "a draw", some, "");
    large.run();
    Measured night = small.run();
    Night.Step reports = small.steps().get("write-reports");

    Path written = small.result().resolve("reports");
    Measured reportsFloor = floor(written);
    Rounds turns = new Rounds();
    Path week = folder.resolve("written in a week");
    Path draw = folder.resolve("written by a draw");
    turns.add(WEEK, () -> again(WEEKLY, large, week));
    turns.add(WEEK + ", floor", () -> floor(week));
    turns.add("a draw", () -> again(DRAW, small, draw));
    turns.add("a draw, floor", () -> floor(draw));
    Map<String, Measured> medians = turns.medians(rounds);

    page.heading("Lists, a draw, reports");
    page.line(
        String.format(
            "The week of a night of %,d children and %d teams, and a draw over %,d, each from the"
                + " start of the command to its end; the reports of that night, as its last step."
                + " The floor writes the same files anew and packs the workbooks again.\n",
            CHILDREN_OF_A_WEEK, TEAMS, CHILDREN_OF_A_DRAW));
    List<List<String>> table = new ArrayList<>();
    medians.forEach((name, one) -> table.add(row(name, one)));
    table.add(
        row(
            "reports alone",
            new Measured(reports.seconds(), reports.cpuSeconds(), night.peakMegabytes())));
    table.add(row("reports alone, floor", reportsFloor));
    page.table(List.of("work", "seconds", "CPU", "peak MB"), table);
  }

  private static List<String> row(String name, Measured one) {
    return List.of(
        name,
        Page.decimal(one.seconds()),
        Page.decimal(one.cpuSeconds()),
        Page.whole(one.peakMegabytes()));
  }

  /** On a copy of the night, so that every round is the first; only what it wrote is left of it. */
  private Measured again(List<String> command, Night night, Path copy) {
    Folders.remove(copy);
    Folders.copy(night.output(), copy);
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of("--output", copy.toString()));
    Measured measured = ours.run(words);
    Folders.removeThoseIn(night.output(), copy);
    return measured;
  }

  private Measured floor(Path written) {
    Path to = folder.resolve("written again");
    Folders.remove(to);
    return Measured.ofJava(
        WriteAgain.class,
        List.of(written.toString(), to.toString()),
        folder.resolve("floor.log").toFile());
  }
}
