package org.practicewatch.compliance.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.casework.store.PageReader;
import org.practicewatch.casework.store.PageWriter;
import org.practicewatch.compliance.ChildTonight;
import org.practicewatch.compliance.Recorded;
import org.practicewatch.compliance.WorkerTonight;
import org.practicewatch.standards.Flag;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the flags said of the children of a run, and what reports want to know of them: one page for
 * each bucket of children, because it is written once and read as a whole (docs/decisions/0010).
 */
public final class FlagStore {

  private static final int CHILD = 1;
  private static final int WORKER = 2;

  private final JdbcTemplate jdbc;
  private final BulkRows bulk;

  public FlagStore(JdbcTemplate jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  /** Forgets what was said in a run. */
  public void removeRun(int run) {
    jdbc.update("delete from flag_page where run_no = ?", run);
  }

  /** Adds the children and workers of a bucket; the step that does so has removed earlier ones. */
  public void add(int run, int bucket, List<ChildTonight> children, List<WorkerTonight> workers) {
    PageWriter page = new PageWriter();
    children.forEach(child -> write(page, child));
    workers.forEach(worker -> write(page, worker));
    if (page.size() > 0) {
      bulk.insert(
          "flag_page",
          "run_no,bucket,flags",
          List.<Object[]>of(new Object[] {run, bucket, page.takePage()}));
    }
  }

  /** Everything said in a run, in no order. */
  public void forEach(int run, Consumer<ChildTonight> child, Consumer<WorkerTonight> worker) {
    jdbc.query(
        "select flags from flag_page where run_no = ? order by bucket",
        row -> {
          PageReader page = new PageReader(row.getBytes("flags"));
          while (page.hasMore()) {
            if (page.number() == CHILD) {
              child.accept(readChild(page));
            } else {
              worker.accept(new WorkerTonight(page.text(), page.word()));
            }
          }
        },
        run);
  }

  /** Deletes what was said of some children in every run. */
  public void forget(Set<String> childIds) {
    List<Object[]> changed = new ArrayList<>();
    jdbc.query(
        "select run_no, bucket, flags from flag_page",
        row -> {
          PageReader from = new PageReader(row.getBytes("flags"));
          PageWriter to = new PageWriter();
          boolean found = false;
          while (from.hasMore()) {
            if (from.number() == CHILD) {
              ChildTonight child = readChild(from);
              boolean ofThem = childIds.contains(child.childId());
              found |= ofThem;
              if (!ofThem) {
                write(to, child);
              }
            } else {
              write(to, new WorkerTonight(from.text(), from.word()));
            }
          }
          if (found) {
            changed.add(new Object[] {to.takePage(), row.getInt("run_no"), row.getInt("bucket")});
          }
        });
    jdbc.batchUpdate("update flag_page set flags = ? where run_no = ? and bucket = ?", changed);
  }

  private static void write(PageWriter page, WorkerTonight worker) {
    page.number(WORKER).text(worker.worker()).word(worker.code());
  }

  private static void write(PageWriter page, ChildTonight child) {
    page.number(CHILD)
        .text(child.childId())
        .word(child.teamNow())
        .word(child.workerNow())
        .words(child.open())
        .number(child.flags().size());
    for (ChildTonight.OfFlag one : child.flags()) {
      page.word(one.flag())
          .word(one.state().name())
          .number(one.number())
          .word(one.value())
          .number(one.recorded() ? 1 : 0)
          .day(one.since())
          // Of one that is no flag nobody asks for the proof.
          .text(one.state() == Flag.State.NOT_FLAGGED ? "" : one.source());
    }
    page.number(child.recorded().size());
    for (Recorded one : child.recorded()) {
      page.word(one.kind())
          .day(one.from())
          .day(one.to())
          .words(one.marks())
          .word(one.team())
          .text(one.source());
    }
  }

  private static ChildTonight readChild(PageReader page) {
    String child = page.text();
    String team = page.word();
    String worker = page.word();
    List<String> open = page.words();
    int size = page.number();
    List<ChildTonight.OfFlag> flags = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      flags.add(
          new ChildTonight.OfFlag(
              page.word(),
              Flag.State.valueOf(page.word()),
              page.number(),
              page.word(),
              page.number() == 1,
              page.day(),
              page.text()));
    }
    return new ChildTonight(child, team, worker, open, flags, readRecorded(page));
  }

  private static List<Recorded> readRecorded(PageReader page) {
    int size = page.number();
    List<Recorded> recorded = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      recorded.add(
          new Recorded(
              page.word(),
              Objects.requireNonNull(page.day()),
              page.day(),
              page.words(),
              page.word(),
              page.text()));
    }
    return recorded;
  }
}
