package org.practicewatch.standards;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.calendar.SchoolTerms;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Span;
import org.practicewatch.fixtures.EnglandAndWales;

/**
 * The meaning of a standard's keys read a second time, from the documents and not from the product:
 * slowly, through a child's life one day after the other. It shares nothing with the product but
 * the facts, the standards as data, and the lists of bank holidays and school terms.
 */
final class DayByDay {

  /** One obligation. */
  record Row(
      LocalDate from,
      int number,
      @Nullable LocalDate since,
      @Nullable LocalDate due,
      @Nullable LocalDate done,
      Timeliness state) {}

  private static final int MANY = 1_000;
  private static final Set<LocalDate> HOLIDAYS = holidays();
  private static final SchoolTerms TERMS = Shipped.calendar().terms();

  private final List<Fact> facts;
  private final LocalDate asAt;
  private final @Nullable LocalDate born;
  private final Map<String, List<Span>> recorded = new HashMap<>();

  /**
   * Whether the last answer was the short interval because no review is known to have been held.
   */
  private boolean unlessReviewed;

  DayByDay(List<Fact> facts, LocalDate asAt) {
    this.facts = facts;
    this.asAt = asAt;
    this.born =
        facts.stream()
            .filter(Child.class::isInstance)
            .map(fact -> ((Child) fact).born())
            .findFirst()
            .orElse(null);
  }

  List<Row> rows(PracticeStandard standard) {
    List<Row> rows = new ArrayList<>();
    Set<LocalDate> used = new HashSet<>();
    List<Stretch> spans =
        standard.during().isEmpty() ? List.of(ALL_LIFE) : stretches(standard.during());
    if (standard.during().equals("eligible child") && born == null) {
      return periods().stream().map(one -> untold(one.from)).toList();
    }
    for (Stretch span : spans) {
      if (!belongs(standard.onlyIfThereIs(), span, spans)) {
        continue;
      }
      if (standard.beforeEach() != null) {
        rows.addAll(prepared(standard, span, spans));
      } else if (!standard.afterEach().isEmpty()) {
        for (Stretch count : afterEach(standard, span, spans)) {
          rows.addAll(new Count(standard, count, used).walk());
        }
      } else {
        rows.addAll(new Count(standard, span, used).walk());
      }
    }
    return standard.afterEach().isEmpty() ? rows : numbered(rows);
  }

  private static Row untold(LocalDate from) {
    return new Row(from, 1, null, null, null, Timeliness.CANNOT_TELL);
  }

  /** Several that start on one day are numbered through. */
  private static List<Row> numbered(List<Row> rows) {
    Map<LocalDate, Integer> numbers = new HashMap<>();
    return rows.stream()
        .map(
            one ->
                new Row(
                    one.from,
                    numbers.merge(one.from, 1, Integer::sum),
                    one.since,
                    one.due,
                    one.done,
                    one.state))
        .toList();
  }

  private static final Stretch ALL_LIFE =
      new Stretch(LocalDate.MIN, null, true, true, Set.of(), "", List.of(), List.of(), 1, null);

  // What a standard is owed in.

  private List<Stretch> stretches(String kind) {
    return switch (kind) {
      case "period of care" -> periods();
      case "placement" -> stays();
      case "eligible child" -> eligible();
      case "leaving care" -> leavingCare();
      case "open case" -> openCases();
      case "placement for adoption" -> placementsForAdoption();
      default -> plans(kind);
    };
  }

  /** What starts a count: one a day, or all those of a day that ids tell apart. */
  private List<Stretch> afterEach(PracticeStandard standard, Stretch span, List<Stretch> all) {
    List<Activity> triggers = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    for (String kind : standard.afterEach()) {
      acts(kind)
          .filter(one -> isAround(span, one.on(), all))
          .filter(
              one ->
                  seen.add(
                      standard.ofTheSame()
                          ? List.of(kind, one.on(), one.refs())
                          : List.of(one.on())))
          .forEach(triggers::add);
    }
    // Of one day, in the order of the cells that tell of them.
    triggers.sort(
        Comparator.comparing(Activity::on)
            .thenComparing(one -> standard.afterEach().indexOf(one.kind()))
            .thenComparing(one -> one.source().toString()));
    List<Stretch> counts = new ArrayList<>();
    TreeSet<LocalDate> days = new TreeSet<>();
    triggers.forEach(one -> days.add(one.on()));
    for (Activity one : triggers) {
      LocalDate to = span.to;
      LocalDate next = days.higher(one.on());
      if (standard.closedByTheNext() && next != null) {
        to = next;
      }
      boolean first = days.first().equals(one.on()) && span.startKnown;
      counts.add(
          new Stretch(
              one.on(),
              to,
              true,
              to != null || span.endReadable,
              one.refs().stream()
                  .filter(ref -> !ref.startsWith(Activity.TIME))
                  .collect(Collectors.toSet()),
              span.period,
              span.episodes,
              span.placed,
              first ? 1 : 2,
              one.findTime().orElse(null)));
    }
    return counts;
  }

