package org.practicewatch.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicewatch.quality.CheckEntry;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;
import org.practicewatch.quality.checks.AllChecks;

/** Every check on the record in plain words: jobs/checks/README.md. */
public final class ChecksCatalogue {

  private static final String INTRODUCTION =
      """
      # The checks on the record in plain words

      Written by the program from the `.yml` files beside it: edit those, not this page. Afterwards
      `mvn test -Dgolden=update -Dtest=ChecksCatalogueTest` writes it anew.

      A check looks at what is recorded, not at whether it was in time. What it finds is a row of `issues.csv`, and stands on the
      weekly list of the team that holds the child now, unless it says *no list*. A check whose columns no extract has is told as *not
      checked*; that it found nothing then means nothing. To switch one off: `off: true` and `because:` in its entry. The numbers under
      *limits* may be changed; in `days back` a check looks no further than that.
      """;

  private ChecksCatalogue() {}

  /** The whole page. */
  public static String write(Settings settings) {
    Map<String, String> needs = new HashMap<>();
    AllChecks.ofAChild().forEach(check -> needs.put(check.id(), needs(check)));
    AllChecks.across().forEach(check -> needs.put(check.id(), all(check.needs())));
    StringBuilder page = new StringBuilder(INTRODUCTION);
    page.append("\n| check | title | stands on |\n|---|---|---|\n");
    for (CheckEntry check : settings.checks()) {
      page.append(
          "| [%s](#%s) | %s | %s |%n"
              .formatted(check.check(), check.check(), check.title(), standsOn(check)));
    }
    for (CheckEntry check : settings.checks()) {
      page.append(
          "%n## %s%n%n**%s.** %s%n%n".formatted(check.check(), check.title(), check.wrong()));
      line(page, "Why it matters", check.why());
      line(page, "How to put it right", check.putRight());
      line(page, "Who can", check.who());
      line(page, "Stands on", standsOn(check));
      line(page, "Told in `issues.csv` as", String.join(", ", check.tells()));
      line(page, "Judged as", String.join(", ", check.judgedAs()));
      line(page, "Needs", needs.getOrDefault(check.check(), ""));
      line(
          page,
          "Limits",
          new TreeMap<>(check.limits())
              .entrySet().stream()
                  .map(limit -> limit.getKey() + " " + limit.getValue())
                  .collect(Collectors.joining(", ")));
      line(page, "Rests on", check.basis());
      line(page, "Switched off, because", check.off() ? String.valueOf(check.because()) : "");
    }
    return page.toString().replace("\r\n", "\n");
  }

  private static String needs(RecordCheck check) {
    return Stream.concat(Stream.of(check.needs()), check.orNeeds().stream())
        .map(ChecksCatalogue::all)
        .collect(Collectors.joining(", or "));
  }

  private static String all(List<Need> needs) {
    return needs.stream().map(Need::words).collect(Collectors.joining("; "));
  }

  private static String standsOn(CheckEntry check) {
    return switch (check.standsOn()) {
      case PRACTICE -> "practice list";
      case DATA -> "data list";
      case NONE -> "no list";
    };
  }

  private static void line(StringBuilder page, String what, String said) {
    if (!said.isEmpty()) {
      page.append("- ").append(what).append(": ").append(said);
      page.append(said.endsWith(".") ? "\n" : ".\n");
    }
  }
}
