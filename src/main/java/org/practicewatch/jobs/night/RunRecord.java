package org.practicewatch.jobs.night;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.practicewatch.compliance.Tally;
import org.practicewatch.files.WholeFile;
import org.practicewatch.intake.Drop;
import org.practicewatch.intake.store.ExtractRegister.Entry;
import org.practicewatch.intake.store.ExtractRegister.State;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.standards.Timeliness;
import org.springframework.batch.core.step.StepExecution;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code run.json}: what was received, what became of every row, and how long each step took. */
final class RunRecord {

  private static final String FILE = "run.json";

  private final Tonight tonight;
  private final Stores stores;
  private final NightCount count;
  private final String asAtFrom;

  RunRecord(Tonight tonight, Stores stores, NightCount count, String asAtFrom) {
    this.tonight = tonight;
    this.stores = stores;
    this.count = count;
    this.asAtFrom = asAtFrom;
  }

  /**
   * Whether a night's folder is complete for what went into a run: its record is written last, and
   * the record of an earlier run stays until there is another.
   */
  static boolean isOf(Path folder, String fingerprint) throws IOException {
    Path record = WholeFile.latest(folder.resolve(FILE));
    return Files.isRegularFile(record)
        && Files.readString(record, StandardCharsets.UTF_8).contains('"' + fingerprint + '"');
  }

  void write(Collection<StepExecution> steps, LocalDateTime started, LocalDateTime ended)
      throws IOException {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("job", "nightly");
    run.put("as_at", tonight.asAt().toString());
    run.put("as_at_from", asAtFrom);
    run.put("fingerprint", tonight.run().fingerprint());
    run.put("start", started.truncatedTo(ChronoUnit.SECONDS).toString());
    run.put("end", ended.truncatedTo(ChronoUnit.SECONDS).toString());
    run.put("extracts", extracts());
    run.put("not_received", notReceived());
    run.put("stale", stale());
    run.put("passed_over", passedOver());
    run.put("steps", inSeconds(steps));
    run.put("timeliness", timeliness());
    Path file = tonight.folder().resolve(FILE);
    String text =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(run);
    WholeFile.write(file, out -> out.write((text + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  private List<Map<String, Object>> extracts() {
    List<Map<String, Object>> extracts = new ArrayList<>();
    List<Drop.Received> received = tonight.drop().received();
    for (Entry entry : stores.register().ofRun(tonight.run().number())) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("file", entry.file());
      one.put("sha256", entry.sha256());
      one.put("profile", entry.profile());
      one.put("table", entry.table());
      one.put("sheet", entry.sheet());
      if (entry.place() < received.size()) {
        received
            .get(entry.place())
            .table()
            .filter(table -> table.number() > 1)
            .ifPresent(table -> one.put("from_row", table.headerRow()));
      }
      one.put("state", entry.state().name().toLowerCase(Locale.ROOT));
      one.put("rows_read", entry.rowsRead());
      one.put("rows_loaded", entry.rowsLoaded());
      one.put("rows_rejected", entry.rowsRejected());
      one.put("rows_left_out", entry.rowsLeftOut());
      one.put("rows_blank", entry.rowsBlank());
      boolean leftOut = entry.state() == State.LEFT_OUT;
      one.put("held_because", leftOut ? "" : entry.heldBecause());
      if (leftOut) {
        one.put("left_out_because", leftOutBecause(entry));
      }
      extracts.add(one);
    }
    return extracts;
  }

  private static String leftOutBecause(Entry entry) {
    return entry.heldBecause().isEmpty()
        ? "It carries nothing that is judged or checked."
        : entry.heldBecause();
  }

  private List<Map<String, Object>> notReceived() {
    List<Map<String, Object>> absent = new ArrayList<>();
    for (Entry entry : stores.register().absent(tonight.asAt(), tonight.run().number())) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("profile", entry.profile());
      one.put("table", entry.table());
      one.put("stands", entry.file());
      one.put("as_at", entry.asAt().toString());
      absent.add(one);
    }
    return absent;
  }

  private List<Map<String, Object>> stale() {
    List<Map<String, Object>> stale = new ArrayList<>();
    for (StaleExtracts.Stale table : StaleExtracts.of(tonight, stores)) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("profile", table.profile());
      one.put("table", table.table());
      one.put("newest", table.newest().toString());
      one.put("days", table.days());
      one.put("limit", table.limit());
      stale.add(one);
    }
    return stale;
  }

  private List<Map<String, Object>> passedOver() {
    List<Map<String, Object>> all = new ArrayList<>();
    tonight
        .drop()
        .passedOver()
        .forEach(
            one ->
                all.add(
                    one.looksLikeTable()
                        ? Map.of("file", one.name(), "why", one.why(), "looks_like_a_table", true)
                        : Map.of("file", one.name(), "why", one.why())));
    tonight
        .drop()
        .files()
        .forEach(
            file ->
                file.tables().stream()
                    .filter(table -> table.passedOver())
                    .forEach(
                        table ->
                            all.add(
                                Map.of(
                                    "file",
                                    file.name(),
                                    "sheet",
                                    table.sheetName(),
                                    "why",
                                    "The sheet is no table that is known."))));
    return all;
  }

  private static List<Map<String, Object>> inSeconds(Collection<StepExecution> done) {
    List<Map<String, Object>> steps = new ArrayList<>();
    for (StepExecution step : done) {
      LocalDateTime from = step.getStartTime();
      LocalDateTime to = step.getEndTime();
      double seconds =
          from == null || to == null ? 0 : Duration.between(from, to).toMillis() / 1000.0;
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", step.getStepName());
      one.put("seconds", seconds);
      steps.add(one);
    }
    return steps;
  }

  private Map<String, Integer> timeliness() {
    Tally tally = count.tally(List.of());
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Timeliness timeliness : Timeliness.values()) {
      counts.put(timeliness.name(), tally.byTimeliness().getOrDefault(timeliness, 0));
    }
    return counts;
  }
}
