package org.practicewatch.standards;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Span;
import org.practicewatch.fixtures.EnglandAndWales;

/**
 * The shipped standards read a second time, from the regulations and the project's decisions and
 * not from the product: slowly, one day after the other, with the numbers written out. It shares
 * nothing with the product but the facts and the list of bank holidays.
 */
final class ByTheBook {

  /** One obligation. */
  record Row(
      String standard,
      LocalDate from,
      int number,
      @Nullable LocalDate since,
      @Nullable LocalDate due,
      @Nullable LocalDate done,
      Timeliness state) {}

  /** Those that it reads. */
  static final Set<String> STANDARDS =
      Set.of(
          "LAC-VISIT",
          "LAC-VISIT-LOCAL",
          "LAC-REVIEW",
          "LAC-IHA",
          "LAC-RHA",
          "LAC-DENTAL",
          "CP-VISIT",
          "CIN-VISIT",
          "CP-REVIEW",
          "ICPC",
          "ASSESSMENT");

  private static final int MANY = 1_000;
  private static final Set<LocalDate> HOLIDAYS = holidays();

  private final List<Fact> facts;

  /** Whether the last answer was weekly because no review is known to have been held. */
  private boolean unlessReviewed;

  private final LocalDate asAt;
  private final @Nullable LocalDate born;

  ByTheBook(List<Fact> facts, LocalDate asAt) {
    this.facts = facts;
    this.asAt = asAt;
    this.born =
        facts.stream()
            .filter(Child.class::isInstance)
            .map(fact -> ((Child) fact).born())
            .findFirst()
            .orElse(null);
  }

  List<Row> rows(String standard) {
    List<Row> rows = new ArrayList<>();
    switch (standard) {
      case "LAC-VISIT" -> stays().forEach(stay -> rows.addAll(visits(stay)));
      case "LAC-VISIT-LOCAL" -> stays().forEach(stay -> rows.addAll(firstVisit(stay)));
      case "LAC-REVIEW" -> periods().forEach(period -> rows.addAll(reviews(period)));
      case "LAC-IHA" -> periods().forEach(period -> rows.addAll(initialHealth(period)));
      case "LAC-RHA" -> periods().forEach(period -> rows.addAll(reviewHealth(period)));
      case "LAC-DENTAL" -> periods().forEach(period -> rows.addAll(dental(period)));
      case "CP-VISIT" ->
          plans("child protection plan")
              .forEach(
                  plan ->
                      rows.addAll(
                          new Count(standard, plan, seen("child protection visit"))
                              .due((since, n, day) -> workingDays(since, 10), 2)
                              .walk()));
      case "CIN-VISIT" ->
          plans("child in need plan")
              .forEach(
                  plan -> {
                    List<Row> visits =
                        new Count(standard, plan, seen("child in need visit"))
                            .except(this::outranked)
                            .due((since, n, day) -> workingDays(since, 20), 5)
                            .walk();
                    rows.addAll(visits);
                    if (mayBeOwedAgain(plan)) {
                      rows.add(
                          new Row(
                              standard,
                              plan.from,
                              visits.size() + 1,
                              null,
                              null,
                              null,
                              Timeliness.CANNOT_TELL));
                    }
                  });
      case "CP-REVIEW" ->
          plans("child protection plan").forEach(plan -> rows.addAll(conferences(plan)));
      case "ICPC" ->
          plans("section 47 enquiry")
              .forEach(
                  enquiry ->
                      rows.addAll(
                          new Count(
                                  standard,
                                  enquiry,
                                  tied("initial child protection conference", "s47:", enquiry))
                              .once()
                              .tiedBy("s47:")
                              .due((since, n, day) -> workingDays(since, 15), 5)
                              .walk()));
      case "ASSESSMENT" ->
          plans("assessment")
              .forEach(
                  one ->
                      rows.addAll(
                          new Count(
                                  standard, one, tied("assessment authorised", "assessment:", one))
                              .once()
                              .tiedBy("assessment:")
                              .due((since, n, day) -> workingDays(since, 45), 20)
                              .walk()));
      default -> throw new IllegalArgumentException(standard);
    }
    return rows;
  }

