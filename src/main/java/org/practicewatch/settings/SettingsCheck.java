package org.practicewatch.settings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Organisation;
import org.practicewatch.intake.CodeList;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.intake.Names;
import org.practicewatch.intake.RowMeaning;
import org.practicewatch.intake.TableProfile;
import org.practicewatch.settings.SettingsFolder.InFile;
import org.practicewatch.standards.Before;
import org.practicewatch.standards.Confidence;
import org.practicewatch.standards.Example;
import org.practicewatch.standards.GoesOnFrom;
import org.practicewatch.standards.Midway;
import org.practicewatch.standards.Part;
import org.practicewatch.standards.PracticeStandard;
import org.practicewatch.standards.Regime;
import org.practicewatch.standards.Standing;
import org.practicewatch.standards.Timeliness;

/** Resolves every name in the settings, and runs every worked example. */
final class SettingsCheck {

  private static final String EACH_ROW = "each row is";
  private static final String UNSEEN =
      "a number whose text nobody has seen (confidence U) is 'to confirm', whoever set it.";
  private static final String IN_VOCABULARY = "name in jobs/vocabulary.yml";

  private static final Pattern STANDARD_ID = Pattern.compile("[A-Z0-9]+(-[A-Z0-9]+)*");
  private static final String NIGHTLY = "jobs/nightly.yml";
  private static final String REGIMES = "jobs/standards/" + StandardsFolder.REGIMES;
  private static final String TEAMS = "jobs/organisation/teams.yml";

  private final Optional<Vocabulary> vocabulary;
  private final Map<String, CodeList> codes;
  private final Optional<WorkingDays> calendar;
  private final List<SettingsMistake> mistakes;
  private final boolean codesComplete;

  /**
   * A check.
   *
   * @param vocabulary empty where its file is wrong: then names are not looked up
   * @param calendar empty where its file is wrong: then no example is run
   * @param mistakes those told so far; more are added
   */
  SettingsCheck(
      Optional<Vocabulary> vocabulary,
      Map<String, CodeList> codes,
      Optional<WorkingDays> calendar,
      List<SettingsMistake> mistakes) {
    this.vocabulary = vocabulary;
    this.codes = codes;
    this.calendar = calendar;
    this.mistakes = mistakes;
    this.codesComplete =
        mistakes.stream().noneMatch(one -> one.file().startsWith("jobs/profiles/codes"));
  }

  void check(
      Optional<NightlySettings> nightly,
      Optional<Organisation> organisation,
      List<InFile<ExtractProfile>> profiles,
      StandardsHere standards,
      List<Regime> regimes) {
    boolean standardsComplete =
        mistakes.stream().noneMatch(one -> one.file().startsWith("jobs/standards"));
    profiles(profiles);
    standards(standards);
    organisation.ifPresent(this::organisation);
    nightly.ifPresent(this::nightly);
    if (standardsComplete) {
      regimes(regimes, standards);
    }
    if (mistakes.stream().noneMatch(one -> one.file().startsWith("jobs/profiles"))) {
      nightly.ifPresent(one -> staleAfter(one, profiles));
    }
    if (profiles.isEmpty() && mistakes.isEmpty()) {
      mistake("jobs/profiles", "", "there is no profile, so that no extract can be read.");
    }
    if (standards.worked().isEmpty() && mistakes.isEmpty()) {
      mistake("jobs/standards", "", "there is no standard, so that nothing can be judged.");
    }
  }

