package org.practicewatch.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.Recorded;
import org.practicewatch.reports.ReportContents.Reviewing;
import org.practicewatch.reports.SubjectNight.OnRecord;
import org.practicewatch.standards.Standing;
import org.practicewatch.standards.Timeliness;

/**
 * What the reviewing officers report every quarter: reviews held in timescale, what should stand
 * around a review, their challenges and whether anything was done about them, by team.
 *
 * @param authority name of the authority
 * @param fictional whether every page says that the data is invented
 * @param asAt the night's date, in words
 * @param headline the answer in one sentence
 * @param remarks what else to know before quoting a figure
 * @param tiles the big numbers
 * @param thisQuarter the days of the quarter so far
 * @param before the days of the quarter before
 * @param standards a line for each standard
 * @param counts what is counted and has no due day: challenges, and reviews found only as a note
 * @param withoutSource what cannot be judged, and what to extract
 * @param pages by team, a page's width of standards in each
 * @param challenges those that are open, oldest first
 * @param challengesNote what that list leaves out, or why it is empty
 * @param notOnForm reviews found only as a note, of both quarters
 * @param notOnFormNote what that list leaves out, or why it is empty
 * @param definitions what is owed by when
 * @param notes how it is counted
 */
public record ReviewingReport(
    String authority,
    boolean fictional,
    String asAt,
    String headline,
    String remarks,
    List<Tile> tiles,
    String thisQuarter,
    String before,
    List<StandardRow> standards,
    List<CountRow> counts,
    String withoutSource,
    List<TeamPage> pages,
    List<ChildRow> challenges,
    String challengesNote,
    List<ChildRow> notOnForm,
    String notOnFormNote,
    List<OwedByWhen> definitions,
    String notes) {

  /** As many standards as fit side by side on a page. */
  static final int STANDARDS_ACROSS = 6;

  private static final int STANDARDS_AT_THE_HEAD = 2;

  /** One standard in two quarters. */
  public record StandardRow(String title, String standing, InQuarter now, InQuarter before) {}

  /** What fell due in a quarter. */
  public record InQuarter(
      String due, Share share, String late, String notAtAll, Tone tone, String cannotTell) {}

  /** Something counted in two quarters. */
  public record CountRow(String what, String now, String before) {}

  /** Services and teams down, standards across. */
  public record TeamPage(List<String> headings, List<TeamRow> rows) {}

  /** A service, or a team beneath it. */
  public record TeamRow(
      String name, boolean service, List<Cell> cells, String challenges, String notOnForm) {}

  /** One standard for one place. */
  public record Cell(Share share, String before) {}

  /** Something about one child. */
  public record ChildRow(
      String child, String name, String team, String on, String days, String source) {}

  /** Reads one night; empty where there is nothing to say. */
  public static Optional<ReviewingReport> of(SubjectNight night) {
    Reviewing reviewing = night.contents().reviewing();
    if (reviewing == null) {
      return Optional.empty();
    }
    Writing writing = new Writing(night, reviewing);
    return writing.hasAnything() ? Optional.of(writing.report()) : Optional.empty();
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

  /** The workbook beside it. */
  public ReportWorkbook workbook(SubjectNight night) {
    return ReviewingWorkbook.of(night, Objects.requireNonNull(night.contents().reviewing()), this);
  }

  /** The night, for as long as the report is being put together. */
  private static final class Writing {

    private final SubjectNight night;
    private final Reviewing names;
    private final Quarter now;
    private final Quarter before;
    private final List<StandardNote> judged;
    private final List<Finding> findings;
    private final List<Challenge> challenges;
    private final List<NotOnForm> notOnForm;

    Writing(SubjectNight night, Reviewing names) {
      this.night = night;
      this.names = names;
      this.now = Quarter.of(night.asAt(), night.yearFrom());
      this.before = now.before();
      this.judged = night.notes(names.standards()).stream().filter(StandardNote::judged).toList();
      this.findings = night.findings(judged.stream().map(StandardNote::id).toList()).toList();
      this.challenges = Challenge.of(night.children(), names);
      this.notOnForm = ReviewingReport.notOnForm(night, names);
    }

    boolean hasAnything() {
      return judged.stream()
              .anyMatch(one -> !in(now, one, null).isEmpty() || !in(before, one, null).isEmpty())
          || !challenges.isEmpty();
    }

    ReviewingReport report() {
      List<Challenge> open =
          tellsOfActions() ? challenges.stream().filter(Challenge::isOpen).toList() : List.of();
      List<NotOnForm> recent =
          notOnForm.stream()
              .filter(
                  one -> now.contains(one.review().from()) || before.contains(one.review().from()))
              .toList();
      return new ReviewingReport(
          night.night().authority(),
          night.night().fictional(),
          night.night().asAtInWords(),
          headline(),
          remarks(),
          tiles(open.size()),
          now.words(),
          before.words(),
          judged.stream().map(this::standard).toList(),
          counts(),
          withoutSource(),
          pages(),
          open.stream().limit(TeamReport.LINES_PRINTED).map(this::challenge).toList(),
          challengesNote(open.size()),
          recent.stream().limit(TeamReport.LINES_PRINTED).map(this::notOnForm).toList(),
          notOnFormNote(recent.size()),
          judged.stream().map(OwedByWhen::of).toList(),
          "A quarter is three months of the council's year; what is due tonight and not done is not"
              + " counted before tomorrow. What fell due counts for the team that held the child on"
              + " the due date; a challenge, or a review found only as a note, for the team that did"
              + " on its day. What cannot be told is in no percentage. A challenge is put right by"
              + " the child's next action, for no extract ties the two together."
              + Notes.few(night.night().printing()));
    }

    private boolean tellsOfChallenges() {
      return night.sources().tellOf(names.challenge());
    }

    private boolean tellsOfActions() {
      return tellsOfChallenges() && night.sources().tellOf(names.actioned());
    }

    private RanOut in(Quarter quarter, StandardNote standard, @Nullable Collection<String> teams) {
      return RanOut.of(
          findings.stream()
              .filter(finding -> finding.standard().equals(standard.id()))
              .filter(
                  finding ->
                      teams == null || teams.contains(NightInReports.teamName(finding.team()))),
          quarter.from(),
          quarter.to());
    }

    // ---- page 1 ----

    private String headline() {
      if (judged.isEmpty()) {
        return "No review can be judged tonight; the challenges are below.";
      }
      StandardNote first = judged.get(0);
      RanOut here = in(now, first, null);
      RanOut then = in(before, first, null);
      return first.title()
          + ": "
          + (here.judged() == 0
              ? "none fell due this quarter so far"
              : Words.count(here.inTime())
                  + " of the "
                  + Words.count(here.judged())
                  + " that fell due this quarter so far "
                  + (here.inTime() == 1 ? "was" : "were")
                  + " in timescale")
          + "; the quarter before, "
          + (then.judged() == 0
              ? "none fell due."
              : Words.count(then.inTime()) + " of " + Words.count(then.judged()) + ".");
    }

    private String remarks() {
      List<String> remarks = new ArrayList<>();
      long open = findings.stream().filter(one -> one.timeliness() == Timeliness.OVERDUE).count();
      if (open > 0) {
        remarks.add(
            Words.count((int) open, "thing is", "things are")
                + " overdue tonight and can still be done; the workbook lists them.");
      }
      List<String> unsure =
          judged.stream()
              .filter(note -> note.standing() == Standing.TO_CONFIRM)
              .map(StandardNote::title)
              .toList();
      if (!unsure.isEmpty()) {
        remarks.add(
            "To confirm, since the text behind the number was not seen: "
                + String.join(", ", unsure)
                + ".");
      }
      return String.join(" ", remarks);
    }

    private List<Tile> tiles(int open) {
      List<Tile> tiles = new ArrayList<>();
      for (int i = 0; i < STANDARDS_AT_THE_HEAD; i++) {
        tiles.add(
            i < judged.size()
                ? tile(judged.get(i))
                : new Tile(Words.NOTHING, "in timescale", "cannot judge: no source", Tone.PLAIN));
      }
      boolean told = tellsOfChallenges();
      tiles.add(
          new Tile(
              told ? Words.count(made(now, null).size()) : Words.NOTHING,
              "challenges",
              told ? "made this quarter so far" : "cannot judge: no source",
              Tone.PLAIN));
      tiles.add(
          new Tile(
              tellsOfActions() ? Words.count(open) : Words.NOTHING,
              "open",
              tellsOfActions() ? "challenges not actioned" : "cannot judge: no source",
              open == 0 ? Tone.PLAIN : Tone.POOR));
      return List.copyOf(tiles);
    }

    private Tile tile(StandardNote standard) {
      Share share = in(now, standard, null).share(night.night().printing());
      return new Tile(
          share.any() ? share.value() : Words.NOTHING,
          "in timescale",
          standard.title() + (share.count().isEmpty() ? "" : ", " + share.count()),
          Tone.PLAIN);
    }

    private StandardRow standard(StandardNote standard) {
      return new StandardRow(
          standard.title(),
          standard.standing().words(),
          inQuarter(in(now, standard, null)),
          inQuarter(in(before, standard, null)));
    }

    private InQuarter inQuarter(RanOut ran) {
      return new InQuarter(
          Words.count(ran.judged()),
          ran.share(night.night().printing()),
          Words.count(ran.late()),
          Words.count(ran.notAtAll()),
          ran.notAtAll() == 0 ? Tone.PLAIN : Tone.POOR,
          Words.count(ran.cannotTell()));
    }

    private List<Challenge> made(Quarter quarter, @Nullable Collection<String> teams) {
      return challenges.stream()
          .filter(one -> quarter.contains(one.made().from()))
          .filter(one -> teams == null || teams.contains(teamOf(one.made())))
          .toList();
    }

    private long noted(Quarter quarter, @Nullable Collection<String> teams) {
      return notOnForm.stream()
          .filter(one -> quarter.contains(one.review().from()))
          .filter(one -> teams == null || teams.contains(teamOf(one.review())))
          .count();
    }

    private List<CountRow> counts() {
      List<CountRow> rows = new ArrayList<>();
      if (tellsOfChallenges()) {
        rows.add(
            new CountRow(
                "Challenges made",
                Words.count(made(now, null).size()),
                Words.count(made(before, null).size())));
        if (tellsOfActions()) {
          rows.add(new CountRow("of these, actioned by tonight", actioned(now), actioned(before)));
        }
      }
      if (!notOnForm.isEmpty()) {
        rows.add(
            new CountRow(
                "Reviews found only as a case note",
                Words.count((int) noted(now, null)),
                Words.count((int) noted(before, null))));
      }
      return List.copyOf(rows);
    }

    private String actioned(Quarter quarter) {
      List<Challenge> made = made(quarter, null);
      int done = (int) made.stream().filter(one -> !one.isOpen()).count();
      return made.isEmpty() ? Words.NOTHING : Words.count(done) + " of " + Words.count(made.size());
    }

    private String withoutSource() {
      List<String> missing = new ArrayList<>();
      night.notes(names.standards()).stream()
          .filter(note -> !note.judged())
          .forEach(note -> missing.add(note.title()));
      Stream.of(names.challenge(), names.actioned())
          .filter(kind -> !night.sources().tellOf(kind))
          .forEach(missing::add);
      return Stream.of(
              Notes.withoutSource(missing),
              notOnForm.isEmpty()
                  ? "No extract marks any review \""
                      + names.notOnTheForm()
                      + "\": that there was none, or that the mark was not extracted, cannot be told"
                      + " apart."
                  : "")
          .filter(words -> !words.isEmpty())
          .collect(Collectors.joining(" "));
    }

    // ---- by team ----

    private List<TeamPage> pages() {
      Set<String> teams = new LinkedHashSet<>();
      findings.stream()
          .filter(one -> one.due() != null && now.contains(one.due()))
          .filter(one -> isCounted(one.timeliness()))
          .forEach(one -> teams.add(one.team()));
      made(now, null).forEach(one -> teams.add(one.made().team()));
      notOnForm.stream()
          .filter(one -> now.contains(one.review().from()))
          .forEach(one -> teams.add(one.review().team()));
      List<TeamPage> pages = new ArrayList<>();
      for (List<StandardNote> chunk : Chunks.even(judged, STANDARDS_ACROSS)) {
        List<TeamRow> rows = new ArrayList<>();
        TeamsMet.of(night.night(), teams)
            .forEach(
                (service, its) -> {
                  rows.add(row(service, true, its, chunk));
                  its.forEach(team -> rows.add(row(team, false, List.of(team), chunk)));
                });
        if (!rows.isEmpty()) {
          pages.add(new TeamPage(chunk.stream().map(StandardNote::title).toList(), rows));
        }
      }
      return List.copyOf(pages);
    }

    private static boolean isCounted(Timeliness timeliness) {
      return timeliness != Timeliness.DUE_SOON && timeliness != Timeliness.NOT_YET_DUE;
    }

    private TeamRow row(
        String name, boolean service, List<String> teams, List<StandardNote> chunk) {
      List<Challenge> made = made(now, teams);
      long done = made.stream().filter(one -> !one.isOpen()).count();
      return new TeamRow(
          name,
          service,
          chunk.stream()
              .map(
                  standard -> {
                    Share then = in(before, standard, teams).share(night.night().printing());
                    return new Cell(
                        in(now, standard, teams).share(night.night().printing()),
                        then.any() ? "before: " + then.value() : "");
                  })
              .toList(),
          made.isEmpty()
              ? Words.NOTHING
              : Words.count(made.size())
                  + (tellsOfActions() ? ", actioned " + Words.count((int) done) : ""),
          notOnForm.isEmpty() ? Words.NOTHING : Words.count((int) noted(now, teams)));
    }

    // ---- the lists ----

    private ChildRow challenge(Challenge one) {
      int days = (int) ChronoUnit.DAYS.between(one.made().from(), night.asAt());
      return row(one.child(), one.made(), Words.count(days, "day", "days"));
    }

    private ChildRow notOnForm(NotOnForm one) {
      return row(one.child(), one.review(), "");
    }

    private ChildRow row(OnRecord child, Recorded what, String days) {
      return new ChildRow(
          child.childId(),
          night.night().printing().names().getOrDefault(child.childId(), ""),
          teamOf(what),
          Words.date(what.from()),
          days,
          what.source());
    }

    private String challengesNote(int open) {
      if (!tellsOfChallenges()) {
        return "Cannot judge: no source.";
      }
      if (!tellsOfActions()) {
        return "No extract carries \""
            + names.actioned()
            + "\": that none was actioned, or that it was not extracted, cannot be told apart.";
      }
      return open == 0 ? "Every challenge has been actioned." : Notes.firstOf(open);
    }

    private String notOnFormNote(int all) {
      return all == 0 ? "None is marked so in these two quarters." : Notes.firstOf(all);
    }
  }
}
