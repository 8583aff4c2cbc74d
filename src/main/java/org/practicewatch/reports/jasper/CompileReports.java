package org.practicewatch.reports.jasper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;

/** Part of the build: turns every layout into what the report writer loads. */
public final class CompileReports {

  private CompileReports() {}

  public static void main(String[] folders) throws IOException, JRException {
    Path layouts = Path.of(folders[0]);
    Path compiled = Files.createDirectories(Path.of(folders[1]));
    List<Path> files;
    try (Stream<Path> listed = Files.list(layouts)) {
      files = listed.filter(file -> file.toString().endsWith(".jrxml")).sorted().toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString().replace(".jrxml", ".jasper");
      JasperCompileManager.compileReportToFile(file.toString(), compiled.resolve(name).toString());
    }
  }
}
