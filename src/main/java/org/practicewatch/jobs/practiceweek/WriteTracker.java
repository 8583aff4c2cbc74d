package org.practicewatch.jobs.practiceweek;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.practiceweek.Recommendation;
import org.practicewatch.practiceweek.workbook.TrackerReader;
import org.practicewatch.reports.practiceweek.RecommendationTracker;
import org.practicewatch.reports.workbook.WorkbookWriter;
import org.springframework.transaction.support.TransactionTemplate;

/** What was recommended in any week, and what became of it: sent out, filled in, read again. */
final class WriteTracker {

  static final String NAME = "tracker";

  private final ThisPracticeWeek week;
  private final Path audits;
  private final Path output;
  private final Stores stores;
  private final TransactionTemplate transaction;
  private final Progress progress;

  WriteTracker(
      ThisPracticeWeek week,
      Path audits,
      Path output,
      Stores stores,
      TransactionTemplate transaction,
      Progress progress) {
    this.week = week;
    this.audits = audits;
    this.output = output;
    this.stores = stores;
    this.transaction = transaction;
    this.progress = progress;
  }

  /** Takes in what trackers say that came back. */
  void read() {
    if (!Files.isDirectory(audits)) {
      return;
    }
    Map<String, Recommendation> byLine = new HashMap<>();
    stores
        .practiceWeeks()
        .recommendations()
        .forEach(one -> byLine.put(RecommendationTracker.line(one), one));
    try (Stream<Path> all = Files.walk(audits)) {
      for (Path file : all.filter(WriteTracker::isTracker).sorted().toList()) {
        TrackerReader.Read read = TrackerReader.read(file, week.today());
        long unknown = read.said().stream().filter(one -> !byLine.containsKey(one.line())).count();
        transaction.executeWithoutResult(done -> read.said().forEach(said -> take(said, byLine)));
        progress.say(
            "A tracker came back: %d lines%s"
                .formatted(
                    read.said().size(),
                    unknown == 0 ? "" : ", %d of them known to nobody".formatted(unknown)));
        read.faults()
            .forEach(
                fault ->
                    progress.say(
                        "  sheet %s, cell %s: %s"
                            .formatted(fault.sheet(), fault.cell(), fault.problem())));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void take(TrackerReader.Said said, Map<String, Recommendation> byLine) {
    Recommendation one = byLine.get(said.line());
    // A blank cell takes nothing back: an older copy may be blank where a newer one was not.
    if (one != null && (said.done() != null || !said.note().isEmpty())) {
      stores
          .practiceWeeks()
          .done(
              one.form(),
              one.item(),
              said.done() == null ? one.done() : said.done(),
              said.note().isEmpty() ? one.note() : said.note());
    }
  }

  private static boolean isTracker(Path file) {
    String name = String.valueOf(file.getFileName());
    return Files.isRegularFile(file) && name.startsWith(NAME) && name.endsWith(".xlsx");
  }

  /** Writes it anew. */
  void write() {
    List<Recommendation> all = stores.practiceWeeks().recommendations();
    try {
      Path folder = Files.createDirectories(output.resolve(ThisPracticeWeek.FOLDER));
      WorkbookWriter.write(
          RecommendationTracker.of(
              all,
              week.settings().practiceWeeks().weeks(),
              week.settings().organisation().authority(),
              week.today()),
          folder.resolve(NAME + ".xlsx"));
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
    Map<Recommendation.State, Integer> counts = RecommendationTracker.counts(all, week.today());
    progress.say(
        "Recommendations of all weeks: %d, %d done, %d overdue"
            .formatted(
                all.size(),
                counts.getOrDefault(Recommendation.State.DONE, 0),
                counts.getOrDefault(Recommendation.State.OVERDUE, 0)));
  }
}