  private static boolean within(LocalDate day, Stretch span) {
    return !day.isBefore(span.from) && (span.to == null || !day.isAfter(span.to));
  }

  /** Of two that meet on the day, the one that begins. */
  private static boolean isAround(Stretch span, LocalDate day, List<Stretch> all) {
    return within(day, span)
        && all.stream().noneMatch(other -> other.from.isAfter(span.from) && within(day, other));
  }

  private List<Row> prepared(PracticeStandard standard, Stretch span, List<Stretch> all) {
    List<Row> rows = new ArrayList<>();
    TreeSet<LocalDate> events = new TreeSet<>();
    acts(standard.beforeEach())
        .map(Activity::on)
        .filter(day -> isAround(span, day, all))
        .forEach(events::add);
    Map<LocalDate, List<Activity>> acts = meeting(standard, span);
    LocalDate previous = null;
    for (LocalDate event : events) {
      LocalDate due = less(((Before) standard.timescale()).length(), event);
      LocalDate first = previous == null ? span.from : previous.plusDays(1);
      LocalDate done = null;
      for (LocalDate day = first; !day.isAfter(event); day = day.plusDays(1)) {
        boolean betterThanNone = done == null || !day.isAfter(due);
        done = acts.containsKey(day) && betterThanNone ? day : done;
      }
      // Nobody can prepare in time what comes again so soon.
      if (!due.isBefore(first)) {
        Timeliness state =
            done == null
                ? Timeliness.MISSED
                : done.isAfter(due) ? Timeliness.LATE : Timeliness.IN_TIMESCALE;
        LocalDate since = previous == null ? span.from : previous;
        rows.add(new Row(event, 1, since, due, done, state));
      }
      previous = event;
    }
    return rows;
  }

  private boolean belongs(List<String> kinds, Stretch span, List<Stretch> all) {
    return kinds.isEmpty()
        || kinds.stream()
            .anyMatch(
                kind ->
                    acts(kind).anyMatch(one -> isOf(one.refs(), one.on(), span, all))
                        || plans(kind).stream()
                            .anyMatch(one -> isOf(one.refs, one.from, span, all)));
  }

  /** By its id; without one, of the last that began before it. */
  private static boolean isOf(Set<String> refs, LocalDate day, Stretch span, List<Stretch> all) {
    return tied(refs, span.refs)
        || !elsewhere(refs, span.refs)
            && isAround(span, day, all.stream().filter(one -> !elsewhere(refs, one.refs)).toList());
  }

  // What is true on a day.

  private boolean owed(PracticeStandard standard, Stretch span, LocalDate day) {
    Ages ages = standard.ages();
    if (ages != null && born != null) {
      int age = age(day);
      if (ages.from() != null && age < ages.from() || ages.under() != null && age >= ages.under()) {
        return false;
      }
    }
    return (standard.onlyWhile().isEmpty()
            || holdsAny(standard.onlyWhile(), span, day) == Answer.YES)
        && holdsAny(standard.exceptWhile(), span, day) != Answer.YES
        && standard.outrankedBy().stream()
            .noneMatch(kind -> stretches(kind).stream().anyMatch(one -> openOn(one, day)));
  }

  private int age(LocalDate day) {
    int age = 0;
    while (!birthday(age + 1).isAfter(day)) {
      age++;
    }
    return age;
  }

  private LocalDate birthday(int age) {
    LocalDate day = born.plusYears(age);
    boolean leapling = born.getMonthValue() == 2 && born.getDayOfMonth() == 29;
    return leapling && day.getDayOfMonth() == 28 ? day.plusDays(1) : day;
  }

  private enum Answer {
    YES,
    NO,
    NOT_KNOWN
  }

  private Answer holdsAny(List<Circumstances> any, Stretch of, LocalDate day) {
    Answer answer = Answer.NO;
    for (Circumstances one : any) {
      Answer holds = holds(one, of, day);
      if (holds == Answer.YES) {
        return holds;
      }
      answer = holds == Answer.NOT_KNOWN ? holds : answer;
    }
    return answer;
  }

