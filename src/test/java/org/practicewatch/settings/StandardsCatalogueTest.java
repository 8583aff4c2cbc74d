package org.practicewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.practicewatch.standards.PracticeStandard;

/** The page of standards in plain words is the one that the YAML gives. */
class StandardsCatalogueTest {

  private static final Path PAGE = Path.of("jobs/standards/README.md");
  private static final Settings SHIPPED = new SettingsFolder(Path.of("jobs")).read();

  @Test
  void the_page_says_what_the_yaml_says() throws IOException {
    String page = StandardsCatalogue.write(SHIPPED);
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as(
            "%s is out of date. To write it anew: mvn test -Dgolden=update"
                + " -Dtest=StandardsCatalogueTest",
            PAGE)
        .exists()
        .hasContent(page);
  }

  @Test
  void every_standard_has_its_entry() {
    String page = StandardsCatalogue.write(SHIPPED);
    for (PracticeStandard standard : SHIPPED.standards()) {
      assertThat(page).contains("## " + standard.id() + "\n", standard.title());
    }
  }

  @Test
  void what_has_no_number_is_told() {
    String page = StandardsCatalogue.write(SHIPPED);
    assertThat(SHIPPED.noNumber()).isNotEmpty();
    for (NoNumber one : SHIPPED.noNumber()) {
      assertThat(page).contains(one.what(), one.askedBy(), one.because());
    }
  }
}
