package org.practicewatch.settings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.practicewatch.intake.CodeList;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.intake.Names;
import org.practicewatch.intake.RowMeaning;
import org.practicewatch.intake.TableProfile;
import org.practicewatch.settings.SettingsFolder.InFile;

/** That a profile tells how to read each of its tables, and uses no name that nobody knows. */
final class ProfilesCheck {

  private static final String EACH_ROW = "each row is";
  private static final String IN_VOCABULARY = "name in jobs/vocabulary.yml";

  private final Optional<Vocabulary> vocabulary;
  private final Map<String, CodeList> codes;
  private final Mistakes mistakes;
  private final boolean codesComplete;

  /**
   * A check.
   *
   * @param vocabulary empty where its file is wrong: then names are not looked up
   */
  ProfilesCheck(Optional<Vocabulary> vocabulary, Map<String, CodeList> codes, Mistakes mistakes) {
    this.vocabulary = vocabulary;
    this.codes = codes;
    this.mistakes = mistakes;
    this.codesComplete = mistakes.noneIn("jobs/profiles/codes");
  }

  void check(List<InFile<ExtractProfile>> profiles) {
    Map<String, String> files = new HashMap<>();
    for (InFile<ExtractProfile> one : profiles) {
      ExtractProfile profile = one.entry();
      String other = files.putIfAbsent(profile.profile(), one.file());
      if (other != null) {
        mistakes.tell(
            one.file(), "profile", "'" + profile.profile() + "' is already that of " + other);
      }
      if (profile.tables().isEmpty()) {
        mistakes.tell(one.file(), "tables", "a profile needs at least one table.");
      }
      Set<String> sorts = new TreeSet<>();
      Set<String> names = new HashSet<>();
      for (TableProfile table : profile.tables()) {
        if (!names.add(table.table())) {
          mistakes.tell(one.file(), table.table(), "two tables of this profile have this name.");
        }
        table.meanings().stream()
            .map(RowMeaning::idOf)
            .flatMap(Optional::stream)
            .forEach(sorts::add);
      }
      for (TableProfile table : profile.tables()) {
        new Table(one.file(), table).check(sorts);
      }
    }
  }

  private final class Table {

    private final String file;
    private final TableProfile table;

    Table(String file, TableProfile table) {
      this.file = file;
      this.table = table;
    }

    void check(Set<String> sorts) {
      table.columns().forEach(this::column);
      headings();
      table.needed().forEach(name -> isColumn("needed", name));
      for (TableProfile.ChildFoundBy way : table.child()) {
        isColumn("child found by", way.column());
        if (!way.isA().isEmpty()) {
          isColumn("child found by", way.isA());
        }
        if (!way.of().isEmpty()) {
          mistakes.known(
              file, at("child found by"), List.of(way.of()), sorts, "'id of' in this profile");
        }
      }
      table.meanings().forEach(this::meaning);
      boolean saysSomethingOfAChild = table.meanings().stream().anyMatch(one -> !one.isOfNames());
      if (saysSomethingOfAChild && table.child().isEmpty()) {
        mistakes.tell(file, table.table(), "the key 'child found by' is missing.");
      }
    }

    private String at(String key) {
      return table.table() + " > " + key;
    }

    private void headings() {
      Map<String, String> columns = new HashMap<>();
      table
          .columns()
          .forEach(
              (name, column) ->
                  column
                      .headed()
                      .forEach(
                          heading -> {
                            String other = columns.putIfAbsent(SameName.fold(heading), name);
                            if (other != null && !other.equals(name)) {
                              mistakes.tell(
                                  file,
                                  at(name),
                                  "the heading '"
                                      + heading
                                      + "' is already that of the column '"
                                      + other
                                      + "'.");
                            }
                          }));
    }

    private void column(String name, TableProfile.Column column) {
      if (column.isCoded() && codesComplete) {
        mistakes.known(file, at(name + " > is"), List.of(column.is()), types(), "type of column");
      }
      if (column.orElse() != null) {
        isColumn(name + " > or else", column.orElse());
      }
      if (column.headed().isEmpty()) {
        mistakes.tell(file, at(name), "it needs at least one heading.");
      }
    }

    private Set<String> types() {
      Set<String> types = new TreeSet<>(codes.keySet());
      types.addAll(TableProfile.Column.PLAIN);
      return types;
    }

    private void isColumn(String key, String name) {
      mistakes.known(
          file, at(key), List.of(name), table.columns().keySet(), "column of this table");
    }

    private void meaning(RowMeaning meaning) {
      meaning.conditions().forEach(this::conditions);
      meaning.columns().forEach(column -> isColumn(EACH_ROW, column));
      Names names = meaning.names();
      vocabulary.ifPresent(
          words -> {
            mistakes.known(
                file, at(EACH_ROW), names.activities(), words.activities(), IN_VOCABULARY);
            mistakes.known(file, at(EACH_ROW), names.spans(), words.spans(), IN_VOCABULARY);
            mistakes.known(file, at(EACH_ROW), names.marks(), words.marks(), IN_VOCABULARY);
          });
    }

    private void conditions(Map<String, List<String>> conditions) {
      conditions.forEach(
          (name, values) -> {
            isColumn(EACH_ROW, name);
            TableProfile.Column column = table.columns().get(name);
            CodeList list = column == null ? null : codes.get(column.is());
            if (list != null) {
              Set<String> names = CodeNames.in(list);
              names.addAll(List.of("blank", RowMeaning.ANYTHING));
              mistakes.known(file, at(EACH_ROW + " > " + name), values, names, list.name());
            }
          });
    }
  }
}
