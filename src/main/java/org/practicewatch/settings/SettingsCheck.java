package org.practicewatch.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Organisation;
import org.practicewatch.intake.CodeList;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.settings.SettingsFolder.InFile;
import org.practicewatch.standards.Regime;

/** Resolves every name in the settings, and runs every worked example. */
final class SettingsCheck {

  private final Optional<Vocabulary> vocabulary;
  private final Map<String, CodeList> codes;
  private final Optional<WorkingDays> calendar;
  private final Mistakes mistakes;

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
    this.mistakes = new Mistakes(mistakes);
  }

  void check(
      Optional<NightlySettings> nightly,
      Optional<Organisation> organisation,
      List<InFile<ExtractProfile>> profiles,
      StandardsHere standards,
      List<Regime> regimes) {
    boolean standardsComplete = mistakes.noneIn("jobs/standards");
    new ProfilesCheck(vocabulary, codes, mistakes).check(profiles);
    StandardsCheck ofStandards = new StandardsCheck(vocabulary, codes, calendar, mistakes);
    ofStandards.check(standards);
    organisation.ifPresent(new TeamsCheck(mistakes)::check);
    NightlyCheck ofNightly = new NightlyCheck(mistakes);
    nightly.ifPresent(ofNightly::check);
    if (standardsComplete) {
      ofStandards.check(regimes, standards);
    }
    if (mistakes.noneIn("jobs/profiles")) {
      nightly.ifPresent(one -> ofNightly.staleAfter(one, profiles));
    }
    if (profiles.isEmpty() && mistakes.isEmpty()) {
      mistakes.tell("jobs/profiles", "", "there is no profile, so that no extract can be read.");
    }
    if (standards.worked().isEmpty() && mistakes.isEmpty()) {
      mistakes.tell("jobs/standards", "", "there is no standard, so that nothing can be judged.");
    }
  }
}
