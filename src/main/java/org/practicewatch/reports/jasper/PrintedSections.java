package org.practicewatch.reports.jasper;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;
import org.jspecify.annotations.Nullable;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Chart;
import org.practicewatch.reports.section.Section.NewPage;
import org.practicewatch.reports.section.Section.Sentence;
import org.practicewatch.reports.section.Section.Table;

/** Gives the layout of a report its sections, each with what it takes to print it. */
final class PrintedSections implements JRDataSource {

  private final Iterator<Section> sections;
  private final TableLayouts layouts;
  private @Nullable Section section;
  private int tables;
  private int pages;

  PrintedSections(List<Section> sections, TableLayouts layouts) {
    this.sections = sections.iterator();
    this.layouts = layouts;
  }

  @Override
  public boolean next() {
    boolean more = sections.hasNext();
    section = more ? sections.next() : null;
    tables += section instanceof Table || section instanceof Chart ? 1 : 0;
    pages += section instanceof NewPage ? 1 : 0;
    return more;
  }

  @Override
  public @Nullable Object getFieldValue(JRField field) {
    Section now = Objects.requireNonNull(section);
    return switch (field.getName()) {
      case "sort" -> sort(now);
      // No heading is left alone at the foot of a page; words may be.
      case "tables" -> tables;
      case "pages" -> pages;
      case "title" -> now.title();
      case "note" -> now.note();
      case "chart" -> now instanceof Chart one ? one.chart() : null;
      case "headings" -> now instanceof Table table ? headings(table) : null;
      case "rows" -> now instanceof Table table ? new PrintedRows(table, printed(table)) : null;
      case "table" ->
          now instanceof Table table && table.rows().iterator().hasNext()
              ? layouts.of(IntStream.of(printed(table)).mapToObj(table.columns()::get).toList())
              : null;
      default -> throw new IllegalArgumentException("a section has no " + field.getName());
    };
  }

  private static String sort(Section section) {
    return section instanceof Sentence
        ? "WORDS"
        : section instanceof Chart ? "CHART" : section instanceof NewPage ? "PAGE" : "TABLE";
  }

  private static List<String> headings(Table table) {
    return IntStream.of(printed(table)).mapToObj(i -> table.columns().get(i).heading()).toList();
  }

  private static int[] printed(Table table) {
    List<Column> columns = table.columns();
    return IntStream.range(0, columns.size()).filter(i -> columns.get(i).print() != null).toArray();
  }
}
