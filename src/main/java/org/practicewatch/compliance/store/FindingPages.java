package org.practicewatch.compliance.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.store.PageReader;
import org.practicewatch.casework.store.PageWriter;
import org.practicewatch.compliance.Doubtful;
import org.practicewatch.compliance.Finding;
import org.practicewatch.standards.Timeliness;

/**
 * How findings stand in a page: child by child, and of each what all of its findings share once.
 */
final class FindingPages {

  /** Between a file, its sheet and a cell. */
  private static final char BETWEEN = '!';

  private FindingPages() {}

  /**
   * The findings of one child, in the order in which they are written out.
   *
   * @param ordinal the child's place among the children of the night
   */
  record OfChild(int ordinal, List<Finding> findings) {}

  static void write(PageWriter page, int ordinal, List<Finding> findings) {
    page.number(ordinal).text(findings.get(0).childId()).number(findings.size());
    for (Finding finding : findings) {
      write(page, finding);
    }
  }

  private static void write(PageWriter page, Finding finding) {
    String source = finding.source();
    int cell = source.lastIndexOf(BETWEEN) + 1;
    Integer daysOver = finding.daysOver();
    page.word(finding.subject())
        .word(finding.standard())
        .day(finding.duringFrom())
        .number(finding.number())
        .day(finding.since())
        .day(finding.due())
        .day(finding.done())
        .word(finding.timeliness().name())
        .number(daysOver == null ? 0 : daysOver + 1)
        .word(finding.team())
        .word(finding.worker())
        .word(finding.teamNow())
        .word(finding.workerNow())
        .word(source.substring(0, cell))
        .text(source.substring(cell))
        .number(Doubtful.bits(finding.doubts()) * 2 + (finding.current() ? 1 : 0));
  }

  static OfChild read(PageReader page) {
    int ordinal = page.number();
    String childId = page.text();
    int size = page.number();
    List<Finding> findings = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      findings.add(read(page, childId));
    }
    return new OfChild(ordinal, findings);
  }

  private static Finding read(PageReader page, String childId) {
    String subject = page.word();
    String standard = page.word();
    LocalDate duringFrom = page.day();
    int number = page.number();
    LocalDate since = page.day();
    LocalDate due = page.day();
    LocalDate done = page.day();
    Timeliness timeliness = Timeliness.valueOf(page.word());
    Integer daysOver = daysOver(page.number());
    String team = page.word();
    String worker = page.word();
    String teamNow = page.word();
    String workerNow = page.word();
    String source = page.word() + page.text();
    int bits = page.number();
    return new Finding(
        childId,
        subject,
        standard,
        duringFrom,
        number,
        since,
        due,
        done,
        timeliness,
        daysOver,
        team,
        worker,
        teamNow,
        workerNow,
        source,
        bits % 2 == 1,
        Doubtful.of(bits / 2));
  }

  private static @Nullable Integer daysOver(int stored) {
    return stored == 0 ? null : stored - 1;
  }
}