  // The standards, one by one.

  /** Regulation 33 of the Care Planning Regulations 2010; not owed under regulations 48 and 36. */
  private List<Row> reviews(Stretch period) {
    return new Count("LAC-REVIEW", period, done("looked-after review"))
        .except(day -> shortBreaks(period, day) || placedForAdoption(period, day))
        .due(
            (since, n, day) ->
                n == 0
                    ? workingDays(since, 20)
                    : n == 1 ? since.plusMonths(3) : since.plusMonths(6),
            0)
        .window((n) -> n == 0 ? 5 : 20)
        .walk();
  }

  /** Regulation 7: before the first review, unless done in the three months before. */
  private List<Row> initialHealth(Stretch period) {
    return new Count("LAC-IHA", period, done("health assessment"))
        .exemptBy(this::recentAssessment)
        .except(day -> shortBreaks(period, day))
        .once()
        .due((since, n, day) -> workingDays(since, 20), 5)
        .walk();
  }

  /** Regulation 7: six months before the fifth birthday, twelve from it, by the age when due. */
  private List<Row> reviewHealth(Stretch period) {
    return new Count("LAC-RHA", period, done("health assessment"))
        .except(day -> shortBreaks(period, day))
        .due(
            (since, n, day) -> {
              if (born == null) {
                return null;
              }
              LocalDate six = since.plusMonths(6);
              return six.isBefore(fifthBirthday()) ? six : since.plusMonths(12);
            },
            20)
        .fromTheFirstAct(this::recentAssessment)
        .walk();
  }

  private @Nullable LocalDate recentAssessment(LocalDate start) {
    return done("health assessment").days.stream()
        .filter(day -> day.isBefore(start) && !day.isBefore(start.minusMonths(3)))
        .reduce((one, next) -> next)
        .orElse(null);
  }

  private LocalDate fifthBirthday() {
    LocalDate day = born.plusYears(5);
    boolean leapling = born.getMonthValue() == 2 && born.getDayOfMonth() == 29;
    return leapling && day.getDayOfMonth() == 28 ? day.plusDays(1) : day;
  }

  private List<Row> dental(Stretch period) {
    return new Count("LAC-DENTAL", period, done("dental check"))
        .except(day -> shortBreaks(period, day))
        .due((since, n, day) -> since.plusMonths(12), 20)
        .walk();
  }

  /** Working Together: three months from the conference, then six from the last. */
  private List<Row> conferences(Stretch plan) {
    LocalDate conference =
        activities("initial child protection conference")
            .filter(one -> one.refs().stream().anyMatch(plan.refs::contains))
            .map(Activity::on)
            .sorted()
            .findFirst()
            .orElse(plan.from);
    return new Count("CP-REVIEW", plan, done("child protection review conference"))
        .notOnTheFirstDay()
        .countedFrom(conference)
        .due((since, n, day) -> n == 0 ? since.plusMonths(3) : since.plusMonths(6), 20)
        .walk();
  }

  /** Regulation 28. */
  private List<Row> visits(Stretch stay) {
    return new Count("LAC-VISIT", stay, seen("looked-after visit"))
        .except(day -> shortBreaks(stay, day) || placedForAdoption(stay, day))
        .due((since, n, day) -> visitDue(stay, since, n, day), 0)
        .restart(
            day ->
                careOrderAtHome(stay, day)
                    && !careOrderAtHome(stay, day.minusDays(1))
                    && atHome(stay, day.minusDays(1)))
        .visits()
        .walk();
  }

