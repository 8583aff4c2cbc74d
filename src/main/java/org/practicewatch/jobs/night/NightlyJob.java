package org.practicewatch.jobs.night;

import org.practicewatch.jobs.machine.BatchConfiguration;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Every night: receive and read the extracts, check every child, close the night, report it. */
@Configuration(proxyBeanMethods = false)
class NightlyJob {

  private static final int BUCKETS_A_CHUNK = 8;

  private final JobRepository jobs;
  private final PlatformTransactionManager transactions;
  private final NightSteps steps;
  private final NightUntil until;

  NightlyJob(
      JobRepository jobs,
      PlatformTransactionManager transactions,
      NightSteps steps,
      NightUntil until) {
    this.jobs = jobs;
    this.transactions = transactions;
    this.steps = steps;
    this.until = until;
  }

  @Bean
  Job nightly(
      Step receiveExtracts,
      Step readExtracts,
      Step checkChildren,
      Step closeNight,
      Step writeReports) {
    SimpleJobBuilder night =
        new JobBuilder("nightly", jobs)
            .start(receiveExtracts)
            .next(readExtracts)
            .next(checkChildren)
            .next(closeNight);
    return (until == NightUntil.REPORTED ? night.next(writeReports) : night).build();
  }

  @Bean
  Step receiveExtracts() {
    return task("receive-extracts", steps::receive);
  }

  @Bean
  Step readExtracts() {
    return task("read-extracts", steps::read);
  }

  /** Both the record and the duties of a child, for its timeline is the larger part of the work. */
  @Bean
  Step checkChildren() {
    return new StepBuilder("check-children", jobs)
        .<Integer, Integer>chunk(BUCKETS_A_CHUNK)
        .transactionManager(transactions)
        .reader(steps::nextBucket)
        .writer(chunk -> chunk.forEach(steps::check))
        .build();
  }

  @Bean
  Step closeNight() {
    return task("close-night", steps::close);
  }

  @Bean
  Step writeReports() {
    return task("write-reports", steps::report);
  }

  private Step task(String name, Runnable work) {
    return BatchConfiguration.task(jobs, transactions, name, work);
  }
}
