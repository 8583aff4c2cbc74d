package org.practicewatch.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.intake.CodeList;
import org.practicewatch.standards.PracticeStandard;
import org.practicewatch.standards.Regime;

/** That no standard is mistaken for another, and that each is right by itself. */
record StandardsCheck(
    Optional<Vocabulary> vocabulary,
    Map<String, CodeList> codes,
    Optional<WorkingDays> calendar,
    Mistakes mistakes) {

  private static final String REGIMES = "jobs/standards/" + StandardsFolder.REGIMES;

  void check(StandardsHere standards) {
    Map<String, List<PracticeStandard>> byId = new HashMap<>();
    Map<String, String> titles = new HashMap<>();
    for (StandardsHere.Worked one : standards.worked()) {
      PracticeStandard standard = one.standard();
      if (one.asWritten()) {
        List<PracticeStandard> others =
            byId.computeIfAbsent(standard.id(), id -> new ArrayList<>());
        if (others.stream().anyMatch(other -> other.inForce().overlaps(standard.inForce()))) {
          mistakes.tell(
              one.file(),
              standard.id(),
              "two standards have this id and are in force at the same time. Give both 'in force'"
                  + " dates that do not overlap, or one of them another id. To change one that is"
                  + " shipped, write it under 'changes' in jobs/standards/local.yml.");
        } else if (others.stream().anyMatch(other -> !other.isCountedWhere(standard))) {
          mistakes.tell(
              one.file(),
              standard.id(),
              "two versions of one standard are owed in the same spans: 'during', 'after each',"
                  + " 'closed by the next', 'before each' and 'subject' are the same in both. Give one"
                  + " of them another id.");
        }
        others.add(standard);
      }
      String other = titles.putIfAbsent(SameName.fold(standard.title()), standard.id());
      if (other != null && !other.equals(standard.id())) {
        mistakes.tell(
            one.file(),
            standard.id() + " > title",
            "this is also the title of "
                + other
                + ": in a list nobody could tell them apart. Give one of them another.");
      }
      new StandardByItself(one, vocabulary, codes, calendar, mistakes).check();
    }
  }

  void check(List<Regime> regimes, StandardsHere standards) {
    Set<String> ids = standards.ids();
    for (Regime regime : regimes) {
      mistakes.known(REGIMES, regime.name() + " > standards", regime.standards(), ids, "standard");
      if (regime.to().isBefore(regime.from())) {
        mistakes.tell(REGIMES, regime.name() + " > to", "it ends before it begins.");
      }
    }
  }
}
