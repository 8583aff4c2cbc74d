package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads YAML strictly. An unknown key is a mistake: a misspelt standard must not be a duty silently
 * dropped.
 */
final class YamlFiles {

  /**
   * What was parsed, by the bytes of the file. A process reads the folder more than once: a week
   * for its settings and for its letters, a schedule before each job, the tests for each run.
   */
  private static final Map<ByteBuffer, JsonNode> PARSED = new ConcurrentHashMap<>();

  private static final int PARSED_AT_MOST = 500;

  /** One for all: what it has learnt of a type serves every file of every reading. */
  static final YAMLMapper MAPPER =
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
  private final Mistakes mistakes;

  YamlFiles(Path jobs, List<SettingsMistake> mistakes) {
    this.jobs = jobs;
    this.mistakes = new Mistakes(mistakes);
  }

  /**
   * Begins to parse all that stands in the folder, while its first files are made sense of: half of
   * the seconds before a job's first line are spent on YAML.
   */
  void parseAhead() {
    Thread ahead = new Thread(this::parseAll, "settings");
    ahead.setDaemon(true);
    ahead.start();
  }

  private void parseAll() {
    try (Stream<Path> all = Files.walk(jobs)) {
      for (Path file : all.filter(one -> one.toString().endsWith(".yml")).sorted().toList()) {
        parsed(Files.readAllBytes(file));
      }
    } catch (IOException | RuntimeException toldWhenItIsRead) {
      // Whoever reads it for its meaning says what is wrong.
    }
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
    if (PARSED.size() >= PARSED_AT_MOST && !PARSED.containsKey(content)) {
      PARSED.clear();
    }
    return PARSED.computeIfAbsent(content, key -> MAPPER.readTree(bytes)).deepCopy();
  }

  private <T> Optional<T> convert(Path file, String where, JsonNode node, Class<T> type) {
    return new ReadingOn(mistakes, name(file), where, node).as(type);
  }

  private void add(Path file, String where, String problem) {
    mistakes.tell(name(file), where, problem);
  }

  /** As printed: from {@code jobs/} on. */
  String name(Path file) {
    return "jobs/" + jobs.relativize(file).toString().replace('\\', '/');
  }
}
