package org.practicewatch.jobs.practiceweek;

import org.practicewatch.jobs.machine.BatchConfiguration;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stores;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * For a Practice Week: draw and publish the sample, write it down, write the packs, tell the
 * auditors.
 */
@Configuration(proxyBeanMethods = false)
class PracticeWeekDrawJob {

  private final JobRepository jobs;
  private final PlatformTransactionManager transactions;
  private final ThisPracticeWeek week;
  private final Stores stores;
  private final AnnouncePacks announcing;
  private final Runnable letters;
  private final Progress progress;

  PracticeWeekDrawJob(
      JobRepository jobs,
      PlatformTransactionManager transactions,
      ThisPracticeWeek week,
      Stores stores,
      AnnouncePacks announcing,
      Runnable letters,
      Progress progress) {
    this.jobs = jobs;
    this.transactions = transactions;
    this.week = week;
    this.stores = stores;
    this.announcing = announcing;
    this.letters = letters;
    this.progress = progress;
  }

  @Bean
  Job practiceWeekDraw(Step drawSample, Step writeSample, Step writePacks, Step announcePacks) {
    return new JobBuilder("practiceWeekDraw", jobs)
        .start(drawSample)
        .next(writeSample)
        .next(writePacks)
        .next(announcePacks)
        .build();
  }

  @Bean
  Step drawSample() {
    return BatchConfiguration.task(
        jobs,
        transactions,
        "draw-sample",
        () -> new DrawSample(week, stores, new TransactionTemplate(transactions), progress).draw());
  }

  @Bean
  Step writeSample() {
    return BatchConfiguration.task(
        jobs, transactions, "write-sample", () -> new WriteSample(week, stores).write());
  }

  @Bean
  Step writePacks() {
    return BatchConfiguration.task(
        jobs,
        transactions,
        "write-packs",
        () ->
            new WritePacks(week, stores, new TransactionTemplate(transactions), progress).write());
  }

  @Bean
  Step announcePacks() {
    return BatchConfiguration.task(
        jobs,
        transactions,
        "announce-packs",
        () -> {
          announcing.announce();
          letters.run();
        });
  }
}
