package org.practicewatch.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.practicewatch.calendar.Length;
import org.practicewatch.casework.Subject;
import org.practicewatch.intake.CodeList;
import org.practicewatch.intake.Naming;
import org.practicewatch.intake.RowMeaning;
import org.practicewatch.intake.TableProfile;
import org.practicewatch.standards.Circumstances;
import org.practicewatch.standards.PracticeStandard;
import org.practicewatch.standards.Within;

/**
 * For every standard the rows of activities and spans that it needs, and whether another layout
 * carries them already: what to tell whoever writes the report.
 */
public final class WhatToExtract {

  /** Mark that a status sets, so that nobody need write it. */
  private static final String REFUSED = "refused";

  private final Settings settings;
  private final TableProfile activities;
  private final TableProfile spans;

  private WhatToExtract(Settings settings) {
    this.settings = settings;
    this.activities = table(settings, "activities");
    this.spans = table(settings, "spans");
  }

  /**
   * A kind of row that a standard needs.
   *
   * @param why what the standard does with it
   * @param table the table that carries it whatever the case system, activities or spans
   * @param what its name there
   * @param dates the columns of its dates, and which days those are
   * @param besides what else must be filled in: code, marks, reference, subject
   * @param carriedBy the layouts that have it in tables of their own
   */
  public record Row(
      PracticeStandard standard,
      String why,
      String table,
      String what,
      String dates,
      String besides,
      List<String> carriedBy) {

    /** Whether a council that uses one of the other layouts has it already. */
    public boolean isCarriedElsewhere() {
      return !carriedBy.isEmpty();
    }
  }

  /** The layouts that carry whatever a row names, as tables to be filled in. */
  public static List<TableProfile> tables(Settings settings) {
    WhatToExtract all = new WhatToExtract(settings);
    return List.of(all.activities, all.spans);
  }

  /** Every row that every standard needs, in the order of the standards. */
  public static List<Row> rows(Settings settings) {
    WhatToExtract all = new WhatToExtract(settings);
    Set<Row> rows = new LinkedHashSet<>();
    Set<String> told = new LinkedHashSet<>();
    for (PracticeStandard standard : settings.standards()) {
      // The versions of a standard, one after the other, need the same.
      if (told.add(standard.id())) {
        rows.addAll(all.of(standard));
      }
    }
    return List.copyOf(rows);
  }

  private static TableProfile table(Settings settings, String name) {
    return settings.profiles().stream()
        .filter(profile -> profile.profile().equals(name))
        .flatMap(profile -> profile.tables().stream())
        .findFirst()
        .orElseThrow(
            () ->
                new MistakenSettings(
                    List.of(
                        new SettingsMistake(
                            "jobs/profiles/" + name + ".yml",
                            "",
                            "this layout is missing; the template is made from it."))));
  }

  private List<Row> of(PracticeStandard standard) {
    List<Row> rows = new ArrayList<>();
    boolean itsEnd = standard.metBy().equals(PracticeStandard.ITS_END);
    boolean fromItsEnd = PracticeStandard.ITS_END.equals(standard.countedFrom());
    if (!standard.during().isEmpty()) {
      String why = itsEnd ? "owed while it lasts, and met by its end" : "owed while it lasts";
      for (String kind : PracticeStandard.recordedAs(standard.during())) {
        rows.add(
            span(
                standard, fromItsEnd ? "counted from its end" : why, kind, ownReference(standard)));
      }
    }
    standard
        .afterEach()
        .forEach(kind -> rows.add(activity(standard, "starts each count", kind, "")));
    Optional.ofNullable(standard.beforeEach())
        .ifPresent(kind -> rows.add(activity(standard, "what it prepares for", kind, "")));
    String from = standard.countedFrom();
    if (from != null && !PracticeStandard.NOT_ACTIVITIES.contains(from)) {
      rows.add(activity(standard, "the first is counted from it", from, reference(standard)));
    }
    if (!itsEnd) {
      standard
          .acts()
          .forEach(kind -> rows.add(activity(standard, "meets it", kind, met(standard))));
    }
    for (String kind : standard.onlyIfThereIs()) {
      String why = "owed only where there is one";
      rows.add(
          settings.vocabulary().spans().contains(kind)
              ? span(standard, why, kind, "")
              : activity(standard, why, kind, ""));
    }
    for (String kind : new TreeSet<>(standard.timescale().looksAt())) {
      rows.add(activity(standard, "changes how often", kind, ""));
    }
    decidingCodes(standard, rows);
    for (String higher : standard.outrankedBy()) {
      for (String kind : PracticeStandard.recordedAs(higher)) {
        rows.add(span(standard, "not owed while it lasts", kind, ""));
      }
    }
    return rows;
  }

  /** What the code of a span decides: whether it is owed at all, or how often. */
  private void decidingCodes(PracticeStandard standard, List<Row> rows) {
    Set<String> kinds = new TreeSet<>();
    standard.circumstances().forEach(one -> kinds.addAll(one.codes().keySet()));
    for (String decided : kinds) {
      Set<String> codes = new TreeSet<>();
      for (Circumstances one : standard.circumstances()) {
        codes.addAll(one.codes().getOrDefault(decided, List.of()));
      }
      codes.remove(Circumstances.ANY);
      String besides = codes.isEmpty() ? "" : "Code, such as " + String.join(", ", codes);
      for (String kind : PracticeStandard.recordedAs(decided)) {
        rows.add(span(standard, "decides whether it is owed, or how often", kind, besides));
      }
    }
  }

