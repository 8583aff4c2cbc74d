package org.practicewatch.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.practicewatch.calendar.SchoolTerms;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.MergedIds;
import org.practicewatch.casework.Organisation;
import org.practicewatch.compliance.Benchmarks;
import org.practicewatch.compliance.Caseload;
import org.practicewatch.exceptions.Priorities;
import org.practicewatch.intake.CodeList;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.practiceweek.PracticeWeeks;
import org.practicewatch.quality.CheckEntry;
import org.practicewatch.reports.subject.ReportContents;
import org.practicewatch.standards.Flag;
import org.practicewatch.standards.Regime;

/** The folder {@code jobs/}: reads all of it, checks all of it, and tells every mistake at once. */
public final class SettingsFolder {

  private final Path jobs;

  public SettingsFolder(Path jobs) {
    this.jobs = jobs;
  }

  /**
   * Everything in the folder.
   *
   * @throws MistakenSettings with every mistake there is
   */
  public Settings read() {
    List<SettingsMistake> mistakes = new ArrayList<>();
    if (!Files.isDirectory(jobs)) {
      throw new MistakenSettings(
          List.of(
              new SettingsMistake(jobs.toString(), "", "there is no such folder of settings.")));
    }
    YamlFiles files = new YamlFiles(jobs, mistakes);
    files.parseAhead();
    Optional<NightlySettings> nightly =
        files.read(jobs.resolve("nightly.yml"), NightlySettings.class);
    Optional<Vocabulary> vocabulary = files.read(jobs.resolve("vocabulary.yml"), Vocabulary.class);
    Optional<Organisation> organisation =
        files.read(jobs.resolve("organisation/teams.yml"), Organisation.class);
    Optional<ChildrenFile> children =
        files.read(jobs.resolve("organisation/children.yml"), ChildrenFile.class);
    Optional<MergedIds> merged = children.flatMap(file -> merged(file, mistakes));
    Optional<WorkingDays> calendar = calendar(files, jobs.resolve("calendar"), mistakes);
    Map<String, CodeList> codes = codes(files, mistakes);
    List<InFile<ExtractProfile>> profiles = new ArrayList<>();
    for (Path file : files.in("profiles")) {
      files
          .read(file, ExtractProfile.class)
          .ifPresent(profile -> profiles.add(new InFile<>(files.name(file), profile)));
    }
    StandardsFolder ofStandards = new StandardsFolder(jobs, files, mistakes);
    StandardsHere standards = ofStandards.standards();
    List<Regime> regimes = ofStandards.regimes();
    List<NoNumber> noNumber = ofStandards.noNumber();
    new SettingsCheck(vocabulary, codes, calendar, mistakes)
        .check(nightly, organisation, profiles, standards, regimes);
    Optional<Benchmarks> benchmarks =
        new BenchmarksFolder(jobs, files, mistakes).read(standards.ids());
    List<Flag> flags = ofStandards.flags();
    Caseload caseload =
        files
            .readIfAny(jobs.resolve(FlagsCheck.CASELOAD), Caseload.class, "weights")
            .orElse(Caseload.NOT_SET);
    FlagsCheck flagsCheck = new FlagsCheck(vocabulary, codes, calendar, mistakes);
    Set<String> ids = standards.ids();
    flagsCheck.check(flags, ids);
    flagsCheck.check(caseload);
    ReportContents reports =
        files
            .readIfAny(
                jobs.resolve(ReportsCheck.REPORTS), ReportContents.class, "permanency tracker")
            .orElse(ReportContents.NONE);
    boolean allRead = mistakes.stream().noneMatch(one -> one.file().startsWith("jobs/standards"));
    new ReportsCheck(
            vocabulary,
            allRead ? ids : Set.of(),
            allRead ? flags.stream().map(Flag::id).collect(Collectors.toSet()) : Set.of(),
            mistakes)
        .check(reports);
    List<Priorities.Priority> priorities =
        Files.exists(jobs.resolve(WeeklyCheck.PRIORITIES))
            ? files.readList(
                jobs.resolve(WeeklyCheck.PRIORITIES), Priorities.Priority.class, "priority")
            : List.of();
    List<CheckEntry> checks =
        new ChecksFolder(jobs, files, mistakes).read(allRead ? ids : Set.of());
    Set<String> onLists = new HashSet<>();
    if (allRead && mistakes.stream().noneMatch(one -> one.file().startsWith("jobs/checks"))) {
      onLists.addAll(ids);
      checks.forEach(check -> onLists.add(check.check()));
    }
    new WeeklyCheck(mistakes).priorities(priorities, onLists);
    RunningSettings running = RunningSettings.read(jobs, files, organisation, onLists, mistakes);
    PracticeWeeks practiceWeeks =
        new PracticeWeeksFolder(jobs, files, organisation, codes, running.post(), mistakes)
            .read(allRead ? ids : Set.of(), onLists);
    if (!mistakes.isEmpty()
        || nightly.isEmpty()
        || vocabulary.isEmpty()
        || organisation.isEmpty()
        || children.isEmpty()
        || merged.isEmpty()
        || calendar.isEmpty()
        || benchmarks.isEmpty()) {
      throw new MistakenSettings(mistakes.stream().distinct().toList());
    }
    return new Settings(
        nightly.get(),
        vocabulary.get(),
        profiles.stream()
            .map(InFile::entry)
            .map(profile -> nightly.get().namesInLists() ? profile : profile.withoutNames())
            .map(vocabulary.get()::knownTo)
            .toList(),
        codes,
        standards.judged(),
        flags,
        caseload,
        reports,
        noNumber,
        standards.switchedOff(),
        standards.told(),
        regimes,
        organisation.get(),
        merged.get(),
        children.get().forgotten().stream()
            .map(ChildrenFile.Forgotten::child)
            .collect(Collectors.toUnmodifiableSet()),
        calendar.get(),
        benchmarks.get(),
        priorities.isEmpty() ? Priorities.NONE : new Priorities(priorities),
        checks,
        practiceWeeks,
        sha256());
  }

