package org.practicewatch.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.practicewatch.casework.Kinds;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.intake.RowMeaning;
import org.practicewatch.intake.TableProfile;
import org.practicewatch.standards.Circumstances;
import org.practicewatch.standards.Counting;
import org.practicewatch.standards.PracticeStandard;

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
      - **Figures.** `done in timescale in the period`: of those due from the first to the last day of the period, how
        many were done by their due date. `children in timescale now`: of the children who are owed one
        tonight, how many have none overdue. `children with all in timescale in the period`: of the children with at least
        one due in the period, how many had all of them done by their due date. Where the record does not allow
        a judgement it is left out of both numbers and counted beside them as `cannot tell`.
      - **How sure.** *Statutory*: an Act or regulations, whose text was seen. *Guidance*: statutory guidance or the
        official measure. *Local*: a council set it for itself, and yours may differ. *To confirm*: widely used, its text not seen.
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
              .formatted(standard.id(), anchor, standard.title(), standard.standing().words()));
    }
    for (PracticeStandard standard : settings.standards()) {
      page.append("\n## ").append(standard.id()).append("\n\n");
      page.append("**").append(standard.title()).append(".** ").append(standard.rule().strip());
      page.append("\n\n");
      lines(standard, settings).forEach(line -> page.append("- ").append(line).append('\n'));
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
    lines.add("**Source**: " + sentence(standard.basis()));
    lines.add(
        "**How sure**: "
            + standard.standing().words()
            + "."
            + (standard.target() == null ? "" : " Target: " + standard.target() + " %."));
    inForce(standard).ifPresent(text -> lines.add("**In force**: " + text + "."));
    lines.add("**Data needed**: " + data(standard, settings) + ".");
    lines.add(
        "**Counted**: numerator, done by the due date; denominator, every "
            + lower(standard.title())
            + " due in the period. For children now: numerator, none overdue; denominator, every child who is owed one in "
            + a(standard.during())
            + " tonight.");
    if (!standard.goodReasons().isEmpty()) {
      lines.add(
          "**May be missed for good reason**: "
              + String.join("; ", standard.goodReasons())
              + ". It is counted all the same: talk about it, do not correct it.");
    }
    lines.add("**Worked examples**: " + standard.examples().size() + ", beside it in the YAML.");
    return lines;
  }

  private static String forWhom(PracticeStandard standard) {
    String only =
        standard.onlyWhile().isEmpty() ? "" : ", but only while " + anyOf(standard.onlyWhile());
    return "every child with " + a(standard.during()) + ", while it lasts" + only;
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
    String since = "the first day of the " + standard.during();
    if (standard.countedFrom() != null) {
      since =
          "the day of the " + standard.countedFrom() + " (where none is recorded, " + since + ")";
    }
    if (standard.runsFromTheFirst() != null) {
      since =
          "the first "
              + standard.metBy()
              + " of the "
              + standard.during()
              + ", or one done at most "
              + standard.runsFromTheFirst()
              + " before it";
    }
    return since
        + (standard.counting() == Counting.INCLUSIVE
            ? "; that day is itself the first counted"
            : "");
  }

  private static String metBy(PracticeStandard standard) {
    List<String> not = new ArrayList<>();
    if (!standard.notIf().isEmpty()) {
      not.add("one marked " + String.join(" or ", standard.notIf()));
    }
    if (!standard.dayNought()) {
      not.add("one on or before the first day");
    }
    if (standard.ofTheSame()) {
      not.add("one that its own id ties to another " + standard.during());
    }
    not.add("one that is planned, cancelled or dated after the night");
    return a(standard.metBy()) + ". Does not count: " + String.join("; ", not);
  }

  private static Optional<String> exemptions(PracticeStandard standard) {
    List<String> not = new ArrayList<>();
    if (!standard.exceptWhile().isEmpty()) {
      not.add("while " + anyOf(standard.exceptWhile()));
    }
    if (!standard.outrankedBy().isEmpty()) {
      not.add(
          "during "
              + standard.outrankedBy().stream()
                  .map(StandardsCatalogue::a)
                  .collect(Collectors.joining(" or "))
              + "; it resumes from the end of that");
    }
    if (standard.notOwedIfDone() != null) {
      not.add("when one was done in the " + standard.notOwedIfDone() + " before the first day");
    }
    return not.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", not));
  }

  private static Optional<String> inForce(PracticeStandard standard) {
    String from = standard.inForce().from() == null ? "" : "from " + standard.inForce().from();
    String to = standard.inForce().to() == null ? "" : "to " + standard.inForce().to();
    String both = (from + " " + to).strip();
    return both.isEmpty()
        ? Optional.empty()
        : Optional.of(both + ", by the day on which the count began");
  }

  private static String data(PracticeStandard standard, Settings settings) {
    List<String> found = new ArrayList<>();
    for (ExtractProfile profile : settings.profiles()) {
      String spans = tables(profile, standard.during());
      String acts = tables(profile, standard.metBy());
      if (!spans.isEmpty() && !acts.isEmpty()) {
        found.add(
            profile.profile() + " (" + (spans.equals(acts) ? spans : spans + ", " + acts) + ")");
      }
    }
    String kinds = a(standard.during()) + " and " + a(standard.metBy());
    return kinds
        + (found.isEmpty()
            ? ", from two different layouts: no one layout carries both"
            : ", as in " + String.join("; or ", found))
        + ". Without both it is *cannot judge: no source*, and nobody is overdue by it";
  }

  /** The tables of a profile that give a kind of span or activity. */
  private static String tables(ExtractProfile profile, String kind) {
    String recorded =
        switch (kind) {
          case Kinds.PERIOD_OF_CARE -> Kinds.EPISODE;
          case Kinds.PLACEMENT -> Kinds.PLACEMENT_RECORD;
          default -> kind;
        };
    return profile.tables().stream()
        .filter(table -> table.meanings().stream().anyMatch(row -> gives(row, recorded)))
        .map(TableProfile::table)
        .collect(Collectors.joining(", "));
  }

  private static boolean gives(RowMeaning row, String kind) {
    return (row instanceof RowMeaning.OfSpan span && span.kind().canBe(kind))
        || (row instanceof RowMeaning.OfActivity activity && activity.kind().canBe(kind))
        || (row instanceof RowMeaning.OfLatest latest && latest.kind().equals(kind));
  }

  private static String anyOf(List<Circumstances> circumstances) {
    return circumstances.stream().map(Circumstances::words).collect(Collectors.joining(", or "));
  }

  private static String a(String kind) {
    return ("aeiou".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ") + kind;
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