  private Row span(PracticeStandard standard, String why, String kind, String besides) {
    boolean hours = isInHours(standard) && why.endsWith("its end");
    String dates =
        heading(spans, "from")
            + (hours ? ", " : " and ")
            + heading(spans, "to")
            + (hours ? " and " + heading(spans, "end time") : "");
    List<String> more = new ArrayList<>(List.of(besides));
    CodeList codes = settings.codes().get(CodeList.nameFor(kind));
    if (codes != null && besides.isEmpty()) {
      more.add(
          "Code: "
              + codes.groups().stream()
                  .map(CodeList.Group::group)
                  .collect(Collectors.joining(", ")));
    }
    more.add(subject(standard));
    return row(standard, why, spans, kind, dates, more);
  }

  private Row activity(PracticeStandard standard, String why, String kind, String besides) {
    return row(
        standard,
        why,
        activities,
        kind,
        day(kind, isInHours(standard)),
        List.of(besides, subject(standard)));
  }

  private Row row(
      PracticeStandard standard,
      String why,
      TableProfile table,
      String kind,
      String dates,
      Collection<String> besides) {
    return new Row(
        standard,
        why,
        table.table(),
        kind,
        dates,
        besides.stream().filter(one -> !one.isEmpty()).collect(Collectors.joining("; ")),
        Carrying.layouts(settings.profiles(), List.of(kind)));
  }

  /** The column of an activity's day; of what a column of another's row gives, that one. */
  private String day(String kind, boolean hours) {
    for (RowMeaning meaning : activities.meanings()) {
      Optional<RowMeaning.DayBeside> beside = meaning.dayBeside(kind);
      if (beside.isPresent()) {
        return heading(activities, beside.get().on())
            + ", in the row of the "
            + rowsOf(beside.get().of(), kind);
      }
    }
    return heading(activities, "date") + (hours ? " and " + heading(activities, "time") : "");
  }

  private String rowsOf(Naming naming, String kind) {
    return settings.vocabulary().activities().stream()
        .filter(name -> naming.read(name).filter(kind::equals).isPresent())
        .sorted()
        .collect(Collectors.joining(" or "));
  }

  private String met(PracticeStandard standard) {
    Set<String> marks = new TreeSet<>(standard.notIf());
    marks.addAll(standard.notOwedIfMarked());
    List<String> besides = new ArrayList<>();
    if (marks.remove(REFUSED)) {
      besides.add("Status, for it is told apart where it was refused");
    }
    if (!marks.isEmpty()) {
      besides.add("Marks, for it does not count where it is marked " + String.join(" or ", marks));
    }
    besides.add(reference(standard));
    return besides.stream().filter(one -> !one.isEmpty()).collect(Collectors.joining("; "));
  }

  /** By which the row is tied to what it belongs to, where the standard asks for that. */
  private String reference(PracticeStandard standard) {
    if (!standard.ofTheSame() || standard.during().isEmpty()) {
      return "";
    }
    return "Reference: the id of the "
        + standard.during()
        + sortOf(standard.during())
            .map(group -> "; Reference is of: " + group)
            .orElse(", as in its own row");
  }

  private String ownReference(PracticeStandard standard) {
    return standard.ofTheSame() ? "Reference: its id" : "";
  }

  private Optional<String> sortOf(String kind) {
    CodeList references = settings.codes().get("reference");
    return references == null
        ? Optional.empty()
        : references.groups().stream().map(CodeList.Group::group).filter(kind::equals).findFirst();
  }

  private static String subject(PracticeStandard standard) {
    String words = standard.subject().words();
    return standard.subject() == Subject.CHILD
        ? ""
        : "Subject kind: " + words + ", with its Subject ID; Child ID blank";
  }

  private static boolean isInHours(PracticeStandard standard) {
    return standard.timescale() instanceof Within within
        && within.length().unit() == Length.Unit.HOURS;
  }

  private static String heading(TableProfile table, String column) {
    TableProfile.Column found = table.columns().get(column);
    return found == null ? column : found.headed().get(0);
  }

  /** The names that a column of one of the two tables can hold, in the order of a list. */
  public static List<String> choices(Settings settings, TableProfile table, String column) {
    TableProfile.Column found = table.columns().get(column);
    if (found == null) {
      return List.of();
    }
    CodeList codes = settings.codes().get(found.is());
    if (codes != null) {
      return codes.groups().stream().map(CodeList.Group::group).toList();
    }
    return table.meanings().stream()
        .map(meaning -> meaning.choices(column, settings.vocabulary().names()))
        .filter(names -> !names.isEmpty())
        .findFirst()
        .stream()
        .flatMap(Collection::stream)
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .toList();
  }

  /** Whether a column of a table may hold several of its choices. */
  public static boolean mayBeSeveral(TableProfile table, String column) {
    return table.meanings().stream().anyMatch(meaning -> meaning.mayHoldSeveral(column));
  }
}
