package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads YAML strictly. An unknown key is a mistake: a misspelt standard must not be a duty silently
 * dropped. After a mistake the place is cut out and the rest is read on, so that all are told.
 */
final class YamlFiles {

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

  private static final int MORE_THAN_ANYONE_READS = 200;

  /** One for all: what it has learnt of a type serves every file of every reading. */
  /**
   * What was parsed, by the bytes of the file. A process reads the folder more than once: a week
   * for its settings and for its letters, a schedule before each job, the tests for each run.
   */
  private static final Map<ByteBuffer, JsonNode> PARSED = new ConcurrentHashMap<>();

  private static final int PARSED_AT_MOST = 500;

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // A bare year must not be read as a number of days since 1970.
          .withConfigOverride(
              LocalDate.class, o -> o.setFormat(JsonFormat.Value.forLeniency(false)))
          .build();

  private final Path jobs;
  private final List<SettingsMistake> mistakes;

  YamlFiles(Path jobs, List<SettingsMistake> mistakes) {
    this.jobs = jobs;
    this.mistakes = mistakes;
  }

  /** The YAML files of a folder, by name. */
  List<Path> in(String folder) {
    Path place = jobs.resolve(folder);
    if (!Files.isDirectory(place)) {
      add(place, "", "this folder is missing.");
      return List.of();
    }
    try (Stream<Path> entries = Files.list(place)) {
      List<Path> files = entries.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        if (file.toString().endsWith(".yaml")) {
          add(file, "", "only files whose names end in .yml are read. Rename it.");
        }
      }
      return files.stream().filter(file -> file.toString().endsWith(".yml")).toList();
    } catch (IOException unreadable) {
      add(place, "", "this folder cannot be read.");
      return List.of();
    }
  }

  /** One file as one thing; empty when it is wrong, and the mistakes are told. */
  <T> Optional<T> read(Path file, Class<T> type) {
    return read(file, tree(file), type);
  }

  private <T> Optional<T> read(Path file, Optional<JsonNode> tree, Class<T> type) {
    if (tree.isPresent() && !tree.get().isObject()) {
      add(file, "", "this file should be keys with their values, one a line: 'key: value'.");
      return Optional.empty();
    }
    return tree.flatMap(found -> convert(file, "", found, type));
  }

  /**
   * A file that may be missing, or hold nothing but notes; where it is a list, that stands for the
   * value of one of its keys.
   */
  <T> Optional<T> readIfAny(Path file, Class<T> type, String keyOfList) {
    if (!Files.isRegularFile(file) || isOnlyNotes(file)) {
      return Optional.empty();
    }
    Optional<JsonNode> tree = tree(file);
    if (tree.isPresent() && tree.get().isArray()) {
      ObjectNode keys = MAPPER.createObjectNode();
      keys.set(keyOfList, tree.get());
      tree = Optional.of(keys);
    }
    return read(file, tree, type);
  }

  private static boolean isOnlyNotes(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("#"));
    } catch (IOException | UncheckedIOException unreadable) {
      return false;
    }
  }

  /** A file that is a list; each entry that is wrong is told by itself. */
  <T> List<T> readList(Path file, Class<T> type, String idKey) {
    return items(file, idKey).stream().flatMap(item -> convert(item, type).stream()).toList();
  }

  /**
   * An entry of a list, before it is read as what it should be.
   *
   * @param file the file it stands in
   * @param where its id, or its place in the list
   * @param keys its keys and their values
   */
  record Item(Path file, String where, ObjectNode keys) {}

  /** The entries of a file that is a list. */
  List<Item> items(Path file, String idKey) {
    Optional<JsonNode> tree = tree(file);
    if (tree.isPresent() && !tree.get().isArray()) {
      add(file, "", "this file should be a list: each entry begins with '- '.");
      return List.of();
    }
    return items(file, tree.map(JsonNode::values).orElse(List.of()), idKey);
  }

  /** The entries of a list that stands in a file. */
  List<Item> items(Path file, Collection<JsonNode> entries, String idKey) {
    List<Item> items = new ArrayList<>();
    int number = 0;
    for (JsonNode node : entries) {
      number++;
      JsonNode id = node.get(idKey);
      String where = id == null || !id.isString() ? "entry " + number : id.asString();
      if (node instanceof ObjectNode keys) {
        items.add(new Item(file, where, keys));
      } else {
        add(file, where, "this entry should be keys with their values: '- " + idKey + ": ...'.");
      }
    }
    return items;
  }

  /** An entry as what it should be; empty when it is wrong, and the mistakes are told. */
  <T> Optional<T> convert(Item item, Class<T> type) {
    return convert(item.file(), item.where(), item.keys().deepCopy(), type);
  }

  private Optional<JsonNode> tree(Path file) {
    if (!Files.isRegularFile(file)) {
      add(file, "", "this file is missing.");
      return Optional.empty();
    }
    try {
      JsonNode tree = parsed(Files.readAllBytes(file));
      if (tree.isMissingNode() || tree.isNull()) {
        add(file, "", "there is nothing in this file.");
        return Optional.empty();
      }
      return Optional.of(tree);
    } catch (IOException unreadable) {
      add(file, "", "this file cannot be read.");
    } catch (JacksonException wrong) {
      TokenStreamLocation at = wrong.getLocation();
      add(file, at == null ? "" : "line " + at.getLineNr(), PlainWords.ofBrokenYaml(wrong));
    } catch (RuntimeException wrong) {
      // Below Jackson the YAML scanner throws its own, for bytes that are no text at all.
      add(file, "", PlainWords.NOT_YAML);
    }
    return Optional.empty();
  }

  private static JsonNode parsed(byte[] bytes) {
    ByteBuffer content = ByteBuffer.wrap(bytes);
    JsonNode known = PARSED.get(content);
    if (known == null) {
      known = MAPPER.readTree(bytes);
      if (PARSED.size() >= PARSED_AT_MOST) {
        PARSED.clear();
      }
      PARSED.put(content, known);
    }
    return known.deepCopy();
  }

  private <T> Optional<T> convert(Path file, String where, JsonNode node, Class<T> type) {
    int before = mistakes.size();
    removeNulls(file, where, node, node, new ArrayDeque<>());
    Set<String> cutOut = new HashSet<>();
    while (mistakes.size() - before < MORE_THAN_ANYONE_READS) {
      try {
        T found = MAPPER.treeToValue(node, type);
        return mistakes.size() == before ? Optional.ofNullable(found) : Optional.empty();
      } catch (DatabindException wrong) {
        PlainWords words = PlainWords.of(wrong);
        List<String> path = words.path();
        boolean ours = words.missing() != null && isWithin(path, words.missing(), cutOut);
        if (!ours) {
          add(file, place(where, node, path), words.problem());
        }
        if (words.missing() != null && standIn(node, words)) {
          continue;
        }
        List<String> cut = words.missing() == null ? path : nearestItem(path);
        if (!remove(node, cut)) {
          return Optional.empty();
        }
        if (isItem(cut.get(cut.size() - 1))) {
          // The items after it have moved up.
          String list = String.join("\n", cut.subList(0, cut.size() - 1));
          cutOut.removeIf(one -> one.startsWith(list));
        } else {
          cutOut.add(String.join("\n", cut));
        }
      }
    }
    return Optional.empty();
  }

  /** Puts something in the place of a missing key, so that mistakes behind it are found too. */
  private boolean standIn(JsonNode root, PlainWords words) {
    JsonNode node = root;
    for (String step : words.path()) {
      node = node == null ? null : child(node, step);
    }
    String missing = words.missing();
    String text = PlainWords.standIn(words.type());
    if (!(node instanceof ObjectNode keys) || missing == null || text.isEmpty()) {
      return false;
    }
    keys.set(missing, MAPPER.readTree(text));
    return true;
  }

  /** Whether a key is missing only because we cut it out, or something in its place, before. */
  private static boolean isWithin(List<String> path, String key, Set<String> cutOut) {
    List<String> whole = new ArrayList<>(path);
    whole.add(key);
    return cutOut.contains(String.join("\n", whole));
  }

  private static List<String> nearestItem(List<String> path) {
    for (int length = path.size(); length > 0; length--) {
      if (isItem(path.get(length - 1))) {
        return path.subList(0, length);
      }
    }
    return List.of();
  }

  private static boolean isItem(String step) {
    return step.startsWith(PlainWords.ITEM);
  }

  /** Cuts out one place. */
  private static boolean remove(JsonNode root, List<String> path) {
    if (path.isEmpty()) {
      return false;
    }
    JsonNode parent = root;
    for (String step : path.subList(0, path.size() - 1)) {
      parent = child(parent, step);
      if (parent == null) {
        return false;
      }
    }
    String last = path.get(path.size() - 1);
    if (parent instanceof ObjectNode keys) {
      return keys.remove(last) != null;
    }
    if (parent instanceof ArrayNode items && isItem(last)) {
      return items.remove(index(last)) != null;
    }
    return false;
  }

  private static @Nullable JsonNode child(JsonNode node, String step) {
    return isItem(step) && node.isArray() ? node.get(index(step)) : node.get(step);
  }

  private static int index(String item) {
    return Integer.parseInt(item.substring(PlainWords.ITEM.length())) - 1;
  }

  /** A key with nothing after it is nearly always a line that was left unfinished. */
  private void removeNulls(
      Path file, String where, JsonNode root, JsonNode node, Deque<Object> path) {
    if (node instanceof ObjectNode keys) {
      for (String key : List.copyOf(keys.propertyNames())) {
        path.addLast(key);
        if (keys.get(key).isNull()) {
          add(
              file,
              place(where, root, steps(path)),
              "there is no value here. Give one, or delete the line.");
          keys.remove(key);
        } else {
          removeNulls(file, where, root, keys.get(key), path);
        }
        path.removeLast();
      }
    } else if (node instanceof ArrayNode items) {
      for (int i = items.size() - 1; i >= 0; i--) {
        path.addLast(i + 1);
        if (items.get(i).isNull()) {
          add(
              file,
              place(where, root, steps(path)),
              "there is nothing after the '-'. Delete the line.");
          items.remove(i);
        } else {
          removeNulls(file, where, root, items.get(i), path);
        }
        path.removeLast();
      }
    }
  }

  /** Keys, and the numbers of items, as a way is written: only a mistake needs it. */
  private static List<String> steps(Deque<Object> path) {
    return path.stream()
        .map(step -> step instanceof String key ? key : PlainWords.ITEM + step)
        .toList();
  }

  /** The way to a place, with the items of lists by their names where they have any. */
  private static String place(String where, JsonNode root, List<String> path) {
    List<String> steps = new ArrayList<>();
    if (!where.isEmpty()) {
      steps.add(where);
    }
    JsonNode node = root;
    for (String step : path) {
      node = node == null ? null : child(node, step);
      steps.add(isItem(step) ? named(step, node) : step);
    }
    return String.join(" > ", steps);
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

  private void add(Path file, String where, String problem) {
    mistakes.add(new SettingsMistake(name(file), where, problem));
  }

  /** As printed: from {@code jobs/} on. */
  String name(Path file) {
    return "jobs/" + jobs.relativize(file).toString().replace('\\', '/');
  }
}
