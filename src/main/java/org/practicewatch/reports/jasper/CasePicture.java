package org.practicewatch.reports.jasper;

import static org.practicewatch.reports.jasper.Lettering.BOLD;
import static org.practicewatch.reports.jasper.Lettering.REGULAR;
import static org.practicewatch.reports.jasper.Lettering.clipped;
import static org.practicewatch.reports.jasper.Lettering.lines;
import static org.practicewatch.reports.jasper.Lettering.text;
import static org.practicewatch.reports.jasper.Lettering.textAround;
import static org.practicewatch.reports.jasper.Lettering.textEndingAt;
import static org.practicewatch.reports.jasper.Lettering.width;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Dimension2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.DimensionRenderable;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.InWords;
import org.practicewatch.practiceweek.CaseFile.Bar;
import org.practicewatch.practiceweek.CaseFile.Lane;
import org.practicewatch.practiceweek.CaseFile.Mark;
import org.practicewatch.practiceweek.CaseFile.Sort;
import org.practicewatch.reports.CaseTimeline;

/**
 * Draws a child's time: months from left to right, bars for what lasted, marks for what was done on
 * a day or should have been. What has no room for its name gets a number, and its name below.
 */
public final class CasePicture extends AbstractRenderer
    implements Graphics2DRenderable, DimensionRenderable {

  private static final long serialVersionUID = 1L;

  private static final Color INK = new Color(0x1F2933);
  private static final Color GREY = new Color(0x52606D);
  private static final Color RULE = new Color(0xCBD2D9);
  private static final Color MONTH = new Color(0xE4E9EE);
  private static final Color EDGE = new Color(0x1F4E79);
  private static final Color[] FILLS = {new Color(0xD3E2EF), new Color(0xF1F6FA)};
  private static final Color NOT_DONE = new Color(0xB3261E);

  private static final Font NAME = BOLD.deriveFont(7.5f);
  private static final Font LABEL = REGULAR.deriveFont(7f);
  private static final Font SMALL = REGULAR.deriveFont(6.5f);
  private static final Font NUMBER = BOLD.deriveFont(6f);

  private static final float LEGEND = 20;
  private static final float AXIS = 22;
  private static final float FOOT = 12;
  private static final float NOTE = 8.5f;
  private static final float GUTTER = 104;
  private static final float COUNTS = 50;

  private static final float BARS = 20;
  private static final float MARKS = 15;
  private static final float HEADED = 24;
  private static final float LEVEL = 7;
  private static final float LINE = 8;
  private static final int MOST_BARS = 6;
  private static final int MOST_LABELS = 6;
  private static final float NARROW = 22;
  private static final float DONE_RADIUS = 2.6f;
  private static final float NOT_DONE_RADIUS = 3.9f;
  private static final float ROOMIEST = 1.7f;
  private static final float TIGHTEST = 0.6f;

  private final transient CaseTimeline timeline;
  private final transient List<Strip> strips = new ArrayList<>();
  private final transient List<String> notes = new ArrayList<>();
  private final double width;
  private final double highest;
  private final double height;
  private final float stretch;

  /** Draws into a place so wide and at most so high. */
  public CasePicture(CaseTimeline timeline, int width, int highest) {
    this.timeline = timeline;
    this.width = width;
    this.highest = highest;
    timeline.lanes().forEach(this::addStrips);
    float rows = (float) strips.stream().mapToDouble(Strip::height).sum();
    float around = LEGEND + AXIS + FOOT;
    // Room for a few names below, which are known only once the height of the bars is.
    float forNotes = 4 * NOTE;
    this.stretch =
        Math.max(TIGHTEST, Math.min(ROOMIEST, (highest - around - forNotes) / Math.max(1, rows)));
    double upTo = around + rows * stretch;
    bars(null);
    int most = (int) Math.max(0, (highest - upTo) / NOTE);
    if (notes.size() > 2 * most) {
      notes.subList(2 * most, notes.size()).clear();
    }
    int lines = (notes.size() + 1) / 2;
    this.height = upTo + NOTE * lines;
  }

  /** One row of the picture: bars beside each other, or marks of one kind. */
  private record Strip(
      String name, String label, List<Bar> bars, List<Placed> marks, int levels, int notDrawn) {

    double height() {
      if (!bars.isEmpty()) {
        return BARS;
      }
      double needed = LEVEL * (levels - 1) + MARKS;
      return !name.isEmpty() && !marks.isEmpty() ? Math.max(HEADED, needed) : needed;
    }

    boolean isEmpty() {
      return bars.isEmpty() && marks.isEmpty();
    }
  }

  /** A mark, and how many of its like it stands above. */
  private record Placed(Mark mark, int level) {}

  private void addStrips(Lane lane) {
    String name = lane.name();
    List<List<Bar>> rows = besideEachOther(lane.bars());
    int drawn = Math.min(MOST_BARS, rows.size());
    int notDrawn = rows.subList(drawn, rows.size()).stream().mapToInt(List::size).sum();
    for (List<Bar> row : rows.subList(0, drawn)) {
      strips.add(new Strip(name, "", row, List.of(), 1, notDrawn));
      name = "";
      notDrawn = 0;
    }
    List<Mark> others = new ArrayList<>();
    int labels = 0;
    Map<String, List<Mark>> byLabel = CaseTimeline.byLabel(lane);
    for (Map.Entry<String, List<Mark>> one : byLabel.entrySet()) {
      labels++;
      if (labels >= MOST_LABELS && byLabel.size() > MOST_LABELS) {
        others.addAll(one.getValue());
      } else {
        strips.add(marked(name, one.getKey(), one.getValue()));
        name = "";
      }
    }
    if (!others.isEmpty()) {
      strips.add(marked("", "others", others));
    }
    if (lane.bars().isEmpty() && lane.marks().isEmpty()) {
      strips.add(new Strip(name, "", List.of(), List.of(), 1, 0));
    }
  }

  /** Rows of bars of which none begins before the last has ended. */
  private static List<List<Bar>> besideEachOther(List<Bar> bars) {
    List<List<Bar>> rows = new ArrayList<>();
    for (Bar bar : bars) {
      List<Bar> free = null;
      for (List<Bar> row : rows) {
        LocalDate until = row.get(row.size() - 1).to();
        if (free == null && until != null && !until.isAfter(bar.from())) {
          free = row;
        }
      }
      if (free == null) {
        free = new ArrayList<>();
        rows.add(free);
      }
      free.add(bar);
    }
    return rows;
  }

  private Strip marked(String name, String label, List<Mark> marks) {
    double[] ends = {-1, -1, -1};
    int levels = 1;
    List<Placed> placed = new ArrayList<>();
    for (Mark mark : marks) {
      double middle = middleOf(mark.on());
      float radius = mark.sort() == Sort.DONE ? DONE_RADIUS : NOT_DONE_RADIUS;
      int level = lowestFree(ends, middle - radius);
      ends[level] = middle + radius + 0.5;
      levels = Math.max(levels, level + 1);
      placed.add(new Placed(mark, level));
    }
    return new Strip(name, label.equalsIgnoreCase(name) ? "" : label, List.of(), placed, levels, 0);
  }

  /** The lowest level that is free from there on, or else the one that is free soonest. */
  private static int lowestFree(double[] ends, double from) {
    int soonest = 0;
    for (int level = 0; level < ends.length; level++) {
      if (ends[level] <= from) {
        return level;
      }
      if (ends[level] < ends[soonest]) {
        soonest = level;
      }
    }
    return soonest;
  }

  private double right() {
    return width - COUNTS;
  }

  private double at(LocalDate day) {
    double days = timeline.to().toEpochDay() + 1 - timeline.from().toEpochDay();
    double part = (day.toEpochDay() - timeline.from().toEpochDay()) / Math.max(1, days);
    return GUTTER + (right() - GUTTER) * Math.max(0, Math.min(1, part));
  }

  private double middleOf(LocalDate day) {
    return (at(day) + at(day.plusDays(1))) / 2;
  }

  @Override
  public Dimension2D getDimension(JasperReportsContext context) {
    Dimension size = new Dimension();
    size.setSize(width, Math.min(height, highest));
    return size;
  }

  @Override
  public void render(JasperReportsContext context, Graphics2D page, Rectangle2D place) {
    Graphics2D g = (Graphics2D) page.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.translate(place.getX(), place.getY());
    double scale = Math.min(1, Math.min(place.getWidth() / width, place.getHeight() / height));
    g.scale(scale, scale);
    legend(g);
    months(g);
    rows(g);
    bars(g);
    asAt(g);
    notes(g);
    g.dispose();
  }

  private void legend(Graphics2D g) {
    double x = GUTTER;
    done(g, x + 3, 7);
    x = entry(g, "done", x + 9);
    notDone(g, x + 4, 7);
    x = entry(g, "fell due and was not done", x + 11);
    bar(g, FILLS[0], x, x + 22, 2.5, 9, false, false);
    x = entry(g, "lasted", x + 26);
    bar(g, FILLS[0], x, x + 22, 2.5, 9, true, false);
    x = entry(g, "began before", x + 26);
    bar(g, FILLS[0], x, x + 22, 2.5, 9, false, true);
    entry(g, "goes on", x + 26);
  }

  private static double entry(Graphics2D g, String words, double x) {
    text(g, SMALL, INK, words, x, 9.5);
    return x + width(SMALL, words) + 12;
  }

  private double bottom() {
    return LEGEND + AXIS + stretch * strips.stream().mapToDouble(Strip::height).sum();
  }

  private void months(Graphics2D g) {
    double from = GUTTER;
    LocalDate day = timeline.from();
    while (!day.isAfter(timeline.to())) {
      LocalDate next = day.withDayOfMonth(1).plusMonths(1);
      double to = at(next);
      String date = InWords.day(day);
      String month = date.substring(date.indexOf(' ') + 1, date.lastIndexOf(' '));
      if (width(SMALL, month) + 2 > to - from) {
        month = month.substring(0, 1);
      }
      if (width(SMALL, month) + 1 <= to - from) {
        textAround(g, SMALL, INK, month, (from + to) / 2, LEGEND + 18);
      }
      boolean begins = day.equals(timeline.from()) || day.getMonthValue() == 1;
      LocalDate newYear = LocalDate.of(day.getYear() + 1, 1, 1);
      if (begins && at(newYear) - from > width(NAME, String.valueOf(day.getYear()))) {
        text(g, NAME, GREY, String.valueOf(day.getYear()), from + 2, LEGEND + 8);
      }
      g.setColor(day.getMonthValue() == 1 ? GREY : MONTH);
      g.setStroke(new BasicStroke(0.5f));
      double top = day.getMonthValue() == 1 ? LEGEND + 1 : LEGEND + 11;
      g.draw(new Line2D.Double(from, top, from, bottom()));
      from = to;
      day = next;
    }
    textEndingAt(g, SMALL, GREY, "how many", width - 2, LEGEND + 18);
  }

  private void rows(Graphics2D g) {
    double top = LEGEND + AXIS;
    for (Strip strip : strips) {
      double tall = strip.height() * stretch;
      double middle = top + tall / 2;
      if (!strip.name().isEmpty()) {
        g.setColor(RULE);
        g.setStroke(new BasicStroke(0.6f));
        g.draw(new Line2D.Double(0, top, width, top));
      }
      names(g, strip, middle);
      double lowest = middle + LEVEL * (strip.levels() - 1) / 2d;
      for (Placed placed : strip.marks()) {
        double x = middleOf(placed.mark().on());
        double y = lowest - LEVEL * placed.level();
        if (placed.mark().sort() == Sort.DONE) {
          done(g, x, y);
        } else {
          notDone(g, x, y);
        }
      }
      if (strip.isEmpty()) {
        text(g, SMALL, GREY, "nothing recorded in this time", GUTTER + 4, middle + 2.5);
      }
      counts(g, strip, middle);
      top += tall;
    }
    g.setColor(RULE);
    g.setStroke(new BasicStroke(0.6f));
    g.draw(new Line2D.Double(0, top, width, top));
  }

  private static void names(Graphics2D g, Strip strip, double middle) {
    double room = GUTTER - 8;
    String under =
        strip.notDrawn() > 0 ? "and " + strip.notDrawn() + " more at once" : strip.label();
    boolean both = !strip.name().isEmpty() && !under.isEmpty();
    text(g, NAME, INK, clipped(NAME, strip.name(), room), 0, middle + (both ? -1.5 : 2.5));
    text(g, SMALL, INK, clipped(SMALL, under, room), 0, middle + (both ? 7 : 2.5));
  }

  private void counts(Graphics2D g, Strip strip, double middle) {
    if (strip.marks().isEmpty()) {
      return;
    }
    long done = strip.marks().stream().filter(one -> one.mark().sort() == Sort.DONE).count();
    long notDone = strip.marks().size() - done;
    double x = right() + 9;
    if (done > 0) {
      done(g, x, middle);
      text(g, SMALL, INK, String.valueOf(done), x + 4.5, middle + 2.4);
    }
    if (notDone > 0) {
      notDone(g, x + 22, middle);
      text(g, SMALL, INK, String.valueOf(notDone), x + 28, middle + 2.4);
    }
  }

  /** Places every bar, and draws it where there is a page to draw on. */
  private void bars(@Nullable Graphics2D g) {
    notes.clear();
    double top = LEGEND + AXIS;
    String lane = "";
    for (Strip strip : strips) {
      lane = strip.name().isEmpty() ? lane : strip.name();
      double tall = strip.height() * stretch;
      double end = GUTTER;
      for (int i = 0; i < strip.bars().size(); i++) {
        boolean last = i == strip.bars().size() - 1;
        double until = last ? right() : at(strip.bars().get(i + 1).from());
        end = bar(g, strip.bars().get(i), lane, i, end, until, top, tall);
      }
      top += tall;
    }
  }

  private double bar(
      @Nullable Graphics2D g,
      Bar bar,
      String lane,
      int place,
      double earliest,
      double until,
      double top,
      double tall) {
    LocalDate to = bar.to();
    boolean goesOn = to == null || to.isAfter(timeline.to());
    boolean before = bar.from().isBefore(timeline.from());
    double from = Math.max(earliest, at(bar.from()));
    double end = Math.max(from + 2.4, to == null ? right() : at(to.plusDays(1)));
    end = Math.min(Math.max(from + 2.4, Math.min(end, Math.max(until, from + 2.4))), right());
    from = Math.min(from, end - 2.4);
    double inside = end - from - 6 - (before ? 4 : 0) - (goesOn ? 4 : 0);
    int lines = (int) Math.max(1, (tall - 5) / LINE);
    List<String> label = end - from < NARROW ? List.of() : lines(LABEL, bar.label(), inside, lines);
    boolean whole = String.join(" ", label).equals(bar.label().strip());
    boolean outside = !whole && label.isEmpty() && width(LABEL, bar.label()) + 6 <= until - end;
    String number = "";
    if (!whole && !outside) {
      notes.add(lane + ", " + CaseTimeline.when(bar) + ": " + bar.label());
      number = String.valueOf(notes.size());
      double room = inside - width(NUMBER, number) - 2.5;
      label = label.isEmpty() ? label : lines(LABEL, bar.label(), room, lines);
    }
    if (g != null) {
      bar(g, FILLS[place % 2], from, end, top + 2, tall - 4, before, goesOn);
      double middle = top + tall / 2;
      double x = from + 3 + (before ? 4 : 0);
      if (outside) {
        text(g, LABEL, INK, bar.label(), end + 3, middle + 2.5);
      } else {
        double baseline = middle + 2.5 - LINE * (label.size() - 1) / 2;
        double numbered = width(NUMBER, number);
        if (label.isEmpty() && numbered + 2 <= end - from) {
          textAround(g, NUMBER, INK, number, (from + end) / 2, middle + 2.2);
        } else if (label.isEmpty() && numbered + 3 <= until - end) {
          text(g, NUMBER, INK, number, end + 1.5, middle + 2.2);
        } else if (!label.isEmpty() && !number.isEmpty()) {
          text(g, NUMBER, INK, number, x, baseline);
          x += numbered + 2.5;
        }
        for (String line : label) {
          text(g, LABEL, INK, line, x, baseline);
          baseline += LINE;
        }
      }
    }
    return end;
  }

  /** A bar whose end is a point where it began before or goes on. */
  private static void bar(
      Graphics2D g,
      Color fill,
      double from,
      double to,
      double top,
      double tall,
      boolean before,
      boolean goesOn) {
    double point = Math.min(4, (to - from) / 2);
    double left = before ? from + point : from;
    double right = goesOn ? to - point : to;
    Path2D path = new Path2D.Double();
    path.moveTo(left, top);
    path.lineTo(right, top);
    path.lineTo(to, top + tall / 2);
    path.lineTo(right, top + tall);
    path.lineTo(left, top + tall);
    path.lineTo(from, top + tall / 2);
    path.closePath();
    g.setColor(fill);
    g.fill(path);
    g.setColor(EDGE);
    g.setStroke(new BasicStroke(0.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    g.draw(path);
  }

  private static void done(Graphics2D g, double x, double y) {
    double radius = DONE_RADIUS;
    g.setColor(EDGE);
    g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  private static void notDone(Graphics2D g, double x, double y) {
    double radius = NOT_DONE_RADIUS - 0.4;
    Path2D diamond = new Path2D.Double();
    diamond.moveTo(x, y - radius);
    diamond.lineTo(x + radius, y);
    diamond.lineTo(x, y + radius);
    diamond.lineTo(x - radius, y);
    diamond.closePath();
    g.setColor(Color.WHITE);
    g.fill(diamond);
    g.setColor(NOT_DONE);
    g.setStroke(new BasicStroke(0.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    g.draw(diamond);
    double arm = radius / 2;
    g.draw(new Line2D.Double(x - arm, y - arm, x + arm, y + arm));
    g.draw(new Line2D.Double(x - arm, y + arm, x + arm, y - arm));
  }

  private void asAt(Graphics2D g) {
    double x = right();
    g.setColor(INK);
    g.setStroke(new BasicStroke(1.3f));
    g.draw(new Line2D.Double(x, LEGEND + 1, x, bottom() + 2));
    textEndingAt(g, NUMBER, INK, "as at " + InWords.day(timeline.to()), x + 1, bottom() + 9);
  }

  private void notes(Graphics2D g) {
    double column = width / 2;
    int perColumn = (notes.size() + 1) / 2;
    for (int i = 0; i < notes.size(); i++) {
      double x = i < perColumn ? 0 : column;
      double baseline = bottom() + FOOT + NOTE * (i % Math.max(1, perColumn)) + 6.5;
      text(g, NUMBER, INK, String.valueOf(i + 1), x, baseline);
      text(g, SMALL, INK, clipped(SMALL, notes.get(i), column - 20), x + 10, baseline);
    }
  }
}
