package org.practicewatch.jobs.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
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

  @Test
  void work_that_has_begun_is_not_interrupted_when_another_fails() throws IOException {
    AtomicInteger whole = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch failed = new CountDownLatch(1);
    assertThatThrownBy(
            () -> {
              try (SideBySide tables = new SideBySide()) {
                tables.add(
                    () -> {
                      throw new IOException("the database went away");
                    });
                tables.add(
                    () -> {
                      begun.countDown();
                      await(failed);
                      whole.incrementAndGet();
                    });
                await(begun);
                failed.countDown();
                tables.finish();
              }
            })
        .hasMessage("the database went away");
    assertThat(whole).hasValue(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException("interrupted", stopped);
    }
  }
}
