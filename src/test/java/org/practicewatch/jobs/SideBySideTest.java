package org.practicewatch.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SideBySideTest {

  @Test
  void everything_is_written_when_it_is_finished() throws IOException {
    AtomicInteger written = new AtomicInteger();
    try (SideBySide files = new SideBySide()) {
      for (int i = 0; i < 500; i++) {
        files.add(written::incrementAndGet);
      }
      files.finish();
      assertThat(written).hasValue(500);
    }
  }

  @Test
  void a_file_that_cannot_be_written_is_told_as_it_was() throws IOException {
    try (SideBySide files = new SideBySide()) {
      files.add(
          () -> {
            throw new IOException("No space left on device");
          });
      assertThatThrownBy(files::finish)
          .isInstanceOf(IOException.class)
          .hasMessage("No space left on device");
    }
  }

  @Test
  void a_fault_of_ours_is_told_as_it_was() throws IOException {
    try (SideBySide files = new SideBySide()) {
      files.add(
          () -> {
            throw new IllegalArgumentException("ours");
          });
      assertThatThrownBy(files::finish)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("ours");
    }
  }
}
