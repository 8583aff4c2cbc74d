package org.practicewatch.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.practicewatch.casework.Organisation;
import org.practicewatch.intake.CodeList;
import org.practicewatch.post.AllowedDomains;
import org.practicewatch.practiceweek.Auditor;
import org.practicewatch.practiceweek.Candidate;
import org.practicewatch.practiceweek.Cohort;
import org.practicewatch.practiceweek.PracticeWeek;
import org.practicewatch.practiceweek.PracticeWeeks;
import org.practicewatch.practiceweek.Who;

/** Reads {@code jobs/practice-weeks/} and {@code jobs/organisation/auditors.yml}. */
final class PracticeWeeksFolder {

  static final String FOLDER = "practice-weeks";
  static final String AUDITORS = "organisation/auditors.yml";

  private static final int MOST_COHORTS = 26;
  private static final int MOST_DOMAINS = 15;
  private static final int HUNDRED = 100;
  private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

  private final Path jobs;
  private final YamlFiles files;
  private final Optional<Organisation> organisation;
  private final Map<String, CodeList> codes;
  private final Optional<PostSettings> post;
  private final List<SettingsMistake> mistakes;

  PracticeWeeksFolder(
      Path jobs,
      YamlFiles files,
      Optional<Organisation> organisation,
      Map<String, CodeList> codes,
      Optional<PostSettings> post,
      List<SettingsMistake> mistakes) {
    this.jobs = jobs;
    this.files = files;
    this.organisation = organisation;
    this.codes = codes;
    this.post = post;
    this.mistakes = mistakes;
  }

  /** Whether a file is one of these: they change no finding, so that no night is judged anew. */
  static boolean isOneOfThese(String inJobs) {
    return inJobs.startsWith(FOLDER + "/") || inJobs.equals(AUDITORS);
  }

  /**
   * All of it; a council without the folder has no Practice Weeks.
   *
   * @param standards ids of the standards; empty where they are mistaken themselves
   * @param all ids of standards and checks; likewise
   */
  PracticeWeeks read(Set<String> standards, Set<String> all) {
    List<Auditor> auditors =
        Files.exists(jobs.resolve(AUDITORS))
            ? files.readList(jobs.resolve(AUDITORS), Auditor.class, "auditor")
            : List.of();
    Set<String> named = new HashSet<>();
    auditors.forEach(one -> auditor(one, named));
    List<PracticeWeek> weeks = new ArrayList<>();
    if (Files.isDirectory(jobs.resolve(FOLDER))) {
      for (Path file : files.in(FOLDER)) {
        files
            .read(file, PracticeWeek.class)
            .ifPresent(week -> weeks.add(named(file, week, standards, all)));
      }
    }
    PracticeWeeks read = new PracticeWeeks(auditors, weeks);
    weeks.forEach(week -> earlier(week, read));
    return read;
  }

  private PracticeWeek named(Path file, PracticeWeek week, Set<String> standards, Set<String> all) {
    String id = String.valueOf(file.getFileName()).replaceFirst("\\.yml$", "");
    OfWeek check = new OfWeek(files.name(file));
    if (!id.matches(ID)) {
      check.mistake(
          "", "the name of the file is the id of the week: use a to z, 0 to 9 and hyphens.");
    }
    if (week.id() != null && !week.id().equals(id)) {
      check.mistake("id", "the name of the file is the id. Delete this line, or rename the file.");
    }
    check.week(week, standards, all);
    return week.named(id);
  }

  private void earlier(PracticeWeek week, PracticeWeeks all) {
    OfWeek check = new OfWeek("jobs/" + FOLDER + "/" + week.known() + ".yml");
    if (week.before() != null && all.find(week.before()).isEmpty()) {
      check.unknown("before", "practice week", week.before(), all.ids());
    }
    for (Cohort cohort : week.cohorts()) {
      Who.EarlierGrade grade = cohort.who().earlierGrade();
      if (grade != null && all.find(grade.practiceWeek()).isEmpty()) {
        check.unknown(
            "'" + cohort.cohort() + "' > who > earlier grade",
            "practice week",
            grade.practiceWeek(),
            all.ids());
      }
    }
  }