  private void nightly(NightlySettings nightly) {
    if (nightly.heldWhenShrunkByMoreThan() < 1 || nightly.heldWhenShrunkByMoreThan() > 100) {
      mistake(
          NIGHTLY,
          "held when a table shrinks by more than percent",
          "should be a number from 1 to 100.");
    }
    if (nightly.keepFindingsFor() < 1) {
      mistake(NIGHTLY, "keep findings for nights", "should be 1 or more.");
    }
    Integer folders = nightly.keepFoldersFor();
    if (folders != null && folders < 1) {
      mistake(NIGHTLY, "keep folders for nights", "should be 1 or more; leave it out to keep all.");
    }
    Integer years = nightly.keepReturnsFor();
    if (years != null && years < 1) {
      mistake(NIGHTLY, "keep returns for years", "should be 1 or more; leave it out to keep all.");
    }
    if (nightly.listedDaysAhead() < 1) {
      mistake(NIGHTLY, "list what is due in the next days", "should be 1 or more.");
    }
    if (nightly.percentagesFrom() < 1) {
      mistake(NIGHTLY, "percentages from denominators of", "should be 1 or more.");
    }
    try {
      nightly.firstOfYear();
    } catch (DateTimeException wrong) {
      mistake(NIGHTLY, "year begins", "should be a month and a day, such as 04-01.");
    }
  }

  private void staleAfter(NightlySettings nightly, List<InFile<ExtractProfile>> profiles) {
    Map<String, Set<String>> tables = new TreeMap<>();
    for (InFile<ExtractProfile> one : profiles) {
      one.entry()
          .tables()
          .forEach(
              table ->
                  tables
                      .computeIfAbsent(one.entry().profile(), name -> new TreeSet<>())
                      .add(table.table()));
    }
    Integer limit = nightly.staleAfterDays();
    if (limit != null && limit < 1) {
      mistake(NIGHTLY, "stale after days", "should be 1 or more.");
    }
    String other = "stale after other days";
    Set<String> named = new HashSet<>();
    for (NightlySettings.StaleAfter one : nightly.staleAfterOtherDays()) {
      String table = one.table();
      known(NIGHTLY, other, List.of(one.layout()), tables.keySet(), "layout");
      if (table != null && tables.containsKey(one.layout())) {
        known(NIGHTLY, other, List.of(table), tables.get(one.layout()), "table of this layout");
      }
      if (one.days() < 1) {
        mistake(NIGHTLY, other + " > days", "should be 1 or more.");
      }
      if (!named.add(one.layout() + "\n" + table)) {
        mistake(NIGHTLY, other, "'" + one.layout() + "' has two limits for the same.");
      }
    }
  }

  private void organisation(Organisation organisation) {
    Map<String, String> owner = new HashMap<>();
    Set<String> services = new HashSet<>();
    if (organisation.services().stream().allMatch(service -> service.teams().isEmpty())) {
      mistake(TEAMS, "services", "there is no team.");
    }
    for (Organisation.ServiceWithTeams service : organisation.services()) {
      if (!services.add(fold(service.service()))) {
        mistake(TEAMS, service.service(), "two services have this name.");
      }
      for (Organisation.Team team : service.teams()) {
        String same = owner.putIfAbsent(fold(team.team()), team.team());
        if (same != null) {
          mistake(TEAMS, team.team(), taken(team.team(), same));
        }
      }
    }
    for (Organisation.ServiceWithTeams service : organisation.services()) {
      for (Organisation.Team team : service.teams()) {
        for (String name : team.alsoKnownAs()) {
          String other = owner.putIfAbsent(fold(name), team.team());
          if (other != null && !other.equals(team.team())) {
            mistake(TEAMS, team.team() + " > also known as", taken(name, other));
          }
        }
      }
    }
  }

  private static String taken(String name, String other) {
    return "the name '" + name + "' also belongs to " + other + ". A name has one team.";
  }

