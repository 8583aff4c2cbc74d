package org.practicewatch.settings;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads on behind a mistake: the place is cut out, or something put where a key is missing, so that
 * all mistakes of an entry are told and not the first alone.
 */
final class ReadingOn {

  private static final int MORE_THAN_ANYONE_READS = 200;

  private final Mistakes mistakes;
  private final String file;
  private final String where;
  private final JsonNode root;
  private final Set<String> cutOut = new HashSet<>();

  /**
   * An entry to be read.
   *
   * @param file as printed
   * @param where its id, or its place in the list; empty where it is the whole file
   * @param root changed by the reading
   */
  ReadingOn(Mistakes mistakes, String file, String where, JsonNode root) {
    this.mistakes = mistakes;
    this.file = file;
    this.where = where;
    this.root = root;
  }

  /** The entry as what it should be; empty when it is wrong, and the mistakes are told. */
  <T> Optional<T> as(Class<T> type) {
    int before = mistakes.count();
    removeNulls(root, new ArrayDeque<>());
    while (mistakes.count() - before < MORE_THAN_ANYONE_READS) {
      try {
        T found = YamlFiles.MAPPER.treeToValue(root, type);
        return mistakes.count() == before ? Optional.ofNullable(found) : Optional.empty();
      } catch (DatabindException wrong) {
        if (!passed(PlainWords.of(wrong))) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** Tells a mistake, and whether what lies behind it can be read. */
  private boolean passed(PlainWords words) {
    YamlWay way = new YamlWay(words.path());
    String missing = words.missing();
    // A key may be missing only because we cut it out, or something in its place, before.
    boolean ours = missing != null && cutOut.contains(way.to(missing).joined());
    if (!ours) {
      mistakes.tell(file, way.words(where, root), words.problem());
    }
    if (missing != null && standIn(way, missing, words.type())) {
      return true;
    }
    YamlWay cut = missing == null ? way : way.toNearestItem();
    if (!cut.cutOutOf(root)) {
      return false;
    }
    if (cut.endsAtItem()) {
      // The items after it have moved up.
      String list = cut.toParent().joined();
      cutOut.removeIf(one -> one.startsWith(list));
    } else {
      cutOut.add(cut.joined());
    }
    return true;
  }

  /** Puts something in the place of a missing key, so that mistakes behind it are found too. */
  private boolean standIn(YamlWay way, String missing, Class<?> type) {
    String text = PlainWords.standIn(type);
    if (!(way.nodeIn(root) instanceof ObjectNode keys) || text.isEmpty()) {
      return false;
    }
    keys.set(missing, YamlFiles.MAPPER.readTree(text));
    return true;
  }

  /** A key with nothing after it is nearly always a line that was left unfinished. */
  private void removeNulls(JsonNode node, Deque<Object> path) {
    if (node instanceof ObjectNode keys) {
      for (String key : List.copyOf(keys.propertyNames())) {
        path.addLast(key);
        if (keys.get(key).isNull()) {
          tell(path, "there is no value here. Give one, or delete the line.");
          keys.remove(key);
        } else {
          removeNulls(keys.get(key), path);
        }
        path.removeLast();
      }
    } else if (node instanceof ArrayNode items) {
      for (int i = items.size() - 1; i >= 0; i--) {
        path.addLast(i + 1);
        if (items.get(i).isNull()) {
          tell(path, "there is nothing after the '-'. Delete the line.");
          items.remove(i);
        } else {
          removeNulls(items.get(i), path);
        }
        path.removeLast();
      }
    }
  }

  private void tell(Deque<Object> path, String problem) {
    mistakes.tell(file, YamlWay.of(path).words(where, root), problem);
  }
}
