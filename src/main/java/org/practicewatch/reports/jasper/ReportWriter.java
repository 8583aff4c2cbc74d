package org.practicewatch.reports.jasper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import org.practicewatch.files.WholeFile;
import org.practicewatch.reports.practiceweek.CaseReport;
import org.practicewatch.reports.section.Report;

/** Writes reports as PDF. Layouts are loaded once, when the first is written. */
public final class ReportWriter {

  private ReportWriter() {}

  /** Writes a report that is said in sections. */
  public static void write(Report report, Path pdf) throws IOException {
    print(
        report.across() ? Sections.ACROSS : Sections.PAGES,
        Map.of("report", report),
        new PrintedSections(report.onPaper(), Sections.TABLES),
        report.title() + " at " + report.asAt(),
        report.authority(),
        pdf);
  }

  /** Loaded when the first such report is written. */
  private static final class Sections {
    static final JasperReport PAGES = layout("report");
    static final JasperReport ACROSS = layout("report" + CompileReports.ACROSS);
    static final TableLayouts TABLES = new TableLayouts(() -> layout("table"));
  }

  /** Writes what an auditor reads of a case; alone, for it needs none of the other layouts. */
  public static void writeCase(CaseReport report, Path pdf) throws IOException {
    print(
        CaseLayout.ONCE,
        Map.of("report", report),
        new JREmptyDataSource(1),
        "Case " + report.number() + ", " + report.week(),
        report.authority(),
        pdf);
  }

  /** Loaded when the first case is written, for a Practice Week has many. */
  private static final class CaseLayout {
    static final JasperReport ONCE = layout("case");
  }

  private static JasperReport layout(String name) {
    String resource = "/reports/" + name + ".jasper";
    try (InputStream compiled = ReportWriter.class.getResourceAsStream(resource)) {
      if (compiled == null) {
        throw new IllegalStateException(
            resource + " is missing: the build compiles it from src/main/resources/reports");
      }
      return (JasperReport) JRLoader.loadObject(compiled);
    } catch (IOException | JRException unreadable) {
      throw new IllegalStateException(resource + " cannot be loaded", unreadable);
    }
  }

  private static void print(
      JasperReport layout,
      Map<String, Object> given,
      JRDataSource rows,
      String title,
      String author,
      Path pdf)
      throws IOException {
    Map<String, Object> parameters = new HashMap<>(given);
    parameters.put(JRParameter.REPORT_LOCALE, Locale.UK);
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      JasperPrint printed = JasperFillManager.fillReport(layout, parameters, rows);
      SimplePdfExporterConfiguration how = new SimplePdfExporterConfiguration();
      how.setMetadataTitle(title);
      how.setMetadataAuthor(author);
      how.setDisplayMetadataTitle(true);
      how.setCompressed(true);
      how.setTagged(true);
      how.setTagLanguage("en-GB");
      JRPdfExporter exporter = new TaggedExporter(title);
      exporter.setExporterInput(SimpleExporterInput.getInstance(List.of(printed)));
      exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
      exporter.setConfiguration(how);
      exporter.exportReport();
      WholeFile.write(pdf, out::writeTo);
    } catch (JRException failed) {
      throw new IOException("cannot write " + pdf.getFileName(), failed);
    }
  }
}
