package org.practicewatch.reports.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.Recorded;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.StandardNote;
import org.practicewatch.reports.section.Words;
import org.practicewatch.reports.subject.ReportContents.Reviewing;
import org.practicewatch.reports.subject.SubjectNight.OnRecord;

/** What the reviewing officers' report counts, in the quarter so far and the one before. */
final class ReviewingQuarters {

  private final SubjectNight night;
  private final Reviewing names;
  private final Quarter now;
  private final Quarter before;
  private final List<StandardNote> judged;
  private final List<Finding> findings;
  private final List<Challenge> challenges;
  private final List<NotOnForm> notOnForm;

  ReviewingQuarters(SubjectNight night, Reviewing names) {
    this.night = night;
    this.names = names;
    this.now = Quarter.of(night.asAt(), night.yearFrom());
    this.before = now.before();
    this.judged = night.notes(names.standards()).stream().filter(StandardNote::judged).toList();
    this.findings = night.findings(judged.stream().map(StandardNote::id).toList()).toList();
    this.challenges = Challenge.of(night.children(), names);
    this.notOnForm = notOnForm(night, names);
  }

  boolean hasAnything() {
    return judged.stream()
            .anyMatch(one -> !in(now, one, null).isEmpty() || !in(before, one, null).isEmpty())
        || !challenges.isEmpty();
  }

  boolean tellsOfChallenges() {
    return night.sources().tellOf(names.challenge());
  }

  boolean tellsOfActions() {
    return tellsOfChallenges() && night.sources().tellOf(names.actioned());
  }

  RanOut in(Quarter quarter, StandardNote standard, @Nullable Collection<String> teams) {
    return RanOut.of(
        findings.stream()
            .filter(finding -> finding.standard().equals(standard.id()))
            .filter(
                finding ->
                    teams == null || teams.contains(NightInReports.teamName(finding.team()))),
        quarter.from(),
        quarter.to());
  }

  List<Challenge> made(Quarter quarter, @Nullable Collection<String> teams) {
    return challenges.stream()
        .filter(one -> quarter.contains(one.made().from()))
        .filter(one -> teams == null || teams.contains(teamOf(one.made())))
        .toList();
  }

  long noted(Quarter quarter, @Nullable Collection<String> teams) {
    return notOnForm.stream()
        .filter(one -> quarter.contains(one.review().from()))
        .filter(one -> teams == null || teams.contains(teamOf(one.review())))
        .count();
  }

  SubjectNight night() {
    return night;
  }

  Quarter now() {
    return now;
  }

  Quarter before() {
    return before;
  }

  List<StandardNote> judged() {
    return judged;
  }

  List<Finding> findings() {
    return findings;
  }

  List<Challenge> challenges() {
    return challenges;
  }

  List<NotOnForm> notOnForm() {
    return notOnForm;
  }

  /** Of a challenge, or a review that is not on the form: the team on the day. */
  static String teamOf(Recorded one) {
    return NightInReports.teamName(one.team());
  }

  /** Reviews that are found only as a note, the latest first. */
  static List<NotOnForm> notOnForm(SubjectNight night, Reviewing reviewing) {
    List<NotOnForm> all = new ArrayList<>();
    for (OnRecord child : night.children()) {
      child
          .recorded(reviewing.review())
          .filter(one -> one.marks().contains(reviewing.notOnTheForm()))
          .forEach(one -> all.add(new NotOnForm(child, one)));
    }
    all.sort(
        Comparator.<NotOnForm, LocalDate>comparing(one -> one.review().from())
            .reversed()
            .thenComparing(one -> Words.numbersInOrder(one.child().childId())));
    return all;
  }

  /** A review that is found only as a note. */
  record NotOnForm(OnRecord child, Recorded review) {}
}
