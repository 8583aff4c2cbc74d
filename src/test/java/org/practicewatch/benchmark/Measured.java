package org.practicewatch.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * What one run of a program cost, from its start to its end.
 *
 * @param seconds by the clock
 * @param cpuSeconds of the processors, its compiler and memory collector included
 * @param peakMegabytes the most memory it held at once; nought where the machine does not tell
 */
record Measured(double seconds, double cpuSeconds, double peakMegabytes) {

  static final String HEAP = "-Xmx1500m";

  private static final int MILLIS_BETWEEN_LOOKS = 10;

  /** Of ours: done, but there is something to look at. */
  private static final int DONE_WITH_REMARKS = 3;

  /** Takes note of how much a process had worked at a moment. */
  interface Looks {
    void at(LocalDateTime moment, Duration cpu);
  }

  /** Runs a program; what it prints goes to a file, which is told where it fails. */
  static Measured of(List<String> command, Map<String, String> environment, File output) {
    return of(command, environment, output, (moment, cpu) -> {});
  }

  /** The same, looked at on the way. */
  static Measured of(
      List<String> command, Map<String, String> environment, File output, Looks looks) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectOutput(output);
    try {
      long began = System.nanoTime();
      Process process = builder.start();
      Duration cpu = Duration.ZERO;
      double peak = 0;
      // Both only ever grow, so the last look before the end is what counts.
      while (!process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
        cpu = process.info().totalCpuDuration().orElse(cpu);
        looks.at(LocalDateTime.now(), cpu);
        peak = Math.max(peak, peakMegabytes(process.pid()));
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      if (process.exitValue() != 0 && process.exitValue() != DONE_WITH_REMARKS) {
        throw new IllegalStateException(
            String.join(" ", command) + " ended with " + process.exitValue() + ": see " + output);
      }
      return new Measured(seconds, cpu.toMillis() / 1000.0, peak);
    } catch (IOException cannotStart) {
      throw new UncheckedIOException(cannotStart);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Runs a main class of these measurements in a Java of its own. */
  static Measured ofJava(Class<?> main, List<String> words, File output) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(words);
    return of(command, Map.of(), output);
  }

  /** Linux keeps the highest there ever was; elsewhere there is no such file. */
  private static double peakMegabytes(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Integer.parseInt(line.replaceAll("\\D", "")) / 1024.0;
        }
      }
    } catch (IOException ended) {
      return 0;
    }
    return 0;
  }

  /** What every table of speeds says: the name, what it cost, and how often the floor's time. */
  List<String> speed(String name, int rows, Measured floor) {
    return List.of(
        name,
        Page.decimal(seconds),
        Page.decimal(cpuSeconds),
        Page.whole(rows / seconds / 1000),
        Page.whole(peakMegabytes),
        Page.times(seconds, floor.seconds()));
  }

  /** Each number by itself the middle one of several runs. */
  static Measured median(List<Measured> runs) {
    return new Measured(
        median(runs, Measured::seconds),
        median(runs, Measured::cpuSeconds),
        median(runs, Measured::peakMegabytes));
  }

  private static double median(List<Measured> runs, ToDoubleFunction<Measured> number) {
    double[] sorted = runs.stream().mapToDouble(number).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
