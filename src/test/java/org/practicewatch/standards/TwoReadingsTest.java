package org.practicewatch.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practicewatch.casework.Timeline;
import org.practicewatch.fixtures.InventedTimelines;
import org.practicewatch.fixtures.InventedTimelines.Invented;

/** The product and a second, naive reading of the same rules agree on every invented child. */
@Tag("machine")
class TwoReadingsTest {

  private static final int CHILDREN = Integer.getInteger("children", 300);
  private static final int SHOWN = 5;

  private record Read(Invented child, Timeline timeline, DayByDay book) {}

  private static final List<Read> READ =
      IntStream.range(0, CHILDREN)
          .mapToObj(seed -> InventedTimelines.of(seed, Shipped.EVENTS.events()))
          .map(TwoReadingsTest::read)
          .toList();

  private static Read read(Invented child) {
    return new Read(
        child,
        Timeline.of(child.childId(), child.facts(), child.asAt()),
        new DayByDay(child.facts(), child.asAt()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("standardIds")
  void both_readings_say_the_same_of_every_child(String id) {
    PracticeStandard standard = Shipped.standard(id);
    List<String> disagreements = new ArrayList<>();
    int rows = 0;
    for (Read one : READ) {
      List<String> product =
          standard.owedTo(one.timeline, Shipped.EVENTS, Shipped.calendar()).stream()
              .map(
                  o ->
                      line(
                          o.duringFrom(), o.number(), o.since(), o.due(), o.done(), o.timeliness()))
              .sorted()
              .toList();
      List<String> book =
          one.book.rows(standard).stream()
              .map(r -> line(r.from(), r.number(), r.since(), r.due(), r.done(), r.state()))
              .sorted()
              .toList();
      rows += book.size();
      if (!product.equals(book)) {
        disagreements.add(
            "%s as at %s%n  product %s%n  book    %s"
                .formatted(
                    one.child.childId(),
                    one.child.asAt(),
                    only(product, book),
                    only(book, product)));
      }
    }
    assertThat(disagreements.stream().limit(SHOWN)).as("%d", disagreements.size()).isEmpty();
    // CP-REVIEW-UNBORN is owed to few.
    assertThat(rows).as("obligations compared").isGreaterThan(5);
  }

  static List<String> standardIds() {
    return Shipped.standards().stream().map(PracticeStandard::id).toList();
  }

  private static List<String> only(List<String> of, List<String> notOf) {
    return of.stream().filter(line -> !notOf.contains(line)).toList();
  }

  private static String line(
      Object from, int number, Object since, Object due, Object done, Object state) {
    return "%s #%d %s > %s = %s %s".formatted(from, number, since, due, done, state);
  }
}
