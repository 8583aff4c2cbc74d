package org.practicewatch.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder in a file's place cannot be replaced, as a file cannot that Excel holds open. */
class WholeFileTest {

  @TempDir Path folder;

  private void write(Path file, String text) throws IOException {
    WholeFile.write(file, out -> out.write(text.getBytes(UTF_8)));
  }

  private Path held() throws IOException {
    Path file = folder.resolve("report.xlsx");
    Files.createDirectories(file.resolve("in the way"));
    return file;
  }

  private static void letGo(Path file) throws IOException {
    Files.delete(file.resolve("in the way"));
    Files.delete(file);
  }

  @Test
  void what_cannot_be_replaced_keeps_its_old_self_and_the_new_one_waits_beside_it()
      throws IOException {
    Path file = held();
    write(file, "new");

    assertThat(file).isDirectory();
    assertThat(WholeFile.latest(file)).hasContent("new");
    assertThat(WholeFile.swapIn(folder).held()).containsExactly(file);
    letGo(file);
    assertThat(WholeFile.swapIn(folder).placed()).containsExactly(file);
    assertThat(file).hasContent("new");
    assertThat(WholeFile.latest(file)).isEqualTo(file);
    assertThat(WholeFile.swapIn(folder).placed()).isEmpty();
  }

  @Test
  void one_written_since_takes_the_place_of_one_that_waits() throws IOException {
    Path file = held();
    write(file, "first");
    write(file, "second");
    assertThat(WholeFile.latest(file)).hasContent("second");
    letGo(file);
    write(file, "third");

    assertThat(WholeFile.swapIn(folder).placed()).isEmpty();
    assertThat(file).hasContent("third");
    assertThat(folder.toFile().list()).containsExactly("report.xlsx");
  }

  @Test
  void one_that_fails_leaves_the_old_one_and_nothing_else() throws IOException {
    Path file = folder.resolve("figures.csv");
    write(file, "old");

    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write('n');
                      throw new IOException("the disk is full");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("figures.csv");
  }
}
