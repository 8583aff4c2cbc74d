package org.practicewatch.jobs.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.practicewatch.intake.InputFolder;
import org.practicewatch.jobs.machine.ExitCodes;
import org.practicewatch.jobs.machine.Folders;
import org.practicewatch.jobs.machine.Stopped;
import org.practicewatch.sample.FictionalAuthority;
import org.practicewatch.sample.spreadsheet.FictionalExtracts;
import org.practicewatch.sample.spreadsheet.Form;
import org.practicewatch.sample.spreadsheet.Layout;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code practicewatch sample-data}. */
@Command(
    name = "sample-data",
    description =
        "Write the extracts of a fictional authority, of any size; the same seed, the same rows.",
    footer = {
      "",
      "Examples:",
      "  practicewatch sample-data --children 500 --output /tmp/fernshire",
      "  practicewatch sample-data --children 120 --seed 7 --as-at 2026-10-30 --form workbook --output /tmp/f",
      "  practicewatch sample-data --children 40 --layout crs --form workbook --output /tmp/crs",
      "  practicewatch sample-data --children 40 --layout activities --beside crs --output /tmp/crs"
    })
final class SampleDataCommand implements Callable<Integer> {

  @Option(
      names = "--children",
      paramLabel = "N",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int children = 120;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another seed, another authority (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      description = "mosaic, mosaic-reports, crs, activities or spans (default: ${DEFAULT-VALUE}).")
  private String layout = "mosaic";

  @Option(
      names = "--beside",
      paramLabel = "LAYOUT",
      description =
          "For activities and spans: the layout of the extracts whose ids they carry, and to"
              + " which they leave what it has itself (default: ${DEFAULT-VALUE}).")
  private String beside = "mosaic";

  @Option(
      names = "--form",
      paramLabel = "FORM",
      description = "csv or workbook (default: ${DEFAULT-VALUE}).")
  private String form = "csv";

  @Option(
      names = "--as-at",
      paramLabel = "YYYY-MM-DD",
      description = "The day the extracts are of (default: ${DEFAULT-VALUE}).")
  private LocalDate asAt = LocalDate.of(2026, 10, 30);

  @Option(names = "--clean", description = "Without the dirt that real extracts have.")
  private boolean clean;

  @Mixin private Folders folders = new Folders();

  private final PrintStream out;

  SampleDataCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Layout wanted = layout(layout, Arrays.asList(Layout.values()));
    Layout besides =
        layout(beside, Arrays.stream(Layout.values()).filter(Layout::isOfCaseSystem).toList());
    if (!form.equals("csv") && !form.equals("workbook")) {
      throw new Stopped(
          ExitCodes.MISTAKE, "There is no form '" + form + "'. Known: csv, workbook.");
    }
    if (children < 1) {
      throw new Stopped(ExitCodes.MISTAKE, "--children should be 1 or more.");
    }
    Settings settings = new SettingsFolder(folders.jobs()).read();
    Path folder = Files.createDirectories(folders.output());
    FictionalAuthority authority =
        new FictionalAuthority(seed, children, asAt)
            .withDirt(!clean)
            .withWorkingDays(
                day -> !settings.calendar().covers(day) || settings.calendar().isWorkingDay(day));
    List<Path> files =
        FictionalExtracts.write(
            authority, folder, wanted, form.equals("csv") ? Form.CSV : Form.WORKBOOK, besides);
    Files.writeString(
        folder.resolve(InputFolder.SAMPLE_MARK + ".md"),
        "# Invented\n\nEvery child, worker and date in this folder is invented by `practicewatch sample-data`"
            + " (children "
            + children
            + ", seed "
            + seed
            + ", as at "
            + asAt
            + ").\nThis file marks the folder as a sample: its nights are never mixed with those of a"
            + " real authority.\n");
    out.println(files.size() + " files written to " + folder);
    return ExitCodes.DONE;
  }

  private static Layout layout(String word, List<Layout> known) {
    return Layout.find(word)
        .filter(known::contains)
        .orElseThrow(
            () ->
                new Stopped(
                    ExitCodes.MISTAKE,
                    "There is no layout '"
                        + word
                        + "'. Known: "
                        + known.stream().map(Layout::word).collect(Collectors.joining(", "))
                        + "."));
  }
}
