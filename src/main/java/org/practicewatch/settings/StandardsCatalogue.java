package org.practicewatch.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.practicewatch.calendar.Length;
import org.practicewatch.casework.Subject;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.standards.Ages;
import org.practicewatch.standards.Circumstances;
import org.practicewatch.standards.Confidence;
import org.practicewatch.standards.Counting;
import org.practicewatch.standards.InForce;
import org.practicewatch.standards.PracticeStandard;
import org.practicewatch.standards.Standing;

/** Every standard in plain words, for people who do not read YAML: jobs/standards/README.md. */
public final class StandardsCatalogue {

  private static final String INTRODUCTION =
      """
      # The standards in plain words

      Written by the program from the `.yml` files beside it: edit those, not this page. Afterwards
      `mvn test -Dgolden=update -Dtest=StandardsCatalogueTest` writes it anew.

      ## What holds for all of them

      - **Days.** The day that starts a count is day 0, unless the standard says that it is day 1. The due date
        is the last day in timescale: done on it is in timescale, and not done it is overdue from the next morning. A
        length in working days skips Saturdays, Sundays and the bank holidays in `jobs/calendar/`; days, weeks,
        months and years are those of the calendar, and a month that is too short gives its last day.
      - **The next one** is counted from the day the last one was really done, early or late.
      - **Ended.** When the placement, plan or care ends on or before the due date and nothing was done, nothing was owed.
        When it ends after the due date, it was missed.
      - **Eighteen.** What is owed to a child ends on the eighteenth birthday, and with the child's death, whatever the
        record leaves open: what was due before is judged, and nothing after. What is owed to a young person too says so.
      - **Figures.** `done in timescale in the period`: of those due from the first to the last day of the period, how
        many were done by their due date. `children in timescale now`: of the children who are owed one
        tonight, how many have none overdue. `children with all in timescale in the period`: of the children with at least
        one due in the period, how many had all of them done by their due date. Where the record does not allow
        a judgement it is left out of both numbers and counted beside them as `cannot tell`.
      - **How sure.** *Statutory*: an Act or regulations, whose text was seen. *Guidance*: statutory guidance or the
        official measure. *Local*: a council set it for itself, and yours may differ. *To confirm*: widely used, its text not seen.
      """;

  private static final String NO_NUMBER =
      """

      ## What no number was found for

      Asked to be done in time, by documents that do not say by when. Nobody is judged by these; `no-number.yml` says how one
      becomes a standard of your own.

      """;

  private StandardsCatalogue() {}

  /** The whole page. */
  public static String write(Settings settings) {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    page.append("\n## Which there are\n\n| id | title | how sure |\n|---|---|---|\n");
    for (PracticeStandard standard : settings.standards()) {
      String anchor = standard.id().toLowerCase(Locale.ROOT);
      page.append(
          "| [%s](#%s) | %s | %s |%n"
              .formatted(standard.id(), anchor, standard.title(), inShort(standard)));
    }
    if (!settings.switchedOff().isEmpty()) {
      page.append("\nSwitched off, so that nobody is judged by it:\n\n");
    }
    for (SwitchedOff off : settings.switchedOff()) {
      page.append(
          "- %s, %s%s. Because: %s.%n"
              .formatted(
                  off.id(),
                  off.title(),
                  days(off.days(), ", for counts that begin"),
                  off.because()));
    }
    for (PracticeStandard standard : settings.standards()) {
      page.append("\n## ").append(standard.id()).append("\n\n");
      page.append("**").append(standard.title()).append(".** ").append(standard.rule().strip());
      page.append("\n\n");
      lines(standard, settings).forEach(line -> page.append("- ").append(line).append('\n'));
    }
    page.append(FlagsCatalogue.write(settings));
    if (!settings.noNumber().isEmpty()) {
      page.append(NO_NUMBER);
    }
    for (NoNumber one : settings.noNumber()) {
      page.append(
          "- **%s** (%s). %s%n".formatted(one.what(), one.askedBy(), sentence(one.because())));
    }
    return page.toString().replace("\r\n", "\n");
  }

  private static List<String> lines(PracticeStandard standard, Settings settings) {
    List<String> lines = new ArrayList<>();
    lines.add("**For whom**: " + forWhom(standard) + ".");
    lines.add("**By when**: " + byWhen(standard) + ".");
    lines.add("**Day 0**: " + dayNought(standard) + ".");
    lines.add("**Met by**: " + metBy(standard) + ".");
    exemptions(standard).ifPresent(text -> lines.add("**Not owed**: " + text + "."));
    lines.addAll(ends(standard));
    lines.add("**Source**: " + sentence(standard.basis()));
    lines.add("**How sure**: " + howSure(standard));
    standard.parts().forEach(part -> lines.add("**How sure of a part**: " + part.words()));
    if (!standard.variations().isEmpty()) {
      lines.add("**Elsewhere**: " + String.join("; ", standard.variations()) + ".");
    }
    inForce(standard).ifPresent(text -> lines.add("**In force**: " + text + "."));
    lines.add("**Data needed**: " + data(standard, settings) + ".");
    lines.add("**Counted**: " + counted(standard) + ".");
    if (!standard.goodReasons().isEmpty()) {
      lines.add(
          "**May be missed for good reason**: "
              + String.join("; ", standard.goodReasons())
              + ". It is counted all the same: talk about it, do not correct it.");
    }
    lines.add("**Worked examples**: " + standard.examples().size() + ", beside it in the YAML.");
    return lines;
  }

