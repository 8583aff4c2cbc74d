package org.practicewatch.jobs.machine;

import javax.sql.DataSource;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.casework.store.ChildStore;
import org.practicewatch.casework.store.FactStore;
import org.practicewatch.compliance.store.FigureStore;
import org.practicewatch.compliance.store.FindingStore;
import org.practicewatch.compliance.store.FlagStore;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.exceptions.store.ExceptionStore;
import org.practicewatch.intake.store.ExtractRegister;
import org.practicewatch.practiceweek.store.PracticeWeekStore;
import org.practicewatch.quality.store.IssueStore;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables that the jobs read and write. */
public record Stores(
    ExtractRegister register,
    FactStore facts,
    ChildStore children,
    IssueStore issues,
    NightStore nights,
    FindingStore findings,
    FigureStore figures,
    FlagStore flags,
    ExceptionStore exceptions,
    PracticeWeekStore practiceWeeks) {

  /** Those of a database, in a job or before it begins. */
  public static Stores of(DataSource database) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    BulkRows bulk = new BulkRows(jdbc);
    return new Stores(
        new ExtractRegister(jdbc, bulk),
        new FactStore(jdbc, bulk),
        new ChildStore(jdbc, bulk),
        new IssueStore(jdbc, bulk),
        new NightStore(jdbc, bulk),
        new FindingStore(jdbc, bulk),
        new FigureStore(jdbc, bulk),
        new FlagStore(jdbc, bulk),
        new ExceptionStore(jdbc, bulk),
        new PracticeWeekStore(jdbc, bulk));
  }
}
