package org.practicewatch.jobs.machine;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Runs a job over the database, or takes it up where it was left, and tells where it failed.
 *
 * @param job by the name under which its runs are kept
 * @param steps what it is made of
 * @param told how a failure of it begins, such as "The night"
 * @param output where it writes
 */
public record JobRun(String job, Class<?> steps, String told, Path output, Progress progress) {

  /**
   * Runs it to its end.
   *
   * @param parts registers what the steps work with
   * @param parameters by which a run is known again, given those that were
   * @return how it went, step by step; empty where it failed, which has been told
   */
  public Optional<JobExecution> over(
      DataSource database,
      Consumer<AnnotationConfigApplicationContext> parts,
      Function<JobRepository, JobParameters> parameters)
      throws Exception {
    try (AnnotationConfigApplicationContext context = context(database)) {
      parts.accept(context);
      context.register(BatchConfiguration.class, steps);
      context.refresh();
      JobOperator operator = context.getBean(JobOperator.class);
      JobRepository runs = context.getBean(JobRepository.class);
      // A run whose process died still counts as running; our lock says that it does not.
      for (JobExecution left : runs.findRunningJobExecutions(job)) {
        operator.recover(left);
      }
      JobExecution execution =
          operator.start(context.getBean(job, Job.class), parameters.apply(runs));
      if (execution.getStatus() == BatchStatus.COMPLETED) {
        return Optional.of(execution);
      }
      tell(execution);
      return Optional.empty();
    }
  }

  private void tell(JobExecution execution) {
    String step = brokenStep(execution);
    for (Throwable failure : execution.getAllFailureExceptions()) {
      progress.brokeOff(BrokenStep.of(step, failure));
      progress.say(told + " failed at " + step + ": " + Trouble.inWords(failure, output));
    }
    progress.say("Nothing is lost: put it right and give the same command again.");
  }

  /** The step at which a run broke off. */
  private static String brokenStep(JobExecution execution) {
    return execution.getStepExecutions().stream()
        .filter(one -> one.getStatus() == BatchStatus.FAILED)
        .map(one -> one.getStepName())
        .findFirst()
        .orElse(BrokenStep.START);
  }

  /** Where a job can run; its own beans are registered before it is refreshed. */
  private static AnnotationConfigApplicationContext context(DataSource database) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "practicewatch", Map.of("spring.batch.jdbc.initialize-schema", "never")));
    // It is still asked when the job has ended.
    context.registerBean(DataSource.class, () -> database, bean -> bean.setDestroyMethodName(""));
    return context;
  }
}
