package org.practicewatch.jobs.commands;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.files.WholeFile;
import org.practicewatch.jobs.machine.Database;
import org.practicewatch.jobs.machine.ExitCodes;
import org.practicewatch.jobs.machine.Folders;
import org.practicewatch.jobs.machine.OutputLock;
import org.practicewatch.jobs.machine.Stopped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code practicewatch backup}. */
@Command(
    name = "backup",
    description =
        "Copy the database of an output folder into one file, while no job is at work in it.",
    footer = {
      "",
      "Examples:",
      "  practicewatch backup --to /backups/practicewatch-2026-10-30.zip",
      "  practicewatch restore --from /backups/practicewatch-2026-10-30.zip --output /data/nights",
      "",
      "The folders of the nights are plain files: copy those as you copy others. A PostgreSQL is backed",
      "up with its own pg_dump.",
      "",
      "Exit status: 0 done; 1 another job is at work, or it failed; 2 there is nothing to copy."
    })
final class BackupCommand implements Callable<Integer> {

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "The file to write; one that is there already is replaced when all is copied.")
  private Path to = Path.of("");

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where nights and all state are kept (default: output/).")
  private @Nullable Path output;

  private final PrintStream out;

  BackupCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  @SuppressWarnings("try") // the lock is held, and nothing is asked of it
  public Integer call() throws IOException {
    Path world = Folders.or(output, "output");
    Path database = world.resolve(Database.FOLDER);
    if (!Files.isDirectory(database)) {
      throw new Stopped(
          ExitCodes.MISTAKE,
          "There is no database in "
              + world
              + " to back up. A PostgreSQL is backed up with its own pg_dump.");
    }
    try (OutputLock lock = OutputLock.take(world)) {
      List<Path> files;
      try (Stream<Path> all = Files.list(database)) {
        files = all.filter(Files::isRegularFile).sorted().toList();
      }
      WholeFile.write(to.toAbsolutePath(), bytes -> copy(files, bytes));
    }
    out.println("The database of " + world + " was copied to " + to);
    return ExitCodes.DONE;
  }

  private static void copy(List<Path> files, OutputStream bytes) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Path file : files) {
        zip.putNextEntry(new ZipEntry(Database.FOLDER + "/" + file.getFileName()));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
  }
}
