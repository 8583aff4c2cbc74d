package org.practicewatch.settings;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Organisation;
import org.practicewatch.intake.CodeList;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.intake.RowMeaning;
import org.practicewatch.intake.TableProfile;
import org.practicewatch.standards.ByCircumstances;
import org.practicewatch.standards.Circumstances;
import org.practicewatch.standards.Example;
import org.practicewatch.standards.PracticeStandard;

/** Resolves every name in the settings, and runs every worked example. */
final class SettingsCheck {

  private static final String THIS_ROW = "this row";

  private final Vocabulary vocabulary;
  private final Map<String, CodeList> codes;
  private final List<SettingsMistake> mistakes;

  SettingsCheck(
      Vocabulary vocabulary, Map<String, CodeList> codes, List<SettingsMistake> mistakes) {
    this.vocabulary = vocabulary;
    this.codes = codes;
    this.mistakes = mistakes;
  }

  void nightly(NightlySettings nightly) {
    String file = "jobs/nightly.yml";
    if (nightly.heldWhenShrunkByMoreThan() < 1 || nightly.heldWhenShrunkByMoreThan() > 100) {
      mistake(
          file,
          "held when a table shrinks by more than percent",
          "should be a number from 1 to 100.");
    }
    if (nightly.keepFindingsFor() < 1) {
      mistake(file, "keep findings for nights", "should be 1 or more.");
    }
    if (nightly.listedDaysAhead() < 1) {
      mistake(file, "list what is due in the next days", "should be 1 or more.");
    }
    try {
      nightly.firstOfYear();
    } catch (DateTimeException | NullPointerException wrong) {
      mistake(file, "year begins", "should be a month and a day, such as 04-01.");
    }
  }

  void organisation(Organisation organisation) {
    Map<String, String> owner = new HashMap<>();
    for (Organisation.Service service : organisation.services()) {
      for (Organisation.Team team : service.teams()) {
        List<String> names = new ArrayList<>(team.alsoKnownAs());
        names.add(team.team());
        for (String name : names) {
          String other = owner.putIfAbsent(name.toLowerCase(java.util.Locale.ROOT), team.team());
          if (other != null && !other.equals(team.team())) {
            mistake(
                "jobs/organisation/teams.yml",
                team.team(),
                "the name '" + name + "' also belongs to " + other + "; a name has one team.");
          }
        }
      }
    }
  }

  void profile(ExtractProfile profile) {
    for (TableProfile table : profile.tables()) {
      new Table("jobs/profiles/" + profile.profile() + ".yml", table).check();
    }
  }

  private final class Table {

    private final String file;
    private final TableProfile table;

    Table(String file, TableProfile table) {
      this.file = file;
      this.table = table;
    }

    void check() {
      table.columns().forEach(this::column);
      table.needed().forEach(this::isColumn);
      table.child().forEach(way -> isColumn(way.column()));
      table.meanings().forEach(this::meaning);
    }

    private void column(String name, TableProfile.Column column) {
      if (column.isCoded() && !codes.containsKey(column.is())) {
        mistake(
            file,
            table.table() + " > " + name,
            "'" + column.is() + "' is not a type." + known(types()));
      }
      if (column.orElse() != null) {
        isColumn(column.orElse());
      }
      if (column.headed().isEmpty()) {
        mistake(file, table.table() + " > " + name, "needs at least one heading.");
      }
    }

    private Set<String> types() {
      Set<String> types = new TreeSet<>(codes.keySet());
      types.addAll(TableProfile.Column.PLAIN);
      return types;
    }

    private void isColumn(String name) {
      if (!table.columns().containsKey(name)) {
        mistake(
            file,
            table.table(),
            "'" + name + "' is not one of its columns." + known(table.columns().keySet()));
      }
    }

    private void meaning(RowMeaning meaning) {
      conditions(meaning.onlyWhen());
      List<String> columns = new ArrayList<>();
      if (meaning instanceof RowMeaning.OfSpan span) {
        isKind(span.kind(), vocabulary.spans());
        columns.add(span.from());
        columns.add(span.to());
        columns.add(span.code());
        columns.addAll(span.refs().values());
        columns.addAll(span.details().values());
        conditions(span.endedOnlyWhen());
      } else if (meaning instanceof RowMeaning.OfActivity activity) {
        isKind(activity.kind(), vocabulary.activities());
        columns.add(activity.on());
        columns.addAll(activity.refs().values());
        activity.marks().keySet().forEach(mark -> isKind(mark, vocabulary.marks()));
        activity.marks().values().forEach(this::conditions);
        conditions(activity.happenedWhen());
      } else if (meaning instanceof RowMeaning.OfLatest latest) {
        isKind(latest.kind(), vocabulary.activities());
        columns.add(latest.on());
      } else if (meaning instanceof RowMeaning.OfAllocation allocation) {
        columns.add(allocation.team());
        columns.add(allocation.worker());
        columns.add(allocation.from());
        columns.add(allocation.to());
      } else if (meaning instanceof RowMeaning.Registers child) {
        columns.add(child.born());
      } else if (meaning instanceof RowMeaning.IdOf id) {
        columns.add(id.id());
      } else if (meaning instanceof RowMeaning.NameOf name) {
        columns.add(name.id());
        columns.add(name.name());
      }
      columns.stream()
          .filter(column -> column != null && !column.equals(THIS_ROW))
          .forEach(this::isColumn);
    }

