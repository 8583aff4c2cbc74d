package org.practicewatch.reports.subject;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Noted;
import org.practicewatch.compliance.Recorded;
import org.practicewatch.compliance.Wanted;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.Notes;
import org.practicewatch.reports.night.Owed;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportCell.Weight;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;
import org.practicewatch.reports.subject.ReportContents.Leavers;
import org.practicewatch.reports.subject.SubjectNight.OnRecord;
import org.practicewatch.standards.Timeliness;

/**
 * Everybody in or after care, one line each, due or not: where they live, what they do, when
 * somebody last was in touch, who their adviser is, how old their plan is. What no extract carries
 * is said to have no source, and what is blank is not recorded: nothing is guessed.
 */
final class EveryYoungPerson {

  private static final String NO_SOURCE = "no source";
  private static final String NOT_RECORDED = "not recorded";
  private static final String NOT_ON_THE_LIST = "not on the list";

  private final SubjectNight night;
  private final Leavers leavers;
  private final List<OnRecord> young;
  private final boolean anyList;

  EveryYoungPerson(SubjectNight night, Leavers leavers, List<OnRecord> young) {
    this.night = night;
    this.leavers = leavers;
    this.young =
        young.stream()
            .sorted(
                Comparator.<OnRecord, String>comparing(
                        one -> Words.numbersInOrder(NightInReports.teamName(one.teamNow())))
                    .thenComparing(this::planned, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(one -> Words.numbersInOrder(one.childId())))
            .toList();
    this.anyList =
        night.children().stream()
            .anyMatch(one -> one.recorded(Kinds.CARE_LEAVER_LISTED).findAny().isPresent());
  }

  /** On paper, no longer than anybody reads there. */
  Table printed() {
    return new Table(
        "Everybody, due or not",
        "By the team that holds them now; the oldest plan first, and before it none on record. "
            + Notes.firstOf(young.size()),
        Section.Place.PAPER,
        columns(),
        false,
        young.stream().limit(Notes.LINES_PRINTED).map(this::row).toList());
  }

  /** Every one of them, to filter and sort. */
  Table sheet() {
    return new Table(
        "Young people",
        "Everybody in or after care, due or not, by the team that holds them now.",
        Section.Place.WORKBOOK,
        columns(),
        true,
        young.stream().map(this::row).toList());
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Team now", SubjectSheets.NAME).printed(76));
    columns.add(Column.text("Young person", 14).printed(74).strong());
    if (isNamed()) {
      columns.add(Column.text("Name", 26));
    }
    columns.add(Column.text("In or after care", 24));
    columns.add(Column.text("On the list of care leavers", 20));
    columns.add(Column.text("Accommodation", 32).printed(116));
    columns.add(Column.text("Suitable", 22));
    columns.add(Column.text("Education, employment or training", 32).printed(96));
    columns.add(Column.number("Last in touch", SubjectSheets.DAY).printed(61));
    columns.add(Column.text("In touch, as listed", 20));
    columns.add(Column.text("Personal adviser", 18).printed(56));
    columns.add(Column.number("Plan made or reviewed", SubjectSheets.DAY).printed(60));
    columns.add(Column.number("Age of the plan in days", SubjectSheets.NUMBER));
    columns.add(Column.number("Overdue", SubjectSheets.NUMBER));
    columns.add(Column.number("Cannot tell", SubjectSheets.NUMBER));
    columns.add(Column.text("Worker", 20));
    return columns;
  }

  private boolean isNamed() {
    return !night.night().printing().names().isEmpty();
  }

  private Row row(OnRecord child) {
    String group = YoungPeople.group(child, night);
    String suitable = noted(child, "suitability", "suitability");
    String inTouch = noted(child, "in touch", "in touch");
    LocalDate plan = planned(child);
    List<ReportCell> cells = new ArrayList<>();
    cells.add(ReportCell.text(NightInReports.teamName(child.teamNow())));
    cells.add(
        new ReportCell.Id(child.childId())
            .shown(Weight.STRONG, Tone.PLAIN, isNamed() ? name(child) + ", " + group : group));
    if (isNamed()) {
      cells.add(ReportCell.text(name(child)));
    }
    cells.add(ReportCell.text(group));
    cells.add(ReportCell.text(noted(child, "eligibility", "eligibility")));
    cells.add(beneath(noted(child, "accommodation", "accommodation"), suitable));
    cells.add(ReportCell.text(suitable));
    cells.add(ReportCell.text(noted(child, "activity", "activity")));
    cells.add(day(latest(child, leavers.inTouch()), leavers.inTouch(), inTouch));
    cells.add(ReportCell.text(inTouch));
    cells.add(new ReportCell.Id(noted(child, "adviser", "")));
    cells.add(day(plan, leavers.plan(), plan == null ? "" : age(plan) + " days"));
    cells.add(plan == null ? ReportCell.blank() : new Count(age(plan)));
    cells.add(count(child, Timeliness.OVERDUE));
    cells.add(count(child, Timeliness.CANNOT_TELL));
    cells.add(new ReportCell.Id(child.workerNow().isEmpty() ? Owed.NO_WORKER : child.workerNow()));
    return new Row(cells);
  }

  private String name(OnRecord child) {
    return night.night().printing().names().getOrDefault(child.childId(), "");
  }

  private int age(LocalDate plan) {
    return (int) ChronoUnit.DAYS.between(plan, night.asAt());
  }

  private @Nullable LocalDate planned(OnRecord child) {
    return latest(child, leavers.plan());
  }

  private static @Nullable LocalDate latest(OnRecord child, List<String> kinds) {
    return kinds.stream()
        .flatMap(child::recorded)
        .map(Recorded::from)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private ReportCell day(@Nullable LocalDate day, List<String> kinds, String beneath) {
    if (day != null) {
      return beneath(ReportCell.day(day), beneath);
    }
    return beneath(
        kinds.stream().anyMatch(night.sources()::tellOf) ? NOT_RECORDED : NO_SOURCE, beneath);
  }

  private static ReportCell beneath(String text, String beneath) {
    return beneath(ReportCell.text(text), text.equals(beneath) ? "" : beneath);
  }

  private static ReportCell beneath(ReportCell cell, String beneath) {
    return cell.shown(Weight.PLAIN, Tone.PLAIN, beneath);
  }

  /** What the list of care leavers says of somebody, in words. */
  private String noted(OnRecord child, String detail, String list) {
    if (!anyList) {
      return NO_SOURCE;
    }
    // Of several rows the newest extract's holds.
    Optional<Recorded> row =
        child.recorded(Kinds.CARE_LEAVER_LISTED).reduce((older, newer) -> newer);
    if (row.isEmpty()) {
      return NOT_ON_THE_LIST;
    }
    Optional<String> said = Wanted.noted(row.get(), detail);
    if (said.isEmpty()) {
      return NO_SOURCE;
    }
    return said.get().isEmpty()
        ? NOT_RECORDED
        : said.get().equals(Noted.UNREADABLE)
            ? "cannot be read"
            : night.words().of(list, said.get());
  }

  private ReportCell count(OnRecord child, Timeliness timeliness) {
    return new Count(
        (int)
            child.findings().stream()
                .filter(one -> leavers.standards().contains(one.standard()))
                .filter(one -> one.current() && one.timeliness() == timeliness)
                .count());
  }
}