  private void auditor(Auditor one, Set<String> named) {
    if (!one.auditor().matches("[A-Za-z0-9-]+")) {
      auditorMistake(one, "auditor", "it names a folder: use letters, figures and hyphens.");
    }
    if (!named.add(one.auditor())) {
      auditorMistake(one, "auditor", "stands here twice. Each has an id of their own.");
    }
    Set<String> places = new TreeSet<>(teams());
    places.addAll(services());
    if (!places.isEmpty()) {
      one.manages().stream()
          .filter(place -> !places.contains(place))
          .forEach(
              place -> auditorMistake(one, "manages", noSuch("team or service", place, places)));
      if (one.team() != null && !teams().contains(one.team())) {
        auditorMistake(one, "team", noSuch("team", one.team(), teams()));
      }
    }
    one.audits().stream()
        .filter(kind -> !Candidate.CASES.contains(kind))
        .forEach(
            kind -> auditorMistake(one, "audits", noSuch("kind of case", kind, Candidate.CASES)));
    if (one.atMost() != null && one.atMost() < 1) {
      auditorMistake(one, "at most", "should be 1 or more.");
    }
    if (one.email() != null) {
      if (!AllowedDomains.isAddress(one.email())) {
        auditorMistake(one, "email", RunningSettings.notAnAddress(one.email()));
      } else if (post.isPresent() && !post.get().allowed().allow(one.email())) {
        auditorMistake(one, "email", RunningSettings.notAllowed(one.email()));
      }
    }
  }

  private void auditorMistake(Auditor one, String key, String problem) {
    mistakes.add(new SettingsMistake("jobs/" + AUDITORS, one.auditor() + " > " + key, problem));
  }

  private static String noSuch(String what, String wrong, Collection<String> known) {
    return "there is no " + what + " '" + wrong + "'." + PlainWords.knownWords(wrong, known);
  }

