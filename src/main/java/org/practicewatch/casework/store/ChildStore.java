package org.practicewatch.casework.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.practicewatch.casework.Subject;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who was known in a run, and by whom held: one page for each bucket of children, written once and
 * read as a whole (docs/decisions/0010).
 */
public final class ChildStore {

  private final JdbcTemplate jdbc;
  private final BulkRows bulk;

  public ChildStore(JdbcTemplate jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  /**
   * A child, home, carer or worker of a run.
   *
   * @param teamNow the team that holds it now; empty for none
   * @param name empty, unless the settings ask for names
   */
  public record Held(String childId, String teamNow, String name) {}

  /** Forgets who was known in a run. */
  public void removeRun(int run) {
    jdbc.update("delete from child_page where run_no = ?", run);
  }

  /** Adds those of a bucket; the step that does so has removed earlier ones. */
  public void add(int run, int bucket, List<Held> children) {
    PageWriter page = new PageWriter();
    children.forEach(child -> write(page, child));
    if (page.size() > 0) {
      bulk.insert(
          "child_page",
          "run_no,bucket,children",
          List.<Object[]>of(new Object[] {run, bucket, page.takePage()}));
    }
  }

  /** How many children were known; homes, carers and workers are none. */
  public int countChildren(int run) {
    int[] children = new int[1];
    forEach(run, held -> children[0] += Subject.isChild(held.childId()) ? 1 : 0);
    return children[0];
  }

  /** Children's names by their ids; none, unless the settings ask for names. */
  public Map<String, String> names(int run) {
    Map<String, String> names = new HashMap<>();
    forEach(
        run,
        held -> {
          if (!held.name().isEmpty()) {
            names.put(held.childId(), held.name());
          }
        });
    return names;
  }

  /** The team that held each at the time. */
  public Map<String, String> teamsNow(int run) {
    Map<String, String> teams = new HashMap<>();
    forEach(run, held -> teams.put(held.childId(), held.teamNow()));
    return teams;
  }

  private void forEach(int run, Consumer<Held> reader) {
    jdbc.query(
        "select children from child_page where run_no = ? order by bucket",
        row -> {
          PageReader page = new PageReader(row.getBytes("children"));
          while (page.hasMore()) {
            reader.accept(read(page));
          }
        },
        run);
  }

  /** Deletes some children in every run. */
  public void forget(Set<String> childIds) {
    List<Object[]> changed = new ArrayList<>();
    jdbc.query(
        "select run_no, bucket, children from child_page",
        row -> {
          PageReader from = new PageReader(row.getBytes("children"));
          PageWriter to = new PageWriter();
          boolean found = false;
          while (from.hasMore()) {
            Held child = read(from);
            if (childIds.contains(child.childId())) {
              found = true;
            } else {
              write(to, child);
            }
          }
          if (found) {
            changed.add(new Object[] {to.takePage(), row.getInt("run_no"), row.getInt("bucket")});
          }
        });
    jdbc.batchUpdate("update child_page set children = ? where run_no = ? and bucket = ?", changed);
  }

  private static void write(PageWriter page, Held child) {
    page.text(child.childId()).word(child.teamNow()).word(child.name());
  }

  private static Held read(PageReader page) {
    return new Held(page.text(), page.word(), page.word());
  }
}
