package org.practicewatch.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hsqldb.jdbc.JDBCDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.SimpleJobRepository;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What goes wrong without a word when Spring Batch is set up otherwise (stack.md, traps 1 and 2).
 */
class NightlyJobTest {

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(BatchJdbcAutoConfiguration.class)
  static class OnlyBatch {
    @Bean
    DataSource database() {
      JDBCDataSource database = new JDBCDataSource();
      database.setUrl("jdbc:hsqldb:mem:nightly-job-test");
      return database;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource database) {
      return new JdbcTransactionManager(database);
    }
  }

  @Test
  void runs_and_restarts_are_kept_in_the_database() {
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "test", Map.of("spring.batch.jdbc.initialize-schema", "always")));
      context.register(OnlyBatch.class);
      context.refresh();
      JobRepository jobs =
          AopTestUtils.getUltimateTargetObject(context.getBean(JobRepository.class));
      assertThat(jobs).isInstanceOf(SimpleJobRepository.class);
      assertThat(jobs.getClass().getSimpleName()).doesNotContain("Resourceless");
    }
  }

  @Test
  void every_chunk_step_names_its_transaction_manager() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/practicewatch/jobs"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        long chunks = source.lines().filter(line -> line.matches(".*\\bchunk\\(\\w+\\).*")).count();
        long managers =
            source.lines().filter(line -> line.contains(".transactionManager(")).count();
        assertThat(managers).as(file.toString()).isGreaterThanOrEqualTo(chunks);
      }
    }
  }
}
