package org.practicewatch.compliance.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.fixtures.EmptyDatabase;

class FigureStoreTest {

  private static final LocalDate NIGHT = LocalDate.of(2026, 10, 30);

  private static final EmptyDatabase DATABASE = new EmptyDatabase("figures");

  private final FigureStore store = new FigureStore(DATABASE.jdbc(), new BulkRows(DATABASE.jdbc()));

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  /** Enough for several pages of both sorts, which stand apart and come out as one. */
  @Test
  void gives_back_a_runs_figures_in_their_order_and_those_of_now_alone() {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < 9_000; i++) {
      Level level = Level.values()[i % 4];
      figures.add(
          new Figure(
              level,
              level + " with a long name " + i,
              "LAC-VISIT",
              Measure.values()[i % 3],
              NIGHT.minusDays(i % 40),
              NIGHT,
              i,
              i + 1,
              i % 7,
              i % 5));
    }
    store.replace(1, List.of(figures.get(0)));
    store.replace(1, figures);
    store.replace(2, figures.subList(0, 3));

    assertThat(store.all(1)).isEqualTo(figures);
    assertThat(store.ofNow(1))
        .isEqualTo(
            figures.stream()
                .filter(one -> one.measure() == Measure.NOW && one.level() != Level.WORKER)
                .toList());

    store.removeRun(1);
    assertThat(store.all(1)).isEmpty();
    assertThat(store.all(2)).hasSize(3);
  }
}
