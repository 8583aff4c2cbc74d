package org.practicewatch.reports.jasper;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JRRewindableDataSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives a layout the records of a list, row by row. A field's name is a component's name, or a
 * path: {@code cells.0.now} is the first cell's now.
 */
public final class RecordRows implements JRRewindableDataSource {

  private final List<?> all;
  private Iterator<?> rows;
  private @Nullable Object row;

  public RecordRows(List<?> rows) {
    this.all = rows;
    this.rows = rows.iterator();
  }

  /** Asked for where a table that does not fit is begun again on the next page. */
  @Override
  public void moveFirst() {
    rows = all.iterator();
  }

  @Override
  public boolean next() {
    boolean more = rows.hasNext();
    row = more ? rows.next() : null;
    return more;
  }

  @Override
  public @Nullable Object getFieldValue(JRField field) {
    Object value = row;
    for (String step : field.getName().split("\\.", -1)) {
      value = value == null ? null : step(value, step);
    }
    return value;
  }

  private static @Nullable Object step(Object from, String step) {
    if (from instanceof List<?> list) {
      int index = Integer.parseInt(step);
      return index < list.size() ? list.get(index) : null;
    }
    for (RecordComponent component : from.getClass().getRecordComponents()) {
      if (component.getName().equals(step)) {
        return read(from, component);
      }
    }
    throw new IllegalArgumentException(
        from.getClass().getSimpleName() + " has no component " + step);
  }

  private static Object read(Object from, RecordComponent component) {
    try {
      return component.getAccessor().invoke(from);
    } catch (IllegalAccessException | InvocationTargetException unreadable) {
      throw new IllegalStateException(
          "a report's records are public: " + from.getClass().getSimpleName(), unreadable);
    }
  }
}
