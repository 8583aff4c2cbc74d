package org.practicewatch.settings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.PublishedFigure;
import org.practicewatch.intake.SourceCell;
import org.practicewatch.intake.SourceFile;
import org.practicewatch.intake.SourceRow;
import org.practicewatch.intake.SourceSheet;
import org.practicewatch.intake.UnreadableExtract;
import org.practicewatch.intake.spreadsheet.Spreadsheets;

/**
 * Reads the tables that DfE publishes, as CSV, where a council has put them into {@code
 * jobs/benchmarks/}. What a cell cannot give is told with its file, row and column.
 */
final class DfeTables {

  private static final String YEAR = "time_period";
  private static final String LEVEL = "geographic_level";
  private static final int MORE_THAN_ANYONE_READS = 20;

  private static final Pattern A_YEAR = Pattern.compile("[12][0-9]{3}");
  private static final Pattern A_NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]+)?");
  private static final Pattern A_COUNT = Pattern.compile("[0-9]{1,8}");

  private final MeasuresFile measures;
  private final List<SettingsMistake> mistakes;

  DfeTables(MeasuresFile measures, List<SettingsMistake> mistakes) {
    this.measures = measures;
    this.mistakes = mistakes;
  }

  /** What a row of DfE's is of; its own words for it. */
  enum Level {
    NATIONAL("National", "country_code", "country_name"),
    REGIONAL("Regional", "region_code", "region_name"),
    COUNCIL("Local authority", "new_la_code", "la_name");

    private final String words;
    private final String code;
    private final String name;

    Level(String words, String code, String name) {
      this.words = words;
      this.code = code;
      this.name = name;
    }
  }

  /**
   * One figure of one area.
   *
   * @param oldCode of a council, DfE's three digits, which stay when a reorganisation changes the
   *     code; else empty
   */
  record Row(
      int number,
      Level level,
      String code,
      String oldCode,
      String name,
      int year,
      PublishedFigure figure) {}

  /**
   * A measure as one file gives it.
   *
   * @param file as printed
   */
  record Table(String file, String measure, List<Row> rows) {

    int newestYear() {
      return rows.stream().mapToInt(Row::year).max().orElse(0);
    }
  }

  /** The table of a file; empty where it is another of DfE's, or wrong and told. */
  Optional<Table> read(Path path, String file) {
    try (SourceFile source = Spreadsheets.open(path);
        SourceSheet sheet = source.open(0)) {
      SourceRow first = sheet.next();
      if (first == null) {
        mistake(file, "", "there is nothing in this file.");
        return Optional.empty();
      }
      return new Reading(file, first).read(sheet);
    } catch (UnreadableExtract unreadable) {
      mistake(file, "", String.valueOf(unreadable.getMessage()));
    }
    return Optional.empty();
  }

  private static Map<String, Integer> headings(SourceRow row) {
    Map<String, Integer> headings = new HashMap<>();
    for (SourceCell cell : row.cells()) {
      headings.putIfAbsent(fold(cell.text()), cell.column());
    }
    return headings;
  }

  private static String fold(String heading) {
    return heading.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
  }

  /** One file, while it is read. */
  private final class Reading {

    private final String file;
    private final Map<String, Integer> headings;
    private final int width;
    private final Map<String, Integer> firstRowOf = new HashMap<>();
    private int told;

    Reading(String file, SourceRow first) {
      this.file = file;
      this.headings = headings(first);
      this.width = first.width();
    }

    Optional<Table> read(SourceSheet sheet) {
      if (!has(YEAR) || !has(LEVEL)) {
        mistake(
            file,
            "",
            "this is no table of DfE's, for it has no columns '"
                + YEAR
                + "' and '"
                + LEVEL
                + "'. Take it out of this folder.");
        return Optional.empty();
      }
      for (MeasuresFile.Entry entry : measures.measures()) {
        MeasuresFile.Columns columns = entry.publishedIn();
        if (columns.inTime().stream().anyMatch(this::has)) {
          return isWhole(entry) ? Optional.of(rows(sheet, entry)) : Optional.empty();
        }
      }
      return Optional.empty();
    }

    private boolean has(String heading) {
      return headings.containsKey(fold(heading));
    }

    private boolean isWhole(MeasuresFile.Entry entry) {
      List<String> needed = new ArrayList<>(entry.publishedIn().inTime());
      needed.add(entry.publishedIn().outOf());
      for (Level level : Level.values()) {
        needed.add(level.code);
        needed.add(level.name);
      }
      List<String> missing = needed.stream().filter(heading -> !has(heading)).toList();
      if (missing.isEmpty()) {
        return true;
      }
      mistake(
          file,
          "",
          "this looks like DfE's table of "
              + entry.measure()
              + " but has no column '"
              + String.join("', '", missing)
              + "'. Put it right here, or in jobs/benchmarks/measures.yml where DfE has renamed it.");
      return false;
    }

    private Table rows(SourceSheet sheet, MeasuresFile.Entry entry) {
      List<Row> rows = new ArrayList<>();
      for (SourceRow row = sheet.next();
          row != null && told < MORE_THAN_ANYONE_READS;
          row = sheet.next()) {
        if (!row.fitsUnder(width)) {
          wrong(row.number(), YEAR, SourceRow.MISFIT);
          continue;
        }
        Map<Integer, String> cells = new HashMap<>();
        row.cells().forEach(cell -> cells.put(cell.column(), cell.text().strip()));
        Row read = new RowReading(row.number(), cells).read(entry.publishedIn());
        if (read != null && isFirst(read)) {
          rows.add(read);
        }
      }
      return new Table(file, entry.measure(), rows);
    }

    private boolean isFirst(Row row) {
      Integer before = firstRowOf.putIfAbsent(row.code() + " " + row.year(), row.number());
      if (before != null) {
        wrong(
            row.number(),
            YEAR,
            "'"
                + row.name()
                + "' stands here and in row "
                + before
                + " for "
                + row.year()
                + ". Delete one of the two.");
      }
      return before == null;
    }

    private void wrong(int row, String column, String problem) {
      told++;
      mistake(file, "row " + row + ", " + column, problem);
    }

    /** One row, while it is read. */
    private final class RowReading {

      private final int number;
      private final Map<Integer, String> cells;

      RowReading(int number, Map<Integer, String> cells) {
        this.number = number;
        this.cells = cells;
      }

      private String cell(String heading) {
        Integer column = headings.get(fold(heading));
        return column == null ? "" : cells.getOrDefault(column, "");
      }

      /** Null where it is of no area that we show, or wrong and told. */
      @Nullable Row read(MeasuresFile.Columns columns) {
        for (Level level : Level.values()) {
          if (cell(LEVEL).equalsIgnoreCase(level.words)) {
            return read(level, columns);
          }
        }
        return null;
      }

      private @Nullable Row read(Level level, MeasuresFile.Columns columns) {
        String code = cell(level.code);
        String year = cell(YEAR);
        if (!A_YEAR.matcher(year).matches()) {
          wrong(number, YEAR, "'" + year + "' should be a year of four digits, such as 2024.");
          return null;
        }
        if (code.isEmpty()) {
          wrong(number, level.code, "there is no code here.");
          return null;
        }
        PublishedFigure figure = figure(columns);
        String oldCode = level == Level.COUNCIL ? cell("old_la_code") : "";
        return figure == null
            ? null
            : new Row(
                number, level, code, oldCode, cell(level.name), Integer.parseInt(year), figure);
      }

      /** DfE's own percentage where it gives one; else ours from its counts. */
      private @Nullable PublishedFigure figure(MeasuresFile.Columns columns) {
        String heading = columns.percent();
        if (heading != null && !cell(heading).isEmpty()) {
          String percent = cell(heading);
          return A_NUMBER.matcher(percent).matches()
              ? published(heading, new BigDecimal(percent))
              : marked(heading, percent);
        }
        int inTime = 0;
        for (String column : columns.inTime()) {
          if (!A_COUNT.matcher(cell(column)).matches()) {
            return marked(column, cell(column));
          }
          inTime += Integer.parseInt(cell(column));
        }
        if (!A_COUNT.matcher(cell(columns.outOf())).matches()) {
          return marked(columns.outOf(), cell(columns.outOf()));
        }
        BigDecimal percent = Figure.percent(inTime, Integer.parseInt(cell(columns.outOf())));
        return percent == null ? PublishedFigure.NONE_DUE : published(columns.outOf(), percent);
      }

      private @Nullable PublishedFigure published(String column, BigDecimal percent) {
        if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
          wrong(number, column, "this gives " + percent.toPlainString() + " per cent.");
          return null;
        }
        return new PublishedFigure(percent.setScale(1, RoundingMode.HALF_UP), "");
      }

      private @Nullable PublishedFigure marked(String column, String mark) {
        String means = measures.marks().get(mark);
        if (means == null) {
          wrong(
              number,
              column,
              "'"
                  + mark
                  + "' is neither a number nor one of the marks in jobs/benchmarks/measures.yml:"
                  + " "
                  + String.join(", ", new TreeMap<>(measures.marks()).keySet())
                  + ".");
          return null;
        }
        return new PublishedFigure(null, means);
      }
    }
  }

  private void mistake(String file, String where, String problem) {
    mistakes.add(new SettingsMistake(file, where, problem));
  }
}
