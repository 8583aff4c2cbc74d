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
import org.practicewatch.calendar.InWords;
import org.practicewatch.practiceweek.CaseFile.Bar;
import org.practicewatch.practiceweek.CaseFile.Lane;
import org.practicewatch.practiceweek.CaseFile.Mark;
import org.practicewatch.practiceweek.CaseFile.Sort;
import org.practicewatch.reports.practiceweek.CaseTimeline;

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

  private static final String AND_SO_ON = "and so on: ";

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
  private static final double THINNEST = 2.4;
  private static final double ABOVE = 7;
  private static final double SHORT_MONTH = 17;
  private static final double POINT = 4;
  private static final float DONE_RADIUS = 2.6f;
  private static final float NOT_DONE_RADIUS = 3.9f;
  private static final float ROOMIEST = 1.5f;
  private static final float TIGHTEST = 0.8f;

  private final transient CaseTimeline timeline;
  private final transient List<Strip> strips = new ArrayList<>();
  private final transient List<List<Place>> placed = new ArrayList<>();
  private final transient List<Double> talls = new ArrayList<>();
  private final transient List<String> notes = new ArrayList<>();
  private final double width;
  private final double highest;
  private final double height;
  private final float stretch;
  private final int perColumn;

  /** Draws into a place so wide and at most so high. */
  public CasePicture(CaseTimeline timeline, int width, int highest) {
    this.timeline = timeline;
    this.width = width;
    this.highest = highest;
    timeline.lanes().forEach(this::addStrips);
    if (strips.isEmpty()) {
      strips.add(new Strip("", "", List.of(), List.of(), 1, 0));
    }
    float rows = (float) strips.stream().mapToDouble(Strip::height).sum();
    float around = LEGEND + AXIS + FOOT;
    // Room for a few names below, which are known only once the height of the bars is.
    float forNotes = 4 * NOTE;
    this.stretch =
        Math.max(TIGHTEST, Math.min(ROOMIEST, (highest - around - forNotes) / Math.max(1, rows)));
    place();
    double upTo = bottom() + FOOT;
    cut(2 * (int) Math.max(0, (highest - upTo) / NOTE));
    boolean one = upTo + NOTE * notes.size() <= highest;
    this.perColumn = one ? notes.size() : (notes.size() + 1) / 2;
    this.height = upTo + NOTE * perColumn;
  }

  /** Leaves no more names below than there is room for, the last of them saying so. */
  private void cut(int most) {
    if (notes.size() > most) {
      int left = notes.size() - Math.max(0, most - 1);
      notes.subList(Math.max(0, most - 1), notes.size()).clear();
      if (most > 0) {
        notes.add(AND_SO_ON + left + " have no room for their names");
      }
    }
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
    asAt(g);
    rows(g);
    bars(g);
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
    return LEGEND + AXIS + talls.stream().mapToDouble(Double::doubleValue).sum();
  }

  private void months(Graphics2D g) {
    double from = GUTTER;
    boolean isShort = at(timeline.from().plusDays(30)) - from < SHORT_MONTH;
    LocalDate day = timeline.from();
    while (!day.isAfter(timeline.to())) {
      LocalDate next = day.withDayOfMonth(1).plusMonths(1);
      double to = at(next);
      String date = InWords.day(day);
      String month = date.substring(date.indexOf(' ') + 1, date.lastIndexOf(' '));
      month = isShort ? month.substring(0, 1) : month;
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
    for (int row = 0; row < strips.size(); row++) {
      Strip strip = strips.get(row);
      double tall = talls.get(row);
      double middle = top + tall / 2;
      if (!strip.name().isEmpty()) {
        g.setColor(RULE);
        g.setStroke(new BasicStroke(0.6f));
        g.draw(new Line2D.Double(0, top, width, top));
      }
      names(g, strip, middle, tall);
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
        onWhite(g, SMALL, GREY, "nothing recorded in this time", GUTTER + 4, middle + 2.5);
      }
      counts(g, strip, middle);
      top += tall;
    }
    g.setColor(RULE);
    g.setStroke(new BasicStroke(0.6f));
    g.draw(new Line2D.Double(0, top, width, top));
  }

  /** Over the lines of the months. */
  private static void onWhite(
      Graphics2D g, Font font, Color color, String words, double x, double baseline) {
    g.setColor(Color.WHITE);
    g.fill(new Rectangle2D.Double(x - 1, baseline - 6, width(font, words) + 2, 8));
    text(g, font, color, words, x, baseline);
  }

  private static void names(Graphics2D g, Strip strip, double middle, double tall) {
    double room = GUTTER - 8;
    String under =
        strip.notDrawn() > 0 ? "and " + strip.notDrawn() + " more at once" : strip.label();
    boolean named = !strip.name().isEmpty();
    int most = (int) (tall / LINE) - (named ? 1 : 0);
    List<String> label = lines(SMALL, under, room, Math.max(1, Math.min(2, most)));
    double baseline = middle + 2.5 - 4 * (label.size() - (named ? 0 : 1));
    text(g, NAME, INK, clipped(NAME, strip.name(), room), 0, baseline);
    for (String line : label) {
      baseline += named || !line.equals(label.get(0)) ? LINE : 0;
      text(g, SMALL, INK, line, 0, baseline);
    }
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

  /** A bar in its place. What has no room for its whole label has a number. */
  private record Place(
      Bar bar,
      double from,
      double to,
      double until,
      boolean before,
      boolean goesOn,
      List<String> inside,
      String outside,
      String number) {

    boolean isNumberAlone() {
      return inside.isEmpty() && !number.isEmpty();
    }

    boolean isNumberWithin() {
      return width(NUMBER, number) + 0.6 <= to - from;
    }

    boolean isNumberAfter() {
      return width(NUMBER, number) + 3 <= until - to;
    }

    boolean isNumberAbove() {
      return isNumberAlone() && !isNumberWithin() && !isNumberAfter();
    }

    double textFrom() {
      return from + 3 + (before ? POINT : 0);
    }
  }

  /** Places every bar. */
  private void place() {
    String lane = "";
    for (Strip strip : strips) {
      lane = strip.name().isEmpty() ? lane : strip.name();
      double tall = strip.height() * stretch;
      List<Place> places = places(strip, lane, tall);
      placed.add(places);
      talls.add(tall + above(places));
    }
  }

  /** What a row needs above its bars for the numbers of those that are too thin. */
  private static double above(List<Place> places) {
    return places.stream().anyMatch(Place::isNumberAbove) ? ABOVE : 0;
  }

  private List<Place> places(Strip strip, String lane, double tall) {
    List<Place> places = new ArrayList<>();
    double end = GUTTER;
    for (int i = 0; i < strip.bars().size(); i++) {
      boolean last = i == strip.bars().size() - 1;
      double until = last ? right() : at(strip.bars().get(i + 1).from());
      Place place = place(strip.bars().get(i), lane, end, until, tall);
      places.add(place);
      end = place.to();
    }
    return places;
  }

  private Place place(Bar bar, String lane, double earliest, double next, double tall) {
    LocalDate last = bar.to();
    boolean goesOn = last == null || last.isAfter(timeline.to());
    boolean before = bar.from().isBefore(timeline.from());
    double from = Math.min(Math.max(earliest, at(bar.from())), right() - THINNEST);
    double until = Math.max(next, from + THINNEST);
    double to = last == null ? until : at(last.plusDays(1));
    to = Math.max(from + THINNEST, Math.min(to, until));
    double room = to - from - 6 - (before ? POINT : 0) - (goesOn ? POINT : 0);
    int most = (int) Math.max(1, (tall - 5) / LINE);
    String label = bar.label().strip();
    if (label.equalsIgnoreCase(lane) || label.isEmpty()) {
      return new Place(bar, from, to, until, before, goesOn, List.of(), "", "");
    }
    List<String> inside = to - from < NARROW ? List.of() : lines(LABEL, label, room, most);
    if (String.join(" ", inside).equals(label)) {
      return new Place(bar, from, to, until, before, goesOn, inside, "", "");
    }
    if (inside.isEmpty() && width(LABEL, label) + 6 <= until - to) {
      return new Place(bar, from, to, until, before, goesOn, inside, label, "");
    }
    notes.add(lane + ", " + CaseTimeline.when(bar) + ": " + label);
    String number = String.valueOf(notes.size());
    inside =
        inside.isEmpty() ? inside : lines(LABEL, label, room - width(NUMBER, number) - 2.5, most);
    return new Place(bar, from, to, until, before, goesOn, inside, "", number);
  }

  private void bars(Graphics2D g) {
    double top = LEGEND + AXIS;
    for (int row = 0; row < strips.size(); row++) {
      double tall = talls.get(row);
      List<Place> places = placed.get(row);
      double lower = above(places);
      double free = 0;
      for (int i = 0; i < places.size(); i++) {
        Place place = places.get(i);
        bar(g, place, FILLS[i % FILLS.length], top + 2 + lower, tall - 4 - lower);
        double half = width(NUMBER, place.number()) / 2;
        double middle = (place.from() + place.to()) / 2;
        if (place.isNumberAbove() && middle - half >= free) {
          textAround(g, NUMBER, INK, place.number(), middle, top + lower + 0.6);
          free = middle + half + 1;
        }
      }
      top += tall;
    }
  }

  private static void bar(Graphics2D g, Place place, Color fill, double top, double tall) {
    bar(g, fill, place.from(), place.to(), top, tall, place.before(), place.goesOn());
    double middle = top + tall / 2;
    double baseline = middle + 2.5 - LINE * Math.max(0, place.inside().size() - 1) / 2;
    double x = place.textFrom();
    if (!place.outside().isEmpty()) {
      onWhite(g, LABEL, INK, place.outside(), place.to() + 3, middle + 2.5);
    } else if (!place.isNumberAlone()) {
      text(g, NUMBER, INK, place.number(), x, baseline);
    } else if (place.isNumberWithin()) {
      textAround(g, NUMBER, INK, place.number(), (place.from() + place.to()) / 2, middle + 2.2);
    } else if (place.isNumberAfter()) {
      onWhite(g, NUMBER, INK, place.number(), place.to() + 1.5, middle + 2.2);
    }
    x += place.number().isEmpty() ? 0 : width(NUMBER, place.number()) + 2.5;
    for (String line : place.inside()) {
      text(g, LABEL, INK, line, x, baseline);
      baseline += LINE;
    }
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
    double point = Math.min(POINT, (to - from) / 2);
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
    double column = perColumn == notes.size() ? width : width / 2;
    for (int i = 0; i < notes.size(); i++) {
      double x = i < perColumn ? 0 : column;
      double baseline = bottom() + FOOT + NOTE * (i % Math.max(1, perColumn)) + 6.5;
      boolean cut = notes.get(i).startsWith(AND_SO_ON);
      text(g, NUMBER, INK, cut ? "" : String.valueOf(i + 1), x, baseline);
      text(g, SMALL, INK, clipped(SMALL, notes.get(i), column - 20), x + 10, baseline);
    }
  }
}
