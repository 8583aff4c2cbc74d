package org.practicewatch.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads YAML strictly and turns the library's messages into ones that name the file, the entry and
 * the key. An unknown key is a mistake: a misspelt standard must not be a duty silently dropped.
 */
final class YamlFiles {

  private final YAMLMapper mapper =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
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
      mistakes.add(new SettingsMistake(name(place), "", "This folder is missing."));
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    } catch (java.io.IOException unreadable) {
      mistakes.add(new SettingsMistake(name(place), "", "This folder cannot be read."));
      return List.of();
    }
  }

  /** One file as one thing; empty when it is wrong, and the mistake is told. */
  <T> Optional<T> read(Path file, Class<T> type) {
    return tree(file).flatMap(tree -> convert(file, "", tree, type));
  }

  /** A file that is a list; each entry that is wrong is told by itself. */
  <T> List<T> readList(Path file, Class<T> type, String idKey) {
    List<T> entries = new ArrayList<>();
    Optional<JsonNode> tree = tree(file);
    if (tree.isPresent() && !tree.get().isArray()) {
      mistakes.add(
          new SettingsMistake(
              name(file), "", "This file should be a list: each entry begins with '- '."));
      return entries;
    }
    int number = 0;
    for (JsonNode node : tree.map(JsonNode::values).orElse(List.of())) {
      number++;
      JsonNode id = node.get(idKey);
      String where = id == null ? "entry " + number : id.asString();
      convert(file, where, node, type).ifPresent(entries::add);
    }
    return entries;
  }

  private Optional<JsonNode> tree(Path file) {
    if (!Files.isRegularFile(file)) {
      mistakes.add(new SettingsMistake(name(file), "", "This file is missing."));
      return Optional.empty();
    }
    try {
      return Optional.of(mapper.readTree(file.toFile()));
    } catch (JacksonException wrong) {
      String place = wrong.getLocation() == null ? "" : "line " + wrong.getLocation().getLineNr();
      mistakes.add(new SettingsMistake(name(file), place, plain(wrong.getOriginalMessage())));
      return Optional.empty();
    }
  }

  private <T> Optional<T> convert(Path file, String where, JsonNode node, Class<T> type) {
    try {
      return Optional.of(mapper.treeToValue(node, type));
    } catch (UnrecognizedPropertyException unknown) {
      String known =
          unknown.getKnownPropertyIds() == null
              ? ""
              : " Known here: "
                  + unknown.getKnownPropertyIds().stream()
                      .map(String::valueOf)
                      .sorted()
                      .collect(Collectors.joining(", "))
                  + ".";
      add(file, where, unknown, "'" + unknown.getPropertyName() + "' is not a key." + known);
    } catch (InvalidTypeIdException unknown) {
      add(file, where, unknown, plain(unknown.getOriginalMessage()));
    } catch (DatabindException wrong) {
      Throwable cause = wrong.getCause();
      String ours = cause instanceof IllegalArgumentException ? cause.getMessage() : null;
      add(file, where, wrong, plain(ours == null ? wrong.getOriginalMessage() : ours));
    } catch (JacksonException wrong) {
      mistakes.add(new SettingsMistake(name(file), where, plain(wrong.getOriginalMessage())));
    }
    return Optional.empty();
  }

  private void add(Path file, String where, JacksonException wrong, String problem) {
    String path =
        wrong.getPath().stream()
            .map(
                step ->
                    step.getPropertyName() == null
                        ? "item " + (step.getIndex() + 1)
                        : step.getPropertyName())
            .collect(Collectors.joining(" > "));
    String place = where.isEmpty() ? path : path.isEmpty() ? where : where + " > " + path;
    mistakes.add(new SettingsMistake(name(file), place, problem));
  }

  /** The library's message without Java's names. */
  private static String plain(String message) {
    return message
        .replaceAll("`?(?:[a-z]+\\.)+(?:[A-Z]\\w*[.$])*([A-Z]\\w*)`?", "$1")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** As printed: from {@code jobs/} on. */
  String name(Path file) {
    return "jobs/" + jobs.relativize(file).toString().replace('\\', '/');
  }
}
