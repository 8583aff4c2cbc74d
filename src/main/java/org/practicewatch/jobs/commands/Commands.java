package org.practicewatch.jobs.commands;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.InWords;
import org.practicewatch.jobs.machine.ExitCodes;
import org.practicewatch.jobs.machine.ProgramVersion;
import org.practicewatch.jobs.machine.Stopped;
import org.practicewatch.jobs.machine.Surroundings;
import org.practicewatch.jobs.machine.Trouble;
import org.practicewatch.jobs.night.NightUntil;
import org.practicewatch.settings.MistakenSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: which job to start, and how a mistake is told. */
public final class Commands {

  private Commands() {}

  @Command(
      name = "practicewatch",
      mixinStandardHelpOptions = true,
      synopsisSubcommandLabel = "<job>",
      versionProvider = Version.class,
      description = "What was due for every child, when, and whether it was done.",
      commandListHeading = "%nJobs:%n",
      footer = {
        "",
        "Examples:",
        "  practicewatch nightly                 a night on the extracts in input/",
        "  practicewatch nightly --help          what a job takes",
        "  practicewatch weekly                  each team's list, and the letters about them",
        "  practicewatch check-settings          after editing anything in jobs/",
        "",
        "Exit status: 0 done; 1 failed, run it again; 2 a mistake in settings or arguments, nothing",
        "was started; 3 done, but an extract was held back."
      })
  private static final class Root implements Runnable {

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
      throw new CommandLine.ParameterException(
          Objects.requireNonNull(spec).commandLine(), "Which job?");
    }
  }

  private static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Practicewatch " + ProgramVersion.find().orElse("(development)")};
    }
  }

  /** Runs the job named and returns the exit status. */
  public static int run(PrintStream out, PrintStream err, Clock clock, String... words) {
    return run(out, err, clock, System.getenv(), NightUntil.REPORTED, words);
  }

  /**
   * The same in another environment, where passwords are found, and with nights that may end
   * earlier.
   */
  public static int run(
      PrintStream out,
      PrintStream err,
      Clock clock,
      Map<String, String> environment,
      NightUntil until,
      String... words) {
    Surroundings here = new Surroundings(out, clock, environment, Commands::pass);
    CommandLine line =
        new CommandLine(new Root())
            .addSubcommand(new NightlyCommand(here, until))
            .addSubcommand(new WeeklyCommand(here))
            .addSubcommand(new PracticeWeekDrawCommand(here))
            .addSubcommand(new PracticeWeekReportCommand(here))
            .addSubcommand(new ScheduleCommand(out, clock, environment))
            .addSubcommand(new ExplainCommand(out, environment))
            .addSubcommand(new CheckSettingsCommand(out, clock))
            .addSubcommand(new SampleDataCommand(out))
            .addSubcommand(new TemplateCommand(out))
            .addSubcommand(new BackupCommand(out))
            .addSubcommand(new RestoreCommand(out));
    line.getSubcommands()
        .values()
        .forEach(one -> one.getCommandSpec().mixinStandardHelpOptions(true));
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((wrong, given) -> told(wrong, err));
    line.setExecutionExceptionHandler((failure, command, parsed) -> told(failure, parsed, err));
    return line.execute(words);
  }

  private static void pass(Duration time) throws InterruptedException {
    Thread.sleep(time.toMillis());
  }

  private static int told(CommandLine.ParameterException wrong, PrintStream err) {
    CommandLine command = wrong.getCommandLine();
    boolean ofAJob = command.getParent() != null;
    err.println(inWords(wrong, command, ofAJob));
    err.println(
        ofAJob
            ? "See: practicewatch " + command.getCommandName() + " --help"
            : "Jobs: "
                + String.join(", ", command.getSubcommands().keySet())
                + ". See: practicewatch --help");
    return ExitCodes.MISTAKE;
  }

  private static String inWords(
      CommandLine.ParameterException wrong, CommandLine command, boolean ofAJob) {
    if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
      String given = unmatched.getUnmatched().get(0);
      List<String> near = unmatched.getSuggestions();
      boolean option = given.startsWith("-");
      String word = option ? given.replaceFirst("=.*", "") : given;
      String what =
          ofAJob || option
              ? "There is no "
                  + (option ? "option " : "room for ")
                  + word
                  + (ofAJob ? " in " + command.getCommandName() : "")
              : "There is no job " + word;
      return what + (near.isEmpty() ? "." : ". Did you mean " + near.get(0) + "?");
    }
    String value = wrong.getValue();
    CommandLine.Model.ArgSpec argument = argumentOf(wrong);
    if (argument instanceof CommandLine.Model.OptionSpec option) {
      String name = option.longestName();
      if (wrong instanceof CommandLine.OverwrittenOptionException) {
        return name + " was given twice.";
      }
      if (wrong instanceof CommandLine.MissingParameterException || value == null) {
        return name + " needs a value: " + name + " " + option.paramLabel() + ".";
      }
      boolean date = option.type() == LocalDate.class;
      String wanted = date ? "a date that exists, such as 2026-09-30" : "a whole number";
      return name + " should be " + wanted + ", not '" + value + "'.";
    }
    return String.valueOf(wrong.getMessage());
  }

  private static CommandLine.Model.@Nullable ArgSpec argumentOf(
      CommandLine.ParameterException wrong) {
    if (wrong instanceof CommandLine.MissingParameterException missing
        && !missing.getMissing().isEmpty()) {
      return missing.getMissing().get(0);
    }
    return wrong instanceof CommandLine.OverwrittenOptionException twice
        ? twice.getOverwritten()
        : wrong.getArgSpec();
  }

  private static Path output(CommandLine.ParseResult parsed) {
    CommandLine.ParseResult job = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    Path given = job.matchedOptionValue("--output", null);
    return given == null ? Path.of("output") : given;
  }

  private static int told(Exception failure, CommandLine.ParseResult parsed, PrintStream err) {
    if (failure instanceof Stopped stopped) {
      err.println(stopped.getMessage());
      return stopped.exitCode();
    }
    if (failure instanceof MistakenSettings mistaken) {
      mistaken.mistakes().forEach(err::println);
      int mistakes = mistaken.mistakes().size();
      err.println(
          InWords.count(mistakes, "mistake", "mistakes")
              + " in the settings. Nothing was started.");
      return ExitCodes.MISTAKE;
    }
    err.println("It failed: " + Trouble.inWords(failure, output(parsed)));
    err.println("Nothing is lost: put it right and give the same command again.");
    return ExitCodes.FAILED;
  }
}
