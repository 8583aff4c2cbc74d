package org.practicewatch.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Timeline;
import org.practicewatch.fixtures.InventedTimelines;
import org.practicewatch.fixtures.InventedTimelines.Invented;

/** The product and a second, naive reading of the same rules agree on every invented child. */
class TwoReadingsTest {

  private static final int CHILDREN = Integer.getInteger("children", 2_000);

  @ParameterizedTest(name = "{0}")
  @MethodSource("standardIds")
  void both_readings_say_the_same_of_every_child(String id) {
    PracticeStandard standard = Shipped.standard(id);
    WorkingDays calendar = Shipped.calendar();
    List<String> disagreements = new ArrayList<>();
    int rows = 0;
    for (int seed = 0; seed < CHILDREN; seed++) {
      Invented child = InventedTimelines.of(seed);
      Timeline timeline = Timeline.of(child.childId(), child.all(), child.asAt());
      List<String> product =
          standard.owedTo(timeline, Shipped.EVENTS, calendar).stream()
              .sorted(
                  Comparator.comparing(Obligation::duringFrom).thenComparing(Obligation::number))
              .map(
                  o ->
                      line(
                          o.duringFrom(), o.number(), o.since(), o.due(), o.done(), o.timeliness()))
              .toList();
      List<String> book =
          new ByTheBook(child.all(), child.asAt())
              .rows(id).stream()
                  .sorted(
                      Comparator.comparing(ByTheBook.Row::from)
                          .thenComparing(ByTheBook.Row::number))
                  .map(r -> line(r.from(), r.number(), r.since(), r.due(), r.done(), r.state()))
                  .toList();
      rows += book.size();
      if (!product.equals(book)) {
        disagreements.add(
            "seed %d as at %s%n  product %s%n  book    %s"
                .formatted(seed, child.asAt(), only(product, book), only(book, product)));
      }
    }
    assertThat(rows).as("obligations compared").isGreaterThan(200);
    assertThat(disagreements).isEmpty();
  }

  static List<String> standardIds() {
    return Shipped.standards().stream()
        .map(PracticeStandard::id)
        .filter(ByTheBook.STANDARDS::contains)
        .toList();
  }

  private static List<String> only(List<String> of, List<String> notOf) {
    return of.stream().filter(line -> !notOf.contains(line)).toList();
  }

  private static String line(
      Object from, int number, Object since, Object due, Object done, Object state) {
    return "%s #%d %s > %s = %s %s".formatted(from, number, since, due, done, state);
  }
}
