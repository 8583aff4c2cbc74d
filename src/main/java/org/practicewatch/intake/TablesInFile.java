package org.practicewatch.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.Drop.ReceivedFile;
import org.practicewatch.intake.Drop.ReceivedTable;

/** Which tables a file holds, and what keeps each from being read. */
final class TablesInFile {

  private static final int LONGEST_SHEET_NAME = 100;
  private static final int HEADINGS_NAMED = 12;

  private final Headings headings;
  private final Function<Path, SourceFile> open;

  TablesInFile(Headings headings, Function<Path, SourceFile> open) {
    this.headings = headings;
    this.open = open;
  }

  /** Looks into a file. */
  ReceivedFile look(Path path, String name, String hash, String stamp) {
    List<ReceivedTable> tables = new ArrayList<>();
    Map<ReceivedTable, String> nearest = new HashMap<>();
    try (SourceFile file = open.apply(path)) {
      for (int sheet = 0; sheet < file.sheetNames().size(); sheet++) {
        Sheet looked = new Sheet(path, name, file, sheet);
        Optional<String> other = OtherReturn.find(looked.name, looked.first());
        if (other.isPresent()) {
          return new ReceivedFile(path, name, hash, stamp, List.of(), other.get());
        }
        List<ReceivedTable> found = looked.tables();
        found.forEach(table -> nearest.put(table, looked.nearest()));
        tables.addAll(found);
      }
    } catch (UnreadableExtract unreadable) {
      return new ReceivedFile(path, name, hash, stamp, List.of(), reason(unreadable));
    }
    String held =
        tables.isEmpty() ? "The workbook holds no sheet with rows and columns." : noneKnown(tables);
    return new ReceivedFile(
        path, name, hash, stamp, held.isEmpty() ? judged(tables, nearest) : List.of(), held);
  }

  private static String reason(UnreadableExtract unreadable) {
    return String.valueOf(unreadable.getMessage());
  }

  /** One sheet while it is looked through. */
  private final class Sheet {

    private final Path path;
    private final String file;
    private final int sheet;
    private final String name;
    private final TablesOnSheet onSheet = new TablesOnSheet(headings);
    private final List<TablesOnSheet.Block> blocks = new ArrayList<>();
    private String unreadable = "";

    Sheet(Path path, String file, SourceFile source, int sheet) {
      this.path = path;
      this.file = file;
      this.sheet = sheet;
      this.name = nameOfSheet(source, sheet);
      try (SourceSheet rows = source.open(sheet)) {
        onSheet.look(rows);
        onSheet.blocks().forEach(block -> blocks.add(withMerged(block, rows)));
      } catch (UnreadableExtract told) {
        unreadable = reason(told);
      }
    }

    List<SourceRow> first() {
      return onSheet.firstRows();
    }

    List<ReceivedTable> tables() {
      List<ReceivedTable> tables = new ArrayList<>();
      if (!unreadable.isEmpty() || onSheet.blocks().isEmpty()) {
        Optional<Headings.Recognised> found = headings.find(first());
        tables.add(table(1, found, 0, Integer.MAX_VALUE, unreadable, "", first().isEmpty()));
        return tables;
      }
      if (blocks.size() > TablesOnSheet.MOST_TABLES) {
        String why =
            "More than "
                + TablesOnSheet.MOST_TABLES
                + " tables stand on this sheet, one beneath another. Put each on a sheet of its own.";
        tables.add(table(1, blocks.get(0).found(), 0, Integer.MAX_VALUE, why, "", false));
        return tables;
      }
      for (int i = 0; i < blocks.size(); i++) {
        TablesOnSheet.Block block = blocks.get(i);
        int header = block.header().number();
        int to = i == blocks.size() - 1 ? Integer.MAX_VALUE : block.lastRow();
        if (block.found().isEmpty()) {
          String why = unknownBeneath(block);
          tables.add(
              table(
                  tables.size() + 1,
                  Optional.empty(),
                  header,
                  to,
                  block.ofChildren() ? why : "",
                  block.ofChildren() ? "" : why,
                  false));
        } else {
          for (Headings.Recognised one : headings.besides(block.found().get())) {
            tables.add(
                table(
                    tables.size() + 1,
                    Optional.of(one),
                    header,
                    to,
                    fault(one, tables),
                    "",
                    false));
          }
        }
      }
      return tables;
    }