  /**
   * When jobs run and who is told, as far as these files are in order; whatever else is wrong, the
   * operator can be told of it.
   */
  public RunningSettings readRunning() {
    return RunningSettings.alone(jobs);
  }

  /**
   * Something read, with the file it stands in.
   *
   * @param file as printed
   */
  record InFile<T>(String file, T entry) {}

  static Optional<WorkingDays> calendar(
      YamlFiles files, Path folder, List<SettingsMistake> mistakes) {
    Path termsFile = folder.resolve("terms.yml");
    SchoolTerms terms =
        Files.exists(termsFile)
            ? converted(files, termsFile, Terms.class, Terms::schoolTerms, mistakes)
                .orElse(SchoolTerms.NONE)
            : SchoolTerms.NONE;
    return converted(
        files,
        folder.resolve("bank-holidays.yml"),
        BankHolidays.class,
        holidays -> holidays.workingDays(terms),
        mistakes);
  }

  private static <F, T> Optional<T> converted(
      YamlFiles files,
      Path file,
      Class<F> type,
      Function<F, T> conversion,
      List<SettingsMistake> mistakes) {
    try {
      return files.read(file, type).map(conversion);
    } catch (IllegalArgumentException wrong) {
      mistakes.add(new SettingsMistake(files.name(file), "", String.valueOf(wrong.getMessage())));
      return Optional.empty();
    }
  }

  private static Optional<MergedIds> merged(ChildrenFile file, List<SettingsMistake> mistakes) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (ChildrenFile.Merged one : file.merged()) {
      if (ids.put(one.was(), one.is()) != null) {
        mistakes.add(mergedTwice(one.was(), "the id stands twice. Leave one line of it."));
      }
    }
    try {
      return Optional.of(new MergedIds(ids));
    } catch (IllegalArgumentException circle) {
      mistakes.add(
          mergedTwice(
              String.valueOf(circle.getMessage()),
              "following 'is' from this id leads back to it. Correct one of the lines."));
      return Optional.empty();
    }
  }

  /** A child's id is named here and nowhere else: whoever edits the file has it before them. */
  private static SettingsMistake mergedTwice(String was, String what) {
    return new SettingsMistake("jobs/organisation/children.yml", "merged ids, was " + was, what);
  }

  private static Map<String, CodeList> codes(YamlFiles files, List<SettingsMistake> mistakes) {
    Map<String, CodeList> codes = new LinkedHashMap<>();
    for (Path file : files.in("profiles/codes")) {
      codeList(files, file, mistakes)
          .ifPresent(list -> put(codes, list, files.name(file), mistakes));
    }
    return codes;
  }

  static Optional<CodeList> codeList(YamlFiles files, Path file, List<SettingsMistake> mistakes) {
    return converted(files, file, CodeListFile.class, CodeListFile::toCodeList, mistakes);
  }

  private static void put(
      Map<String, CodeList> codes, CodeList list, String file, List<SettingsMistake> mistakes) {
    if (codes.putIfAbsent(list.name(), list) != null) {
      mistakes.add(
          new SettingsMistake(
              file, "name", "another code list is named '" + list.name() + "'. Give it another."));
    }
  }

  private boolean mayChangeANight(Path file) {
    Path inJobs = jobs.relativize(file);
    String name = inJobs.toString().replace('\\', '/');
    return BenchmarksFolder.isTable(inJobs)
        || (name.endsWith(".yml")
            && !RunningSettings.FILES.contains(name)
            && !PracticeWeeksFolder.isOneOfThese(name));
  }

  /** A hash over the names and bytes of every file that may change what a night says. */
  private String sha256() {
    try (Stream<Path> all = Files.walk(jobs)) {
      MessageDigest hash = DigestUtils.getSha256Digest();
      for (Path file : all.filter(this::mayChangeANight).sorted().toList()) {
        hash.update(
            jobs.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
        hash.update(Files.readAllBytes(file));
      }
      return Hex.encodeHexString(hash.digest());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
