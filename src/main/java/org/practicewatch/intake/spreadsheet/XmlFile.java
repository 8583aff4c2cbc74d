package org.practicewatch.intake.spreadsheet;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.practicewatch.intake.SourceFile;
import org.practicewatch.intake.SourceSheet;
import org.practicewatch.intake.UnreadableExtract;

/**
 * An XML file of records, laid flat: a sheet for each kind of element that has values, with a row
 * for each such element and a column for each value.
 */
final class XmlFile implements SourceFile {

  /** Each is looked through for itself; the return has a dozen. */
  private static final int MOST_TABLES = 64;

  private final Path file;
  private final Charset charset;
  private final XmlKind top;
  private final List<XmlTable> tables;

  private XmlFile(Path file, Charset charset, XmlKind top, List<XmlTable> tables) {
    this.file = file;
    this.charset = charset;
    this.top = top;
    this.tables = tables;
  }

  static SourceFile open(Path file, Charset charset) {
    XmlKind top = XmlKind.of(file, charset);
    List<XmlKind> kinds = top.withAllInside().filter(XmlKind::isTable).toList();
    if (kinds.isEmpty() || top.withAllInside().noneMatch(XmlKind::hasWords)) {
      throw new UnreadableExtract(
          "This XML file holds no records: none of its elements has values inside it.");
    }
    if (kinds.size() > MOST_TABLES) {
      throw new UnreadableExtract(
          "The XML file holds more than "
              + MOST_TABLES
              + " kinds of records, as no return does, so it was not read.");
    }
    List<XmlTable> tables = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (XmlKind kind : kinds) {
      tables.add(XmlTable.of(kind, nameOf(kind, kinds, names)));
    }
    return new XmlFile(file, charset, top, tables);
  }

  /** Its element's name; where others are named alike, with what it stands in, or a number. */
  private static String nameOf(XmlKind kind, List<XmlKind> kinds, Set<String> taken) {
    boolean alone = kinds.stream().filter(one -> one.name().equals(kind.name())).count() == 1;
    String name = alone ? kind.name() : kind.outer().name() + "/" + kind.name();
    String free = name;
    for (int number = 2; !taken.add(free); number++) {
      free = name + " " + number;
    }
    return free;
  }

  @Override
  public List<String> sheetNames() {
    return tables.stream().map(XmlTable::name).toList();
  }

  @Override
  public SourceSheet open(int sheet) {
    return new XmlSheet(tables.get(sheet), top, new XmlElements(file, charset));
  }

  @Override
  public void close() {
    // Only a sheet holds the file open.
  }
}