  private Answer holds(Circumstances all, Stretch of, LocalDate day) {
    Answer answer = Answer.YES;
    for (Map.Entry<String, List<String>> one : all.codes().entrySet()) {
      if (one.getValue().contains("any")) {
        if (stretches(one.getKey()).stream().noneMatch(span -> openOn(span, day))) {
          return Answer.NO;
        }
        continue;
      }
      String code = code(one.getKey(), of, day);
      if (code.isEmpty() && one.getKey().equals("legal status")) {
        answer = Answer.NOT_KNOWN;
      } else if (!one.getValue().contains(code)) {
        return Answer.NO;
      }
    }
    return answer;
  }

  private String code(String kind, Stretch of, LocalDate day) {
    if (kind.equals("legal status")) {
      return status(of, day);
    }
    if (kind.equals("placement")) {
      if (!of.placed.isEmpty()) {
        return place(of, day);
      }
      String code = "";
      for (Stretch stay : stays()) {
        code = stay.period.equals(of.period) && openOn(stay, day) ? place(stay, day) : code;
      }
      return code;
    }
    String code = "";
    LocalDate newest = LocalDate.MIN;
    for (Span span : spans(kind)) {
      if (inForce(span, day) && !span.from().isBefore(newest)) {
        code = span.code();
        newest = span.from();
      }
    }
    return code;
  }

