package org.practicewatch.jobs.practiceweek;

import java.util.List;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.practiceweek.Frame;
import org.practicewatch.practiceweek.PracticeWeek;
import org.practicewatch.practiceweek.PublishedDraw;
import org.practicewatch.practiceweek.store.PracticeWeekStore.Drawn;
import org.springframework.transaction.support.TransactionTemplate;

/** Draws once, and publishes the draw. */
final class DrawSample {

  private final ThisPracticeWeek week;
  private final Stores stores;
  private final TransactionTemplate transaction;
  private final Progress progress;

  DrawSample(
      ThisPracticeWeek week, Stores stores, TransactionTemplate transaction, Progress progress) {
    this.week = week;
    this.stores = stores;
    this.transaction = transaction;
    this.progress = progress;
  }

  /** Draws, unless a draw stands. */
  void draw() {
    PracticeWeek asked = week.week();
    String seed = asked.seed();
    if (seed == null || stores.practiceWeeks().find(asked.known()).isPresent()) {
      return;
    }
    Frame.Gathering gathering = new GatherCohorts(week, stores, progress).gather();
    List<Frame> frames = gathering.frames();
    new TellCohorts(week).lines(frames).forEach(progress::say);
    PublishedDraw draw =
        PublishedDraw.of(asked, week.asAt(), frames, gathering.candidates(), week.auditing(seed));
    transaction.executeWithoutResult(
        done ->
            stores
                .practiceWeeks()
                .publish(
                    new Drawn(
                        asked.known(),
                        asked.name(),
                        asked.from(),
                        asked.to(),
                        week.asAt(),
                        week.today(),
                        WriteSample.json(draw, seed, week.today())),
                    draw.cases()));
  }
}
