package org.practicewatch.reports.jasper;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JasperReportsContext;

/** Letters drawn as shapes, so that a picture needs no font on the machine or in the PDF. */
final class Lettering {

  static final Font REGULAR = font("DejaVuSansCondensed.ttf");
  static final Font BOLD = font("DejaVuSansCondensed-Bold.ttf");
  static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private static final String ELLIPSIS = "…";

  private Lettering() {}

  static void text(Graphics2D g, Font font, Color color, String text, double x, double baseline) {
    if (!text.isEmpty()) {
      shape(g, color, new TextLayout(text, font, EXACT), x, baseline);
    }
  }

  static void textEndingAt(
      Graphics2D g, Font font, Color color, String text, double end, double baseline) {
    text(g, font, color, text, end - width(font, text), baseline);
  }

  static void textAround(
      Graphics2D g, Font font, Color color, String text, double middle, double baseline) {
    text(g, font, color, text, middle - width(font, text) / 2, baseline);
  }

  static void shape(Graphics2D g, Color color, TextLayout layout, double x, double baseline) {
    Shape outline = layout.getOutline(AffineTransform.getTranslateInstance(x, baseline));
    g.setColor(color);
    g.fill(outline);
  }

  static double width(Font font, String text) {
    return text.isEmpty() ? 0 : new TextLayout(text, font, EXACT).getAdvance();
  }

  /** As much of a text as there is room for, with an ellipsis where that is not all. */
  static String clipped(Font font, String text, double room) {
    if (width(font, text) <= room) {
      return text;
    }
    for (int end = text.length() - 1; end > 0; end--) {
      String part = text.substring(0, end).stripTrailing() + ELLIPSIS;
      if (!Character.isHighSurrogate(text.charAt(end - 1)) && width(font, part) <= room) {
        return part;
      }
    }
    return "";
  }

  /** A text on at most so many lines, the last with an ellipsis where that is not all. */
  static List<String> lines(Font font, String text, double room, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (!rest.isEmpty() && lines.size() < most) {
      int end = rest.length();
      while (end > 0 && width(font, rest.substring(0, end)) > room) {
        end = rest.lastIndexOf(' ', end - 1);
      }
      if (end <= 0 || lines.size() == most - 1) {
        lines.add(clipped(font, rest, room));
        return lines;
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    return lines;
  }

  /** The fonts that come with JasperReports, read directly: nothing is asked of the machine. */
  private static Font font(String file) {
    String resource = "/net/sf/jasperreports/fonts/dejavu/" + file;
    try (InputStream in = JasperReportsContext.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing: jasperreports-fonts brings it");
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException | FontFormatException unreadable) {
      throw new IllegalStateException(resource + " cannot be read", unreadable);
    }
  }
}
