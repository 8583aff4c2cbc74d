package org.practicewatch.intake.spreadsheet;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    if (strings == null) {
      strings =
          sharedStringsPart == null ? List.of() : SharedStrings.read(parts.open(sharedStringsPart));
    }
    return new XlsxSheet(
        sheet.name(),
        sheet.hidden(),
        parts.open(sheet.part()),
        () -> parts.mergedCells(sheet.part()),
        strings,
        styles,
        from1904);
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
          // Chart sheets, dialogs and macro sheets hold no rows.
          if (relation != null && relation.type().equals("worksheet")) {
            String state = orEmpty(xml.attribute("state"));
            sheets.add(
                new Sheet(
                    orEmpty(xml.attribute("name")),
                    state.equals("hidden") || state.equals("veryHidden"),
                    relation.part()));
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
    Map<String, Relation> relations = new HashMap<>();
    try (XmlPart xml = parts.open(folder + "_rels/" + part.substring(slash) + ".rels")) {
      while (xml.nextElement()) {
        String id = xml.attribute("Id");
        String type = xml.attribute("Type");
        String target = xml.attribute("Target");
        if (id != null
            && type != null
            && target != null
            && !"External".equals(xml.attribute("TargetMode"))) {
          String path = URI.create("/" + folder).resolve(target.replace('\\', '/')).getPath();
          relations.put(
              id, new Relation(type.substring(type.lastIndexOf('/') + 1), path.substring(1)));
        }
      }
    } catch (XMLStreamException e) {
      throw ZipParts.damaged(e);
    }
    return relations;
  }

  private static @Nullable String partOfType(String type, Map<String, Relation> relations) {
    for (Relation relation : relations.values()) {
      if (relation.type().equals(type)) {
        return relation.part();
      }
    }
    return null;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private record Sheet(String name, boolean hidden, String part) {}

  /** A link from one part to another; the type is the last word of its URI, in either form. */
  private record Relation(String type, String part) {}
}
