package org.practicewatch.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file that takes its name when it is whole, so that one that fails leaves no half. Where the old
 * one cannot be replaced, because Excel holds it open, the old one stays and the new one waits
 * beside it, until {@link #swapIn} is asked again.
 */
public final class WholeFile {

  private static final String UNFINISHED = ".part";
  private static final String WAITING = ".waiting";

  private WholeFile() {}

  /** What is in it. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes a file, or beside it where it cannot be replaced. */
  public static void write(Path file, Content content) throws IOException {
    Path unfinished = unfinished(file);
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
        content.writeTo(out);
      }
      place(file);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Where a file is written before it is whole. */
  public static Path unfinished(Path file) {
    return file.resolveSibling(file.getFileName() + UNFINISHED);
  }

  /** Gives what was written beside a file its name, or lets it wait. */
  public static void place(Path file) throws IOException {
    Path waiting = file.resolveSibling(file.getFileName() + WAITING);
    try {
      move(unfinished(file), file);
      Files.deleteIfExists(waiting);
    } catch (FileSystemException held) {
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw held;
      }
      move(unfinished(file), waiting);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    if (Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS)) {
      // An empty folder would be replaced without a word.
      throw new FileSystemException(to.toString());
    }
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** What was written last under a name: what waits to take it, or what has it. */
  public static Path latest(Path file) {
    Path waiting = file.resolveSibling(file.getFileName() + WAITING);
    return Files.exists(waiting) ? waiting : file;
  }

  /**
   * What came of files that waited.
   *
   * @param placed those that are in place now
   * @param held those that still cannot be replaced
   */
  public record Swapped(List<Path> placed, List<Path> held) {

    public Swapped {
      placed = List.copyOf(placed);
      held = List.copyOf(held);
    }
  }

  /** Puts in place all that waits in a folder and beneath it. */
  public static Swapped swapIn(Path folder) throws IOException {
    List<Path> placed = new ArrayList<>();
    List<Path> held = new ArrayList<>();
    for (Path file : waiting(folder)) {
      try {
        move(file.resolveSibling(file.getFileName() + WAITING), file);
        placed.add(file);
      } catch (FileSystemException stillHeld) {
        held.add(file);
      }
    }
    return new Swapped(placed, held);
  }

  /** The files in a folder and beneath it for which a newer one waits, in order. */
  public static List<Path> waiting(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(one -> one.toString().endsWith(WAITING))
          .sorted()
          .map(
              one -> {
                String name = String.valueOf(one.getFileName());
                return one.resolveSibling(name.substring(0, name.length() - WAITING.length()));
              })
          .toList();
    }
  }
}
