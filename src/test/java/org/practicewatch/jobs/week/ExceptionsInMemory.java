package org.practicewatch.jobs.week;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.night.NightsInMemory;
import org.practicewatch.jobs.standing.WhatItMeans;
import org.practicewatch.jobs.standing.WhatStands;
import org.practicewatch.settings.RunningSettings;
import org.practicewatch.settings.SettingsFolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The exceptions of nights in memory, followed from one to the next. */
final class ExceptionsInMemory {

  private ExceptionsInMemory() {}

  /** Follows the exceptions of a closed night, as a week does before it writes its lists. */
  static void follow(NightsInMemory nights, String asAt, Path output) {
    Stores stores = nights.stores(output);
    LocalDate night = LocalDate.parse(asAt);
    RunningSettings running = new SettingsFolder(Path.of("jobs")).readRunning();
    ThisWeek week =
        new ThisWeek(
            NightsInMemory.shipped(),
            running.weekly().orElseThrow(),
            running.post().orElseThrow(),
            ThisWeek.of(night, stores.exceptions().findLast()),
            night,
            stores.nights().findClosed(night).orElseThrow().number(),
            output.resolve(asAt),
            output.resolve("returns"),
            Map.of());
    WhatItMeans meanings = new WhatItMeans(NightsInMemory.shipped());
    WhatStands standing = new WhatStands(NightsInMemory.shipped(), stores, night);
    new FollowExceptions(
            week,
            stores,
            standing,
            new TellTheWeek(week, stores, standing, meanings),
            meanings,
            new TransactionTemplate(new JdbcTransactionManager(nights.database(output))),
            new Progress(new PrintStream(new ByteArrayOutputStream()), false, Practicewatch.CLOCK))
        .follow();
  }
}