  /** By what right, in the list of all: a rule with one guess in it is not sure as a whole. */
  private static String inShort(PracticeStandard standard) {
    boolean guess =
        standard.standing() != Standing.TO_CONFIRM
            && standard.parts().stream().anyMatch(one -> one.standing() == Standing.TO_CONFIRM);
    return standard.standing().words() + (guess ? ", a part of it to confirm" : "");
  }

  private static List<String> ends(PracticeStandard standard) {
    List<String> ends = new ArrayList<>();
    List<String> words = WhenItEnds.words(standard);
    if (!words.isEmpty()) {
      ends.add("**Ends**: " + String.join("; ", words) + ".");
    }
    if (!WhenItEnds.goesOn(standard).isEmpty()) {
      ends.add("**After a break**: " + WhenItEnds.goesOn(standard) + ".");
    }
    return ends;
  }

  private static String howSure(PracticeStandard standard) {
    Confidence confidence = standard.confidence();
    return standard.standing().words()
        + (confidence == null ? "" : "; " + confidence.words())
        + "."
        + (standard.target() == null ? "" : " Target: " + standard.target() + " %.");
  }

  private static String counted(PracticeStandard standard) {
    String each =
        standard.subject() == Subject.CHILD ? "children" : standard.subject().words() + "s";
    return "numerator, done by the due date; denominator, every "
        + lower(standard.title())
        + " due in the period. For "
        + each
        + " now: numerator, none overdue; denominator, every "
        + standard.subject().words()
        + " that is owed one tonight";
  }

  private static String forWhom(PracticeStandard standard) {
    String whom = "every " + standard.subject().words();
    Ages ages = standard.ages();
    if (ages != null) {
      whom += " " + ages.words();
    }
    if (!standard.during().isEmpty()) {
      whom += " with " + a(standard.during()) + ", while it lasts";
    }
    if (!standard.afterEach().isEmpty()) {
      whom +=
          ", after each "
              + String.join(" or ", standard.afterEach())
              + (standard.closedByTheNext() ? " and until the next" : "");
    }
    if (standard.beforeEach() != null) {
      whom += ", before each " + standard.beforeEach();
    }
    if (!standard.onlyIfThereIs().isEmpty()) {
      whom += ", only where there is " + anyKind(standard.onlyIfThereIs());
    }
    return standard.onlyWhile().isEmpty()
        ? whom
        : whom + ", but only while " + anyOf(standard.onlyWhile());
  }

  private static String byWhen(PracticeStandard standard) {
    List<String> words = standard.timescale().words().lines().toList();
    StringBuilder text = new StringBuilder(words.get(0));
    for (int i = 1; i < words.size(); i++) {
      text.append("\n  ").append(i).append(". ").append(words.get(i));
    }
    if (words.size() > 2) {
      text.append("\n\n  The first of these that holds decides");
    }
    return text.toString();
  }

  private static String dayNought(PracticeStandard standard) {
    String day = since(standard);
    if (standard.ages() != null && standard.ages().from() != null) {
      day += ", or the birthday from which it is owed where that comes later";
    }
    return day
        + (standard.counting() == Counting.INCLUSIVE
            ? "; that day is itself the first counted"
            : "");
  }

  private static String since(PracticeStandard standard) {
    String first = "the first day of the " + standard.during();
    String from = standard.countedFrom();
    if (!standard.afterEach().isEmpty()) {
      return "the day of that " + String.join(" or ", standard.afterEach());
    }
    if (standard.beforeEach() != null) {
      return "the day of that " + standard.beforeEach() + ", counted backwards";
    }
    if (PracticeStandard.ITS_END.equals(from)) {
      return "the day on which the " + standard.during() + " ended";
    }
    if (PracticeStandard.BIRTH.equals(from)) {
      return "the child's birth, where it comes during the " + standard.during();
    }
    if (from != null) {
      return "the day of the " + from + " (where none is recorded, " + first + ")";
    }
    if (standard.runsFromTheFirst() != null) {
      return "the first "
          + standard.metBy()
          + " of the "
          + standard.during()
          + ", or one done at most "
          + standard.runsFromTheFirst()
          + " before it";
    }
    return first;
  }

