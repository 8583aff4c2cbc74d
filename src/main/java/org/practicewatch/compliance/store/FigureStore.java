package org.practicewatch.compliance.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.casework.store.PageReader;
import org.practicewatch.casework.store.PageWriter;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.compliance.Figure.Measure;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The figures of runs, in pages (docs/decisions/0010). Those that later nights are held against
 * stand apart from the many of workers and periods, so that a year of nights is soon read.
 */
public final class FigureStore {

  private static final int PAGE_IS_FULL = 60_000;

  private final JdbcTemplate jdbc;
  private final BulkRows bulk;

  public FigureStore(JdbcTemplate jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  /** A figure, and its place among those of its run. */
  private record Placed(int place, Figure figure) {}

  /** Forgets a run's figures. */
  public void removeRun(int run) {
    jdbc.update("delete from figure_page where run_no = ?", run);
  }

  /** Writes a run's figures, in place of those it had. */
  public void replace(int run, List<Figure> figures) {
    removeRun(run);
    List<@Nullable Object[]> pages = new ArrayList<>();
    PageWriter compared = new PageWriter();
    PageWriter rest = new PageWriter();
    for (int place = 0; place < figures.size(); place++) {
      boolean kept = isCompared(figures.get(place));
      PageWriter page = kept ? compared : rest;
      write(page, place, figures.get(place));
      if (page.size() >= PAGE_IS_FULL) {
        pages.add(new Object[] {run, pages.size(), kept, page.takePage()});
      }
    }
    for (PageWriter page : List.of(compared, rest)) {
      if (page.size() > 0) {
        pages.add(new Object[] {run, pages.size(), page == compared, page.takePage()});
      }
    }
    bulk.insert("figure_page", "run_no,page,compared,figures", pages);
  }

  private static boolean isCompared(Figure figure) {
    return figure.measure() == Measure.NOW && figure.level() != Level.WORKER;
  }

  /** A run's figures, in order. */
  public List<Figure> all(int run) {
    return read("run_no = ?", run);
  }

  /** What a run counted as in timescale then, for the authority, its services and teams. */
  public List<Figure> ofNow(int run) {
    return read("run_no = ? and compared = true", run);
  }

  private List<Figure> read(String where, int run) {
    List<Placed> figures = new ArrayList<>();
    jdbc.query(
        "select figures from figure_page where " + where + " order by page",
        row -> {
          PageReader page = new PageReader(row.getBytes("figures"));
          while (page.hasMore()) {
            figures.add(read(page));
          }
        },
        run);
    figures.sort(Comparator.comparingInt(Placed::place));
    return figures.stream().map(Placed::figure).toList();
  }

  private static void write(PageWriter page, int place, Figure figure) {
    page.number(place)
        .word(figure.level().name())
        .word(figure.name())
        .word(figure.standard())
        .word(figure.measure().name())
        .day(figure.from())
        .day(figure.to())
        .number(figure.numerator())
        .number(figure.denominator())
        .number(figure.cannotTell())
        .number(figure.doubtful());
  }

  private static Placed read(PageReader page) {
    return new Placed(
        page.number(),
        new Figure(
            Level.valueOf(page.word()),
            page.word(),
            page.word(),
            Measure.valueOf(page.word()),
            Objects.requireNonNull(page.day()),
            Objects.requireNonNull(page.day()),
            page.number(),
            page.number(),
            page.number(),
            page.number()));
  }
}