  /** Croydon, 2018: three days, read as calendar days, from the start of every placement. */
  private List<Row> firstVisit(Stretch stay) {
    return new Count("LAC-VISIT-LOCAL", stay, seen("looked-after visit"))
        .except(day -> shortBreaks(stay, day) || placedForAdoption(stay, day))
        .once()
        .due((since, n, day) -> since.plusDays(3), 2)
        .walk();
  }

  private @Nullable LocalDate visitDue(Stretch stay, LocalDate since, int n, LocalDate day) {
    unlessReviewed = false;
    if (n == 0) {
      return since.plusWeeks(1);
    }
    if (atHome(stay, day)) {
      String status = status(stay, day);
      if (status.isEmpty()) {
        return null;
      }
      if (status.equals("C1")) {
        return weeklyUntilReview(stay, since, n, day, 4, d -> interimOrderAtHome(stay, d));
      }
      if (status.equals("C2")) {
        LocalDate began = began(stay, day, d -> careOrderAtHome(stay, d));
        if (began.isAfter(stay.from) && atHome(stay, began.minusDays(1))) {
          return since.plusWeeks(6);
        }
        return weeklyUntilReview(stay, since, n, day, 6, d -> careOrderAtHome(stay, d));
      }
      return longTerm(stay, since, n, day);
    }
    if (place(stay, day).startsWith("temporary approval")) {
      return weeklyUntilReview(
          stay, since, n, day, 4, d -> place(stay, d).startsWith("temporary approval"));
    }
    return longTerm(stay, since, n, day);
  }

  private @Nullable LocalDate longTerm(Stretch stay, LocalDate since, int n, LocalDate day) {
    boolean toEighteen =
        Set.of("U1", "U4").contains(place(stay, day))
            || spans("care plan").anyMatch(p -> p.code().equals("LTFOST18") && inForce(p, day));
    LocalDate six = since.plusWeeks(6);
    if (!toEighteen) {
      return six;
    }
    if (six.isAfter(stay.from.plusYears(1))) {
      return since.plusMonths(3);
    }
    return n >= MANY ? null : six;
  }

  private @Nullable LocalDate weeklyUntilReview(
      Stretch stay,
      LocalDate since,
      int n,
      LocalDate day,
      int thenWeeks,
      Predicate<LocalDate> holds) {
    LocalDate began = began(stay, day, holds);
    boolean reviewed =
        done("looked-after review").days.stream()
            .anyMatch(review -> review.isAfter(began) && !review.isAfter(day));
    if (reviewed) {
      return since.plusWeeks(thenWeeks);
    }
    unlessReviewed = true;
    return n >= MANY && began.equals(stay.from) ? null : since.plusWeeks(1);
  }

  private static LocalDate began(Stretch stay, LocalDate day, Predicate<LocalDate> holds) {
    LocalDate began = day;
    while (began.isAfter(stay.from) && holds.test(began.minusDays(1))) {
      began = began.minusDays(1);
    }
    return began;
  }

  private boolean atHome(Stretch stay, LocalDate day) {
    return place(stay, day).equals("P1");
  }

  private boolean careOrderAtHome(Stretch stay, LocalDate day) {
    return atHome(stay, day) && status(stay, day).equals("C2");
  }

  private boolean interimOrderAtHome(Stretch stay, LocalDate day) {
    return atHome(stay, day) && status(stay, day).equals("C1");
  }

  // What is true on a day.

  private boolean shortBreaks(Stretch of, LocalDate day) {
    return Set.of("V3", "V4").contains(status(of, day));
  }

  private boolean placedForAdoption(Stretch of, LocalDate day) {
    return stays().stream()
        .filter(stay -> stay.period.equals(of.period))
        .filter(stay -> !day.isBefore(stay.from) && (stay.to == null || day.isBefore(stay.to)))
        .anyMatch(stay -> Set.of("A3", "A4", "A5", "A6").contains(place(stay, day)));
  }

  private boolean outranked(LocalDate day) {
    return spans("child protection plan").anyMatch(plan -> inForce(plan, day))
        || periods().stream()
            .anyMatch(p -> !day.isBefore(p.from) && (p.to == null || day.isBefore(p.to)));
  }

