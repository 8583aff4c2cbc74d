package org.practicewatch.reports.jasper;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfStructureElement;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.color.ColorSpace;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.AttributedCharacterIterator.Attribute;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.classic.ClassicPdfContent;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.classic.ClassicPdfStructure;
import net.sf.jasperreports.pdf.classic.ClassicStructureEntry;
import net.sf.jasperreports.pdf.common.PdfContent;
import net.sf.jasperreports.pdf.common.PdfDocumentWriter;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfProducerContext;
import net.sf.jasperreports.pdf.common.PdfStructure;
import net.sf.jasperreports.pdf.common.PdfStructureEntry;
import org.jspecify.annotations.Nullable;

/**
 * Exports a report as PDF/UA-1, of which the library's own export falls short in four things: the
 * file does not say that it is one; rules, borders and grounds are not marked as ornament; the
 * heading of a column does not say that it is one; and fonts carry a list of glyphs that is wrong.
 * Put right while the file is written, for a second pass over it costs a third as much again.
 */
final class TaggedExporter extends JRPdfExporter {

  private final String title;

  TaggedExporter(String title) {
    this.title = title;
  }

  @Override
  protected PdfProducer createPdfProducer() {
    return new Producer(createPdfProducerContext(), metadata(title));
  }

  private static byte[] metadata(String title) {
    String text = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    String metadata =
        """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"\
         xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
        <pdfuaid:part>1</pdfuaid:part>
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>"""
            .formatted(text);
    return metadata.getBytes(StandardCharsets.UTF_8);
  }

  private static final class Producer extends ClassicPdfProducer {

    private final byte[] metadata;
    private final PdfStructure structure = new Headings(this);
    private @Nullable Ornament ornament;

    Producer(PdfProducerContext context, byte[] metadata) {
      super(context);
      this.metadata = metadata;
    }

    @Override
    public PdfDocumentWriter createWriter(OutputStream out) throws JRException {
      PdfDocumentWriter writer = super.createWriter(out);
      getPdfWriter().setXmpMetadata(metadata);
      return writer;
    }

    @Override
    public Font getFont(Map<Attribute, Object> attributes, Locale locale) {
      Font font = super.getFont(attributes, locale);
      BaseFont embedded = font.getBaseFont();
      if (embedded != null) {
        embedded.setIncludeCidSet(false);
      }
      return font;
    }

    @Override
    public PdfStructure getPdfStructure() {
      return structure;
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

  /** Every heading of a table heads a column. */
  private static final class Headings extends ClassicPdfStructure {

    Headings(ClassicPdfProducer producer) {
      super(producer);
    }

    @Override
    protected ClassicStructureEntry createElement(PdfStructureEntry parent, String name) {
      ClassicStructureEntry entry = super.createElement(parent, name);
      return name.equals("TH") ? new Heading(this, entry.getElement()) : entry;
    }
  }

  /** The heading of a column, or one above several. */
  private static final class Heading extends ClassicStructureEntry {

    private static final PdfName SCOPE = new PdfName("Scope");
    private static final PdfName COLUMN = new PdfName("Column");

    Heading(ClassicPdfStructure structure, PdfStructureElement element) {
      super(structure, element);
      PdfDictionary attributes = new PdfDictionary();
      attributes.put(PdfName.O, PdfName.TABLE);
      attributes.put(SCOPE, COLUMN);
      element.put(PdfName.A, attributes);
    }

    @Override
    public void setSpan(int columns, int rows) {
      // This writes other attributes in place of those that are there.
      super.setSpan(columns, rows);
      getElement().getAsArray(PdfName.A).getAsDict(0).put(SCOPE, COLUMN);
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
