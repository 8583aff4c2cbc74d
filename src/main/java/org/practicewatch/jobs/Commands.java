package org.practicewatch.jobs;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
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
      footer = {
        "",
        "Examples:",
        "  practicewatch nightly                 a night on the extracts in input/",
        "  practicewatch nightly --help          what a job takes",
        "  practicewatch check-settings          after editing anything in jobs/"
      })
  private static final class Root implements Runnable {

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
      throw new CommandLine.ParameterException(
          java.util.Objects.requireNonNull(spec).commandLine(), "Which job?");
    }
  }

  private static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Commands.class.getPackage().getImplementationVersion();
      return new String[] {"Practicewatch " + (version == null ? "(development)" : version)};
    }
  }

  /** Runs the job named and returns the exit status. */
  public static int run(PrintStream out, PrintStream err, Clock clock, String... words) {
    CommandLine line =
        new CommandLine(new Root())
            .addSubcommand(new NightlyCommand(out, clock))
            .addSubcommand(new CheckSettingsCommand(out))
            .addSubcommand(new SampleDataCommand(out));
    line.getSubcommands()
        .values()
        .forEach(one -> one.getCommandSpec().mixinStandardHelpOptions(true));
    line.setOut(new java.io.PrintWriter(out, true, java.nio.charset.StandardCharsets.UTF_8));
    line.setErr(new java.io.PrintWriter(err, true, java.nio.charset.StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler((failure, command, parsed) -> told(failure, err));
    return line.execute(words);
  }

  private static int told(Exception failure, PrintStream err) {
    if (failure instanceof Stopped stopped) {
      err.println(stopped.getMessage());
      return stopped.exitCode();
    }
    if (failure instanceof MistakenSettings mistaken) {
      mistaken.mistakes().forEach(err::println);
      err.println(mistaken.mistakes().size() + " mistakes in the settings. Nothing was started.");
      return ExitCodes.MISTAKE;
    }
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String reason = cause instanceof IOException ? ": " + cause.getMessage() : "";
    err.println(
        "It failed: "
            + cause.getClass().getSimpleName()
            + reason
            + ". Try the same command again.");
    return ExitCodes.FAILED;
  }
}
