package org.practicewatch.settings;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.intake.RowMeaning;
import org.practicewatch.standards.Circumstances;
import org.practicewatch.standards.Counted;
import org.practicewatch.standards.CountedWorkers;
import org.practicewatch.standards.Flag;

/** Every flag in plain words: a section of jobs/standards/README.md. */
final class FlagsCatalogue {

  private static final String INTRODUCTION =
      """

      ## Flags

      No duty with a day, but a count that has come to a number and is worth a look: a child may be flagged and well cared
      for. Written in `flags.yml`. Each night they are in `flags.csv` and on the page "Stability and workforce" of every report. Where the record does
      not allow it to be told the answer is *cannot tell*; where no extract says anything of the kind it is *not judged: no source*.

      | id | title | how sure |
      |---|---|---|
      """;

  private FlagsCatalogue() {}

  /** The section; nothing where there are no flags. */
  static String write(Settings settings) {
    List<Flag> flags = settings.flags();
    if (flags.isEmpty()) {
      return "";
    }
    StringBuilder section = new StringBuilder(INTRODUCTION);
    for (Flag flag : flags) {
      String anchor = flag.id().toLowerCase(Locale.ROOT);
      section.append(
          "| [%s](#%s) | %s | %s |%n"
              .formatted(flag.id(), anchor, flag.title(), flag.standing().words()));
    }
    flags.forEach(flag -> section.append(entry(flag, settings)));
    return section.toString();
  }

  private static String entry(Flag flag, Settings settings) {
    StringBuilder entry = new StringBuilder("\n### ").append(flag.id()).append("\n\n");
    entry.append("**").append(flag.title()).append(".** ").append(flag.rule().strip());
    entry.append("\n\n");
    line(entry, "For whom", ofWhom(flag));
    line(entry, "Counted", flag.counts().words());
    line(entry, "Source", flag.basis().strip());
    line(entry, "How sure", flag.standing().words() + "; " + flag.confidence().words());
    if (!flag.variations().isEmpty()) {
      line(entry, "Elsewhere", String.join("; ", flag.variations()));
    }
    line(entry, "Data", data(flag, settings.profiles()));
    line(
        entry,
        "Figure",
        "numerator, children flagged; denominator, children of whom it can be told; the others beside"
            + " it as cannot tell");
    line(entry, "Worked examples", flag.examples().size() + ", beside it in the YAML");
    return entry.toString();
  }

  private static void line(StringBuilder entry, String head, String text) {
    String stop = text.endsWith(".") ? "" : ".";
    entry.append("- **").append(head).append("**: ").append(text).append(stop).append('\n');
  }

  private static String ofWhom(Flag flag) {
    String except =
        flag.exceptWhile().stream().map(Circumstances::words).collect(Collectors.joining(" or "));
    return "children who tonight have "
        + flag.ofWhom()
        + (except.isEmpty() ? "" : ", but not while " + except);
  }

  /** The layouts that carry what is counted. */
  private static String data(Flag flag, List<ExtractProfile> profiles) {
    String layouts =
        profiles.stream()
            .filter(profile -> carries(profile, flag))
            .map(ExtractProfile::profile)
            .collect(Collectors.joining(", "));
    return layouts.isEmpty() ? "a report of your own: no layout that ships carries it" : layouts;
  }

  private static boolean carries(ExtractProfile profile, Flag flag) {
    List<RowMeaning> rows =
        profile.tables().stream().flatMap(table -> table.meanings().stream()).toList();
    Set<String> spans = flag.recordedAs().collect(Collectors.toSet());
    Counted counts = flag.counts();
    boolean children = rows.stream().anyMatch(row -> isOneOf(spans, row.names().spans()));
    boolean acts =
        counts.activities().isEmpty()
            || rows.stream()
                .map(RowMeaning::names)
                .anyMatch(
                    names ->
                        isOneOf(counts.activities(), names.activities())
                            && isOneOf(counts.marked(), names.marks()));
    boolean workers =
        !counts.asksForWorkers()
            || rows.stream()
                .anyMatch(
                    row ->
                        counts instanceof CountedWorkers
                            ? row.saysWhoHeldBefore()
                            : row.saysWhoHolds());
    return children && acts && workers;
  }

  private static boolean isOneOf(Collection<String> wanted, Set<String> given) {
    return wanted.stream().anyMatch(given::contains);
  }
}
