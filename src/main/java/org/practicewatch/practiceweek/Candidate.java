package org.practicewatch.practiceweek;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Organisation;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;
import org.practicewatch.compliance.Finding;

/**
 * A child who may be drawn, as the record has it on the night.
 *
 * @param timeline the child's timeline
 * @param disability as noted; null where the record does not say
 * @param team that holds the child now; empty for none
 * @param service that team's; as printed
 * @param findings every obligation of the child
 * @param grades earlier overall grades, by Practice Week
 */
public record Candidate(
    Timeline timeline,
    @Nullable Boolean disability,
    String team,
    String service,
    List<Finding> findings,
    Map<String, Graded> grades) {

  private static final String CARE_LEAVER = "Care leaver";
  private static final String EARLY_HELP = "early help";

  /** Where a child stands in more than one, the first says what kind of case it is. */
  private static final List<String> PLANS =
      List.of("child protection plan", "child in need plan", EARLY_HELP);

  /** What kinds of case there are. */
  public static final List<String> CASES =
      List.of(
          "Looked after",
          CARE_LEAVER,
          "Child protection plan",
          "Child in need plan",
          "Early help",
          "Other");

  /** Overall grades of one audit. */
  public record Graded(@Nullable Grade quality, @Nullable Grade outcome) {}

  public Candidate {
    findings = List.copyOf(findings);
    grades = Map.copyOf(grades);
  }

  public String childId() {
    return timeline.child().childId();
  }

  public LocalDate asAt() {
    return timeline.asAt();
  }

  /** Whole years on a day; null without a date of birth. */
  public @Nullable Integer ageOn(LocalDate day) {
    return timeline.child().ageOn(day);
  }

  /** The team as printed. */
  public String teamInWords() {
    return team.isEmpty() ? Organisation.NO_TEAM : team;
  }

  /** Whether the record has any open span of the kind on the night. */
  public boolean isOpen(String kind) {
    return timeline.spans(kind).stream().anyMatch(span -> span.isOpenOn(asAt()));
  }

  /** Codes of the open spans of a kind. */
  Set<String> codes(String kind) {
    Set<String> codes = new TreeSet<>();
    timeline.spans(kind).stream()
        .filter(span -> span.isOpenOn(asAt()))
        .map(Span::code)
        .forEach(codes::add);
    return codes;
  }

  /** What kind of case it is, of {@link #CASES}. */
  public String kindOfCase() {
    if (isOpen(Kinds.PERIOD_OF_CARE)) {
      return CASES.get(0);
    }
    if (isOpen(PLANS.get(0))) {
      return CASES.get(2);
    }
    if (isOpen(Kinds.LEAVING_CARE)) {
      return CARE_LEAVER;
    }
    return isOpen(PLANS.get(1)) ? CASES.get(3) : isOpen(EARLY_HELP) ? CASES.get(4) : CASES.get(5);
  }

  /** The age band of the national tables; a child without a date of birth has none. */
  public String ageBand() {
    Integer age = ageOn(asAt());
    return age == null ? AgeBand.NOT_KNOWN : AgeBand.of(age);
  }

  /** Whether the record says that the child has a disability, in words. */
  public String disabilityInWords() {
    return disability == null ? "Not recorded" : disability ? "Disability" : "No disability";
  }
}
