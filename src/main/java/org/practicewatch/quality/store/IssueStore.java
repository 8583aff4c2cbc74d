package org.practicewatch.quality.store;

import java.util.ArrayList;
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
import org.practicewatch.quality.Issue;
import org.springframework.jdbc.core.JdbcTemplate;

/** Issues of a night's run, many in a page. */
public final class IssueStore {

  private static final int LONGEST_TEXT = 990;
  private static final int LONGEST_COLUMN = 490;
  private static final int LONGEST_VALUE = 390;
  private static final int PAGE_IS_FULL = 200_000;

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
   * Adds issues of one origin.
   *
   * @param firstPage the number of the first page to write
   * @return the number of the page that would be next
   */
  public int add(int run, Stage stage, int origin, int firstPage, List<Issue> issues) {
    List<@Nullable Object[]> pages = new ArrayList<>();
    PageWriter page = new PageWriter();
    int next = firstPage;
    for (Issue issue : issues) {
      write(page, issue);
      if (page.size() >= PAGE_IS_FULL) {
        pages.add(new Object[] {run, stage.code, origin, next++, page.takePage()});
      }
    }
    if (page.size() > 0) {
      pages.add(new Object[] {run, stage.code, origin, next++, page.takePage()});
    }
    bulk.insert("issue_page", "run_no,stage,origin,page,issues", pages);
    return next;
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
          "insert into issue_page (run_no, stage, origin, page, issues)"
              + " select "
              + run
              + ", stage, origin, page, issues from issue_page"
              + " where run_no = ? and stage = ? and origin = ?",
          last,
          Stage.READING.code,
          extract);
    }
  }

  private static void write(PageWriter page, Issue issue) {
    page.word(issue.extract())
        .word(issue.sheet())
        .number(issue.row())
        .word(cut(issue.column(), LONGEST_COLUMN))
        .word(cut(issue.value(), LONGEST_VALUE))
        .word(issue.check())
        .word(cut(issue.problem(), LONGEST_TEXT))
        .word(cut(issue.effect(), LONGEST_TEXT))
        .word(issue.childId());
  }

  private static Issue read(PageReader page) {
    return new Issue(
        page.word(),
        page.word(),
        page.number(),
        page.word(),
        page.word(),
        page.word(),
        page.word(),
        page.word(),
        page.word());
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean halves = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, halves ? longest - 1 : longest) + "…";
  }

  /** Every issue of a run, in the order in which they were found. */
  public void forEach(int run, Consumer<Issue> reader) {
    jdbc.query(
        "select issues from issue_page where run_no = ? order by stage, origin, page",
        row -> {
          PageReader page = new PageReader(row.getBytes("issues"));
          while (page.hasMore()) {
            reader.accept(read(page));
          }
        },
        run);
  }

  /** How often each check found something, the most frequent first. */
  public Map<String, Integer> countByCheck(int run) {
    Map<String, Integer> counts = new TreeMap<>();
    forEach(run, issue -> counts.merge(issue.check(), 1, Integer::sum));
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
            Issue issue = read(from);
            boolean ofThem = childIds.contains(issue.childId());
            found |= ofThem;
            if (!ofThem) {
              write(to, issue);
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
