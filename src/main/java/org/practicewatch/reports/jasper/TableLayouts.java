package org.practicewatch.reports.jasper;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.sf.jasperreports.components.table.BaseColumn;
import net.sf.jasperreports.components.table.Cell;
import net.sf.jasperreports.components.table.StandardColumn;
import net.sf.jasperreports.components.table.StandardTable;
import net.sf.jasperreports.engine.JRComponentElement;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRTextField;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.ReportSheet.Print;

/**
 * The layout of a table for columns of any widths: that of {@code table.jrxml}, whose columns are
 * all alike, with the widths and sides that a section says. A layout is made once for each shape.
 */
final class TableLayouts {

  /** A column as narrow as this has no room to lose between it and the next. */
  private static final int NARROW = 54;

  private final Supplier<JasperReport> alike;
  private final Map<List<Shape>, JasperReport> made = new ConcurrentHashMap<>();

  /** All of a column that a layout depends on. */
  private record Shape(Print print, boolean number) {}

  /**
   * Layouts made of one.
   *
   * @param alike gives it anew each time it is asked, for it is changed
   */
  TableLayouts(Supplier<JasperReport> alike) {
    this.alike = alike;
  }

  JasperReport of(List<Column> columns) {
    List<Shape> shapes =
        columns.stream()
            .map(one -> new Shape(Objects.requireNonNull(one.print()), one.number()))
            .toList();
    return made.computeIfAbsent(shapes, this::make);
  }

  private JasperReport make(List<Shape> shapes) {
    JasperReport layout = alike.get();
    JRElement component = layout.getDetailSection().getBands()[0].getElements()[0];
    StandardTable table = (StandardTable) ((JRComponentElement) component).getComponent();
    List<BaseColumn> columns = table.getColumns();
    if (shapes.size() > columns.size()) {
      throw new IllegalArgumentException(
          "a table has at most " + columns.size() + " columns on paper");
    }
    columns.subList(shapes.size(), columns.size()).clear();
    int width = 0;
    for (int i = 0; i < shapes.size(); i++) {
      lay((StandardColumn) columns.get(i), shapes.get(i), i == 0);
      width += shapes.get(i).print().points();
    }
    component.setWidth(width);
    return layout;
  }

  private static void lay(StandardColumn column, Shape shape, boolean first) {
    Print print = shape.print();
    column.setWidth(print.points());
    lay(Objects.requireNonNull(column.getColumnHeader()), shape, first, print.headingSize());
    lay(Objects.requireNonNull(column.getDetailCell()), shape, first, print.size());
  }

  private static void lay(Cell cell, Shape shape, boolean first, float size) {
    int points = shape.print().points();
    int before = first ? 0 : points <= NARROW ? 2 : 5;
    int after = first ? 2 : points <= NARROW ? 1 : 2;
    for (JRElement element : cell.getElements()) {
      element.setX(before);
      element.setWidth(points - before - after);
      JRTextField text = (JRTextField) element;
      text.setHorizontalTextAlign(
          shape.number() ? HorizontalTextAlignEnum.RIGHT : HorizontalTextAlignEnum.LEFT);
      if (size > 0) {
        text.setFontSize(size);
      }
    }
  }
}
