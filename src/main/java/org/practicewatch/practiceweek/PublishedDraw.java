package org.practicewatch.practiceweek;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.practiceweek.Auditor.Depth;
import org.practicewatch.practiceweek.DrawnCase.State;
import org.practicewatch.practiceweek.Independence.Case;

/**
 * A draw that stands: who was drawn, who audits whom, and what could not be done.
 *
 * @param week the week
 * @param asAt the night whose record it was drawn from
 * @param frames who could be drawn
 * @param draws the draw of each cohort
 * @param cases every child of every frame, in the order of {@code sample.csv}
 * @param notes what an organiser must know: no independent auditor, fewer than asked for
 */
public record PublishedDraw(
    PracticeWeek week,
    LocalDate asAt,
    List<Frame> frames,
    List<Draw> draws,
    List<DrawnCase> cases,
    List<String> notes) {

  private static final int PERCENT = 100;

  public PublishedDraw {
    frames = List.copyOf(frames);
    draws = List.copyOf(draws);
    cases = List.copyOf(cases);
    notes = List.copyOf(notes);
  }

  /** Who can audit, and what decides between them. */
  public record Auditing(
      List<Auditor> auditors, Independence independence, WorkingDays calendar, String seed) {

    /** Those who may, in the order of their tickets, which decides between equals. */
    private List<String> eligible(Case one) {
      return independence.eligible(one, auditors).stream()
          .map(Auditor::auditor)
          .sorted(Comparator.comparing(id -> Ticket.of(seed, id)))
          .toList();
    }

    private int cap(String id, PracticeWeek week) {
      int most = week.perAuditor() == null ? Integer.MAX_VALUE : week.perAuditor();
      return Math.min(most, find(id).map(Auditor::cap).orElse(Integer.MAX_VALUE));
    }

    private Optional<Auditor> find(String id) {
      return auditors.stream().filter(one -> one.auditor().equals(id)).findFirst();
    }

    private boolean moderates(String id) {
      return find(id).map(Auditor::moderates).orElse(false);
    }

    /** What matters of a child for who may audit. */
    public Case about(Candidate child, PracticeWeek week, Depth depth) {
      return Case.of(
          child,
          depth,
          week.looksBack().before(child.asAt(), calendar),
          week.notAllocatedWithin().before(child.asAt(), calendar),
          independence.organisation().teams());
    }
  }

  /**
   * Draws, and gives each case an auditor.
   *
   * @param children those who can be drawn, by id
   */
  public static PublishedDraw of(
      PracticeWeek week,
      LocalDate asAt,
      List<Frame> frames,
      Map<String, Candidate> children,
      Auditing auditing) {
    List<Draw> draws = new ArrayList<>();
    Set<String> drawn = new HashSet<>();
    for (Frame frame : frames) {
      Draw draw = Draw.of(auditing.seed(), frame, drawn);
      drawn.addAll(draw.sample());
      draws.add(draw);
    }
    List<DrawnCase> cases = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      cases.addAll(cases(week, frames.get(i), draws.get(i), children));
      notes.addAll(shortfalls(frames.get(i), draws.get(i)));
    }
    return new PublishedDraw(
        week, asAt, frames, draws, allocated(week, cases, children, auditing, notes), notes);
  }

  private static List<DrawnCase> cases(
      PracticeWeek week, Frame frame, Draw draw, Map<String, Candidate> children) {
    String letter = week.letter(frame.cohort().cohort());
    List<String> byTicket =
        draw.places().stream()
            .filter(place -> place.state() == State.SAMPLE)
            .sorted(Comparator.comparing(Draw.Place::ticket))
            .map(Draw.Place::childId)
            .toList();
    List<DrawnCase> cases = new ArrayList<>();
    for (Draw.Place place : draw.places()) {
      Candidate child = children.get(place.childId());
      int number = byTicket.indexOf(place.childId()) + 1;
      DrawnCase one =
          new DrawnCase(
              frame.cohort().cohort(),
              place.stratum(),
              place.rank(),
              place.ticket(),
              place.childId(),
              place.state(),
              "",
              "",
              "",
              null,
              child == null ? "" : child.team(),
              child == null ? "" : child.kindOfCase(),
              child == null ? "" : child.ageBand(),
              child == null ? "" : child.disabilityInWords(),
              place.state() == State.REPLACED ? "drawn in an earlier cohort" : "");
      cases.add(
          number == 0
              ? one
              : one.with(
                  "%s-%02d".formatted(letter, number),
                  "",
                  "",
                  number <= frame.cohort().depth() ? Depth.IN_DEPTH : Depth.LIGHTER));
    }
    return cases;
  }

  private static List<String> shortfalls(Frame frame, Draw draw) {
    List<String> notes = new ArrayList<>();
    int drawn = draw.sample().size();
    int asked = frame.cohort().asked();
    if (drawn < asked) {
      notes.add(
          "%s: %d asked for and %d drawn. Nobody was taken from elsewhere in their place."
              .formatted(frame.cohort().cohort(), asked, drawn));
    }
    draw.strata().stream()
        .filter(one -> one.shortfall() > 0 && draw.strata().size() > 1)
        .forEach(
            one ->
                notes.add(
                    "%s, %s: %d asked for, and %d are there."
                        .formatted(
                            frame.cohort().cohort(), one.stratum(), one.asked(), one.size())));
    return notes;
  }

  private static List<DrawnCase> allocated(
      PracticeWeek week,
      List<DrawnCase> cases,
      Map<String, Candidate> children,
      Auditing auditing,
      List<String> notes) {
    Map<String, List<String>> eligible = new LinkedHashMap<>();
    // The thorough ones first, then by ticket.
    cases.stream()
        .filter(DrawnCase::isInSample)
        .sorted(Comparator.comparing(DrawnCase::depth).thenComparing(DrawnCase::ticket))
        .forEach(
            one ->
                eligible.put(
                    one.childId(), auditing.eligible(about(one, week, children, auditing))));
    Map<String, String> auditors = Allocating.balance(eligible, id -> auditing.cap(id, week));
    Map<String, String> moderators = moderators(week, eligible, auditors, auditing);
    List<DrawnCase> allocated = new ArrayList<>();
    Map<String, List<String>> alone = new LinkedHashMap<>();
    for (DrawnCase one : cases) {
      String auditor = one.isInSample() ? auditors.getOrDefault(one.childId(), "") : "";
      if (one.isInSample() && auditor.isEmpty()) {
        boolean none = eligible.getOrDefault(one.childId(), List.of()).isEmpty();
        alone
            .computeIfAbsent(
                none ? whyNobody(about(one, week, children, auditing), auditing) : NOBODY_FREE,
                key -> new ArrayList<>())
            .add(one.number());
      }
      allocated.add(
          one.with(
              one.number(),
              auditor,
              one.isInSample() ? moderators.getOrDefault(one.childId(), "") : "",
              one.depth()));
    }
    alone.forEach((why, numbers) -> notes.add(String.join(", ", numbers) + ": " + why));
    long wanted = moderated(week, auditors.size());
    if (moderators.size() < wanted) {
      notes.add(
          "Second auditors: %d asked for and %d found; nobody else who moderates is independent of the other cases."
              .formatted(wanted, moderators.size()));
    }
    return allocated;
  }

  private static final String NOBODY_FREE =
      "no independent auditor is free: all who may audit have as many cases as they take.";

  private static Case about(
      DrawnCase one, PracticeWeek week, Map<String, Candidate> children, Auditing auditing) {
    Candidate child = children.get(one.childId());
    Depth depth = one.depth();
    if (child == null || depth == null) {
      throw new IllegalArgumentException("a case that is drawn is known, and how thorough it is");
    }
    return auditing.about(child, week, depth);
  }

  private static String whyNobody(Case about, Auditing auditing) {
    return "no independent auditor. "
        + auditing.independence().whyNobody(about, auditing.auditors()).entrySet().stream()
            .map(why -> "Of %d auditors, %s".formatted(why.getValue(), why.getKey().words()))
            .collect(Collectors.joining("; "))
        + ".";
  }

  /** Half a case counts as one. */
  private static long moderated(PracticeWeek week, int cases) {
    return Math.round(cases * (double) week.moderatedPercent() / PERCENT);
  }

  /** Which cases are graded twice is decided by a ticket of its own, and so is not the first's. */
  private static Map<String, String> moderators(
      PracticeWeek week,
      Map<String, List<String>> eligible,
      Map<String, String> auditors,
      Auditing auditing) {
    Map<String, List<String>> second = new LinkedHashMap<>();
    auditors.keySet().stream()
        .sorted(Comparator.comparing(id -> Ticket.of(auditing.seed() + " moderation", id)))
        .limit(moderated(week, auditors.size()))
        .forEach(
            id ->
                second.put(
                    id,
                    eligible.getOrDefault(id, List.of()).stream()
                        .filter(auditing::moderates)
                        .filter(other -> !other.equals(auditors.get(id)))
                        .toList()));
    return Allocating.balance(second, id -> Integer.MAX_VALUE);
  }

  /** Why a replacement cannot be made. */
  public static final class NoReplacement extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoReplacement(String why) {
      super(why);
    }
  }

  /**
   * The same draw with the next reserve in the place of a case. Everybody else stays where they
   * are.
   *
   * @param cases the draw as it stands
   * @param why the reason, and whose
   * @param children those who may stand in, by id, as the record has them now
   * @throws NoReplacement where the child is not in the sample, or nobody is left
   */
  public static List<DrawnCase> replace(
      PracticeWeek week,
      List<DrawnCase> cases,
      String childId,
      String why,
      Map<String, Candidate> children,
      Auditing auditing) {
    DrawnCase out =
        cases.stream()
            .filter(one -> one.childId().equals(childId) && one.isInSample())
            .findFirst()
            .orElseThrow(() -> new NoReplacement("That child is not in the sample."));
    // Who is drawn elsewhere, or was and had to be replaced, stands in for nobody.
    Set<String> elsewhere =
        cases.stream()
            .filter(one -> one.state() != State.RESERVE)
            .map(DrawnCase::childId)
            .collect(Collectors.toSet());
    DrawnCase in =
        cases.stream()
            .filter(one -> one.cohort().equals(out.cohort()))
            .filter(one -> one.stratum().equals(out.stratum()) && one.state() == State.RESERVE)
            .filter(one -> !elsewhere.contains(one.childId()))
            .filter(one -> children.containsKey(one.childId()))
            .min(Comparator.comparingInt(DrawnCase::rank))
            .orElseThrow(
                () -> new NoReplacement("There is no reserve left in that part of the cohort."));
    Map<String, Integer> loads = new TreeMap<>();
    cases.stream()
        .filter(one -> one.isInSample() && !one.equals(out))
        .forEach(one -> loads.merge(one.auditor(), 1, Integer::sum));
    DrawnCase drawn = in.with(next(cases, out), "", "", out.depth()).as(State.SAMPLE, "");
    List<String> eligible = auditing.eligible(about(drawn, week, children, auditing));
    String auditor =
        eligible.stream()
            .filter(id -> loads.getOrDefault(id, 0) < auditing.cap(id, week))
            .min(Comparator.comparingInt(id -> loads.getOrDefault(id, 0)))
            .orElse("");
    String moderator =
        out.moderator().isEmpty()
            ? ""
            : eligible.stream()
                .filter(id -> auditing.moderates(id) && !id.equals(auditor))
                .findFirst()
                .orElse("");
    DrawnCase standsIn = drawn.with(drawn.number(), auditor, moderator, out.depth());
    return cases.stream()
        .map(
            one ->
                one.equals(out)
                    ? one.as(State.REPLACED, why)
                    : one.equals(in)
                        ? standsIn
                        : isPassedOver(one, in, children) && !elsewhere.contains(one.childId())
                            ? one.as(State.REPLACED, NO_LONGER)
                            : one)
        .toList();
  }

  private static final String NO_LONGER =
      "passed over: drawn for another audit since, or no longer one of the cohort";

  /** Whose turn it was before the one who stands in, and who can no longer be drawn. */
  private static boolean isPassedOver(
      DrawnCase one, DrawnCase in, Map<String, Candidate> children) {
    return one.state() == State.RESERVE
        && one.cohort().equals(in.cohort())
        && one.stratum().equals(in.stratum())
        && one.rank() < in.rank()
        && !children.containsKey(one.childId());
  }

  private static String next(List<DrawnCase> cases, DrawnCase out) {
    String letter = out.number().substring(0, 1);
    long numbered = cases.stream().filter(one -> one.number().startsWith(letter + "-")).count();
    return "%s-%02d".formatted(letter, numbered + 1);
  }
}
