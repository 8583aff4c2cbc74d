package org.practicewatch.settings;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.practicewatch.casework.Kinds;
import org.practicewatch.reports.subject.ReportContents;

/** Resolves every name that the contents of reports use. */
final class ReportsCheck {

  static final String REPORTS = "reports.yml";

  private static final String FILE = "jobs/" + REPORTS;
  private static final String TRACKER = "permanency tracker";
  private static final String REVIEWING = "reviewing officers";
  private static final String LEAVERS = "care leavers";

  private final Optional<Vocabulary> vocabulary;
  private final Set<String> standards;
  private final Set<String> flags;
  private final Mistakes mistakes;

  /**
   * A check.
   *
   * @param vocabulary empty where its file is wrong: then names are not looked up
   * @param standards ids; empty where their files are wrong: then ids are not looked up
   * @param flags likewise
   * @param mistakes those told so far; more are added
   */
  ReportsCheck(
      Optional<Vocabulary> vocabulary,
      Set<String> standards,
      Set<String> flags,
      List<SettingsMistake> mistakes) {
    this.vocabulary = vocabulary;
    this.standards = standards;
    this.flags = flags;
    this.mistakes = new Mistakes(mistakes);
  }

  void check(ReportContents contents) {
    ReportContents.Tracker tracker = contents.tracker();
    if (tracker != null) {
      tracker(tracker);
    }
    ReportContents.Reviewing reviewing = contents.reviewing();
    if (reviewing != null) {
      standards(REVIEWING, reviewing.standards());
      activities(REVIEWING + " > challenge", List.of(reviewing.challenge()));
      activities(REVIEWING + " > challenge actioned", List.of(reviewing.actioned()));
      activities(REVIEWING + " > review", List.of(reviewing.review()));
      vocabulary.ifPresent(
          words ->
              known(
                  REVIEWING + " > not on the form",
                  List.of(reviewing.notOnTheForm()),
                  words.marks(),
                  "mark in jobs/vocabulary.yml"));
    }
    ReportContents.Leavers leavers = contents.leavers();
    if (leavers != null) {
      standards(LEAVERS, leavers.standards());
      activities(LEAVERS + " > plan", leavers.plan());
      activities(LEAVERS + " > in touch", leavers.inTouch());
      if (!flags.isEmpty()) {
        known(LEAVERS + " > flags", leavers.flags(), flags, "flag in jobs/standards/flags.yml");
      }
    }
    ReportContents.Health health = contents.health();
    if (health != null) {
      standards("initial health assessments", List.of(health.standard()));
    }
  }

  private void tracker(ReportContents.Tracker tracker) {
    Set<String> named = new HashSet<>();
    vocabulary.ifPresent(
        words -> spans(TRACKER + " > children with", tracker.childrenWith(), words));
    if (tracker.milestones().isEmpty()) {
      mistake(TRACKER + " > milestones", "name at least one, or leave out the tracker.");
    }
    for (ReportContents.Milestone one : tracker.milestones()) {
      String where = TRACKER + " > milestone '" + one.milestone() + "'";
      if (!named.add(one.milestone())) {
        mistake(where, "it stands twice. Give one of them another name.");
      }
      if (one.standards().isEmpty() && one.done().isEmpty()) {
        mistake(where, "give it 'standards', 'done' or both.");
      }
      standards(where, one.standards());
      vocabulary.ifPresent(
          words -> {
            Set<String> either = new HashSet<>(words.spans());
            either.addAll(words.activities());
            either.addAll(Kinds.WORKED_OUT);
            known(where + " > done", one.done(), either, "name in jobs/vocabulary.yml");
          });
    }
  }

  private void spans(String where, List<String> names, Vocabulary words) {
    Set<String> spans = new HashSet<>(words.spans());
    spans.addAll(Kinds.WORKED_OUT);
    known(where, names, spans, "span in jobs/vocabulary.yml");
  }

  private void activities(String where, List<String> names) {
    vocabulary.ifPresent(
        words -> known(where, names, words.activities(), "activity in jobs/vocabulary.yml"));
  }

  private void standards(String where, List<String> ids) {
    if (!standards.isEmpty()) {
      known(where + " > standards", ids, standards, "standard in jobs/standards");
    }
  }

  private void known(String where, List<String> names, Collection<String> known, String sort) {
    mistakes.known(FILE, where, names, known, sort);
  }

  private void mistake(String where, String problem) {
    mistakes.tell(FILE, where, problem);
  }
}
