package org.practicewatch.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicewatch.fixtures.PostgreSql;

/** First nights on the extracts of a case system, of an authority of so many children. */
final class ChildrenPart {

  private static final String BESIDE = ", beside";
  private static final String POSTGRESQL = ", PostgreSQL";

  private final Tree ours;
  private final Optional<Tree> beside;
  private final Path folder;
  private final List<Integer> sizes;
  private final int rounds;

  ChildrenPart(Tree ours, Optional<Tree> beside, Path folder, List<Integer> sizes, int rounds) {
    this.ours = ours;
    this.beside = beside;
    this.folder = folder;
    this.sizes = sizes;
    this.rounds = rounds;
  }

  void run(Page page) {
    Map<Integer, Night> nights = new LinkedHashMap<>();
    Rounds turns = new Rounds();
    for (int children : sizes) {
      Path input = folder.resolve("mosaic-" + children);
      ours.sample(input, children);
      Night night = new Night(ours, children + " children", input, "");
      nights.put(children, night);
      turns.add(name(children), night::run);
      beside.ifPresent(
          tree ->
              turns.add(
                  name(children) + BESIDE,
                  new Night(tree, children + " children, beside", input, "")::run));
      Night elsewhere = new Night(ours, children + " children, PostgreSQL", input, "");
      turns.add(
          name(children) + POSTGRESQL,
          () -> elsewhere.run(List.of("--database", PostgreSql.newDatabase())));
    }
    // The first nights leave what makes the later ones start faster.
    Path first = folder.resolve("mosaic-" + sizes.get(0));
    new Night(ours, "the first", first, "").run();
    beside.ifPresent(tree -> new Night(tree, "the first, beside", first, "").run());
    Map<String, Measured> medians = turns.medians(rounds);

    page.heading("The first night on the extracts of a case system");
    page.line(
        "Of `sample-data --seed 7`. Of PostgreSQL the client's CPU is counted; the server's is"
            + " not.\n");
    List<List<String>> table = new ArrayList<>();
    nights.forEach((children, night) -> table.add(row(children, night, medians)));
    List<String> headings =
        new ArrayList<>(
            List.of(
                "children",
                "seconds",
                "CPU",
                "peak MB",
                "CPU ms a child",
                "cores in check-children",
                "database KB a child",
                "PostgreSQL: CPU",
                "ratio of CPU"));
    if (beside.isPresent()) {
      headings.addAll(List.of("beside: seconds", "CPU", "peak MB", "ratio of CPU"));
    }
    page.table(headings, table);
    eachMore(page, medians);
  }

  private List<String> row(int children, Night night, Map<String, Measured> medians) {
    Measured one = medians.get(name(children));
    Measured postgresql = medians.get(name(children) + POSTGRESQL);
    List<String> row =
        new ArrayList<>(
            List.of(
                name(children),
                Page.decimal(one.seconds()),
                Page.decimal(one.cpuSeconds()),
                Page.whole(one.peakMegabytes()),
                Page.decimals(1000 * one.cpuSeconds() / children),
                Page.decimals(night.steps().get("check-children").cores()),
                Page.decimal(night.databaseBytes() / 1024.0 / children),
                Page.decimal(postgresql.cpuSeconds()),
                Page.times(postgresql.cpuSeconds(), one.cpuSeconds())));
    beside.ifPresent(
        tree -> {
          Measured other = medians.get(name(children) + BESIDE);
          row.addAll(
              List.of(
                  Page.decimal(other.seconds()),
                  Page.decimal(other.cpuSeconds()),
                  Page.whole(other.peakMegabytes()),
                  Page.times(one.cpuSeconds(), other.cpuSeconds())));
        });
    return row;
  }

  /** What a child more costs, without what every night costs. */
  private void eachMore(Page page, Map<String, Measured> medians) {
    if (sizes.size() > 1) {
      int first = sizes.get(0);
      int last = sizes.get(sizes.size() - 1);
      double more = medians.get(name(last)).cpuSeconds() - medians.get(name(first)).cpuSeconds();
      page.line("Each child more: " + Page.decimals(1000 * more / (last - first)) + " ms of CPU.");
    }
  }

  private static String name(int children) {
    return String.format("%,d", children);
  }
}
