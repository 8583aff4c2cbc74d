package org.practicewatch.reports.jasper;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfStamper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Puts right what the exporter leaves short of PDF/UA-1: the file says that it is one, headings of
 * tables say that they head a column, and no font carries a list of its glyphs, which the exporter
 * gets wrong and nobody needs.
 */
final class AccessiblePdf {

  private static final PdfName GLYPHS = new PdfName("CIDSet");

  private static final PdfName HEADING = new PdfName("TH");

  private AccessiblePdf() {}

  private static PdfDictionary ofAColumn() {
    PdfDictionary attributes = new PdfDictionary();
    attributes.put(PdfName.O, new PdfName("Table"));
    attributes.put(new PdfName("Scope"), new PdfName("Column"));
    return attributes;
  }

  static byte[] of(byte[] tagged, String title) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(tagged.length + 2000);
    PdfReader reader = new PdfReader(tagged);
    for (int i = 1; i < reader.getXrefSize(); i++) {
      PdfObject object = reader.getPdfObject(i);
      if (object instanceof PdfDictionary dictionary) {
        if (PdfName.FONTDESCRIPTOR.equals(dictionary.get(PdfName.TYPE))) {
          dictionary.remove(GLYPHS);
        } else if (HEADING.equals(dictionary.get(PdfName.S))) {
          dictionary.put(PdfName.A, ofAColumn());
        }
      }
    }
    reader.removeUnusedObjects();
    try (PdfStamper stamper = new PdfStamper(reader, out)) {
      stamper.setFullCompression();
      stamper.setXmpMetadata(metadata(title).getBytes(StandardCharsets.UTF_8));
    } catch (DocumentException unfinished) {
      throw new IOException("cannot finish " + title, unfinished);
    }
    return out.toByteArray();
  }

  private static String metadata(String title) {
    String text = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return """
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
  }
}
