package org.practicewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintsTest {

  /** Through several growths, as a map would have it that keeps the texts themselves. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void knows_a_text_that_came_before_by_its_number(long seed) {
    Random random = new Random(seed);
    Prints prints = new Prints();
    Map<String, Integer> texts = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      String text = "row " + random.nextInt(15_000);
      Integer before = texts.putIfAbsent(text, texts.size());
      assertThat(prints.putIfAbsent(text)).as(text).isEqualTo(before == null ? -1 : before);
    }
  }
}