  private static boolean openOn(Stretch one, LocalDate day) {
    return !day.isBefore(one.from) && (one.to == null || day.isBefore(one.to));
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
    for (Span span : spans("legal status")) {
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
      List<Placed> placed,
      int nth,
      @Nullable LocalTime at) {}

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
    for (Span episode : spans("episode").stream().sorted(byDates).toList()) {
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
              List.of(),
              1,
              null));
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
                stay,
                1,
                null));
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
    for (Span record : spans("placement record")) {
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

  // Spans that are worked out of those.

  private @Nullable List<Stretch> eligible;
  private @Nullable List<Stretch> openCases;
  private @Nullable List<Stretch> forAdoption;

  /** Reg. 40: 16 or 17, and thirteen weeks in care since 14; short breaks are no such care. */
  private List<Stretch> eligible() {
    if (eligible != null) {
      return eligible;
    }
    eligible = new ArrayList<>();
    if (born == null) {
      return eligible;
    }
    int daysInCare = 0;
    boolean known = true;
    for (Stretch period : periods()) {
      LocalDate since = null;
      boolean startKnown = true;
      LocalDate day = period.from;
      known &= period.startKnown || !period.from.isAfter(birthday(14));
      for (; !day.isAfter(asAt) && openOn(period, day); day = day.plusDays(1)) {
        int age = age(day);
        boolean holds = (age == 16 || age == 17) && daysInCare >= 13 * 7;
        boolean shortBreak = Set.of("V3", "V4", "short-term breaks").contains(status(period, day));
        holds &= !shortBreak;
        if (holds && since == null) {
          since = day;
          startKnown = known || day.equals(birthday(16));
        } else if (!holds && since != null) {
          eligible.add(part(period, since, day, startKnown));
          since = null;
        }
        daysInCare += age >= 14 && !shortBreak ? 1 : 0;
      }
      if (since != null) {
        eligible.add(part(period, since, period.to, startKnown));
      }
    }
    return eligible;
  }

  private static Stretch part(
      Stretch of, LocalDate from, @Nullable LocalDate to, boolean startKnown) {
    return new Stretch(
        from,
        to,
        startKnown,
        to != null || of.endReadable,
        Set.of(),
        of.period,
        of.episodes,
        of.placed,
        1,
        null);
  }

  /** From the end of having been eligible until they are again; else as a list tells. */
  private List<Stretch> leavingCare() {
    List<Stretch> leaving = new ArrayList<>();
    List<Stretch> before = eligible();
    for (int i = 0; i < before.size(); i++) {
      LocalDate left = before.get(i).to;
      LocalDate again = i + 1 < before.size() ? before.get(i + 1).from : null;
      if (left != null && !left.equals(again)) {
        leaving.add(whole(left, again, true));
      }
    }
    if (leaving.isEmpty() && before.isEmpty() && !spans("care leaver record").isEmpty()) {
      Span first = spans("care leaver record").get(0);
      LocalDate from = born == null ? first.from() : birthday(16);
      for (Stretch period : periods()) {
        from = period.to != null && period.to.isAfter(from) ? period.to : from;
      }
      LocalDate began = from.isAfter(first.from()) ? first.from() : from;
      leaving.add(whole(began, null, false));
    }
    return leaving;
  }

  private static Stretch whole(LocalDate from, @Nullable LocalDate to, boolean startKnown) {
    return new Stretch(from, to, startKnown, true, Set.of(), "", List.of(), List.of(), 1, null);
  }

  private List<Stretch> openCases() {
    if (openCases != null) {
      return openCases;
    }
    openCases = new ArrayList<>();
    List<Stretch> any = new ArrayList<>(periods());
    for (String kind : List.of("referral", "child in need plan", "child protection plan")) {
      any.addAll(plans(kind));
    }
    LocalDate since = null;
    boolean startKnown = true;
    LocalDate day = any.stream().map(Stretch::from).min(Comparator.naturalOrder()).orElse(asAt);
    for (; !day.isAfter(asAt); day = day.plusDays(1)) {
      LocalDate today = day;
      boolean open = any.stream().anyMatch(one -> openOn(one, today));
      if (open && since == null) {
        since = day;
        startKnown = any.stream().anyMatch(one -> one.from.equals(today) && one.startKnown);
      } else if (!open && since != null) {
        openCases.add(whole(since, day, startKnown));
        since = null;
      }
    }
    if (since != null) {
      boolean readable = any.stream().anyMatch(one -> openOn(one, asAt) && one.endReadable);
      openCases.add(
          new Stretch(
              since, null, startKnown, readable, Set.of(), "", List.of(), List.of(), 1, null));
    }
    return openCases;
  }

  private List<Stretch> placementsForAdoption() {
    if (forAdoption != null) {
      return forAdoption;
    }
    List<Stretch> recordedSo = plans("placed for adoption");
    forAdoption = new ArrayList<>(recordedSo);
    Set<String> codes = Set.of("A3", "A4", "A5", "A6", "placed for adoption");
    for (Stretch stay : recordedSo.isEmpty() ? stays() : List.<Stretch>of()) {
      LocalDate since = null;
      for (LocalDate day = stay.from;
          !day.isAfter(asAt) && openOn(stay, day);
          day = day.plusDays(1)) {
        boolean holds = codes.contains(place(stay, day));
        if (holds && since == null) {
          since = day;
        } else if (!holds && since != null) {
          forAdoption.add(part(stay, since, day, known(stay, since)));
          since = null;
        }
      }
      if (since != null) {
        forAdoption.add(part(stay, since, stay.to, known(stay, since)));
      }
    }
    return forAdoption;
  }

  private static boolean known(Stretch stay, LocalDate since) {
    return stay.startKnown || since.isAfter(stay.from);
  }

  private final Map<String, List<Stretch>> plans = new HashMap<>();

  private List<Stretch> plans(String kind) {
    return plans.computeIfAbsent(
        kind,
        asked ->
            spans(asked).stream()
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
                            List.of(),
                            1,
                            span.detail("ended at").isEmpty()
                                ? null
                                : LocalTime.parse(span.detail("ended at"))))
                .toList());
  }

  /** An end that is still to come is no end. */
  private @Nullable LocalDate atNight(@Nullable LocalDate to) {
    return to == null || to.isAfter(asAt) ? null : to;
  }

  private List<Span> spans(String kind) {
    List<Span> known = recorded.get(kind);
    if (known != null) {
      return known;
    }
    Map<List<Object>, Span> once = new LinkedHashMap<>();
    for (Fact fact : facts) {
      if (fact instanceof Span span && span.kind().equals(kind) && !span.from().isAfter(asAt)) {
        once.merge(
            Arrays.asList(span.from(), span.to(), span.code(), span.details()),
            span,
            DayByDay::withRefsOfBoth);
      }
    }
    recorded.put(kind, List.copyOf(once.values()));
    return recorded.get(kind);
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

  private Stream<Activity> acts(String kind) {
    return facts.stream()
        .filter(Activity.class::isInstance)
        .map(Activity.class::cast)
        .filter(one -> one.kind().equals(kind) && !one.on().isAfter(asAt));
  }

  /** Those that count for a span, by day; a marked one that ends what is owed is among them. */
  private Map<LocalDate, List<Activity>> meeting(PracticeStandard standard, Stretch span) {
    Map<LocalDate, List<Activity>> days = new TreeMap<>();
    Stream.concat(Stream.of(standard.metBy()), standard.orBy().stream())
        .flatMap(this::acts)
        .filter(one -> standard.notIf().stream().noneMatch(one.marks()::contains))
        .filter(one -> !standard.ofTheSame() || !elsewhere(one.refs(), span.refs))
        .forEach(one -> days.computeIfAbsent(one.on(), day -> new ArrayList<>()).add(one));
    return days;
  }

  private static boolean tied(Set<String> one, Set<String> other) {
    return one.stream().anyMatch(other::contains) && !elsewhere(one, other);
  }

  /** Of some sort it has an id, and not the other's. */
  private static boolean elsewhere(Set<String> one, Set<String> other) {
    for (String mine : one) {
      for (String theirs : other) {
        if (sort(mine).equals(sort(theirs)) && !other.contains(mine)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String sort(String ref) {
    return ref.substring(0, ref.indexOf(':'));
  }

  // The count, one day after the other.

  /** By when, and the length that was counted. */
  private record Due(LocalDate on, Length length) {}

  private final class Count {
    private final PracticeStandard standard;
    private final LocalDate rowFrom;
    private final Stretch span;
    private final LocalDate firstDay;
    private final Map<LocalDate, List<Activity>> acts;
    private final Set<LocalDate> used;
    private final boolean once;
    private final boolean nothing;

    private final List<Row> rows = new ArrayList<>();
    private LocalDate from;
    private int number;
    private boolean waiting;
    private int alreadyDone;
    private @Nullable LocalDate since;
    private @Nullable LocalDate due;
    private @Nullable Length length;
    private LocalDate ruleAsked;
    private boolean weekly;

    Count(PracticeStandard standard, Stretch asked, Set<LocalDate> used) {
      this.standard = standard;
      this.used = used;
      rowFrom = asked.from;
      firstDay = asked.from;
      Stretch counted = asked;
      boolean none = false;
      if ("its end".equals(standard.countedFrom())) {
        none = asked.to == null;
        counted = none ? asked : starting(asked, asked.to, null);
      } else if ("birth".equals(standard.countedFrom())) {
        none =
            born == null || !born.isAfter(asked.from) || !within(born, asked) || born.isAfter(asAt);
        counted = none ? asked : starting(asked, born, asked.to);
      }
      acts = meeting(standard, asked);
      if ("birth".equals(standard.countedFrom()) && !none) {
        LocalDate birth = born;
        none =
            acts.keySet().stream()
                .anyMatch(
                    day ->
                        day.isBefore(birth)
                            && (standard.dayNought()
                                ? !day.isBefore(asked.from)
                                : day.isAfter(asked.from)));
      }
      if (standard.timescale() instanceof EveryUntil clock) {
        LocalDate until = null;
        for (String kind : clock.untilTheFirst()) {
          for (Activity one : acts(kind).toList()) {
            if (within(one.on(), counted) && (until == null || one.on().isBefore(until))) {
              until = one.on();
            }
          }
        }
        counted = until == null ? counted : starting(counted, counted.from, until);
      }
      if (standard.metBy().equals("its end")) {
        acts.clear();
        if (asked.to != null) {
          acts.put(asked.to, List.of());
        }
      }
      span = counted;
      nothing = none;
      once =
          standard.timescale() instanceof Within
              || standard.timescale() instanceof ByTheDueDateOf
              || standard.timescale() instanceof Midway;
    }

    private Stretch starting(Stretch of, LocalDate from, @Nullable LocalDate to) {
      return new Stretch(
          from,
          to,
          of.startKnown,
          to != null || of.endReadable,
          of.refs,
          of.period,
          of.episodes,
          of.placed,
          of.nth,
          of.at);
    }

    private @Nullable LocalDate countedFrom() {
      String kind = standard.countedFrom();
      if (kind == null || kind.equals("its end") || kind.equals("birth")) {
        return null;
      }
      LocalDate last = null;
      LocalDate onTheDay = null;
      LocalDate inIt = null;
      for (Activity one : acts(kind).sorted(Comparator.comparing(Activity::on)).toList()) {
        last = tied(one.refs(), span.refs) ? one.on() : last;
        onTheDay = one.on().equals(span.from) ? one.on() : onTheDay;
        inIt = inIt == null && within(one.on(), span) ? one.on() : inIt;
      }
      LocalDate found = last == null ? onTheDay : last;
      return found == null && standard.countedFromAnywhere() ? inIt : found;
    }

    /** The newest that was done at most so long before a day. */
    private @Nullable LocalDate doneBefore(@Nullable Length atMost, LocalDate day) {
      if (atMost == null) {
        return null;
      }
      LocalDate newest = null;
      LocalDate first = less(atMost, day);
      for (LocalDate one : acts.keySet()) {
        newest = one.isBefore(day) && !one.isBefore(first) ? one : newest;
      }
      return newest;
    }

    private boolean startsAgain(LocalDate day) {
      if (!(standard.timescale() instanceof ByCircumstances clock) || !day.isAfter(span.from)) {
        return false;
      }
      return clock.cases().stream()
          .filter(ByCircumstances.Case::startsAgain)
          .anyMatch(
              one ->
                  holdsAny(one.when(), span, day) == Answer.YES
                      && holdsAny(one.when(), span, day.minusDays(1)) == Answer.NO);
    }

    /** Tied by its own id, and before the start: the record contradicts itself. */
    private @Nullable LocalDate tiedBefore() {
      LocalDate newest = null;
      for (Map.Entry<LocalDate, List<Activity>> one : acts.entrySet()) {
        boolean tied = one.getValue().stream().anyMatch(act -> tied(act.refs(), span.refs));
        newest = tied && newest == null && one.getKey().isBefore(rowFrom) ? one.getKey() : newest;
      }
      return standard.ofTheSame() ? newest : null;
    }

    private LocalDate lastDay() {
      if (span.to == null) {
        return asAt;
      }
      if (!standard.ofTheSame()) {
        return span.to;
      }
      // Done is looked at first: the conference of this very enquiry, though it had been closed.
      return acts.entrySet().stream()
          .filter(day -> day.getKey().isAfter(span.to))
          .map(Map.Entry::getKey)
          .filter(this::tiedOn)
          .findFirst()
          .orElse(span.to);
    }

    List<Row> walk() {
      if (nothing) {
        return rows;
      }
      if (standard.ages() != null && born == null) {
        boolean ever = false;
        for (LocalDate day = span.from;
            !day.isAfter(asAt) && within(day, span);
            day = day.plusDays(1)) {
          ever |= (day.equals(span.from) || !day.equals(span.to)) && owed(standard, span, day);
        }
        return ever ? List.of(untold(rowFrom)) : List.of();
      }
      LocalDate last = lastDay();
      boolean opened = false;
      boolean pastUnknown = false;
      boolean running = false;
      boolean fresh = false;
      boolean finished = false;
      from = rowFrom;
      for (LocalDate day = span.from; !day.isAfter(last) && !finished; day = day.plusDays(1)) {
        boolean act =
            acts.containsKey(day)
                && counts(day)
                && (span.to == null || !day.isAfter(span.to) || tiedOn(day));
        boolean excepted = !owed(standard, span, day);
        boolean again = startsAgain(day);
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
            finished = once && pastUnknown;
          }
          running = false;
          pastUnknown = false;
        }
        boolean overToday = span.to != null && day.equals(span.to) && day.isAfter(span.from);
        if (!running && !excepted && !overToday && !finished) {
          running = true;
          fresh = standard.dayNought();
          since = day;
          due = null;
          ruleAsked = day;
          if (again) {
            alreadyDone = 0;
            number = 0;
            from = day;
            opened = true;
          }
          LocalDate before = doneBefore(standard.runsFromTheFirst(), day);
          LocalDate counted = countedFrom();
          if (!opened) {
            if (doneBefore(standard.notOwedIfDone(), day) != null) {
              return rows;
            }
            LocalDate beforehand = doneBefore(standard.doneBeforehandCounts(), day);
            if (counted != null) {
              since = counted;
              fresh = fresh && !counted.isBefore(span.from);
            } else if (standard.runsFromTheFirst() != null && before != null) {
              since = before;
            } else if (!span.startKnown) {
              since = null;
              pastUnknown = true;
            } else if (standard.runsFromTheFirst() != null) {
              waiting = true;
            } else if (beforehand != null && !used.contains(beforehand)) {
              due(day);
              met(beforehand);
              alreadyDone = 1;
              since = beforehand;
              due(day);
              fresh = false;
              finished = once;
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
            due(day);
            fresh = false;
          }
        } else if (running && pastUnknown) {
          if (act) {
            met(day);
            pastUnknown = false;
            alreadyDone = MANY;
            since = day;
            due(day);
            fresh = false;
            finished = once;
          }
        }
        if (running && !waiting && !pastUnknown && !finished) {
          // Once the record does not tell by which rule it is due, it does not tell whether it was
          // met.
          boolean untold = due == null && day.isAfter(ruleAsked);
          boolean mayMove =
              due == null || !day.isAfter(due) || standard.timescale() instanceof ByTheDueDateOf;
          if (!overToday && !untold && mayMove) {
            LocalDate before = due;
            due(day);
            if (before != null && due != null && due.isBefore(day) && !day.isAfter(before)) {
              // A shorter interval cannot make something due before the day it applies from.
              Due fromToday = rule(day, alreadyDone, day);
              due = fromToday.on.isBefore(before) ? fromToday.on : before;
            }
          }
          boolean countsToday =
              (fresh ? !day.isBefore(since) : day.isAfter(since))
                  && (standard.dayNought() || day.isAfter(firstDay));
          if (act && countsToday) {
            met(day);
            fresh = false;
            finished = once;
            alreadyDone++;
            since = day;
            due(day);
          } else if (excused(day)) {
            return rows;
          }
        }
      }
      if (!finished && once && rows.isEmpty() && tiedBefore() != null) {
        add(since, null, tiedBefore(), Timeliness.CANNOT_TELL);
      } else if (!finished && running && !waiting) {
        if (span.to != null) {
          lapsed(span.to);
        } else {
          add(since, due, null, pastUnknown ? Timeliness.CANNOT_TELL : openState());
        }
      }
      if (!finished && mayBeOwedAgain()) {
        number++;
        rows.add(new Row(from, number, null, null, null, Timeliness.CANNOT_TELL));
      }
      return rows;
    }

    private boolean tiedOn(LocalDate day) {
      return acts.get(day).stream().anyMatch(one -> tied(one.refs(), span.refs));
    }

    private boolean counts(LocalDate day) {
      return acts.get(day).isEmpty() || acts.get(day).stream().anyMatch(one -> !refused(one));
    }

    private boolean excused(LocalDate day) {
      return acts.containsKey(day) && acts.get(day).stream().anyMatch(this::refused);
    }

    private boolean refused(Activity one) {
      return standard.notOwedIfMarked().stream().anyMatch(one.marks()::contains);
    }

    /** Something outranks the plan, and its end cannot be read. */
    private boolean mayBeOwedAgain() {
      return standard.outrankedBy().stream()
          .flatMap(kind -> stretches(kind).stream())
          .filter(one -> !one.endReadable)
          .anyMatch(one -> span.to == null || span.to.isAfter(one.from));
    }

    private void due(LocalDate day) {
      ruleAsked = day;
      Due next = rule(since, alreadyDone, day);
      due = next == null ? null : next.on;
      length = next == null ? null : next.length;
      weekly = unlessReviewed;
    }

    // The clocks.

    private @Nullable Due rule(LocalDate start, int n, LocalDate day) {
      unlessReviewed = false;
      Timescale clock = standard.timescale();
      if (clock instanceof Within one) {
        return in(one.length(), start);
      }
      if (clock instanceof InTurn one) {
        return in(one.lengths().get(Math.min(n, one.lengths().size() - 1)), start);
      }
      if (clock instanceof ByAge one) {
        if (born == null) {
          return null;
        }
        Due young = in(one.every(), start);
        return young.on.isBefore(birthday(one.under())) ? young : in(one.thenEvery(), start);
      }
      if (clock instanceof EveryUntil one) {
        return !span.startKnown ? null : in(one.every(), start);
      }
      if (clock instanceof EachTerm one) {
        return n == 0 ? in(one.first(), start) : new Due(endOfTermAfter(start), LONG);
      }
      if (clock instanceof EachCalendarMonth) {
        boolean wholeMonth = n == 0 && start.getDayOfMonth() == 1;
        YearMonth month = YearMonth.from(start).plusMonths(wholeMonth ? 0 : 1);
        return new Due(month.atEndOfMonth(), Length.parse("1 month"));
      }
      if (clock instanceof ByTheDueDateOf one) {
        return chain(one, start, day);
      }
      if (clock instanceof Midway one) {
        List<Length> within = one.toTheNextWithin();
        LocalDate next = more(within.get(Math.min(span.nth, within.size()) - 1), start);
        LocalDate early = start;
        LocalDate late = next;
        while (early.isBefore(late.minusDays(1))) {
          early = early.plusDays(1);
          late = late.minusDays(1);
        }
        return new Due(more(one.andThen(), early), LONG);
      }
      return circumstances((ByCircumstances) clock, start, n, day);
    }

    private Due in(Length length, LocalDate start) {
      return new Due(
          standard.counting() == Counting.INCLUSIVE
              ? more(length, start).minusDays(1)
              : more(length, start),
          length);
    }

    /** By what had been held by a day. */
    private Due chain(ByTheDueDateOf one, LocalDate start, LocalDate day) {
      LocalDate link = start;
      LocalDate on = start;
      boolean first = true;
      for (Length length : one.inTurn()) {
        on = more(length, link);
        LocalDate held = null;
        LocalDate earliest = first ? link : link.plusDays(1);
        for (LocalDate on1 : acts(one.the()).map(Activity::on).sorted().toList()) {
          boolean counts = !on1.isBefore(earliest) && !on1.isAfter(day);
          held = held == null && counts ? on1 : held;
        }
        first = false;
        link = held == null ? on : held;
      }
      return new Due(on, one.inTurn().get(one.inTurn().size() - 1));
    }

    private @Nullable Due circumstances(
        ByCircumstances clock, LocalDate start, int n, LocalDate day) {
      if (n == 0) {
        return in(clock.first(), start);
      }
      for (ByCircumstances.Case one : clock.cases()) {
        Answer holds = one.when().isEmpty() ? Answer.YES : holdsAny(one.when(), span, day);
        if (holds == Answer.NOT_KNOWN) {
          return null;
        }
        if (holds == Answer.YES) {
          return inCase(one, start, n, day);
        }
      }
      return in(clock.otherwise(), start);
    }

    private @Nullable Due inCase(ByCircumstances.Case one, LocalDate start, int n, LocalDate day) {
      Due every = in(one.every(), start);
      if (one.after() != null) {
        if (every.on.isAfter(more(one.after(), span.from))) {
          return in(one.thenEvery(), start);
        }
        return n >= MANY ? null : every;
      }
      if (one.untilTheNext() == null) {
        return every;
      }
      LocalDate began = began(day, d -> holdsAny(one.when(), span, d) == Answer.YES);
      boolean restarted = one.startsAgain() && startsAgain(began);
      LocalDate from = began;
      boolean reviewed =
          acts(one.untilTheNext())
              .map(Activity::on)
              .anyMatch(d -> d.isAfter(from) && !d.isAfter(day));
      if (reviewed || restarted) {
        return in(one.thenEvery(), start);
      }
      unlessReviewed = true;
      return n >= MANY && began.equals(span.from) ? null : every;
    }

    private LocalDate began(LocalDate day, Predicate<LocalDate> holds) {
      LocalDate began = day;
      while (began.isAfter(span.from) && holds.test(began.minusDays(1))) {
        began = began.minusDays(1);
      }
      return began;
    }

    // What is said.

    private void met(LocalDate day) {
      used.add(day);
      Timeliness state =
          due == null
              ? Timeliness.CANNOT_TELL
              : day.isAfter(due) || pastTheHour(day) ? Timeliness.LATE : Timeliness.IN_TIMESCALE;
      add(since, due, day, state);
    }

    private boolean pastTheHour(LocalDate day) {
      boolean hours = length != null && length.unit() == Length.Unit.HOURS;
      LocalTime started = span.at;
      if (!hours || started == null || !day.equals(due)) {
        return false;
      }
      List<LocalTime> times = new ArrayList<>();
      for (Activity one : acts.get(day)) {
        if (!refused(one)) {
          times.add(one.findTime().orElse(LocalTime.MIN));
        }
      }
      return times.stream().allMatch(time -> time.isAfter(started));
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
      int amount = length.amount();
      int days =
          switch (length.unit()) {
            case HOURS -> amount / 24;
            case WORKING_DAYS -> amount / 5 * 7 + amount % 5;
            case DAYS -> amount;
            case WEEKS -> amount * 7;
            case MONTHS -> amount * 30;
            case YEARS -> amount * 365;
          };
      return days <= 14 ? 2 : days <= 56 ? 5 : 20;
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
      Integer under = standard.ages() == null ? null : standard.ages().under();
      if (done == null && due != null && under != null && !due.isBefore(birthday(under))) {
        return;
      }
      number++;
      rows.add(new Row(from, number, since, due, done, said));
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
          .filter(gap -> gap.kind().equals(standard.metBy()))
          .filter(gap -> !standard.ofTheSame() || !elsewhere(gap.refs(), span.refs))
          .anyMatch(
              gap ->
                  gap.on() == null
                      || !gap.on().isAfter(asAt)
                          && !gap.on().isBefore(since)
                          && !gap.on().isAfter(due));
    }
  }

  /** Of terms and of half-ways: nothing below twenty working days tells that one is near. */
  private static final Length LONG = Length.parse("3 months");

  private static LocalDate endOfTermAfter(LocalDate day) {
    for (SchoolTerms.Term term : TERMS.terms()) {
      if (term.from().isAfter(day)) {
        return term.to();
      }
    }
    throw new IllegalStateException("no term after " + day);
  }

  private static LocalDate more(Length length, LocalDate day) {
    int n = length.amount();
    return switch (length.unit()) {
      case HOURS -> day.plusDays(n / 24);
      case WORKING_DAYS -> workingDays(day, n);
      case DAYS -> day.plusDays(n);
      case WEEKS -> day.plusDays(7L * n);
      case MONTHS -> months(day, n);
      case YEARS -> months(day, 12 * n);
    };
  }

  private static LocalDate less(Length length, LocalDate day) {
    int n = length.amount();
    return switch (length.unit()) {
      case HOURS -> day.minusDays(n / 24);
      case WORKING_DAYS -> workingDaysBefore(day, n);
      case DAYS -> day.minusDays(n);
      case WEEKS -> day.minusDays(7L * n);
      case MONTHS -> months(day, -n);
      case YEARS -> months(day, -12 * n);
    };
  }

  /** The same day of a later month, or its last where it has no such day. */
  private static LocalDate months(LocalDate day, int n) {
    YearMonth month = YearMonth.from(day).plusMonths(n);
    return month.atDay(Math.min(day.getDayOfMonth(), month.lengthOfMonth()));
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
