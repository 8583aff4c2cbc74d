package org.practicewatch.intake.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.SourceFile;
import org.practicewatch.intake.SourceSheet;
import org.practicewatch.intake.UnreadableExtract;

/**
 * An XLSX workbook, streamed. POI's own model of a workbook is left aside: it is several times
 * slower and does not read the strict form.
 */
final class XlsxFile implements SourceFile {

  /** Sheets of these types hold a chart, a dialog or macros, and no rows. */
  private static final Set<String> WITHOUT_ROWS =
      Set.of("chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet");

  private final ZipParts parts;
  private final List<Sheet> sheets = new ArrayList<>();
  private final DateStyles styles;
  private final @Nullable String sharedStringsPart;
  private @Nullable List<String> strings;
  private boolean from1904;

  private XlsxFile(ZipParts parts) {
    this.parts = parts;
    String workbook = workbookPart(parts);
    Map<String, Relation> relations = relations(parts, workbook);
    readWorkbook(workbook, relations);
    String stylesPart = partOfType("styles", relations);
    this.styles = stylesPart == null ? DateStyles.NONE : DateStyles.read(parts.open(stylesPart));
    this.sharedStringsPart = partOfType("sharedStrings", relations);
  }

  static SourceFile open(Path file) throws IOException {
    ZipParts parts = ZipParts.open(file);
    try {
      return new XlsxFile(parts);
    } catch (UnreadableExtract e) {
      parts.close();
      throw e;
    } catch (RuntimeException e) {
      // What a damaged part makes the parsers throw is not declared anywhere.
      parts.close();
      throw ZipParts.damaged(e);
    }
  }

  @Override
  public List<String> sheetNames() {
    return sheets.stream().map(Sheet::name).toList();
  }

  @Override
  public SourceSheet open(int index) {
    Sheet sheet = sheets.get(index);
    String part = partOf(index);
    if (strings == null) {
      strings =
          sharedStringsPart == null
              ? List.of()
              : SharedStrings.read(() -> parts.bytes(sharedStringsPart));
    }
    CellValues values = new CellValues(strings, styles, from1904);
    return new XlsxSheet(
        sheet.name(),
        sheet.hidden(),
        new RowsOfPart(() -> parts.bytes(part), PartBytes.PIECE, values),
        () -> parts.mergedCells(part));
  }

  /** Where the rows of a sheet are. */
  private String partOf(int index) {
    String part = sheets.get(index).part();
    if (part == null || !parts.has(part)) {
      throw new UnreadableExtract(
          "The workbook names this sheet, and what it holds is not in the workbook. Please save it"
              + " again in Excel.");
    }
    if (sheets.subList(0, index).stream().anyMatch(other -> part.equalsIgnoreCase(other.part()))) {
      throw new UnreadableExtract(
          "The workbook is damaged: this sheet is the same as one before it. Please save it again in"
              + " Excel.");
    }
    return part;
  }

  @Override
  public void close() {
    parts.close();
  }

  private void readWorkbook(String workbook, Map<String, Relation> relations) {
    try (XmlPart xml = parts.open(workbook)) {
      while (xml.nextElement()) {
        if (xml.name().equals("workbookPr")) {
          from1904 = xml.flag("date1904");
        } else if (xml.name().equals("sheet")) {
          Relation relation = relations.get(orEmpty(xml.attribute("id")));
          if (relation == null || !WITHOUT_ROWS.contains(relation.type())) {
            String state = orEmpty(xml.attribute("state"));
            sheets.add(
                new Sheet(
                    orEmpty(xml.attribute("name")),
                    state.equals("hidden") || state.equals("veryHidden"),
                    relation == null ? null : relation.part()));
          }
        }
      }
    } catch (XMLStreamException e) {
      throw ZipParts.damaged(e);
    }
  }

  private static String workbookPart(ZipParts parts) {
    if (parts.has("mimetype") && !parts.has("_rels/.rels")) {
      throw new UnreadableExtract(
          "This is an OpenDocument file (such as .ods), which is not read. Please save it as an"
              + " Excel workbook (.xlsx).");
    }
    if (parts.has("Index/Document.iwa") || parts.has("Index.zip")) {
      throw new UnreadableExtract(
          "This is an Apple Numbers file, which is not read. Please export it as an Excel workbook"
              + " (.xlsx).");
    }
    String part =
        parts.has("_rels/.rels") ? partOfType("officeDocument", relations(parts, "")) : null;
    if (part == null || !(part.startsWith("xl/") || part.contains("workbook"))) {
      throw new UnreadableExtract(
          part == null
              ? "This is a zip archive, not a workbook. Please send the workbook that is inside it."
              : "This is a document of another kind (such as Word or PowerPoint), not a workbook.");
    }
    if (part.endsWith(".bin")) {
      throw new UnreadableExtract(
          "This is an Excel binary workbook (.xlsb), which is not read. Please save it as an Excel"
              + " workbook (.xlsx).");
    }
    return part;
  }

  /** The relations of a part by their id; those of the package itself for the empty name. */
  private static Map<String, Relation> relations(ZipParts parts, String part) {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    Map<String, Relation> relations = new LinkedHashMap<>();
    try (XmlPart xml = parts.open(folder + "_rels/" + part.substring(slash) + ".rels")) {
      while (xml.nextElement()) {
        String id = xml.attribute("Id");
        String type = xml.attribute("Type");
        String target = xml.attribute("Target");
        if (id != null && type != null) {
          boolean external = "External".equals(xml.attribute("TargetMode"));
          Relation relation =
              new Relation(
                  type.substring(type.lastIndexOf('/') + 1),
                  target == null || external ? null : PartName.of(folder, target));
          Relation before = relations.put(id, relation);
          if (before != null && !before.equals(relation)) {
            throw new UnreadableExtract(
                "The workbook is damaged: two of its parts go by one id. Please save it again in"
                    + " Excel.");
          }
        }
      }
    } catch (XMLStreamException e) {
      throw ZipParts.damaged(e);
    }
    return relations;
  }

  /** The part of a type; null where the workbook has none. */
  private static @Nullable String partOfType(String type, Map<String, Relation> relations) {
    for (Relation relation : relations.values()) {
      if (relation.type().equals(type)) {
        if (relation.part() == null) {
          throw new UnreadableExtract(
              "The workbook is damaged: a part of it is said to be outside it. Please save it again"
                  + " in Excel.");
        }
        return relation.part();
      }
    }
    return null;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** A sheet that the workbook names, and its part where that is within the workbook. */
  private record Sheet(String name, boolean hidden, @Nullable String part) {}

  /**
   * A link from one part to another; the type is the last word of its URI, in either form. What
   * lies outside the workbook is no part, and is never opened.
   */
  private record Relation(String type, @Nullable String part) {}
}