    private ReceivedTable table(
        int number,
        Optional<Headings.Recognised> found,
        int header,
        int lastRow,
        String heldBecause,
        String leftOutBecause,
        boolean passedOver) {
      int headerRow = found.map(Headings.Recognised::headerRow).orElse(header);
      LocalDate dated = dated();
      return new ReceivedTable(
          sheet,
          name,
          number,
          headerRow,
          lastRow,
          found,
          dated,
          dated != null ? Integer.valueOf(dated.getYear()) : year(),
          heldBecause,
          leftOutBecause,
          passedOver);
    }

    private @Nullable LocalDate dated() {
      Optional<LocalDate> date = DatesInText.fullDate(file);
      if (date.isEmpty() && !onSheet.blocks().isEmpty()) {
        int header = onSheet.blocks().get(0).header().number();
        date = DatesInText.ofReport(first().stream().filter(row -> row.number() < header).toList());
      }
      return date.or(() -> DatesInText.fullDate(folder(path))).orElse(null);
    }

    private @Nullable Integer year() {
      return DatesInText.year(file)
          .or(() -> DatesInText.year(folder(path)))
          .map(Year::getValue)
          .orElse(null);
    }

    private String fault(Headings.Recognised found, List<ReceivedTable> above) {
      String fault = fault(found);
      return fault.isEmpty() || above.isEmpty() ? fault : begins(found.headerRow()) + fault;
    }

    /** What keeps a recognised table from being read; empty text for nothing. */
    private String fault(Headings.Recognised found) {
      if (!found.twice().isEmpty()) {
        return "Two columns are headed as the same thing: "
            + String.join("; ", found.twice())
            + ". Leave one of them, or, where two lists stand side by side, put each on a sheet of"
            + " its own.";
      }
      if (!found.missing().isEmpty()) {
        return "It looks like "
            + found.name()
            + ", but has no column headed "
            + String.join(", ", found.missing())
            + ".";
      }
      List<String> dates = headings.isBarelyKnown(found) ? unknownDates(found) : List.of();
      return dates.isEmpty()
          ? ""
          : "Of its headings only "
              + known(found)
              + " are known, as those of "
              + found.name()
              + ". There are dates under "
              + quoted(dates)
              + ", and what they are dates of is not known. Add these headings in jobs/profiles ("
              + found.profile().profile()
              + ".yml).";
    }

    /** Headings that are not known and have dates beneath them. */
    private List<String> unknownDates(Headings.Recognised found) {
      TreeSet<Integer> places = new TreeSet<>();
      for (SourceRow row : first()) {
        for (SourceCell cell : row.cells()) {
          boolean date =
              cell.kind() == SourceCell.Kind.DATE
                  || DateText.read(CellText.tidy(cell.text()))
                      .filter(read -> !read.serial())
                      .isPresent();
          if (date
              && row.number() > found.headerRow()
              && !found.columns().containsKey(cell.column())) {
            places.add(cell.column());
          }
        }
      }
      return places.stream()
          .map(place -> found.headings().getOrDefault(place, ""))
          .filter(heading -> !heading.isEmpty())
          .toList();
    }

    /** What is missing to the table that it is most like; empty text where it is like none. */
    String nearest() {
      if (!blocks.isEmpty()) {
        return "";
      }
      return headings
          .nearest(first())
          .map(
              found ->
                  " It is most like "
                      + found.name()
                      + " ("
                      + found.profile().profile()
                      + "): it has "
                      + known(found)
                      + (found.missing().isEmpty()
                          ? ""
                          : ", and no column headed " + String.join(", ", found.missing()))
                      + ".")
          .orElse("");
    }
  }

  private static String unknownBeneath(TablesOnSheet.Block block) {
    return begins(block.header().number())
        + "Its headings are those of no table in jobs/profiles: "
        + quoted(
            block.header().cells().stream()
                .map(cell -> CellText.shown(CellText.tidy(cell.text())))
                .toList())
        + ".";
  }