  /** Something outranks the plan, and its end cannot be read. */
  private boolean mayBeOwedAgain(Stretch plan) {
    return Stream.concat(
            spans("child protection plan").filter(s -> !s.endReadable()).map(Span::from),
            periods().stream().filter(p -> !p.endReadable).map(p -> p.from))
        .anyMatch(from -> plan.to == null || plan.to.isAfter(from));
  }

  private static boolean inForce(Span span, LocalDate day) {
    return !day.isBefore(span.from()) && (span.to() == null || day.isBefore(span.to()));
  }

  private String status(Stretch of, LocalDate day) {
    String status = "";
    LocalDate newest = LocalDate.MIN;
    for (Span episode : of.episodes) {
      String ls = episode.detail("legal status");
      if (!ls.isEmpty() && inForce(episode, day) && !episode.from().isBefore(newest)) {
        status = ls;
        newest = episode.from();
      }
    }
    for (Span span : spans("legal status").toList()) {
      if (inForce(span, day) && !span.from().isBefore(newest)) {
        status = span.code();
        newest = span.from();
      }
    }
    return status;
  }

  /** The placement code on a day of a stay; a hospital bed does not change where a child lives. */
  private static String place(Stretch stay, LocalDate day) {
    String code = "";
    for (Placed placed : stay.placed) {
      if (!temporary(placed.code) && !placed.from.isAfter(day)) {
        code = placed.code;
      }
    }
    return code;
  }

  // Periods of care and stays: rules 2 and 6 of the data's README, section 5.3 of the standards.

  private record Placed(
      LocalDate from,
      @Nullable LocalDate to,
      String code,
      String urn,
      String reason,
      boolean endReadable) {}

  private record Stretch(
      LocalDate from,
      @Nullable LocalDate to,
      boolean startKnown,
      boolean endReadable,
      Set<String> refs,
      String period,
      List<Span> episodes,
      List<Placed> placed) {}

  private @Nullable List<Stretch> periods;
  private @Nullable List<Stretch> stays;

  private List<Stretch> periods() {
    if (periods != null) {
      return periods;
    }
    Comparator<Span> byDates =
        Comparator.comparing(Span::from)
            .thenComparing(Span::to, Comparator.nullsLast(Comparator.naturalOrder()));
    List<List<Span>> groups = new ArrayList<>();
    Map<String, List<Span>> ofId = new LinkedHashMap<>();
    for (Span episode : spans("episode").sorted(byDates).toList()) {
      String care = episode.detail("care id");
      if (!care.isEmpty()) {
        List<Span> group = ofId.get(care);
        if (group == null) {
          group = new ArrayList<>();
          ofId.put(care, group);
          groups.add(group);
        }
        group.add(episode);
        continue;
      }
      List<Span> open = groups.isEmpty() ? null : groups.get(groups.size() - 1);
      boolean gap =
          open != null
              && open.stream().allMatch(e -> e.to() != null && e.to().isBefore(episode.from()));
      if (open == null || gap || episode.detail("reason new").equals("S")) {
        open = new ArrayList<>();
        groups.add(open);
      }
      open.add(episode);
    }
    List<Stretch> found = new ArrayList<>();
    for (List<Span> group : groups) {
      Span last = group.get(group.size() - 1);
      LocalDate to = last.to();
      if (to != null) {
        for (Span one : group) {
          to = one.to() != null && one.to().isAfter(to) ? one.to() : to;
        }
      }
      Span first = group.get(0);
      boolean known =
          first.detail("reason new").equals("S") || !first.detail("entered care").isEmpty();
      found.add(
          new Stretch(
              first.from(),
              atNight(to),
              known,
              last.endReadable(),
              Set.of(),
              "period " + found.size(),
              group,
              List.of()));
    }
    periods = found;
    return found;
  }

