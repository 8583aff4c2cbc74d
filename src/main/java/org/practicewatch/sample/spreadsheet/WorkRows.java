package org.practicewatch.sample.spreadsheet;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.sample.Chance;
import org.practicewatch.sample.FictionalActivity;
import org.practicewatch.sample.FictionalAuthority;
import org.practicewatch.sample.FictionalChild;
import org.practicewatch.sample.FictionalReference;
import org.practicewatch.sample.FictionalSpan;
import org.practicewatch.sample.FictionalSubject;
import org.practicewatch.sample.FictionalTeam.Professional;
import org.practicewatch.sample.FictionalWork;

/**
 * Puts what is done around children, homes, carers and workers into rows, as at a date: with the
 * ids of the extracts beside which they stand, and without what those carry themselves.
 */
final class WorkRows {

  /** What the dataset has columns of its own for. */
  private static final Set<String> IN_THE_DATASET =
      Set.of(
          "strategy discussion",
          "strengths and difficulties questionnaire",
          "care plan made",
          "permanence plan made",
          "IRO appointed",
          "adoption decision",
          "placement order",
          "matched with adopters",
          "moved in with adopters",
          "adoption order",
          "early help",
          "pre-proceedings",
          "missing",
          "authority to place",
          "placed for adoption",
          "care leaver record");

  /** What stands in a diary some weeks ahead. */
  private static final Set<String> BOOKED =
      Set.of("core group", "PEP", "worker supervision", "child in need review");

  private static final int DAYS_AHEAD = 21;

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final FictionalAuthority authority;
  private final LocalDate asAt;
  private final Layout beside;
  private final WorkReport report;
  private final Tables tables;
  private final Dirt dirt;

  WorkRows(FictionalAuthority authority, WorkReport report, Tables tables) {
    this.authority = authority;
    this.asAt = authority.asAt();
    this.report = report;
    this.beside = report.beside();
    this.tables = tables;
    this.dirt = new Dirt(authority.seed());
  }

  /** Every row, one child after the other, and then homes, carers and workers. */
  void write() throws IOException {
    Iterator<FictionalChild> children = authority.everyChild().iterator();
    while (children.hasNext()) {
      FictionalChild child = children.next();
      if (!child.person().known().isAfter(asAt)) {
        write(authority.workAround(child));
      }
    }
    write(authority.otherWork());
  }

  private void write(FictionalWork work) throws IOException {
    switch (report.of()) {
      case ACTIVITIES -> {
        for (FictionalActivity one :
            work.activities().stream()
                .filter(one -> isCarriedHere(one.what()))
                .sorted(Comparator.comparing(FictionalActivity::on))
                .toList()) {
          write(one);
        }
      }
      case SPANS -> {
        for (FictionalSpan one :
            work.spans().stream()
                .filter(one -> isCarriedHere(one.what()) && !one.from().isAfter(asAt))
                .sorted(Comparator.comparing(FictionalSpan::from))
                .toList()) {
          write(one);
        }
      }
    }
  }

  private boolean isCarriedHere(String what) {
    return beside != Layout.MOSAIC || !IN_THE_DATASET.contains(what);
  }

  private void write(FictionalActivity one) throws IOException {
    boolean ahead = one.on().isAfter(asAt);
    boolean booked =
        ahead
            && BOOKED.contains(one.what())
            && one.status().equals(FictionalActivity.COMPLETED)
            && !one.on().isAfter(asAt.plusDays(DAYS_AHEAD));
    if (ahead && !booked) {
      return;
    }
    Chance chance =
        Chance.of(
            authority.seed(),
            Chance.key("activities"),
            Chance.key(one.subject() + one.what()),
            one.on().toEpochDay());
    tables.add(
        report,
        List.of(
            child(one.subject()),
            new Cell.Words(asTyped(one.what(), chance)),
            booked ? day(one.on()) : asTyped(one.on(), chance),
            time(one.at()),
            new Cell.Words(booked ? "Planned" : one.status()),
            known(one.recorded()),
            worker(one.worker()),
            team(one.subject(), one.worker()),
            new Cell.Words(one.marks()),
            id(one.reference()),
            new Cell.Words(one.reference().of()),
            kind(one.subject()),
            subject(one.subject())));
  }

  private void write(FictionalSpan one) throws IOException {
    boolean ended = !one.to().isAfter(asAt);
    tables.add(
        report,
        List.of(
            child(one.subject()),
            new Cell.Words(one.what()),
            day(one.from()),
            known(one.to()),
            ended ? time(one.endedAt()) : Cell.Words.BLANK,
            new Cell.Words(one.code()),
            worker(one.worker()),
            team(one.subject(), one.worker()),
            id(one.reference()),
            new Cell.Words(one.reference().of()),
            kind(one.subject()),
            subject(one.subject())));
  }

  /** Capitals and spaces as people type them; now and then another word. */
  private String asTyped(String what, Chance chance) {
    double drawn = chance.fraction();
    if (!authority.dirt() || drawn > 0.03) {
      return what;
    }
    return drawn < 0.001
        ? what + " (form)"
        : drawn < 0.015 ? what.toUpperCase(Locale.UK) : what + " ";
  }

  private Cell asTyped(LocalDate on, Chance chance) {
    return authority.dirt() && chance.that(0.001) ? new Cell.Words("tbc") : day(on);
  }

  private Cell child(FictionalSubject subject) {
    if (!subject.isChild()) {
      return Cell.Words.BLANK;
    }
    return new Cell.Words(beside.id(authority.dirt() ? dirt.childId(subject.id()) : subject.id()));
  }

  private static Cell kind(FictionalSubject subject) {
    return subject.isChild() ? Cell.Words.BLANK : new Cell.Words(subject.kind());
  }

  private Cell subject(FictionalSubject subject) {
    return subject.isChild() ? Cell.Words.BLANK : new Cell.Words(beside.id(subject.id()));
  }

  private Cell worker(@Nullable Professional worker) {
    return worker == null ? Cell.Words.BLANK : new Cell.Words(beside.id(worker.id()));
  }

  /** Which team holds a child, the extracts say beside which these stand. */
  private static Cell team(FictionalSubject subject, @Nullable Professional worker) {
    return worker == null || subject.isChild()
        ? Cell.Words.BLANK
        : new Cell.Words(worker.team().name());
  }

  private Cell id(FictionalReference reference) {
    return new Cell.Words(beside.id(reference.id()));
  }

  private Cell known(@Nullable LocalDate day) {
    return day == null || day.isAfter(asAt) ? Cell.Words.BLANK : day(day);
  }

  private static Cell day(LocalDate day) {
    return new Cell.Moment(day.atStartOfDay());
  }

  private static Cell time(@Nullable LocalTime time) {
    return new Cell.Words(time == null ? "" : CLOCK.format(time));
  }
}
