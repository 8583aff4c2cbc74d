package org.practicewatch.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Organisation;
import org.practicewatch.intake.CodeList;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.standards.PracticeStandard;

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
    YamlFiles files = new YamlFiles(jobs, mistakes);
    Optional<NightlySettings> nightly =
        files.read(jobs.resolve("nightly.yml"), NightlySettings.class);
    Optional<Vocabulary> vocabulary = files.read(jobs.resolve("vocabulary.yml"), Vocabulary.class);
    Optional<Organisation> organisation =
        files.read(jobs.resolve("organisation/teams.yml"), Organisation.class);
    Optional<WorkingDays> calendar = calendar(files, mistakes);
    Map<String, CodeList> codes = codes(files, mistakes);
    List<ExtractProfile> profiles = new ArrayList<>();
    for (Path file : files.in("profiles")) {
      files.read(file, ExtractProfile.class).ifPresent(profiles::add);
    }
    Map<PracticeStandard, String> standards = new LinkedHashMap<>();
    for (Path file : files.in("standards")) {
      files
          .readList(file, PracticeStandard.class, "id")
          .forEach(standard -> standards.put(standard, files.name(file)));
    }
    if (vocabulary.isPresent() && calendar.isPresent()) {
      SettingsCheck check = new SettingsCheck(vocabulary.get(), codes, mistakes);
      profiles.forEach(check::profile);
      check.standards(standards, calendar.get());
      organisation.ifPresent(check::organisation);
      nightly.ifPresent(check::nightly);
    }
    if (!mistakes.isEmpty()
        || nightly.isEmpty()
        || vocabulary.isEmpty()
        || organisation.isEmpty()
        || calendar.isEmpty()) {
      throw new MistakenSettings(mistakes);
    }
    return new Settings(
        nightly.get(),
        vocabulary.get(),
        profiles,
        codes,
        List.copyOf(standards.keySet()),
        organisation.get(),
        calendar.get(),
        sha256());
  }

  private Optional<WorkingDays> calendar(YamlFiles files, List<SettingsMistake> mistakes) {
    Path file = jobs.resolve("calendar/bank-holidays.yml");
    try {
      return files.read(file, BankHolidays.class).map(BankHolidays::workingDays);
    } catch (IllegalArgumentException wrong) {
      mistakes.add(new SettingsMistake(files.name(file), "", String.valueOf(wrong.getMessage())));
      return Optional.empty();
    }
  }

  private Map<String, CodeList> codes(YamlFiles files, List<SettingsMistake> mistakes) {
    Map<String, CodeList> codes = new LinkedHashMap<>();
    for (Path file : files.in("profiles/codes")) {
      try {
        files
            .read(file, CodeListFile.class)
            .map(CodeListFile::toCodeList)
            .ifPresent(list -> codes.put(list.name(), list));
      } catch (IllegalArgumentException wrong) {
        mistakes.add(new SettingsMistake(files.name(file), "", String.valueOf(wrong.getMessage())));
      }
    }
    return codes;
  }

  /** A hash over the names and bytes of every file that is read. */
  private String sha256() {
    try (Stream<Path> all = Files.walk(jobs)) {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      for (Path file : all.filter(f -> f.toString().endsWith(".yml")).sorted().toList()) {
        hash.update(
            jobs.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
        hash.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(hash.digest());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