  private List<Stretch> stays() {
    if (stays != null) {
      return stays;
    }
    List<Stretch> found = new ArrayList<>();
    for (Stretch period : periods()) {
      List<List<Placed>> groups = new ArrayList<>();
      for (Placed next : placedIn(period)) {
        List<Placed> stay = groups.isEmpty() ? null : groups.get(groups.size() - 1);
        if (stay == null || startsAgain(stay, next)) {
          groups.add(new ArrayList<>(List.of(next)));
        } else {
          stay.add(next);
        }
      }
      for (int i = 0; i < groups.size(); i++) {
        List<Placed> stay = groups.get(i);
        LocalDate to = stay.get(stay.size() - 1).to;
        if (to == null && i + 1 < groups.size()) {
          to = groups.get(i + 1).get(0).from;
        }
        if (to == null || period.to != null && period.to.isBefore(to)) {
          to = period.to;
        }
        found.add(
            new Stretch(
                stay.get(0).from,
                atNight(to),
                !Set.of("L", "T", "U").contains(stay.get(0).reason),
                stay.get(stay.size() - 1).endReadable,
                Set.of(),
                period.period,
                period.episodes,
                stay));
      }
    }
    stays = found;
    return found;
  }

  private static boolean startsAgain(List<Placed> stay, Placed next) {
    Placed last = stay.get(stay.size() - 1);
    if (last.to != null && next.from.isAfter(last.to)) {
      return true;
    }
    if (temporary(next.code)) {
      return false;
    }
    if (temporary(last.code)) {
      Placed home = last;
      for (Placed one : stay) {
        home = temporary(one.code) ? home : one;
      }
      return !home.code.equals(next.code) || !home.urn.equals(next.urn);
    }
    return !Set.of("L", "T", "U").contains(next.reason);
  }

  private List<Placed> placedIn(Stretch period) {
    List<Placed> placed = new ArrayList<>();
    Map<String, String> reasons = new HashMap<>();
    for (Span episode : period.episodes) {
      if (!episode.detail("placement type").isEmpty()) {
        placed.add(
            new Placed(
                episode.from(),
                episode.to(),
                episode.detail("placement type"),
                episode.detail("urn"),
                episode.detail("reason new"),
                episode.endReadable()));
      }
      reasons.putIfAbsent(
          "placement:" + episode.detail("placement id"), episode.detail("reason new"));
    }
    for (Span record : spans("placement record").toList()) {
      String id = record.refs().iterator().next();
      if (reasons.containsKey(id)) {
        placed.add(
            new Placed(
                record.from(),
                record.to(),
                record.code(),
                record.detail("urn"),
                reasons.get(id),
                record.endReadable()));
      }
    }
    placed.sort(Comparator.comparing(Placed::from));
    return placed;
  }

  private static boolean temporary(String code) {
    return Set.of("T0", "T1", "T2", "T3", "T4").contains(code);
  }

  private List<Stretch> plans(String kind) {
    return spans(kind)
        .sorted(Comparator.comparing(Span::from))
        .map(
            span ->
                new Stretch(
                    span.from(),
                    atNight(span.to()),
                    span.startKnown(),
                    span.endReadable(),
                    span.refs(),
                    "",
                    List.of(),
                    List.of()))
        .toList();
  }

  /** An end that is still to come is no end. */
  private @Nullable LocalDate atNight(@Nullable LocalDate to) {
    return to == null || to.isAfter(asAt) ? null : to;
  }

  private Stream<Span> spans(String kind) {
    Map<List<Object>, Span> once = new LinkedHashMap<>();
    for (Fact fact : facts) {
      if (fact instanceof Span span && span.kind().equals(kind) && !span.from().isAfter(asAt)) {
        once.merge(
            Arrays.asList(span.from(), span.to(), span.code(), span.details()),
            span,
            ByTheBook::withRefsOfBoth);
      }
    }
    return once.values().stream();
  }

