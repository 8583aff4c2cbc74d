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

/** For a Practice Week: read what came back, tell concerns, write the report and the tracker. */
@Configuration(proxyBeanMethods = false)
class PracticeWeekReportJob {

  private final JobRepository jobs;
  private final PlatformTransactionManager transactions;
  private final ThisPracticeWeek week;
  private final Stores stores;
  private final ReadForms forms;
  private final WriteTracker tracker;
  private final Runnable letters;
  private final Progress progress;

  PracticeWeekReportJob(
      JobRepository jobs,
      PlatformTransactionManager transactions,
      ThisPracticeWeek week,
      Stores stores,
      ReadForms forms,
      WriteTracker tracker,
      Runnable letters,
      Progress progress) {
    this.jobs = jobs;
    this.transactions = transactions;
    this.week = week;
    this.stores = stores;
    this.forms = forms;
    this.tracker = tracker;
    this.letters = letters;
    this.progress = progress;
  }

  @Bean
  Job practiceWeekReport(
      Step readTracker,
      Step readForms,
      Step deliverConcerns,
      Step writeOverview,
      Step writeTracker) {
    return new JobBuilder("practiceWeekReport", jobs)
        .start(readTracker)
        .next(readForms)
        .next(deliverConcerns)
        .next(writeOverview)
        .next(writeTracker)
        .build();
  }

  @Bean
  Step readTracker() {
    return task("read-tracker", tracker::read);
  }

  @Bean
  Step readForms() {
    return task("read-forms", forms::read);
  }

  @Bean
  Step deliverConcerns() {
    return task("deliver-concerns", letters);
  }

  @Bean
  Step writeOverview() {
    return task("write-overview", () -> new WriteOverview(week, stores, progress).write());
  }

  @Bean
  Step writeTracker() {
    return task("write-tracker", tracker::write);
  }

  private Step task(String name, Runnable work) {
    return BatchConfiguration.task(jobs, transactions, name, work);
  }
}