  private Set<String> teams() {
    return organisation.stream()
        .flatMap(one -> one.services().stream())
        .flatMap(one -> one.teams().stream())
        .map(Organisation.Team::team)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> services() {
    return organisation.stream()
        .flatMap(one -> one.services().stream())
        .map(Organisation.ServiceWithTeams::service)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The mistakes of one file. */
  private final class OfWeek {

    private final String file;

    OfWeek(String file) {
      this.file = file;
    }

    void mistake(String where, String problem) {
      mistakes.add(new SettingsMistake(file, where, problem));
    }

    void unknown(String where, String what, String wrong, Collection<String> known) {
      mistake(where, noSuch(what, wrong, known));
    }

    void week(PracticeWeek week, Set<String> standards, Set<String> all) {
      if (week.to().isBefore(week.from())) {
        mistake("to", "it ends before it begins.");
      }
      if (week.seed() != null && week.seed().isBlank()) {
        mistake("seed", "it is blank. Give what was made public, or delete the line.");
      }
      if (week.moderatedPercent() < 0 || week.moderatedPercent() > HUNDRED) {
        mistake("moderated percent", "should be a number from 0 to 100.");
      }
      if (week.perAuditor() != null && week.perAuditor() < 1) {
        mistake("cases per auditor", "should be 1 or more.");
      }
      if (week.domains().isEmpty() || week.domains().size() > MOST_DOMAINS) {
        mistake("domains", "should name 1 to " + MOST_DOMAINS + " domains that are graded.");
      }
      if (new HashSet<>(week.domains()).size() < week.domains().size()) {
        mistake("domains", "one stands here twice.");
      }
      if (week.cohorts().isEmpty() || week.cohorts().size() > MOST_COHORTS) {
        mistake("cohorts", "there should be 1 to " + MOST_COHORTS + " cohorts.");
      }
      known("standards", "standard", week.standards(), standards);
      known("moves", "standard or check", week.moves(), all);
      Set<String> keys = new HashSet<>();
      for (PracticeWeek.Theme theme : week.themes()) {
        String at = "themes > " + theme.key();
        if (!theme.key().matches(ID) || !keys.add(theme.key())) {
          mistake(at, "the key should be its own: a to z, 0 to 9 and hyphens.");
        }
        if (theme.to().isBefore(theme.from())) {
          mistake(at + " > to", "it ends before it begins.");
        }
        known(at + " > moves", "standard or check", theme.moves(), all);
      }
      Set<String> named = new HashSet<>();
      for (Cohort cohort : week.cohorts()) {
        String at = "'" + cohort.cohort() + "'";
        if (!named.add(cohort.cohort())) {
          mistake(at, "two cohorts have this name.");
        }
        size(cohort, at, week.perAuditor() != null && week.cohorts().size() == 1);
        who(cohort.who(), at + " > who", standards);
      }
    }

    private void known(String where, String what, Set<String> given, Set<String> known) {
      if (!known.isEmpty()) {
        given.stream()
            .filter(one -> !known.contains(one))
            .sorted()
            .forEach(one -> unknown(where, what, one, known));
      }
    }

    private void size(Cohort cohort, String at, boolean followsFromAuditors) {
      if (cohort.sample() == null && cohort.sizes().isEmpty() && !followsFromAuditors) {
        mistake(at, "say how many are drawn: 'sample: 12', or 'by' and 'sizes' of its parts.");
      }
      if (cohort.sample() != null && !cohort.sizes().isEmpty()) {
        mistake(at + " > sizes", "they add up to the sample. Delete 'sample', or 'sizes'.");
      }
      if (cohort.sample() != null && cohort.sample() < 1) {
        mistake(at + " > sample", "should be 1 or more.");
      }
      if (!cohort.sizes().isEmpty() && cohort.by().isEmpty()) {
        mistake(at + " > sizes", "say by what the cohort is divided: 'by: [team]'.");
      }
      if (cohort.sizes().values().stream().anyMatch(size -> size < 0)) {
        mistake(at + " > sizes", "each should be 0 or more.");
      }
      boolean sizeIsKnown = cohort.sample() != null || !cohort.sizes().isEmpty();
      if (cohort.inDepth() != null
          && (cohort.inDepth() < 0 || (sizeIsKnown && cohort.inDepth() > cohort.asked()))) {
        mistake(at + " > in depth", "should be from 0 to the size of the sample.");
      }
    }

    private void who(Who who, String at, Set<String> standards) {
      if (who.equals(NOBODY_IN_PARTICULAR)) {
        mistake(at, "say who belongs to it, such as 'age: {at most: 12}'.");
      }
      known(at + " > on plan", "plan", who.onPlan(), Who.PLANS);
      if (who.planForAtLeast() != null && who.onPlan().isEmpty()) {
        mistake(
            at + " > plan open for at least", "say which plan: 'on plan: [child in need plan]'.");
      }
      coded(at + " > category", "category of abuse", who.category());
      coded(at + " > legal status", "legal status", who.legalStatus());
      coded(at + " > placement type", "placement type", who.placementType());
      known(at + " > teams", "team", who.teams(), teams());
      known(at + " > services", "service", who.services(), services());
      Who.OfStandard standard = who.standard();
      if (standard != null) {
        known(at + " > standard > id", "standard", Set.of(standard.id()), standards);
        if (standard.is().isEmpty()) {
          mistake(at + " > standard > is", "say how it stands, such as [overdue].");
        }
      }
      Who.Age age = who.age();
      if (age != null) {
        Integer least = age.atLeast();
        Integer most = age.atMost();
        if (least == null && most == null) {
          mistake(at + " > age", "say 'at least', 'at most', or both.");
        } else if (least != null && most != null && most < least) {
          mistake(at + " > age", "'at most' is less than 'at least'.");
        }
      }
    }

    private void coded(String at, String list, Set<String> given) {
      Set<String> known =
          Optional.ofNullable(codes.get(list)).stream()
              .flatMap(one -> one.groups().stream())
              .flatMap(group -> group.codes().keySet().stream())
              .collect(Collectors.toCollection(TreeSet::new));
      known(at, "code", given, known);
    }
  }

  private static final Who NOBODY_IN_PARTICULAR =
      new Who(
          null, null, Set.of(), null, Set.of(), Set.of(), Set.of(), null, null, Set.of(), Set.of(),
          null, null, null, null, null);
}
