package org.practicewatch.jobs.night;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.practicewatch.compliance.Comparison;
import org.practicewatch.compliance.PublishedTally;
import org.practicewatch.jobs.machine.CsvFile;

/** Writes {@code benchmarks.csv}: our measures beside what DfE has published. */
final class BenchmarksFile {

  private BenchmarksFile() {}

  static void write(Path file, Comparison comparison) throws IOException {
    try (CsvFile csv =
        new CsvFile(
            file,
            "measure",
            "whose",
            "code",
            "name",
            "year",
            "from",
            "to",
            "numerator",
            "denominator",
            "cannot_tell",
            "left_out",
            "percent",
            "note")) {
      for (Comparison.Line line : comparison.lines()) {
        PublishedTally.Counted counted = line.counted();
        BigDecimal percent = line.percent();
        csv.row(
            line.measure().id(),
            line.whose().words(),
            line.code(),
            line.name(),
            line.year(),
            line.from(),
            line.to(),
            counted == null ? null : counted.numerator(),
            counted == null ? null : counted.denominator(),
            counted == null ? null : counted.cannotTell(),
            counted == null ? null : counted.leftOut(),
            percent == null ? null : percent.toPlainString(),
            line.note());
      }
    }
  }
}