  private static String metBy(PracticeStandard standard) {
    if (standard.metBy().equals(PracticeStandard.ITS_END)) {
      return "the end of the " + standard.during() + " itself";
    }
    List<String> not = new ArrayList<>();
    List<String> marks = new ArrayList<>(standard.notIf());
    marks.addAll(standard.notOwedIfMarked());
    if (!marks.isEmpty()) {
      not.add("one marked " + String.join(" or ", marks));
    }
    if (!standard.dayNought()) {
      not.add("one on or before the first day");
    }
    if (standard.ofTheSame()) {
      String other = standard.during().isEmpty() ? standard.starts().get(0) : standard.during();
      not.add("one that its own id ties to another " + other);
    }
    not.add("one that is planned, cancelled or dated after the night");
    Length before = standard.doneBeforehandCounts();
    return anyKind(standard.acts())
        + (before == null ? "" : "; one done at most " + before + " before the first day counts")
        + ". Does not count: "
        + String.join("; ", not);
  }

  private static Optional<String> exemptions(PracticeStandard standard) {
    List<String> not = new ArrayList<>();
    if (!standard.exceptWhile().isEmpty()) {
      not.add("while " + anyOf(standard.exceptWhile()));
    }
    if (!standard.outrankedBy().isEmpty()) {
      not.add("during " + anyKind(standard.outrankedBy()) + "; it resumes from the end of that");
    }
    if (standard.notOwedIfDone() != null) {
      not.add("when one was done in the " + standard.notOwedIfDone() + " before the first day");
    }
    if (!standard.notOwedIfMarked().isEmpty()) {
      not.add(
          "from the day of one marked "
              + String.join(" or ", standard.notOwedIfMarked())
              + ", unless it was done in time");
    }
    return not.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", not));
  }

  private static Optional<String> inForce(PracticeStandard standard) {
    String days = days(standard.inForce(), "");
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(days.strip() + ", by the day on which the count began");
  }

  /** Some days in words, after other words; empty where there is no limit. */
  private static String days(InForce days, String words) {
    String from = days.from() == null ? "" : " from " + days.from();
    String to = days.to() == null ? "" : " to " + days.to();
    return (from + to).isEmpty() ? "" : words + from + to;
  }

  private static String data(PracticeStandard standard, Settings settings) {
    List<String> found = new ArrayList<>();
    for (ExtractProfile profile : settings.profiles()) {
      String starts = Carrying.tables(profile, standard.starts());
      String acts = Carrying.tables(profile, standard.acts());
      if (!starts.isEmpty() && !acts.isEmpty()) {
        String both = starts.equals(acts) ? starts : starts + ", " + acts;
        found.add(profile.profile() + " (" + both + ")");
      }
    }
    List<String> starts =
        standard.afterEach().isEmpty() && standard.beforeEach() == null
            ? List.of(standard.during())
            : standard.starts();
    boolean itsEnd = standard.metBy().equals(PracticeStandard.ITS_END);
    return anyKind(starts)
        + (itsEnd ? " with its end" : " and " + anyKind(standard.acts()))
        + (found.isEmpty()
            ? ", from two different layouts: " + twoLayouts(standard, settings)
            : ", as in " + String.join("; or ", found))
        + ". Without both it is *cannot judge: no source*, and nobody is overdue by it";
  }

  /** Where no one layout carries both, each may come from another. */
  private static String twoLayouts(PracticeStandard standard, Settings settings) {
    return "the one from "
        + carriedBy(standard.starts(), settings)
        + ", the other from "
        + carriedBy(standard.acts(), settings);
  }

  private static String carriedBy(List<String> kinds, Settings settings) {
    List<String> layouts = Carrying.layouts(settings.profiles(), kinds);
    if (!layouts.isEmpty()) {
      return String.join(" or ", layouts);
    }
    return settings.profiles().stream()
        .filter(profile -> !Carrying.tables(profile, kinds).isEmpty())
        .map(ExtractProfile::profile)
        .collect(Collectors.joining(" or "));
  }

  private static String anyOf(List<Circumstances> circumstances) {
    return circumstances.stream().map(Circumstances::words).collect(Collectors.joining(", or "));
  }

  private static String anyKind(List<String> kinds) {
    return kinds.stream().map(StandardsCatalogue::a).collect(Collectors.joining(" or "));
  }

  private static String a(String kind) {
    return ("aeiouI".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ") + kind;
  }

  private static String lower(String title) {
    boolean initials = title.length() > 1 && Character.isUpperCase(title.charAt(1));
    return initials ? title : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
  }

  private static String sentence(String text) {
    String stripped = text.strip();
    return stripped.endsWith(".") ? stripped : stripped + ".";
  }
}