  private static Span withRefsOfBoth(Span one, Span again) {
    Set<String> refs = new HashSet<>(one.refs());
    refs.addAll(again.refs());
    return new Span(
        one.childId(),
        one.kind(),
        one.from(),
        one.to(),
        one.code(),
        refs,
        one.details(),
        one.source());
  }

  // What was done.

  private record Acts(String kind, TreeSet<LocalDate> days) {}

  private Stream<Activity> activities(String kind) {
    return facts.stream()
        .filter(Activity.class::isInstance)
        .map(Activity.class::cast)
        .filter(one -> one.kind().equals(kind) && !one.on().isAfter(asAt));
  }

  private Acts done(String kind) {
    TreeSet<LocalDate> days = new TreeSet<>();
    activities(kind).forEach(one -> days.add(one.on()));
    return new Acts(kind, days);
  }

  private Acts seen(String kind) {
    TreeSet<LocalDate> days = new TreeSet<>();
    activities(kind)
        .filter(one -> !one.marks().contains("not seen"))
        .forEach(one -> days.add(one.on()));
    return new Acts(kind, days);
  }

  private Acts tied(String kind, String sort, Stretch to) {
    TreeSet<LocalDate> days = new TreeSet<>();
    activities(kind)
        .filter(one -> !one.marks().contains("transfer in"))
        .filter(one -> sameOrSilent(one.refs(), to.refs, sort))
        .forEach(one -> days.add(one.on()));
    return new Acts(kind, days);
  }

  private static boolean sameOrSilent(Set<String> one, Set<String> other, String sort) {
    List<String> mine = one.stream().filter(ref -> ref.startsWith(sort)).toList();
    List<String> theirs = other.stream().filter(ref -> ref.startsWith(sort)).toList();
    return mine.isEmpty() || theirs.isEmpty() || mine.stream().anyMatch(theirs::contains);
  }

  // The count, one day after the other.

  private interface DueRule {
    @Nullable LocalDate due(LocalDate since, int alreadyDone, LocalDate day);
  }

  private interface Window {
    int workingDays(int alreadyDone);
  }

  private final class Count {
    private final String standard;
    private final Stretch span;
    private final Acts acts;
    private Predicate<LocalDate> except = day -> false;
    private Predicate<LocalDate> restart = day -> false;
    private DueRule rule = (since, n, day) -> since;
    private Window window = n -> 0;
    private boolean once;
    private boolean dayNought = true;
    private boolean fromTheFirstAct;
    private UnaryOperator<LocalDate> oneBefore = day -> null;
    private UnaryOperator<LocalDate> exempt = day -> null;
    private LocalDate from;
    private boolean visits;
    private boolean weekly;
    private String tiedBy = "";
    private @Nullable LocalDate countedFrom;
    private @Nullable LocalDate tiedAfterTheEnd;

    private final List<Row> rows = new ArrayList<>();
    private int number;
    private boolean waiting;
    private int alreadyDone;
    private @Nullable LocalDate since;
    private @Nullable LocalDate due;
    private LocalDate ruleAsked;

    Count(String standard, Stretch span, Acts acts) {
      this.standard = standard;
      this.span = span;
      this.acts = acts;
    }

    Count except(Predicate<LocalDate> on) {
      except = on;
      return this;
    }

    Count restart(Predicate<LocalDate> on) {
      restart = on;
      return this;
    }

    Count due(DueRule due, int dueSoon) {
      rule = due;
      window = n -> dueSoon;
      return this;
    }

    Count window(Window dueSoon) {
      window = dueSoon;
      return this;
    }

    Count once() {
      once = true;
      return this;
    }

    Count notOnTheFirstDay() {
      dayNought = false;
      return this;
    }

    Count countedFrom(LocalDate day) {
      countedFrom = day;
      return this;
    }

    Count fromTheFirstAct(UnaryOperator<LocalDate> orOneBefore) {
      fromTheFirstAct = true;
      oneBefore = orOneBefore;
      return this;
    }

