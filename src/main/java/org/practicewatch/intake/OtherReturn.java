package org.practicewatch.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * National returns other than the looked-after one. Each XML return of the DfE says in its header
 * which collection it is of ({@code CollectionDetails}, in the DfE's technical specifications of
 * its collections), and has records that are called as some of ours are.
 */
final class OtherReturn {

  private static final String DETAILS = "CollectionDetails";
  private static final String COLLECTION = "collection";

  /** How the looked-after return calls itself. */
  private static final Set<String> OURS = Set.of("cla", "ssda903", "903", "childrenlookedafter");

  private static final Map<String, String> NAMES =
      Map.of(
          "cin", "the children in need census",
          "cincensus", "the children in need census",
          "sc", "the school census",
          "schoolcensus", "the school census",
          "ap", "the alternative provision census",
          "ey", "the early years census",
          "swf", "the school workforce census",
          "schoolworkforce", "the school workforce census",
          "cswwf", "the children's social work workforce census",
          "sen2", "the SEN2 return");

  private static final Pattern YEAR = Pattern.compile("\\b(19|20)\\d\\d\\b");

  private OtherReturn() {}

  /** Why a file is held in which a sheet says that it is another return. */
  static Optional<String> find(String sheet, List<SourceRow> rows) {
    if (!sheet.equalsIgnoreCase(DETAILS) || rows.size() < 2) {
      return Optional.empty();
    }
    SourceRow names = rows.get(0);
    SourceRow values = rows.get(1);
    return names.cells().stream()
        .filter(cell -> Headings.normal(cell.text()).equals(COLLECTION))
        .flatMap(cell -> values.cells().stream().filter(one -> one.column() == cell.column()))
        .map(cell -> CellText.shown(CellText.tidy(cell.text())))
        .filter(collection -> !OURS.contains(bare(collection)))
        .map(collection -> told(collection, values))
        .findFirst();
  }

  private static String told(String collection, SourceRow values) {
    String name = NAMES.getOrDefault(bare(collection), "another national return");
    String year =
        values.cells().stream()
            .map(cell -> YEAR.matcher(cell.text()))
            .filter(Matcher::find)
            .map(Matcher::group)
            .findFirst()
            .map(found -> ", " + found)
            .orElse("");
    return "This is "
        + name
        + " (Collection "
        + collection
        + year
        + "), which is not read: of the national returns only the looked-after one (SSDA903) is."
        + " Take it out of the folder.";
  }

  private static String bare(String collection) {
    return collection.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
