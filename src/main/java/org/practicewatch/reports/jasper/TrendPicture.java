package org.practicewatch.reports.jasper;

import static org.practicewatch.reports.jasper.Lettering.BOLD;
import static org.practicewatch.reports.jasper.Lettering.EXACT;
import static org.practicewatch.reports.jasper.Lettering.REGULAR;
import static org.practicewatch.reports.jasper.Lettering.shape;
import static org.practicewatch.reports.jasper.Lettering.text;
import static org.practicewatch.reports.jasper.Lettering.textEndingAt;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.Dimension2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.AttributedString;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.DimensionRenderable;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.practicewatch.reports.section.TrendChart;
import org.practicewatch.reports.section.TrendChart.Point;

/**
 * Draws a bar for each standard with its target as a mark across it, and beside it a small line
 * over the nights so far.
 */
public final class TrendPicture extends AbstractRenderer
    implements Graphics2DRenderable, DimensionRenderable {

  private static final long serialVersionUID = 1L;

  private static final Color INK = new Color(0x1F2933);
  private static final Color GREY = new Color(0x52606D);
  private static final Color TRACK = new Color(0xE8EDF2);
  private static final Color BAR = new Color(0x2B6A9B);
  private static final Color MARK = new Color(0xA63D00);

  private static final float ROW = 17;
  private static final float HEAD = 16;
  private static final float FOOT = 4;
  private static final float BARS_FROM = 150;
  private static final float BARS_TO = 330;
  private static final float VALUES_AT = 338;
  private static final float LINES_FROM = 400;

  private final transient TrendChart chart;
  private final double width;

  public TrendPicture(TrendChart chart, int width) {
    this.chart = chart;
    this.width = width;
  }

  @Override
  public Dimension2D getDimension(JasperReportsContext context) {
    Dimension size = new Dimension();
    size.setSize(width, height());
    return size;
  }

  private double height() {
    return HEAD + ROW * chart.rows().size() + FOOT;
  }

  @Override
  public void render(JasperReportsContext context, Graphics2D page, Rectangle2D place) {
    Graphics2D g = (Graphics2D) page.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.translate(place.getX(), place.getY());
    double scale = Math.min(place.getWidth() / width, place.getHeight() / height());
    g.scale(scale, scale);
    heads(g);
    for (int i = 0; i < chart.rows().size(); i++) {
      row(g, chart.rows().get(i), HEAD + ROW * i);
    }
    g.dispose();
  }

  private void heads(Graphics2D g) {
    text(g, REGULAR.deriveFont(6.5f), GREY, "0%", BARS_FROM, 8);
    textEndingAt(g, REGULAR.deriveFont(6.5f), GREY, "100%", BARS_TO, 8);
    float middle = (BARS_FROM + BARS_TO) / 2;
    mark(g, middle - 14, 1, 9);
    text(g, REGULAR.deriveFont(6.5f), GREY, "target", middle - 9, 8);
    if (chart.nights().size() > 1) {
      String scale = chart.nights().size() + " nights; scale " + (int) lowest() + "% to 100%";
      text(g, REGULAR.deriveFont(6.5f), GREY, scale, LINES_FROM, 8);
    } else {
      text(g, REGULAR.deriveFont(6.5f), GREY, "no earlier night yet", LINES_FROM, 8);
    }
  }

  private void row(Graphics2D g, TrendChart.Row row, float top) {
    float middle = top + ROW / 2;
    label(g, row.label(), middle);
    g.setColor(TRACK);
    g.fill(new Rectangle2D.Float(BARS_FROM, middle - 4.5f, BARS_TO - BARS_FROM, 9));
    Double now = row.now();
    if (now != null) {
      g.setColor(BAR);
      g.fill(new Rectangle2D.Double(BARS_FROM, middle - 4.5f, barEnd(now) - BARS_FROM, 9));
    }
    Double target = row.target();
    if (target != null) {
      mark(g, barEnd(target), middle - 7, middle + 7);
    }
    Font values = now == null ? REGULAR : BOLD;
    text(g, values.deriveFont(7.5f), now == null ? GREY : INK, row.words(), VALUES_AT, middle + 3);
    if (chart.nights().size() > 1) {
      line(g, row.trend(), middle);
    }
  }

  private static double barEnd(double percent) {
    return BARS_FROM + (BARS_TO - BARS_FROM) * percent / 100;
  }

  private static void mark(Graphics2D g, double x, double top, double bottom) {
    g.setColor(Color.WHITE);
    g.setStroke(new BasicStroke(3.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    g.draw(new Line2D.Double(x, top, x, bottom));
    g.setColor(MARK);
    g.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    g.draw(new Line2D.Double(x, top, x, bottom));
  }

  /** One scale for all lines, from the tenth below the lowest point, so that they compare. */
  private double lowest() {
    double low =
        chart.rows().stream()
            .flatMap(row -> row.trend().stream())
            .mapToDouble(Point::percent)
            .min()
            .orElse(0);
    return Math.min(90, Math.floor(low / 10) * 10);
  }

  private void line(Graphics2D g, List<Point> trend, float middle) {
    long first = chart.nights().get(0).toEpochDay();
    long last = chart.nights().get(chart.nights().size() - 1).toEpochDay();
    double room = width - 4 - LINES_FROM;
    double low = lowest();
    g.setColor(TRACK);
    g.setStroke(new BasicStroke(0.6f));
    g.draw(new Line2D.Double(LINES_FROM, middle + 7, width - 2, middle + 7));
    Path2D path = new Path2D.Double();
    double x = 0;
    double y = 0;
    for (Point point : trend) {
      x = LINES_FROM + room * (point.asAt().toEpochDay() - first) / Math.max(1, last - first);
      y = middle + 6 - 12 * (point.percent() - low) / (100 - low);
      if (path.getCurrentPoint() == null) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    if (path.getCurrentPoint() != null) {
      g.setColor(BAR);
      g.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(path);
      g.fill(new Ellipse2D.Double(x - 1.9, y - 1.9, 3.8, 3.8));
    }
  }

  /** A title too long for its place goes over two lines, smaller. */
  private static void label(Graphics2D g, String label, float middle) {
    float room = BARS_FROM - 8;
    Font font = REGULAR.deriveFont(7.5f);
    if (new TextLayout(label, font, EXACT).getAdvance() <= room) {
      text(g, font, INK, label, 0, middle + 3);
      return;
    }
    AttributedString styled =
        new AttributedString(label, Map.of(TextAttribute.FONT, REGULAR.deriveFont(6.5f)));
    LineBreakMeasurer lines = new LineBreakMeasurer(styled.getIterator(), EXACT);
    float baseline = middle - 1.5f;
    for (int line = 0; line < 2 && lines.getPosition() < label.length(); line++) {
      shape(g, INK, lines.nextLayout(room), 0, baseline);
      baseline += 7.5f;
    }
  }
}
