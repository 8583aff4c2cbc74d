package org.practicewatch.jobs.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.practicewatch.files.WholeFile;
import org.practicewatch.intake.TableProfile;
import org.practicewatch.intake.spreadsheet.FillInWorkbook;
import org.practicewatch.jobs.machine.ExitCodes;
import org.practicewatch.jobs.machine.Folders;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;
import org.practicewatch.settings.WhatToExtract;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code practicewatch template}. */
@Command(
    name = "template",
    description =
        "Write a workbook to fill in with what no other layout carries, and what to extract for which"
            + " standard.",
    footer = {
      "",
      "Give it to whoever writes reports out of the case system. It is made from jobs/: the names of",
      "activities and spans, and what the standards ask for. docs/activities-and-spans.md says more.",
      "",
      "Examples:",
      "  practicewatch template",
      "  practicewatch template --output /tmp/for-the-report-writer",
      "",
      "Exit status: 0 done; 1 it could not be written; 2 a mistake in settings or arguments."
    })
final class TemplateCommand implements Callable<Integer> {

  static final String FILE = "activities-and-spans.xlsx";

  private static final int NARROW = 14;

  /** Columns that hold longer texts than an id or a date. */
  private static final Map<String, Integer> WIDTHS =
      Map.of("what", 34, "team", 26, "marks", 28, "reference is of", 20, "worker", 16);

  @Mixin private Folders folders = new Folders();

  private final PrintStream out;

  TemplateCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = new SettingsFolder(folders.jobs()).read();
    List<WhatToExtract.Row> rows = WhatToExtract.rows(settings);
    List<FillInWorkbook.Form> forms = new ArrayList<>();
    for (TableProfile table : WhatToExtract.tables(settings)) {
      forms.add(form(settings, table));
    }
    FillInWorkbook workbook = new FillInWorkbook(readMe(settings, forms), forms, guide(rows));
    Path file = Files.createDirectories(folders.output()).resolve(FILE);
    WholeFile.write(file, workbook::write);
    long only =
        rows.stream()
            .filter(row -> !row.isCarriedElsewhere())
            .map(WhatToExtract.Row::what)
            .distinct()
            .count();
    out.printf(
        "Written to %s: %d activities and spans that no other layout carries, and why each is"
            + " needed.%n",
        file, only);
    return ExitCodes.DONE;
  }

  private static FillInWorkbook.Form form(Settings settings, TableProfile table) {
    List<FillInWorkbook.Column> columns = new ArrayList<>();
    table
        .columns()
        .forEach(
            (name, column) ->
                columns.add(
                    new FillInWorkbook.Column(
                        column.headed().get(0),
                        column.hint(),
                        column.isDate(),
                        WIDTHS.getOrDefault(name, NARROW),
                        WhatToExtract.choices(settings, table, name),
                        WhatToExtract.mayBeSeveral(table, name))));
    return new FillInWorkbook.Form(sheet(table.table()), columns);
  }

  private static String sheet(String table) {
    return table.substring(0, 1).toUpperCase(Locale.UK) + table.substring(1);
  }

  private static FillInWorkbook.Guide guide(List<WhatToExtract.Row> rows) {
    return new FillInWorkbook.Guide(
        "What to extract",
        List.of(
            "Standard",
            "Its title",
            "Sheet",
            "Rows that are called",
            "Needed because",
            "Days to give",
            "To fill in besides",
            "Extract it here?",
            "Layouts that carry it already",
            "What the standard says",
            "How sure"),
        List.of(26, 26, 11, 28, 24, 24, 32, 14, 36, 52, 12),
        rows.stream().map(TemplateCommand::line).toList());
  }

  private static List<String> line(WhatToExtract.Row row) {
    return List.of(
        row.standard().id(),
        row.standard().title(),
        sheet(row.table()),
        row.what(),
        row.why(),
        row.dates(),
        row.besides(),
        row.isCarriedElsewhere() ? "no, if you use one of these" : "yes",
        String.join("; ", row.carriedBy()),
        row.standard().rule().strip(),
        row.standard().standing().words());
  }

  private static List<String> readMe(Settings settings, List<FillInWorkbook.Form> forms) {
    String first = forms.get(0).sheet();
    String second = forms.get(1).sheet();
    return List.of(
        "Activities and spans: a workbook to fill in",
        "For whoever writes reports out of the case system of "
            + settings.organisation().authority().name()
            + ". Core groups, plans for education, supervision, private fostering and the like come in no"
            + " national format. This workbook, or a report with the same headings, brings them to"
            + " Practicewatch.",
        "1.  Look at \"What to extract\". It says for each standard which rows it needs and why. Where"
            + " \"Extract it here?\" says yes, nothing else carries them. The others you have already if"
            + " your extracts are in one of the layouts named beside them: then do not extract them"
            + " again.",
        "2.  \""
            + first
            + "\": one row for each thing that was done on a day. \""
            + second
            + "\": one row for each thing that lasts from one day to another. The names are in the"
            + " drop-down; capitals, spaces and hyphens do not matter.",
        "3.  Give all of them since the plan, the care or the post began, not those of a month: what is"
            + " not here counts as not done.",
        "4.  Write the day of the extract into cell B1 of both sheets, or into the name of the file"
            + " (activities_2026-10-30.xlsx).",
        "5.  Ids of children, plans and enquiries are those of the case system. A row about a home, a"
            + " carer or a worker has its Subject kind and Subject ID instead of a Child ID.",
        "6.  Only what is completed counts, and a blank status is completed. Planned and cancelled rows"
            + " may stay in.",
        "7.  Put the file into input/ and run the night. issues.csv names every cell that could not be"
            + " read. Sheets that you do not need may stay empty.",
        "A report that heads its columns otherwise, or calls things otherwise, needs no retyping: see"
            + " jobs/README.md, \"A report of our own that calls things otherwise\".",
        "Filled in, this is personal data about children. Keep it as you keep your other extracts.",
        "Made by \"practicewatch template\" from jobs/: "
            + settings.vocabulary().activities().size()
            + " activities, "
            + settings.vocabulary().spans().size()
            + " spans, "
            + settings.standards().stream().map(one -> one.id()).distinct().count()
            + " standards. Make it anew when those change.");
  }
}
