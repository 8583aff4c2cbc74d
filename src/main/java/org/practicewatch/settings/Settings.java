package org.practicewatch.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.MergedIds;
import org.practicewatch.casework.Organisation;
import org.practicewatch.compliance.Caseload;
import org.practicewatch.intake.CodeList;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.reports.ReportContents;
import org.practicewatch.standards.Flag;
import org.practicewatch.standards.PracticeStandard;

/**
 * Everything in {@code jobs/}, read and found to be in order.
 *
 * @param noNumber what is asked for without a number, so that it is no standard
 * @param merged children who are known by another id than before
 * @param forgotten ids of children of whom nothing is kept
 * @param sha256 hash over the files that may change a finding
 */
public record Settings(
    NightlySettings nightly,
    Vocabulary vocabulary,
    List<ExtractProfile> profiles,
    Map<String, CodeList> codes,
    List<PracticeStandard> standards,
    List<NoNumber> noNumber,
    List<Flag> flags,
    Caseload caseload,
    ReportContents reports,
    Organisation organisation,
    MergedIds merged,
    Set<String> forgotten,
    WorkingDays calendar,
    String sha256) {

  public Settings {
    profiles = List.copyOf(profiles);
    codes = Map.copyOf(codes);
    standards = List.copyOf(standards);
    noNumber = List.copyOf(noNumber);
    flags = List.copyOf(flags);
    forgotten = Set.copyOf(forgotten);
  }
}
