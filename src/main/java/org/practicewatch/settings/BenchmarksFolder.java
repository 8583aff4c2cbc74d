package org.practicewatch.settings;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Benchmarks;
import org.practicewatch.compliance.PublishedFigure;
import org.practicewatch.compliance.PublishedSeries;
import org.practicewatch.compliance.Whose;
import org.practicewatch.settings.DfeTables.Level;
import org.practicewatch.settings.DfeTables.Row;
import org.practicewatch.settings.DfeTables.Table;

/**
 * The folder {@code jobs/benchmarks/}: what DfE has published, and whose of it is shown beside our
 * own figures. Without the folder nothing is.
 */
final class BenchmarksFolder {

  static final String FOLDER = "benchmarks";
  static final String MEASURES = "measures.yml";
  static final String PUBLISHED = "published.yml";
  static final String COMPARISON = "benchmarks.yml";

  private static final String PRINTED = "jobs/" + FOLDER + "/";
  private static final Set<String> FILES = Set.of(MEASURES, PUBLISHED, COMPARISON);

  private final Path folder;
  private final YamlFiles files;
  private final List<SettingsMistake> mistakes;

  BenchmarksFolder(Path jobs, YamlFiles files, List<SettingsMistake> mistakes) {
    this.folder = jobs.resolve(FOLDER);
    this.files = files;
    this.mistakes = mistakes;
  }

  /**
   * Everything in the folder; empty where it is wrong, and the mistakes are told.
   *
   * @param standards ids of the standards there are, switched off or not
   */
  Optional<Benchmarks> read(Set<String> standards) {
    if (!Files.isDirectory(folder)) {
      return Optional.of(Benchmarks.NONE);
    }
    int before = mistakes.size();
    List<Path> csv = csvFiles();
    Optional<MeasuresFile> measures = files.read(folder.resolve(MEASURES), MeasuresFile.class);
    Optional<PublishedFile> published = files.read(folder.resolve(PUBLISHED), PublishedFile.class);
    Path comparison = folder.resolve(COMPARISON);
    Optional<ComparisonFile> compared =
        Files.exists(comparison)
            ? files.read(comparison, ComparisonFile.class)
            : Optional.of(new ComparisonFile(null, null, List.of()));
    measures.ifPresent(one -> check(one, standards));
    if (measures.isEmpty() || published.isEmpty() || compared.isEmpty()) {
      return Optional.empty();
    }
    check(published.get(), measures.get());
    Benchmarks read =
        new Series(measures.get(), published.get(), tables(measures.get(), csv))
            .beside(compared.get());
    return mistakes.size() == before ? Optional.of(read) : Optional.empty();
  }

