package org.practicewatch.reports.jasper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignFrame;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.OrientationEnum;
import net.sf.jasperreports.engine.xml.JRXmlLoader;

/** Part of the build: turns every layout into what the report writer loads. */
public final class CompileReports {

  /** After the name of a layout whose pages lie on their side. */
  static final String ACROSS = "-across";

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
    JasperCompileManager.compileReportToFile(
        onItsSide(JRXmlLoader.load(layouts.resolve("report.jrxml").toFile())),
        compiled.resolve("report" + ACROSS + ".jasper").toString());
  }

  /** The same layout for pages on their side: what reaches to the right edge still does. */
  private static JasperDesign onItsSide(JasperDesign design) {
    int width = design.getColumnWidth();
    int more = design.getPageHeight() - design.getPageWidth();
    int height = design.getPageWidth();
    design.setPageWidth(design.getPageHeight());
    design.setPageHeight(height);
    design.setOrientation(OrientationEnum.LANDSCAPE);
    design.setColumnWidth(width + more);
    Stream.concat(
            Stream.of(design.getTitle(), design.getPageHeader(), design.getPageFooter()),
            Stream.of(design.getDetailSection().getBands()))
        .flatMap(band -> Stream.of(band.getElements()))
        .forEach(element -> widen(element, width, more));
    return design;
  }

  private static void widen(JRElement element, int width, int more) {
    if (element instanceof JRDesignFrame tile) {
      int wider = tile.getWidth() * more / width;
      tile.setX(tile.getX() + tile.getX() * more / width);
      tile.setWidth(tile.getWidth() + wider);
      for (JRElement inside : tile.getElements()) {
        boolean words = inside.getX() * 2 + inside.getWidth() == tile.getWidth() - wider;
        inside.setWidth(inside.getWidth() + (words ? wider : 0));
        ((JRDesignElement) inside).setX(inside.getX() + (words ? 0 : wider));
      }
    } else if (element.getX() == 0 && element.getWidth() == width) {
      element.setWidth(width + more);
    } else if (element.getX() + element.getWidth() == width) {
      element.setX(element.getX() + more);
    }
  }
}
