package org.practicewatch.reports.jasper;

import com.lowagie.text.pdf.PdfWriter;
import java.awt.color.ColorSpace;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.classic.ClassicPdfContent;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.common.PdfContent;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfProducerContext;
import org.jspecify.annotations.Nullable;

/**
 * Exports a report with its rules, borders and coloured grounds marked as ornament, which the
 * exporter leaves unmarked, so that a screen reader passes over them.
 */
final class TaggedExporter extends JRPdfExporter {

  @Override
  protected PdfProducer createPdfProducer() {
    return new Producer(createPdfProducerContext());
  }

  private static final class Producer extends ClassicPdfProducer {

    private @Nullable Ornament ornament;

    Producer(PdfProducerContext context) {
      super(context);
    }

    @Override
    public PdfContent createPdfContent() {
      super.createPdfContent();
      ornament = new Ornament(getPdfWriter(), getContext().getCMYKColorSpace());
      return ornament;
    }

    @Override
    public PdfContent getPdfContent() {
      return ornament == null ? createPdfContent() : ornament;
    }

    @Override
    public void newPage() {
      super.newPage();
      if (ornament != null) {
        ornament.refreshContent();
      }
    }
  }

  /** Whatever is drawn through here is neither text nor picture. */
  private static final class Ornament extends ClassicPdfContent {

    private static final String BEGIN = "/Artifact BMC\n";
    private static final String END = "EMC\n";

    Ornament(PdfWriter writer, @Nullable ColorSpace colours) {
      super(writer, colours);
    }

    @Override
    public void strokeLine(float fromX, float fromY, float toX, float toY) {
      setLiteral(BEGIN);
      super.strokeLine(fromX, fromY, toX, toY);
      setLiteral(END);
    }

    @Override
    public void fillRectangle(float x, float y, float width, float height) {
      setLiteral(BEGIN);
      super.fillRectangle(x, y, width, height);
      setLiteral(END);
    }

    @Override
    public void fillRoundRectangle(float x, float y, float width, float height, float radius) {
      setLiteral(BEGIN);
      super.fillRoundRectangle(x, y, width, height, radius);
      setLiteral(END);
    }
  }
}