    private void isKind(String name, Set<String> names) {
      if (!names.contains(name)) {
        mistake(
            file, table.table(), "'" + name + "' is not in jobs/vocabulary.yml." + known(names));
      }
    }

    private void conditions(Map<String, List<String>> conditions) {
      conditions.forEach(
          (name, values) -> {
            isColumn(name);
            TableProfile.Column column = table.columns().get(name);
            CodeList list = column == null ? null : codes.get(column.is());
            if (list != null) {
              Set<String> names = new TreeSet<>();
              names.add("blank");
              for (CodeList.Group group : list.groups()) {
                names.add(group.group());
                names.addAll(group.codes().keySet());
              }
              for (String value : values) {
                if (!names.contains(value)) {
                  mistake(
                      file,
                      table.table() + " > " + name,
                      "'" + value + "' is no " + list.name() + "." + known(names));
                }
              }
            }
          });
    }
  }

  void standards(Map<PracticeStandard, String> standards, WorkingDays calendar) {
    Map<String, List<PracticeStandard>> byId = new HashMap<>();
    standards.forEach(
        (standard, file) -> {
          for (PracticeStandard other : byId.getOrDefault(standard.id(), List.of())) {
            if (inForceTogether(standard, other)) {
              mistake(
                  file,
                  standard.id(),
                  "two standards have this id and are in force at the same time; give 'in force'"
                      + " dates, or another id.");
            }
          }
          byId.computeIfAbsent(standard.id(), id -> new ArrayList<>()).add(standard);
          names(standard, file);
          examples(standard, file, calendar);
        });
  }

  private static boolean inForceTogether(PracticeStandard one, PracticeStandard other) {
    boolean oneFirst =
        one.inForce().to() != null
            && other.inForce().from() != null
            && one.inForce().to().isBefore(other.inForce().from());
    boolean otherFirst =
        other.inForce().to() != null
            && one.inForce().from() != null
            && other.inForce().to().isBefore(one.inForce().from());
    return !oneFirst && !otherFirst;
  }

  private void names(PracticeStandard standard, String file) {
    Set<String> spans = new HashSet<>(vocabulary.spans());
    spans.addAll(Kinds.WORKED_OUT);
    inVocabulary(file, standard.id(), "during", List.of(standard.during()), spans);
    inVocabulary(file, standard.id(), "outranked by", standard.outrankedBy(), spans);
    inVocabulary(file, standard.id(), "activities", standard.activities(), vocabulary.activities());
    inVocabulary(file, standard.id(), "not if", standard.notIf(), vocabulary.marks());
    List<Circumstances> circumstances = new ArrayList<>(standard.exceptWhile());
    if (standard.timescale() instanceof ByCircumstances clock) {
      clock.cases().forEach(one -> circumstances.addAll(one.when()));
    }
    circumstances.forEach(
        one -> {
          inVocabulary(file, standard.id(), "circumstances", one.codes().keySet(), spans);
          one.codes().forEach((kind, wanted) -> codes(standard, file, kind, wanted));
        });
  }

  private void codes(PracticeStandard standard, String file, String kind, List<String> wanted) {
    CodeList list = codes.get(kind.equals(Kinds.PLACEMENT) ? "placement type" : kind);
    if (list == null) {
      return;
    }
    Set<String> names = new TreeSet<>();
    for (CodeList.Group group : list.groups()) {
      names.add(group.group());
      names.addAll(group.codes().keySet());
    }
    inVocabulary(file, standard.id(), kind, wanted, names);
  }

  private void inVocabulary(
      String file, String id, String key, Collection<String> names, Set<String> known) {
    for (String name : names) {
      if (!known.contains(name)) {
        mistake(file, id + " > " + key, "'" + name + "' is not known." + known(known));
      }
    }
  }

  private void examples(PracticeStandard standard, String file, WorkingDays calendar) {
    if (standard.examples().isEmpty()) {
      mistake(file, standard.id() + " > examples", "a standard needs at least one worked example.");
    }
    for (Example example : standard.examples()) {
      String wrong = example.disagreement(standard, calendar);
      if (!wrong.isEmpty()) {
        mistake(file, standard.id() + ", example '" + example.because() + "'", wrong);
      }
    }
  }

  private static String known(Collection<String> names) {
    return " Known: " + String.join(", ", new TreeSet<>(names)) + ".";
  }

  private void mistake(String file, String where, String problem) {
    mistakes.add(new SettingsMistake(file, where, problem));
  }
}
