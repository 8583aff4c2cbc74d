package org.practicewatch.jobs.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.practicewatch.files.WholeFile;
import org.practicewatch.jobs.night.ReceiveExtracts;
import org.practicewatch.settings.Settings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code run.json} says of a closed night that its operator should know: names of tables,
 * which are ours, and never names of files, which people make.
 *
 * @param held tables that were recognised and held
 * @param unknown how many files or sheets were held without being recognised
 * @param replaced tables of which one was left out because a newer one came
 * @param misnamed how many files look like a table and are not named as one
 * @param stale tables whose newest extract is too old, each with how old it is
 * @param open files that could not be replaced, because somebody has them open
 * @param received tables that were accepted, by layout and name
 */
record NightRecord(
    LocalDate asAt,
    List<String> held,
    int unknown,
    List<String> replaced,
    int misnamed,
    List<String> stale,
    List<String> open,
    List<Received> received,
    int extracts,
    int rowsRead,
    int rowsLoaded,
    int rowsRejected) {

  /** A table that was accepted. */
  record Received(String profile, String table) {}

  /** The record in a night's folder; empty where there is none that can be read. */
  static Optional<NightRecord> find(Path folder) {
    Path file = folder.resolve("run.json");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      List<String> open =
          WholeFile.waiting(folder).stream()
              .map(one -> folder.relativize(one).toString().replace('\\', '/'))
              .toList();
      return Optional.of(of(JsonMapper.builder().build().readTree(file.toFile()), open));
    } catch (JacksonException | IOException unreadable) {
      return Optional.empty();
    }
  }

  private static NightRecord of(JsonNode run, List<String> open) {
    TreeSet<String> held = new TreeSet<>();
    TreeSet<String> replaced = new TreeSet<>();
    List<Received> received = new ArrayList<>();
    int unknown = 0;
    int read = 0;
    int loaded = 0;
    int rejected = 0;
    for (JsonNode one : run.path("extracts")) {
      String table = one.path("table").asString("");
      String profile = one.path("profile").asString("");
      read += one.path("rows_read").asInt(0);
      loaded += one.path("rows_loaded").asInt(0);
      rejected += one.path("rows_rejected").asInt(0);
      String state = one.path("state").asString("");
      if (state.equals("accepted")) {
        received.add(new Received(profile, table));
      } else if (state.equals("held") && table.isEmpty()) {
        unknown++;
      } else if (state.equals("held")) {
        held.add(table + " (" + profile + ")");
      } else if (one.path("left_out_because").asString("").startsWith(ReceiveExtracts.NEWER)) {
        replaced.add(table + " (" + profile + ")");
      }
    }
    int misnamed = 0;
    for (JsonNode one : run.path("passed_over")) {
      misnamed += one.path("looks_like_a_table").asBoolean(false) ? 1 : 0;
    }
    List<String> stale = new ArrayList<>();
    for (JsonNode one : run.path("stale")) {
      stale.add(
          one.path("table").asString("")
              + " ("
              + one.path("profile").asString("")
              + "): newest of "
              + one.path("newest").asString("")
              + ", "
              + one.path("days").asInt(0)
              + " days before the night; the limit is "
              + one.path("limit").asInt(0));
    }
    return new NightRecord(
        LocalDate.parse(run.path("as_at").asString("")),
        List.copyOf(held),
        unknown,
        List.copyOf(replaced),
        misnamed,
        stale,
        open,
        received,
        run.path("extracts").size(),
        read,
        loaded,
        rejected);
  }

  /**
   * Whether the extracts have stopped coming: a night dated by its newest extract is never late by
   * its own date, so what was received is held against today.
   */
  boolean isOldOn(LocalDate today, Settings settings) {
    return received.stream()
        .anyMatch(
            one ->
                settings.profiles().stream()
                    .filter(profile -> profile.profile().equals(one.profile()))
                    .flatMap(
                        profile -> settings.nightly().staleAfter(profile, one.table()).stream())
                    .anyMatch(limit -> asAt.plusDays(limit).isBefore(today)));
  }
}
