package org.practicewatch.reports.subject;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.FlagTally;
import org.practicewatch.compliance.Recorded;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.StandardNote;
import org.practicewatch.reports.section.CodeWords;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Tile;
import org.practicewatch.standards.Flag;
import org.practicewatch.standards.Sources;

/**
 * What the reports on one subject need of a night beside {@link NightInReports}: it grows with the
 * children whom they are about.
 *
 * @param night the night
 * @param contents what the reports are made of
 * @param sources what the extracts carry at all
 * @param yearFrom first day of the year to date
 * @param flags the flags, in the order they are to be printed
 * @param tally what the flags come to
 * @param children the children of whom there is anything, in any order
 * @param words what codes are called
 */
public record SubjectNight(
    NightInReports night,
    ReportContents contents,
    Sources sources,
    LocalDate yearFrom,
    List<Flag> flags,
    FlagTally tally,
    List<OnRecord> children,
    CodeWords words) {

  /**
   * One child.
   *
   * @param childId the child
   * @param teamNow the team that holds the child; empty for none
   * @param workerNow the worker who does; empty for none
   * @param findings what is owed by the standards of these reports
   * @param recorded what else they want to know of the record
   */
  public record OnRecord(
      String childId,
      String teamNow,
      String workerNow,
      List<Finding> findings,
      List<Recorded> recorded) {

    /** Activities of a kind, or spans, in the order of the record. */
    Stream<Recorded> recorded(String kind) {
      return recorded.stream().filter(one -> one.kind().equals(kind));
    }

    /** Whether a span of the kind goes on; one that ends on the day has ended. */
    boolean isOpen(String kind, LocalDate asAt) {
      return recorded(kind).anyMatch(one -> isOpen(one, asAt));
    }

    static boolean isOpen(Recorded one, LocalDate asAt) {
      LocalDate to = one.to();
      return !one.from().isAfter(asAt) && (to == null || to.isAfter(asAt));
    }
  }

  LocalDate asAt() {
    return night.asAt();
  }

  Optional<StandardNote> find(String standard) {
    return night.standards().stream().filter(note -> note.id().equals(standard)).findFirst();
  }

  /** Those of the standards that are not switched off, in the order given. */
  List<StandardNote> notes(List<String> standards) {
    return standards.stream().map(this::find).flatMap(Optional::stream).toList();
  }

  boolean isJudged(String standard) {
    return find(standard).filter(StandardNote::judged).isPresent();
  }

  /** Every finding of some standards, child by child. */
  Stream<Finding> findings(List<String> standards) {
    return children.stream()
        .flatMap(child -> child.findings().stream())
        .filter(finding -> standards.contains(finding.standard()));
  }

  /**
   * A report of this night.
   *
   * @param kicker what it is, above its headline
   * @param across whether its pages lie on their side
   */
  Report report(
      String title,
      String kicker,
      String headline,
      String remark,
      List<Tile> tiles,
      List<Section> sections,
      boolean across) {
    return new Report(
        title,
        kicker + ", as at " + night.asAtInWords(),
        night.authority(),
        night.fictional(),
        night.asAtInWords(),
        headline,
        "",
        remark,
        tiles,
        sections,
        across);
  }
}