  private List<Path> csvFiles() {
    List<Path> csv = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path file : entries.sorted().toList()) {
        String name = file.getFileName().toString();
        if (isCsv(name)) {
          csv.add(file);
        } else if (!FILES.contains(name) && !isPassedOver(name.toLowerCase(Locale.ROOT))) {
          mistake(
              name,
              "",
              "only "
                  + String.join(", ", new TreeSet<>(FILES))
                  + " and DfE's tables as CSV are read here. Take it out of this folder.");
        }
      }
    } catch (IOException unreadable) {
      mistakes.add(new SettingsMistake("jobs/" + FOLDER, "", "this folder cannot be read."));
    }
    return csv;
  }

  /** Whether a file, by its place in {@code jobs/}, is one that DfE's figures may stand in. */
  static boolean isTable(Path inJobs) {
    return inJobs.startsWith(FOLDER) && isCsv(inJobs.getFileName().toString());
  }

  private static boolean isCsv(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  /** Notes, and what the machine leaves behind. */
  private static boolean isPassedOver(String name) {
    return name.startsWith(".")
        || name.startsWith("~$")
        || name.startsWith("readme")
        || name.equals("thumbs.db");
  }

  private void check(MeasuresFile measures, Set<String> standards) {
    boolean standardsComplete =
        mistakes.stream().noneMatch(one -> one.file().startsWith("jobs/standards"));
    Set<String> ids = new HashSet<>();
    for (MeasuresFile.Entry one : measures.measures()) {
      String at = "measures > '" + one.measure() + "'";
      if (!ids.add(one.measure())) {
        mistake(MEASURES, at, "this measure stands here twice. Leave one of them.");
      }
      if (standardsComplete && !standards.contains(one.standard())) {
        mistake(
            MEASURES,
            at + " > standard",
            "'"
                + one.standard()
                + "' is no standard."
                + PlainWords.knownWords(one.standard(), standards));
      }
      if (one.publishedIn().inTime().isEmpty()) {
        mistake(MEASURES, at + " > published in > in time", "there is no column. Give one.");
      }
    }
  }

  private void check(PublishedFile published, MeasuresFile measures) {
    List<String> ids = measures.measures().stream().map(MeasuresFile.Entry::measure).toList();
    Set<String> codes = new HashSet<>();
    for (PublishedFile.Area area : areas(published)) {
      String at = "'" + area.area() + "' > ";
      if (!codes.add(area.code())) {
        mistake(
            PUBLISHED, at + "code", "another area has the code '" + area.code() + "'. Correct it.");
      }
      area.percent()
          .forEach(
              (measure, years) -> {
                if (!ids.contains(measure)) {
                  mistake(
                      PUBLISHED,
                      at + "percent",
                      "'"
                          + measure
                          + "' is no measure of "
                          + PRINTED
                          + MEASURES
                          + "."
                          + PlainWords.knownWords(measure, ids));
                }
                years.forEach((year, percent) -> check(at + measure, year, percent));
              });
    }
  }

  private void check(String at, int year, BigDecimal percent) {
    if (year < 2000 || year > 2999) {
      mistake(PUBLISHED, at, "'" + year + "' should be a year, such as 2024.");
    }
    if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      mistake(
          PUBLISHED,
          at,
          "'"
              + percent.toPlainString()
              + "' of "
              + year
              + " should be a percentage from 0 to 100.");
    }
  }

  private static List<PublishedFile.Area> areas(PublishedFile published) {
    List<PublishedFile.Area> areas = new ArrayList<>(List.of(published.england()));
    areas.addAll(published.regions());
    return areas;
  }

  /** Of each measure the table that reaches furthest; older ones beside it are not read. */
  private List<Table> tables(MeasuresFile measures, List<Path> csv) {
    Map<String, Table> newest = new LinkedHashMap<>();
    DfeTables reader = new DfeTables(measures, mistakes);
    for (Path file : csv) {
      reader
          .read(file, PRINTED + file.getFileName())
          .ifPresent(table -> newest.merge(table.measure(), table, this::newer));
    }
    return List.copyOf(newest.values());
  }

  private Table newer(Table one, Table other) {
    if (one.newestYear() == other.newestYear()) {
      mistakes.add(
          new SettingsMistake(
              other.file(),
              "",
              one.file()
                  + " gives "
                  + one.measure()
                  + " up to "
                  + one.newestYear()
                  + " too. Keep one of the two."));
    }
    return other.newestYear() > one.newestYear() ? other : one;
  }

  /** The series of every area, and which of them are asked for. */
  private final class Series {

    private final MeasuresFile measures;
    private final PublishedFile published;
    private final List<Table> tables;

    Series(MeasuresFile measures, PublishedFile published, List<Table> tables) {
      this.measures = measures;
      this.published = published;
      this.tables = tables;
    }

    Benchmarks beside(ComparisonFile compared) {
      List<PublishedSeries> series = new ArrayList<>();
      Council ours = council("our council", compared.council());
      if (ours != null) {
        series.add(ours.series(Whose.PUBLISHED_OF_US));
      }
      series.add(area(Whose.ENGLAND, Level.NATIONAL, published.england()));
      String region = compared.region();
      if (region != null) {
        findRegion(region).ifPresent(area -> series.add(area(Whose.REGION, Level.REGIONAL, area)));
      }
      Set<String> shown = new HashSet<>();
      if (ours != null) {
        shown.add(ours.code());
      }
      for (String one : compared.neighbours()) {
        Council neighbour = council("neighbours", one);
        if (neighbour != null && shown.add(neighbour.code())) {
          series.add(neighbour.series(Whose.NEIGHBOUR));
        } else if (neighbour != null) {
          mistake(COMPARISON, "neighbours", "'" + one + "' is shown already. Delete it here.");
        }
      }
      return new Benchmarks(
          measures.yearBegins(),
          end(published.source()) + " " + end(published.licence()),
          measures.measures().stream().map(MeasuresFile.Entry::toMeasure).toList(),
          series);
    }

    private static String end(String sentence) {
      return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private Optional<PublishedFile.Area> findRegion(String named) {
      Optional<PublishedFile.Area> found =
          published.regions().stream()
              .filter(
                  area ->
                      area.area().equalsIgnoreCase(named) || area.code().equalsIgnoreCase(named))
              .findFirst();
      if (found.isEmpty()) {
        mistake(
            COMPARISON,
            "region",
            "'"
                + named
                + "' is no region in "
                + PRINTED
                + PUBLISHED
                + "."
                + PlainWords.knownWords(
                    named, published.regions().stream().map(PublishedFile.Area::area).toList()));
      }
      return found;
    }

    /** What our own file says; a table that a council has put beside it knows better. */
    private PublishedSeries area(Whose whose, Level level, PublishedFile.Area area) {
      Map<String, SortedMap<Integer, PublishedFigure>> figures = new HashMap<>();
      area.percent()
          .forEach(
              (measure, years) ->
                  years.forEach(
                      (year, percent) ->
                          put(
                              figures,
                              measure,
                              year,
                              new PublishedFigure(percent.setScale(1, RoundingMode.HALF_UP), ""))));
      for (Table table : tables) {
        table.rows().stream()
            .filter(row -> row.level() == level && row.code().equals(area.code()))
            .forEach(row -> put(figures, table.measure(), row.year(), row.figure()));
      }
      return new PublishedSeries(whose, area.code(), area.area(), figures);
    }

    private @Nullable Council council(String key, @Nullable String named) {
      if (named == null) {
        return null;
      }
      List<Row> all =
          tables.stream()
              .flatMap(table -> table.rows().stream())
              .filter(row -> row.level() == Level.COUNCIL)
              .toList();
      Optional<Row> found = all.stream().filter(row -> isCalled(row, named)).findFirst();
      if (found.isEmpty()) {
        Set<String> names = new TreeSet<>();
        all.forEach(row -> names.add(row.name()));
        mistake(
            COMPARISON,
            key,
            "'"
                + named
                + (all.isEmpty()
                    ? "' cannot be found, for no table in this folder has councils. Put DfE's tables"
                        + " here as CSV, or delete this line."
                    : "' is no code and no name of a council in the tables in this folder."
                        + PlainWords.near(named, names)
                        + " Write it as in their column new_la_code or la_name."));
        return null;
      }
      return new Council(found.get(), all, tables);
    }

    private static boolean isCalled(Row row, String named) {
      return row.code().equalsIgnoreCase(named)
          || row.name().equalsIgnoreCase(named)
          || (!row.oldCode().isEmpty() && row.oldCode().equals(named));
    }
  }

  /** A council in all the tables, under every code it has had. */
  private static final class Council {

    private final Row newest;
    private final List<Table> tables;

    Council(Row one, List<Row> all, List<Table> tables) {
      this.tables = tables;
      this.newest =
          all.stream()
              .filter(row -> isSame(row, one))
              .reduce((row, other) -> other.year() > row.year() ? other : row)
              .orElse(one);
    }

    private static boolean isSame(Row row, Row other) {
      return row.code().equals(other.code())
          || (!row.oldCode().isEmpty() && row.oldCode().equals(other.oldCode()));
    }

    String code() {
      return newest.code();
    }

    PublishedSeries series(Whose whose) {
      Map<String, SortedMap<Integer, PublishedFigure>> figures = new HashMap<>();
      for (Table table : tables) {
        table.rows().stream()
            .filter(row -> row.level() == Level.COUNCIL && isSame(row, newest))
            .forEach(row -> put(figures, table.measure(), row.year(), row.figure()));
      }
      return new PublishedSeries(whose, newest.code(), newest.name(), figures);
    }
  }

  private static void put(
      Map<String, SortedMap<Integer, PublishedFigure>> figures,
      String measure,
      int year,
      PublishedFigure figure) {
    figures.computeIfAbsent(measure, each -> new TreeMap<>()).put(year, figure);
  }

  private void mistake(String file, String where, String problem) {
    mistakes.add(new SettingsMistake(PRINTED + file, where, problem));
  }
}