  private static String begins(int row) {
    return "Another table begins in row " + row + ". ";
  }

  private static String known(Headings.Recognised found) {
    return found.columns().keySet().stream()
        .sorted()
        .map(place -> "'" + found.headings().getOrDefault(place, "") + "'")
        .collect(Collectors.joining(" and "));
  }

  private static String quoted(List<String> texts) {
    return texts.stream()
        .limit(HEADINGS_NAMED)
        .map(text -> "'" + text + "'")
        .collect(Collectors.joining(", "));
  }

  /** Over which columns each heading is merged. */
  private static TablesOnSheet.Block withMerged(TablesOnSheet.Block block, SourceSheet rows) {
    Headings.Recognised found = block.found().orElse(null);
    if (found == null) {
      return block;
    }
    Map<Integer, Integer> merged = new HashMap<>();
    for (int place : found.columns().keySet()) {
      if (!found.headings().containsKey(place + 1)) {
        int last = rows.mergedAcrossTo(found.headerRow(), place);
        for (int under = place + 1; under <= last; under++) {
          merged.put(under, place);
        }
      }
    }
    return merged.isEmpty() ? block : block.with(found.withMerged(merged));
  }

  private static String folder(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null || parent.getFileName() == null ? "" : parent.getFileName().toString();
  }

  /** The name of a sheet as it can be printed and stored, and no other sheet's. */
  private static String nameOfSheet(SourceFile file, int sheet) {
    List<String> names =
        file.sheetNames().stream()
            .map(name -> CellText.cut(CellText.tidy(name), LONGEST_SHEET_NAME))
            .toList();
    String name = names.get(sheet);
    return names.indexOf(name) == sheet ? name : name + " (" + (sheet + 1) + ")";
  }

  /** Of a file with several sheets of which none is known one line says enough. */
  private String noneKnown(List<ReceivedTable> tables) {
    boolean none =
        tables.stream()
            .allMatch(
                table ->
                    table.found().isEmpty()
                        && table.heldBecause().isEmpty()
                        && headings.tableCalled(table.sheetName()).isEmpty());
    long sheets = tables.stream().filter(table -> !table.passedOver()).count();
    if (!none || sheets < 2) {
      return "";
    }
    return "None of its "
        + sheets
        + " sheets or kinds of records is a table in jobs/profiles ("
        + String.join(", ", headings.profileNames())
        + "): "
        + quoted(
            tables.stream()
                .filter(table -> !table.passedOver())
                .map(ReceivedTable::sheetName)
                .toList())
        + (sheets > HEADINGS_NAMED ? " …" : "")
        + ".";
  }

  /**
   * In a workbook with a known table, a sheet that is none is passed over; else all is held, and so
   * is one that is called as a table is and has lost its headings.
   */
  private List<ReceivedTable> judged(
      List<ReceivedTable> tables, Map<ReceivedTable, String> nearest) {
    boolean anyKnown = tables.stream().anyMatch(table -> table.found().isPresent());
    List<ReceivedTable> judged = new ArrayList<>();
    for (ReceivedTable table : tables) {
      if (table.found().isPresent()
          || !table.heldBecause().isEmpty()
          || !table.leftOutBecause().isEmpty()) {
        judged.add(table);
      } else if (headings.tableCalled(table.sheetName()).isEmpty()
          && (anyKnown || (table.passedOver() && tables.size() > 1))) {
        judged.add(table.asPassedOver());
      } else {
        judged.add(
            table.held(
                table.passedOver()
                    ? "There is nothing in it."
                    : unknown(table) + nearest.getOrDefault(table, "")));
      }
    }
    return judged;
  }

  private String unknown(ReceivedTable table) {
    return headings
            .tableCalled(table.sheetName())
            .map(known -> "It is called as " + known + " are, but its headings")
            .orElse("Its headings")
        + " are those of no table in jobs/profiles ("
        + String.join(", ", headings.profileNames())
        + ").";
  }
}
