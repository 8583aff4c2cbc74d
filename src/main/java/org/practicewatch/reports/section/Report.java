package org.practicewatch.reports.section;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.practicewatch.reports.section.Section.Sentence;
import org.practicewatch.reports.section.Section.Table;

/**
 * What a report says, once: paper and workbook are written from it, so that they cannot disagree.
 *
 * @param title what it is
 * @param kicker the line above the headline: what it is, and as at when
 * @param authority name of the authority
 * @param fictional whether every page says that the data is invented
 * @param asAt the night's date, in words
 * @param headline the answer in one sentence
 * @param lead the next sentence, as large print; may be empty
 * @param remark what else to know before quoting a figure; may be empty
 * @param tiles three or four big numbers
 * @param sections one after the other
 * @param across whether its pages lie on their side
 */
public record Report(
    String title,
    String kicker,
    String authority,
    boolean fictional,
    String asAt,
    String headline,
    String lead,
    String remark,
    List<Tile> tiles,
    List<Section> sections,
    boolean across) {

  public Report {
    tiles = List.copyOf(tiles);
    sections = List.copyOf(sections);
  }

  /** Its sections that are printed. */
  public List<Section> onPaper() {
    return sections.stream()
        .filter(one -> one.place() != Section.Place.WORKBOOK)
        .filter(one -> !(one.title() + one.note()).isEmpty() || !(one instanceof Sentence))
        .toList();
  }

  /** The same as a workbook, a sheet a table. */
  public ReportWorkbook workbook() {
    return new ReportWorkbook(
        title,
        authority,
        fictional,
        asAt,
        tables(one -> one.place() != Section.Place.PAPER).map(Table::sheet).toList());
  }

  /** The table of that title. */
  public Table table(String named) {
    return tables(one -> one.title().equals(named)).findFirst().orElseThrow();
  }

  private Stream<Table> tables(Predicate<Section> which) {
    return sections.stream().filter(which).filter(Table.class::isInstance).map(Table.class::cast);
  }
}
