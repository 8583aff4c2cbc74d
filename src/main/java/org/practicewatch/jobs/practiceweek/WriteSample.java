package org.practicewatch.jobs.practiceweek;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practicewatch.files.WholeFile;
import org.practicewatch.jobs.machine.CsvFile;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.practiceweek.Cohort;
import org.practicewatch.practiceweek.Draw;
import org.practicewatch.practiceweek.DrawnCase;
import org.practicewatch.practiceweek.DrawnCase.State;
import org.practicewatch.practiceweek.Frame;
import org.practicewatch.practiceweek.PublishedDraw;
import org.practicewatch.practiceweek.store.PracticeWeekStore.Drawn;
import org.practicewatch.reports.practiceweek.PracticeWeekInFigures.FrameSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the draw down, so that anybody with a hash tool can make it again. */
final class WriteSample {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final ThisPracticeWeek week;
  private final Stores stores;

  WriteSample(ThisPracticeWeek week, Stores stores) {
    this.week = week;
    this.stores = stores;
  }

  /** {@code draw.json} and {@code sample.csv}. */
  void write() {
    String id = week.week().known();
    Drawn drawn =
        stores
            .practiceWeeks()
            .find(id)
            .orElseThrow(() -> new IllegalStateException("the draw was published before"));
    List<DrawnCase> cases = stores.practiceWeeks().cases(id);
    try {
      Files.createDirectories(week.folder());
      String draw = withReplacements(drawn.draw(), cases);
      WholeFile.write(
          week.folder().resolve("draw.json"),
          out -> out.write(draw.getBytes(StandardCharsets.UTF_8)));
      try (CsvFile csv =
          new CsvFile(
              week.folder().resolve("sample.csv"),
              "cohort",
              "stratum",
              "rank",
              "ticket",
              "child_id",
              "drawn",
              "auditor",
              "case",
              "moderator",
              "depth",
              "why_replaced")) {
        for (DrawnCase one : cases) {
          csv.row(
              one.cohort(),
              one.stratum(),
              one.rank(),
              one.ticket(),
              one.childId(),
              one.state().words(),
              one.auditor(),
              one.number(),
              one.moderator(),
              one.depth() == null ? "" : one.depth().words(),
              one.because());
        }
      }
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }

  /** The draw as JSON, before anybody was replaced. */
  static String json(PublishedDraw draw, String seed, LocalDate drawnOn) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("practice week", draw.week().known());
    all.put("name", draw.week().name());
    all.put("theme", draw.week().theme());
    all.put("from", draw.week().from().toString());
    all.put("to", draw.week().to().toString());
    all.put("seed", seed);
    all.put("as-at", draw.asAt().toString());
    all.put("drawn on", drawnOn.toString());
    all.put("ticket", "SHA-256 of the UTF-8 text '<seed>,<child_id>', in lower-case hex");
    all.put("not audited again within", draw.week().notAgainWithin().toString());
    List<Object> cohorts = new ArrayList<>();
    for (int i = 0; i < draw.frames().size(); i++) {
      cohorts.add(cohort(draw.frames().get(i), draw.draws().get(i)));
    }
    all.put("cohorts", cohorts);
    all.put("notes", draw.notes());
    return JSON.writeValueAsString(all).replace("\r\n", "\n") + "\n";
  }

  private static Map<String, Object> cohort(Frame frame, Draw draw) {
    Cohort cohort = frame.cohort();
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("cohort", cohort.cohort());
    one.put("who", given(JSON.valueToTree(cohort.who())));
    one.put("divided by", JSON.valueToTree(cohort.by()));
    one.put("asked", cohort.asked());
    one.put("considered", frame.considered());
    one.put("frame size", frame.members().size());
    one.put("frame sha256", frame.sha256());
    one.put("excluded", frame.excluded());
    one.put("members of an earlier cohort too", frame.alsoIn());
    one.put("ages", frame.ages());
    one.put("disability", frame.disabled());
    one.put("teams", frame.teams());
    List<Object> strata = new ArrayList<>();
    for (Draw.Stratum part : draw.strata()) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("stratum", part.stratum());
      values.put("size", part.size());
      values.put("asked", part.asked());
      values.put("drawn", part.drawn());
      strata.add(values);
    }
    one.put("strata", strata);
    return one;
  }

  /** What the organiser wrote, without what was left out. */
  private static JsonNode given(JsonNode node) {
    if (node instanceof ObjectNode keys) {
      for (String key : List.copyOf(keys.propertyNames())) {
        JsonNode value = given(keys.get(key));
        if (value.isNull() || (value.isArray() && value.isEmpty())) {
          keys.remove(key);
        }
      }
    }
    return node;
  }

  private static String withReplacements(String draw, List<DrawnCase> cases) {
    ObjectNode all = (ObjectNode) JSON.readTree(draw);
    ArrayNode replaced = all.putArray("replaced");
    cases.stream()
        .filter(one -> one.state() == State.REPLACED)
        .forEach(
            one ->
                replaced
                    .addObject()
                    .put("case", one.number())
                    .put("child_id", one.childId())
                    .put("why", one.because()));
    return JSON.writeValueAsString(all).replace("\r\n", "\n") + "\n";
  }

  /** The seed of a draw that stands. */
  static String seedOf(String draw) {
    return JSON.readTree(draw).path("seed").asString();
  }

  /** Who could be drawn, of a draw that stands. */
  static List<FrameSize> framesOf(String draw) {
    List<FrameSize> frames = new ArrayList<>();
    for (JsonNode one : JSON.readTree(draw).path("cohorts")) {
      frames.add(
          new FrameSize(
              one.path("cohort").asString(),
              one.path("frame size").asInt(),
              one.path("frame sha256").asString(),
              counts(one.path("ages")),
              counts(one.path("disability"))));
    }
    return frames;
  }

  private static Map<String, Integer> counts(JsonNode node) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    node.properties().forEach(one -> counts.put(one.getKey(), one.getValue().asInt()));
    return counts;
  }

  /** What an organiser must know of a draw that stands. */
  static List<String> notesOf(String draw) {
    List<String> notes = new ArrayList<>();
    JSON.readTree(draw).path("notes").forEach(note -> notes.add(note.asString()));
    return notes;
  }
}
