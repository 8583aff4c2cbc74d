package org.practicewatch.practiceweek;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.compliance.Finding;
import org.practicewatch.practiceweek.Fit.Answer;
import org.practicewatch.standards.Timeliness;

/**
 * Which children are meant: all of what is said must be true of a child. A child of whom something
 * cannot be told is not in the cohort, and is counted with the reason.
 *
 * @param age limits of the age, in whole years
 * @param inCare looked after
 * @param onPlan any of these plans is open
 * @param planForAtLeast and has been open so long
 * @param category the child protection plan's, in national codes
 * @param legalStatus any of these legal statuses
 * @param placementType any of these types of placement
 * @param unregulated whether the placement is in unregulated accommodation
 * @param disability whether a disability is recorded
 * @param teams that hold the child
 * @param services that hold the child
 * @param earlyHelp whether early help is open
 * @param careLeaver whether the young person has left care with duties owed
 * @param openCase whether anything keeps the case open
 * @param standard how a standard stands
 * @param earlierGrade what an earlier audit said
 */
public record Who(
    @Nullable Age age,
    @JsonProperty("in care") @Nullable InCare inCare,
    @JsonProperty("on plan") Set<String> onPlan,
    @JsonProperty("plan open for at least") @Nullable Length planForAtLeast,
    Set<String> category,
    @JsonProperty("legal status") Set<String> legalStatus,
    @JsonProperty("placement type") Set<String> placementType,
    @Nullable YesNo unregulated,
    @Nullable YesNo disability,
    Set<String> teams,
    Set<String> services,
    @JsonProperty("early help") @Nullable YesNo earlyHelp,
    @JsonProperty("care leaver") @Nullable YesNo careLeaver,
    @JsonProperty("open case") @Nullable YesNo openCase,
    @Nullable OfStandard standard,
    @JsonProperty("earlier grade") @Nullable EarlierGrade earlierGrade) {

  /** The plans a child may be on. */
  public static final Set<String> PLANS =
      Set.of("child protection plan", "child in need plan", "pathway plan", "care plan");

  /**
   * National codes of independent living and of semi-independent accommodation outside the
   * children's homes regulations; both leave the return in 2025.
   */
  static final Set<String> UNREGULATED = Set.of("H5", "P2");

  private static final String CP_PLAN = "child protection plan";
  private static final String EARLY_HELP = "early help";

  public Who {
    onPlan = copy(onPlan);
    category = copy(category);
    legalStatus = copy(legalStatus);
    placementType = copy(placementType);
    teams = copy(teams);
    services = copy(services);
  }

  private static Set<String> copy(@Nullable Set<String> given) {
    return given == null ? Set.of() : Set.copyOf(given);
  }

  /** Yes or no. */
  public enum YesNo {
    @JsonProperty("yes")
    YES,
    @JsonProperty("no")
    NO;

    Fit fits(boolean is) {
      return Fit.when(is == (this == YES));
    }
  }

  /**
   * Limits of an age in whole years, both included.
   *
   * @param on the day on which it counts; null for the night's
   */
  public record Age(
      @JsonProperty("at least") @Nullable Integer atLeast,
      @JsonProperty("at most") @Nullable Integer atMost,
      @Nullable LocalDate on) {}

  /**
   * Looked after: now, unless it says when it began; then, whether or not it still lasts.
   *
   * @param since in care on that day and ever since
   * @param forAtLeast so long, the last day included
   * @param forMoreThan longer than that
   * @param enteredFrom came into care on that day or later
   * @param enteredTo came into care on that day or before
   * @param enteredInTheLast came into care so long ago at most
   * @param now whether the child must still be in care
   */
  public record InCare(
      @Nullable LocalDate since,
      @JsonProperty("for at least") @Nullable Length forAtLeast,
      @JsonProperty("for more than") @Nullable Length forMoreThan,
      @JsonProperty("entered from") @Nullable LocalDate enteredFrom,
      @JsonProperty("entered to") @Nullable LocalDate enteredTo,
      @JsonProperty("entered in the last") @Nullable Length enteredInTheLast,
      @Nullable YesNo now) {

    private boolean asksForEntry() {
      return enteredFrom != null || enteredTo != null || enteredInTheLast != null;
    }

    private Fit fits(Candidate child, WorkingDays calendar) {
      if (now == YesNo.NO && !asksForEntry()) {
        return Fit.when(!child.isOpen(Kinds.PERIOD_OF_CARE));
      }
      Fit best = Fit.NO;
      for (Span care : child.timeline().spans(Kinds.PERIOD_OF_CARE)) {
        Fit fit = fits(care, child.asAt(), calendar);
        if (fit.answer() == Answer.YES) {
          return fit;
        }
        best = fit.answer() == Answer.CANNOT_TELL ? fit : best;
      }
      return best;
    }

    private Fit fits(Span care, LocalDate asAt, WorkingDays calendar) {
      boolean open = care.isOpenOn(asAt);
      if (care.from().isAfter(asAt)
          || (now == YesNo.YES && !open)
          || (now == YesNo.NO && open)
          || (now == null && !asksForEntry() && !open)) {
        return Fit.NO;
      }
      LocalDate latest = latestStart(asAt, calendar);
      boolean earlyEnough = latest == null || !care.from().isAfter(latest);
      // One that began before the record did began no later than the record says.
      if (!earlyEnough) {
        return care.startKnown() ? Fit.NO : START;
      }
      LocalDate first = earliestStart(asAt, calendar);
      boolean lateEnough = first == null || !care.from().isBefore(first);
      if (!lateEnough) {
        return Fit.NO;
      }
      return first == null || care.startKnown() ? Fit.YES : START;
    }

    private static final Fit START =
        Fit.cannotTell("the extract begins after the child came into care");

    private @Nullable LocalDate latestStart(LocalDate asAt, WorkingDays calendar) {
      LocalDate latest = since;
      latest = earlier(latest, enteredTo);
      latest = earlier(latest, forAtLeast == null ? null : forAtLeast.before(asAt, calendar));
      return earlier(
          latest, forMoreThan == null ? null : forMoreThan.before(asAt, calendar).minusDays(1));
    }

    private @Nullable LocalDate earliestStart(LocalDate asAt, WorkingDays calendar) {
      LocalDate first = enteredFrom;
      if (enteredInTheLast != null) {
        LocalDate back = enteredInTheLast.before(asAt, calendar);
        first = first == null || back.isAfter(first) ? back : first;
      }
      return first;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
      return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
  }

  /**
   * How a standard stands for a child tonight.
   *
   * @param id of the standard
   * @param is any of these
   */
  public record OfStandard(
      @JsonProperty(required = true) String id, @JsonProperty(required = true) Set<State> is) {

    public OfStandard {
      is = Set.copyOf(is);
    }

    private Fit fits(Candidate child) {
      List<Timeliness> found =
          child.findings().stream()
              .filter(one -> one.current() && one.standard().equals(id))
              .map(Finding::timeliness)
              .toList();
      if (found.stream().anyMatch(one -> is.stream().anyMatch(state -> state.means(one)))) {
        return Fit.YES;
      }
      return found.contains(Timeliness.CANNOT_TELL)
          ? Fit.cannotTell("the record does not tell whether " + id + " was met")
          : Fit.NO;
    }
  }

  /** States of a standard, as an organiser writes them. */
  public enum State {
    @JsonProperty("in timescale")
    IN_TIMESCALE(Timeliness.IN_TIMESCALE),
    @JsonProperty("late")
    LATE(Timeliness.LATE),
    @JsonProperty("overdue")
    OVERDUE(Timeliness.OVERDUE),
    @JsonProperty("due soon")
    DUE_SOON(Timeliness.DUE_SOON);

    private final Timeliness timeliness;

    State(Timeliness timeliness) {
      this.timeliness = timeliness;
    }

    private boolean means(Timeliness found) {
      return timeliness == found;
    }
  }

  /**
   * What an earlier audit gave.
   *
   * @param practiceWeek id of that week
   * @param quality any of these for the quality of practice; empty for whichever
   * @param outcome any of these for the outcome; empty for whichever
   */
  public record EarlierGrade(
      @JsonProperty(value = "practice week", required = true) String practiceWeek,
      Set<Grade> quality,
      Set<Grade> outcome) {

    public EarlierGrade {
      quality = quality == null ? Set.of() : Set.copyOf(quality);
      outcome = outcome == null ? Set.of() : Set.copyOf(outcome);
    }

    private Fit fits(Candidate child) {
      Candidate.Graded graded = child.grades().get(practiceWeek);
      return Fit.when(
          graded != null && in(quality, graded.quality()) && in(outcome, graded.outcome()));
    }

    private static boolean in(Set<Grade> wanted, @Nullable Grade given) {
      return wanted.isEmpty() || (given != null && wanted.contains(given));
    }
  }

  /** Whether a child is meant. */
  Fit fits(Candidate child, WorkingDays calendar) {
    Fit fit = fitsTeam(child);
    fit = fit.and(inCare == null ? Fit.YES : inCare.fits(child, calendar));
    fit = fit.and(fitsPlan(child, calendar));
    fit = fit.and(coded(legalStatus, child, Kinds.LEGAL_STATUS));
    fit = fit.and(coded(placementType, child, Kinds.PLACEMENT));
    fit = fit.and(category.isEmpty() ? Fit.YES : coded(category, child, CP_PLAN));
    fit = fit.and(fitsUnregulated(child));
    fit = fit.and(earlyHelp == null ? Fit.YES : earlyHelp.fits(child.isOpen(EARLY_HELP)));
    fit = fit.and(careLeaver == null ? Fit.YES : careLeaver.fits(child.isOpen(Kinds.LEAVING_CARE)));
    fit = fit.and(openCase == null ? Fit.YES : openCase.fits(child.isOpen(Kinds.OPEN_CASE)));
    fit = fit.and(standard == null ? Fit.YES : standard.fits(child));
    fit = fit.and(earlierGrade == null ? Fit.YES : earlierGrade.fits(child));
    fit = fit.and(fitsDisability(child));
    return fit.and(fitsAge(child));
  }

  private Fit fitsTeam(Candidate child) {
    return Fit.when(
        (teams.isEmpty() || teams.contains(child.team()))
            && (services.isEmpty() || services.contains(child.service())));
  }

  private Fit fitsPlan(Candidate child, WorkingDays calendar) {
    if (onPlan.isEmpty()) {
      return Fit.YES;
    }
    List<Span> open =
        onPlan.stream()
            .flatMap(kind -> child.timeline().spans(kind).stream())
            .filter(span -> span.isOpenOn(child.asAt()))
            .toList();
    if (planForAtLeast == null) {
      return Fit.when(!open.isEmpty());
    }
    LocalDate latest = planForAtLeast.before(child.asAt(), calendar);
    if (open.stream().anyMatch(span -> span.startKnown() && !span.from().isAfter(latest))) {
      return Fit.YES;
    }
    return open.stream().allMatch(Span::startKnown)
        ? Fit.NO
        : Fit.cannotTell("the record does not say when the plan began");
  }

  private static Fit coded(Set<String> wanted, Candidate child, String kind) {
    if (wanted.isEmpty()) {
      return Fit.YES;
    }
    Set<String> codes = child.codes(kind);
    if (codes.stream().anyMatch(wanted::contains)) {
      return Fit.YES;
    }
    return codes.contains(Span.NO_KNOWN_CODE) || codes.contains("")
        ? Fit.cannotTell("the code of the " + kind + " is missing or not known")
        : Fit.NO;
  }

  private Fit fitsUnregulated(Candidate child) {
    if (unregulated == null) {
      return Fit.YES;
    }
    if (!child.isOpen(Kinds.PLACEMENT)) {
      return Fit.NO;
    }
    Fit is = coded(UNREGULATED, child, Kinds.PLACEMENT);
    return is.answer() == Answer.CANNOT_TELL ? is : unregulated.fits(is.answer() == Answer.YES);
  }

  private Fit fitsDisability(Candidate child) {
    if (disability == null) {
      return Fit.YES;
    }
    Boolean has = child.disability();
    return has == null
        ? Fit.cannotTell("the record does not say whether there is a disability")
        : disability.fits(has);
  }

  private Fit fitsAge(Candidate child) {
    if (age == null) {
      return Fit.YES;
    }
    LocalDate day = age.on() == null ? child.asAt() : age.on();
    Integer years = child.ageOn(day);
    LocalDate born = child.timeline().child().born();
    if (years == null || born == null) {
      return Fit.cannotTell("there is no date of birth");
    }
    return Fit.when(
        !born.isAfter(day)
            && (age.atLeast() == null || years >= age.atLeast())
            && (age.atMost() == null || years <= age.atMost()));
  }
}
