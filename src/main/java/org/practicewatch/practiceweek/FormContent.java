package org.practicewatch.practiceweek;

import java.time.LocalDate;
import java.util.List;
import org.practicewatch.practiceweek.Auditor.Depth;

/**
 * What stands on an audit form before it is filled in.
 *
 * @param form its key
 * @param authority whose children these are
 * @param fictional whether the data are invented, which the form then says
 * @param week name of the Practice Week
 * @param theme what it is about
 * @param moderation whether it asks for the second grades
 * @param auditor name of the auditor
 * @param auditors names of all auditors, of whom one says who filled it in
 * @param depth how thoroughly
 * @param returnBy by when it comes back
 * @param domains what is graded beside the whole
 * @param team that holds the child, as printed
 * @param file what the record says
 */
public record FormContent(
    String form,
    String authority,
    boolean fictional,
    String week,
    String theme,
    boolean moderation,
    String auditor,
    List<String> auditors,
    Depth depth,
    LocalDate returnBy,
    List<String> domains,
    String team,
    CaseFile file) {

  public FormContent {
    auditors = List.copyOf(auditors);
    domains = List.copyOf(domains);
  }
}
