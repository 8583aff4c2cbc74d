package org.practicewatch.reports.jasper;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Dimension2D;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.DimensionRenderable;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/** Draws a bar as long as its part of the longest; in another colour where so many make a flag. */
public final class BarPicture extends AbstractRenderer
    implements Graphics2DRenderable, DimensionRenderable {

  private static final long serialVersionUID = 1L;

  private static final Color TRACK = new Color(0xE8EDF2);
  private static final Color BAR = new Color(0x2B6A9B);
  private static final Color FLAGGED = new Color(0xA63D00);

  private final double part;
  private final boolean flagged;
  private final double width;
  private final double height;

  public BarPicture(double part, boolean flagged, int width, int height) {
    this.part = part;
    this.flagged = flagged;
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
    g.translate(place.getX(), place.getY());
    g.setColor(TRACK);
    g.fill(new Rectangle2D.Double(0, 0, width, height));
    g.setColor(flagged ? FLAGGED : BAR);
    g.fill(new Rectangle2D.Double(0, 0, width * part, height));
    g.dispose();
  }
}
