package org.practicewatch.exceptions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.exceptions.Event.What;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.exceptions.ExceptionList.DueNext;
import org.practicewatch.exceptions.ExceptionList.Fixed;
import org.practicewatch.exceptions.ExceptionList.Line;
import org.practicewatch.exceptions.ExceptionList.NotRun;
import org.practicewatch.exceptions.ExceptionList.NotTaken;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.exceptions.OpenException.Phase;

/**
 * A week of the whole authority, of which each manager gets a part.
 *
 * @param authority its name
 * @param fictional whether everything must say that the data is invented
 * @param asAt the night it rests on
 * @param last the night of the week before; null for the first
 * @param exceptions all there ever were
 * @param events of this week
 * @param balances of this week
 * @param dueNext what falls due in the days to come, by team
 * @param notRun what could not be checked
 * @param refused what returned lists asked in vain
 * @param meaning what a gap means
 * @param names children's names; none unless the council wants them in its lists
 */
public record WeekAsAWhole(
    String authority,
    boolean fictional,
    LocalDate asAt,
    @Nullable LocalDate last,
    List<OpenException> exceptions,
    List<Event> events,
    List<Balance> balances,
    Map<String, List<DueNext>> dueNext,
    List<NotRun> notRun,
    List<Refusal> refused,
    Function<ExceptionKey, Meaning> meaning,
    Map<String, String> names) {

  /** What matters most first; of that what is longest over, then what is longest open. */
  private static final Comparator<Line> BY_WHAT_MATTERS =
      Comparator.<Line>comparingInt(line -> line.meaning().priority())
          .thenComparing(line -> -daysOver(line))
          .thenComparing(line -> line.one().openSince())
          .thenComparing(line -> line.one().key());

  private static int daysOver(Line line) {
    Integer over = line.one().shown().daysOver();
    return over == null ? 0 : over;
  }

  /** The names of the teams that have anything this week; empty text for no team. */
  public Set<String> teams() {
    Set<String> teams = new TreeSet<>(dueNext.keySet());
    exceptions.stream()
        .filter(one -> one.isAlive() && !one.setAside())
        .forEach(one -> teams.add(one.team()));
    balances.forEach(balance -> teams.add(balance.team()));
    return teams;
  }

  /**
   * One team's list.
   *
   * @param team its name in the record; empty for no team
   * @param printed what it is called on the list
   */
  public ExceptionList of(String team, String printed, String service) {
    return list(
        printed,
        service,
        one -> one.team().equals(team),
        balances.stream().filter(balance -> balance.team().equals(team)).toList(),
        dueNext.getOrDefault(team, List.of()),
        notTaken().stream().filter(one -> one.refusal().team().equals(team)).toList());
  }

  /** What has come so far up, of some teams. */
  public ExceptionList of(Level level, Set<String> teams, String printed, String service) {
    return list(
        printed,
        service,
        one ->
            teams.contains(one.team())
                && one.phase() == Phase.OPEN
                && one.level().compareTo(level) >= 0,
        List.of(),
        List.of(),
        List.of());
  }

  private ExceptionList list(
      String printed,
      String service,
      Predicate<OpenException> ofThem,
      List<Balance> totals,
      List<DueNext> due,
      List<NotTaken> notTaken) {
    Map<ExceptionKey, String> marks = marks();
    List<Line> lines =
        exceptions.stream()
            .filter(OpenException::isAlive)
            .filter(one -> !one.setAside())
            .filter(ofThem)
            .map(
                one ->
                    new Line(
                        one,
                        names.getOrDefault(one.key().subject(), ""),
                        meaning.apply(one.key()),
                        marks.getOrDefault(one.key(), "")))
            .sorted(BY_WHAT_MATTERS)
            .toList();
    List<Fixed> fixed = totals.isEmpty() ? List.of() : fixed(ofThem);
    return new ExceptionList(
        authority,
        fictional,
        printed,
        service,
        asAt,
        last,
        totals,
        of(lines, Phase.OPEN, Sort.PRACTICE),
        of(lines, Phase.OPEN, Sort.DATA),
        lines.stream().filter(line -> line.one().phase() == Phase.ACCEPTED).toList(),
        fixed,
        due.stream()
            .sorted(Comparator.comparing(DueNext::due).thenComparing(DueNext::subject))
            .toList(),
        meanings(lines),
        notRun,
        notTaken);
  }

  private static List<Line> of(List<Line> lines, Phase phase, Sort sort) {
    return lines.stream()
        .filter(line -> line.one().phase() == phase && line.one().key().sort() == sort)
        .toList();
  }

  private List<Fixed> fixed(Predicate<OpenException> ofThem) {
    Set<ExceptionKey> thisWeek = new HashSet<>();
    events.stream()
        .filter(event -> event.what() == What.FIXED)
        .forEach(event -> thisWeek.add(event.key()));
    List<Fixed> fixed = new ArrayList<>();
    for (OpenException one : exceptions) {
      LocalDate closed = one.closed();
      if (closed != null && thisWeek.contains(one.key()) && ofThem.test(one)) {
        fixed.add(
            new Fixed(
                one.key().subject(),
                meaning.apply(one.key()).title(),
                closed,
                one.weeksOpen(asAt)));
      }
    }
    return fixed;
  }

  /** What is new about each since the list before. */
  private Map<ExceptionKey, String> marks() {
    Map<ExceptionKey, String> marks = new HashMap<>();
    for (Event event : events) {
      String mark =
          switch (event.what()) {
            case NEW, REOPENED, RAN_OUT -> event.what().words();
            case MOVED_IN ->
                "moved in" + (event.detail().isEmpty() ? "" : " from " + event.detail());
            case SET_ASIDE, TAKEN_UP, MOVED_OUT, FIXED, LAPSED, ACCEPTED, ESCALATED -> "";
          };
      if (!mark.isEmpty()) {
        marks.merge(event.key(), mark, (one, other) -> one + "; " + other);
      }
    }
    return marks;
  }

  private static List<Meaning> meanings(Collection<Line> lines) {
    Map<String, Meaning> meanings = new TreeMap<>();
    for (Line line : lines) {
      Meaning one = line.meaning();
      meanings.putIfAbsent(
          String.format("%03d", one.priority()) + one.title() + line.one().key().sort(), one);
    }
    return List.copyOf(meanings.values());
  }

  /** What returned lists asked in vain, with what each line is about. */
  public List<NotTaken> notTaken() {
    return refused.stream()
        .map(
            one ->
                new NotTaken(
                    one,
                    one.sort() == null
                        ? ""
                        : meaning
                            .apply(new ExceptionKey(one.sort(), one.subject(), one.code()))
                            .title()))
        .toList();
  }

  /** Everything that is open or accepted, checked this week or not. */
  public Stream<OpenException> alive() {
    return exceptions.stream().filter(OpenException::isAlive);
  }
}
