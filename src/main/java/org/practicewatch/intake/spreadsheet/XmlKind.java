package org.practicewatch.intake.spreadsheet;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.UnreadableExtract;

/**
 * A kind of element: all those of one name inside the same kind. Which kinds a file has is known
 * only once it was read to its end, which also shows that it is whole.
 */
final class XmlKind {

  private static final int MOST_KINDS = 1_000;
  private static final String ID = "id";

  private final String name;
  private final String plainName;
  private final @Nullable XmlKind above;
  private final Map<String, XmlKind> below = new LinkedHashMap<>();
  private boolean hasWords;

  private XmlKind(String name, @Nullable XmlKind above) {
    this.name = name;
    this.plainName = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    this.above = above;
  }

  /** The kinds of a file: what it returns stands above the root. */
  static XmlKind of(Path file, Charset charset) {
    XmlKind top = new XmlKind("", null);
    XmlKind here = top;
    int kinds = 0;
    try (XmlElements xml = new XmlElements(file, charset)) {
      for (XmlElements.Event event = xml.next();
          event != XmlElements.Event.END_OF_FILE;
          event = xml.next()) {
        switch (event) {
          case OPENS -> {
            XmlKind known = here.below.get(xml.name());
            if (known == null) {
              known = new XmlKind(xml.name(), here);
              here.below.put(xml.name(), known);
              kinds++;
            }
            here = known;
          }
          case TEXT -> here.hasWords = here.hasWords || !xml.isBlank();
          default -> here = here.outer();
        }
        if (kinds > MOST_KINDS) {
          throw new UnreadableExtract(
              "The XML file holds more than "
                  + MOST_KINDS
                  + " kinds of elements, as no return does, so it was not read.");
        }
      }
    }
    return top;
  }

  String name() {
    return name;
  }

  /** The kind around it, or itself where there is none. */
  XmlKind outer() {
    return above == null ? this : above;
  }

  /** The kind of an element inside it, or null where the first reading met none. */
  @Nullable XmlKind inner(String elementName) {
    return below.get(elementName);
  }

  Collection<XmlKind> inner() {
    return below.values();
  }

  /** A value: an element that never holds others. */
  boolean isValue() {
    return below.isEmpty();
  }

  boolean hasWords() {
    return hasWords;
  }

  /** Whether words stand in it beside elements, where none belong. */
  boolean hasLooseWords() {
    return hasWords && !isValue();
  }

  /** Whether its elements are rows: what has values. */
  boolean isTable() {
    return above != null && (hasLooseWords() || below.values().stream().anyMatch(XmlKind::isValue));
  }

  /** Itself and all kinds inside it, in the order in which the file first has them. */
  Stream<XmlKind> withAllInside() {
    return Stream.concat(Stream.of(this), below.values().stream().flatMap(XmlKind::withAllInside));
  }

  /** Itself and what it stands in, from the inside out. */
  List<XmlKind> withAllAround() {
    List<XmlKind> around = new ArrayList<>();
    for (XmlKind kind = this; kind.above != null; kind = kind.above) {
      around.add(kind);
    }
    return around;
  }

  /** A value that has the name of what it stands in, or that name and "ID": CHILDID in a CHILD. */
  boolean isIdOf(XmlKind record) {
    String whole = record.plainName;
    boolean longer = plainName.length() == whole.length() + ID.length() && plainName.endsWith(ID);
    return isValue() && (longer || plainName.equals(whole)) && plainName.startsWith(whole);
  }
}
