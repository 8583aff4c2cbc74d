package org.practicewatch.jobs;

import org.practicewatch.casework.store.FactStore;
import org.practicewatch.compliance.store.FlagStore;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.exceptions.store.ExceptionStore;
import org.practicewatch.intake.store.ExtractRegister;
import org.practicewatch.practiceweek.store.PracticeWeekStore;
import org.practicewatch.quality.store.IssueStore;
import org.springframework.batch.core.configuration.annotation.JobScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every night: receive and read the extracts, check every child, close the night, report it. */
@Configuration(proxyBeanMethods = false)
class NightlyJob {

  private static final int BUCKETS_A_CHUNK = 8;

  private final JobRepository jobs;
  private final PlatformTransactionManager transactions;
  private final Tonight tonight;
  private final Stores stores;
  private final NightCount count;
  private final Progress progress;

  NightlyJob(
      JobRepository jobs,
      PlatformTransactionManager transactions,
      Tonight tonight,
      Stores stores,
      NightCount count,
      Progress progress) {
    this.jobs = jobs;
    this.transactions = transactions;
    this.tonight = tonight;
    this.stores = stores;
    this.count = count;
    this.progress = progress;
  }

  @Bean
  Job nightly(
      Step receiveExtracts,
      Step readExtracts,
      Step checkChildren,
      Step closeNight,
      Step writeReports) {
    return new JobBuilder("nightly", jobs)
        .start(receiveExtracts)
        .next(readExtracts)
        .next(checkChildren)
        .next(closeNight)
        .next(writeReports)
        .build();
  }

  @Bean
  @JobScope
  Step receiveExtracts() {
    return task("receive-extracts", new ReceiveExtracts(tonight, stores)::receive);
  }

  @Bean
  @JobScope
  Step readExtracts() {
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    return task(
        "read-extracts",
        new ReadExtracts(
                tonight, stores.register(), stores.facts(), stores.issues(), transaction, progress)
            ::read);
  }

  /** Both the record and the duties of a child, for its timeline is the larger part of the work. */
  @Bean
  @JobScope
  Step checkChildren() {
    CheckChildren check =
        new CheckChildren(
            tonight,
            stores,
            standing().judging(),
            standing().flagging(),
            standing().checking(),
            standing().caseloads(),
            progress);
    return new StepBuilder("check-children", jobs)
        .<Integer, Integer>chunk(BUCKETS_A_CHUNK)
        .transactionManager(transactions)
        .reader(check)
        .writer(chunk -> chunk.forEach(check::check))
        .build();
  }

  @Bean
  @JobScope
  Step closeNight() {
    return task("close-night", new CloseNight(tonight, stores, standing(), count)::close);
  }

  @Bean
  @JobScope
  Step writeReports() {
    return task(
        "write-reports",
        new WriteReports(
                tonight,
                stores.nights(),
                stores.register(),
                stores.facts(),
                standing(),
                count,
                progress)
            ::write);
  }

  private Step task(String name, Runnable work) {
    return BatchConfiguration.task(jobs, transactions, name, work);
  }

  private WhatStands standing() {
    return new WhatStands(tonight.settings(), stores, tonight.asAt());
  }

  /** The tables that the job writes to. */
  record Stores(
      ExtractRegister register,
      FactStore facts,
      IssueStore issues,
      NightStore nights,
      FlagStore flags,
      ExceptionStore exceptions,
      PracticeWeekStore practiceWeeks) {}
}
