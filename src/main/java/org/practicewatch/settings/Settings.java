package org.practicewatch.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.practicewatch.standards.PracticeStandard;
import org.practicewatch.standards.Regime;

/**
 * Everything in {@code jobs/}, read and found to be in order.
 *
 * @param noNumber what is asked for without a number, so that it is no standard
 * @param standards what children are judged by; the versions of one standard follow each other
 * @param switchedOff standards that nobody is judged by
 * @param localRules what the council has of its own in them, a sentence each
 * @param regimes days on which the law asked for less
 * @param merged children who are known by another id than before
 * @param forgotten ids of children of whom nothing is kept
 * @param benchmarks what DfE has published, and beside whose figures ours are shown
 * @param priorities what matters most
 * @param checks what the checks on the record say of themselves
 * @param practiceWeeks the weeks of audits, and who audits
 * @param sha256 hash over the files that may change what a night says
 */
public record Settings(
    NightlySettings nightly,
    Vocabulary vocabulary,
    List<ExtractProfile> profiles,
    Map<String, CodeList> codes,
    List<PracticeStandard> standards,
    List<Flag> flags,
    Caseload caseload,
    ReportContents reports,
    List<NoNumber> noNumber,
    List<SwitchedOff> switchedOff,
    List<String> localRules,
    List<Regime> regimes,
    Organisation organisation,
    MergedIds merged,
    Set<String> forgotten,
    WorkingDays calendar,
    Benchmarks benchmarks,
    Priorities priorities,
    List<CheckEntry> checks,
    PracticeWeeks practiceWeeks,
    String sha256) {

  public Settings {
    profiles = List.copyOf(profiles);
    codes = Map.copyOf(codes);
    standards = List.copyOf(standards);
    flags = List.copyOf(flags);
    noNumber = List.copyOf(noNumber);
    switchedOff = List.copyOf(switchedOff);
    localRules = List.copyOf(localRules);
    regimes = List.copyOf(regimes);
    checks = List.copyOf(checks);
    forgotten = Set.copyOf(forgotten);
  }
}
