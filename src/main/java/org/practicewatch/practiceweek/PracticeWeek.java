package org.practicewatch.practiceweek;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;

/**
 * One week of audits, as in {@code jobs/practice-weeks/<id>.yml}. A focus fortnight, a dip sample,
 * a month of audits and a stocktake are the same with other words.
 *
 * @param id the name of its file, which need not say it; it names the folder of all that comes out
 * @param name as printed
 * @param theme what it is about
 * @param from first day of the audits
 * @param to last day of them
 * @param asAt the night whose record is drawn from, or the latest before it; null for the latest
 * @param seed what decides the draw: made public when the cohorts are fixed, and before the draw;
 *     null while there is none
 * @param looksBack how far back the auditors look
 * @param notAgainWithin for how long a child drawn for an audit is not drawn again
 * @param notAllocatedWithin for how long before an auditor must not have held the child
 * @param moderatedPercent how many of a hundred cases are graded a second time
 * @param perAuditor how many cases each auditor gets, where the sample follows from that; null
 *     where it does not
 * @param cohorts who is drawn
 * @param domains what is graded beside the whole
 * @param standards what the forms and the report show of the record; empty for all that are owed
 * @param moves standards and checks that should move, where it is a time of focus; else empty
 * @param themes of a programme, each a week of its own; else empty
 * @param everyMonth whether the same is done in every month, each a week of its own
 * @param actions what was decided when the report was read; added to the file afterwards
 * @param before id of the Practice Week that it is compared with; null for the latest before
 */
public record PracticeWeek(
    @Nullable String id,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String theme,
    @JsonProperty(required = true) LocalDate from,
    @JsonProperty(required = true) LocalDate to,
    @JsonProperty("as at") @Nullable LocalDate asAt,
    @Nullable String seed,
    @JsonProperty(value = "looks back", required = true) Length looksBack,
    @JsonProperty(value = "not audited again within", required = true) Length notAgainWithin,
    @JsonProperty(value = "auditor not allocated within", required = true)
        Length notAllocatedWithin,
    @JsonProperty("moderated percent") int moderatedPercent,
    @JsonProperty("cases per auditor") @Nullable Integer perAuditor,
    @JsonProperty(required = true) List<Cohort> cohorts,
    @JsonProperty(required = true) List<String> domains,
    Set<String> standards,
    Set<String> moves,
    List<Theme> themes,
    @JsonProperty("every month") boolean everyMonth,
    List<Action> actions,
    @Nullable String before) {

  public PracticeWeek {
    cohorts = List.copyOf(cohorts);
    domains = List.copyOf(domains);
    standards = standards == null ? Set.of() : Set.copyOf(standards);
    moves = moves == null ? Set.of() : Set.copyOf(moves);
    themes = themes == null ? List.of() : List.copyOf(themes);
    actions = actions == null ? List.of() : List.copyOf(actions);
  }

  /**
   * One practice issue that everybody works on for a time (Bradford, Focus on Practice Weeks 2019).
   *
   * @param key short, for the id
   * @param theme what it is about
   * @param from first day: the baseline is the night before it, or the latest before
   * @param to last day
   * @param moves standards and checks that should move
   */
  public record Theme(
      @JsonProperty(required = true) String key,
      @JsonProperty(required = true) String theme,
      @JsonProperty(required = true) LocalDate from,
      @JsonProperty(required = true) LocalDate to,
      @JsonProperty(required = true) Set<String> moves) {

    public Theme {
      moves = Set.copyOf(moves);
    }
  }

  /**
   * A line of the action plan (Croydon, Practice Week 2018: action, timescale, lead, intended
   * impact).
   *
   * @param by when
   * @param impact what it is for
   * @param done the day it was done; null while it is not
   */
  public record Action(
      @JsonProperty(required = true) String action,
      @JsonProperty(required = true) String lead,
      @JsonProperty(required = true) LocalDate by,
      @JsonProperty(value = "intended impact", required = true) String impact,
      @Nullable LocalDate done) {}

  /** The id, which is known once the file is. */
  public String known() {
    return id == null ? "" : id;
  }

  /** The weeks that a file stands for: one, or one for each theme. */
  public List<PracticeWeek> each() {
    return themes.isEmpty()
        ? List.of(this)
        : themes.stream()
            .map(
                one ->
                    as(
                        known() + "-" + one.key(),
                        name + ": " + one.theme(),
                        one.theme(),
                        one.from(),
                        one.to(),
                        one.moves(),
                        seed == null ? null : seed + " " + one.key()))
            .toList();
  }

  /** The same in a month: its days in that month, and a seed of its own. */
  public PracticeWeek in(YearMonth month) {
    int last = month.lengthOfMonth();
    return as(
        known() + "-" + month,
        name + ", " + month.format(DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK)),
        theme,
        month.atDay(Math.min(from.getDayOfMonth(), last)),
        month.atDay(Math.min(to.getDayOfMonth(), last)),
        moves,
        seed == null ? null : seed + " " + month);
  }

  /** The same under the name of its file. */
  public PracticeWeek named(String file) {
    return as(file, name, theme, from, to, moves, seed);
  }

  private PracticeWeek as(
      String as,
      String called,
      String about,
      LocalDate begins,
      LocalDate ends,
      Set<String> moving,
      @Nullable String deciding) {
    return new PracticeWeek(
        as,
        called,
        about,
        begins,
        ends,
        asAt,
        deciding,
        looksBack,
        notAgainWithin,
        notAllocatedWithin,
        moderatedPercent,
        perAuditor,
        cohorts,
        domains,
        standards,
        moving,
        as.equals(id) || id == null ? themes : List.of(),
        everyMonth,
        actions,
        before);
  }

  /** Of a cohort without a size: what the auditors can take. */
  public PracticeWeek sizedFor(int auditors) {
    if (perAuditor == null
        || cohorts.size() != 1
        || cohorts.get(0).sample() != null
        || !cohorts.get(0).sizes().isEmpty()) {
      return this;
    }
    return new PracticeWeek(
        id,
        name,
        theme,
        from,
        to,
        asAt,
        seed,
        looksBack,
        notAgainWithin,
        notAllocatedWithin,
        moderatedPercent,
        perAuditor,
        List.of(cohorts.get(0).ofSize(perAuditor * auditors)),
        domains,
        standards,
        moves,
        themes,
        everyMonth,
        actions,
        before);
  }

  /** The letter that stands for a cohort in the numbers of cases: A for the first. */
  public String letter(String cohort) {
    for (int i = 0; i < cohorts.size(); i++) {
      if (cohorts.get(i).cohort().equals(cohort)) {
        return String.valueOf((char) ('A' + i));
      }
    }
    throw new IllegalArgumentException("there is no such cohort");
  }
}
