package org.practicewatch.jobs.week;

import org.practicewatch.jobs.machine.BatchConfiguration;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.standing.WhatItMeans;
import org.practicewatch.jobs.standing.WhatStands;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every week: follow the exceptions, write each team's list, write the letters, let them leave. */
@Configuration(proxyBeanMethods = false)
class WeeklyJob {

  private final JobRepository jobs;
  private final PlatformTransactionManager transactions;
  private final ThisWeek week;
  private final Stores stores;
  private final Letters letters;
  private final Progress progress;

  WeeklyJob(
      JobRepository jobs,
      PlatformTransactionManager transactions,
      ThisWeek week,
      Stores stores,
      Letters letters,
      Progress progress) {
    this.jobs = jobs;
    this.transactions = transactions;
    this.week = week;
    this.stores = stores;
    this.letters = letters;
    this.progress = progress;
  }

  @Bean
  Job weekly(
      Step followExceptions,
      Step writeLists,
      Step writeWeeklyReport,
      Step composeLetters,
      Step deliverLetters) {
    return new JobBuilder("weekly", jobs)
        .start(followExceptions)
        .next(writeLists)
        .next(writeWeeklyReport)
        .next(composeLetters)
        .next(deliverLetters)
        .build();
  }

  @Bean
  Step followExceptions() {
    return task(
        "follow-exceptions",
        () ->
            new FollowExceptions(
                    week,
                    stores,
                    standing(),
                    telling(),
                    meanings(),
                    new TransactionTemplate(transactions),
                    progress)
                .follow());
  }

  @Bean
  Step writeLists() {
    return task("write-lists", () -> lists().write());
  }

  @Bean
  Step writeWeeklyReport() {
    return task("write-weekly-report", () -> lists().writeReport());
  }

  @Bean
  Step composeLetters() {
    return task("compose-letters", () -> letters.compose(lists().lists()));
  }

  @Bean
  Step deliverLetters() {
    return task("deliver-letters", letters::deliver);
  }

  private Step task(String name, Runnable work) {
    return BatchConfiguration.task(jobs, transactions, name, work);
  }

  private WriteLists lists() {
    return new WriteLists(week, telling(), Chased.of(week, stores), progress);
  }

  private TellTheWeek telling() {
    return new TellTheWeek(week, stores, standing(), meanings());
  }

  private WhatStands standing() {
    return new WhatStands(week.settings(), stores, week.asAt());
  }

  private WhatItMeans meanings() {
    return new WhatItMeans(week.settings());
  }
}
