package org.practicewatch.quality.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
import org.practicewatch.quality.Issue;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Issues of a night's run, many in a page; those of one origin in the order in which they are
 * written out, so that all of a night can be read in order without being held.
 */
public final class IssueStore {

  private static final int PAGE_IS_FULL = 60_000;

  private final JdbcTemplate jdbc;
  private final BulkRows bulk;

  public IssueStore(JdbcTemplate jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  /** Where in the night an issue was found. */
  public enum Stage {
    /** While the extract of the origin's id was read. */
    READING(1),
    /** While the records of the children of the origin's bucket were checked. */
    CHECKING(2),
    /** About the night as a whole. */
    NIGHT(3);

    private final int code;

    Stage(int code) {
      this.code = code;
    }

    /** Its number in the database; never renumber. */
    public int code() {
      return code;
    }
  }

  /** Forgets the issues of one origin. */
  public void remove(int run, Stage stage, int origin) {
    jdbc.update(
        "delete from issue_page where run_no = ? and stage = ? and origin = ?",
        run,
        stage.code,
        origin);
  }

  /** Forgets what a stage of a run found. */
  public void removeStage(int run, Stage stage) {
    jdbc.update("delete from issue_page where run_no = ? and stage = ?", run, stage.code);
  }

  /**
   * Adds issues of one origin, all at once.
   *
   * @param firstPage the number of the first page to write
   */
  public void add(int run, Stage stage, int origin, int firstPage, List<Issue> issues) {
    write(run, stage, origin, firstPage).add(issues);
  }

  /** Begins to write issues of one origin, from a page on. */
  public Writing write(int run, Stage stage, int origin, int firstPage) {
    return new Writing(run, stage, origin, firstPage);
  }

  /** The issues of one origin while they are written. */
  public final class Writing {

    private final int run;
    private final Stage stage;
    private final int origin;
    private int next;
    private @Nullable Issue last;

    private Writing(int run, Stage stage, int origin, int firstPage) {
      this.run = run;
      this.stage = stage;
      this.origin = origin;
      this.next = firstPage;
    }

    /** Adds some; as long as they come after those before, the pages are in one order. */
    public void add(List<Issue> issues) {
      List<Issue> inOrder = new ArrayList<>(issues.size());
      issues.forEach(issue -> inOrder.add(IssuePages.cut(issue)));
      inOrder.sort(Issue.IN_ORDER);
      List<@Nullable Object[]> pages = new ArrayList<>();
      PageWriter page = new PageWriter();
      Order order = Order.BEGINS;
      for (Issue issue : inOrder) {
        if (page.size() >= PAGE_IS_FULL) {
          pages.add(page(page, order));
        }
        if (page.size() == 0) {
          boolean goesOn = last != null && Issue.IN_ORDER.compare(last, issue) <= 0;
          order = goesOn ? Order.GOES_ON : Order.BEGINS;
        }
        IssuePages.write(page, issue);
        last = issue;
      }
      if (page.size() > 0) {
        pages.add(page(page, order));
      }
      bulk.insert("issue_page", "run_no,stage,origin,page,sorted,issues", pages);
    }

    private @Nullable Object[] page(PageWriter page, Order order) {
      return new Object[] {run, stage.code, origin, next++, order.code, page.takePage()};
    }
  }

  /** How the issues of a page are ordered. */
  private enum Order {
    /** As they were found: an earlier version wrote them. */
    AS_FOUND(0),
    /** In order, and they need not come after those of the page before. */
    BEGINS(1),
    /** In order, after those of the page before. */
    GOES_ON(2);

    private final int code;

    Order(int code) {
      this.code = code;
    }
  }

  /**
   * Says again in a run what was found when an extract was read that still stands: no fault is put
   * right because its table did not come.
   */
  public void carryOver(int extract, int run) {
    Integer last =
        jdbc.queryForObject(
            "select max(run_no) from issue_page where stage = ? and origin = ? and run_no < ?",
            Integer.class,
            Stage.READING.code,
            extract,
            run);
    remove(run, Stage.READING, extract);
    if (last != null) {
      jdbc.update(
          "insert into issue_page (run_no, stage, origin, page, sorted, issues)"
              + " select "
              + run
              + ", stage, origin, page, sorted, issues from issue_page"
              + " where run_no = ? and stage = ? and origin = ?",
          last,
          Stage.READING.code,
          extract);
    }
  }

  /** Every issue of a run, in the order in which they are written out. */
  public void forEach(int run, Consumer<Issue> reader) {
    List<InOrder> runs = new ArrayList<>();
    jdbc.query(
        "select stage, origin, page, sorted from issue_page where run_no = ?"
            + " order by stage, origin, page",
        row -> {
          int order = row.getInt("sorted");
          if (order != Order.GOES_ON.code) {
            boolean asFound = order == Order.AS_FOUND.code;
            runs.add(new InOrder(run, row.getInt("stage"), row.getInt("origin"), asFound));
          }
          runs.get(runs.size() - 1).pages.add(row.getInt("page"));
        },
        run);
    PagesInOrder.forEach(runs, Issue.IN_ORDER, reader);
  }

  /** Pages of one origin that are in one order, of which one at a time is held. */
  private final class InOrder implements PagesInOrder.Run<Issue> {

    private final int run;
    private final int stage;
    private final int origin;
    private final boolean asFound;
    private final Deque<Integer> pages = new ArrayDeque<>();
    private PageReader page = new PageReader(new byte[0]);
    private Iterator<Issue> sorted = Collections.emptyIterator();

    InOrder(int run, int stage, int origin, boolean asFound) {
      this.run = run;
      this.stage = stage;
      this.origin = origin;
      this.asFound = asFound;
    }

    @Override
    public @Nullable Issue next() {
      while (!sorted.hasNext() && !page.hasMore() && !pages.isEmpty()) {
        page = new PageReader(load(pages.remove()));
        if (asFound) {
          List<Issue> all = new ArrayList<>();
          while (page.hasMore()) {
            all.add(IssuePages.read(page));
          }
          all.sort(Issue.IN_ORDER);
          sorted = all.iterator();
        }
      }
      return sorted.hasNext() ? sorted.next() : page.hasMore() ? IssuePages.read(page) : null;
    }

    private byte[] load(int number) {
      byte[] bytes =
          jdbc.queryForObject(
              "select issues from issue_page"
                  + " where run_no = ? and stage = ? and origin = ? and page = ?",
              byte[].class,
              run,
              stage,
              origin,
              number);
      return bytes == null ? new byte[0] : bytes;
    }
  }

  /** How often each check found something, the most frequent first. */
  public Map<String, Integer> countByCheck(int run) {
    Map<String, Integer> counts = new TreeMap<>();
    jdbc.query(
        "select issues from issue_page where run_no = ?",
        row -> {
          PageReader page = new PageReader(row.getBytes("issues"));
          while (page.hasMore()) {
            counts.merge(IssuePages.read(page).check(), 1, Integer::sum);
          }
        },
        run);
    Map<String, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /** Deletes the issues of some children in every run. */
  public void forget(Set<String> childIds) {
    List<Object[]> changed = new ArrayList<>();
    jdbc.query(
        "select * from issue_page",
        row -> {
          PageReader from = new PageReader(row.getBytes("issues"));
          PageWriter to = new PageWriter();
          boolean found = false;
          while (from.hasMore()) {
            Issue issue = IssuePages.read(from);
            boolean ofThem = childIds.contains(issue.childId());
            found |= ofThem;
            if (!ofThem) {
              IssuePages.write(to, issue);
            }
          }
          if (found) {
            changed.add(
                new Object[] {
                  to.takePage(),
                  row.getInt("run_no"),
                  row.getInt("stage"),
                  row.getInt("origin"),
                  row.getInt("page")
                });
          }
        });
    jdbc.batchUpdate(
        "update issue_page set issues = ? where run_no = ? and stage = ? and origin = ? and page = ?",
        changed);
  }

  /** Forgets a run's issues. */
  public void removeRun(int run) {
    jdbc.update("delete from issue_page where run_no = ?", run);
  }
}