    Count exemptBy(UnaryOperator<LocalDate> oneBefore) {
      exempt = oneBefore;
      return this;
    }

    Count visits() {
      visits = true;
      return this;
    }

    Count tiedBy(String sort) {
      tiedBy = sort;
      tiedAfterTheEnd =
          activities(acts.kind)
              .filter(one -> !one.marks().contains("transfer in"))
              .filter(one -> one.refs().stream().anyMatch(span.refs::contains))
              .map(Activity::on)
              .filter(day -> span.to != null && day.isAfter(span.to))
              .sorted()
              .findFirst()
              .orElse(null);
      return this;
    }

    List<Row> walk() {
      LocalDate last = span.to == null ? asAt : span.to;
      if (span.to != null && tiedAfterTheEnd != null) {
        // Done is looked at first: the conference of this very enquiry, though it had been closed.
        last = tiedAfterTheEnd;
      }
      boolean opened = false;
      boolean pastUnknown = false;
      boolean running = false;
      boolean fresh = false;
      boolean finished = false;
      from = span.from;
      for (LocalDate day = span.from; !day.isAfter(last) && !finished; day = day.plusDays(1)) {
        boolean act = acts.days.contains(day);
        boolean excepted = except.test(day);
        boolean again = restart.test(day) && day.isAfter(span.from);
        if (running && (excepted || again)) {
          if (act && waiting) {
            waiting = false;
          } else if (act && (pastUnknown || fresh || day.isAfter(since))) {
            met(day);
            alreadyDone = pastUnknown ? MANY : alreadyDone + 1;
            finished = once && !again;
          } else {
            lapsed(day);
            alreadyDone = pastUnknown ? MANY : alreadyDone;
          }
          running = false;
          pastUnknown = false;
        }
        boolean overToday = span.to != null && day.equals(span.to) && day.isAfter(span.from);
        if (!running && !excepted && !overToday && !finished) {
          running = true;
          fresh = dayNought;
          since = day;
          due = null;
          ruleAsked = day;
          if (again) {
            alreadyDone = 0;
            number = 0;
            from = day;
            opened = true;
          }
          LocalDate before = oneBefore.apply(day);
          if (!opened) {
            if (exempt.apply(day) != null) {
              return rows;
            }
            if (countedFrom != null) {
              since = countedFrom;
              fresh = false;
            } else if (fromTheFirstAct && before != null) {
              since = before;
            } else if (!span.startKnown) {
              since = null;
              pastUnknown = true;
            } else if (fromTheFirstAct) {
              waiting = true;
            }
          }
          if (waiting && before != null) {
            since = before;
            waiting = false;
          }
          opened = true;
        }
        if (running && waiting) {
          if (act) {
            waiting = false;
            since = day;
            due = due(day);
            fresh = false;
          }
        } else if (running && pastUnknown) {
          if (act) {
            met(day);
            pastUnknown = false;
            alreadyDone = MANY;
            since = day;
            due = due(day);
            fresh = false;
            finished = once;
          }
        }
        if (running && !waiting && !pastUnknown && !finished) {
          // Once the record does not tell by which rule it is due, it does not tell whether it was
          // met.
          boolean untold = due == null && day.isAfter(ruleAsked);
          if (!overToday && !untold && (due == null || !day.isAfter(due))) {
            LocalDate before = due;
            due = due(day);
            if (before != null && due != null && due.isBefore(day)) {
              // A shorter interval cannot make something due before the day it applies from.
              LocalDate fromToday = rule.due(day, alreadyDone, day);
              due = fromToday.isBefore(before) ? fromToday : before;
            }
          }
          boolean countsToday =
              fresh || day.isAfter(since) && (dayNought || day.isAfter(span.from));
          if (act && countsToday) {
            met(day);
            fresh = false;
            finished = once;
            alreadyDone++;
            since = day;
            due = due(day);
          }
        }
      }
      if (finished || !running || waiting) {
        return rows;
      }
      if (span.to != null) {
        lapsed(span.to);
      } else {
        add(since, due, null, pastUnknown ? Timeliness.CANNOT_TELL : openState());
      }
      return rows;
    }

