package org.practicewatch.jobs;

import javax.sql.DataSource;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.casework.store.FactStore;
import org.practicewatch.compliance.store.FlagStore;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.exceptions.store.ExceptionStore;
import org.practicewatch.intake.store.ExtractRegister;
import org.practicewatch.quality.store.IssueStore;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Spring Batch over the database: history, restart and "already ran" come from its JDBC job
 * repository. Only what is needed is configured, so that a night starts fast.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(BatchJdbcAutoConfiguration.class)
@Import(NightlyJob.class)
class BatchConfiguration {

  @Bean
  PlatformTransactionManager transactionManager(DataSource database) {
    return new JdbcTransactionManager(database);
  }

  @Bean
  NightlyJob.Stores stores(DataSource database) {
    return storesOf(database);
  }

  /** The tables, for use before the job begins. */
  static NightlyJob.Stores storesOf(DataSource database) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    BulkRows bulk = new BulkRows(jdbc);
    return new NightlyJob.Stores(
        new ExtractRegister(jdbc, bulk),
        new FactStore(jdbc, bulk),
        new IssueStore(jdbc, bulk),
        new NightStore(jdbc, bulk),
        new FlagStore(jdbc, bulk),
        new ExceptionStore(jdbc, bulk));
  }
}
