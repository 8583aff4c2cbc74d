package org.practicewatch.jobs;

import org.springframework.transaction.support.TransactionTemplate;

/** Writes each auditor's pack. */
final class WritePacks {

  private final ThisPracticeWeek week;
  private final NightlyJob.Stores stores;
  private final TransactionTemplate transaction;
  private final Progress progress;

  WritePacks(
      ThisPracticeWeek week,
      NightlyJob.Stores stores,
      TransactionTemplate transaction,
      Progress progress) {
    this.week = week;
    this.stores = stores;
    this.transaction = transaction;
    this.progress = progress;
  }

  /** All of them. */
  void write() {}
}