    private @Nullable LocalDate due(LocalDate day) {
      ruleAsked = day;
      LocalDate on = rule.due(since, alreadyDone, day);
      weekly = unlessReviewed;
      return on;
    }

    private void met(LocalDate day) {
      Timeliness state =
          due == null
              ? Timeliness.CANNOT_TELL
              : day.isAfter(due) ? Timeliness.LATE : Timeliness.IN_TIMESCALE;
      add(since, due, day, state);
    }

    private void lapsed(LocalDate day) {
      if (waiting || since != null && !day.isAfter(since)) {
        return;
      }
      if (due == null) {
        add(since, null, null, Timeliness.CANNOT_TELL);
      } else if (due.isBefore(day)) {
        add(since, due, null, Timeliness.MISSED);
      }
    }

    private Timeliness openState() {
      if (due == null || !span.endReadable) {
        return Timeliness.CANNOT_TELL;
      }
      if (asAt.isAfter(due)) {
        return Timeliness.OVERDUE;
      }
      return asAt.isBefore(workingDaysBefore(due, soon()))
          ? Timeliness.NOT_YET_DUE
          : Timeliness.DUE_SOON;
    }

    /** Two working days for up to two weeks, five for up to eight, twenty above. */
    private int soon() {
      if (!visits) {
        return window.workingDays(alreadyDone);
      }
      if (due.equals(since.plusWeeks(1))) {
        return 2;
      }
      return due.isAfter(since.plusWeeks(8)) ? 20 : 5;
    }

    private void add(
        @Nullable LocalDate since,
        @Nullable LocalDate due,
        @Nullable LocalDate done,
        Timeliness state) {
      boolean bad = Set.of(Timeliness.LATE, Timeliness.OVERDUE, Timeliness.MISSED).contains(state);
      Timeliness said =
          bad
                  && (!span.endReadable
                      || mayHaveBeenDone(since, due)
                      || weekly && mayHaveBeenReviewed(due))
              ? Timeliness.CANNOT_TELL
              : state;
      number++;
      rows.add(new Row(standard, from, number, since, due, done, said));
    }

    private boolean mayHaveBeenReviewed(LocalDate due) {
      return facts.stream()
          .anyMatch(
              fact ->
                  fact instanceof Gap gap
                      && gap.kind().equals("looked-after review")
                      && (gap.on() == null || !gap.on().isAfter(due)));
    }

    private boolean mayHaveBeenDone(@Nullable LocalDate since, @Nullable LocalDate due) {
      return facts.stream()
          .filter(Gap.class::isInstance)
          .map(Gap.class::cast)
          .filter(gap -> gap.kind().equals(acts.kind))
          .filter(gap -> tiedBy.isEmpty() || sameOrSilent(gap.refs(), span.refs, tiedBy))
          .anyMatch(
              gap ->
                  gap.on() == null
                      || !gap.on().isAfter(asAt)
                          && !gap.on().isBefore(since)
                          && !gap.on().isAfter(due));
    }
  }

  private static LocalDate workingDays(LocalDate from, int n) {
    LocalDate day = from;
    int left = n;
    while (left > 0) {
      day = day.plusDays(1);
      left -= working(day) ? 1 : 0;
    }
    return day;
  }

  private static LocalDate workingDaysBefore(LocalDate from, int n) {
    LocalDate day = from;
    int left = n;
    while (left > 0) {
      day = day.minusDays(1);
      left -= working(day) ? 1 : 0;
    }
    return day;
  }

  private static boolean working(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !HOLIDAYS.contains(day);
  }

  private static Set<LocalDate> holidays() {
    Set<LocalDate> days = new HashSet<>();
    EnglandAndWales.bankHolidays().values().forEach(days::addAll);
    return days;
  }
}
