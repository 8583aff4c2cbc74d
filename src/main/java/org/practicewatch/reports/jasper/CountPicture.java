package org.practicewatch.reports.jasper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Dimension2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.DimensionRenderable;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.practicewatch.reports.section.CountTrend;
import org.practicewatch.reports.section.CountTrend.Point;

/** Draws a count over the nights as a small line from nought, with a dot for tonight. */
public final class CountPicture extends AbstractRenderer
    implements Graphics2DRenderable, DimensionRenderable {

  private static final long serialVersionUID = 1L;

  private static final Color LINE = new Color(0x2B6A9B);
  private static final Color GROUND = new Color(0xCBD2D9);
  private static final double EDGE = 3;

  private final transient CountTrend trend;
  private final double width;
  private final double height;

  public CountPicture(CountTrend trend, int width, int height) {
    this.trend = trend;
    this.width = width;
    this.height = height;
  }

  @Override
  public Dimension2D getDimension(JasperReportsContext context) {
    Dimension size = new Dimension();
    size.setSize(width, height);
    return size;
  }

  @Override
  public void render(JasperReportsContext context, Graphics2D page, Rectangle2D place) {
    Graphics2D g = (Graphics2D) page.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.translate(place.getX(), place.getY());
    double ground = height - EDGE;
    g.setColor(GROUND);
    g.setStroke(new BasicStroke(0.6f));
    g.draw(new Line2D.Double(0, ground, width, ground));
    List<Point> points = trend.points();
    long first = points.get(0).asAt().toEpochDay();
    long days = points.get(points.size() - 1).asAt().toEpochDay() - first;
    double most = Math.max(1, points.stream().mapToInt(Point::count).max().orElse(1));
    Path2D path = new Path2D.Double();
    double x = 0;
    double y = 0;
    for (Point point : points) {
      x = EDGE + (width - 2 * EDGE) * (point.asAt().toEpochDay() - first) / Math.max(1, days);
      y = ground - (ground - EDGE) * point.count() / most;
      if (path.getCurrentPoint() == null) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    g.setColor(LINE);
    g.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(path);
    g.fill(new Ellipse2D.Double(x - 2, y - 2, 4, 4));
    g.dispose();
  }
}
