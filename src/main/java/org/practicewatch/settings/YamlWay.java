package org.practicewatch.settings;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The way to a place in a file.
 *
 * @param steps keys, and the numbers of items of lists as {@link PlainWords} writes them
 */
record YamlWay(List<String> steps) {

  /** The keys by which people know an item of a list. */
  private static final List<String> NAMING =
      List.of(
          "measure",
          "standard",
          "because",
          "table",
          "service",
          "team",
          "case",
          "group",
          "job",
          "area",
          "priority",
          "check",
          "severity",
          "cohort",
          "key");

  /** Keys, and the numbers of items, as a way is written: only a mistake needs it. */
  static YamlWay of(Deque<Object> path) {
    return new YamlWay(
        path.stream()
            .map(step -> step instanceof String key ? key : PlainWords.ITEM + step)
            .toList());
  }

  /** The way as one text, under which it can be looked up. */
  String joined() {
    return String.join("\n", steps);
  }

  YamlWay to(String key) {
    List<String> whole = new ArrayList<>(steps);
    whole.add(key);
    return new YamlWay(whole);
  }

  YamlWay toParent() {
    return new YamlWay(steps.subList(0, steps.size() - 1));
  }

  boolean endsAtItem() {
    return isItem(steps.get(steps.size() - 1));
  }

  /** As far as the innermost item of a list; nowhere where it passes none. */
  YamlWay toNearestItem() {
    for (int length = steps.size(); length > 0; length--) {
      if (isItem(steps.get(length - 1))) {
        return new YamlWay(steps.subList(0, length));
      }
    }
    return new YamlWay(List.of());
  }

  /** What stands at its end; null where nothing does. */
  @Nullable JsonNode nodeIn(JsonNode root) {
    JsonNode node = root;
    for (String step : steps) {
      node = node == null ? null : child(node, step);
    }
    return node;
  }

  /** Cuts out the one place; false where there is nothing to cut out. */
  boolean cutOutOf(JsonNode root) {
    if (steps.isEmpty()) {
      return false;
    }
    JsonNode parent = toParent().nodeIn(root);
    String last = steps.get(steps.size() - 1);
    if (parent instanceof ObjectNode keys) {
      return keys.remove(last) != null;
    }
    if (parent instanceof ArrayNode items && isItem(last)) {
      return items.remove(index(last)) != null;
    }
    return false;
  }

  /**
   * For people, with the items of lists by their names where they have any.
   *
   * @param where what stands before it; may be empty
   */
  String words(String where, JsonNode root) {
    List<String> words = new ArrayList<>();
    if (!where.isEmpty()) {
      words.add(where);
    }
    JsonNode node = root;
    for (String step : steps) {
      node = node == null ? null : child(node, step);
      words.add(isItem(step) ? named(step, node) : step);
    }
    return String.join(" > ", words);
  }

  private static String named(String item, @Nullable JsonNode node) {
    for (String key : NAMING) {
      JsonNode name = node == null ? null : node.get(key);
      if (name != null && name.isString()) {
        return "'" + name.asString() + "'";
      }
    }
    return item;
  }

  private static boolean isItem(String step) {
    return step.startsWith(PlainWords.ITEM);
  }

  private static @Nullable JsonNode child(JsonNode node, String step) {
    return isItem(step) && node.isArray() ? node.get(index(step)) : node.get(step);
  }

  private static int index(String item) {
    return Integer.parseInt(item.substring(PlainWords.ITEM.length())) - 1;
  }
}
