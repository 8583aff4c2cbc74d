package org.practicewatch.compliance.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.casework.store.PageReader;
import org.practicewatch.casework.store.PageWriter;
import org.practicewatch.casework.store.PagesInOrder;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.store.FindingPages.OfChild;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The findings of runs, in pages: each holds children of one bucket, in the order of their places
 * among the children of the night (docs/decisions/0010).
 */
public final class FindingStore {

  private static final int PAGE_IS_FULL = 60_000;

  private static final Comparator<OfChild> BY_PLACE = Comparator.comparingInt(OfChild::ordinal);

  private final JdbcTemplate jdbc;
  private final BulkRows bulk;

  public FindingStore(JdbcTemplate jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  /** Forgets a run's findings. */
  public void removeRun(int run) {
    jdbc.update("delete from finding_page where run_no = ?", run);
  }

  /**
   * Adds the findings of the children of a bucket; the step that does so has removed its earlier
   * ones.
   *
   * @param byOrdinal by each child's place among the children of the night
   */
  public void add(int run, int bucket, Map<Integer, List<Finding>> byOrdinal) {
    List<@Nullable Object[]> pages = new ArrayList<>();
    PageWriter page = new PageWriter();
    new TreeMap<>(byOrdinal)
        .forEach(
            (ordinal, findings) -> {
              if (!findings.isEmpty()) {
                FindingPages.write(page, ordinal, findings);
              }
              if (page.size() >= PAGE_IS_FULL) {
                pages.add(new Object[] {run, bucket, pages.size(), page.takePage()});
              }
            });
    if (page.size() > 0) {
      pages.add(new Object[] {run, bucket, pages.size(), page.takePage()});
    }
    bulk.insert("finding_page", "run_no,bucket,page,findings", pages);
  }

  /** Every finding of a run, child by child, in the order in which they are written out. */
  public void forEachChild(int run, Consumer<List<Finding>> reader) {
    List<Bucket> buckets =
        jdbc.query(
            "select bucket, count(*) as pages from finding_page where run_no = ? group by bucket"
                + " order by bucket",
            (row, number) -> new Bucket(run, row.getInt("bucket"), row.getInt("pages")),
            run);
    PagesInOrder.forEach(buckets, BY_PLACE, child -> reader.accept(child.findings()));
  }

  /** The same of some standards alone; children without any of theirs are passed over. */
  public void forEachChild(int run, Set<String> standards, Consumer<List<Finding>> reader) {
    if (standards.isEmpty()) {
      return;
    }
    forEachChild(
        run,
        findings -> {
          List<Finding> theirs = new ArrayList<>();
          for (Finding finding : findings) {
            if (standards.contains(finding.standard())) {
              theirs.add(finding);
            }
          }
          if (!theirs.isEmpty()) {
            reader.accept(theirs);
          }
        });
  }

  /**
   * What stands on the teams' lists: overdue, due on or before a day, or not to be told; child by
   * child, in the order in which they are written out.
   */
  public void forEachOpen(
      int run, LocalDate dueBy, Collection<String> alwaysOf, Consumer<Finding> reader) {
    Set<String> always = Set.copyOf(alwaysOf);
    forEachChild(
        run,
        findings -> {
          for (Finding finding : findings) {
            if (finding.current()
                && (isOpen(finding, dueBy) || always.contains(finding.standard()))) {
              reader.accept(finding);
            }
          }
        });
  }

  private static boolean isOpen(Finding finding, LocalDate dueBy) {
    return switch (finding.timeliness()) {
      case OVERDUE, DUE_SOON, CANNOT_TELL -> true;
      case NOT_YET_DUE -> {
        LocalDate due = finding.due();
        yield due != null && !due.isAfter(dueBy);
      }
      case IN_TIMESCALE, LATE, MISSED -> false;
    };
  }

  /** Deletes the findings of some children in every run. */
  public void forget(Set<String> childIds) {
    List<Object[]> changed = new ArrayList<>();
    jdbc.query(
        "select * from finding_page",
        row -> {
          PageReader from = new PageReader(row.getBytes("findings"));
          PageWriter to = new PageWriter();
          boolean found = false;
          while (from.hasMore()) {
            OfChild child = FindingPages.read(from);
            if (childIds.contains(child.findings().get(0).childId())) {
              found = true;
            } else {
              FindingPages.write(to, child.ordinal(), child.findings());
            }
          }
          if (found) {
            changed.add(
                new Object[] {
                  to.takePage(), row.getInt("run_no"), row.getInt("bucket"), row.getInt("page")
                });
          }
        });
    jdbc.batchUpdate(
        "update finding_page set findings = ? where run_no = ? and bucket = ? and page = ?",
        changed);
  }

  /** The children of a bucket, of which one page at a time is held. */
  private final class Bucket implements PagesInOrder.Run<OfChild> {

    private final int run;
    private final int bucket;
    private final int pages;
    private int next;
    private PageReader page = new PageReader(new byte[0]);

    Bucket(int run, int bucket, int pages) {
      this.run = run;
      this.bucket = bucket;
      this.pages = pages;
    }

    @Override
    public @Nullable OfChild next() {
      while (!page.hasMore() && next < pages) {
        page = new PageReader(load(next++));
      }
      return page.hasMore() ? FindingPages.read(page) : null;
    }

    private byte[] load(int number) {
      byte[] bytes =
          jdbc.queryForObject(
              "select findings from finding_page where run_no = ? and bucket = ? and page = ?",
              byte[].class,
              run,
              bucket,
              number);
      return bytes == null ? new byte[0] : bytes;
    }
  }
}
