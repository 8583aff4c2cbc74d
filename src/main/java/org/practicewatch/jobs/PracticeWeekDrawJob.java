package org.practicewatch.jobs;

import org.springframework.batch.core.configuration.annotation.JobScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** For a Practice Week: draw the sample and publish it, write it down, write the packs. */
@Configuration(proxyBeanMethods = false)
class PracticeWeekDrawJob {

  private final JobRepository jobs;
  private final PlatformTransactionManager transactions;
  private final ThisPracticeWeek week;
  private final NightlyJob.Stores stores;
  private final Progress progress;

  PracticeWeekDrawJob(
      JobRepository jobs,
      PlatformTransactionManager transactions,
      ThisPracticeWeek week,
      NightlyJob.Stores stores,
      Progress progress) {
    this.jobs = jobs;
    this.transactions = transactions;
    this.week = week;
    this.stores = stores;
    this.progress = progress;
  }

  @Bean
  Job practiceWeekDraw(Step drawSample, Step writeSample, Step writePacks) {
    return new JobBuilder("practiceWeekDraw", jobs)
        .start(drawSample)
        .next(writeSample)
        .next(writePacks)
        .build();
  }

  @Bean
  @JobScope
  Step drawSample() {
    return BatchConfiguration.task(
        jobs,
        transactions,
        "draw-sample",
        new DrawSample(week, stores, new TransactionTemplate(transactions), progress)::draw);
  }

  @Bean
  @JobScope
  Step writeSample() {
    return BatchConfiguration.task(
        jobs, transactions, "write-sample", new WriteSample(week, stores)::write);
  }

  @Bean
  @JobScope
  Step writePacks() {
    return BatchConfiguration.task(
        jobs,
        transactions,
        "write-packs",
        new WritePacks(week, stores, new TransactionTemplate(transactions), progress)::write);
  }
}