  private static String fold(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private void profiles(List<InFile<ExtractProfile>> profiles) {
    Map<String, String> files = new HashMap<>();
    for (InFile<ExtractProfile> one : profiles) {
      ExtractProfile profile = one.entry();
      String other = files.putIfAbsent(profile.profile(), one.file());
      if (other != null) {
        mistake(one.file(), "profile", "'" + profile.profile() + "' is already that of " + other);
      }
      if (profile.tables().isEmpty()) {
        mistake(one.file(), "tables", "a profile needs at least one table.");
      }
      Set<String> sorts = new TreeSet<>();
      Set<String> names = new HashSet<>();
      for (TableProfile table : profile.tables()) {
        if (!names.add(table.table())) {
          mistake(one.file(), table.table(), "two tables of this profile have this name.");
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
          known(file, at("child found by"), List.of(way.of()), sorts, "'id of' in this profile");
        }
      }
      table.meanings().forEach(this::meaning);
      boolean saysSomethingOfAChild = table.meanings().stream().anyMatch(one -> !one.isOfNames());
      if (saysSomethingOfAChild && table.child().isEmpty()) {
        mistake(file, table.table(), "the key 'child found by' is missing.");
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
                            String other = columns.putIfAbsent(fold(heading), name);
                            if (other != null && !other.equals(name)) {
                              mistake(
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
        known(file, at(name + " > is"), List.of(column.is()), types(), "type of column");
      }
      if (column.orElse() != null) {
        isColumn(name + " > or else", column.orElse());
      }
      if (column.headed().isEmpty()) {
        mistake(file, at(name), "it needs at least one heading.");
      }
    }

    private Set<String> types() {
      Set<String> types = new TreeSet<>(codes.keySet());
      types.addAll(TableProfile.Column.PLAIN);
      return types;
    }

    private void isColumn(String key, String name) {
      known(file, at(key), List.of(name), table.columns().keySet(), "column of this table");
    }

    private void meaning(RowMeaning meaning) {
      meaning.conditions().forEach(this::conditions);
      meaning.columns().forEach(column -> isColumn(EACH_ROW, column));
      Names names = meaning.names();
      vocabulary.ifPresent(
          words -> {
            known(file, at(EACH_ROW), names.activities(), words.activities(), IN_VOCABULARY);
            known(file, at(EACH_ROW), names.spans(), words.spans(), IN_VOCABULARY);
            known(file, at(EACH_ROW), names.marks(), words.marks(), IN_VOCABULARY);
          });
    }

    private void conditions(Map<String, List<String>> conditions) {
      conditions.forEach(
          (name, values) -> {
            isColumn(EACH_ROW, name);
            TableProfile.Column column = table.columns().get(name);
            CodeList list = column == null ? null : codes.get(column.is());
            if (list != null) {
              Set<String> names = namesIn(list);
              names.addAll(List.of("blank", RowMeaning.ANYTHING));
              known(file, at(EACH_ROW + " > " + name), values, names, list.name());
            }
          });
    }
  }

  private static Set<String> namesIn(CodeList list) {
    Set<String> names = new TreeSet<>();
    for (CodeList.Group group : list.groups()) {
      names.add(group.group());
      names.addAll(group.codes().keySet());
    }
    return names;
  }

  private void standards(StandardsHere standards) {
    Map<String, List<PracticeStandard>> byId = new HashMap<>();
    Map<String, String> titles = new HashMap<>();
    for (StandardsHere.Worked one : standards.worked()) {
      PracticeStandard standard = one.standard();
      if (one.asWritten()) {
        List<PracticeStandard> others =
            byId.computeIfAbsent(standard.id(), id -> new ArrayList<>());
        if (others.stream().anyMatch(other -> other.inForce().overlaps(standard.inForce()))) {
          mistake(
              one.file(),
              standard.id(),
              "two standards have this id and are in force at the same time. Give both 'in force'"
                  + " dates that do not overlap, or one of them another id. To change one that is"
                  + " shipped, write it under 'changes' in jobs/standards/local.yml.");
        } else if (others.stream().anyMatch(other -> !other.isCountedWhere(standard))) {
          mistake(
              one.file(),
              standard.id(),
              "two versions of one standard are owed in the same spans: 'during', 'after each',"
                  + " 'closed by the next', 'before each' and 'subject' are the same in both. Give one"
                  + " of them another id.");
        }
        others.add(standard);
      }
      String other = titles.putIfAbsent(fold(standard.title()), standard.id());
      if (other != null && !other.equals(standard.id())) {
        mistake(
            one.file(),
            standard.id() + " > title",
            "this is also the title of "
                + other
                + ": in a list nobody could tell them apart. Give one of them another.");
      }
      new Standard(one).check();
    }
  }

  private void regimes(List<Regime> regimes, StandardsHere standards) {
    Set<String> ids = standards.ids();
    for (Regime regime : regimes) {
      known(REGIMES, regime.name() + " > standards", regime.standards(), ids, "standard");
      if (regime.to().isBefore(regime.from())) {
        mistake(REGIMES, regime.name() + " > to", "it ends before it begins.");
      }
    }
  }

  private final class Standard {

    private final StandardsHere.Worked worked;
    private final PracticeStandard standard;

    Standard(StandardsHere.Worked worked) {
      this.worked = worked;
      this.standard = worked.standard();
    }

    void check() {
      Integer target = standard.target();
      if (!STANDARD_ID.matcher(standard.id()).matches()) {
        mistake(at("id"), "an id is capital letters, digits and hyphens, such as LAC-VISIT-LOCAL.");
      }
      if (standard.id().endsWith(LocalRules.OF_OUR_OWN) && standard.standing() != Standing.LOCAL) {
        mistake(
            at("standing"),
            "an id that ends in -LOCAL is a limit of the council's own, so its standing is local.");
      }
      if (target != null && (target < 0 || target > 100)) {
        mistake(at("target"), "this should be a percentage from 0 to 100.");
      }
      if (standard.inForce().from() != null
          && standard.inForce().to() != null
          && standard.inForce().to().isBefore(standard.inForce().from())) {
        mistake(at("in force"), "it ends before it begins.");
      }
      shape();
      vocabulary.ifPresent(this::names);
      standard.circumstances().forEach(one -> one.codes().forEach(this::codes));
      examples();
    }

    /** Keys that need, or rule out, each other. */
    private void shape() {
      boolean fromActivities = !standard.afterEach().isEmpty() || standard.beforeEach() != null;
      if (standard.during().isEmpty() && !fromActivities) {
        mistake(
            at("during"),
            "say in which span it is owed ('during'), or after or before which activity ('after each', 'before each').");
      }
      if (!standard.afterEach().isEmpty() && standard.beforeEach() != null) {
        mistake(at("before each"), "'after each' and 'before each' cannot both be given.");
      }
      if (standard.closedByTheNext() && standard.afterEach().isEmpty()) {
        mistake(at("closed by the next"), "this goes with 'after each'.");
      }
      boolean before = standard.timescale() instanceof Before;
      if (before != (standard.beforeEach() != null)) {
        mistake(at("timescale"), "'before each' and a timescale 'before' go together; give both.");
      }
      if (standard.timescale() instanceof Midway && standard.afterEach().isEmpty()) {
        mistake(at("timescale"), "'midway' goes with 'after each'.");
      }
      if (standard.confidence() == Confidence.U && standard.standing() != Standing.TO_CONFIRM) {
        mistake(at("standing"), UNSEEN);
      }
      for (Part part : standard.parts()) {
        if (part.confidence() == Confidence.U && part.standing() != Standing.TO_CONFIRM) {
          mistake(at("parts > " + part.part()), UNSEEN);
        }
      }
    }

    private String at(String key) {
      return standard.id() + " > " + key;
    }

    private void mistake(String where, String problem) {
      SettingsCheck.this.mistake(worked.file(), where, problem);
    }

    private void names(Vocabulary words) {
      Set<String> spans = new HashSet<>(words.spans());
      spans.addAll(Kinds.WORKED_OUT);
      if (!standard.during().isEmpty()) {
        in("during", List.of(standard.during()), spans);
      }
      in("outranked by", standard.outrankedBy(), spans);
      in("also ends with", standard.alsoEndsWith(), spans);
      in("overtaken by", standard.overtakenBy(), words.activities());
      GoesOnFrom goesOn = standard.goesOnFrom();
      if (goesOn != null) {
        goesOn
            .after()
            .forEach(one -> in("goes on from the last > after", one.codes().keySet(), spans));
        goesOn.after().forEach(one -> one.codes().forEach(this::codes));
        in("goes on from the last > of", goesOn.of(), words.activities());
      }
      activities("met by", words, standard.metBy());
      activities("counted from", words, standard.countedFrom());
      activities("before each", words, standard.beforeEach());
      in("or by", standard.orBy(), words.activities());
      in("after each", standard.afterEach(), words.activities());
      in("timescale", standard.timescale().looksAt(), words.activities());
      in("not owed if marked", standard.notOwedIfMarked(), words.marks());
      in("not if", standard.notIf(), words.marks());
      standard.circumstances().forEach(one -> in("circumstances", one.codes().keySet(), spans));
      Set<String> either = new HashSet<>(spans);
      either.addAll(words.activities());
      in("only if there is", standard.onlyIfThereIs(), either);
      for (Example example : standard.examples()) {
        for (Example.Also also : example.also()) {
          in("example '" + example.because() + "' > also", List.of(also.kind()), either);
          in("example '" + example.because() + "' > also", also.marks(), words.marks());
        }
      }
    }

    private void activities(String key, Vocabulary words, @Nullable String name) {
      if (name != null && !PracticeStandard.NOT_ACTIVITIES.contains(name)) {
        in(key, List.of(name), words.activities());
      }
    }

    private void in(String key, Collection<String> names, Set<String> known) {
      known(worked.file(), at(key), names, known, IN_VOCABULARY);
    }

    private void codes(String kind, List<String> wanted) {
      CodeList list = codes.get(CodeList.nameFor(kind));
      if (list != null) {
        known(worked.file(), at("circumstances > " + kind), wanted, namesIn(list), list.name());
      }
    }

    private void examples() {
      if (standard.examples().isEmpty()) {
        mistake(at("examples"), "a standard needs at least one worked example.");
      }
      Set<String> states = new TreeSet<>();
      for (Timeliness timeliness : Timeliness.values()) {
        states.add(timeliness.words());
      }
      for (Example example : standard.examples()) {
        String where = "example '" + example.because() + "'";
        boolean spelt = states.containsAll(example.expect());
        known(worked.file(), at(where + " > expect"), example.expect(), states, "state");
        if (example.also().stream().anyMatch(also -> also.on() == null && also.from() == null)) {
          mistake(at(where + " > also"), "give 'on' for an activity, or 'from' for a span.");
        }
        if (spelt && calendar.isPresent()) {
          String wrong = example.disagreement(standard, worked.judgedBy(), calendar.get());
          if (!wrong.isEmpty()) {
            mistake(at(where), wrong + ". Correct the example, or the standard." + before(example));
          }
        }
      }
    }

    /** What nearly everybody overlooks once: an example of a change that is not in force yet. */
    private String before(Example example) {
      LocalDate begins = standard.inForce().from();
      return worked.asWritten() || begins == null || !example.from().isBefore(begins)
          ? ""
          : " It begins before "
              + begins
              + ", the first day of the change, and so shows what held until then.";
    }
  }

  /** Tells each name that is not among the known ones. */
  private void known(
      String file, String where, Collection<String> names, Set<String> known, String sort) {
    for (String name : names) {
      if (!known.contains(name)) {
        mistake(
            file, where, "'" + name + "' is no " + sort + "." + PlainWords.knownWords(name, known));
      }
    }
  }

  private void mistake(String file, String where, String problem) {
    mistakes.add(new SettingsMistake(file, where, problem));
  }
}
