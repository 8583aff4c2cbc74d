package org.practicewatch.jobs.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.practicewatch.jobs.machine.Database;
import org.practicewatch.jobs.machine.ExitCodes;
import org.practicewatch.jobs.machine.Folders;
import org.practicewatch.jobs.machine.OutputLock;
import org.practicewatch.jobs.machine.Stopped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code practicewatch restore}. */
@Command(
    name = "restore",
    description = "Put a database that was backed up into an output folder.",
    footer = {
      "",
      "Examples:",
      "  practicewatch restore --from /backups/practicewatch-2026-10-30.zip --output /data/nights",
      "",
      "A database that is there already is never overwritten: it is moved aside, and the run says where.",
      "A backup of an earlier version is brought up to date by the next night.",
      "",
      "Exit status: 0 done; 1 another job is at work, or it failed; 2 the file is no backup."
    })
final class RestoreCommand implements Callable<Integer> {

  @Option(
      names = "--from",
      required = true,
      paramLabel = "FILE",
      description = "A file that practicewatch backup wrote.")
  private Path from = Path.of("");

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where nights and all state are kept (default: output/).")
  private @Nullable Path output;

  private final PrintStream out;

  RestoreCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  @SuppressWarnings("try") // the lock is held, and nothing is asked of it
  public Integer call() throws IOException {
    Path world = Folders.or(output, "output");
    try (ZipFile zip = new ZipFile(from.toFile());
        OutputLock lock = OutputLock.take(world)) {
      List<ZipEntry> files = filesOf(zip);
      Path unfinished = Files.createTempDirectory(world, Database.FOLDER + "-");
      for (ZipEntry entry : files) {
        Path name = Path.of(entry.getName()).getFileName();
        Files.copy(zip.getInputStream(entry), unfinished.resolve(name));
      }
      Path database = world.resolve(Database.FOLDER);
      if (Files.exists(database)) {
        Path aside = freeNameBeside(database);
        Files.move(database, aside);
        out.println("The database that was there is now in " + aside);
      }
      Files.move(unfinished, database);
    } catch (ZipException | NoSuchFileException wrong) {
      throw noBackup();
    }
    out.println("The database of " + world + " is as it was backed up in " + from);
    return ExitCodes.DONE;
  }

  /** Names alone decide: no file of a backup may land outside the folder. */
  private List<ZipEntry> filesOf(ZipFile zip) {
    List<ZipEntry> files = new ArrayList<>();
    zip.stream()
        .filter(entry -> entry.getName().matches(Database.FOLDER + "/practicewatch\\.[a-z]+"))
        .forEach(files::add);
    if (files.stream().noneMatch(entry -> entry.getName().endsWith(".script"))) {
      throw noBackup();
    }
    return files;
  }

  private Stopped noBackup() {
    return new Stopped(ExitCodes.MISTAKE, from + " is not a file that practicewatch backup wrote.");
  }

  private static Path freeNameBeside(Path database) {
    return Stream.iterate(1, number -> number + 1)
        .map(number -> database.resolveSibling(Database.FOLDER + "-before-" + number))
        .filter(path -> !Files.exists(path))
        .findFirst()
        .orElseThrow();
  }
}
